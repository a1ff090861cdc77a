"""Documented types as Python annotations, for arguments."""

from __future__ import annotations

from typing import Final

from .. import ir
from ..constraints import OneOf
from ..literals import literal
from ..runtime import texts, wire

_PLAIN: Final[dict[type, str]] = {
    ir.Text: "str",
    ir.Integer: "int",
    ir.Number: "float | Decimal",
    ir.Boolean: "bool",
    ir.Anything: "object",
    ir.Record: "Mapping[str, object]",
    ir.Map: "Mapping[str, object]",
    ir.Array: "Sequence[object]",
}
_FILE: Final = "File"
_FORMS: Final[dict[type, str]] = {
    wire.DateText: "date | str",
    wire.DateTimeText: "datetime | str",
    wire.IntegerText: "int | str",
    wire.DecimalText: "Decimal | str",
    texts.Base64Text: "bytes | str",
    texts.ListText: "Sequence[str] | str",
    texts.PairsText: "Mapping[str, str] | str",
    texts.PaddedText: "str",
    texts.UrlText: "str",
}
IMPORTS: Final = {
    "date": "from datetime import date",
    "datetime": "from datetime import datetime",
    "Decimal": "from decimal import Decimal",
    "Literal": "from typing import Literal",
    "Mapping": "from collections.abc import Mapping",
    "Sequence": "from collections.abc import Sequence",
}
"""The import that a word of an annotation needs."""


def argument(field: ir.Field) -> str:
    """Return the annotation of the keyword argument for *field*."""
    parts = [value(field)]
    if field.nullable:
        parts.append("None")
    if not field.is_needed:
        parts.append("Absent")
    return " | ".join(parts)


def value(field: ir.Field) -> str:
    """Return the annotation of a value of *field* that is there."""
    if field.form is not None:
        return _formed(field)
    listed = next((each for each in field.constraints if isinstance(each, OneOf)), None)
    if listed is not None and not listed.any_case:
        return f"Literal[{', '.join(map(literal, listed.values))}]"
    kind = field.type
    if isinstance(kind, ir.Array) and is_file(kind.item):
        return f"Sequence[{_FILE}]"
    return _FILE if is_file(field) else _PLAIN[type(kind)]


def is_file(field: ir.Field) -> bool:
    """Tell whether a value is a file."""
    return isinstance(field.type, ir.Record) and field.type.is_file


def _formed(field: ir.Field) -> str:
    written = "int" if isinstance(field.type, ir.Integer) else "str"
    if isinstance(field.form, wire.Flag):
        return f"bool | {written}"
    if isinstance(field.form, wire.Epoch):
        return f"datetime | {written}" if field.form.unit else written
    return _FORMS[type(field.form)]
