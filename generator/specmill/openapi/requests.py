"""What is sent: parameters, the body, and who the caller is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir
from ..contract_requests import MEDIA, example, writing_document
from ..contracts import examples_of_credentials
from ..members import members
from ..verbatim import compose, joined
from .schemas import Json, evidence, field_schema, is_required, record_schema, source

IGNORED: Final = frozenset({"accept", "authorization", "content-type"})
"""Header names that OpenAPI ignores as parameters; it says them in other ways."""
JSON: Final = "application/json"
BEARER: Final = "Bearer "


def component(partner: ir.Partner, operation: ir.Operation, part: str) -> str:
    """Return the name that a part of an operation has among the components."""
    return compose("{}.{}.{}", partner.name, operation.name, part)


def parameters(partner: ir.Partner, operation: ir.Operation) -> list[Json]:
    """Return segments, query and headers as Parameter Objects."""
    return [
        found
        for found in _parameters(partner, operation)
        if not (found["in"] == "header" and found["name"].lower() in IGNORED)
    ]


def ignored_headers(partner: ir.Partner, operation: ir.Operation) -> list[Json]:
    """Return the headers that OpenAPI would ignore, as Parameter Objects all the same."""
    return [
        found
        for found in _parameters(partner, operation)
        if found["in"] == "header" and found["name"].lower() in IGNORED
    ]


def _parameters(partner: ir.Partner, operation: ir.Operation) -> Iterator[Json]:
    document = example(operation, examples_of_credentials(partner))
    no_empty = takes_empty_for_absent(operation)
    for place, word in _PLACES.items():
        for field in getattr(operation.request, place):
            schema = field_schema(field, strict=False, no_empty=no_empty)
            found: Json = {"name": field.wire_name, "in": word}
            found["required"] = place == "segments" or is_required(field)
            moved = ("description", "deprecated")
            found |= {key: schema.pop(key) for key in moved if key in schema}
            if isinstance(field.type, ir.Record | ir.Array | ir.Map):
                found["content"] = {JSON: {"schema": schema}}
            else:
                found["schema"] = schema
            is_signed = isinstance(field.source, ir.FromSignature)
            if not is_signed and field.wire_name in document[place]:
                found["example"] = document[place][field.wire_name]
            yield found


_PLACES: Final = {"segments": "path", "query": "query", "headers": "header"}


def takes_empty_for_absent(operation: ir.Operation) -> bool:
    """Tell whether the page answers empty text like text that is not there."""
    return any("empty" in code.answers for code in operation.codes)


def request_schema(operation: ir.Operation) -> Json:
    """Return the schema of the body; a caller may send members that no page lists."""
    assert operation.request.body is not None
    no_empty = takes_empty_for_absent(operation)
    return record_schema(operation.request.body, strict=False, no_empty=no_empty)


def request_body(partner: ir.Partner, operation: ir.Operation) -> Json:
    """Return the Request Body Object, with the example that the tests send."""
    document = example(operation, examples_of_credentials(partner))
    name = component(partner, operation, "request")
    content = {
        "schema": {"$ref": compose("#/components/schemas/{}", name)},
        "examples": {"documented": {"value": document["body"]}},
    }
    media = media_type(operation.request.writing)
    if media != JSON:
        content.pop("example", None)  # its values are those of the members
        content.pop("examples", None)
    found = {"required": True, "content": {media: content}}
    written = writing_document(operation.request.writing)
    return {**found, "x-specmill-written": written["body"]} if written else found


def media_type(writing: ir.Writing, when: ir.When | None = None) -> str:
    """Return the media type of a body: that of the page, or of its format."""
    return (when.type if when else "") or writing.media or MEDIA[writing.format]


# Who calls ----------------------------------------------------------------------------


def schemes(partner: ir.Partner, operation: ir.Operation) -> Iterator[tuple[str, Json]]:
    """Yield the security schemes by name, for what OpenAPI knows how to carry."""
    for field, scheme in _carriers(operation):
        found = {
            **scheme,
            "x-specmill-from": source(field.source),
            "x-specmill-evidence": evidence(field),
        }
        if field.summary:
            found["description"] = field.summary
        yield _scheme_name(partner, operation, field), found


def security(partner: ir.Partner, operation: ir.Operation) -> list[Json]:
    """Return the Security Requirements; without what no page requires they also hold."""
    carriers = [field for field, _ in _carriers(operation)]
    every: Json = {_scheme_name(partner, operation, each): [] for each in carriers}
    least: Json = {
        _scheme_name(partner, operation, each): []
        for each in carriers
        if is_required(each)
    }
    if not every:
        return []
    return [every] if every == least else [every, least]


def _scheme_name(partner: ir.Partner, operation: ir.Operation, field: ir.Field) -> str:
    return component(partner, operation, field.wire_name)


def _carriers(operation: ir.Operation) -> Iterator[tuple[ir.Field, Json]]:
    for place, fields in operation.request.places():
        for field in fields:
            scheme = _scheme(place, field)
            if scheme is not None:
                yield field, scheme


def _scheme(place: str, field: ir.Field) -> Json | None:
    is_authorization = place == "headers" and field.wire_name.lower() == "authorization"
    if is_authorization and isinstance(field.source, ir.FromBasic):
        return {"type": "http", "scheme": "basic"}
    is_credential = isinstance(field.source, ir.FromCredential)
    if is_authorization and is_credential and field.prefix == BEARER:
        return {"type": "http", "scheme": "bearer"}
    carries = isinstance(field.source, ir.FromBasic | ir.FromCredential)
    if carries and field.secret and place in _KEY_PLACES:
        return {"type": "apiKey", "in": _KEY_PLACES[place], "name": field.wire_name}
    return None


_KEY_PLACES: Final = {"query": "query", "headers": "header"}


def unsaid_credentials(operation: ir.Operation) -> Iterator[str]:
    """Yield the places of what identifies the caller where no scheme can carry it."""
    carried = {field.path for field, _ in _carriers(operation)}
    for member in members(operation):
        is_credential = isinstance(
            member.field.source, ir.FromCredential | ir.FromBasic
        )
        if is_credential and member.field.path not in carried:
            yield member.fact


def conditions(asked: Iterable[ir.Condition]) -> list[Json]:
    """Return what is asked of several members together, as sentences."""
    return [
        {"name": each.name, "says": each.asks.says(), "evidence": str(each.evidence)}
        for each in asked
    ]


def recipe(signature: ir.Signature | None) -> Any:
    """Return how a request is signed, as a spec says it; None where it is not."""
    if signature is None:
        return None
    key = {"key": {"credential": signature.key}} if signature.key else {}
    return {
        "algorithm": signature.algorithm,
        **key,
        "parts": [_part(part) for part in signature.parts],
        "separator": signature.separator,
        "encoding": signature.encoding,
        **(
            {"suffix": [_part(e) for e in signature.suffix]} if signature.suffix else {}
        ),
        "query": signature.query,
        "evidence": str(signature.evidence),
        "encoding-evidence": str(signature.encoding_evidence),
    }


def _part(part: ir.SignedPart) -> Any:
    match part:
        case ir.FromCredential(name):
            return {"credential": name}
        case ir.Digest(algorithm, minified, encoding):
            how = {} if encoding == "hex" else {"as": encoding}
            return {"digest": algorithm, "minify": minified, **how}
        case ir.FixedText(text):
            return {"text": text}
        case ir.SignedField(at):
            return {"field": joined(".", at)}
        case ir.EncodedBody():
            return {"base64": "body"}
        case ir.Selection():
            return {"fields": _selection(part)}
        case _:
            return part


def _selection(part: ir.Selection) -> dict[str, Any]:
    told: dict[str, Any] = {
        "of": [joined(".", path) for path in part.of],
        "order": list(part.names) if part.order == "listed" else part.order,
        "item": "value" if part.pair is None else "pair",
        "separator": part.separator,
        "empty": "kept" if part.keeps_empty else "left-out",
        "pair": part.pair,
        "leaves-out": list(part.leaves_out),
        "with": {name: _part(value) for name, value in part.added},
        "written": part.written,
        "strip": part.strip,
        "case": part.letter_case,
    }
    return {name: value for name, value in told.items() if value not in ("", None, [])}
