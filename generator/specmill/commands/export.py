"""`specmill export`: the specs, or their language, in another notation."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import nearest
from ..output import printable, replace_file
from .command import FINDINGS, WELL, Commands, UsageError, add, counted, project_of
from .specs import operation_named, operations_of, understood

if TYPE_CHECKING:
    from .. import ir


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(commands, "export", "tell the specs in another notation", _export)
    notations = parser.add_subparsers(
        title="notations", metavar="NOTATION", required=True, dest="what"
    )
    says = "the spec language, or the JSON of a run, as JSON Schema"
    language = notations.add_parser("json-schema", help=says, description=says)
    language.add_argument(
        "--of",
        choices=("specs", "report"),
        default="specs",
        help="specs: the spec language; report: what 'specmill test --json' writes",
    )
    says = "the operations as OpenAPI 3.1, with a list of what it cannot say"
    openapi = notations.add_parser("openapi", help=says, description=says)
    openapi.add_argument(
        "--of",
        metavar="PARTNER[.OPERATION]",
        help="one partner, operation or callback; all of them, if not said",
    )
    openapi.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it"
    )
    openapi.add_argument(
        "--format",
        choices=("yaml", "json"),
        help="if not said, json for a FILE that ends in .json, else yaml",
    )


def _export(options: argparse.Namespace) -> int:
    if options.what == "openapi":
        return _export_openapi(options)
    from ..check import json_schema
    from ..report import report_schema

    found = report_schema() if options.of == "report" else json_schema()
    print(json.dumps(found, indent=2, ensure_ascii=True))
    return WELL


def _export_openapi(options: argparse.Namespace) -> int:
    from ..openapi import document, written

    api = understood(project_of(options))
    if api is None:
        return FINDINGS
    called = _called(api, options.of)
    # The name of a callback names no operation, and asks for that callback alone.
    chosen = (
        () if called and options.of in _names(called) else _selected(api, options.of)
    )
    found = document(chosen, called)
    is_json = options.output is not None and options.output.suffix == ".json"
    text = written(found, options.format or ("json" if is_json else "yaml"))
    if options.output is None:
        with suppress(AttributeError):  # a stream of a test has no encoding
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(text)
        return WELL
    replace_file(options.output, text.encode("utf-8"))
    unsaid = counted(len(found["x-specmill-not-said"]), "kind")
    calls = f" and {counted(len(called), 'callback')}" if called else ""
    print(
        f"wrote {printable(str(options.output))}:"
        f" {counted(len(chosen), 'operation')}{calls};"
        f" {unsaid} of facts that OpenAPI cannot say, listed in x-specmill-not-said"
    )
    return WELL


def _called(api: ir.Api, of: str | None) -> tuple[tuple[ir.Partner, ir.Callback], ...]:
    """Return the callbacks of one partner, one callback, or all of them."""
    every = tuple((each, one) for each in api.partners for one in each.callbacks)
    if of is None:
        return every
    found = zip(every, _names(every), strict=True)
    return tuple(pair for pair, name in found if of in (pair[0].name, name))


def _names(called: Iterable[tuple[ir.Partner, ir.Callback]]) -> list[str]:
    return [f"{partner.name}.{callback.name}" for partner, callback in called]


def _selected(
    api: ir.Api, of: str | None
) -> tuple[tuple[ir.Partner, ir.Operation], ...]:
    """Return the operations of one partner, one operation, or all of them."""
    every = operations_of(api)
    found = [
        pair for name, pair in every.items() if of is None or of in (pair[0].name, name)
    ]
    if of is None or found:
        return tuple(found)
    partners = [partner.name for partner in api.partners]
    near = nearest(of, [*partners, *every])
    if near in partners:
        raise UsageError(f"there is no '{printable(of)}'; did you mean '{near}'?")
    return (operation_named(of, every),)
