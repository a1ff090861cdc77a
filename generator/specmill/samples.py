"""Values of the documented shape, made up: the spec's examples, or built from limits."""

from __future__ import annotations

from datetime import UTC, datetime
from types import UnionType
from typing import Any, Final

from . import ir
from .constraints import Chars, Length, OneOf, Range, resized
from .runtime import wire

MOMENT = datetime(2024, 1, 31, 10, 20, 30, tzinfo=UTC)
"""The time that made-up dates and times show."""


def sample(field: ir.Field) -> Any:
    """Return a value for *field*: its example if that keeps the rules, else a made one."""
    if field.has_example and not field.masked and _keeps(field, field.example):
        return field.example
    return _made(field)


def _keeps(field: ir.Field, value: Any) -> bool:
    """Tell whether *value* can be sent; limits are asked only of their own type."""
    kind = _LIMITED.get(type(field.type), object)
    return isinstance(value, kind) and all(
        limit.holds(value) for limit in field.constraints
    )


_LIMITED: Final[dict[type, type | UnionType]] = {
    ir.Text: str,
    ir.Integer: int,
    ir.Number: int | float,
}


def _made(field: ir.Field) -> Any:
    listed = next((each for each in field.constraints if isinstance(each, OneOf)), None)
    if listed is not None:
        return listed.values[0]
    if field.form is not None:
        return _sized(_formed(field.form), field)
    kind = field.type
    if isinstance(kind, ir.Record):
        return {each.wire_name: sample(each) for each in kind.fields}
    if isinstance(kind, ir.Array):
        return [sample(kind.item)]
    if isinstance(kind, ir.Map):
        return {}
    if isinstance(kind, ir.Integer | ir.Number):
        return _number(field)
    return True if isinstance(kind, ir.Boolean) else _text(field)


def _formed(form: wire.Form[Any]) -> Any:
    if isinstance(form, wire.Flag):
        return form.true
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


_NUMBERS: Final = (wire.IntegerText, wire.DecimalText, wire.Epoch)


def _number(field: ir.Field) -> int:
    limit = next((each for each in field.constraints if isinstance(each, Range)), None)
    if limit is None:
        return 1
    ends = (limit.minimum, limit.maximum)
    return next(end for end in ends if end is not None)


def _text(field: ir.Field) -> str:
    chars = next(
        (each.kind for each in field.constraints if isinstance(each, Chars)), ""
    )
    pool = "0123456789" if chars in ("digits", "hex") else "example"
    length = next(
        (each for each in field.constraints if isinstance(each, Length)), None
    )
    if length is None:
        return field.prefix + pool
    return resized(field.prefix + pool, _size(length, len(field.prefix)))


def _size(length: Length, prefix: int) -> int:
    """Return how long a text after a prefix is: short, and as long as it has to be."""
    most = max(length.minimum or 0, prefix + 7)
    if length.maximum is not None:
        most = min(most, length.maximum)
    return max(length.minimum, prefix) if length.minimum else most
