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
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any, Final

ROUNDS: Final = 5
_LIBRARIES: Final = (
    *("pytest", "pytest-xdist", "jsonschema", "h11", "httpx2", "pydantic", "PyYAML"),
    *("ruamel.yaml", "jinja2", "ruff", "datamodel-code-generator"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    what: str
    value: float
    unit: str
    """`s`, `ms`, what is counted, or `x` for a ratio."""
    goal: float | None = None
    """What the value should be at most."""

    def __str__(self) -> str:
        line = f"{self.what:64} {self.value:10.3f} {self.unit}"
        if self.goal is None:
            return line
        missed = "" if self.value <= self.goal else ", missed"
        return f"{line:80} (goal: at most {self.goal:g}{missed})"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a whole process took, the median of all rounds, in seconds."""

    cpu: float
    wall: float
    mebibytes: float = 0.0
    """The most memory that the process used."""


def in_turns(
    commands: Mapping[str, Sequence[str]], folder: Path, rounds: int = ROUNDS
) -> dict[str, Cost]:
    """Run every command *rounds* times, one after the other, and return the medians.

    Raises CalledProcessError where one of them fails.
    """
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(once(command, folder))
    return {name: middle(costs) for name, costs in found.items()}


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians of *costs*."""
    return Cost(
        median(each.cpu for each in costs),
        median(each.wall for each in costs),
        median(each.mebibytes for each in costs),
    )


def undistorted() -> dict[str, str]:
    """Return the environment without what distorts a measurement."""
    distorting = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTEST_ADDOPTS")
    return {name: text for name, text in os.environ.items() if name not in distorting}


def once(command: Sequence[str], folder: Path) -> Cost:
    """Run *command* and return what it and its children took.

    Raises CalledProcessError with what it said where it fails.
    """
    with tempfile.TemporaryFile() as said:
        before, began = _spent(), time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=undistorted(), stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode:
            said.seek(0)
            told = said.read().decode("utf-8", "replace")
            print(told, file=sys.stderr)
            raise subprocess.CalledProcessError(process.returncode, command, told)
    return Cost(_spent() - before, wall, used.ru_maxrss / _RSS_UNITS)


_RSS_UNITS: Final = 1024**2 if sys.platform == "darwin" else 1024
"""How many of the system's units of memory are one MiB."""


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def options_of(name: str) -> argparse.ArgumentParser:
    """Return the options that every benchmark has."""
    parser = argparse.ArgumentParser(prog=f"run.py {name}")
    parser.add_argument("--output", type=Path, help="write the results as JSON to FILE")
    return parser


def tell(name: str, rows: Iterable[Row], arguments: Sequence[str]) -> int:
    """Print *rows* as they come, and write them as JSON to the file of `--output`."""
    return told(name, rows, options_of(name).parse_args(arguments))


def told(name: str, rows: Iterable[Row], options: argparse.Namespace) -> int:
    """Print *rows* as they come, and write them where the options say."""
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
        "day": time.strftime("%Y-%m-%d"),
        "load": [round(each, 2) for each in os.getloadavg()],
        "versions": {each: _version(each) for each in _LIBRARIES},
    }


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"
