"""`specmill mutate`: which wrong providers and clients the contract tests find."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..output import printable
from .command import FINDINGS, WELL, Commands, UsageError, add, project_of
from .specs import operation_named, operations_of, understood

if TYPE_CHECKING:
    from .. import ir


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(
        commands,
        "mutate",
        "change one documented fact at a time and tell whether the contract tests find it",
        _mutate,
    )
    parser.add_argument(
        "operations",
        nargs="*",
        metavar="OPERATION",
        help="as in paytm.verify_otp; all of them, if not said",
    )
    parser.add_argument(
        "--environment",
        default="",
        metavar="NAME",
        help="run the cases of this environment, not those of the pages",
    )
    parser.add_argument(
        "--side",
        choices=("provider", "client", "all"),
        default="all",
        help="whose facts are changed; both, if not said",
    )
    parser.add_argument(
        "--every",
        type=_positive,
        default=1,
        metavar="N",
        help="try every Nth mutant alone, for a first look",
    )
    parser.add_argument(
        "-j",
        "--processes",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many processes; as many as there are processors, if not said",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how it is told"
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _mutate(options: argparse.Namespace) -> int:
    from ..mutants import Wanted
    from ..mutants.client import NotGenerated
    from ..mutants.run import Unsound, as_json, as_text, run

    project = project_of(options)
    api = understood(project)
    if api is None:
        return FINDINGS
    wanted = Wanted(
        tuple(_chosen_names(api, options)),
        options.environment,
        options.side,
        options.every,
    )
    try:
        found = run(project, wanted, options.processes)
    except Unsound as error:
        print(f"specmill: {error}; run 'specmill test'", file=sys.stderr)
        return FINDINGS
    except NotGenerated as error:
        print(f"specmill: {error}", file=sys.stderr)
        return FINDINGS
    lines = (
        [as_json(found)] if options.format == "json" else map(printable, as_text(found))
    )
    print("\n".join(lines))
    return WELL if all(each.is_explained for each in found) else FINDINGS


def _chosen_names(api: ir.Api, options: argparse.Namespace) -> Iterator[str]:
    """Yield the operations that are asked for; UsageError for one that there is not."""
    known = operations_of(api)
    played = {each.name for partner in api.partners for each in partner.played}
    if options.environment and options.environment not in played:
        listed = ", ".join(sorted(played)) or "none"
        raise UsageError(
            f"no environment '{printable(options.environment)}' says what it answers;"
            f" known are: {listed}"
        )
    for name in options.operations:
        partner, operation = operation_named(name, known)
        yield f"{partner.name}.{operation.name}"
