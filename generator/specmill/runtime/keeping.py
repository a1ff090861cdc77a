"""Connections that stand idle between two calls, for clients that ask to keep them.

Below `http1` and `pooled`. A connection is kept only once the answer that it brought is
judged and believed, and is used again only where nothing can have changed meanwhile; in
any doubt it is closed, which costs no more than opening another.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

from .errors import InvalidSetting

PER_HOST: Final = 8
"""Connections to one host that stand idle at once; the oldest go first."""
_LONGEST: Final = 86_400

Place = tuple[bool, str, int]
"""Whether under TLS, host and port: what a connection is to."""


class Closable(Protocol):
    def close(self) -> None: ...


_C = TypeVar("_C", bound=Closable)


def checked(seconds: float | None) -> float:
    """Return for how long a connection may stand idle, 0 for not at all."""
    if seconds is None:
        return 0.0
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not math.isfinite(seconds) or not 0 <= seconds <= _LONGEST:
        raise InvalidSetting(
            f"keepalive_expiry must be a number of seconds from 0 to {_LONGEST}, a day"
        )
    return float(seconds)


class Age:
    """In which process and event loop something came to rest, and when."""

    __slots__ = ("_loop", "_process", "_since")

    def __init__(self, loop: object) -> None:
        self._loop = loop
        self._process = os.getpid()
        self._since = time.monotonic()

    def is_within(self, seconds: float, loop: object) -> bool:
        """Tell whether it is less than *seconds* ago, here and in the same *loop*."""
        is_here = self._process == os.getpid() and self._loop is loop
        return is_here and time.monotonic() - self._since < seconds


class _Idle(Generic[_C]):
    """A connection that waits; it is closed when nobody can reach it any more."""

    __slots__ = ("_connection", "age")

    def __init__(self, connection: _C, loop: object) -> None:
        self._connection: _C | None = connection
        self.age = Age(loop)

    def taken(self) -> _C | None:
        """Return the connection, which is not closed with this any more."""
        connection, self._connection = self._connection, None
        return connection

    def close(self) -> None:
        connection = self.taken()
        if connection is not None:
            connection.close()

    __del__ = close


class Kept(Generic[_C]):
    """The connections of one client; safe in threads, since each step is one of a list."""

    def __init__(self, expiry: float, is_quiet: Callable[[_C], bool]) -> None:
        """Keep each for less than *expiry* seconds, and while it *is_quiet*."""
        self._expiry = expiry
        self._is_quiet = is_quiet
        self._idle: dict[Place, list[_Idle[_C]]] = {}
        self._is_open = True

    def take(self, place: Place, loop: object = None) -> _C | None:
        """Return a connection to *place* on which nothing came since its last answer."""
        waiting = self._idle.get(place)
        while waiting:
            try:
                idle = waiting.pop()
            except IndexError:  # another thread was faster
                return None
            is_young = idle.age.is_within(self._expiry, loop)
            connection = idle.taken()
            if connection is None:
                continue
            if is_young and self._is_quiet(connection):
                return connection
            connection.close()
        return None

    def hold(
        self, place: Place, connection: _C, loop: object = None
    ) -> Callable[[bool], None]:
        """Return what keeps *connection* if told that its answer was believed."""
        idle = _Idle(connection, loop)

        def settle(is_believed: bool) -> None:
            if is_believed and self._is_open:
                self._keep(place, idle)
            else:
                idle.close()

        return settle

    def _keep(self, place: Place, idle: _Idle[_C]) -> None:
        waiting = self._idle.setdefault(place, [])
        waiting.append(idle)
        while len(waiting) > PER_HOST:
            waiting.pop(0).close()

    def close(self) -> None:
        """Close all that waits, and whatever is still to be kept."""
        self._is_open = False
        for waiting in tuple(self._idle.values()):
            while waiting:
                waiting.pop().close()
