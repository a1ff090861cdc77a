"""Paths with segments, written and read."""

from __future__ import annotations

import re
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
    # A name of a segment may hold what no group of a regular expression may.
    names = _PLACEHOLDER.findall(template)
    fixed = map(re.escape, _PLACEHOLDER.split(template)[::2])
    match = re.search(f"{'([^/]+?)'.join(fixed)}\\Z", path)
    if match is None:
        return None
    return {
        name: unquote(text) for name, text in zip(names, match.groups(), strict=True)
    }
