"""The contract document of an operation: what the tests judge by, as JSON.

It states the page and nothing of the generated client; `harness.contract` reads it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from . import ir
from .facts import facts
from .harness.answers import composed
from .harness.codes import levels
from .harness.contract import FORMAT, Contract, code_of, contract_of
from .harness.pointers import NOTHING, drop, found, pointer_of, put
from .json_schema import headers_schema, reply_schema, request_schema
from .members import (
    Member,
    body_members,
    is_unknown,
    members,
    moment_of,
    reply_members,
    wire_sample,
)
from .resolve.credentials import sealing
from .satisfying import reply_message, request_message, settled
from .verbatim import compose, exact, wording

Json = Any
CHOICES: Final = {
    "method": "POST",
    "path": "/",
    "signature.encoding": "hex",
    "signature.query": "excluded",
}
"""What tests choose where a page leaves open what a call needs."""
NO_CODE: Final = 990
"""A code that no page has, where a reply needs one and the page names none for it."""


def contract(partner: ir.Partner, operation: ir.Operation) -> Contract:
    """Return the contract of *operation*."""
    return contract_of(document(partner, operation))


def document(partner: ir.Partner, operation: ir.Operation) -> Json:
    """Return the contract document of *operation*."""
    credentials = examples_of_credentials(partner)
    stated = choices(operation)
    found: dict[str, Json] = {
        "format": FORMAT,
        "partner": partner.name,
        "operation": operation.name,
        "page": _page(operation),
        "effect": operation.effect,
        "method": stated.get(f"{operation.name}.method", operation.request.method),
        "path": stated.get(f"{operation.name}.path", operation.request.path),
        **_line(operation.request),
        "stated": stated,
        "credentials": list(_credentials(partner, operation, credentials)),
        "environments": list(_environments(partner)),
        "request": _request(operation, credentials, stated),
        "replies": [_reply(operation, reply) for reply in operation.replies],
        "codes": [],
        "facts": list(_facts(operation)),
        "hidden": sorted(set(_hidden(operation))),
        "about": _about(partner, operation),
    }
    found = exact(found)
    return {**found, "codes": exact(list(_codes(operation, contract_of(found))))}


def _line(request: ir.Request) -> Json:
    """Return what few request lines have: a choice of methods, a browser."""
    found: Json = {"methods": list(request.methods)} if request.methods else {}
    return {**found, "by_browser": True} if request.by_browser else found


def played_contract(
    partner: ir.Partner, environment: ir.Environment, played: ir.Played
) -> Contract:
    """Return the contract of one operation as *environment* plays it."""
    return contract_of(played_document(partner, environment, played))


def played_document(
    partner: ir.Partner, environment: ir.Environment, played: ir.Played
) -> Json:
    """Return the contract document of one operation as *environment* plays it."""
    known = tuple(
        replace(each, example=environment.values.get(each.name, each.example))
        for each in partner.credentials
    )
    found = document(replace(partner, credentials=known), played.operation)
    request = found["request"]
    for path, value in played.values:
        request["example"] = put(request["example"], path, exact(value))
    request["schema"] = request_schema(
        played.operation.request,
        empty_is_absent=any("empty" in dict(each.answers) for each in played.checks),
    )
    return {**exact(found), "played": exact(_played(environment, played))}


def _played(environment: ir.Environment, played: ir.Played) -> Json:
    return {
        "environment": environment.name,
        "accepts": _by_pointer(played.accepts),
        "checks": [
            {
                "pointers": list(map(pointer_of, each.places)),
                "answers": dict(each.answers),
                **({"unsettled": True} if each.unsettled else {}),
            }
            for each in played.checks
        ],
        "results": [
            {"when": _by_pointer(each.when), "answer": each.answer}
            for each in played.results
        ],
        "sequences": [
            {"values": _by_pointer(each.values), "answers": list(each.answers)}
            for each in played.sequences
        ],
    }


def _by_pointer(values: Iterable[tuple[ir.Path, Json]]) -> dict[str, Json]:
    return {pointer_of(path): value for path, value in values}


def choices(operation: ir.Operation) -> dict[str, str]:
    """Return the facts that the tests choose, by the names that `facts=` takes."""
    needed = [each.fact for each in operation.unknowns if each.needed]
    start = f"{operation.name}."
    return {fact: CHOICES[fact.removeprefix(start)] for fact in needed}


def _page(operation: ir.Operation) -> str:
    page = operation.page
    return compose(
        "{}, {}, read {}; {}", page.title, page.url, page.read, operation.spec
    )


def _hidden(operation: ir.Operation) -> Iterator[str]:
    """Yield the names under which replies hold secrets."""
    for reply in operation.replies:
        for field, _ in reply_members(reply.body.fields, ""):
            if field.secret and field.wire_name:
                yield field.wire_name


def _about(partner: ir.Partner, operation: ir.Operation) -> Json:
    page = operation.page
    return {
        "title": partner.title,
        "summary": operation.summary,
        "page_title": page.title,
        "page_url": page.url,
        "page_read": page.read,
        "spec": operation.spec,
        "unknowns": [
            {"fact": each.fact, "says": each.says, "needed": each.needed}
            for each in operation.unknowns
        ],
        "defects": [
            {"id": each.id, "page": each.page, "decided": each.decided}
            for each in operation.defects
        ],
    }


# Credentials and environments ---------------------------------------------------------


def examples_of_credentials(partner: ir.Partner) -> dict[str, str]:
    """Return a made-up value of every credential."""
    found = {each.name: each.example for each in partner.credentials}
    # Who signs has the private key: we sign calls, the partner signs calls to us.
    ways = [(each, "rsa-private-key") for each in partner.operations]
    ways += [(each.operation, "rsa-public-key") for each in partner.callbacks]
    for operation, key in ways:
        for member in members(operation):
            source = member.field.source
            if isinstance(source, ir.FromCredential) and not found.get(source.name):
                text = wording(wire_sample(member.field))
                found[source.name] = text.removeprefix(member.field.prefix)
        recipe = operation.request.signature
        if recipe is not None and recipe.algorithm.startswith("RSA-"):
            found[recipe.key] = key
        for proof in (each.proof for each in operation.replies if each.proof):
            if proof.recipe.algorithm.startswith("RSA-"):
                found[proof.recipe.key] = "rsa-public-key"
        for _, seal in operation.seals():
            if seal.key and not found.get(seal.key):
                found[seal.key] = _sealing_key(seal)
    for each in partner.credentials:
        if each.fetched is not None:
            found[each.name] = _returned(partner, each.fetched)
    return {
        name: exact(text) or f"example-{name.replace('_', '-')}"
        for name, text in found.items()
    }


def _sealing_key(seal: ir.Seal) -> str:
    """Return a made-up key of the size that an envelope asks for, as it is written."""
    octets = b"0123456789abcdef" * (int(seal.algorithm.split("-")[1]) // 128)
    if seal.key_written == "text":
        return octets.decode("ascii")
    if seal.key_written == "hex":
        return octets.hex()
    text = base64.b64encode(octets).decode("ascii")
    return text.rstrip("=") if seal.key_written == "base64url" else text


def _returned(partner: ir.Partner, fetched: ir.Fetched) -> str:
    """Return the credential that the reply of another call has."""
    operation = next(e for e in partner.operations if e.name == fetched.operation)
    bodies = (reply_example(operation, each) for each in operation.replies)
    return next(
        wording(value)
        for value in (found(each, fetched.at) for each in bodies)
        if value is not NOTHING
    )


def _credentials(
    partner: ir.Partner, operation: ir.Operation, examples: Mapping[str, str]
) -> Iterator[Json]:
    used = set(_used(operation))
    for each in partner.credentials:
        if each.name in used:
            told = {
                "name": each.name,
                "variable": each.variable,
                "example": examples[each.name],
                "secret": each.secret,
            }
            yield {**told, **_fetched(each.fetched)}


def _fetched(fetched: ir.Fetched | None) -> Json:
    """Return by which operation a credential is fetched, where one does."""
    if fetched is None:
        return {}
    lasts = fetched.lasts if isinstance(fetched.lasts, tuple) else None
    told = {"operation": fetched.operation, "lasts_at": _at(lasts) or ""}
    return {"fetched": told}


def _used(operation: ir.Operation) -> Iterator[str]:
    for member in members(operation):
        yield from credential_names(member.field.source)
    recipe = operation.request.signature
    if recipe is not None:
        yield from recipe.credentials()
    yield from sealing(operation)
    for reply in operation.replies:
        if reply.proof is not None:
            yield from reply.proof.recipe.credentials()


def credential_names(source: ir.Source) -> tuple[str, ...]:
    """Return the credentials that a value is made of."""
    if isinstance(source, ir.FromBasic):
        return source.user, source.password
    return (source.name,) if isinstance(source, ir.FromCredential) else ()


def _environments(partner: ir.Partner) -> Iterator[Json]:
    more = [each for each in partner.played if each not in partner.environments]
    for each in (*partner.environments, *more):
        yield {
            "name": each.name,
            "url": each.base_url,
            "facts": dict(each.facts),
            "variables": dict(each.variables),
            "values": dict(each.values),
        }


# The request --------------------------------------------------------------------------


def _request(
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
        **_conditions(operation.request.conditions, found),
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
    return None if recipe is None else _recipe(recipe, stated, operation.name)


def _recipe(recipe: ir.Signature, stated: Mapping[str, str], name: str) -> Json:
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


# Replies and codes --------------------------------------------------------------------


def _reply(operation: ir.Operation, reply: ir.Reply) -> Json:
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
        "code_at": _at(reply.code_at),
        **_levels(reply),
        "message_at": _at(reply.message_at),
        "columns": {name: pointer_of(path) for name, path in reply.columns},
        "echoes": dict(_echoes(reply.body, ())),
        "schema": reply_schema(reply.body),
        "example": reply_example(operation, reply),
        **_relations(reply),
        **writing_document(reply.writing),
        **_reply_headers(reply),
        **_conditions(reply.conditions, body_members(reply.body)),
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
    return {"proof": {**told, "recipe": _recipe(proof.recipe, {}, "")}}


def _told_by(when: ir.When) -> Json:
    """Return what few replies are told by."""
    found: Json = {"classes": list(when.classes)} if when.classes else {}
    if when.type:
        found["type"] = when.type
    return {**found, "asked": _by_pointer(when.asked)} if when.asked else found


def _reply_headers(reply: ir.Reply) -> Json:
    if reply.headers is None:
        return {}
    return {
        "headers": headers_schema(reply.headers),
        "header_example": {
            each.wire_name: wire_sample(each) for each in reply.headers.fields
        },
    }


def _conditions(
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


def _at(path: ir.Path | None) -> str | None:
    return None if path is None else pointer_of(path)


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


def _codes(operation: ir.Operation, contract: Contract) -> Iterator[Json]:
    for code in operation.codes:
        found = {
            "code": code.code,
            "outcome": code.outcome,
            "message": code.message,
            "http": code.http,
            "columns": dict(code.agrees),
            "reply": "",
            "answers": list(code.answers),
            **_of_many(code),
        }
        yield {**found, "reply": _carrier(operation, code, contract, found)}


def _of_many(code: ir.Code) -> Json:
    """Return what few codes have: that they stand for many, or have several texts."""
    found: Json = {"messages": list(code.messages)} if code.messages else {}
    if code.match != "exact":
        found |= {"match": code.match, "sample": code.sample}
    return found


def _carrier(
    operation: ir.Operation, code: ir.Code, contract: Contract, found: Json
) -> str:
    """Return the first reply that, with *code* in it, is still recognized as itself."""
    alone = _with_one_code(contract, found)
    own = alone.codes[0]
    for name in code.replies:
        reply = alone.reply(name)
        if reply is None:
            continue
        answered = composed(alone, {}, reply, own, "")
        if alone.recognized(answered.status, answered.body, reply) is reply:
            return name
    return ""


def _with_one_code(contract: Contract, code: Json) -> Contract:
    """Return *contract* with one code alone."""
    return replace(contract, codes=(code_of(code),))


def _facts(operation: ir.Operation) -> Iterator[Json]:
    for fact in facts(operation):
        yield {
            "id": fact.id,
            "kind": fact.kind,
            "says": fact.says,
            "evidence": str(fact.evidence),
            "testable": fact.testable,
        }
