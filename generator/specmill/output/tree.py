"""Make a folder hold exactly the given files: `plan` looks, `apply` does.

Files are ours if the lock lists them. Whatever else stands in the folder is somebody
else's: it stays, whatever happens around it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import partial

from . import journal, swap
from .disk import absolute, at, look, read_regular, refuse_links
from .error import EditedByHand, OutputError, printable, reason
from .files import LOCK, File, above, by_path, parents
from .lock import Lock, sha256

Root = str | os.PathLike[str]

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
    root: Root, files: Iterable[File], lock: Lock | None, *, force: bool = False
) -> Changes:
    """Return what it takes to make *root* hold *files*, when *lock* tells what is ours.

    Raises `EditedByHand` unless *force*; with it, the edits are in the answer.
    """
    base = absolute(root)
    hashes = {path: sha256(content) for path, content in by_path(files).items()}
    refuse_links(base, above(hashes))
    changes = _compare(base, hashes, lock.files if lock else {})
    if changes.edited and not force:
        raise EditedByHand(os.fspath(root), changes.edited)
    return changes


def _compare(base: str, hashes: Mapping[str, str], known: Mapping[str, str]) -> Changes:
    fates: dict[str, list[str]] = {field.name: [] for field in fields(Changes)}
    paths = {*hashes, *known}
    # What lies beyond a symlink is not in the root, whatever the lock says.
    linked = {folder for folder in above(paths) if os.path.islink(at(base, folder))}
    for path in sorted(paths):
        if not linked.isdisjoint(parents(path)):
            continue
        fate = _fate(_standing(base, path), hashes.get(path), known.get(path))
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


def apply(root: Root, files: Iterable[File], new_lock: Lock, changes: Changes) -> None:
    """Carry out *changes*, the plan for *files*, and leave *new_lock* beside them.

    All of it happens or nothing does, also when the process is killed; `recover` is to
    be called before the plan. Nothing is written if nothing changes. Raises
    `OutputError`; then the old tree stands.
    """
    base = absolute(root)
    contents = by_path(files)
    due = (*changes.added, *changes.changed, *changes.edited)
    written = {path: contents[path] for path in due if path in contents}
    gone = {*changes.removed, *changes.edited} - written.keys()
    with _told(base):
        # The lock is written last, so that whoever finds it finds what it lists.
        if not _holds(base, LOCK, new_lock.to_bytes()):
            written[LOCK] = new_lock.to_bytes()
        if written or gone:
            _require_writable(base, (*written, *gone))
            _write(
                base, written, gone, partial(_require_still, base, contents, changes)
            )


def _holds(base: str, path: str, content: bytes) -> bool:
    place = at(base, path)
    return look(place) is not None and read_regular(place) == content


def _write(
    base: str,
    written: Mapping[str, bytes],
    gone: set[str],
    confirm: Callable[[], None],
) -> None:
    is_one_step = written.keys() == {LOCK} and not gone
    if look(base) is None or not is_one_step:
        try:
            return swap.write(base, written, gone, confirm)
        except swap.Unavailable:
            pass
    journal.write(base, written, gone, confirm)


def _require_still(base: str, contents: Mapping[str, bytes], changes: Changes) -> None:
    """Raise `OutputError` if somebody touched what we are about to replace."""
    due = Changes(changes.added, changes.changed, changes.removed)
    hashes = {path: sha256(contents[path]) for path in (*due.added, *due.changed)}
    lock = Lock.read(base) if due.changed or due.removed else None
    known = (
        {path: lock.files.get(path, "") for path in (*due.changed, *due.removed)}
        if lock
        else {}
    )
    if _compare(base, hashes, known) != due:
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
