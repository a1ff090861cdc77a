"""What a first run costs beside those that read OpenAPI, and what an edit costs.

The same varied operations, exported by `specmill export openapi` for the peers, which emit
clients and models and no contract tests. None of them knows of an edit: it costs them a
run. Whole processes, in turns.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import varied
from clean import environment
from turns import Cost, Row, middle, once, options_of, told

SIZES: Final = (5, 50, 200)
PEERS: Final = ("openapi-python-client==0.29.1", "clientele[cli]==2.2.0")
_OURS: Final = "specmill, with contract tests"
_GENERATED: Final = {
    _OURS: "generated",
    "openapi-python-client": "of_openapi_python_client",
    "clientele": "of_clientele",
}
"""The folder that each fills."""


def main(arguments: Sequence[str]) -> int:
    parser = options_of("peers")
    parser.add_argument("--environment", type=Path, metavar="DIR")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), metavar="N,N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    options = parser.parse_args(arguments)
    return told("peers", measure(options), options)


def measure(options: argparse.Namespace) -> Iterator[Row]:
    yield Row("rounds that the medians are of", options.rounds, "rounds")
    with environment(options.environment, *PEERS) as python:
        for size in map(int, options.sizes.split(",")):
            with tempfile.TemporaryDirectory(prefix="specmill-peers-") as folder:
                yield from _size(python, Path(folder), size, options.rounds)


def _size(python: Path, root: Path, size: int, rounds: int) -> Iterator[Row]:
    varied.write(root, size)
    once((str(python), "-m", "specmill", "export", "openapi", "-o", "api.json"), root)
    commands = _commands(python)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(rounds):
        print(f"{size} operations, {turn + 1} of {rounds}", file=sys.stderr)
        for name, command in commands.items():
            shutil.rmtree(root / _GENERATED[name], ignore_errors=True)
            shutil.rmtree(root / ".specmill-cache", ignore_errors=True)
            costs[name].append(once(command, root))
    found = {name: middle(each) for name, each in costs.items()}
    at = f"operations={size}"
    for name, cost in found.items():
        yield Row(f"{at}: {name}, CPU", cost.cpu, "s")
        yield Row(f"{at}: {name}, memory", cost.mebibytes, "MiB")
        lines = _lines(root / _GENERATED[name])
        yield Row(f"{at}: {name}, lines of an operation", lines / size, "lines")
    for name in (each for each in found if each != _OURS):
        ratio = found[_OURS].cpu / found[name].cpu
        yield Row(f"{at}: a first run, to {name}", ratio, "x")
    edit = middle([_edited(python, root, turn) for turn in range(rounds)])
    yield Row(f"{at}: specmill, an edit, CPU", edit.cpu, "s")
    for name in (each for each in found if each != _OURS):
        yield Row(f"{at}: an edit, to {name}", edit.cpu / found[name].cpu, "x")


def _commands(python: Path) -> dict[str, tuple[str, ...]]:
    tools = python.parent
    clientele = (str(tools / "clientele"), "start-api", "--regen")
    theirs = (str(tools / "openapi-python-client"), "generate", "--overwrite")
    return {
        _OURS: (str(python), "-m", "specmill", "generate"),
        "openapi-python-client": (
            *(*theirs, "--path", "api.json"),
            *("--output-path", _GENERATED["openapi-python-client"]),
        ),
        "clientele": (
            *(*clientele, "--file", "api.json"),
            *("--output", _GENERATED["clientele"]),
        ),
    }


def _edited(python: Path, root: Path, turn: int) -> Cost:
    """Say a summary otherwise and generate; the first run of the turns was just before."""
    spec = sorted((root / "specs").glob("*/*.yaml"))[0]
    lines = spec.read_text("utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith("summary: "))
    lines[at] = f"summary: Said otherwise, {turn}.\n"
    spec.write_text("".join(lines), "utf-8")
    return once((str(python), "-m", "specmill", "generate"), root)


def _lines(folder: Path) -> int:
    """Return the lines of what is emitted for operations: no runtime, no tests."""
    return sum(
        path.read_bytes().count(b"\n")
        for path in folder.rglob("*.py")
        if not {"_runtime", "contract_tests"} & {*path.parts}
    )
