"""Values of the documented shape, made up: the spec's examples, or built from limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from types import UnionType
from typing import Any, Final

from . import ir
from .constraints import (
    Alternatives,
    Chars,
    Charset,
    Constraint,
    Holding,
    InCase,
    Items,
    Length,
    LengthByScript,
    Range,
    Standard,
    Starts,
    resized,
    resized_items,
)
from .runtime import texts, wire
from .verbatim import joined

MOMENT = datetime(2024, 1, 31, 10, 20, 30, tzinfo=UTC)
"""The time that made-up dates and times show."""

UNSHOWN: Final = "made-up"
"""What stands for a secret: "example" is in addresses, which may be shown."""


def sample(field: ir.Field) -> Any:
    """Return a value for *field*: its example if that keeps the rules, else a made one."""
    if field.has_example and not field.masked and _keeps(field, field.example):
        return field.example
    return _made(field)


def _keeps(field: ir.Field, value: Any) -> bool:
    """Tell whether *value* can be sent."""
    return is_limited(field, value) and all(
        limit.holds(value) for limit in field.constraints
    )


def is_limited(field: ir.Field, value: Any) -> bool:
    """Tell whether *value* has the type of *field*, of which alone limits are asked."""
    return isinstance(value, _LIMITED.get(type(field.type), object))


_LIMITED: Final[dict[type, type | UnionType]] = {
    ir.Text: str,
    ir.Integer: int,
    ir.Number: int | float,
}


def _made(field: ir.Field) -> Any:
    if field.listed:
        return field.listed[0]
    if field.form is not None:
        return _sized(_formed(field.form), field)
    kind = field.type
    if isinstance(kind, ir.Record):
        return {each.wire_name: sample(each) for each in kind.fields}
    if isinstance(kind, ir.Array):
        return counted(field, [sample(kind.item)])
    if isinstance(kind, ir.Map):
        return counted(field, {})
    if isinstance(kind, ir.Integer | ir.Number):
        return _number(field)
    return True if isinstance(kind, ir.Boolean) else _text(field)


def counted(field: ir.Field, value: Any) -> Any:
    """Return a list or a map like *value* with as many entries as it has to have."""
    limit = next((each for each in field.constraints if isinstance(each, Items)), None)
    if limit is None or limit.holds(value):
        return value
    count = limit.minimum if limit.minimum is not None else limit.maximum
    return resized_items(value, count or 0)


def _formed(form: wire.Form[Any]) -> Any:
    if isinstance(form, wire.Flag):
        return form.true
    for kind, made in _WRITTEN.items():
        if isinstance(form, kind):
            return made(form)
    if isinstance(form, wire.Epoch):
        return str(1706696430) if form.as_text else 1706696430
    if isinstance(form, wire.DateText):
        return form.write(MOMENT.date())
    if isinstance(form, wire.DateTimeText):
        is_zoned = form.zone is not None or "TZD" in form.pattern
        return form.write(MOMENT if is_zoned else MOMENT.replace(tzinfo=None))
    return "1"


def _sized(value: Any, field: ir.Field) -> Any:
    """Return a number that is written as text with as many digits as it has to have."""
    limit = next((each for each in field.constraints if isinstance(each, Length)), None)
    if limit is None or not isinstance(field.form, _NUMBERS) or limit.holds(value):
        return value
    return resized(value, limit.minimum or limit.maximum or 0)


def _packed(form: texts.ListText) -> str:
    for item in ("1", "12", "123456", "A", "ab", "example"):
        listed = form.separator.join([item] * max(form.minimum or 1, 1))
        if form.fits(listed):
            return listed
    return ""


_WRITTEN: Final[dict[type, Callable[[Any], Any]]] = {
    wire.DecimalText: lambda form: form.write(1),
    texts.ListText: _packed,
    texts.PairsText: lambda form: f"a{form.pair}1{form.separator}b{form.pair}2",
    texts.Base64Text: lambda form: form.write(b"example"),
    texts.PaddedText: lambda form: form.write("1"),
    texts.UrlText: lambda form: f"{form.schemes[-1]}://shop.example.com/notices",
}
_NUMBERS: Final = (wire.IntegerText, wire.DecimalText, wire.Epoch)


def _number(field: ir.Field) -> int | float:
    limit = next((each for each in field.constraints if isinstance(each, Range)), None)
    if limit is None:
        return 1
    ends = (limit.minimum, limit.maximum)
    end = next(end for end in ends if end is not None)
    return float(end) if isinstance(end, Decimal) else end


def _text(field: ir.Field) -> str:
    limits = tuple(_plain(field.constraints))
    stated = next((each for each in limits if isinstance(each, Standard)), None)
    if stated is not None:
        return stated.example
    start = field.prefix + next(
        (each.with_[0] for each in limits if isinstance(each, Starts)), ""
    )
    held = [each.text * each.times for each in limits if isinstance(each, Holding)]
    chars = next((each for each in limits if isinstance(each, Chars | Charset)), None)
    pools = ("0123456789", "example", "EXAMPLE")
    pool = next((each for each in pools if _fits_in(chars, each)), pools[0])
    if field.secret and chars is None:
        pool = UNSHOWN
    case = next((each for each in limits if isinstance(each, InCase)), None)
    if case is not None:
        pool = pool.upper() if case.is_upper else pool.lower()
    text = start + joined("", held) + pool
    length = next((each for each in limits if isinstance(each, Length)), None)
    if length is None:
        return text
    return resized(text, _size(length, len(text) - len(pool)))


def _plain(limits: Iterable[Constraint]) -> Iterator[Constraint]:
    """Yield the limits of a text, of several sets those of the first."""
    for limit in limits:
        if isinstance(limit, Alternatives):
            yield from limit.options[0]
        elif isinstance(limit, LengthByScript):
            yield limit.ascii
        else:
            yield limit


def _fits_in(chars: Chars | Charset | None, pool: str) -> bool:
    if isinstance(chars, Chars):
        return (chars.kind in ("digits", "hex")) == pool.isdigit()
    return pool == "example" if chars is None else chars.holds(pool)


def _size(length: Length, prefix: int) -> int:
    """Return how long a text after a prefix is: short, and as long as it has to be."""
    most = max(length.minimum or 0, prefix + 7)
    if length.maximum is not None:
        most = min(most, length.maximum)
    return max(length.minimum, prefix) if length.minimum else most
