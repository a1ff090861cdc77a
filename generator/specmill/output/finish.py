"""Drafts -> files, doing again only what has changed.

Two levels: a draft whose key is known is neither rendered nor formatted; a text that
was formatted before, whatever it followed from, is not formatted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from ..light import dataclass
from .cache import Cache, digest
from .files import Draft, File, sha256
from .tidy import FORMATTER, as_it_is, is_python, tidy_all


@dataclass(frozen=True, slots=True)
class Counts:
    """How many drafts were rendered, passed through black, and taken as they were."""

    rendered: int
    formatted: int
    reused: int


BATCH = 64
"""How many texts are formatted in one go."""


def finish(
    drafts: Iterable[Draft], cache: Cache | None = None
) -> tuple[tuple[File, ...], Counts]:
    """Return a file for every draft, in their order, and what it took."""
    files: list[File] = []
    waiting: list[_Text] = []
    rendered = formatted = 0
    for draft in drafts:
        key = digest("draft", draft.path, draft.key, FORMATTER)
        known = cache.fetch(key) if cache else None
        if known is None:
            rendered += 1
            waiting.append(_Text(len(files), draft, draft.render(), key))
        # A place for what has to wait.
        files.append(_file(draft.path, known or b"", key, cache))
        if len(waiting) == BATCH:
            formatted += _fill(files, waiting, cache)
            waiting = []
    formatted += _fill(files, waiting, cache)
    return tuple(files), Counts(rendered, formatted, len(files) - rendered)


def _file(path: str, content: bytes, key: str, cache: Cache | None) -> File:
    """Return a file that is read from the *cache* again, and not held until then."""
    if cache is None:
        return File(path, content)
    return File(path, partial(cache.fetch, key), sha256(content))


@dataclass(frozen=True, slots=True)
class _Text:
    place: int
    draft: Draft
    text: str
    kept_as: str
    """The key of what the draft becomes."""

    @property
    def path(self) -> str:
        return self.draft.path

    @property
    def is_to_format(self) -> bool:
        return is_python(self.path) and not self.draft.is_laid_out

    @property
    def key(self) -> str:
        return digest("text", self.path.rpartition(".")[2], self.text, FORMATTER)


def _fill(files: list[File], texts: Sequence[_Text], cache: Cache | None) -> int:
    """Put what *texts* become in their places; return how many were formatted."""
    to_format = [each for each in texts if each.is_to_format]
    keys = {each.place: each.key for each in to_format} if cache else {}
    found = {
        each.place: as_it_is(each.path, each.text, is_sound=each.draft.is_sound)
        for each in texts
        if not each.is_to_format
    }
    for place, key in keys.items():
        known = cache.fetch(key) if cache else None
        if known is not None:
            found[place] = known
    due = [each for each in to_format if each.place not in found]
    made = tidy_all([(each.path, each.text) for each in due])
    found |= {each.place: content for each, content in zip(due, made, strict=True)}
    for each in texts:
        content = found[each.place]
        is_stored = cache is not None and cache.store(each.kept_as, content)
        files[each.place] = _file(
            each.path, content, each.kept_as, cache if is_stored else None
        )
    for each in due:
        if cache:
            cache.store(keys[each.place], found[each.place])
    return len(due)
