"""What commands ask of the specs: their meaning, their findings, an operation of theirs."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from ..diagnostics import Diagnostic, Refused, nearest, render
from ..output import printable
from ..pipeline import Project, read_specs, understand
from ..verbatim import exact
from .command import UsageError

if TYPE_CHECKING:
    from .. import ir

Known = TypeVar("Known")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Let the caller say how findings are told."""
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="how findings are told",
    )


def understood(project: Project, style: str = "text") -> ir.Api | None:
    """Return what the specs mean, or None after printing what is wrong with them."""
    warnings: list[Diagnostic] = []
    try:
        api = understand(project, warn=warnings.append)
    except Refused as refused:
        tell(project, refused.diagnostics, style)
        return None
    if warnings or style != "text":
        tell(project, warnings, style)
    return api


def tell(project: Project, diagnostics: Sequence[Diagnostic], style: str) -> None:
    """Print *diagnostics* with the lines of the specs that they are about."""
    from ..source import Source

    try:
        texts = read_specs(project)
    except Refused:
        texts = {}
    sources = {
        path: Source(path, content.decode("utf-8", "replace"))
        for path, content in texts.items()
    }
    stream = sys.stderr if style == "text" else sys.stdout
    caret = style == "text"
    print(render(diagnostics, sources, style, caret=caret), end="", file=stream)  # type: ignore[arg-type]


def on_a_line(text: str) -> str:
    """Return text of a spec on one line, with nothing that a terminal would obey."""
    return printable(re.sub(r"\s*\n\s*", " ", exact(text)).rstrip())


def operations_of(api: ir.Api) -> dict[str, tuple[ir.Partner, ir.Operation]]:
    """Return every operation that we call, by `partner.operation`."""
    return {
        f"{partner.name}.{operation.name}": (partner, operation)
        for partner in api.partners
        for operation in partner.operations
    }


def operation_named(name: str, known: Mapping[str, Known]) -> Known:
    """Return the one that *name* means, its partner said or not; or UsageError."""
    found = [key for key in known if key == name or key.endswith(f".{name}")]
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise UsageError(f"'{name}' could be {' or '.join(found)}")
    alone = [key.rpartition(".")[2] for key in known]
    near = nearest(name, [*known, *alone])
    hint = f"; did you mean '{near}'?" if near else f"; known are {', '.join(known)}"
    raise UsageError(f"there is no operation '{printable(name)}'{hint}")
