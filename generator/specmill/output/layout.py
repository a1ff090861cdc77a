"""What stands in the output root, and what of it will stand in the next tree.

Looking and deciding only; `swap` and `journal` are two ways of doing it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Set

from ..light import dataclass
from .error import OutputError, printable
from .files import above, parents

PRIVATE = ".specmill-"
"""How the names of our own folders in the root begin; they are no part of a tree."""

BYTECODE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything below a root by its relative path."""

    files: Mapping[str, int]
    """The inodes of all that is no folder."""
    folders: Collection[str]
    """Outer ones first."""


EMPTY = Tree({}, ())


@dataclass(frozen=True, slots=True)
class Layout:
    """The next tree, apart from the files that will be written into it.

    *kept* stays as it is; *folders* are all that there will be, *emptied* those that
    end with the last of our files in them. Outer folders come before inner ones.
    """

    kept: Set[str]
    folders: tuple[str, ...]
    emptied: tuple[str, ...]


def scan(root: str) -> Tree:
    """Return what is below *root*; symlinks are looked at, not followed."""
    files: dict[str, int] = {}
    folders: dict[str, None] = {}
    waiting = [("", root)]
    while waiting:
        before, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = before + entry.name
                if not before and path.startswith(PRIVATE):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders[path] = None
                    waiting.append((f"{path}/", entry.path))
                else:
                    files[path] = entry.inode()
    return Tree(files, folders)


def lay_out(tree: Tree, written: Collection[str], gone: Collection[str]) -> Layout:
    """Return the next tree when *written* come into *tree* and *gone* leave it.

    A folder goes when the last of our files in it does; compiled Python does not hold
    it. Raises `OutputError` if something that is not ours is in the way.
    """
    folders = {*tree.folders}
    kept = {*tree.files}.difference(written, gone)
    emptied = above(gone) & folders
    emptied -= above(written)
    if emptied:
        emptied -= above(path for path in kept if BYTECODE not in path.split("/"))
        kept = {path for path in kept if emptied.isdisjoint(parents(path))}
    left = {path for path in folders - emptied if emptied.isdisjoint(parents(path))}
    left |= above(written)
    _refuse_obstacles(written, kept, left)
    return Layout(kept, tuple(sorted(left)), tuple(sorted(emptied)))


def _refuse_obstacles(
    written: Collection[str], kept: Collection[str], folders: Collection[str]
) -> None:
    for path in written:
        if path in folders:
            raise _in_the_way(path, "folder", path)
        for folder in parents(path):
            if folder in kept:
                raise _in_the_way(folder, "file", path)


def _in_the_way(path: str, kind: str, wanted: str) -> OutputError:
    return OutputError(
        f"{printable(path)} is a {kind} that specmill did not make, in the way of "
        f"{wanted}; move it away"
    )
