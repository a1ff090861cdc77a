"""The written forms of dates, times, numbers and flags, and values that miss them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..constraints import Length, Sample
from ..runtime import wire
from ..spec import UNKNOWN, FlagWords
from .layers import Layered
from .scope import Scope


def form_of(scope: Scope, layered: Layered) -> wire.Form[Any] | None:
    """Return how a Python value is written; None where the wire has no odd form."""
    make = _FORMS.get(layered.get("type"))
    try:
        return make(layered) if make else None
    except _BadForm as error:
        scope.tell("bad-form", layered, *error.keys, reason=str(error))
        return None


class _BadForm(Exception):
    """A form that cannot be used, and the key that makes it so."""

    def __init__(self, reason: str, *keys: str) -> None:
        super().__init__(reason)
        self.keys = keys


def _date(layered: Layered) -> wire.Form[Any] | None:
    pattern = layered.get("format")
    if not pattern:
        return None
    try:
        return wire.DateText(pattern, none=layered.get("none"))
    except ValueError as error:
        raise _BadForm(str(error), "format") from None


def _datetime(layered: Layered) -> wire.Form[Any] | None:
    pattern = layered.get("format")
    if not pattern:
        return None
    try:
        wire.DateTimeText(pattern)
    except ValueError as error:
        raise _BadForm(str(error), "format") from None
    zone = None if layered.get("zone") == "none" else layered.get("zone")
    try:
        return wire.DateTimeText(pattern, zone=zone, none=layered.get("none"))
    except ValueError as error:
        raise _BadForm(f"{error}, or none", "zone") from None


def _epoch(layered: Layered) -> wire.Form[Any]:
    unit = layered.get("unit", UNKNOWN)
    as_text = layered.get("as") == "text"
    return wire.Epoch(unit=None if unit == UNKNOWN else unit, as_text=as_text)


def _boolean(layered: Layered) -> wire.Form[Any] | None:
    words = layered.get("as")
    if not isinstance(words, FlagWords):
        return None
    pair = (words.true, words.false)
    if {type(each) for each in pair} not in ({str}, {int}):
        raise _BadForm("both words must be text, or both whole numbers", "as")
    if words.true == words.false:
        raise _BadForm("true and false are written alike", "as")
    return wire.Flag(true=words.true, false=words.false)


def _integer(layered: Layered) -> wire.Form[Any] | None:
    return wire.IntegerText() if layered.get("as") == "text" else None


def _number(layered: Layered) -> wire.Form[Any] | None:
    return wire.DecimalText() if layered.get("as") == "text" else None


_FORMS: Final = {
    "date": _date,
    "datetime": _datetime,
    "epoch": _epoch,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
}

_MISSES: Final[dict[str, tuple[Sample, ...]]] = {
    "date": (
        Sample("not a date", "soon"),
        Sample("31 February as 31/02/2024", "31/02/2024"),
        Sample("31 February as 2024-02-31", "2024-02-31"),
        Sample("a date in another order", "2024/12/31"),
        Sample("a date with dashes", "31-12-2024"),
        Sample("masked", "XX/XX/2000"),
    ),
    "datetime": (
        Sample("not a time", "now"),
        Sample("without a zone", "2024-01-31T10:20:30"),
        Sample("with a space for the T", "2024-01-31 10:20:30+07:00"),
        Sample("31 February", "2024-02-31T10:20:30+07:00"),
        Sample("hour 25", "2024-01-31T25:20:30+07:00"),
    ),
    "epoch": (Sample("not a number", "now"), Sample("a date", "2024-01-31")),
    "boolean": (Sample("another word", "maybe"), Sample("empty", "")),
    "integer": (Sample("not a number", "many"), Sample("empty", "")),
    "number": (Sample("not a number", "much"), Sample("empty", "")),
}


def misses(layered: Layered) -> Iterator[Sample]:
    """Yield values that miss the form, and say which of them miss the length too."""
    length = layered.get("length")
    for sample in _MISSES.get(layered.get("type"), ()):
        fits = length is None or Length(*length).holds(str(sample.value))
        label = sample.label if fits else f"{sample.label}, of another length"
        yield Sample(label, sample.value)
