"""How a first run grows with the number of operations: time, memory and lines.

A project of varied specs is generated from nothing, with reply models, and then again
with the models in the cache, which is all but datamodel-code-generator. A bare call of
that for every schema, in one process, is measured beside.
"""

from __future__ import annotations

import argparse
import json
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
_MODELS: Final = """
from pathlib import Path
from specmill.config import find_project
from specmill.emit import models
from specmill.output import Cache, finish
from specmill.pipeline import understand
project = find_project(Path.cwd())
finish(models.emit(understand(project)), Cache(".specmill-cache"))
"""
_BARE: Final = """
import json
from pathlib import Path
from datamodel_code_generator import generate
from datamodel_code_generator.format import Formatter
for schema in json.loads(Path("schemas.json").read_text()):
    generate(schema, formatters=[Formatter.BUILTIN])
"""
_SCHEMAS: Final = """
import json
from pathlib import Path
import datamodel_code_generator
from specmill.config import find_project
from specmill.emit import models
from specmill.output import finish
from specmill.pipeline import understand
real, seen = datamodel_code_generator.generate, []
def noted(schema, **options):
    seen.append(schema)
    return real(schema, **options)
datamodel_code_generator.generate = noted
finish(models.emit(understand(find_project(Path.cwd()))))
Path("schemas.json").write_text(json.dumps(seen))
"""


def main(arguments: Sequence[str]) -> int:
    parser = options_of("grows")
    parser.add_argument("--environment", type=Path, metavar="DIR")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), metavar="N,N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    options = parser.parse_args(arguments)
    return told("grows", measure(options), options)


def measure(options: argparse.Namespace) -> Iterator[Row]:
    yield Row("rounds that the medians are of", options.rounds, "rounds")
    with environment(options.environment) as python:
        for size in map(int, options.sizes.split(",")):
            with tempfile.TemporaryDirectory(prefix="specmill-grows-") as folder:
                yield from _size(python, Path(folder), size, options.rounds)


def _size(python: Path, root: Path, size: int, rounds: int) -> Iterator[Row]:
    varied.write(root, size)
    generate = (str(python), "-m", "specmill", "generate")
    once((str(python), "-c", _SCHEMAS), root)
    costs: dict[str, list[Cost]] = {"with": [], "without": [], "bare": []}
    for turn in range(rounds):
        print(f"{size} operations, {turn + 1} of {rounds}", file=sys.stderr)
        _clear(root)
        costs["with"].append(once(generate, root))
        _clear(root)
        once((str(python), "-c", _MODELS), root)
        costs["without"].append(once(generate, root))
        costs["bare"].append(once((str(python), "-c", _BARE), root))
    lines = _lines(root)
    found = {name: middle(each) for name, each in costs.items()}
    at = f"operations={size}"
    for name in ("with", "without"):
        cost = found[name]
        yield Row(f"{at}: cold, {name} models, CPU", cost.cpu, "s")
        yield Row(f"{at}: cold, {name} models, wall", cost.wall, "s")
        yield Row(f"{at}: cold, {name} models, memory", cost.mebibytes, "MiB")
    each = 1000 * found["without"].cpu / size
    yield Row(f"{at}: cold, without models, CPU an operation", each, "ms", 6.0)
    yield Row(f"{at}: bare datamodel-code-generator, CPU", found["bare"].cpu, "s")
    ratio = found["with"].cpu / found["bare"].cpu
    yield Row(f"{at}: cold, with models, to the bare calls", ratio, "x", 1.2)
    yield Row(f"{at}: lines of an operation, tests aside", lines / size, "lines", 111)


def _clear(root: Path) -> None:
    for name in ("generated", ".specmill-cache"):
        shutil.rmtree(root / name, ignore_errors=True)


def _lines(root: Path) -> int:
    """Return the lines that the operations take, without the runtime and the tests."""
    lock = json.loads((root / "generated" / "specmill.lock").read_text("utf-8"))
    ours = [
        path
        for path in lock["files"]
        if path.endswith(".py")
        and path.startswith("partner_apis/")
        and "/_runtime/" not in path
    ]
    return sum((root / "generated" / path).read_bytes().count(b"\n") for path in ours)
