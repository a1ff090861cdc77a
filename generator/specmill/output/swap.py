"""Replace a whole tree in one step of the file system.

The next tree is built beside the root, in `<root>.specmill-<random>/tree`: hard links
for what stays, new files for what changes. Then both folders exchange their names,
which no kill and no reader can see half done, and the old one is removed.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

from .disk import at, create, look, remove_tree, settle, take_after
from .error import OutputError, printable, reason
from .files import LOCK, File, above
from .layout import BYTECODE, lay_out, scan
from .lock import Lock

_NOTE = "next"

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2

# What file systems say that have no exchange or no hard links, mount points that cannot
# be exchanged, and parents in which nothing can be made.
_UNAVAILABLE = frozenset(
    {
        errno.ENOSYS,
        errno.EINVAL,
        errno.EXDEV,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.EPERM,
        errno.EACCES,
        errno.EBUSY,
        errno.EMLINK,
        errno.EROFS,
    }
)


class Unavailable(Exception):
    """This tree cannot be exchanged; nothing has changed."""


def write(
    root: str,
    written: Mapping[str, File],
    gone: Collection[str],
    confirm: Callable[[], None],
) -> None:
    """Put *written* into the tree at *root* and take *gone* from it, at once.

    *confirm* is called last and may raise. Raises `Unavailable` where trees cannot be
    exchanged.
    """
    existed = look(root) is not None
    staging = f"{root}.specmill-{os.urandom(6).hex()}"
    try:
        os.makedirs(os.path.dirname(root), exist_ok=True)
        os.mkdir(staging, 0o700)
        try:
            tree = _open_tree(staging)
            _fill(root, tree, written, gone)
            confirm()
            _put_in_place(tree, root)
        except BaseException:
            _close(staging, root)
            raise
    except OSError as error:
        if existed and error.errno in _UNAVAILABLE:
            raise Unavailable from error
        raise
    try:
        _close(staging, root)
    except OSError as error:
        raise OutputError(
            f"{printable(root)} is written, but what it replaced is left in "
            f"{printable(staging)}: {reason(error)}; the next run removes it"
        ) from error


def recover(root: str) -> None:
    """Remove what killed runs left beside *root*."""
    parent, name = os.path.split(root)
    litter = re.compile(re.escape(name) + r"\.specmill-[0-9a-f]{12}")
    if os.path.isdir(parent):
        for other in sorted(os.listdir(parent)):
            place = os.path.join(parent, other)
            if litter.fullmatch(other) and stat.S_ISDIR(os.lstat(place).st_mode):
                _close(place, root)


def _open_tree(staging: str) -> str:
    """Make the next tree, and a note by which the old one in its place is known."""
    tree = os.path.join(staging, "tree")
    os.mkdir(tree)
    create(os.path.join(staging, _NOTE), str(os.lstat(tree).st_ino).encode())
    return tree


def _fill(
    root: str, tree: str, written: Mapping[str, File], gone: Collection[str]
) -> None:
    model = look(root)
    old = scan(root) if model else {}
    layout = lay_out(old, written, gone)
    for folder in layout.folders:
        os.mkdir(at(tree, folder))
    for path in layout.kept:
        os.link(at(root, path), at(tree, path), follow_symlinks=False)
    for path, file in written.items():
        create(at(tree, path), file.content)
        if path in old and stat.S_ISREG(old[path].st_mode):
            take_after(at(tree, path), old[path])
    touched = above((*written, *gone))
    for folder in reversed(layout.folders):
        if folder in old:
            _copy_folder(at(root, folder), at(tree, folder), folder not in touched)
    if model:
        _copy_folder(root, tree, False)


def _copy_folder(old: str, new: str, is_same: bool) -> None:
    """Make *new* the folder that *old* is, with its times if its names *is_same*."""
    import shutil

    times = os.lstat(new)
    take_after(new, os.lstat(old))
    shutil.copystat(old, new)  # also access lists and other attributes
    if not is_same:
        os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))


def _put_in_place(tree: str, root: str) -> None:
    if look(root) is None:
        os.rename(tree, root)
    else:
        here = _working_folder()
        exchange(tree, root)
        if here and os.path.commonpath((here, root)) == root:
            # We stand in the old tree, where relative paths would soon lead nowhere.
            with suppress(OSError):
                os.chdir(here)
    # Also makes what happened before durable: metadata reaches the disk in order.
    settle(os.path.dirname(root))


def _working_folder() -> str | None:
    try:
        return os.getcwd()
    except FileNotFoundError:
        return None


def exchange(one: str, other: str) -> None:
    """Exchange two names in one step; `OSError` with ENOSYS where that is unknown."""
    import ctypes

    # None is the running program with all that it has loaded, the C library too.
    system = ctypes.CDLL(None if os.name == "posix" else "kernel32", use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        failed = system.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _LINUX_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(system, "renamex_np"):
        failed = system.renamex_np(first, second, _MACOS_SWAP)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), other)


def _close(staging: str, root: str) -> None:
    """Remove *staging*, with the next tree or the old one, whichever is in it."""
    tree = os.path.join(staging, "tree")
    if _is_old(staging, tree):
        _give_back(tree, root)
        # From here on the tree loses files, its lock too, and no longer tells what is
        # whose: without the note, the next run only removes what this one leaves.
        os.unlink(os.path.join(staging, _NOTE))
    remove_tree(staging)


def _is_old(staging: str, tree: str) -> bool:
    found = look(tree)
    try:
        with open(os.path.join(staging, _NOTE), "rb") as note:
            return found is not None and found.st_ino != int(note.read())
    except (FileNotFoundError, ValueError):  # killed before the tree could be filled
        return False


def _give_back(old: str, root: str) -> None:
    """Move to *root* what others saved in the *old* tree after it had been looked at.

    Such a file is not ours and is not the one that was linked into the new tree.
    """
    ours = {LOCK, *_listed(old), *_listed(root)}
    for path, found in scan(old).items():
        parts = path.split("/")
        if stat.S_ISDIR(found.st_mode) or path in ours or BYTECODE in parts:
            continue
        standing = look(at(root, path))
        if standing is None or standing.st_ino != found.st_ino:
            os.makedirs(os.path.dirname(at(root, path)), exist_ok=True)
            os.replace(at(old, path), at(root, path))


def _listed(root: str) -> Collection[str]:
    try:
        lock = Lock.read(root)
    except OutputError:
        return ()
    return lock.files if lock else ()
