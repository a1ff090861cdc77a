"""Values that tell a kept fact from a broken one: at the edges, and of other types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir
from ..constraints import Constraint, Length, OneOf, Range, Sample, resized
from ..harness.contract import Contract
from ..harness.edits import Drop, Edit, Put
from ..harness.pointers import NOTHING, found, steps_of
from ..members import Member, members

Json = Any

_OF_TYPES: Final[tuple[tuple[str, Json, tuple[type, ...]], ...]] = (
    ("text", "text", (ir.Text,)),
    ("a whole number", 12345, (ir.Integer, ir.Number)),
    ("true", True, (ir.Boolean,)),
    ("a list", [], (ir.Array,)),
    ("an object", {}, (ir.Record, ir.Map)),
)


def standing(operation: ir.Operation, contract: Contract) -> Iterator[Member]:
    """Yield the members that the valid request has: a list in it may be an empty one."""
    for member in members(operation):
        if found(contract.example, member.steps) is not NOTHING:
            yield member


def changes(document: Json, edits: Iterable[Edit]) -> bool:
    """Tell whether every edit on a member makes the request another one."""
    return all(_changes(document, edit) for edit in edits)


def _changes(document: Json, edit: Edit) -> bool:
    if isinstance(edit, Drop):
        return found(document, steps_of(edit.pointer)) is not NOTHING
    if isinstance(edit, Put):
        there = found(document, steps_of(edit.pointer))
        return there.__class__ is not edit.value.__class__ or there != edit.value
    return True


def at(document: Json, member: Member) -> Json:
    """Return what the valid request has at *member*."""
    value = found(document, member.steps)
    return None if value is NOTHING else value


def other_types(member: Member) -> Iterator[Sample]:
    """Yield a value of every JSON type that *member* is not; only bodies have types."""
    kind = member.field.type
    if isinstance(kind, ir.Anything) or member.place != "body":
        return
    for label, value, types in _OF_TYPES:
        if type(kind) not in types:
            yield Sample(label, value)
    if isinstance(kind, ir.Integer):
        yield Sample("a fraction", 1.5)
    if not member.field.nullable:
        yield Sample("null", None)


def unread(member: Member) -> Iterator[Sample]:
    """Yield text that cannot be read as what *member* is, where all is text."""
    kind = member.field.type
    if member.place == "body" and isinstance(kind, ir.Integer | ir.Number | ir.Boolean):
        yield Sample("text", "text")
        if isinstance(kind, ir.Integer):
            yield Sample("a fraction", "1.5")


def near_misses(member: Member, good: Json) -> Iterator[tuple[Constraint, Sample]]:
    """Yield values that break one limit of *member*, as they can stand where it does."""
    seen: list[Json] = []
    for limit in member.field.constraints:
        misses = (*limit.near_misses(good), *_as_long(limit), *_untrue(limit))
        for miss in misses:
            if miss.value == "" or miss.value in seen or not _fits(member, miss.value):
                continue
            seen.append(miss.value)
            yield limit, miss


def _as_long(limit: Constraint) -> Iterator[Sample]:
    """Yield a value that is listed but for one character, so that no length tells."""
    if isinstance(limit, OneOf) and isinstance(limit.values[0], str):
        value = limit.values[0]
        other = value[:-1] + ("x" if value[-1:].lower() != "x" else "y")
        if value and not limit.holds(other):
            yield Sample("a listed value with another last character", other)


def _untrue(limit: Constraint) -> Iterator[Sample]:
    """Yield the truth that is not listed where only one is."""
    if isinstance(limit, OneOf) and isinstance(limit.values[0], bool):
        other = not limit.values[0]
        if not limit.holds(other):
            yield Sample(f"as {other}", other)


def _fits(member: Member, value: Json) -> bool:
    """Tell whether *value* arrives as it is: around a header, white space does not."""
    if member.place == "segments":
        return value not in ("", ".", "..")
    if member.place == "headers":
        return isinstance(value, str) and value == value.strip() and value.isascii()
    return True


def takes_empty(field: ir.Field) -> bool:
    """Tell whether no limit refuses empty text."""
    return all(limit.holds("") for limit in field.constraints)


def edges(member: Member, good: Json) -> Iterator[tuple[Constraint, Sample]]:
    """Yield other values at the edges of the limits that keep all of them."""
    for limit in member.field.constraints:
        for sample in _edge(limit, good):
            fits = sample.value != good and _fits(member, sample.value)
            if fits and all(
                each.holds(sample.value) for each in member.field.constraints
            ):
                yield limit, sample


def other_truth(member: Member, good: Json) -> Iterator[bool]:
    """Yield the other of true and false, unless a limit lists what there is."""
    if isinstance(member.field.type, ir.Boolean) and not member.field.constraints:
        yield not good


def _edge(limit: Constraint, good: Json) -> Iterator[Sample]:
    if isinstance(limit, Length):
        for end in dict.fromkeys((limit.minimum, limit.maximum)):
            if end:
                unit = "character" if end == 1 else "characters"
                yield Sample(f"of {end} {unit}", resized(good, end))
    elif isinstance(limit, OneOf):
        for value in limit.values:
            yield Sample(f"as {value}", value)
    elif isinstance(limit, Range):
        for end in (limit.minimum, limit.maximum):
            if end is not None:
                yield Sample(f"as {end}", end)
