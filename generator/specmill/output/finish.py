"""Drafts -> files, doing again only what has changed.

Two levels: a draft whose key is known is neither rendered nor formatted; a text that
was formatted before, whatever it followed from, is not formatted again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .cache import Cache, digest
from .files import Draft, File
from .tidy import FORMATTER, is_python, tidy


@dataclass(frozen=True, slots=True)
class Counts:
    """How many drafts were rendered, passed through black, and taken as they were."""

    rendered: int
    formatted: int
    reused: int


def finish(
    drafts: Iterable[Draft], cache: Cache | None = None
) -> tuple[tuple[File, ...], Counts]:
    """Return a file for every draft, in their order, and what it took."""
    files: list[File] = []
    rendered = formatted = 0
    for draft in drafts:
        key = digest("draft", draft.path, draft.key, FORMATTER)
        content = cache.fetch(key) if cache else None
        if content is None:
            rendered += 1
            content, was_formatted = _format(draft.path, draft.render(), cache)
            formatted += was_formatted
            if cache:
                cache.store(key, content)
        files.append(File(draft.path, content))
    reused = len(files) - rendered
    return tuple(files), Counts(rendered, formatted, reused)


def _format(path: str, text: str, cache: Cache | None) -> tuple[bytes, bool]:
    if cache is None or not is_python(path):
        return tidy(path, text), is_python(path)
    key = digest("text", path.rpartition(".")[2], text, FORMATTER)
    known = cache.fetch(key)
    if known is not None:
        return known, False
    content = tidy(path, text)
    cache.store(key, content)
    return content, True
