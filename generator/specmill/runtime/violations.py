"""What a validator finds: one value that breaks one documented constraint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from .light import dataclass


class Inferred(str):
    """A source that is an inference of whoever wrote the spec: no page states it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken constraint. It never holds the value, which may be a secret."""

    pointer: str
    """Where in the value, as a JSON pointer (RFC 6901), such as `/body/body/otp`."""
    rule: str
    """The kind of constraint: `required`, `type`, `length`, `enum`, `format`, ..."""
    says: str
    """What the documentation asks for: `is text of exactly 6 characters`."""
    source: str
    """The page and the evidence, such as `verify-otp, table`."""

    @property
    def is_inferred(self) -> bool:
        """Tell whether what it breaks is our own inference, which no page states."""
        return isinstance(self.source, Inferred)

    def __str__(self) -> str:
        return f"{self.pointer or '/'} {self.says} ({self.source})"


FATAL: Final = frozenset({"type", "required"})
"""Rules whose breach makes a reply unreadable; a reply that breaks others is kept."""


def undocumented(
    value: Mapping[str, object], known: frozenset[str], at: str, source: str
) -> Iterator[Violation]:
    """Yield the members of *value* that no page describes."""
    for name in value:
        if name not in known:
            yield Violation(
                f"{at}/{escaped(str(name))}",
                "undocumented",
                "is not documented",
                source,
            )


def escaped(name: str) -> str:
    """Return *name* as one part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
