"""The words in which pages print types, such as `AN 255`, held to the limits of a spec."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ..light import dataclass
from ..verbatim import wording
from .layers import Layered
from .scope import Scope

_WORD: Final = r"[A-Za-z][A-Za-z -]*?"
_SIZES: Final = (
    re.compile(rf"{_WORD}\s*[\[(]\s*(?P<low>\d+)\s*(?:-|\.\.)\s*(?P<high>\d+)\s*[\])]"),
    re.compile(
        rf"(?:{_WORD})?(?:text|char|string|alphanumeric|an)\w*\s*"
        r"[\[(]\s*(?P<low>\d+)\s*,\s*(?P<high>\d+)\s*[\])]",
        re.IGNORECASE,
    ),
    re.compile(rf"{_WORD}\s*[\[(]\s*(?P<digits>\d+)\s*,\s*(?P<decimals>\d+)\s*[\])]"),
    re.compile(rf"{_WORD}\s*[\[(]\s*(?:max\.?\s*|\.\.)?(?P<high>\d+)\s*[\])]"),
    re.compile(r"(?:AN|ANS|A|N|X)\s?(?:\.\.)?\s?(?P<high>\d+)"),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a printed type says of a value beside its kind."""

    high: int | None = None
    """The greatest number of characters."""
    low: int | None = None
    digits: int | None = None
    decimals: int | None = None


def printed(text: str) -> Printed:
    """Return what the words of a page say; nothing where they say no size."""
    for size in _SIZES:
        match = size.fullmatch(text.strip())
        if match is not None:
            return Printed(**{name: int(n) for name, n in match.groupdict().items()})
    return Printed()


def tell_printed(scope: Scope, layered: Layered) -> None:
    """Warn where the limits of a field are not what its printed type says."""
    if not layered.writes("printed"):
        return
    text = wording(layered.get("printed"))
    for says in _differences(printed(text), layered):
        scope.tell("printed-differs", layered, "printed", printed=text, says=says)


def _differences(size: Printed, layered: Layered) -> Iterator[str]:
    length: Any = layered.get("length")
    if size.high is not None and isinstance(length, tuple) and length[1] != size.high:
        yield f"the spec says a length of at most {length[1]}"
    if size.low is not None and isinstance(length, tuple) and length[0] != size.low:
        yield f"the spec says a length of at least {length[0]}"
    digits, decimals = layered.get("digits"), layered.get("decimals")
    if None not in (size.digits, digits) and digits != size.digits:
        yield f"the spec says {digits} digits"
    if None not in (size.decimals, decimals) and decimals[1] != size.decimals:
        yield f"the spec says {decimals[1]} decimals"
