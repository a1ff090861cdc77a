"""What a contract case costs, net of start-up, and the whole suite of all operations.

A case without a wire is a call that is refused before anything is sent; one over HTTP is
a request to the embedded provider, judged there and here.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from turns import Cost, Row, in_turns, tell

GENERATED: Final = Path(__file__).parents[1] / "generated"
_PYTEST: Final = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
_KINDS: Final = {
    "without a wire": "test_refuses_to_send",
    "over HTTP": "test_refuses and not test_refuses_to_send",
}


def main(arguments: Sequence[str]) -> int:
    return tell("cases", measure(), arguments)


def measure() -> Iterator[Row]:
    tests = (*_PYTEST, "contract_tests")
    commands: dict[str, tuple[str, ...]] = {"all": tests}
    if find_spec("xdist") is not None:
        commands["two workers"] = (*tests, "-n", "2")
    commands["none"] = (*tests, "--collect-only")
    for kind, chosen in _KINDS.items():
        commands[kind] = (*tests, "-k", chosen)
        commands[f"{kind}, few"] = (*tests, "-k", _few(chosen))
    found = in_turns(commands, GENERATED)
    yield from _rows("collected and not run", found["none"])
    yield from _rows("all operations, offline", found["all"])
    if "two workers" in found:
        yield from _rows("all operations, offline, two workers", found["two workers"])
    for kind, chosen in _KINDS.items():
        many, few = _number(chosen), _number(_few(chosen))
        cost = found[kind].cpu - found[f"{kind}, few"].cpu
        yield Row(f"a case {kind}, of {many}, CPU", 1000 * cost / (many - few), "ms")


def _few(chosen: str) -> str:
    """Return what selects a few of the cases: all that is loaded once, is loaded."""
    return f"({chosen}) and paytm and null"


def _rows(what: str, cost: Cost) -> Iterator[Row]:
    yield Row(f"{what}, CPU", cost.cpu, "s")
    yield Row(f"{what}, wall", cost.wall, "s")


def _number(chosen: str) -> int:
    """Return how many cases *chosen* selects."""
    told = subprocess.run(
        [*_PYTEST, "contract_tests", "--collect-only", "-q", "-k", chosen],
        cwd=GENERATED,
        capture_output=True,
        text=True,
    ).stdout
    return sum(
        int(line.rpartition(": ")[2])
        for line in told.splitlines()
        if line.rpartition(": ")[2].isdecimal()
    )
