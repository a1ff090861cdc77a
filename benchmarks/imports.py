"""What the first import of a client costs, alone and beside many other operations.

Whole processes that import one client and make it, less `python -I -c pass`; CPU.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import varied
from clean import environment
from turns import Row, in_turns, options_of, told, undistorted

OPERATIONS: Final = 1000
TURNS: Final = 15  # a process is short: five turns tell a tenth from noise no better

PARTNER: Final = "partner_0001"


def main(arguments: Sequence[str]) -> int:
    parser = options_of("imports")
    parser.add_argument("--environment", type=Path, metavar="DIR")
    parser.add_argument("--operations", type=int, default=OPERATIONS, metavar="N")
    options = parser.parse_args(arguments)
    return told("imports", measure(options), options)


def measure(options: argparse.Namespace) -> Iterator[Row]:
    number: int = options.operations
    with (
        environment(options.environment) as python,
        tempfile.TemporaryDirectory(prefix="specmill-imports-") as folder,
    ):
        beside, alone = Path(folder, "beside"), Path(folder, "alone")
        varied.write(beside, number)
        varied.write(alone, number)
        for other in (alone / "specs").iterdir():
            if other.name != PARTNER:
                for spec in other.iterdir():
                    spec.unlink()
                other.rmdir()
        for root in (alone, beside):
            print(f"generating {root.name} ...", file=sys.stderr)
            line = [str(python), "-m", "specmill", "generate"]
            subprocess.run(
                line, cwd=root, env=undistorted(), stdout=subprocess.DEVNULL, check=True
            )
        found = in_turns(
            {
                "pass": (str(python), "-I", "-c", "pass"),
                "pydantic": (str(python), "-c", "import httpx2, pydantic, h11, anyio"),
                "alone": (str(python), "-c", _import(alone)),
                "beside": (str(python), "-c", _import(beside)),
            },
            Path(folder),
            TURNS,
        )
    spent = {name: cost.cpu - found["pass"].cpu for name, cost in found.items()}
    yield Row(
        "what it stands on (httpx2, pydantic), CPU", 1000 * spent["pydantic"], "ms"
    )
    yield Row("one client, beside none, CPU", 1000 * spent["alone"], "ms")
    yield Row(f"one client, operations={number}, CPU", 1000 * spent["beside"], "ms")
    ratio = spent["beside"] / spent["alone"]
    yield Row(f"operations={number}: beside all to beside none", ratio, "x", 1.1)


def _import(root: Path) -> str:
    return (
        f"import sys; sys.path.insert(0, {str(root / 'generated')!r});"
        f" from partner_apis.{PARTNER} import Partner0001Client"
    )
