"""Patterns of dates and times as pages print them, such as yyyy-MM-ddTHH:mm:ssTZD.

Below `wire`. ASCII digits only, the whole text, and only days that the calendar has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final, Self

from .light import dataclass

_TOKEN: Final = re.compile(r"yyyy|yy|MM|dd|HH|mm|ss|S+|TZD|.", re.DOTALL)
_STRANGE: Final = re.compile(
    r"'|(?:(?<![A-Za-z])|(?<=T))(?![TZ](?![A-Za-z]))([A-Za-z])\1*(?![A-Za-z])"
)
"""A quote; one letter, alone or repeated, that is not the T or Z of ISO 8601."""
_PART_OF: Final = {
    "yyyy": "year",
    "yy": "year",
    "MM": "month",
    "dd": "day",
    "HH": "hour",
    "mm": "minute",
    "ss": "second",
    "TZD": "zone",
}
_ZONE: Final = r"Z|[+-][0-9]{2}:?[0-9]{2}"
_SURE: Final = {
    "yyyy": "(?!0000)[0-9]{4}",
    "MM": "(?:0[1-9]|1[0-2])",
    "dd": "(?:0[1-9]|1[0-9]|2[0-8])",
    "HH": "(?:[01][0-9]|2[0-3])",
    "mm": "[0-5][0-9]",
    "ss": "[0-5][0-9]",
    "TZD": "(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])",
}
"""What is in the calendar whatever stands beside it."""
_DATE: Final = frozenset({"year", "month", "day"})
_MONTH: Final = frozenset({"year", "month"})
_PIVOT: Final = 69
"""Two digits below it are years of 2000, as POSIX has it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern taken apart, with the regular expression that reads it."""

    tokens: tuple[tuple[str, str | None], ...]
    """Each token, and the part of a moment that it stands for; None: itself."""
    shape: re.Pattern[str]
    sure: re.Pattern[str]
    """Of the texts that it reads, those whose day every month has."""
    has_zone: bool
    layout: str
    """The pattern for `str.format`, of a moment and of what it has no attribute for."""

    @classmethod
    def of(cls, pattern: str) -> Self:
        """Take *pattern* apart; ValueError where it holds no whole date."""
        tokens = tuple((token, _part(token)) for token in _TOKEN.findall(pattern))
        parts = [part for _, part in tokens if part]
        unknown = _strange(tokens)
        if unknown:
            raise ValueError(
                f"{unknown!r} is no part of a date: those are"
                " yyyy, yy, MM, dd, HH, mm, ss, S, TZD"
            )
        if len(parts) != len(set(parts)):
            raise ValueError(f"the pattern {pattern!r} names a part twice")
        if not set(parts) >= _MONTH:
            raise ValueError(f"the pattern {pattern!r} lacks a year or month")
        if not set(parts) >= _DATE and set(parts) != _MONTH:
            raise ValueError(f"the pattern {pattern!r} lacks a day")
        return cls(
            tokens,
            re.compile("".join(_shape(*token) for token in tokens)),
            re.compile("".join(_sure(*token) for token in tokens)),
            "zone" in parts,
            "".join(_layout(*token) for token in tokens),
        )

    @property
    def is_date(self) -> bool:
        return {part for _, part in self.tokens if part} in (_DATE, _MONTH)

    @property
    def is_month(self) -> bool:
        """Tell whether it names no day; a date that is read has the first one."""
        return not any(part == "day" for _, part in self.tokens)

    def has(self, text: str) -> bool:
        """Tell whether `read` makes a moment of *text*."""
        return self.sure.fullmatch(text) is not None or self.read(text) is not None

    def read(self, text: str) -> datetime | None:
        """Read *text*; None where it has another shape or is no real moment."""
        match = self.shape.fullmatch(text)
        if match is None:
            return None
        parts = match.groupdict()
        zone, fraction = parts.pop("zone", None), parts.pop("fraction", None)
        numbers = {"day": 1} | {part: int(digits) for part, digits in parts.items()}
        if len(parts["year"]) == 2:
            numbers["year"] += 2000 if numbers["year"] < _PIVOT else 1900
        if fraction is not None:
            numbers["microsecond"] = int(fraction[:6].ljust(6, "0"))
        try:
            return datetime(**numbers, tzinfo=offset(zone) if zone else None)
        except ValueError:
            return None

    def write(self, moment: datetime) -> str:
        """Write *moment*; ValueError where its offset is none or has seconds."""
        zone = _written_offset(moment) if self.has_zone else ""
        return self.layout.format(
            moment, zone=zone, yy=moment.year % 100, fraction=f"{moment.microsecond:06}"
        )


@lru_cache(maxsize=256)
def offset(text: str) -> timezone:
    """Read `+07:00`, `+0700` or `Z`; ValueError for anything else."""
    if not re.fullmatch(_ZONE, text):
        raise ValueError("an offset is written as +07:00, +0700 or Z")
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 23 or minutes > 59:
        raise ValueError("an offset has hours up to 23 and minutes up to 59")
    distance = timedelta(hours=hours, minutes=minutes)
    return timezone(-distance if text[0] == "-" else distance)


def _strange(tokens: Iterable[tuple[str, str | None]]) -> str | None:
    """Return what stands for itself, and looks as if it stood for a part or quoted."""
    rest = "".join(" " if part else token for token, part in tokens)
    return next((found[0] for found in _STRANGE.finditer(rest)), None)


def _part(token: str) -> str | None:
    return "fraction" if token.startswith("S") else _PART_OF.get(token)


def _shape(token: str, part: str | None) -> str:
    if part is None:
        return re.escape(token)
    return f"(?P<{part}>{_ZONE if part == 'zone' else f'[0-9]{{{len(token)}}}'})"


def _sure(token: str, part: str | None) -> str:
    return (
        re.escape(token) if part is None else _SURE.get(token, f"[0-9]{{{len(token)}}}")
    )


def _layout(token: str, part: str | None) -> str:
    if part is None:
        return token.replace("{", "{{").replace("}", "}}")
    if part == "fraction":
        return f"{{fraction:0<{len(token)}.{len(token)}}}"
    if token == "yy":
        return "{yy:02}"
    return "{zone}" if part == "zone" else f"{{0.{part}:0{len(token)}}}"


def _written_offset(moment: datetime) -> str:
    distance = moment.utcoffset()
    if distance is None:
        raise ValueError("must be a datetime with a time zone")
    return _distance(distance)


@lru_cache(maxsize=64)
def _distance(distance: timedelta) -> str:
    minutes, rest = divmod(abs(distance), timedelta(minutes=1))
    if rest:
        raise ValueError("must have an offset of whole minutes")
    sign = "-" if distance < timedelta() else "+"
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"
