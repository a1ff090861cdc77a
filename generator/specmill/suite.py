"""Run the generated contract tests and tell what they found, operation by operation."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


def run(tests: Sequence[Path], arguments: Sequence[str], results: Path) -> int:
    """Run the tests in *tests* in a process of their own; return 0, 1 or 2.

    Failures are shown as pytest shows them, then a table of all operations. The
    document of the results is written to *results*, where nothing is yet.
    """
    command = [sys.executable, "-m", "pytest", *map(str, tests), "--quiet"]
    command += ["-p", "no:cacheprovider", "--report-json", str(results)]
    command += ["--no-contract-summary"]
    code = subprocess.run([*command, *arguments], check=False).returncode
    print()
    print("\n".join(table(_read(results))))
    if code == 0:
        return 0
    return 1 if code == 1 else 2


def _read(results: Path) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads(results.read_text("utf-8"))[
            "operations"
        ]
    except (OSError, ValueError, KeyError):
        return []
    return found


def table(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table, a row to an operation, and what to make of it."""
    if not found:
        yield "no contract test was run"
        return
    rows = [
        ("operation", "passed", "failed", "observed", "facts shown"),
        *map(_row, found),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *rest = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *rest))
    yield ""
    yield from _conclusion(found)


def _conclusion(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    failed = sum(each["failed"] for each in found)
    for each in found:
        if each["skipped"]:
            yield f"{each['operation']}: {each['not_run']} not tried, {each['skipped']}"
    yield (
        "every case is as the pages say"
        if not failed
        else f"{failed} {'case is' if failed == 1 else 'cases are'} not as the pages say"
    )


def _row(operation: dict[str, Any]) -> tuple[str, ...]:
    facts = operation["shown"]
    return (
        operation["operation"],
        str(operation["passed"]),
        str(operation["failed"]),
        str(operation["observed"]),
        f"{facts['shown']} of {facts['known']}",
    )
