"""Values as Python source in the layout that black would leave alone.

What fits on a line stands on one; otherwise every argument has a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from .text import WIDTH, literal

INDENT: Final = 4
_POSITIONAL: Final = frozenset(
    {
        "Drop",
        "MediaType",
        "Method",
        "Missigned",
        "OtherCredential",
        "Put",
        "Raw",
        "Try",
        "Twice",
        "Written",
    }
)
"""Classes of so few fields that a reader needs no names for them."""


def table(rows: Iterable[Any], indent: int = 0) -> str:
    """Return *rows* as a tuple with one row to a line or more."""
    inner = indent + INDENT
    lines = [f"{' ' * inner}{source(row, inner, 1)},\n" for row in rows]
    return f"(\n{''.join(lines)}{' ' * indent})" if lines else "()"


def source(value: Any, indent: int, taken: int) -> str:
    """Return *value* as an expression that begins *indent* columns in.

    *taken* columns of its last line are needed for what follows.
    """
    flat = _flat(value)
    if len(flat) <= WIDTH - indent - taken or not _parts(value):
        return flat
    inner = indent + INDENT
    opening, closing = _brackets(value)
    lines = [
        (
            f"{' ' * inner}{start}{source(part, inner + len(start), 1)},\n"
            if not _parts(part)
            else f"{' ' * inner}{start}{_nested(part, inner, len(start))},\n"
        )
        for start, part in _parts(value)
    ]
    return f"{opening}\n{''.join(lines)}{' ' * indent}{closing}"


def _nested(value: Any, indent: int, before: int) -> str:
    """Return a value that follows *before* columns of its line, such as `edits=`."""
    flat = _flat(value)
    return (
        flat
        if before + len(flat) <= WIDTH - indent - 1
        else source(value, indent, WIDTH)
    )


def _flat(value: Any) -> str:
    if _is_scalar(value):
        return scalar(value)
    opening, closing = _brackets(value)
    parts = [f"{start}{_flat(part)}" for start, part in _parts(value)]
    is_single = isinstance(value, tuple) and len(parts) == 1
    return f"{opening}{', '.join(parts)}{',' if is_single else ''}{closing}"


def _is_scalar(value: Any) -> bool:
    is_nested = isinstance(value, Mapping | list | tuple) or is_dataclass(value)
    return not is_nested


def scalar(value: Any) -> str:
    """Return text, a number, a truth, None, a date, a time or a decimal as Python."""
    if isinstance(value, datetime):
        return f'datetime.fromisoformat("{value.isoformat()}")'
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    return literal(value)


def _brackets(value: Any) -> tuple[str, str]:
    if isinstance(value, Mapping):
        return "{", "}"
    if isinstance(value, list):
        return "[", "]"
    return ("(", ")") if isinstance(value, tuple) else (f"{type(value).__name__}(", ")")


def _parts(value: Any) -> list[tuple[str, Any]]:
    """Return what stands between the brackets of *value*, each with its start."""
    if isinstance(value, Mapping):
        return [(f"{literal(key)}: ", part) for key, part in value.items()]
    if isinstance(value, list | tuple):
        return [("", part) for part in value]
    return list(_arguments(value)) if is_dataclass(value) else []


def _arguments(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the arguments that make a dataclass, without those that it has anyway."""
    is_positional = type(value).__name__ in _POSITIONAL
    for each in fields(value):
        part = getattr(value, each.name)
        default = (
            each.default_factory()
            if each.default_factory is not MISSING
            else each.default
        )
        if default is MISSING or part != default:
            yield "" if is_positional else f"{each.name}=", part


def names_in(value: Any) -> Iterator[str]:
    """Yield the names that the source of *value* needs imported."""
    if isinstance(value, datetime):
        yield "datetime"
    elif isinstance(value, date):
        yield "date"
    elif isinstance(value, Decimal):
        yield "Decimal"
    elif not _is_scalar(value):
        if is_dataclass(value):
            yield type(value).__name__
        for _, part in _parts(value):
            yield from names_in(part)
