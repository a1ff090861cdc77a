"""What a provider must refuse: every fault whose fact the evidence carries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from ..contract_requests import credential_names
from ..harness.contract import Contract
from ..harness.edits import (
    Drop,
    Edit,
    Instead,
    MediaType,
    OtherCredential,
    Put,
    Raw,
    Twice,
)
from ..harness.exchanges import Observed, Refused
from ..harness.pointers import pointer_of
from ..members import Member, evidence_key, is_unknown
from ..verbatim import compose, wording
from .accepted import Found, in_variants
from .conditions import (
    breaking,
)
from .missigned import missigned
from .refusals import Refusals
from .values import (
    BROKEN,
    at,
    can_be_made,
    holds_all,
    is_of_a_file,
    near_misses,
    near_texts,
    other_types,
    standing,
    takes_empty,
    unread,
)


def refused(operation: ir.Operation, contract: Contract) -> Found:
    """Yield requests with one fault each."""
    yield from in_variants(operation, contract, _refused)
    refusals = Refusals(contract)
    for way in breaking(operation, contract):
        kind = "absent" if way.condition.asks.asks_presence else "value"
        evidence = way.condition.evidence
        yield refusals.of(way.label, way.edits, kind, way.fact, evidence)


def _refused(operation: ir.Operation, contract: Contract) -> Found:
    refusals = Refusals(contract)
    for member in standing(operation, contract):
        good = at(contract.example, member)
        if is_of_a_file(member):  # there is no file without it
            yield from _limits_of_a_file(refusals, member, good)
            continue
        if not member.steps[-1].isdecimal():
            yield from _without(refusals, operation, member)
        yield from _empty(refusals, member)
        yield from _wrong_values(refusals, operation, member, good)
        yield from _other_credential(refusals, member, good)
    said = operation.authentication
    if said is not None and said.alternatives:
        told = ("absent", "authentication", said.evidence)
        yield refusals.of("no credentials", (Instead(0),), *told)
    if operation.request.signature is not None:
        yield from missigned(refusals, operation, operation.request.signature)
    if operation.request.body is not None:
        yield from _no_object(refusals, operation)
        yield from _of_other_media(refusals, operation)
    yield from _unsaid(operation)


def _limits_of_a_file(refusals: Refusals, member: Member, good: Any) -> Found:
    for limit, sample in near_misses(member, good):
        if not can_be_made(member, sample.value):
            continue
        name, edits = compose("{} {}", member.fact, sample.label), (
            Put(member.pointer, sample.value),
        )
        evidence = member.field.evidence_of(limit.rule)
        fact = compose("{}.{}", member.fact, evidence_key(member.field, limit.rule))
        yield refusals.of(name, edits, "value", fact, evidence)


def _without(refusals: Refusals, operation: ir.Operation, member: Member) -> Found:
    if member.place == "segments":
        return  # it would be another path
    if operation.request.writing.format == "csv" and len(member.steps) == 2:
        return  # lines that are not there are no lines
    field, name = member.field, compose("{} left out", member.fact)
    edits, fact = (Drop(member.pointer),), compose("{}.required", member.fact)
    if field.required is True:
        evidence = field.evidence_of("required")
        yield refusals.of(name, edits, "absent", fact, evidence)
    elif is_unknown(field.required):
        why = "the page does not say whether it is required"
        yield Observed(id=name, edits=edits, why=why, fact=fact, evidence="unknown")


def _empty(refusals: Refusals, member: Member) -> Found:
    field, fact = member.field, compose("{}.required", member.fact)
    is_made = isinstance(field.source, ir.FromSignature)
    if not isinstance(field.type, ir.Text) or is_made or member.place == "segments":
        return
    name, edits = compose("{} empty", member.fact), (Put(member.pointer, ""),)
    if not takes_empty(field):
        limit = next(each for each in field.constraints if not each.holds(""))
        key = evidence_key(field, limit.rule)
        evidence = field.evidence_of(key)
        yield refusals.of(
            name, edits, "empty", compose("{}.{}", member.fact, key), evidence
        )
    elif field.required is True and refusals.name_empty_text:
        evidence = field.evidence_of("required")
        yield refusals.of(name, edits, "empty", fact, evidence)
    else:
        why = "the page does not say what empty text is"
        yield Observed(id=name, edits=edits, why=why, fact=fact, evidence="unknown")


def _wrong_values(
    refusals: Refusals, operation: ir.Operation, member: Member, good: Any
) -> Found:
    field = member.field
    evidence, fact = field.evidence_of("type"), compose("{}.type", member.fact)
    is_typed = operation.request.writing.format == "json"
    for sample in other_types(member) if is_typed else unread(member):
        name, edits = compose("{} as {}", member.fact, sample.label), (
            Put(member.pointer, sample.value),
        )
        found = refusals.of(name, edits, "type", fact, evidence)
        # One other type tells an observer as much as all of them.
        if isinstance(found, Refused) or sample.label in ("a whole number", "null"):
            yield found
    if isinstance(field.source, ir.FromSignature | ir.FromBasic) or good is None:
        return
    for limit, sample in near_misses(member, good):
        key = evidence_key(field, limit.rule)
        name, edits = compose("{} {}", member.fact, sample.label), (
            Put(member.pointer, sample.value),
        )
        evidence = field.evidence_of(key)
        yield refusals.of(
            name, edits, "value", compose("{}.{}", member.fact, key), evidence
        )


def _other_credential(refusals: Refusals, member: Member, good: Any) -> Found:
    source = member.field.source
    if not isinstance(source, ir.FromCredential | ir.FromBasic):
        return
    codes = refusals.contract.refusals("credential")
    secret = any(
        each.secret and each.name in credential_names(source)
        for each in refusals.contract.credentials
    )
    if not secret or not codes:
        yield Observed(
            id=compose("{} of nobody", member.fact),
            edits=(OtherCredential(member.pointer),),
            why="the page does not say what another value gets",
            fact=member.fact,
            evidence="unknown",
        )
        return
    told = tuple(code.code for code in codes)
    for label, edit in _of_nobody(member, good):
        yield Refused(
            id=compose("{} {}", member.fact, label),
            edits=(edit,),
            fault="credential",
            codes=told,
            fact=compose("codes.{}", told[0]),
            evidence=refusals.contract.evidence(compose("codes.{}", told[0])),
        )


def _of_nobody(member: Member, good: Any) -> Iterator[tuple[str, Edit]]:
    """Yield a credential that nobody has, and others that are near to a known one."""
    yield "of nobody", OtherCredential(member.pointer)
    prefix = "Basic " if isinstance(member.field.source, ir.FromBasic) else ""
    start = member.field.prefix or prefix
    for label, text in near_texts(wording(good).removeprefix(start)):
        if start + text != good and holds_all(member.field, start + text):
            yield label, Put(member.pointer, start + text)


def _no_object(refusals: Refusals, operation: ir.Operation) -> Found:
    for kind, texts in BROKEN[operation.request.writing.format]:
        codes = refusals.codes(kind)
        for label, text in texts:
            name, edits = f"body that is {label}", (Raw(text),)
            if not codes:
                why = "the page does not say what it gets"
                yield Observed(
                    id=name, edits=edits, why=why, fact="", evidence="unknown"
                )
                continue
            fact = compose("codes.{}", codes[0])
            yield Refused(
                id=name,
                edits=edits,
                fault=kind,
                codes=codes,
                fact=fact,
                evidence=refusals.contract.evidence(fact),
            )


def _of_other_media(refusals: Refusals, operation: ir.Operation) -> Found:
    """Yield a request that calls its body something else."""
    codes = refusals.codes("media-type")
    is_json = operation.request.writing.format == "json"
    declared = {field.wire_name.lower() for field in operation.request.headers}
    if "content-type" in declared or (is_json and not codes):
        return
    name, edits = "body of another media type", (MediaType("text/x-unknown"),)
    if not codes:
        why = "the page does not say what it gets"
        yield Observed(id=name, edits=edits, why=why, fact="", evidence="unknown")
        return
    fact = compose("codes.{}", codes[0])
    yield Refused(
        id=name,
        edits=edits,
        fault="media-type",
        codes=codes,
        fact=fact,
        evidence=refusals.contract.evidence(fact),
    )


def _unsaid(operation: ir.Operation) -> Found:
    """Yield requests about which pages say nothing."""
    request = operation.request
    if request.body is not None:
        edits: tuple[Edit, ...] = (Put("/body/xUnknownMember", "text"),)
        why = "the page does not say what becomes of other members"
        yield Observed(
            id="another member", edits=edits, why=why, fact="", evidence="unknown"
        )
    for field in request.headers[:1]:
        twice = (Twice(pointer_of(("headers", field.wire_name))),)
        yield Observed(
            id=compose("{} twice", field.wire_name),
            edits=twice,
            why="the page does not say what a repeated header is",
            fact="",
            evidence="unknown",
        )
