"""Calls that partners make to us, as the Webhooks of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .. import ir
from ..verbatim import compose, joined
from .operations import operation_object
from .requests import component
from .responses import inside
from .schemas import Json, field_schema

Called = tuple[tuple[ir.Partner, ir.Callback], ...]

_OURS: Final = ("x-specmill-effect", "x-specmill-may-repeat")
"""What is said of our own calls alone."""
_TEXT: Final = "text/plain"


def webhooks(called: Called, methods: Sequence[str]) -> Json:
    """Return the Webhooks by name; *methods* are those that a Path Item has."""
    return {
        f"{partner.name}.{callback.name}": {
            _key(callback, methods): _webhook(partner, callback)
        }
        for partner, callback in called
    }


def _key(callback: ir.Callback, methods: Sequence[str]) -> str:
    method = callback.operation.request.method
    return method.lower() if method in methods else "x-specmill-operation"


def _webhook(partner: ir.Partner, callback: ir.Callback) -> Json:
    """Return the Operation Object of a call: what comes, and what we answer."""
    found = operation_object(partner, callback.operation)
    # A webhook has no path, and so no segments of one.
    given = found.pop("parameters", [])
    kept = [each for each in given if each["in"] != "path"]
    segments = [each for each in given if each["in"] == "path"]
    more = {
        "parameters": kept,
        "x-specmill-segments": segments,
        "x-specmill-replay": _replay(callback.replay),
        "x-specmill-repeats": _repeats(callback.repeats),
    }
    stated = {name: each for name, each in found.items() if name not in _OURS}
    stated["responses"] = _answers(partner, callback)
    return {**stated, **{name: each for name, each in more.items() if each}}


def _replay(replay: ir.Replay | None) -> Json:
    if replay is None:
        return {}
    at, evidence = joined(".", replay.at), str(replay.evidence)
    return {"at": at, "window": replay.window, "evidence": evidence}


def _repeats(repeats: ir.Repeats | None) -> Json:
    if repeats is None:
        return {}
    found = {
        "say": repeats.say,
        "every": repeats.every,
        "times": repeats.times,
        "evidence": str(repeats.evidence),
    }
    return {name: each for name, each in found.items() if each is not None}


# What we answer -----------------------------------------------------------------------


def _answers(partner: ir.Partner, callback: ir.Callback) -> Json:
    if not callback.acknowledgements:
        return {"default": {"description": "The page does not say what to answer."}}
    statuses = sorted({each.http for each in callback.acknowledgements})
    return {str(each): _answer(partner, callback, each) for each in statuses}


def _answer(partner: ir.Partner, callback: ir.Callback, status: int) -> Json:
    given = [each for each in callback.acknowledgements if each.http == status]
    found: Json = {"description": joined(" Or: ", (each.summary for each in given))}
    headers = {name: one for each in given for name, one in _headers(each)}
    if headers:
        found["headers"] = headers
    content: dict[str, list[Json]] = {}
    for each in given:
        for media, schema in _body(partner, callback, each):
            content.setdefault(media, []).append(schema)
    if content:
        found["content"] = {
            media: {"schema": _any_of(schemas)} for media, schemas in content.items()
        }
    return found


def _any_of(schemas: list[Json]) -> Json:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _body(
    partner: ir.Partner, callback: ir.Callback, each: ir.Acknowledgement
) -> Iterator[tuple[str, Json]]:
    if each.text is not None:
        yield _TEXT, {"const": each.text}
    elif each.body is not None:
        name = component(partner, callback.operation, each.name)
        parts = [{"$ref": compose("#/components/schemas/{}", name)}, *_constants(each)]
        yield each.writing.media, parts[0] if len(parts) == 1 else {"allOf": parts}


def _constants(each: ir.Acknowledgement) -> Iterator[Json]:
    for member in each.members:
        if member.place == "body" and isinstance(member.source, ir.Fixed):
            yield inside(member.path, {"const": member.source.value})


def _headers(each: ir.Acknowledgement) -> Iterator[tuple[str, Json]]:
    for member in each.members:
        if member.place == "headers":
            stated = field_schema(member.field, strict=False)
            if isinstance(member.source, ir.Fixed):
                stated["const"] = member.source.value
            required = member.field.required is True
            yield member.path[0], {"required": required, "schema": stated}
