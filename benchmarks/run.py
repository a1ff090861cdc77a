"""Run one benchmark: `python benchmarks/run.py NAME [OPTIONS]`; each stands beside this."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    here = Path(__file__).parent
    # A benchmark has a function `main`; what only helps one has none.
    known = [
        path.stem
        for path in sorted(here.glob("*.py"))
        if path.stem != "run" and "\ndef main(" in path.read_text("utf-8")
    ]
    if not arguments or arguments[0] not in known:
        print(f"usage: run.py NAME [OPTIONS]; known are: {', '.join(known)}")
        return 2
    sys.path.insert(0, str(here))
    benchmark = importlib.import_module(arguments[0])
    code: int = benchmark.main(arguments[1:])
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
