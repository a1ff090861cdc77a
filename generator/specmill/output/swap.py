"""Replace a whole tree in one step of the file system.

The next tree is built beside the root, in `<root>.specmill-<random>/tree`: hard links
for what stays, new files for what changes. Then both folders exchange their names,
which no kill and no reader can see half done.

What is exchanged for it, the old tree, may be kept as a spare: all but what changes in it
is linked already, so that the next tree is built of it in a moment. Nothing depends on
how it is found: its names are compared with those of the root, inode by inode.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import (
    Callable,
    Collection,
    Container,
    Iterable,
    Iterator,
    Mapping,
)
from contextlib import suppress

from .disk import (
    absolute,
    at,
    create,
    look,
    read_regular,
    refuse_links,
    remove_tree,
    settle,
    take_after,
)
from .error import OutputError, printable, reason
from .files import LOCK, File, above, parents
from .layout import BYTECODE, EMPTY, Layout, Tree, lay_out, scan
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
    spare: str | None = None,
) -> Container[str]:
    """Put *written* into the tree at *root* and take *gone* from it, at once.

    *confirm* is called last and may raise. *spare* is where an old tree is kept, if one
    is. Returns the paths of the files that were touched: written or linked anew. Raises
    `Unavailable` where trees cannot be exchanged.
    """
    existed = look(root) is not None
    staging = f"{root}.specmill-{os.urandom(6).hex()}"
    try:
        os.makedirs(os.path.dirname(root), exist_ok=True)
        os.mkdir(staging, 0o700)
        try:
            tree = _open_tree(staging, spare if existed else None)
            linked = _fill(root, tree, written, gone)
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
        _close(staging, root, spare=spare, ours=written)
    except OSError as error:
        raise OutputError(
            f"{printable(root)} is written, but what it replaced is left in "
            f"{printable(staging)}: {reason(error)}; the next run removes it"
        ) from error
    return {*written, *linked}


def recover(root: str) -> None:
    """Remove what killed runs left beside *root*."""
    parent, name = os.path.split(root)
    litter = re.compile(re.escape(name) + r"\.specmill-[0-9a-f]{12}")
    if os.path.isdir(parent):
        for other in sorted(os.listdir(parent)):
            place = os.path.join(parent, other)
            if litter.fullmatch(other) and stat.S_ISDIR(os.lstat(place).st_mode):
                _close(place, root)


def _open_tree(staging: str, spare: str | None) -> str:
    """Make the next tree, and a note by which the old one in its place is known."""
    tree = os.path.join(staging, "tree")
    if not (spare and _is_moved(spare, tree)):
        os.mkdir(tree)
    create(os.path.join(staging, _NOTE), str(os.lstat(tree).st_ino).encode())
    return tree


def _is_moved(folder: str, place: str) -> bool:
    """Move a folder; tell whether that could be done."""
    found = look(folder)
    if found is None or not stat.S_ISDIR(found.st_mode):
        return False
    try:
        os.rename(folder, place)
    except OSError:  # another file system
        return False
    return True


def _fill(
    root: str, tree: str, written: Mapping[str, File], gone: Collection[str]
) -> Collection[str]:
    """Make *tree* the next tree, from whatever it holds; return what had to be linked."""
    model = look(root)
    old = scan(root) if model else EMPTY
    layout = lay_out(old, written, gone)
    linked = _link(root, tree, old, layout)
    for path, file in written.items():
        create(at(tree, path), file.content)
        before = look(at(root, path)) if path in old.files else None
        if before and stat.S_ISREG(before.st_mode):
            take_after(at(tree, path), before)
    touched = above((*written, *gone))
    for folder in reversed(layout.folders):
        if folder in old.folders:
            _copy_folder(at(root, folder), at(tree, folder), folder not in touched)
    if model:
        _copy_folder(root, tree, False)
    return linked


def _link(root: str, tree: str, old: Tree, layout: Layout) -> Collection[str]:
    """Let *tree* hold the folders and kept files of *layout*, and nothing else."""
    found, folders = scan(tree), {*layout.folders}
    same = {path for path, _ in found.files.items() & old.files.items()} & layout.kept
    for path in found.files.keys() - same:
        os.unlink(at(tree, path))
    for path in reversed([*found.folders]):  # inner ones first
        if path not in folders:
            os.rmdir(at(tree, path))
    for path in layout.folders:
        if path not in found.folders:
            os.mkdir(at(tree, path))
    linked = layout.kept - same
    for path in linked:
        os.link(at(root, path), at(tree, path), follow_symlinks=False)
    return linked


def _copy_folder(old: str, new: str, is_same: bool) -> None:
    """Make *new* the folder that *old* is, with its times if its names *is_same*."""
    model, times = os.lstat(old), os.lstat(new)
    is_alike = (model.st_mode, model.st_uid, model.st_gid) == (
        times.st_mode,
        times.st_uid,
        times.st_gid,
    )
    is_timed = not is_same or model.st_mtime_ns == times.st_mtime_ns
    if is_alike and is_timed and not (_has_more(old) or _has_more(new)):
        return
    import shutil

    take_after(new, model)
    shutil.copystat(old, new)  # also access lists and other attributes
    if not is_same:
        os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))


def _has_more(folder: str) -> bool:
    """Tell whether a folder has, or may have, access lists or other attributes."""
    if not hasattr(os, "listxattr"):
        return True
    try:
        return bool(os.listxattr(folder))
    except OSError:
        return True


def _put_in_place(tree: str, root: str) -> None:
    if look(absolute(root)) is None:
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


def _close(
    staging: str, root: str, *, spare: str | None = None, ours: Collection[str] = ()
) -> None:
    """Remove *staging*, with the next tree or the old one, whichever is in it.

    The old one becomes the *spare*, where one is wanted. *ours* are files of the new
    tree that the old one does not list, None of them where its lock is to be read.
    """
    tree = os.path.join(staging, "tree")
    if _is_old(staging, tree):
        known = {LOCK, *_listed(tree), *(ours or _listed(root))}
        foreign = list(_foreign(tree, known))
        _give_back(tree, root, foreign)
        # From here on the tree loses files, its lock too, and no longer tells what is
        # whose: without the note, the next run only removes what this one leaves.
        os.unlink(os.path.join(staging, _NOTE))
        if spare:
            with suppress(OSError):  # then there is none
                _keep(tree, spare, foreign)
    remove_tree(staging)


def _keep(tree: str, spare: str, foreign: Iterable[str]) -> None:
    """Keep the old tree, as far as it is ours: what is not has one name alone."""
    for path in foreign:
        if look(at(tree, path)):
            os.unlink(at(tree, path))
    standing = look(spare)
    if standing:
        (remove_tree if stat.S_ISDIR(standing.st_mode) else os.unlink)(spare)
    if os.path.isdir(os.path.dirname(spare)):
        _is_moved(tree, spare)


def _is_old(staging: str, tree: str) -> bool:
    found = look(tree)
    try:
        with open(os.path.join(staging, _NOTE), "rb") as note:
            if found is None or not stat.S_ISDIR(found.st_mode):
                return False  # whatever was put in its place is no tree of ours
            return found.st_ino != int(note.read())
    except (FileNotFoundError, ValueError):  # killed before the tree could be filled
        return False


def _foreign(tree: str, ours: Collection[str]) -> Iterator[str]:
    """Yield the files in *tree* that are not ours, compiled Python aside."""
    for path in {*scan(tree).files}.difference(ours):
        if BYTECODE not in path.split("/"):
            yield path


def _give_back(old: str, root: str, foreign: Iterable[str]) -> None:
    """Move to *root* what others saved in the *old* tree after it had been looked at.

    Such a file is not ours and is not the one that was linked into the new tree.
    """
    for path in foreign:
        standing, found = look(at(root, path)), os.lstat(at(old, path))
        if standing is None or standing.st_ino != found.st_ino:
            absolute(root)  # somebody may have put a link in its place since
            refuse_links(root, parents(path))
            os.makedirs(os.path.dirname(at(root, path)), exist_ok=True)
            os.replace(at(old, path), at(root, path))


def _listed(root: str) -> Collection[str]:
    """Return what the lock in *root* lists, nothing where it is none.

    Raises OSError for one that cannot be read now: what it lists would be foreign.
    """
    place = at(root, LOCK)
    found = look(place)
    if found is None or not stat.S_ISREG(found.st_mode):
        return ()
    raw = read_regular(place)
    try:
        return Lock.told(place, raw).files
    except OutputError:
        return ()
