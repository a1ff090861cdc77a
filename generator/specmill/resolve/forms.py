"""The written forms of dates, times, numbers and flags, and values that miss them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from .. import linear
from ..constraints import CHARS, Length, Sample
from ..linear import Unfit, require_linear
from ..runtime import texts, wire
from ..shapes import keys_of
from ..spec import UNKNOWN, FieldSpec, FlagWords, Joined, Padding, UrlRules
from ..verbatim import exact, wording
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
    pattern = exact(layered.get("format"))
    if not pattern:
        return None
    try:
        return wire.DateText(pattern, none=exact(layered.get("none")))
    except ValueError as error:
        raise _BadForm(str(error), "format") from None


def _datetime(layered: Layered) -> wire.Form[Any] | None:
    pattern = exact(layered.get("format"))
    if not pattern:
        return None
    try:
        wire.DateTimeText(pattern)
    except ValueError as error:
        raise _BadForm(str(error), "format") from None
    zone = exact(None if layered.get("zone") == "none" else layered.get("zone"))
    try:
        return wire.DateTimeText(pattern, zone=zone, none=exact(layered.get("none")))
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
    pair = exact((words.true, words.false))
    if {type(each) for each in pair} not in ({str}, {int}):
        raise _BadForm("both words must be text, or both whole numbers", "as")
    if pair[0] == pair[1]:
        raise _BadForm("true and false are written alike", "as")
    return wire.Flag(true=pair[0], false=pair[1])


def _integer(layered: Layered) -> wire.Form[Any] | None:
    return wire.IntegerText() if layered.get("as") == "text" else None


def _number(layered: Layered) -> wire.Form[Any] | None:
    if layered.get("as") != "text":
        return None
    least, most = layered.get("decimals", (None, None))
    return wire.DecimalText(layered.get("digits"), least or 0, most)


def _string(layered: Layered) -> wire.Form[Any] | None:
    pad: Padding | None = layered.get("pad")
    if pad is not None:
        assert pad.to is not None and pad.with_ is not None
        return texts.PaddedText(
            pad.to, exact(pad.with_), "left" if pad.side == "left" else "right"
        )
    written = layered.get("as")
    if written in ("base64", "base64url"):
        return texts.Base64Text(is_url_safe=written == "base64url")
    return None


def _url(layered: Layered) -> wire.Form[Any]:
    rules: UrlRules | None = layered.get("url")
    schemes = (rules.schemes if rules else None) or ("http", "https")
    return texts.UrlText(
        exact(schemes),
        takes_ip=rules is None or rules.ip is not False,
        takes_port=rules is None or rules.port is not False,
        forbids=exact((rules.forbids if rules else None) or ()),
    )


def _packed(layered: Layered) -> wire.Form[Any] | None:
    written = layered.get("as")
    if not isinstance(written, Joined):
        return None
    between = exact(wording(written.joined))
    if layered.get("type") == "map":
        return _pairs(layered, between, written.pairs)
    if written.pairs is not None:
        raise _BadForm("a list has no 'pairs'", "as")
    item = layered.get("items")
    shape = None if item is None else _item_shape(_entry(item, "items"), between)
    return texts.ListText(between, shape, *layered.get("count", (None, None)))


def _pairs(layered: Layered, between: str, pairs: str | None) -> wire.Form[Any]:
    pair = "" if pairs is None else exact(wording(pairs))
    if pair in ("", between):
        raise _BadForm("a map needs 'pairs', another text than 'joined'", "as")
    if pair in between or between in pair:
        raise _BadForm("one of 'joined' and 'pairs' holds the other", "as")
    if layered.get("values") is not None:
        _entry(layered.get("values"), "values")
    return texts.PairsText(between, pair)


_OF_ENTRIES: Final = {
    "items": frozenset({"enum", "pattern", "length", "chars"}),
    "values": frozenset[str](),
}
"""What may be said of an entry that is joined to others, beside what limits nothing."""
_LIMITS_NOTHING: Final = frozenset(
    {"type", "printed", "summary", "evidence", "example", "masked"}
    | {"personal", "secret", "required", "comes-from", "deprecated"}
)


def _entry(spec: FieldSpec, at: str) -> FieldSpec:
    """Return what is said of one entry; _BadForm for what would be said in vain."""
    known = _OF_ENTRIES[at] | _LIMITS_NOTHING
    for key in keys_of(FieldSpec):
        if spec.wrote(key) and key not in known:
            raise _BadForm(f"'{key}' limits no entry that is joined to others", at, key)
    if spec.type != "string":
        raise _BadForm("what is joined is text: 'type: string'", at, "type")
    alone = [key for key in ("enum", "pattern") if spec.wrote(key)]
    for key in (*alone[1:], *(each for each in ("length", "chars") if alone)):
        if spec.wrote(key):
            raise _BadForm(f"'{alone[0]}' says all of an entry", at, key)
    return spec


def _item_shape(item: FieldSpec, between: str) -> str:
    """Return the pattern of one item, from the limits that its spec states."""
    can_hold = False
    if isinstance(item.enum, tuple | dict):
        listed = [str(each) for each in exact((*item.enum,))]
        shape = "|".join(map(re.escape, listed))
        can_hold = any(between in each for each in listed)
    elif item.pattern is not None:
        shape = exact(wording(item.pattern))
        try:
            require_linear(shape)
        except Unfit as unfit:
            raise _BadForm(str(unfit), "items", "pattern") from None
        can_hold = linear.can_hold(shape, between)
    else:
        shape, can_hold = _of_characters(item, between)
    if can_hold:
        raise _BadForm("an item can hold what joins it to the next", "as")
    return shape


def _of_characters(item: FieldSpec, between: str) -> tuple[str, bool]:
    """Return the pattern of so many characters, and whether *between* is some of them."""
    if not isinstance(item.chars, str | None):
        raise _BadForm(f"an entry has one of {', '.join(CHARS)}", "items", "chars")
    if not isinstance(item.length, tuple | None):
        raise _BadForm("an entry has one length", "items", "length")
    one = _CHARACTERS.get(item.chars or "")
    can_hold = one is not None and re.fullmatch(f"{one}+", between) is not None
    one = one or f"(?:(?!{re.escape(between)})[\\s\\S])"
    low, high = item.length or (None, None)
    return f"{one}{{{low or 1},{'' if high is None else high}}}", can_hold


_CHARACTERS: Final = {word: f"[{ranges}]" for word, (ranges, _) in CHARS.items()}


_FORMS: Final = {
    "date": _date,
    "datetime": _datetime,
    "epoch": _epoch,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "string": _string,
    "url": _url,
    "array": _packed,
    "map": _packed,
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
    "number": (
        Sample("not a number", "much"),
        Sample("empty", ""),
        Sample("with many decimals", "1.1234567"),
        Sample("without decimals", "1"),
        Sample("with a comma for the point", "1,50"),
        Sample("of many digits", "9" * 30),
    ),
    "string": (
        Sample("not base64", "not base64!"),
        Sample("too short to be padded", "1"),
    ),
    "url": (
        Sample("not an address", "nowhere"),
        Sample("a path alone", "/notices"),
        Sample("with another scheme", "ftp://shop.example.com/notices"),
        Sample("without encryption", "http://shop.example.com/notices"),
        Sample("with a number for its host", "https://192.0.2.1/notices"),
        Sample("with a port", "https://shop.example.com:8443/notices"),
        Sample("of the machine itself", "https://localhost/notices"),
    ),
    "array": (Sample("with an empty item", "1,,2"), Sample("with blanks", "a, b")),
    "map": (Sample("not pairs", "name"),),
}


def misses(layered: Layered) -> Iterator[Sample]:
    """Yield values that miss the form, and say which of them miss the length too."""
    length = layered.get("length")
    for sample in _MISSES.get(layered.get("type"), ()):
        plain = isinstance(length, tuple)
        fits = not plain or Length(*length).holds(str(sample.value))
        label = sample.label if fits else f"{sample.label}, of another length"
        yield Sample(label, sample.value)
