"""Replace files one by one, so that a run that is killed can be finished by the next.

For file systems where `swap` is not available. New files wait in
`<root>/.specmill-<random>/` until a journal beside them says what is to be done; from
then on the only way is forward.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import Any

from .disk import (
    at,
    create,
    look,
    refuse_links,
    remove_tree,
    settle,
    take_after,
)
from .error import OutputError, printable, reason
from .files import File, above
from .layout import BYTECODE, PRIVATE, Tree, lay_out, scan

_JOURNAL = "journal"
_STAYS = frozenset(
    {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR, errno.EBUSY}
    | {errno.EACCES, errno.EPERM, errno.EROFS, errno.EINVAL}
)
_LITTER = re.compile(re.escape(PRIVATE) + r"[0-9a-f]{12}")


def write(
    root: str,
    written: Mapping[str, File],
    gone: Collection[str],
    confirm: Callable[[], None],
) -> None:
    """Put *written* into the tree at *root* and take *gone* from it.

    *confirm* is called before the first change and may raise.
    """
    staging = os.path.join(root, f"{PRIVATE}{os.urandom(6).hex()}")
    os.mkdir(staging, 0o700)
    try:
        tree = scan(root)
        journal = _stage(staging, root, tree, written, gone)
        confirm()
        _commit(staging, journal)
    except BaseException:
        # Nothing has been replaced yet, so that it can be taken back.
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(staging, _JOURNAL))
        remove_tree(staging)
        raise
    _roll_forward(staging, root)


def recover(root: str) -> None:
    """Finish what killed runs began in *root*, and remove what they only prepared."""
    for name in sorted(os.listdir(root)) if look(root) else ():
        staging = os.path.join(root, name)
        if _LITTER.fullmatch(name) and stat.S_ISDIR(os.lstat(staging).st_mode):
            if look(os.path.join(staging, _JOURNAL)):
                _roll_forward(staging, root)
            else:
                remove_tree(staging)


def _stage(
    staging: str,
    root: str,
    tree: Tree,
    written: Mapping[str, File],
    gone: Collection[str],
) -> dict[str, Any]:
    """Write the new files; return what is to be done with them and with the old ones.

    Each step names what it expects to find, so that it is taken once, and never over
    something else.
    """
    layout = lay_out(tree, written, gone)
    puts = {}
    for number, (path, file) in enumerate(written.items()):
        place = os.path.join(staging, str(number))
        create(place, file.content)
        old = _stat(root, tree, path)
        if old and stat.S_ISREG(old.st_mode):
            take_after(place, old)
        puts[path] = [str(number), _mark(old)]
    return {
        "drop": {path: _mark(_stat(root, tree, path)) for path in gone},
        "emptied": layout.emptied[::-1],
        "put": puts,
    }


def _stat(root: str, tree: Tree, path: str) -> os.stat_result | None:
    return look(at(root, path)) if path in tree.files else None


def _mark(found: os.stat_result | None) -> list[int] | None:
    if found is None or stat.S_ISDIR(found.st_mode):
        return None
    return [found.st_ino, found.st_size, found.st_mtime_ns]


def _commit(staging: str, journal: dict[str, Any]) -> None:
    draft = os.path.join(staging, "draft")
    create(draft, json.dumps(journal).encode())
    os.rename(draft, os.path.join(staging, _JOURNAL))
    settle(staging)
    settle(os.path.dirname(staging))


def _roll_forward(staging: str, root: str) -> None:
    """Do what the journal in *staging* says, from wherever an earlier run came to."""
    try:
        with open(os.path.join(staging, _JOURNAL), "rb") as opened:
            journal = json.load(opened)
        _take_steps(staging, root, journal)
        remove_tree(staging)
    except OSError as error:
        raise OutputError(
            f"{printable(root)} is half replaced: {reason(error)}; the next run "
            "finishes it once that is solved"
        ) from error


def _take_steps(staging: str, root: str, journal: dict[str, Any]) -> None:
    refuse_links(root, above(journal["put"]))
    for path, expected in journal["drop"].items():
        if expected and _mark(look(at(root, path))) == expected:
            os.unlink(at(root, path))
    for folder in journal["emptied"]:
        _remove_emptied(at(root, folder))
    for path, (name, expected) in journal["put"].items():
        staged = os.path.join(staging, name)
        if look(staged) and _mark(look(at(root, path))) == expected:
            os.makedirs(os.path.dirname(at(root, path)), exist_ok=True)
            os.replace(staged, at(root, path))
    for folder in {"", *above(journal["put"])}:
        settle(at(root, folder))


def _remove_emptied(folder: str) -> None:
    bytecode = os.path.join(folder, BYTECODE)
    found = look(bytecode)
    if found and stat.S_ISDIR(found.st_mode):
        remove_tree(bytecode)
    try:
        os.rmdir(folder)
    except OSError as error:
        # Somebody may have put something there since, or mounted it: then it stays.
        if error.errno not in _STAYS:
            raise
