"""What a contract document says of the request: its members and how it is signed."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from . import ir
from .harness.pointers import drop, pointer_of, put
from .json_schema import request_schema
from .members import Member, members, moment_of, wire_sample
from .satisfying import request_message, settled

Json = Any


def request_document(
    operation: ir.Operation, credentials: Mapping[str, str], stated: Mapping[str, str]
) -> Json:
    found = tuple(members(operation))
    empty_is_absent = any("empty" in code.answers for code in operation.codes)
    schema = request_schema(operation.request, empty_is_absent=empty_is_absent)
    return {
        "schema": schema,
        "example": example(operation, credentials),
        "sources": [source for each in found for source in _source(each)],
        "moments": [moment for each in found for moment in moment_of(each)],
        "secrets": [each.pointer for each in found if _is_secret(each.field)],
        **conditions_document(operation.request.conditions, found),
        "signature": _signature(operation, stated),
        **writing_document(operation.request.writing),
        **_alternatives(operation),
    }


def _alternatives(operation: ir.Operation) -> Json:
    found = [list(map(pointer_of, group)) for group in alternatives(operation)]
    return {"alternatives": found} if found else {}


def writing_document(writing: ir.Writing) -> Json:
    """Return how a body is written, where that is not as JSON alone."""
    if writing == ir.JSON:
        return {}
    seal = writing.sealed
    outer = writing.format if seal is None else "json" if seal.member else "text"
    media = writing.media or MEDIA[outer]
    found: Json = {"format": writing.format, "media": media}
    if seal is not None:
        found["sealed"] = {
            "algorithm": seal.algorithm,
            "member": seal.member,
            "encoding": seal.encoding,
            "credential": seal.key,
            "key_written": seal.key_written,
            "vector_in": seal.vector_in,
        }
    if writing.media:
        found["says_media"] = True
    plain = ir.Writing()
    for key in ("root", "namespace", "lists", "layout", "separator", "header"):
        if getattr(writing, key) != getattr(plain, key):
            found[key] = getattr(writing, key)
    return {"body": found}


MEDIA: Final = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "xml": "application/xml",
    "text": "text/plain",
    "csv": "text/csv",
    "none": "",
}


def example(operation: ir.Operation, credentials: Mapping[str, str]) -> Json:
    """Return a valid request with every member, as a document; unsigned."""
    found: Json = {
        place: {field.wire_name: wire_sample(field) for field in fields}
        for place, fields in operation.request.places()
        if place != "body" or operation.request.body is not None
    }
    spare = [place for group in alternatives(operation)[1:] for place in group]
    for member in members(operation):
        carried = _carried(member.field, credentials)
        if carried is not None:
            found = put(found, member.steps, carried)
        elif isinstance(member.field.source, ir.FromSignature):
            found = put(found, member.steps, "")
    for place in spare:
        found = drop(found, place)
    return settled(request_message(operation), found)


def alternatives(operation: ir.Operation) -> tuple[tuple[ir.Path, ...], ...]:
    """Return the members that carry each of several ways to prove who calls."""
    said = operation.authentication
    return tuple(
        tuple(
            each.steps
            for each in members(operation)
            if set(credential_names(each.field.source)) & set(group)
        )
        for _, group in (said.alternatives if said is not None else ())
    )


def _carried(field: ir.Field, credentials: Mapping[str, str]) -> str | None:
    if isinstance(field.source, ir.FromCredential):
        return field.prefix + credentials[field.source.name]
    if isinstance(field.source, ir.FromBasic):
        pair = ":".join(credentials[name] for name in credential_names(field.source))
        return "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")
    return None


def credential_names(source: ir.Source) -> tuple[str, ...]:
    """Return the credentials that a value is made of."""
    if isinstance(source, ir.FromBasic):
        return source.user, source.password
    return (source.name,) if isinstance(source, ir.FromCredential) else ()


def _is_secret(field: ir.Field) -> bool:
    made = (ir.FromBasic, ir.FromSignature)
    return field.secret or isinstance(field.source, made)


_SOURCES: Final[dict[type, str]] = {
    ir.FromCredential: "credential",
    ir.FromBasic: "basic",
    ir.FromClock: "clock",
    ir.FromNonce: "nonce",
    ir.FromIdempotencyKey: "key",
    ir.FromSignature: "signature",
}


def _source(member: Member) -> Iterator[Json]:
    source = member.field.source
    if type(source) in _SOURCES:
        yield {
            "pointer": member.pointer,
            "kind": _SOURCES[type(source)],
            "names": list(credential_names(source)),
            "prefix": member.field.prefix,
        }


def _signature(operation: ir.Operation, stated: Mapping[str, str]) -> Json:
    recipe = operation.request.signature
    return None if recipe is None else recipe_document(recipe, stated, operation.name)


def recipe_document(recipe: ir.Signature, stated: Mapping[str, str], name: str) -> Json:
    chosen = stated.get(f"{name}.signature.encoding")
    query = stated.get(f"{name}.signature.query", recipe.query)
    return {
        "algorithm": recipe.algorithm,
        "key": recipe.key,
        "parts": [_part(part) for part in recipe.parts],
        "separator": recipe.separator,
        "encoding": chosen or recipe.encoding,
        "signs_query": query == "included",
        **(
            {"suffix": [_part(each) for each in recipe.suffix]} if recipe.suffix else {}
        ),
    }


def _part(part: ir.SignedPart) -> Json:
    match part:
        case ir.FromCredential(name):
            return {"kind": "credential", "name": name, "minified": False}
        case ir.Digest(algorithm, minified, encoding):
            how = {} if encoding == "hex" else {"encoding": encoding}
            return {"kind": "body", "name": algorithm, "minified": minified, **how}
        case ir.FixedText(text):
            return {"kind": "text", "name": text}
        case ir.SignedField(at):
            return {"kind": "field", "name": pointer_of(at)}
        case ir.EncodedBody():
            return {"kind": "base64", "name": ""}
        case ir.Selection():
            return {"kind": "fields", "name": "", "selection": _selection(part)}
        case "body":
            return {"kind": "raw", "name": ""}
        case _:
            return {"kind": part, "name": "", "minified": False}


def _selection(part: ir.Selection) -> Json:
    return {
        "of": list(map(pointer_of, part.of)),
        "order": part.order,
        "names": list(part.names),
        "pair": part.pair,
        "separator": part.separator,
        "keeps_empty": part.keeps_empty,
        "leaves_out": list(part.leaves_out),
        "added": {name: _part(value) for name, value in part.added},
        "written": part.written,
        "strip": part.strip,
        "letter_case": part.letter_case,
    }


def conditions_document(
    conditions: Iterable[ir.Condition], members: Iterable[Member]
) -> dict[str, Json]:
    by_steps = {each.steps: each for each in members}
    told = [
        {
            **each.asks.document(),
            "moments": [
                moment
                for place in each.asks.places
                for moment in moment_of(by_steps[place])
            ],
        }
        for each in conditions
        if each.asks.is_enforced
    ]
    return {"conditions": told} if told else {}
