"""Keep a secret out of every text that is made by accident: repr, log, JSON, pickle."""

from __future__ import annotations

import hmac
from typing import Final, NoReturn, Self

HIDDEN: Final = "Secret(***)"


class Secret:
    """A text that only `reveal` gives away."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the text; whoever calls this answers for where it goes."""
        return self._value

    def __repr__(self) -> str:
        return HIDDEN

    def __str__(self) -> str:
        return HIDDEN

    def __format__(self, format_spec: str) -> str:
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        """Compare in a time that does not tell how much of the text agrees."""
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(_octets(self), _octets(other))

    # A hash of a short secret can be searched for; nothing needs one.
    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not written to a pickle; pass its name instead")

    def __getstate__(self) -> NoReturn:
        self.__reduce_ex__(2)


def _octets(secret: Secret) -> bytes:
    return secret.reveal().encode("utf-8", "surrogatepass")
