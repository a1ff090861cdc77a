"""Dates and times as pages print their patterns: read strictly, written exactly."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from .pointers import Json
from .recipes import Moment

_TOKENS: Final = re.compile(r"yyyy|yy|MM|dd|HH|mm|ss|S+|TZD|.", re.DOTALL)
_WRITTEN: Final = {
    "yyyy": "%Y",
    "yy": "%y",
    "MM": "%m",
    "dd": "%d",
    "HH": "%H",
    "mm": "%M",
    "ss": "%S",
}
_READ: Final = {
    "yyyy": r"(?P<year>[0-9]{4})",
    "yy": r"(?P<year>[0-9]{2})",
    "MM": r"(?P<month>0[1-9]|1[0-2])",
    "dd": r"(?P<day>0[1-9]|[12][0-9]|3[01])",
    "HH": r"(?:[01][0-9]|2[0-3])",
    "mm": r"[0-5][0-9]",
    "ss": r"[0-5][0-9]",
    "TZD": r"(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])",
}
_EPOCH: Final = re.compile(r"[0-9]{1,15}")


def is_written(moment: Moment, value: Json) -> bool:
    """Tell whether *value* has the documented form and is on a day that there is."""
    if moment.none is not None and value == moment.none:
        return True
    if moment.kind != "pattern":
        text = value if moment.as_text else str(value)
        of_type = isinstance(value, str) if moment.as_text else type(value) is int
        return of_type and _EPOCH.fullmatch(text) is not None
    if not isinstance(value, str):
        return False
    match = re.fullmatch(shape_of(moment.pattern), value)
    return match is not None and _is_a_day(match.groupdict())


def shape_of(pattern: str) -> str:
    """Return a printed *pattern* of a date or time as a regular expression."""
    return "".join(
        (
            f"[0-9]{{{len(token)}}}"
            if token[0] == "S"
            else _READ.get(token) or re.escape(token)
        )
        for token in _TOKENS.findall(pattern)
    )


def parts_of(pattern: str, text: str) -> dict[str, str]:
    """Return the parts of a written *text* by the tokens of its *pattern*."""
    tokens = _TOKENS.findall(pattern)
    shape = "".join(f"({_bare(token)})" for token in tokens)
    match = re.fullmatch(shape, text)
    return dict(zip(tokens, match.groups(), strict=True)) if match else {}


def _bare(token: str) -> str:
    """Return the shape of one token without a group of its own."""
    return re.sub(r"\(\?P<[a-z]+>", "(?:", shape_of(token))


def _is_a_day(parts: dict[str, str]) -> bool:
    if not {"year", "month", "day"} <= set(parts):
        return True
    year = int(parts["year"])
    try:
        date(
            year + 2000 if len(parts["year"]) == 2 else year,
            int(parts["month"]),
            int(parts["day"]),
        )
    except ValueError:
        return False
    return True


def written(moment: Moment, at: datetime) -> Json:
    """Return the aware datetime *at* as the page writes it."""
    if moment.kind == "pattern":
        return _by_pattern(moment, at)
    per_second = 1 if moment.kind == "seconds" else 1000
    number = (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        seconds=1 / per_second
    )
    return str(number) if moment.as_text else number


def _by_pattern(moment: Moment, at: datetime) -> str:
    if moment.zone:
        at = at.astimezone(_zone(moment.zone))
    return "".join(_token(token, at) for token in _TOKENS.findall(moment.pattern))


def _token(token: str, at: datetime) -> str:
    if token == "TZD":
        text = at.strftime("%z")
        return f"{text[:3]}:{text[3:5]}"
    if token[0] == "S":
        return f"{at.microsecond:06}".ljust(len(token), "0")[: len(token)]
    return at.strftime(_WRITTEN[token]) if token in _WRITTEN else token


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    distance = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-distance if text[0] == "-" else distance)
