"""`specmill init`: a project to begin with."""

from __future__ import annotations

import argparse

from .command import WELL, Commands, add, project_of


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(
        commands, "init", "start a project with an example of a partner", _init
    )
    parser.add_argument(
        "partner", nargs="?", default="acme", help="the partner's name, in snake_case"
    )
    parser.add_argument(
        "operation",
        nargs="?",
        default="send_otp",
        help="the first operation's name, in snake_case",
    )


def _init(options: argparse.Namespace) -> int:
    from ..init import start

    project = project_of(options)
    written = start(project, options.partner, options.operation)
    for path in written:
        print(f"wrote {path}")
    print("next: edit the specs, then run 'specmill generate' and 'specmill test'")
    return WELL
