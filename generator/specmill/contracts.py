"""The contract document of an operation: what the tests judge by, as JSON.

It states the page and nothing of the generated client; `harness.reading` reads it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from . import ir
from .contract_replies import by_pointer, pointer_to, reply_document, reply_example
from .contract_requests import credential_names, request_document
from .facts import facts
from .harness.answers import composed
from .harness.contract import Contract
from .harness.pointers import NOTHING, found, pointer_of, put
from .harness.reading import FORMAT, code_of, contract_of
from .json_schema import request_schema
from .members import (
    members,
    reply_members,
    wire_sample,
)
from .resolve.credentials import sealing
from .verbatim import compose, exact, wording

Json = Any
CHOICES: Final = {
    "method": "POST",
    "path": "/",
    "signature.encoding": "hex",
    "signature.query": "excluded",
}
"""What tests choose where a page leaves open what a call needs."""


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
        "request": request_document(operation, credentials, stated),
        "replies": [reply_document(operation, reply) for reply in operation.replies],
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
    found = document(known_to(partner, environment), played.operation)
    request = found["request"]
    for path, value in played.values:
        request["example"] = put(request["example"], path, exact(value))
    request["schema"] = request_schema(
        played.operation.request,
        empty_is_absent=any("empty" in dict(each.answers) for each in played.checks),
    )
    return {**exact(found), "played": exact(_played(environment, played))}


def known_to(partner: ir.Partner, environment: ir.Environment) -> ir.Partner:
    """Return *partner* with the credentials that *environment* tells everyone."""
    known = tuple(
        replace(each, example=environment.values.get(each.name, each.example))
        for each in partner.credentials
    )
    return replace(partner, credentials=known)


def _played(environment: ir.Environment, played: ir.Played) -> Json:
    return {
        "environment": environment.name,
        "accepts": by_pointer(played.accepts),
        "checks": [
            {
                "pointers": list(map(pointer_of, each.places)),
                "answers": dict(each.answers),
                **({"unsettled": True} if each.unsettled else {}),
            }
            for each in played.checks
        ],
        "results": [
            {"when": by_pointer(each.when), "answer": each.answer}
            for each in played.results
        ],
        "sequences": [
            {"values": by_pointer(each.values), "answers": list(each.answers)}
            for each in played.sequences
        ],
    }


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
    told = {"operation": fetched.operation, "lasts_at": pointer_to(lasts) or ""}
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


# Codes and facts ---------------------------------------------------------------------


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
