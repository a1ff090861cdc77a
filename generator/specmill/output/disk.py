"""The few ways in which this floor touches the disk.

Nothing here follows a symlink or waits for a FIFO, and files are only ever created:
a file that exists is replaced by a rename or not at all.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from functools import partial

from .error import OutputError, printable

# Absent on Windows, where the kinds of file that they guard against do not exist.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def at(root: str, path: str) -> str:
    """Return where *path*, relative and with slashes, stands below *root*."""
    return os.path.join(root, *path.split("/")) if path else root


def look(path: str) -> os.stat_result | None:
    """Return what stands at *path* itself, None if nothing does."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def absolute(root: str | os.PathLike[str]) -> str:
    """Return *root* as an absolute path; raise `OutputError` if it is no real folder.

    A root that does not exist yet is well.
    """
    path = os.path.abspath(root)
    found = look(path)
    if found and stat.S_ISLNK(found.st_mode):
        raise OutputError(
            f"{printable(path)} is a symlink; name the folder that it points to"
        )
    if found and not stat.S_ISDIR(found.st_mode):
        raise OutputError(f"{printable(path)} is not a folder; move it away")
    return path


def refuse_links(root: str, folders: Iterable[str]) -> None:
    """Raise `OutputError` if one of *folders* below *root* is a symlink."""
    for folder in sorted(folders):
        found = look(at(root, folder))
        if found and stat.S_ISLNK(found.st_mode):
            raise OutputError(
                f"{printable(at(root, folder))} is a symlink where a folder of "
                "generated files goes; remove it, specmill does not write through it"
            )


def read_regular(path: str, *, most: int | None = None) -> bytes:
    """Return the content of the regular file *path*, *most* octets of it if that is given.

    Raises `OSError` for whatever else has the name.
    """
    # Looked at before it is opened, because opening a device can have effects.
    _require_regular(path, os.lstat(path))
    opened = os.open(path, _READ | _BINARY)
    try:
        found = os.fstat(opened)
        _require_regular(path, found)
        if most is not None and found.st_size >= most:
            return os.read(opened, most)
        return b"".join(iter(partial(os.read, opened, found.st_size + 1), b""))
    finally:
        os.close(opened)


def _require_regular(path: str, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "Not a regular file", path)


def create(path: str, content: bytes) -> None:
    """Write a file that did not exist, and wait until the disk has it."""
    with os.fdopen(os.open(path, _CREATE | _BINARY, 0o666), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def replace_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Put *content* in place of the file at *path*, all of it or none.

    A link is followed, for its target is what was named; a device is written to.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as device:
            device.write(content)
        return
    beside = f"{target}.{os.getpid()}.new"
    try:
        create(beside, content)
        os.replace(beside, target)
    except OSError as error:
        if os.path.exists(beside):
            os.unlink(beside)
        raise OSError(error.errno, error.strerror, os.fspath(path)) from None


def settle(folder: str) -> None:
    """Wait until the disk has the names in *folder*, where the system can do so."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.EBADF, errno.ENOTSUP):
            raise
    finally:
        os.close(opened)


def take_after(path: str, model: os.stat_result) -> None:
    """Give *path* the mode and, where we may, the owner of *model*."""
    if hasattr(os, "chown") and os.geteuid() == 0:
        os.chown(path, model.st_uid, model.st_gid)
    os.chmod(path, stat.S_IMODE(model.st_mode) & 0o3777)


def remove_tree(folder: str) -> None:
    """Remove *folder* and all below it, folders that are read-only too."""
    import shutil

    for base, names, _ in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            mode = os.lstat(path).st_mode
            if stat.S_ISDIR(mode) and mode & 0o700 != 0o700:
                os.chmod(path, 0o700)
    shutil.rmtree(folder)
