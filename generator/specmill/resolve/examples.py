"""Documented examples held to documented constraints, while specs are compiled.

A mismatch is a defect of the page: it is refused unless a recorded defect explains it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .. import ir
from ..light import dataclass
from ..verbatim import compose, wording


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An example value that breaks what the spec says of its place."""

    place: str
    says: str


def mismatches(field: ir.Field, value: Any) -> Iterator[Mismatch]:
    """Yield where *value* breaks what is documented of *field* or of what is in it."""
    if value is None:
        if not field.nullable and not isinstance(field.type, ir.Anything):
            yield Mismatch(field.path, "is null, which is not documented")
        return
    if not is_of(field.type, value):
        yield Mismatch(field.path, f"is not {_TYPE_WORDS[type(field.type)]}")
        return
    if not field.masked:
        for constraint in field.constraints:
            if not constraint.holds(value):
                says = compose("breaks the limit that it {}", constraint.says)
                yield Mismatch(field.path, says)
    yield from _inside(field.type, value, field.path)


def _inside(kind: ir.Type, value: Any, path: str) -> Iterator[Mismatch]:
    if isinstance(kind, ir.Record):
        yield from record_mismatches(kind, value, path)
    elif isinstance(kind, ir.Array):
        for item in value:
            yield from mismatches(kind.item, item)
    elif isinstance(kind, ir.Map):
        for item in value.values():
            yield from mismatches(kind.value, item)


def record_mismatches(record: ir.Record, value: Any, path: str) -> Iterator[Mismatch]:
    """Yield where *value*, of the record at *path*, breaks what is documented of it."""
    if not isinstance(value, dict):
        yield Mismatch(path, "is not an object")
        return
    for field in record.fields:
        if field.wire_name in value:
            yield from mismatches(field, value[field.wire_name])
        elif field.required is True:
            yield Mismatch(field.path, "lacks it, and it is required")
    if not record.open:
        known = {field.wire_name for field in record.fields}
        for name in value:
            if name not in known:
                yield Mismatch(compose("{}.{}", path, name), "is not documented")


def is_of(kind: ir.Type, value: Any) -> bool:
    """Tell whether *value* has the JSON type that *kind* asks for."""
    if isinstance(kind, ir.Anything):
        return True
    if isinstance(kind, ir.Number):
        return isinstance(value, int | float) and not isinstance(value, bool)
    expected = _PYTHON_TYPES[type(kind)]
    return value.__class__ is expected


_PYTHON_TYPES: Final[dict[type, type]] = {
    ir.Text: str,
    ir.Integer: int,
    ir.Boolean: bool,
    ir.Record: dict,
    ir.Map: dict,
    ir.Array: list,
}
_TYPE_WORDS: Final[dict[type, str]] = {
    ir.Text: "text",
    ir.Integer: "a whole number",
    ir.Number: "a number",
    ir.Boolean: "true or false",
    ir.Record: "an object",
    ir.Map: "an object",
    ir.Array: "a list",
}


def recognized(
    replies: tuple[ir.Reply, ...], http: int, body: Any, like: ir.Reply
) -> ir.Reply | None:
    """Return the first reply whose condition a status and a body, written as in *like*,
    meet."""
    for reply in replies:
        is_kin = reply.writing.format == like.writing.format
        is_of_type = reply.when.type in ("", like.when.type)
        is_asked = set(reply.when.asked) <= set(like.when.asked)
        if is_kin and is_of_type and is_asked and _meets(reply.when, http, body):
            return reply
    return None


def _meets(when: ir.When, http: int, body: Any) -> bool:
    return (
        when.takes(http)
        and all(_same(member(body, path), value) for path, value in when.equals)
        and all(member(body, path) is not _NOTHING for path in when.has)
        and all(member(body, path) is _NOTHING for path in when.lacks)
    )


_NOTHING: Final = object()


def member(body: Any, path: ir.Path) -> Any:
    """Return the member of *body* at *path*, or a value like no other."""
    for name in path:
        if not isinstance(body, dict) or name not in body:
            return _NOTHING
        body = body[name]
    return body


def _same(found: Any, value: Any) -> bool:
    return found.__class__ is value.__class__ and found == value


def code_text(found: Any) -> str | None:
    """Return a code in a body as text; None where there is none to speak of."""
    is_code = isinstance(found, str | int) and not isinstance(found, bool)
    return wording(found) if is_code else None
