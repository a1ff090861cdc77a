"""Files to be written, as values: a path that is safe everywhere, and content.

`File` is final; its content may stand in a cache until it is written. `Draft` is a file
that nobody has rendered yet; `finish` turns drafts into files and renders only those
whose key it has not met.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from operator import attrgetter

from ..light import dataclass
from ..names import is_device
from .error import OutputError

LOCK = "specmill.lock"
"""The manifest that stands beside the files; no file may have its name."""

_PART = re.compile(r"[A-Za-z0-9_.-]{1,200}")


class File:
    """A file as it will stand on the disk; *path* is relative to the output root.

    Two are equal if path and content are.
    """

    __slots__ = ("_content", "hash", "path")

    def __init__(
        self,
        path: str,
        content: bytes | Callable[[], bytes | None],
        hash_: str | None = None,
    ) -> None:
        """Hold *content*, or what fetches it, whose SHA-256 is *hash_* then."""
        require_safe(path)
        self.path = path
        self._content = content
        if hash_ is None:
            assert isinstance(content, bytes)
            hash_ = sha256(content)
        self.hash = hash_

    @classmethod
    def known(cls, path: str, hash_: str) -> File:
        """Return a file of a safe *path* that is not at hand, and need not be."""
        file = cls.__new__(cls)
        file.path, file.hash, file._content = path, hash_, _nothing
        return file

    @property
    def content(self) -> bytes:
        """The octets; raises OutputError if what held them has lost them since."""
        if isinstance(self._content, bytes):
            return self._content
        content = self._content()
        if content is None or sha256(content) != self.hash:
            raise OutputError(
                f"what {self.path} is made of was changed while it was used; run again"
            )
        return content

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, File):
            return NotImplemented
        return (self.path, self.hash) == (other.path, other.hash)

    def __hash__(self) -> int:
        return hash((self.path, self.hash))

    def __repr__(self) -> str:
        return f"File({self.path!r}, {self.hash!r})"


def _nothing() -> None:
    """Return what is there of a file that is not at hand."""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Draft:
    """A file whose text is known only after `render()`.

    *key* is a digest of everything that the text depends on: equal keys promise equal
    texts, across runs and machines.
    """

    path: str
    key: str
    render: Callable[[], str]
    is_laid_out: bool = False
    """Whether the text stands as black leaves it, so that nothing has to format it."""
    is_sound: bool = False
    """Whether *render* sees to it that such a text is Python, or that is known."""

    def __post_init__(self) -> None:
        require_safe(self.path)


def require_safe(path: str) -> None:
    """Raise `OutputError` unless *path* names a file below the root on any system."""
    flaw = next((found for part in path.split("/") if (found := _flaw(part))), None)
    if flaw:
        raise OutputError(f"{path!a} cannot be the path of a generated file: {flaw}")


def are_safe(paths: Iterable[str]) -> bool:
    """Tell whether every one of *paths* is one that `require_safe` lets pass."""
    return not any(map(_flaw, {part for path in paths for part in path.split("/")}))


@cache  # the same names of folders come thousands of times
def _flaw(part: str) -> str | None:
    if not _PART.fullmatch(part):
        return f"{part!a} is not 1 to 200 of letters, digits, '_', '.' and '-'"
    if part.endswith("."):
        return f"{part!a} ends in a dot"
    if is_device(part):
        return f"{part!a} is the name of a device on Windows"
    return None


def by_path(files: Iterable[File]) -> dict[str, File]:
    """Return the files by path, sorted; raise `OutputError` if two of them would meet.

    Two files meet when their paths differ in case alone, when one needs a folder where
    the other stands, and when one has a name that specmill keeps for itself.
    """
    listed = sorted(files, key=attrgetter("path"))
    found = {file.path: file for file in listed}
    folded = {path.casefold() for path in found}
    if len(folded) < len(listed):
        raise _met(found, listed)
    folders = above(found)
    for folder in sorted(folders, key=len):
        if folder.casefold() in folded:
            path = next(path for path in found if path.startswith(f"{folder}/"))
            raise OutputError(f"{folder} would be a file and the folder of {path}")
    for first in {path.partition("/")[0]: path for path in found}.items():
        _refuse_own(*first)
    return found


def _met(found: Iterable[str], listed: Iterable[File]) -> OutputError:
    """Return what is to be said of two files that are one."""
    folded: dict[str, str] = {}
    for path in found:
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            return _meeting(path, other)
    path = next(a.path for a, b in pairwise(listed) if a.path == b.path)
    return _meeting(path, path)


def _meeting(path: str, other: str) -> OutputError:
    return OutputError(f"{path} and {other} would be one file on some disks")


def _refuse_own(first: str, path: str) -> None:
    first = first.casefold()
    if first == LOCK or first.startswith(".specmill-"):
        raise OutputError(f"{path} is a name that specmill keeps for itself")


def parents(path: str) -> tuple[str, ...]:
    """Return the folders above *path* within the root, the outermost first."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[: count + 1]) for count in range(len(parts)))


def above(paths: Iterable[str]) -> set[str]:
    """Return the folders above any of *paths*."""
    found: set[str] = set()
    for folder in {path.rpartition("/")[0] for path in paths}:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
