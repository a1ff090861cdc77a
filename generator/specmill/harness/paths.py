"""Paths with segments, written and read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from .bodies import text_of
from .pointers import Json

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


def filled(path: str, document: Json) -> str:
    """Return *path* with the segments of *document*, every sign that has to be escaped."""
    for name, value in document.get("segments", {}).items():
        path = path.replace(f"{{{name}}}", quote(text_of(value), safe=""))
    return path


def segments_in(template: str, path: str) -> dict[str, str] | None:
    """Return the segments of *path*, which ends as *template* says; else None."""
    names, pattern = _read(template)
    match = pattern.search(path)
    if match is None:
        return None
    return {
        name: unquote(text) for name, text in zip(names, match.groups(), strict=True)
    }


@lru_cache(maxsize=4096)
def _read(template: str) -> tuple[list[str], re.Pattern[str]]:
    # A name of a segment may hold what no group of a regular expression may.
    fixed = map(re.escape, _PLACEHOLDER.split(template)[::2])
    pattern = re.compile(f"{'([^/]+?)'.join(fixed)}\\Z")
    return _PLACEHOLDER.findall(template), pattern
