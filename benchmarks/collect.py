"""How the collection of contract tests grows with the number of operations.

The suites of 50, 200 and 1,000 operations are copies of one that is generated, under
other names. One more operation is to cost as much where there are many as where there
are few: counted in calls of functions, which no other load of the machine changes, in
CPU and in memory.
"""

from __future__ import annotations

import json
import pstats
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from turns import Cost, Row, in_turns, tell, undistorted

GENERATED: Final = Path(__file__).parents[1] / "generated"
PARTNER: Final = "paytm"
SIZES: Final = (50, 200, 1000)
ROUNDS: Final = 3
LINEAR: Final = 1.2
"""How much more the last operations may cost, at most, than those before."""
_COLLECT: Final = ("-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider")


def main(arguments: Sequence[str]) -> int:
    return tell("collect", measure(), arguments)


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="specmill-collect-") as folder:
        one = alone(Path(folder) / "1")
        projects = {size: suites(one, Path(folder) / str(size), size) for size in SIZES}
        found = in_turns(
            {
                str(size): (*(sys.executable, *_COLLECT), str(each / "contract_tests"))
                for size, each in projects.items()
            },
            Path(folder),
            ROUNDS,
        )
        calls = {size: counted(each) for size, each in projects.items()}
    costs = {size: found[str(size)] for size in SIZES}
    for size, cost in costs.items():
        yield from _rows(size, cost)
    cpu = {size: 1000 * cost.cpu for size, cost in costs.items()}
    yield from _growth("CPU", cpu, "ms", None)
    memory = {size: cost.mebibytes for size, cost in costs.items()}
    yield from _growth("memory", memory, "MiB", LINEAR)
    yield from _growth("calls of functions", calls, "calls", LINEAR)


def _rows(size: int, cost: Cost) -> Iterator[Row]:
    yield Row(f"operations={size}: collected, CPU", cost.cpu, "s")
    yield Row(f"operations={size}: collected, memory", cost.mebibytes, "MiB")


def _growth(
    what: str, spent: Mapping[int, float], unit: str, goal: float | None
) -> Iterator[Row]:
    few, some, many = SIZES
    low = (spent[some] - spent[few]) / (some - few)
    high = (spent[many] - spent[some]) / (many - some)
    yield Row(f"{what} of one more operation, between {few} and {some}", low, unit)
    yield Row(f"{what} of one more, between {some} and {many:,}", high, unit)
    yield Row(f"{what}: the second to the first, 1 if linear", high / low, "x", goal)


def counted(project: Path) -> float:
    """Return the calls of functions that collecting *project* takes."""
    target = project / "calls"
    command = (sys.executable, "-m", "cProfile", "-o", str(target), *_COLLECT)
    _run([*command, "contract_tests"], project)
    calls: int = pstats.Stats(str(target)).total_calls  # type: ignore[attr-defined]
    return calls


def alone(folder: Path) -> Path:
    """Make a generated project with the suite of one operation, compiled."""
    shutil.copytree(
        GENERATED,
        folder,
        ignore=lambda at, names: _others(Path(at), names),
    )
    _run([sys.executable, *_COLLECT, "contract_tests"], folder)
    return folder


def suites(one: Path, folder: Path, size: int) -> Path:
    """Make a project with the suites of *size* operations, copies of that of *one*.

    What is compiled is copied, too: it is compiled once to each of its versions.
    """
    shutil.copytree(one, folder)
    tests = folder / "contract_tests"
    for number in range(1, size):
        copy = tests / f"{PARTNER}_{number:03}"
        shutil.copytree(tests / PARTNER, copy)
        for path in copy.glob("*.json"):
            document = json.loads(path.read_text("utf-8"))
            path.write_text(json.dumps({**document, "partner": copy.name}), "utf-8")
    return folder


def _run(command: Sequence[str], folder: Path) -> None:
    subprocess.run(
        command, cwd=folder, env=undistorted(), check=True, capture_output=True
    )


def _others(at: Path, names: list[str]) -> list[str]:
    """Return what is left out: the suites of other partners, and of environments."""
    if at.name != "contract_tests":
        return [name for name in names if name in ("environments", "__pycache__")]
    return [
        name
        for name in names
        if (at / name).is_dir() and name[0] != "_" and name != PARTNER
    ]
