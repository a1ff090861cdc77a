"""Cases about the time that a reply tells: it is the one of that reply, and goes on."""

from __future__ import annotations

import time
from typing import Final

from .exchanges import Asked, Exchange, Server, fail, meaning
from .light import dataclass
from .pointers import NOTHING, found, steps_of

_PAUSES: Final = tuple(0.002 * 2**n for n in range(10))
"""Seconds between two answers: whoever has no clock may take two seconds to show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves(Asked):
    """Milliseconds in an answer, which are others in the next one."""

    at: str
    """Where they are in the body of the reply."""

    @property
    def proves(self) -> str:
        return f"{self.at} goes on from answer to answer, by milliseconds"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        exchange = self.exchange(server)
        came = [self._told(exchange)]
        for pause in _PAUSES:
            time.sleep(pause)
            exchange = self.exchange(server)
            came.append(self._told(exchange))
            if len(set(came)) > 1 and not all(map(_is_of_seconds, came)):
                return
        is_still = len(set(came)) == 1
        says = "stands still" if is_still else "tells whole seconds"
        raise fail(self, exchange, f"due: the time of each answer; {self.at} {says}")

    def _told(self, exchange: Exchange) -> str:
        __tracebackhide__ = True
        meaning(self, exchange)
        told = found(exchange.read()[1], steps_of(self.at))
        if told in (NOTHING, None):
            raise fail(self, exchange, f"due: the time of the answer at {self.at}")
        return str(told)


def _is_of_seconds(told: str) -> bool:
    return told.endswith("000")
