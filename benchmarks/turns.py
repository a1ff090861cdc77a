"""Processes measured in turns, so that what else the machine does falls on all alike."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    what: str
    value: float
    unit: str
    """`s`, `ms`, what is counted, or `x` for a ratio."""

    def __str__(self) -> str:
        return f"{self.what:64} {self.value:10.3f} {self.unit}"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a whole process took, the median of all rounds, in seconds."""

    cpu: float
    wall: float


def in_turns(
    commands: Mapping[str, Sequence[str]], folder: Path, rounds: int = ROUNDS
) -> dict[str, Cost]:
    """Run every command *rounds* times, one after the other, and return the medians.

    Raises CalledProcessError where one of them fails.
    """
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(_once(command, folder))
    return {
        name: Cost(
            median(each.cpu for each in costs), median(each.wall for each in costs)
        )
        for name, costs in found.items()
    }


def _once(command: Sequence[str], folder: Path) -> Cost:
    # What distorts a measurement is left out, wherever it was set.
    distorting = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTEST_ADDOPTS")
    kept = {name: text for name, text in os.environ.items() if name not in distorting}
    before, began = _spent(), time.perf_counter()
    subprocess.run(command, cwd=folder, env=kept, check=True, capture_output=True)
    return Cost(_spent() - before, time.perf_counter() - began)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
