"""How the collection of contract tests grows with the number of operations.

The suites of 20, 40 and 80 operations are copies of one that is generated, under other
names. Twice the operations are to cost twice as much, start-up aside: counted in calls
of functions, which no other load of the machine changes, and in CPU.
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

from turns import Row, in_turns, tell

GENERATED: Final = Path(__file__).parents[1] / "generated"
PARTNER: Final = "paytm"
SIZES: Final = (1, 20, 40, 80)
_COLLECT: Final = ("-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider")


def main(arguments: Sequence[str]) -> int:
    return tell("collect", measure(), arguments)


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="specmill-collect-") as folder:
        projects = {size: suites(Path(folder) / str(size), size) for size in SIZES}
        found = in_turns(
            {
                str(size): (
                    *(sys.executable, *_COLLECT),
                    str(each / "contract_tests"),
                )
                for size, each in projects.items()
            },
            Path(folder),
        )
        calls = {size: counted(each) for size, each in projects.items()}
    cpu = {size: found[str(size)].cpu for size in SIZES}
    for size in SIZES:
        yield Row(f"{size} operations collected, CPU", cpu[size], "s")
    yield from _growth("CPU of one more operation", cpu, 1000, "ms")
    yield from _growth("calls of one more operation", calls, 1, "calls")


def _growth(
    what: str, spent: Mapping[int, float], scale: float, unit: str
) -> Iterator[Row]:
    low = (spent[40] - spent[20]) / 20
    high = (spent[80] - spent[40]) / 40
    yield Row(f"{what}, between 20 and 40", scale * low, unit)
    yield Row(f"{what}, between 40 and 80", scale * high, unit)
    yield Row(
        "the second of these to the first; 1 where growth is linear", high / low, "x"
    )


def counted(project: Path) -> float:
    """Return the calls of functions that collecting *project* takes."""
    target = project / "calls"
    command = (sys.executable, "-m", "cProfile", "-o", str(target), *_COLLECT)
    subprocess.run(
        [*command, "contract_tests"], cwd=project, check=True, capture_output=True
    )
    calls: int = pstats.Stats(str(target)).total_calls  # type: ignore[attr-defined]
    return calls


def suites(folder: Path, size: int) -> Path:
    """Make a generated project with the suites of *size* operations, and return it."""
    shutil.copytree(
        GENERATED,
        folder,
        ignore=lambda at, names: _others(Path(at), names),
    )
    tests = folder / "contract_tests"
    for number in range(1, size):
        copy = tests / f"{PARTNER}_{number:03}"
        shutil.copytree(tests / PARTNER, copy)
        for path in copy.glob("*.json"):
            document = json.loads(path.read_text("utf-8"))
            path.write_text(json.dumps({**document, "partner": copy.name}), "utf-8")
    return folder


def _others(at: Path, names: list[str]) -> list[str]:
    """Return what is left out: the suites of other partners, and of environments."""
    if at.name != "contract_tests":
        return [name for name in names if name in ("environments", "__pycache__")]
    return [
        name
        for name in names
        if (at / name).is_dir() and name[0] != "_" and name != PARTNER
    ]
