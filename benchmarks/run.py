"""Run one benchmark: `python benchmarks/run.py NAME [--output FILE]`.

A benchmark is a module beside this one with a function `measure`, which yields rows.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
_OWN: Final = ("run", "turns")
_LIBRARIES: Final = (
    "pytest",
    "pytest-xdist",
    "jsonschema",
    "h11",
    "httpx2",
    "pydantic",
)


def main(arguments: Sequence[str] | None = None) -> int:
    names = sorted(each.stem for each in HERE.glob("*.py") if each.stem not in _OWN)
    parser = argparse.ArgumentParser(description="Run one benchmark.")
    parser.add_argument("name", choices=names)
    parser.add_argument("--output", type=Path, help="write the results as JSON to FILE")
    options = parser.parse_args(arguments)
    rows = []
    for row in importlib.import_module(options.name).measure():
        rows.append(row)
        print(row, flush=True)
    if options.output is not None:
        found = {**described(options.name), "rows": [asdict(row) for row in rows]}
        options.output.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return 0


def described(name: str) -> dict[str, Any]:
    """Return what the figures hold for."""
    return {
        "benchmark": name,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [round(each, 2) for each in os.getloadavg()],
        "versions": dict(_versions()),
    }


def _versions() -> list[tuple[str, str]]:
    found = []
    for name in _LIBRARIES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())
