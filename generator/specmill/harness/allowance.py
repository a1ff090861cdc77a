"""What a run may ask of a server: so many requests in all, and so many in a second.

The account is kept in a file, so that the workers of pytest-xdist share one.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Final

BUDGET: Final = 500
"""Requests to a server that is not this machine, if nothing else is said."""
RATE: Final = 5.0
"""Requests a second to such a server, if nothing else is said."""
_PATIENCE: Final = 60.0
"""Seconds that one worker waits for another to write."""
_RATE: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)/s")


class Spent(Exception):
    """All requests that were allowed have been made."""


class Allowance:
    """A budget of requests and a rate, shared by all who open the same file."""

    def __init__(self, budget: int, rate: float, path: Path | None = None) -> None:
        import sqlite3  # here, for hardly any run has an account

        self.budget = budget
        self.rate = rate
        # Only one thread of a process asks, but pytest-xdist does not say which.
        self._account = sqlite3.connect(
            path or ":memory:",
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        self._account.execute("PRAGMA synchronous = OFF")
        self._account.execute(
            "CREATE TABLE IF NOT EXISTS turns (number INTEGER PRIMARY KEY, at REAL)"
        )

    def take(self) -> None:
        """Wait for the next turn; Spent where none is left."""
        wait = self._turn() - time.time()
        if wait > 0:
            time.sleep(wait)

    def close(self) -> None:
        self._account.close()

    def _turn(self) -> float:
        """Enter one more request and return when it may be made."""
        self._account.execute("BEGIN IMMEDIATE")
        try:
            made, last = self._account.execute(
                "SELECT count(*), max(at) FROM turns"
            ).fetchone()
            if made >= self.budget:
                raise Spent
            now = time.time()
            at = now if last is None else max(now, float(last) + 1 / self.rate)
            self._account.execute("INSERT INTO turns (at) VALUES (?)", (at,))
        finally:
            self._account.execute("COMMIT")
        return at


def budget_of(text: str) -> int:
    """Return a number of requests; ValueError for what is none."""
    if not re.fullmatch("[1-9][0-9]*", text):
        raise ValueError("a budget is a number of requests, such as 500")
    return int(text)


def rate_of(text: str) -> float:
    """Return the requests in a second; ValueError for what is no rate."""
    match = _RATE.fullmatch(text)
    if match is None or not float(match[1]):
        raise ValueError("a rate is a number of requests a second, such as 5/s")
    return float(match[1])
