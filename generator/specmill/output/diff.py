"""What writing would change, as lines to read; `--check` prints them.

The lines are safe for a terminal and their number is bounded, whatever stands on the
disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice

from .disk import absolute, at, read_regular
from .error import printable
from .files import File, by_path
from .tree import Changes

_LINES_PER_FILE = 200
_LONGEST = 200
# Comparing takes the square of the lines in the worst case.
_MOST_COMPARED = 5_000


def diff(
    root: str | os.PathLike[str],
    files: Iterable[File],
    changes: Changes,
    *,
    limit: int = 1_000,
) -> Iterator[str]:
    """Yield at most *limit* lines of unified diff, from the disk to *files*."""
    base = absolute(root)
    lines = _all(base, by_path(files), changes)
    yield from islice(lines, limit)
    if next(lines, None) is not None:
        yield "... and more"


def _all(base: str, files: dict[str, File], changes: Changes) -> Iterator[str]:
    groups = (changes.added, changes.changed, changes.removed, changes.edited)
    for path in sorted(path for group in groups for path in group):
        old = None if path in changes.added else _read(at(base, path))
        new = files[path].content if path in files else None
        lines = _between(path, old, new)
        yield from islice(lines, _LINES_PER_FILE)
        if next(lines, None) is not None:
            yield f"... and more of {path}"


def _read(place: str) -> bytes:
    try:
        return read_regular(place)
    except OSError:
        return b"(something that is no regular file)"


def _between(path: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    before, after = _lines(old), _lines(new)
    source, target = ("/dev/null" if side is None else path for side in (old, new))
    if len(before) + len(after) > _MOST_COMPARED:
        yield f"--- {source}"
        yield f"+++ {target}"
        yield f"differs; {len(before)} lines on the disk, {len(after)} would be written"
        return
    import difflib  # takes longer to load than most runs have to wait

    for line in difflib.unified_diff(before, after, source, target, lineterm=""):
        shown = printable(line)
        yield shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "..."


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "backslashreplace").split("\n")
