"""Values as Python source in the layout that black would leave alone.

What fits on a line stands on one; otherwise every argument has a line of its own, or,
where that is enough, all of them stand on the line between the brackets.
A value is looked at once: its pieces carry how they look on one line, so that laying
them out only has to compare lengths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final

from ..harness.cases import Case
from ..literals import literal, quoted
from ..verbatim import Verbatim
from .text import WIDTH

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


class Piece:
    """A part of the source, as it looks on one line, and what it consists of."""

    __slots__ = ("closing", "flat", "opening", "parts")

    def __init__(
        self,
        flat: str,
        opening: str = "",
        closing: str = "",
        parts: Sequence[tuple[str, Piece]] = (),
    ) -> None:
        self.flat, self.opening, self.closing = flat, opening, closing
        self.parts = parts
        """What stands between the brackets, each with its start, such as `edits=`."""


def call(name: str, parts: Sequence[tuple[str, Piece]]) -> Piece:
    """Return a call of *name* with *parts* as its arguments."""
    return _enclosed(f"{name}(", ")", parts)


def row(parts: Iterable[Piece]) -> Piece:
    """Return a tuple of *parts*."""
    named = [("", part) for part in parts]
    return _enclosed("(", ",)" if len(named) == 1 else ")", named)


def _enclosed(opening: str, closing: str, parts: Sequence[tuple[str, Piece]]) -> Piece:
    inner = ", ".join([start + part.flat for start, part in parts])
    return Piece(f"{opening}{inner}{closing}", opening, closing[-1], parts)


def laid(piece: Piece, indent: int, taken: int) -> str:
    """Return *piece* as an expression that begins *indent* columns in.

    *taken* columns of its last line are needed for what follows.
    """
    return _laid(piece, indent, WIDTH - indent - taken)


def _laid(piece: Piece, indent: int, room: int) -> str:
    """Return *piece* on one line where that has *room* or cannot be broken."""
    flat, opening = piece.flat, piece.opening
    if len(flat) <= room or not piece.parts:
        return flat
    inner = indent + INDENT
    pad, widest = " " * inner, WIDTH - inner - 1
    is_call = opening[-1] == "(" and len(opening) > 1
    if is_call and len(flat) - len(opening) - 1 <= widest + 1:
        return f"{opening}\n{pad}{flat[len(opening) : -1]}\n{' ' * indent})"
    lines = [
        f"{pad}{start}{_laid(part, inner, widest - len(start))},\n"
        for start, part in piece.parts
    ]
    return f"{opening}\n{''.join(lines)}{' ' * indent}{piece.closing}"


class Writer:
    """Makes pieces of values, and knows the names that their source needs imported."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def piece(self, value: Any) -> Piece:
        """Return *value* as source."""
        kind = type(value)
        if kind is str or kind is Verbatim:
            return _text(value)
        if kind in _PLAIN:
            return Piece(repr(value))
        if kind is tuple:
            return row([self.piece(part) for part in value])
        if kind is list:
            return _enclosed("[", "]", [("", self.piece(part)) for part in value])
        if kind is not dict and is_dataclass(kind):
            return self.made(kind, self.arguments(value))
        if isinstance(value, Mapping):
            named = [(f"{literal(key)}: ", part) for key, part in value.items()]
            parts = [(start, self.piece(part)) for start, part in named]
            return _enclosed("{", "}", parts)
        return Piece(self._scalar(value))

    def made(self, kind: type[Any], parts: Mapping[str, Piece]) -> Piece:
        """Return the source that makes a *kind* of arguments by their names."""
        self.used.add(kind.__name__)
        starts = starts_of(kind)  # type: ignore[arg-type]
        return call(
            kind.__name__, [(starts[name], part) for name, part in parts.items()]
        )

    def arguments(self, value: Any) -> dict[str, Piece]:
        """Return the arguments that make a dataclass, less those that it has anyway."""
        found: dict[str, Piece] = {}
        for name, default in defaults_of(type(value)):  # type: ignore[arg-type]
            part = getattr(value, name)
            if part is not default and (default is MISSING or part != default):
                found[name] = self.piece(part)
        return found

    def _scalar(self, value: Any) -> str:
        """Return a number, octets, a date, a time or a decimal as Python."""
        if isinstance(value, datetime):
            self.used.add("datetime")
            return f'datetime.fromisoformat("{value.isoformat()}")'
        if isinstance(value, date):
            self.used.add("date")
            return f"date({value.year}, {value.month}, {value.day})"
        if isinstance(value, Decimal):
            self.used.add("Decimal")
            return f'Decimal("{value}")'
        return literal(value)


_PLAIN: Final = frozenset({int, bool, type(None)})
"""What stands in nearly every case beside texts, and is written as it is shown."""


@lru_cache(maxsize=4096)
def _text(text: str) -> Piece:
    return Piece(quoted(text))


@cache
def starts_of(kind: type[Any]) -> Mapping[str, str]:
    """Return what stands before each argument that makes a dataclass."""
    is_case = issubclass(kind, Case)
    is_positional = kind.__name__ in _POSITIONAL
    return {
        each.name: (
            "" if is_positional or (is_case and not each.kw_only) else f"{each.name}="
        )
        for each in fields(kind)
    }


@cache
def defaults_of(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return the arguments that make a dataclass, and what each is where it is absent."""
    return tuple(
        (
            each.name,
            each.default if each.default_factory is MISSING else each.default_factory(),
        )
        for each in fields(kind)
    )


def source(value: Any, indent: int, taken: int) -> str:
    """Return *value* as an expression that begins *indent* columns in.

    *taken* columns of its last line are needed for what follows.
    """
    return laid(Writer().piece(value), indent, taken)
