"""What benchmarks share: processes measured in turns, and figures told as rows.

Turns, so that what else the machine does falls on all alike.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any, Final

ROUNDS: Final = 5
_LIBRARIES: Final = ("pytest", "pytest-xdist", "jsonschema", "h11", "httpx2")


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


def tell(name: str, rows: Iterable[Row], arguments: Sequence[str]) -> int:
    """Print *rows* as they come, and write them as JSON to the file of `--output`."""
    parser = argparse.ArgumentParser(prog=f"run.py {name}")
    parser.add_argument("--output", type=Path, help="write the results as JSON to FILE")
    options = parser.parse_args(arguments)
    found = []
    for row in rows:
        found.append(row)
        print(row, flush=True)
    if options.output is not None:
        told = {**_described(name), "rows": [asdict(row) for row in found]}
        options.output.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    return 0


def _described(name: str) -> dict[str, Any]:
    """Return what the figures hold for."""
    return {
        "benchmark": name,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [round(each, 2) for each in os.getloadavg()],
        "versions": {each: _version(each) for each in _LIBRARIES},
    }


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"
