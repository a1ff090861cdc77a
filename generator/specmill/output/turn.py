"""One run at a time writes to an output root.

The lock is the system's own, on the folder that holds the root: it leaves nothing on
the disk, and ends with the process that holds it, however that ends. Where folders
cannot be locked (network file systems, Windows), a file beside the root is.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from .disk import absolute
from .error import Busy, OutputError, printable, reason

_PAUSE = 0.05
"""Seconds between two attempts."""


@contextmanager
def turn(root: str | os.PathLike[str], *, wait: float = 5.0) -> Iterator[None]:
    """Hold *root* against other runs; `Busy` if one has it after *wait* seconds."""
    base = absolute(root)
    deadline = time.monotonic() + wait
    try:
        os.makedirs(os.path.dirname(base), exist_ok=True)
        while (held := _attempt(base)) is None:
            if time.monotonic() >= deadline:
                raise Busy(
                    f"another run is writing to {printable(base)}; wait until it ends "
                    "and run again"
                )
            time.sleep(_PAUSE)
    except OSError as error:
        raise OutputError(f"cannot lock {printable(base)}: {reason(error)}") from error
    try:
        yield
    finally:
        _release(*held)


def _attempt(base: str) -> tuple[int, str | None] | None:
    """Return an open file that holds the lock, and its name if it is ours to remove."""
    for place, is_ours in ((os.path.dirname(base), False), (_beside(base), True)):
        is_new = is_ours and not os.path.lexists(place)
        try:
            opened = os.open(place, os.O_RDWR | os.O_CREAT if is_ours else os.O_RDONLY)
        except OSError:
            if is_ours:
                raise
            continue
        try:
            if _lock(opened) and (not is_ours or _is_named(opened, place)):
                return opened, place if is_ours else None
        except OSError:
            os.close(opened)
            if is_new:  # and nobody can hold what cannot be locked
                with suppress(OSError):
                    os.unlink(place)
            if is_ours:
                raise
            continue
        os.close(opened)
        return None
    return None


def _beside(base: str) -> str:
    parent, name = os.path.split(base)
    return os.path.join(parent, f".{name}.specmill-lock")


def _is_named(opened: int, place: str) -> bool:
    """Whether *place* is still the file *opened*; its last holder removed it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(opened), os.lstat(place))
    return False


def _release(opened: int, place: str | None) -> None:
    if place and sys.platform != "win32":
        with suppress(OSError):
            os.unlink(place)
    os.close(opened)
    if place and sys.platform == "win32":  # which removes no file that is open
        with suppress(OSError):
            os.unlink(place)


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: int) -> bool:
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(opened: int) -> bool:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
