"""Run again whenever a spec changes, in one process that has everything loaded.

It looks at times and inodes a few times a second, which needs no library and works on
every file system; a look takes a small share of the time between two.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from importlib import import_module
from typing import Final, NoReturn

from . import standing
from .pipeline import Project

PAUSE = 0.03
"""Seconds between two looks, at least."""
SHARE = 10
"""How many times as long as a look the pause after it is, at least."""


def load() -> None:
    """Load what an edit needs: a run that finds nothing to do has not."""
    for name in _NEEDED:
        import_module(f".{name}", __package__)


_NEEDED: Final = ("check", "emit.templating", "read", "resolve")


def watch(project: Project, run: Callable[[], object]) -> NoReturn:
    """Call *run* now and after every change of a spec, until somebody interrupts."""
    before: dict[str, standing.State] | None = None
    root = os.fspath(project.root)
    while True:
        began = time.monotonic()
        # Looked at before it is read, so that what changes meanwhile is seen next time.
        now = standing.of_specs(root, project.specs, before)
        took = time.monotonic() - began
        if now != before:
            run()
            before = now
            load()
        time.sleep(max(PAUSE, SHARE * took))
