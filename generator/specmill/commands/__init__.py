"""The command line: arguments, printing and exit codes, and nothing else.

Exit 0: all well; 1: findings; 2: wrong use, or a file that cannot be read or written.
A module to a command, which offers it; `command` is what all of them have.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from .. import __version__
from ..config import ConfigError
from ..output import OutputError, printable
from . import check, export, generate, init, mock, mutate, report, show, test
from .command import WRONG_USE, UsageError

COMMANDS: Final = (init, check, generate, test, report, mutate, mock, show, export)
"""In the order of a project's life."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a user does shows a traceback."""
    given, handed_on = _parted(sys.argv[1:] if argv is None else list(argv))
    options = _parser().parse_args(given)
    options.handed_on = handed_on
    try:
        code: int = options.run(options)
        return code
    except (ConfigError, OutputError, UsageError) as error:
        print(f"specmill: {printable(str(error))}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        raise
    except OSError as error:
        what = error.strerror or type(error).__name__
        where = f": {printable(str(error.filename))}" if error.filename else ""
        print(f"specmill: {what.lower()}{where}", file=sys.stderr)
        return WRONG_USE


def _parted(argv: list[str]) -> tuple[list[str], list[str]]:
    """Return what is for us, and what `specmill test` hands to pytest."""
    if argv[:1] != [test.NAME] or "--" not in argv:
        return argv, []
    at = argv.index("--")
    return argv[:at], argv[at + 1 :]


class _Parser(argparse.ArgumentParser):
    """Repeats nothing to a terminal that the terminal would obey."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="specmill",
        description="Typed API clients, validators and contract tests from YAML specs of"
        " documentation pages.",
        epilog="Exit codes: 0 all well, 1 findings, 2 wrong use, 130 interrupted.",
    )
    parser.add_argument(
        "--version", action="version", version=f"specmill {__version__}"
    )
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, dest="command"
    )
    for command in COMMANDS:
        command.offer(commands)
    return parser
