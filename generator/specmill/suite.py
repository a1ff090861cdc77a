"""Run the generated contract tests and tell what they found, operation by operation."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


def run(tests: Path, arguments: Sequence[str]) -> int:
    """Run the tests in *tests* in a process of their own; return 0, 1 or 2.

    Failures are shown as pytest shows them, then a table of all operations.
    """
    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        summary = Path(folder) / "summary.json"
        command = [sys.executable, "-m", "pytest", str(tests), "--quiet"]
        command += ["-p", "no:cacheprovider", "--contract-summary", str(summary)]
        code = subprocess.run([*command, *arguments], check=False).returncode
        found = _read(summary)
    print()
    print("\n".join(table(found)))
    if code == 0:
        return 0
    return 1 if code == 1 else 2


def _read(summary: Path) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads(summary.read_text("utf-8"))[
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
    failed = sum(each["failed"] for each in found)
    yield ""
    yield (
        "every case is as the pages say"
        if not failed
        else f"{failed} {'case is' if failed == 1 else 'cases are'} not as the pages say"
    )


def _row(operation: dict[str, Any]) -> tuple[str, ...]:
    facts = operation["facts"]
    return (
        operation["operation"],
        str(operation["passed"]),
        str(operation["failed"]),
        str(len(operation["observations"])),
        f"{facts['shown']} of {facts['known']}",
    )
