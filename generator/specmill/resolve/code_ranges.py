"""Codes that stand for many: ranges and patterns, and one code that is their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Final

from .. import ir
from ..runtime.codes import has
from ..verbatim import joined

_TRIED: Final = 1000
"""Codes of a range or pattern that are tried before it counts as taken by others."""
LIKES: Final = {"range": "1..19", "pattern": "5xx54xx, with x for a digit"}
"""How codes that stand for many are written, by their match."""
_KEYS: Final = {
    "range": re.compile(r"(?:0|[1-9][0-9]{0,17})\.\.[1-9][0-9]{0,17}"),
    "pattern": re.compile(r"[^\s]*x[^\s]*"),
}
_PADDED: Final = re.compile(r"(0[0-9]+)\.\.([0-9]+)")
_WIDEST: Final = 18


def is_key(code: ir.Code) -> bool:
    """Tell whether a code is written as its match is."""
    padded = _PADDED.fullmatch(code.code) if code.match == "range" else None
    if padded:
        low, high = padded.groups()
        return len(low) == len(high) <= _WIDEST and int(low) < int(high)
    if not _KEYS[code.match].fullmatch(code.code):
        return False
    if code.match == "pattern":
        return True
    low, high = code.code.split("..")
    return int(low) < int(high)


def sample(code: ir.Code, taken: set[str], above: Sequence[ir.Code]) -> str:
    """Return a code that *code* stands for and no row before it; empty for none."""
    for text in islice(_covered(code), _TRIED):
        is_free = not any(has(each.match, each.code, text) for each in above)
        if is_free and text not in taken:
            return text
    return ""


def _covered(code: ir.Code) -> Iterator[str]:
    if code.match == "range":
        low, high = code.code.split("..")
        numbers = range(int(low), int(high) + 1)
        yield from (str(number).zfill(len(low)) for number in numbers)
        return
    parts = code.code.split("x")
    for digits in product("0123456789", repeat=len(parts) - 1):
        pairs = zip(parts, (*digits, ""), strict=True)
        yield joined("", (part + digit for part, digit in pairs))
