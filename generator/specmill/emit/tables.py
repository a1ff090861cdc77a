"""Values as Python source in the layout that black would leave alone.

What fits on a line stands on one; otherwise every argument has a line of its own.
A value is looked at once: its pieces carry how they look on one line, so that laying
them out only has to compare lengths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final

from .text import WIDTH, literal, quoted

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
    return _laid(_piece(value), indent, WIDTH - indent - taken)


class _Piece:
    """A part of the source, as it looks on one line, and what it consists of."""

    __slots__ = ("closing", "flat", "opening", "parts")

    def __init__(
        self,
        flat: str,
        opening: str = "",
        closing: str = "",
        parts: Iterable[tuple[str, _Piece]] = (),
    ) -> None:
        self.flat, self.opening, self.closing = flat, opening, closing
        self.parts = parts
        """What stands between the brackets, each with its start, such as `edits=`."""


def _laid(piece: _Piece, indent: int, room: int) -> str:
    """Return *piece* on one line where that has *room* or cannot be broken."""
    if len(piece.flat) <= room or not piece.parts:
        return piece.flat
    inner = indent + INDENT
    pad, widest = " " * inner, WIDTH - inner - 1
    lines = [
        f"{pad}{start}{_laid(part, inner, widest - len(start))},\n"
        for start, part in piece.parts
    ]
    return f"{piece.opening}\n{''.join(lines)}{' ' * indent}{piece.closing}"


def _piece(value: Any) -> _Piece:
    written = _WRITTEN.get(type(value))
    if written is not None:
        return _Piece(written(value))
    if _is_scalar(value):
        return _Piece(scalar(value))
    opening, closing = _brackets(value)
    parts = [(start, _piece(part)) for start, part in _parts(value)]
    inner = ", ".join([f"{start}{part.flat}" for start, part in parts])
    comma = "," if isinstance(value, tuple) and len(parts) == 1 else ""
    return _Piece(f"{opening}{inner}{comma}{closing}", opening, closing, parts)


_WRITTEN: Final[dict[type, Callable[[Any], str]]] = {
    str: quoted,
    int: repr,
    bool: repr,
    type(None): repr,
}
"""How the scalars of nearly every case are written, found by their type at once."""


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
    return list(_arguments(value))


@dataclass(frozen=True, slots=True)
class _Argument:
    name: str
    start: str
    default: Any


@cache
def _declared(kind: type[Any]) -> tuple[_Argument, ...]:
    """Return the arguments that make a dataclass."""
    is_positional = kind.__name__ in _POSITIONAL
    return tuple(
        _Argument(
            each.name,
            "" if is_positional else f"{each.name}=",
            (
                each.default
                if each.default_factory is MISSING
                else each.default_factory()
            ),
        )
        for each in fields(kind)
    )


def _arguments(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the arguments that make a dataclass, without those that it has anyway."""
    for each in _declared(type(value)):  # type: ignore[arg-type]
        part = getattr(value, each.name)
        default = each.default
        if part is not default and (default is MISSING or part != default):
            yield each.start, part


def names_in(value: Any) -> set[str]:
    """Return the names that the source of *value* needs imported."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        each = waiting.pop()
        kind = type(each)
        if kind in _WRITTEN:
            continue
        if isinstance(each, datetime):
            found.add("datetime")
        elif isinstance(each, date):
            found.add("date")
        elif isinstance(each, Decimal):
            found.add("Decimal")
        elif isinstance(each, Mapping):
            waiting += each.values()
        elif isinstance(each, list | tuple):
            waiting += each
        elif is_dataclass(kind):
            found.add(kind.__name__)
            waiting += [part for _, part in _arguments(each)]
    return found
