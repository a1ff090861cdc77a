"""What a provider must accept: every documented shape, and each value at an edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from .. import ir
from ..constraints import OneOf
from ..harness.answers import success
from ..harness.contract import Contract
from ..harness.edits import (
    Drop,
    Edit,
    Instead,
    LowerCaseHeaders,
    Method,
    Put,
    Spaced,
)
from ..harness.exchanges import Accepted, Observed, Refused
from ..members import Member, evidence_key, is_unknown
from ..verbatim import compose, wording
from .conditions import (
    Try,
    keeping,
    keeps_all,
    recomposed,
    settled,
    variants,
)
from .values import (
    at,
    edges,
    other_truth,
    standing,
)

Found = Iterator[Accepted | Refused | Observed]


def accepted(operation: ir.Operation, contract: Contract) -> Found:
    """Yield requests of every documented shape; observed, where no answer is."""
    is_answered = success(contract, contract.example).documented
    for plain in in_variants(operation, contract, _documented):
        case = replace(plain, edits=recomposed(operation, contract, plain.edits))
        is_kept = keeps_all(operation, contract, case.edits)
        if not is_kept and isinstance(case, Accepted):
            continue
        if is_answered or not isinstance(case, Accepted):
            yield case
            continue
        yield Observed(
            id=case.id,
            fact=case.fact,
            evidence=case.evidence,
            edits=case.edits,
            why="the page documents no answer to it",
        )


def in_variants(
    operation: ir.Operation,
    contract: Contract,
    table: Callable[[ir.Operation, Contract], Found],
) -> Found:
    """Yield the cases of *table* for every member, in a valid request that has it."""
    for variant in variants(operation, contract):
        for case in table(operation, variant.contract):
            if not variant.edits:
                yield case
            elif variant.is_about(case.fact):
                yield replace(case, edits=(*variant.edits, *case.edits))


def _documented(operation: ir.Operation, contract: Contract) -> Found:
    evidence = str(operation.request.method_evidence)
    yield Accepted(id="every member", fact="request", evidence=evidence)
    found = tuple(standing(operation, contract))
    optional = [each for each in found if _is_optional(each)]
    for each in optional:
        yield _accepted(each, "left out", "required", Drop(each.pointer))
    if len(optional) > 1:
        dropped = tuple(Drop(each.pointer) for each in optional)
        drops = settled(operation, contract, dropped) or dropped
        only = "the required members alone"
        yield Accepted(id=only, fact="request", evidence=evidence, edits=drops)
    for each in found:
        yield from _accepted_values(each, at(contract.example, each))
    for way in keeping(operation, contract):
        yield _tried(way)
    yield from _other_ways(operation)
    yield from _accepted_writing(operation)


def _other_ways(operation: ir.Operation) -> Found:
    """Yield a request for each other way to prove who calls."""
    said = operation.authentication
    for number, (name, _) in enumerate(said.alternatives if said else (), 1):
        if said is not None and number > 1 and said.evidence.documented:
            yield Accepted(
                id=f"credentials {name}",
                edits=(Instead(number),),
                fact="authentication",
                evidence=str(said.evidence),
            )


def _tried(way: Try) -> Accepted | Observed:
    evidence = way.condition.evidence
    told: dict[str, Any] = {"id": way.label, "edits": way.edits, "fact": way.fact}
    if evidence.documented:
        return Accepted(**told, evidence=str(evidence))
    why = evidence.detail or "it is inferred"
    return Observed(**told, evidence=str(evidence), why=why)


def _is_optional(member: Member) -> bool:
    inner_only = all(each.required is not False for each in member.above)
    return member.field.required is False and inner_only


def _accepted(member: Member, label: str, key: str, edit: Edit) -> Accepted | Observed:
    evidence = member.field.evidence_of(key)
    name = compose("{} {}", member.fact, label)
    fact = compose("{}.{}", member.fact, key)
    if evidence.documented:
        return Accepted(id=name, edits=(edit,), fact=fact, evidence=str(evidence))
    why = evidence.detail or "it is inferred"
    return Observed(id=name, edits=(edit,), why=why, fact=fact, evidence=str(evidence))


def _accepted_values(member: Member, good: Any) -> Found:
    field = member.field
    if not isinstance(field.source, ir.Passed):
        return
    for limit, sample in edges(member, good):
        if isinstance(limit, OneOf) and limit.any_case:
            yield _other_case(member, sample.label, sample.value)
            yield _other_case(
                member, compose("{} in capitals", sample.label), sample.value.upper()
            )
            continue
        key, edit = evidence_key(field, limit.rule), Put(member.pointer, sample.value)
        yield _accepted(member, sample.label, key, edit)
    if is_unknown(field.letter_case):
        yield _other_case(member, "in capitals", wording(good).upper())
    for other in other_truth(member, good):
        yield _accepted(member, f"as {other}", "type", Put(member.pointer, other))
    if field.nullable and member.place == "body":
        yield _accepted(member, "as null", "type", Put(member.pointer, None))


def _other_case(member: Member, label: str, value: Any) -> Observed:
    return Observed(
        id=compose("{} {}", member.fact, label),
        edits=(Put(member.pointer, value),),
        why="the letter case is not said",
        fact=compose("{}.case", member.fact),
        evidence="unknown",
    )


def _accepted_writing(operation: ir.Operation) -> Found:
    """Yield other ways to write the same request, which HTTP and JSON leave free."""
    request, recipe = operation.request, operation.request.signature
    minified = recipe is not None and any(
        isinstance(part, ir.Digest) and part.minified for part in recipe.parts
    )
    if request.body is not None and request.writing.format == "json":
        yield Accepted(
            id="white space in the body",
            edits=(Spaced(),),
            fact="signature.minify" if minified else "",
            evidence=(
                str(recipe.evidence) if recipe and minified else "external: RFC 8259"
            ),
        )
    for method in request.methods[1:]:
        yield Accepted(
            id=f"by {method}",
            edits=(Method(method),),
            fact="method",
            evidence=str(request.method_evidence),
        )
    if request.headers:
        yield Accepted(
            id="header names in lower case",
            edits=(LowerCaseHeaders(),),
            fact="",
            evidence="external: RFC 9110",
        )
