"""What stands in the output root, and what of it will stand in the next tree.

Looking and deciding only; `swap` and `journal` are two ways of doing it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import TypeAlias

from ..light import dataclass
from .error import OutputError, printable
from .files import above, parents

PRIVATE = ".specmill-"
"""How the names of our own folders in the root begin; they are no part of a tree."""

Tree: TypeAlias = "Mapping[str, os.DirEntry[str]]"
"""Everything below a root by its relative path, outer folders first."""

BYTECODE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Layout:
    """The next tree, apart from the files that will be written into it.

    *kept* stays as it is; *folders* are all that there will be, *emptied* those that
    end with the last of our files in them. Outer folders come before inner ones.
    """

    kept: tuple[str, ...]
    folders: tuple[str, ...]
    emptied: tuple[str, ...]


def scan(root: str) -> Tree:
    """Return what is below *root*; symlinks are looked at, not followed."""
    found: dict[str, os.DirEntry[str]] = {}
    waiting = [("", root)]
    while waiting:
        before, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = before + entry.name
                if not before and path.startswith(PRIVATE):
                    continue
                found[path] = entry
                if is_folder(entry):
                    waiting.append((f"{path}/", entry.path))
    return found


def is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def lay_out(tree: Tree, written: Collection[str], gone: Collection[str]) -> Layout:
    """Return the next tree when *written* come into *tree* and *gone* leave it.

    A folder goes when the last of our files in it does; compiled Python does not hold
    it. Raises `OutputError` if something that is not ours is in the way.
    """
    folders = {path for path, entry in tree.items() if is_folder(entry)}
    kept = [
        path
        for path in tree
        if path not in folders and path not in written and path not in gone
    ]
    emptied = above(gone) & folders
    emptied -= above(written)
    if emptied:
        emptied -= above(path for path in kept if BYTECODE not in path.split("/"))
        kept = [path for path in kept if emptied.isdisjoint(parents(path))]
    left = {path for path in folders - emptied if emptied.isdisjoint(parents(path))}
    left |= above(written)
    _refuse_obstacles(written, set(kept), left)
    return Layout(tuple(kept), tuple(sorted(left)), tuple(sorted(emptied)))


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
