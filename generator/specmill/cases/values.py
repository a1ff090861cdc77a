"""Values that tell a kept fact from a broken one: at the edges, and of other types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from .. import ir
from ..constraints import Constraint, OneOf, Sample
from ..harness.contract import Contract
from ..harness.edits import Drop, Edit, Put
from ..harness.pointers import NOTHING, found, steps_of
from ..members import Member, members
from ..verbatim import compose

Json = Any

_OF_TYPES: Final[tuple[tuple[str, Json, tuple[type, ...]], ...]] = (
    ("text", "text", (ir.Text,)),
    ("a whole number", 12345, (ir.Integer, ir.Number)),
    ("true", True, (ir.Boolean,)),
    ("a list", [], (ir.Array,)),
    ("an object", {}, (ir.Record, ir.Map)),
)

BODIES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "not-json": (
        ("cut short", "{"),
        ("text", "not json"),
        ("nothing", ""),
        ("two objects", "{}{}"),
        ("in single quotes", "{'a': 1}"),
    ),
    "not-object": (
        ("a list", "[]"),
        ("a list of an object", "[{}]"),
        ("text in quotes", '"text"'),
        ("a number", "1"),
        ("true", "true"),
        ("null", "null"),
    ),
}
"""Bodies that are no JSON, or no object, by what they are."""


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


def is_of_a_file(member: Member) -> bool:
    """Tell whether *member* is the size, a type or the like of a file."""
    outer = member.above[-1].type if member.above else None
    return isinstance(outer, ir.Record) and outer.is_file


def can_be_made(member: Member, value: Json) -> bool:
    """Tell whether a file can be like that: an image has a head of some octets."""
    least = {"size": 64, "width": 1, "height": 1}.get(member.field.wire_name)
    if least is None:
        return True
    return isinstance(value, int) and value >= least


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
            if miss.value == "" or miss.value in seen or not fits(member, miss.value):
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


def fits(member: Member, value: Json) -> bool:
    """Tell whether *value* arrives as it is: around a header, white space does not."""
    if member.place == "segments":
        is_cut = isinstance(value, str) and "\0" in value
        return value not in ("", ".", "..") and not is_cut
    if member.place == "headers":
        is_line = isinstance(value, str) and value.isascii() and value.isprintable()
        return is_line and value == value.strip()
    return True


def near_texts(text: str) -> Iterator[tuple[str, str]]:
    """Yield texts that are nearly *text*; no space, which HTTP drops at an end."""
    yield "with another end", altered(text)
    yield "with another beginning", compose(
        "{}{}", "1" if text[:1] == "0" else "0", text[1:]
    )
    yield "in other letter case", text.swapcase()
    yield "and more", compose("{}x", text)
    yield "and more of its own", compose("{}{}", text, text[-1:])
    yield "cut short", text[:-1]


def altered(value: Any) -> Any:
    """Return text of the same length that differs at its end."""
    if not isinstance(value, str):
        return value
    return value[:-1] + ("0" if value[-1:] != "0" else "1")


def holds_all(field: ir.Field, value: Json) -> bool:
    """Tell whether *value*, which has the right type, keeps every limit of *field*."""
    return all(limit.holds(value) for limit in field.constraints)


def takes_empty(field: ir.Field) -> bool:
    """Tell whether no limit refuses empty text."""
    return field.blank or all(limit.holds("") for limit in field.constraints)


def edges(member: Member, good: Json) -> Iterator[tuple[Constraint, Sample]]:
    """Yield other values at the edges of the limits that keep all of them."""
    for limit in member.field.constraints:
        for sample in limit.edges(good):
            is_other = sample.value != good and fits(member, sample.value)
            if is_of_a_file(member) and not can_be_made(member, sample.value):
                continue
            if is_other and all(
                each.holds(sample.value) for each in member.field.constraints
            ):
                yield limit, sample


def other_truth(member: Member, good: Json) -> Iterator[bool]:
    """Yield the other of true and false, unless a limit lists what there is."""
    if isinstance(member.field.type, ir.Boolean) and not member.field.constraints:
        yield not good


BROKEN: Final[dict[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]] = {
    "json": tuple(BODIES.items()),
    "xml": (
        (
            "malformed",
            (
                ("cut short", "<"),
                ("text", "not xml"),
                ("nothing", ""),
                ("another root", "<xUnknownRoot/>"),
                ("with a document type", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
            ),
        ),
    ),
    "form": (("malformed", (("octets that are no text", "%ff=%fe"),)),),
    "multipart": (
        (
            "malformed",
            (("cut short", "--a\r\n"), ("text", "no parts"), ("nothing", "")),
        ),
    ),
    "text": (),
    "csv": (("malformed", (("nothing", ""),)),),
    "none": (),
}
"""Bodies that are not of their format, by kind of fault."""
