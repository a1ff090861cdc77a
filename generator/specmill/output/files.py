"""Files to be written, as values: a path that is safe everywhere, and content.

`File` is final. `Draft` is a file that nobody has rendered yet; `finish` turns drafts
into files and renders only those whose key it has not met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .error import OutputError

LOCK = "specmill.lock"
"""The manifest that stands beside the files; no file may have its name."""

_PART = re.compile(r"[A-Za-z0-9_.-]{1,200}")
# Windows opens a device instead of a file for these, whatever the extension.
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[1-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it will stand on the disk; *path* is relative to the output root."""

    path: str
    content: bytes

    def __post_init__(self) -> None:
        require_safe(self.path)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file whose text is known only after `render()`.

    *key* is a digest of everything that the text depends on: equal keys promise equal
    texts, across runs and machines.
    """

    path: str
    key: str
    render: Callable[[], str]

    def __post_init__(self) -> None:
        require_safe(self.path)


def require_safe(path: str) -> None:
    """Raise `OutputError` unless *path* names a file below the root on any system."""
    flaw = next((found for part in path.split("/") if (found := _flaw(part))), None)
    if flaw:
        raise OutputError(f"{path!a} cannot be the path of a generated file: {flaw}")


def _flaw(part: str) -> str | None:
    if not _PART.fullmatch(part):
        return f"{part!a} is not 1 to 200 of letters, digits, '_', '.' and '-'"
    if part.endswith("."):
        return f"{part!a} ends in a dot"
    if _DEVICE.fullmatch(part):
        return f"{part!a} is the name of a device on Windows"
    return None


def by_path(files: Iterable[File]) -> dict[str, bytes]:
    """Return path -> content, sorted; raise `OutputError` if two files would meet.

    Two files meet when their paths differ in case alone, when one needs a folder where
    the other stands, and when one has a name that specmill keeps for itself.
    """
    contents: dict[str, bytes] = {}
    folded: dict[str, str] = {}
    for file in sorted(files, key=lambda file: file.path):
        _refuse_own(file.path)
        other = folded.setdefault(file.path.casefold(), file.path)
        if file.path in contents or other != file.path:
            raise OutputError(
                f"{file.path} and {other} would be one file on some disks"
            )
        contents[file.path] = file.content
    for path in contents:
        for folder in parents(path):
            if folder.casefold() in folded:
                raise OutputError(f"{folder} would be a file and the folder of {path}")
    return contents


def _refuse_own(path: str) -> None:
    first = path.split("/")[0].casefold()
    if first == LOCK or first.startswith(".specmill-"):
        raise OutputError(f"{path} is a name that specmill keeps for itself")


def parents(path: str) -> tuple[str, ...]:
    """Return the folders above *path* within the root, the outermost first."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[: count + 1]) for count in range(len(parts)))


def above(paths: Iterable[str]) -> set[str]:
    """Return the folders above any of *paths*."""
    return {folder for path in paths for folder in parents(path)}
