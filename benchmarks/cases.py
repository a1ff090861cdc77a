"""What a contract case costs, net of start-up, and the whole suite of all operations.

A case without a wire is a call that is refused before anything is sent; one over HTTP is
a call of a client, which the embedded provider judges and answers; one in this process
is a request that the provider judges, and whose answer is judged, without a connection.
What the provider takes of a call is the CPU of its thread, for a connection, a request,
its judgement and the answer.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from turns import Cost, Row, in_turns, tell, undistorted

GENERATED: Final = Path(__file__).parents[1] / "generated"
_PYTEST: Final = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
_KINDS: Final[dict[str, tuple[str, float | None]]] = {
    "without a wire": ("test_refuses_to_send", 0.5),
    "over HTTP": ("test_reads_strictly or test_reads_every", 2.0),
    "in this process": ("test_refuses and not test_refuses_to_send", None),
}
"""What selects the cases of each kind, and the milliseconds that one is to take."""
WHOLE: Final = 5.0
"""Seconds that the suite of all operations is to take on two cores."""
_PRISM: Final = 2300.0
"""Microseconds of CPU that Prism takes to judge a request."""


def main(arguments: Sequence[str]) -> int:
    return tell("cases", measure(), arguments)


def measure() -> Iterator[Row]:
    tests = (*_PYTEST, "contract_tests")
    commands: dict[str, tuple[str, ...]] = {"all": tests}
    if find_spec("xdist") is not None:
        commands["two workers"] = (*tests, "-n", "2")
    commands["none"] = (*tests, "--collect-only")
    for kind, (chosen, _) in _KINDS.items():
        commands[kind] = (*tests, "-k", chosen)
        commands[f"{kind}, few"] = (*tests, "-k", _few(chosen))
    found = in_turns(commands, GENERATED)
    yield from _rows("collected and not run", found["none"])
    yield from _rows("all operations, offline", found["all"], WHOLE)
    if "two workers" in found:
        two = found["two workers"]
        yield from _rows("all operations, offline, two workers", two, WHOLE)
    for kind, (chosen, goal) in _KINDS.items():
        many, few = _number(chosen), _number(_few(chosen))
        cost = found[kind].cpu - found[f"{kind}, few"].cpu
        spent = 1000 * cost / (many - few)
        yield Row(f"a case {kind}, of {many}, CPU", spent, "ms", goal)
    line = (sys.executable, str(Path(__file__).with_name("judged.py")), str(GENERATED))
    told = json.loads(subprocess.check_output(line, env=undistorted()))
    for what, microseconds in told.items():
        yield Row(f"a request to the provider, {what}, CPU", microseconds, "us")
    yield Row(
        "a request to the provider, over HTTP, to Prism's 2,300 us",
        told["over HTTP"] / _PRISM,
        "x",
        1 / 30,
    )


def _few(chosen: str) -> str:
    """Return what selects a few of the cases: all that is loaded once, is loaded."""
    return f"({chosen}) and paytm and (null or answered)"


def _rows(what: str, cost: Cost, goal: float | None = None) -> Iterator[Row]:
    yield Row(f"{what}, CPU", cost.cpu, "s")
    yield Row(f"{what}, wall", cost.wall, "s", goal)


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
