"""What a callback tells us as one object: a member to each place of the call.

Credentials and signatures are proved and then left out: an event holds no secret of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .. import ir, names

_SECRET: Final = (ir.FromCredential, ir.FromBasic, ir.FromSignature)
_PLACES: Final = {
    "segments": "What stood in the path",
    "query": "The query",
    "headers": "The documented headers",
    "body": "The body",
}


def event_of(callback: ir.Callback) -> ir.Record:
    """Return the object that the event's model is made of."""
    name = names.pascal_case(callback.name)
    return ir.Record(name, tuple(_places(callback, name)), open=True)


def _places(callback: ir.Callback, name: str) -> Iterator[ir.Field]:
    request = callback.operation.request
    for place, fields in request.places():
        if place == "body" and request.body is None:
            continue
        is_open = place != "body" or bool(request.body and request.body.open)
        told = _told(fields, f"{name}Request", f"{name}Body")
        if told or place == "body":
            class_name = name + names.pascal_case(place)
            yield _field(place, ir.Record(class_name, told, is_open))


def _told(fields: tuple[ir.Field, ...], old: str, new: str) -> tuple[ir.Field, ...]:
    return tuple(
        replace(each, type=_renamed(each.type, old, new))
        for each in fields
        if not isinstance(each.source, _SECRET)
    )


def _renamed(kind: ir.Type, old: str, new: str) -> ir.Type:
    """Return *kind* with the names of classes that begin as the body's do."""
    if isinstance(kind, ir.Record):
        name = new + kind.name.removeprefix(old)
        return replace(kind, name=name, fields=_told(kind.fields, old, new))
    if isinstance(kind, ir.Array):
        inner = _renamed(kind.item.type, old, new)
        return replace(kind, item=replace(kind.item, type=inner))
    if isinstance(kind, ir.Map):
        inner = _renamed(kind.value.type, old, new)
        return replace(kind, value=replace(kind.value, type=inner))
    return kind


def _field(place: str, record: ir.Record) -> ir.Field:
    why = ir.Evidence("inferred", "what comes has such a part")
    return ir.Field.bare(
        place, record, why, path=place, wire_name=place, summary=_PLACES[place]
    )
