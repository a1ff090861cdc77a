"""`specmill generate`: the output folder made what the specs say, once or at every edit."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from ..diagnostics import Refused
from ..output import OutputError
from ..pipeline import Project, generate
from .command import FINDINGS, WELL, Commands, add, counted, project_of
from .specs import add_format, tell

MOST_LISTED: Final = 20
"""How many added files are listed; more, as on a first run, are counted."""


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(
        commands, "generate", "make the output folder what the specs say", _generate
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--check",
        action="store_true",
        help="write nothing; fail and show a diff if the output is stale",
    )
    ways.add_argument(
        "--watch",
        action="store_true",
        help="do it again after every edit of a spec, until Ctrl-C",
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite files that were edited by hand"
    )
    add_format(parser)


def _generate(options: argparse.Namespace) -> int:
    project = project_of(options)
    return _watch(project, options) if options.watch else _made(project, options)


def _watch(project: Project, options: argparse.Namespace) -> int:
    """Generate after every edit; what is wrong with one is told, and waited for."""
    from ..watch import watch

    def run() -> None:
        try:
            _made(project, options)
        except BrokenPipeError:
            raise
        except (OutputError, OSError) as error:
            print(f"specmill: {error}", file=sys.stderr)
        sys.stdout.flush()

    try:
        watch(project, run)
    except KeyboardInterrupt:
        return WELL


def _made(project: Project, options: argparse.Namespace) -> int:
    try:
        outcome = generate(
            project, check_only=options.check, force=options.force, told=_progress
        )
    except Refused as refused:
        tell(project, refused.diagnostics, options.format)
        return FINDINGS
    changes = outcome.changes
    if options.check and not changes.is_clean:
        groups = (changes.added, changes.changed, changes.removed, changes.edited)
        stale = sorted(path for group in groups for path in group)
        for path in stale:
            print(f"stale: {project.output}/{path}", file=sys.stderr)
        print("\n".join(outcome.diff))
        print("run 'specmill generate'", file=sys.stderr)
        return FINDINGS
    for word, paths in (
        ("added", changes.added),
        ("changed", (*changes.changed, *changes.edited)),
        ("removed", changes.removed),
    ):
        if word == "added" and len(paths) > MOST_LISTED:
            print(f"added {counted(len(paths), 'file')} to {project.output}")
            continue
        for path in paths:
            print(f"{word} {project.output}/{path}")
    total = len(changes.added) + len(changes.changed) + len(changes.unchanged)
    state = "is current" if changes.is_clean else "is up to date now"
    print(f"{project.output} {state}: {counted(total, 'file')}")
    return WELL


def _progress(step: str) -> None:
    """Tell what is being done, where a person watches."""
    if sys.stderr.isatty():
        print(f"{step} ...", file=sys.stderr)
