"""Values of the documented shape, made up: the spec's examples, or built from limits."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

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
    return all(limit.holds(value) for limit in field.constraints)


def _made(field: ir.Field) -> Any:
    listed = next((each for each in field.constraints if isinstance(each, OneOf)), None)
    if listed is not None:
        return listed.values[0]
    if field.form is not None:
        return _formed(field.form)
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
        return form.write(
            MOMENT if "TZD" in form.pattern else MOMENT.replace(tzinfo=None)
        )
    return "1"


def _number(field: ir.Field) -> int:
    limits = [each for each in field.constraints if isinstance(each, Range)]
    return next((limit.minimum or limit.maximum or 1 for limit in limits), 1)


def _text(field: ir.Field) -> str:
    chars = next(
        (each.kind for each in field.constraints if isinstance(each, Chars)), ""
    )
    length = next(
        (each for each in field.constraints if isinstance(each, Length)), None
    )
    pool = "0123456789" if chars in ("digits", "hex") else "example"
    if length is None:
        return pool
    return resized(pool, length.minimum or min(length.maximum or 7, 7))
