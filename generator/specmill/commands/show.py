"""`specmill show`: what is documented of an operation."""

from __future__ import annotations

import argparse

from .command import FINDINGS, WELL, Commands, add, project_of
from .specs import on_a_line, operation_named, operations_of, understood


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(commands, "show", "print what is documented of an operation", _show)
    parser.add_argument(
        "operation",
        nargs="?",
        help="as in paytm.verify_otp; without it, the operations are listed",
    )


def _show(options: argparse.Namespace) -> int:
    from ..show import show, show_callback

    api = understood(project_of(options))
    if api is None:
        return FINDINGS
    known = operations_of(api)
    callbacks = {
        f"{partner.name}.{each.name}": (partner, each)
        for partner in api.partners
        for each in partner.callbacks
    }
    calls = {
        name: (partner, each.operation) for name, (partner, each) in callbacks.items()
    }
    if options.operation is None:
        for name, (_, operation) in {**known, **calls}.items():
            print(f"{name}: {on_a_line(operation.summary)}")
        return WELL
    partner, chosen = operation_named(options.operation, {**known, **calls})
    callback = callbacks.get(f"{partner.name}.{chosen.name}")
    lines = show_callback(partner, callback[1]) if callback else show(partner, chosen)
    print("\n".join(map(on_a_line, lines)))
    return WELL
