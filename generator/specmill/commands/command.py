"""What every command has: its arguments, its project and its exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from ..config import find_project
from ..output import printable
from ..pipeline import Project

WELL: Final = 0
FINDINGS: Final = 1
WRONG_USE: Final = 2

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What a command adds itself to."""


class UsageError(Exception):
    """The command cannot be carried out as it was given."""


def add(
    commands: Commands,
    name: str,
    says: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """Return the parser of a new command, which *run* carries out."""
    parser = commands.add_parser(
        name, help=says, description=says[:1].upper() + says[1:] + "."
    )
    parser.add_argument(
        "--project",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the project's folder; this one, if not said",
    )
    parser.set_defaults(run=run)
    return parser


def project_of(options: argparse.Namespace) -> Project:
    """Return the project that is asked for; raises UsageError and ConfigError."""
    folder = options.project.absolute()
    if not folder.is_dir():
        raise UsageError(f"there is no folder {printable(str(options.project))}")
    return find_project(folder)


def counted(number: int, what: str) -> str:
    """Return *number* and what is counted, in the plural unless it is one."""
    return f"{number} {what}{'' if number == 1 else 's'}"
