"""How much a value may hold, which cases write out at each end of each limit.

A list of lists of long texts is soon more than a machine has room for. What is too much
ends the pass: nothing else about an operation can be looked at with values like that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .. import ir
from ..diagnostics import Refused
from .scope import Scope

MOST: Final = 4_000_000
"""How many characters may be written of a message, each of its limits at its end."""
_ENTRY: Final = 100
"""What one more value takes beside its text: as much as so many characters."""
_VALUE: Final = 10
"""How long a text is that may have any length."""


def require_room(scope: Scope, fields: Iterable[ir.Field]) -> None:
    """Raise Refused, with all that is known to be wrong, where *fields* hold too much."""
    total = 0
    for field in fields:
        total += _at_most(scope, field)
        if total > MOST:
            scope.tell_at("shows-too-much", field.path, limit=MOST)
            raise Refused(each for each in scope.findings if each.severity == "error")


def _at_most(scope: Scope, field: ir.Field) -> int:
    """Return about how much is written with each limit of *field* at its end, once."""
    return _most(scope, field) + sum(_at_most(scope, each) for each in _inner(field))


def _most(scope: Scope, field: ir.Field) -> int:
    ends = (end for pair in _ends(scope, field) for end in pair if end)
    inner = 1
    if isinstance(field.type, ir.Array | ir.Map):
        inner = sum(_ENTRY + _usual(scope, each) for each in _inner(field))
    return max(ends, default=1) * inner


def _usual(scope: Scope, field: ir.Field) -> int:
    """Return about how much is written of *field* where something else is at its end."""
    pairs = _ends(scope, field)
    least = max((low or 0 for low, _ in pairs), default=0)
    inner = sum(_ENTRY + _usual(scope, each) for each in _inner(field))
    if isinstance(field.type, ir.Array | ir.Map):
        return max(least, 1) * inner
    return max(least, inner, _VALUE)


def _inner(field: ir.Field) -> tuple[ir.Field, ...]:
    kind = field.type
    if isinstance(kind, ir.Record):
        return kind.fields
    if isinstance(kind, ir.Array):
        return (kind.item,)
    return (kind.value,) if isinstance(kind, ir.Map) else ()


def _ends(scope: Scope, field: ir.Field) -> list[tuple[int | None, int | None]]:
    """Return the ends of every number of characters or items of one value."""
    layered = scope.written.get(field.path)
    if layered is None:  # an item of which the page says nothing
        return []
    length = layered.get("length")
    lengths = (
        (length,)
        if length is None or isinstance(length, tuple)
        else (length.ascii, length.other)
    )
    options = (each.length for each in layered.get("one-of") or ())
    return [each for each in (layered.get("count"), *lengths, *options) if each]
