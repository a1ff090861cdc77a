"""What a contract document says of the replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from . import ir
from .contract_requests import conditions_document, recipe_document, writing_document
from .harness.codes import levels
from .harness.pointers import drop, pointer_of, put
from .json_schema import headers_schema, reply_schema
from .members import body_members, is_unknown, wire_sample
from .satisfying import reply_message, settled

Json = Any
NO_CODE: Final = 990
"""A code that no page has, where a reply needs one and the page names none for it."""


def reply_document(operation: ir.Operation, reply: ir.Reply) -> Json:
    when = reply.when
    return {
        "name": reply.name,
        "outcome": reply.outcome,
        "when": {
            "http": [] if is_unknown(when.http) else list(when.http),
            **_told_by(when),
            "equals": {pointer_of(path): value for path, value in when.equals},
            "has": [pointer_of(path) for path in when.has],
            "lacks": [pointer_of(path) for path in when.lacks],
        },
        "code_at": pointer_to(reply.code_at),
        **_levels(reply),
        "message_at": pointer_to(reply.message_at),
        "columns": {name: pointer_of(path) for name, path in reply.columns},
        "echoes": dict(_echoes(reply.body, ())),
        "schema": reply_schema(reply.body),
        "example": reply_example(operation, reply),
        **_relations(reply),
        **writing_document(reply.writing),
        **_reply_headers(reply),
        **conditions_document(reply.conditions, body_members(reply.body)),
        **_proof(reply),
        **_items(reply.items),
    }


def _items(items: ir.Items | None) -> Json:
    if items is None:
        return {}
    told = {"at": pointer_of(items.at), "code": items.code, "message": items.message}
    return {"items": {**told, "outcomes": dict(items.outcomes)}}


def _proof(reply: ir.Reply) -> Json:
    proof = reply.proof
    if proof is None:
        return {}
    told = {"at": pointer_of(proof.at), "prefix": proof.prefix}
    return {"proof": {**told, "recipe": recipe_document(proof.recipe, {}, "")}}


def _told_by(when: ir.When) -> Json:
    """Return what few replies are told by."""
    found: Json = {"classes": list(when.classes)} if when.classes else {}
    if when.type:
        found["type"] = when.type
    return {**found, "asked": by_pointer(when.asked)} if when.asked else found


def _reply_headers(reply: ir.Reply) -> Json:
    if reply.headers is None:
        return {}
    return {
        "headers": headers_schema(reply.headers),
        "header_example": {
            each.wire_name: wire_sample(each) for each in reply.headers.fields
        },
    }


def _levels(reply: ir.Reply) -> Json:
    if not reply.code_rest:
        return {}
    return {
        "code_rest": list(map(pointer_of, reply.code_rest)),
        "separator": reply.separator,
    }


def _relations(reply: ir.Reply) -> Json:
    told = [
        {"at": pointer_of(each.at), "value": each.value, "codes": list(each.codes)}
        for each in reply.relations
    ]
    return {"relations": told} if told else {}


def _echoes(record: ir.Record, above: ir.Path) -> Iterator[tuple[str, str]]:
    for field in record.fields:
        at = (*above, field.wire_name)
        if field.echoes is not None:
            yield pointer_of(at), pointer_of(field.echoes)
        if isinstance(field.type, ir.Record):
            yield from _echoes(field.type, at)


def reply_example(operation: ir.Operation, reply: ir.Reply) -> Json:
    """Return the spec's example of *reply*, or one made up that is recognized as it."""
    if reply.has_example:
        return reply.example
    found = {each.wire_name: wire_sample(each) for each in reply.body.fields}
    for path in reply.when.lacks:
        found = drop(found, path)
    if reply.code_at is not None:
        for place, part in _some_code(operation, reply):
            found = put(found, place, part)
    for path, value in reply.when.equals:
        found = put(found, path, value)
    return settled(reply_message(reply), {"body": found})["body"]


def _some_code(
    operation: ir.Operation, reply: ir.Reply
) -> Iterator[tuple[ir.Path, str | int]]:
    """Yield the levels of a code that comes with *reply*, or of one that no page has."""
    assert reply.code_at is not None
    places = (reply.code_at, *reply.code_rest)
    listed = [each for each in operation.codes if reply.name in each.replies]
    own = [each for each in listed if each.outcome == reply.outcome]
    if reply.outcome == "by-code":
        own = [each for each in listed if each.outcome == "success"] or listed
    text = own[0].shown if own else str(NO_CODE)
    parts = levels(text, reply.separator, len(places))
    for place, part in zip(places, parts, strict=True):
        kind = reply.body.at(place)
        yield place, int(part) if isinstance(kind, ir.Integer) else part


def pointer_to(path: ir.Path | None) -> str | None:
    return None if path is None else pointer_of(path)


def by_pointer(values: Iterable[tuple[ir.Path, Json]]) -> dict[str, Json]:
    return {pointer_of(path): value for path, value in values}
