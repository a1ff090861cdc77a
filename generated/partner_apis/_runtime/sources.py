"""Where the values of a call come from: the caller, the client, the clock, chance.

Below `plan` and `prepare`. The clock and each credential are asked once to a call.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from .absent import ABSENT
from .declare import (
    Argument,
    Basic,
    Clock,
    Constant,
    Credential,
    FlowValue,
    IdempotencyKey,
    Joined,
    Nonce,
    Operation,
    Signed,
)
from .errors import MissingCredential, NotSent
from .settings import Settings


class Sources:
    """Where values come from; the clock and each credential are asked once."""

    def __init__(
        self, settings: Settings, operation: Operation, arguments: Mapping[str, object]
    ) -> None:
        self.settings = settings
        self.operation = operation
        self._arguments = arguments
        self._credentials: dict[str, str | None] = {}
        self._moment: object = None
        self._nonces: dict[tuple[int, bool], str] = {}
        self._unchosen = self._others()

    def argument(self, source: Argument, required: bool) -> object:
        return self._arguments.get(source.name, ABSENT)

    def flow_value(self, source: FlowValue, required: bool) -> object:
        given = self._arguments.get(source.name, ABSENT)
        bound = self.settings.flow.get(source.name)
        if given is not ABSENT or bound is None:
            return given
        return bound.reveal()

    def constant(self, source: Constant, required: bool) -> object:
        return source.value

    def clock(self, source: Clock, required: bool) -> object:
        if self._moment is None:
            self._moment = self._time()
        return self._moment

    def nonce(self, source: Nonce, required: bool) -> object:
        """Return a text that no other call has, the same for all of this call."""
        kind = source.length, source.digits
        if kind not in self._nonces:
            self._nonces[kind] = _made(source.length, digits=source.digits)
        return self._nonces[kind]

    def idempotency_key(self, source: IdempotencyKey, required: bool) -> object:
        given = self._arguments.get(source.name, ABSENT)
        if given is ABSENT:
            return _made(source.length, digits=source.digits)
        return given

    def supplied(self, source: Credential, required: bool) -> object:
        if source.name in self._unchosen:
            return ABSENT
        return self._optional(source.name, required)

    def basic(self, source: Basic, required: bool) -> object:
        names = (source.user, source.password)
        if self._unchosen & set(names):
            return ABSENT
        if not required and all(self._credential(name) is None for name in names):
            return ABSENT
        pair = ":".join(self.credential(name) for name in names)
        return "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")

    def later(self, source: Signed | Joined, required: bool) -> object:
        """Return what keeps the place of a value that is made of others."""
        return ""

    def credential(self, name: str) -> str:
        """Return a credential that the call cannot do without."""
        found = self._credential(name)
        if found is None:
            variable = self.settings.variable(name)
            raise MissingCredential(called(self.operation), name, variable)
        return found

    def secrets(self) -> Iterator[str]:
        """Yield the credentials that were asked for and are secret."""
        for name, found in self._credentials.items():
            if found is not None and self.settings.is_secret(name):
                yield found

    def _credential(self, name: str) -> str | None:
        if name not in self._credentials:
            self._credentials[name] = self._asked(name)
        return self._credentials[name]

    def _asked(self, name: str) -> str | None:
        try:
            return self.settings.credential(name)
        except Exception as error:
            failed = f"the function of the credential {name!r} raised"
            problem = NotSent(
                called(self.operation), f"{failed} {type(error).__name__}"
            )
        # Raised here, so that the error of a store of secrets is not its context.
        raise problem

    def _others(self) -> frozenset[str]:
        """Return the credentials of the alternatives that the call does not use.

        The first counts of which all are supplied; MissingCredential where none is.
        """
        groups = self.operation.alternatives
        for group in groups:
            if all(self._credential(name) is not None for name in group):
                return frozenset(name for g in groups for name in g) - set(group)
        if groups:
            first, *others = groups
            name = next(each for each in first if self._credential(each) is None)
            told = (called(self.operation), name, self.settings.variable(name))
            raise MissingCredential(*told, instead=tuple(others))
        return frozenset()

    def _optional(self, name: str, required: bool) -> object:
        found = self.credential(name) if required else self._credential(name)
        return ABSENT if found is None else found

    def _time(self) -> object:
        try:
            return self.settings.clock()
        except Exception as error:
            says = f"the clock raised {type(error).__name__}"
        raise NotSent(called(self.operation), says)


Taker = Callable[[Sources, Any, bool], object]

TAKERS: Final[Mapping[type[Any], Taker]] = {
    Argument: Sources.argument,
    FlowValue: Sources.flow_value,
    Constant: Sources.constant,
    Clock: Sources.clock,
    Nonce: Sources.nonce,
    IdempotencyKey: Sources.idempotency_key,
    Credential: Sources.supplied,
    Basic: Sources.basic,
    Signed: Sources.later,
    Joined: Sources.later,
}
"""What a value is taken by, from its declared source and whether it is required; ABSENT
where there is none."""


def called(operation: Operation) -> str:
    """Return the name of the call, as errors tell it."""
    return f"{operation.partner}.{operation.name}"


def _made(length: int, *, digits: bool) -> str:
    """Return text that nobody guesses and nobody makes twice."""
    import secrets

    pool = "0123456789" if digits else "0123456789abcdef"
    return "".join(secrets.choice(pool) for _ in range(length))
