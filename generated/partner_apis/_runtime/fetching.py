"""Credentials that another call returns: fetched when needed, kept, and let go in time.

No input or output. One store to a client, shared by all that `flow` makes of it; which
call fetches what is declared, and the clients make it. Times are those of a clock that
nobody sets.
"""

from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Final, cast

from .declare import (
    Basic,
    Credential,
    Fetched,
    Operation,
    Path,
)
from .errors import ApiError, InvalidRequest, NotSent, Rejected
from .light import dataclass
from .secret import Secret
from .signing import credentials_of

if TYPE_CHECKING:
    import anyio
    from anyio.lowlevel import RunVar

    from .settings import Settings

_MARGIN: Final = 60.0
"""Seconds before its end in which a credential is fetched anew..."""
_SHARE: Final = 0.1
"""... or this part of its life, where that is less."""
_UNAUTHORIZED: Final = 401
WAITED: Final = "another call was still fetching it"


@dataclass(frozen=True, slots=True, repr=False)
class _Held:
    value: Secret
    until: float


@dataclass(slots=True, repr=False)
class Tokens:
    """What was fetched and is still to be used, by the names of the credentials."""

    now: Callable[[], float] = time.monotonic
    _held: dict[str, _Held] = field(default_factory=dict[str, _Held])
    _locks: dict[str, threading.Lock] = field(default_factory=dict[str, threading.Lock])
    _turns: RunVar[dict[str, anyio.Lock]] | None = None
    """Those of each event loop, which cannot share them."""

    def held(self, name: str) -> Secret | None:
        """Return the credential, unless it is near its end or was never fetched."""
        found = self._held.get(name)
        return found.value if found is not None and self.now() < found.until else None

    def lock(self, name: str) -> threading.Lock:
        """Return what one thread at a time holds while it fetches."""
        return self._locks.setdefault(name, threading.Lock())

    def turn(self, name: str) -> anyio.Lock:
        """Return what one task of this event loop at a time holds while it fetches."""
        import anyio
        from anyio.lowlevel import RunVar

        if self._turns is None:
            self._turns = RunVar("turns to fetch credentials")
        known = self._turns.get(None)
        if known is None:
            known = {}
            self._turns.set(known)
        return known.setdefault(name, anyio.Lock())

    def keep(self, name: str, fetched: Fetched, reply: object, since: float) -> Secret:
        """Keep what *reply* has; its life counts from *since*. LookupError for none."""
        value = _at(reply, fetched.at)
        if not isinstance(value, str) or not value:
            raise LookupError(name)
        secret = Secret(value)
        self._held[name] = _Held(secret, since + _lasting(fetched, reply))
        return secret

    def drop(self, values: Mapping[str, Secret]) -> None:
        """Let go of *values*, where nobody has fetched others since."""
        for name, value in values.items():
            found = self._held.get(name)
            if found is not None and found.value is value:
                del self._held[name]


def _lasting(fetched: Fetched, reply: object) -> float:
    """Return for how many seconds a credential is used: not to its very end."""
    lasts = fetched.lasts
    life = _seconds(_at(reply, lasts)) if isinstance(lasts, tuple) else lasts
    if life is None:
        return float("inf")
    return life - min(_MARGIN, life * _SHARE)


def _seconds(value: object) -> float:
    """Return *value* as seconds; 0 for what is none, so that it is used but once."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return float(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return max(float(cast("float", value)), 0.0) if is_number else 0.0


def _at(reply: object, path: Path) -> object:
    from .model import ApiModel, raw

    value = raw(reply) if isinstance(reply, ApiModel) else None
    for step in path:
        if not isinstance(value, dict):
            return None
        value = cast("dict[str, object]", value).get(step)
    return value


# What a call lacks --------------------------------------------------------------------


def to_fetch(settings: Settings, operation: Operation) -> Iterator[tuple[str, Fetched]]:
    """Yield the credentials of a call that another call returns and nobody supplied."""
    known = [each for each in settings.partner.credentials if each.fetched is not None]
    needed = set(_needed(operation)) if known else set()
    groups = operation.alternatives
    if any(all(map(settings.is_supplied, group)) for group in groups):
        needed -= {name for group in groups for name in group}
    for each in known:
        is_lacking = each.name in needed and not settings.is_supplied(each.name)
        if is_lacking and each.fetched is not None:
            yield each.name, each.fetched


def _needed(operation: Operation) -> Iterator[str]:
    for member in operation.members:
        match member.source:
            case Credential(name):
                yield name
            case Basic(user, password):
                yield from (user, password)
            case _:
                pass
    for body in (operation.body, *(each.body for each in operation.replies)):
        if body.sealed is not None and body.sealed.key is not None:
            yield body.sealed.key.name
    if operation.signature is not None:
        yield from credentials_of(operation.signature)


def fetching(fetched: Fetched) -> Operation:
    """Return the operation by which a credential is fetched."""
    found: Operation = importlib.import_module(fetched.operation).OPERATION
    return found


def unfetched(operation: Operation, name: str, error: Exception) -> ApiError:
    """Return what a call raises that lacks the credential *name*: it was not sent."""
    if isinstance(error, InvalidRequest):
        return error.with_traceback(None)
    is_told = isinstance(error, ApiError | TimeoutError)
    says = str(error) if is_told else "the reply has none"
    called = f"{operation.partner}.{operation.name}"
    return NotSent(called, f"the credential {name!r} was not fetched: {says}")


def is_refusal_of_credentials(error: ApiError | None) -> bool:
    """Tell whether *error* says that a credential is no longer good."""
    return isinstance(error, Rejected) and (
        error.http_status == _UNAUTHORIZED or error.then == "fix-credentials"
    )
