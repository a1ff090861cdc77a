"""What a person waits for at the desk, in a project of many operations.

Whole processes of the installed command, against `python -I -c pass` and against one bare
call of datamodel-code-generator for one operation, all in turns.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final, TypeAlias

import varied
from clean import environment
from turns import ROUNDS, Cost, Row, middle, once, options_of, told, undistorted

OPERATIONS: Final = 1000
_BARE: Final = """
import json, sys
from datamodel_code_generator import generate
from datamodel_code_generator.format import Formatter
schema = {"type": "object", "title": "Reply", "properties": {
    name: {"type": "string"} for name in ("code", "message", "reference", "state")}}
generate(json.dumps(schema), formatters=[Formatter.BUILTIN])
"""


_Run: TypeAlias = tuple[Callable[[int], object], tuple[str, ...]]
"""What is done to the project before each turn, and the command."""


def main(arguments: Sequence[str]) -> int:
    parser = options_of("desk")
    parser.add_argument("--environment", type=Path, metavar="DIR")
    parser.add_argument("--operations", type=int, default=OPERATIONS, metavar="N")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N")
    options = parser.parse_args(arguments)
    return told("desk", measure(options), options)


def measure(options: argparse.Namespace) -> Iterator[Row]:
    number: int = options.operations
    with (
        environment(options.environment) as python,
        tempfile.TemporaryDirectory(prefix="specmill-desk-") as folder,
    ):
        root = Path(folder)
        varied.write(root, number)
        command = (str(python.with_name("specmill")), "generate")
        print(f"generating {number} operations ...", file=sys.stderr)
        first = once(command, root)
        yield Row(f"operations={number}: the first run, CPU", first.cpu, "s")
        yield Row(f"operations={number}: the first run, memory", first.mebibytes, "MiB")
        spec = min(
            each
            for each in (root / "specs").rglob("*.yaml")
            if each.name != "partner.yaml"
        )
        runs: dict[str, _Run] = {
            "pass": (_nothing, (str(python), "-I", "-c", "pass")),
            "bare": (_nothing, (str(python), "-c", _BARE)),
            "nothing to do": (_nothing, command),
            "generate --check": (_nothing, (*command, "--check")),
            "an edit that changes no shape": (
                lambda turn: _edit(spec, "summary: ", f"Turn {turn}. "),
                command,
            ),
            "an edit that changes a shape": (
                lambda turn: _member(spec, f"made_{turn}"),
                command,
            ),
        }
        costs: dict[str, list[Cost]] = {name: [] for name in runs}
        once(command, root)
        for turn in range(options.rounds):
            for name, (prepare, line) in runs.items():
                prepare(turn)
                costs[name].append(once(line, root))
                if prepare is not _nothing:
                    once(command, root)  # nothing is left to be looked at again
        waits = list(_waits((*command, "--watch"), root, spec, options.rounds))
    found = {name: middle(each) for name, each in costs.items()}
    yield from _rows(number, found)
    what = f"operations={number}: generate --watch, an edit until its files stand"
    yield Row(f"{what}, wall", 1000 * median(waits), "ms", 200.0)


def _rows(number: int, found: dict[str, Cost]) -> Iterator[Row]:
    floor, bare = found["pass"].cpu, found["bare"].cpu
    yield Row("python -I -c pass, CPU", 1000 * floor, "ms")
    yield Row("a bare call of datamodel-code-generator, CPU", 1000 * bare, "ms")
    for name, goal in (
        ("nothing to do", 4.0),
        ("generate --check", 10.0),
        ("an edit that changes no shape", 13.0),
    ):
        what = f"operations={number}: {name}"
        yield Row(f"{what}, CPU", 1000 * found[name].cpu, "ms")
        yield Row(f"{what}, wall", 1000 * found[name].wall, "ms")
        yield Row(f"{what}, to pass", found[name].cpu / floor, "x", goal)
    name = "an edit that changes a shape"
    what = f"operations={number}: {name}"
    yield Row(f"{what}, CPU", 1000 * found[name].cpu, "ms")
    yield Row(f"{what}, to the bare call", found[name].cpu / bare, "x", 1.15)


def _waits(
    command: Sequence[str], root: Path, spec: Path, rounds: int
) -> Iterator[float]:
    """Yield the seconds from each edit of *spec* until another tree stands in place."""
    with subprocess.Popen(
        command, cwd=root, env=undistorted(), stdout=subprocess.PIPE, text=True
    ) as watching:
        assert watching.stdout is not None
        try:
            for turn in range(rounds + 1):
                while not watching.stdout.readline().startswith("generated is "):
                    pass
                before = os.stat(root / "generated").st_ino
                _edit(spec, "summary: ", f"Look {turn}. ")
                began = time.perf_counter()
                while os.stat(root / "generated").st_ino == before:
                    time.sleep(0.001)
                if turn:  # the first edit loads what the others have
                    yield time.perf_counter() - began
        finally:
            watching.terminate()


def _nothing(turn: int) -> None:
    """Prepare nothing."""


def _edit(spec: Path, after: str, text: str) -> None:
    """Put *text* into *spec* after the first *after*."""
    before, found, rest = spec.read_text("utf-8").partition(f'{after}"')
    spec.write_text(f"{before}{found}{text}{rest}", "utf-8")


def _member(spec: Path, name: str) -> None:
    """Give the first reply of *spec* one more member."""
    lines = spec.read_text("utf-8").split("\n")
    replies = lines.index("replies:")
    at = next(n for n in range(replies, len(lines)) if lines[n].strip() == "fields:")
    pad = " " * (len(lines[at]) - len(lines[at].lstrip()) + 2)
    lines.insert(
        at + 1, f"{pad}{name}: {{type: string, required: false, evidence: table}}"
    )
    spec.write_text("\n".join(lines), "utf-8")
