"""How long a run may take: somebody looks at the clock between one step and the next.

A step reads a spec, resolves an operation or makes a file. The last look is before
anything is written, so that a run that takes too long has changed nothing.
"""

from __future__ import annotations

from time import monotonic

from .diagnostics import Refused, report
from .source import Location


class Clock:
    """Runs from its making, for so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = monotonic() + seconds

    def look(self, path: str) -> None:
        """Raise Refused, with the place that the run has come to, when time is up."""
        if monotonic() > self._ends:
            here = Location(path, 1, 1)
            raise Refused([report("out-of-time", here, limit=f"{self._seconds:g}")])
