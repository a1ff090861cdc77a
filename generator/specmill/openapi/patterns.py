"""Regular expressions in the dialect of OpenAPI, which is that of ECMAScript.

Specs print patterns that Python reads and that match the whole text. What the two
dialects read alike is passed on, a few things are rewritten, and the rest is refused.
"""

from __future__ import annotations

import re
from typing import Final

from ..constraints import SYNTAX, escaped
from ..runtime import wire
from ..runtime.patterns import Pattern

_SPACE: Final = r" \t\n\r\f\v"
_TOKEN: Final = re.compile(
    r"(?P<group>\(\?:|\((?!\?)|\)|\|)"
    r"|(?P<repeat>(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??(?![*+?{]))"
    r"|(?P<class>\[\^?(?:[^][\\]|\\[^0-9A-Za-z]|\\[dwstnrfv])+\])"
    r"|(?P<escape>\\[^0-9AZzpPuUxNkg])"
    r"|(?P<dot>\.)"
    r"|(?P<plain>[^][\\(){}.*+?|^$])",
    re.DOTALL,
)
_ESCAPES: Final = {
    "s": f"[{_SPACE}]",
    "S": f"[^{_SPACE}]",
    **{letter: f"\\{letter}" for letter in "dDwWbBtnrfv"},
}


def ecma(pattern: str) -> str | None:
    """Return *pattern* for the whole text; None where the dialects part."""
    inner = pattern.removeprefix("^")
    if inner.endswith("$") and not inner.endswith("\\$"):
        inner = inner[:-1]
    at, found = 0, []
    while at < len(inner):
        match = _TOKEN.match(inner, at)
        token = _rewritten(match) if match else None
        if match is None or token is None:
            return None
        found.append(token)
        at = match.end()
    return f"^(?:{''.join(found)})$"


def _rewritten(match: re.Match[str]) -> str | None:
    token = match[0]
    if match["dot"]:
        return r"[^\n]"
    if match["escape"]:
        known = _ESCAPES.get(token[1])
        return known if known or token[1].isalpha() else escaped(token[1])
    if match["class"]:
        return _class(token)
    return token


def _class(token: str) -> str:
    start = "[^" if token.startswith("[^") else "["
    members = re.findall(r"\\.|[^\\]", token[len(start) : -1], re.DOTALL)
    return f"{start}{''.join(map(_member, members))}]"


def _member(member: str) -> str:
    if not member.startswith("\\") or member[1] in "dwtnrfv":
        return member
    if member == r"\s":
        return _SPACE
    return member if member[1] in SYNTAX | {"-"} else member[1]


# The forms of dates, times and numbers ----------------------------------------------

_TWO: Final = {
    "month": "(?:0[1-9]|1[0-2])",
    "day": "(?:0[1-9]|[12][0-9]|3[01])",
    "hour": "(?:[01][0-9]|2[0-3])",
    "minute": "[0-5][0-9]",
    "second": "[0-5][0-9]",
    "zone": "(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])",
}


def of_moment(form: wire.DateText | wire.DateTimeText) -> str:
    """Return the pattern of a date or time; 31 February keeps it, too."""
    tokens = Pattern.of(form.pattern).tokens
    shape = "".join(_shape(token, part) for token, part in tokens)
    none = "" if form.none is None else f"|{escaped(form.none)}"
    return f"^(?:{shape}{none})$"


def _shape(token: str, part: str | None) -> str:
    if part is None:
        return escaped(token)
    return _TWO.get(part, f"[0-9]{{{len(token)}}}")
