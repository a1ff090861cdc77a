"""Make a folder hold exactly the given files: `plan` looks, `apply` does.

Files are ours if the lock lists them. Whatever else stands in the folder is somebody
else's: it stays, whatever happens around it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from types import MappingProxyType
from typing import Final

from ..light import dataclass
from . import journal, swap
from .disk import absolute, at, look, read_regular, refuse_links
from .error import EditedByHand, OutputError, printable, reason
from .files import LOCK, File, above, by_path, parents, sha256
from .lock import Lock

Root = str | os.PathLike[str]

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NOT_A_FILE = "not a regular file"


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing would do; every path is in one group, the groups are sorted.

    *edited* would be overwritten or removed although it holds somebody's own work, or
    is a foreign file where one of ours goes.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether the folder holds the files already."""
        return not (self.added or self.changed or self.removed or self.edited)


def plan(
    root: Root,
    files: Iterable[File],
    lock: Lock | None,
    *,
    force: bool = False,
    standing: Mapping[str, str] = NOTHING,
) -> Changes:
    """Return what it takes to make *root* hold *files*, when *lock* tells what is ours.

    *standing* are hashes of files that need not be read to know that they have them.
    Raises `EditedByHand` unless *force*; with it, the edits are in the answer.
    """
    base = absolute(root)
    hashes = {path: file.hash for path, file in by_path(files).items()}
    refuse_links(base, folders := above(hashes))
    known = lock.files if lock else {}
    doubtful = above({*known}.difference(hashes)) - folders
    changes = _compare(base, hashes, known, doubtful, standing)
    if changes.edited and not force:
        raise EditedByHand(os.fspath(root), changes.edited)
    return changes


def _compare(
    base: str,
    hashes: Mapping[str, str],
    known: Mapping[str, str],
    doubtful: Iterable[str],
    standing: Mapping[str, str] = NOTHING,
) -> Changes:
    """Return the fate of each path; *doubtful* are folders that may be symlinks."""
    fates: dict[str, list[str]] = {field.name: [] for field in fields(Changes)}
    # What lies beyond a symlink is not in the root, whatever the lock says.
    linked = {folder for folder in doubtful if os.path.islink(at(base, folder))}
    for path in sorted({*hashes, *known}):
        if linked and not linked.isdisjoint(parents(path)):
            continue
        here, wanted = standing.get(path), hashes.get(path)
        if here is None:
            here = _standing(base, path)
        fate = _fate(here, wanted, known.get(path))
        if fate:
            fates[fate].append(path)
    return Changes(**{fate: tuple(paths) for fate, paths in fates.items()})


def _fate(standing: str | None, wanted: str | None, known: str | None) -> str | None:
    if standing is None:
        return "added" if wanted else None
    if standing == wanted:
        return "unchanged"
    if standing != known:
        return "edited"
    return "changed" if wanted else "removed"


def _standing(base: str, path: str) -> str | None:
    """Return the hash of the file at *path*; None if there is none, or a folder."""
    place = at(base, path)
    found = look(place)
    if found is None or stat.S_ISDIR(found.st_mode):
        return None
    if not stat.S_ISREG(found.st_mode):
        return _NOT_A_FILE
    try:
        return sha256(read_regular(place))
    except OSError as error:
        raise OutputError(f"cannot read {printable(place)}: {reason(error)}") from None


def apply(
    root: Root,
    files: Iterable[File],
    new_lock: Lock,
    changes: Changes,
    *,
    spare: str | None = None,
) -> Container[str]:
    """Carry out *changes*, the plan for *files*, and leave *new_lock* beside them.

    *spare* is where an old tree may be kept, on the same file system, of which the next
    one is built. Returns the paths of the files that were touched, if by a new link.

    All of it happens or nothing does, also when the process is killed; `recover` is to
    be called before the plan. Nothing is written if nothing changes. Raises
    `OutputError`; then the old tree stands.
    """
    base = absolute(root)
    wanted = by_path(files)
    due = (*changes.added, *changes.changed, *changes.edited)
    written = {path: wanted[path] for path in due if path in wanted}
    gone = {*changes.removed, *changes.edited} - written.keys()
    with _told(base):
        # The lock is written last, so that whoever finds it finds what it lists.
        listed = File(LOCK, new_lock.to_bytes())
        if not _holds(base, LOCK, listed.content):
            written[LOCK] = listed
        if written or gone:
            _require_writable(base, (*written, *gone))
            confirm = partial(_require_still, base, wanted, changes)
            return _write(base, written, gone, confirm, spare)
    return ()


def _holds(base: str, path: str, content: bytes) -> bool:
    place = at(base, path)
    return look(place) is not None and read_regular(place) == content


def _write(
    base: str,
    written: Mapping[str, File],
    gone: set[str],
    confirm: Callable[[], None],
    spare: str | None,
) -> Container[str]:
    is_one_step = written.keys() == {LOCK} and not gone
    if look(base) is None or not is_one_step:
        try:
            return swap.write(base, written, gone, confirm, spare)
        except swap.Unavailable:
            pass
    journal.write(base, written, gone, confirm)
    return written


def _require_still(base: str, wanted: Mapping[str, File], changes: Changes) -> None:
    """Raise `OutputError` if somebody touched what we are about to replace."""
    due = Changes(changes.added, changes.changed, changes.removed)
    hashes = {path: wanted[path].hash for path in (*due.added, *due.changed)}
    lock = Lock.read(base) if due.changed or due.removed else None
    known = (
        {path: lock.files.get(path, "") for path in (*due.changed, *due.removed)}
        if lock
        else {}
    )
    if _compare(base, hashes, known, above({*hashes, *known})) != due:
        raise OutputError(
            f"somebody changed generated files in {printable(base)} while they were "
            "being replaced; run again"
        )


def _require_writable(base: str, paths: Iterable[str]) -> None:
    # The tree is replaced as a whole, which the mode of an inner folder does not stop.
    for folder in sorted({"", *above(paths)}):
        place = at(base, folder)
        if os.path.isdir(place) and not os.access(place, os.W_OK):
            raise OutputError(
                f"{printable(place)} is read-only; make it writable or choose another "
                "output folder"
            )


def recover(root: Root) -> None:
    """Finish or undo what a killed run left behind in and beside *root*.

    To be called first in every run, by whoever holds the `turn`.
    """
    base = absolute(root)
    with _told(base):
        swap.recover(base)
        journal.recover(base)


@contextmanager
def _told(base: str) -> Iterator[None]:
    """Make sentences of the system's errors."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {printable(base)}: {reason(error)}") from error
