"""Write `docs/performance.md` from the results that the benchmarks left.

It holds no number that stands in no result.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
RESULTS: Final = ROOT / "benchmarks" / "results"
PAGE: Final = ROOT / "docs" / "performance.md"
_ABOUT: Final = {
    "desk": "At the desk",
    "grows": "A first run, and how it grows",
    "peers": "A first run and an edit, beside peers",
    "reading": "Reading specs",
    "call": "A call",
    "judge": "Holding requests and replies to the page",
    "imports": "The import of one client",
    "collect": "Collecting contract tests",
    "cases": "Running contract tests",
}
"""The benchmarks that tell rows, in the order of the page."""
_OPENING: Final = """\
# Performance

Written by `python benchmarks/run.py performance` from `benchmarks/results/`; every number \
here was printed by the benchmark that its section names.
Run one with `python benchmarks/run.py NAME --output benchmarks/results/NAME.json`; the \
module's first lines say what it measures and against what.
CPU counts, and ratios within one run: other work on the machine falls on all alike. The \
load is that of the machine when the benchmark ended; above the number of cores, others were \
at work on it, and seconds are longer than they need be.
A goal is what was wished for; where it is missed, that is said.
[What the profiles showed](decisions/0014-what-a-run-costs.md) is told apart.
"""
_WIDTH: Final = 40
"""The columns of the longest bar."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py performance")
    parser.parse_args(arguments)
    PAGE.write_text(page(), "utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


def page() -> str:
    """Return the page."""
    return "\n".join((_OPENING, *_sections()))


def _sections() -> Iterator[str]:
    for name, title in _ABOUT.items():
        path = RESULTS / f"{name}.json"
        if path.exists():
            found = json.loads(path.read_text("utf-8"))
            yield "\n".join(_section(name, title, found))


def _section(name: str, title: str, found: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {title}\n"
    load = " ".join(f"{each:g}" for each in found["load"])
    versions = ", ".join(
        f"{library} {version}"
        for library, version in found["versions"].items()
        if version != "not installed"
    )
    yield (
        f"`{name}`, {found['day']}: Python {found['python']}, {found['system']},"
        f" {found['cores']} cores, load {load}; {versions}.\n"
    )
    yield "| what | value | goal, at most |"
    yield "| --- | --- | --- |"
    for row in found["rows"]:
        yield _row(row)
    yield ""
    if name == "grows":
        yield from _plots(found["rows"])


def _row(row: Mapping[str, Any]) -> str:
    goal = row.get("goal")
    wished = "" if goal is None else f"{goal:g} {row['unit']}"
    missed = ", missed" if goal is not None and row["value"] > goal else ""
    return (
        f"| {row['what']} | {_number(row['value'])} {row['unit']} | {wished}{missed} |"
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


# Plots ---------------------------------------------------------------------------------


def _plots(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a plot of what was measured at each size, a bar to a size."""
    by_what: dict[str, dict[int, Mapping[str, Any]]] = {}
    for row in rows:
        size = re.match(r"operations=(\d+): ", row["what"])
        if size and row["unit"] in ("s", "MiB"):
            what = row["what"][size.end() :]
            by_what.setdefault(what, {})[int(size[1])] = row
    for what, found in by_what.items():
        yield f"{what[:1].upper()}{what[1:]}, by operations:\n"
        yield "```"
        most = max(row["value"] for row in found.values())
        for size, row in found.items():
            bar = "#" * max(1, round(_WIDTH * row["value"] / most))
            yield f"{size:>6,} {bar:{_WIDTH}} {_number(row['value'])} {row['unit']}"
        yield "```\n"
