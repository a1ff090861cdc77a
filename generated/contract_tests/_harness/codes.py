"""Codes as pages list them: each by itself, as a range or as a pattern, in levels.

Written from the page's side: it shares nothing with how a client looks codes up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from .replies import Code

NEW_CODE: Final = "9999999"
"""A code that no page has."""
NO_LEVEL: Final = "990"
"""A lower level that no page lists, where a code is a class of codes."""
NAMED: Final = re.compile(r"\{[a-z][a-z0-9_]*\}")
"""What stands in a documented message for text that differs from case to case."""


def listed(codes: Sequence[Code], text: str, separators: Iterable[str]) -> Code | None:
    """Return the code that *text* is, or the first that it falls under."""
    parents = [
        text[: found.start()]
        for separator in separators
        for found in re.finditer(re.escape(separator), text)
    ]
    for candidate in (text, *sorted(parents, key=len, reverse=True)):
        own = (each for each in codes if each.code == candidate)
        under = (each for each in codes if _covers(each, candidate))
        code = next(own, None) or next(under, None)
        if code is not None:
            return code
    return None


def _covers(code: Code, text: str) -> bool:
    if code.match == "pattern":
        shape = "".join("[0-9]" if s == "x" else re.escape(s) for s in code.code)
        return re.fullmatch(shape, text) is not None
    if code.match == "range" and re.fullmatch("[0-9]{1,18}", text):
        low, high = code.code.split("..")
        is_padded = low.startswith("0") and len(low) > 1
        is_plain = len(text) == len(low) if is_padded else text == str(int(text))
        return is_plain and int(low) <= int(text) <= int(high)
    return False


def levels(text: str, separator: str, count: int) -> list[str]:
    """Return *count* levels of a code; those that it leaves open are unlisted ones."""
    parts = text.split(separator, count - 1) if separator else [text]
    return parts + [NO_LEVEL] * (count - len(parts))


def filled(message: str, name: str) -> str:
    """Return a documented message that is about *name*."""
    return NAMED.sub(lambda _: name, message)


def is_told(text: str, messages: Iterable[str]) -> bool:
    """Tell whether *text* is one of *messages*, whatever stands for their names."""
    shapes = (".+".join(map(re.escape, NAMED.split(each))) for each in messages)
    return any(re.fullmatch(shape, text) for shape in shapes)
