"""`specmill report`: the page of a run."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..output import printable
from .command import WELL, Commands, UsageError, add


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    says = "make a page of HTML of what 'specmill test --json' wrote"
    parser = add(commands, "report", says, _report)
    parser.add_argument("results", type=Path, metavar="FILE.json")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("report.html"),
        metavar="FILE",
        help="the page; report.html, if not said",
    )


def _report(options: argparse.Namespace) -> int:
    results: Path = options.results
    if not results.is_file():
        raise UsageError(f"there is no file {printable(str(results))}")
    write_report(results, options.output)
    return WELL


def write_report(results: Path, target: Path) -> None:
    """Make the page of what stands in *results*."""
    from ..report import ReportError, read, render, write

    if not results.is_file():
        raise UsageError(
            f"{printable(str(results))} was not written, so there is no page"
        )
    try:
        document = read(results)
    except ReportError as error:
        raise UsageError(str(error)) from None
    write(target, render(document))
    print(f"wrote {printable(str(target))}")
