"""Drafts -> files, doing again only what has changed: known keys are not rendered."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ..light import dataclass
from .cache import Cache, digest
from .files import Draft, File, sha256
from .tidy import tidy


@dataclass(frozen=True, slots=True)
class Counts:
    """How many drafts were rendered, and how many taken as they were."""

    rendered: int
    reused: int


def finish(
    drafts: Iterable[Draft], cache: Cache | None = None
) -> tuple[tuple[File, ...], Counts]:
    """Return a file for every draft, in their order, and what it took."""
    files: list[File] = []
    rendered = 0
    for draft in drafts:
        key = digest("draft", draft.path, draft.key)
        content = cache.fetch(key) if cache else None
        is_kept = content is not None
        if content is None:
            rendered += 1
            content = tidy(draft.path, draft.render(), is_sound=draft.is_sound)
            is_kept = cache is not None and cache.store(key, content)
        files.append(_file(draft.path, content, key, cache if is_kept else None))
    return tuple(files), Counts(rendered, len(files) - rendered)


def _file(path: str, content: bytes, key: str, cache: Cache | None) -> File:
    """Return a file that is read from the *cache* again, and not held until then."""
    if cache is None:
        return File(path, content)
    return File(path, partial(cache.fetch, key), sha256(content))
