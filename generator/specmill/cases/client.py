"""Cases about what the generated client sends, and what it refuses to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..constraints import OneOf
from ..harness.calls import Call, InvalidCall
from ..harness.clients import Setup
from ..harness.contract import Contract
from ..harness.edits import Drop, Put
from ..harness.pointers import drop, found, put
from ..members import Member, evidence_key, members
from ..resolve import arguments
from ..runtime.wire import Epoch
from ..verbatim import compose, wording
from .conditions import (
    broken_calls,
    call_in,
    condition_calls,
    invalid_call_in,
    keeps_all,
    passed,
    recomposed,
    settled,
    unprefixed,
    variants,
)
from .values import (
    at,
    can_be_made,
    edges,
    is_of_a_file,
    near_misses,
    other_truth,
    other_types,
    standing,
    takes_empty,
)

ODD: Final = 'a b&c=d/e?f+g%20"\\ \u00e9 \u4e2d \U0001f511'
"""Text that HTTP, JSON and signatures have to be careful with."""


def arguments_of(operation: ir.Operation, contract: Contract) -> dict[str, Any]:
    """Return the keyword arguments of a full call, as they stand on the wire."""
    found = (each for each in standing(operation, contract) if not each.inside)
    by_name = {each.argument: each for each in found}
    return {
        field.name: unprefixed(field, at(contract.example, by_name[field.name]))
        for field in arguments(operation)
        if field.name in by_name
    }


# Calls --------------------------------------------------------------------------------


def calls(operation: ir.Operation, contract: Contract) -> Iterator[Call]:
    """Yield valid calls: full, minimal, at every edge, as Python values, with odd text."""
    for variant in variants(operation, contract):
        for plain in _calls(operation, variant.contract):
            arrives = recomposed(operation, variant.contract, plain.arrives)
            call = replace(plain, arrives=arrives)
            is_kept = keeps_all(operation, variant.contract, call.arrives)
            if not variant.edits and is_kept:
                yield call
            elif is_kept and variant.is_about(call.fact):
                yield call_in(call, operation, contract, variant)
    yield from condition_calls(operation, contract)


def _calls(operation: ir.Operation, contract: Contract) -> Iterator[Call]:
    evidence = str(operation.request.method_evidence)
    yield Call(id="every argument", fact="request", evidence=evidence)
    seal = operation.request.writing.sealed
    if seal is not None:
        yield Call(id="in its envelope", fact="sealed", evidence=str(seal.evidence))
    for method in operation.request.methods[1:]:
        facts = {f"{operation.name}.method": method}
        yield Call(
            id=f"by {method}",
            fact="method",
            evidence=evidence,
            setup=Setup(facts=facts),
        )
    found = tuple(each for each in standing(operation, contract) if each.argument)
    yield from _minimal(operation, contract, found)
    for member in found:
        if _can_be_left_out(member) and not member.inside:
            yield Call(
                id=f"{member.argument} left out",
                omits=(member.argument,),
                arrives=(Drop(member.pointer),),
                fact=compose("{}.required", member.fact),
                evidence=str(member.field.evidence_of("required")),
            )
        yield from _edges(contract, member)
        yield from _as_python(contract, member)
    yield from _odd(found)


def _can_be_left_out(member: Member) -> bool:
    is_optional = member.field.required is not True and not _is_made(member.field)
    return is_optional and not _empties(member)


def _is_made(field: ir.Field) -> bool:
    """Tell whether the client makes it where the caller does not pass it."""
    return isinstance(field.source, ir.FromIdempotencyKey)


def _empties(member: Member) -> bool:
    """Tell whether *member* is all that its object has: it cannot go alone."""
    outer = member.above[-1:] if member.above and member.above[-1].envelope else ()
    return any(
        isinstance(each.type, ir.Record) and len(each.type.fields) == 1
        for each in outer
    )


def _minimal(
    operation: ir.Operation, contract: Contract, found: tuple[Member, ...]
) -> Iterator[Call]:
    call = next(_without_optional(operation, found), None)
    if call is None or keeps_all(operation, contract, call.arrives):
        yield from () if call is None else (call,)
        return
    edits = settled(operation, contract, call.arrives)
    if edits is not None:
        told = passed(operation, contract, edits)
        yield replace(
            call, arguments=dict(told.arguments), omits=told.omits, arrives=edits
        )


def _without_optional(
    operation: ir.Operation, found: tuple[Member, ...]
) -> Iterator[Call]:
    optional = [each for each in found if _can_be_left_out(each) and not each.inside]
    rest = [
        each for each in members(operation) if each not in optional and not each.inside
    ]
    if len(optional) < 2:
        return
    bodies = [each for each in rest if each.place == "body"]
    # A body of which nothing is left is sent as an empty object.
    drops = [Drop(each.pointer) for each in optional]
    emptied = [
        each
        for each in bodies
        if each.field.envelope
        and _is_emptied(each, optional)
        and each.field.required is not True
    ]
    kept = [
        edit
        for edit in drops
        if not any(edit.pointer.startswith(f"{each.pointer}/") for each in emptied)
    ]
    yield Call(
        id="the required arguments alone",
        omits=tuple(each.argument for each in optional),
        arrives=(*kept, *(Drop(each.pointer) for each in emptied)),
        fact="request",
        evidence=str(operation.request.method_evidence),
    )


def _is_emptied(envelope: Member, optional: Iterable[Member]) -> bool:
    kind = envelope.field.type
    gone = {
        each.field.wire_name
        for each in optional
        if each.above[-1:] == (envelope.field,)
    }
    return isinstance(kind, ir.Record) and gone == {
        each.wire_name for each in kind.fields
    }


def _edges(contract: Contract, member: Member) -> Iterator[Call]:
    good = at(contract.example, member)
    for limit, sample in edges(member, good):
        key = evidence_key(member.field, limit.rule)
        yield Call(
            id=compose("{} {}", member.fact, sample.label),
            arguments=_changed(contract, member, sample.value),
            arrives=(Put(member.pointer, sample.value),),
            fact=compose("{}.{}", member.fact, key),
            evidence=str(member.field.evidence_of(key)),
        )
    for other in other_truth(member, good):
        yield Call(
            id=compose("{} as {}", member.fact, other),
            arguments=_changed(contract, member, other),
            arrives=(Put(member.pointer, other),),
            fact=compose("{}.type", member.fact),
            evidence=str(member.field.evidence_of("type")),
        )


def _changed(contract: Contract, member: Member, value: Any) -> dict[str, Any]:
    """Return the one keyword argument that makes *member* be *value*."""
    if not member.inside:
        return {member.argument: unprefixed(member.field, value)}
    steps = member.steps[: len(member.steps) - len(member.inside)]
    whole = found(contract.example, steps)
    return {member.argument: put(whole, member.inside, value)}


def _as_python(contract: Contract, member: Member) -> Iterator[Call]:
    """Yield a call that passes a date, a number or a truth where the wire has text."""
    form, good = member.field.form, at(contract.example, member)
    if form is None or member.inside:
        return
    try:
        value = form.parse(good)
        is_written = value is not None and form.write(value) == good
    except ValueError:
        # A time whose unit or zone the page does not say: a number is still text.
        if not isinstance(form, Epoch) or not wording(good).isdecimal():
            return
        value, is_written = int(good), True
    if is_written:
        yield Call(
            id=f"{member.argument} as a Python value",
            arguments={member.argument: value},
            arrives=(Put(member.pointer, good),),
            fact=compose("{}.format", member.fact),
            evidence=str(member.field.evidence_of("format")),
        )


def _odd(found: Iterable[Member]) -> Iterator[Call]:
    """Yield one call with odd text in every member that takes any text."""
    free = [
        each
        for each in found
        if isinstance(each.field.type, ir.Text)
        and not each.inside
        and not each.field.prefix
        and not is_of_a_file(each)
        and each.place != "headers"
        and all(limit.holds(ODD) for limit in each.field.constraints)
    ]
    if free:
        yield Call(
            id="odd text",
            arguments={each.argument: ODD for each in free},
            arrives=tuple(Put(each.pointer, ODD) for each in free),
            fact="request",
            evidence="external: RFC 3986, RFC 8259",
        )


# Invalid calls ------------------------------------------------------------------------


def invalid_calls(operation: ir.Operation, contract: Contract) -> Iterator[InvalidCall]:
    """Yield calls that break one documented fact each."""
    for variant in variants(operation, contract):
        for call in _invalid_calls(operation, variant.contract):
            if not variant.edits:
                yield call
            elif variant.is_about(call.fact):
                yield invalid_call_in(call, operation, contract, variant)
    yield from broken_calls(operation, contract)


def _invalid_calls(
    operation: ir.Operation, contract: Contract
) -> Iterator[InvalidCall]:
    for member in standing(operation, contract):
        if member.argument:
            yield from _invalid(contract, member)


def _invalid(contract: Contract, member: Member) -> Iterator[InvalidCall]:
    field, good = member.field, at(contract.example, member)
    if is_of_a_file(member):
        for limit, sample in near_misses(member, good):
            if can_be_made(member, sample.value):
                key = evidence_key(field, limit.rule)
                yield _breaking(contract, member, sample.label, sample.value, key)
        return
    is_due = field.required is True and not _is_made(field)
    if is_due and not member.steps[-1].isdecimal():
        yield _left_out(contract, member)
    if isinstance(field.type, ir.Text) and not field.prefix and _refuses_empty(field):
        limit = next(each for each in field.constraints if not each.holds(""))
        yield _breaking(contract, member, "empty", "", evidence_key(field, limit.rule))
    for sample in other_types(member):
        # Python values stand for text where the wire has an odd form.
        if not _is_python(field, sample.value):
            label = f"as {sample.label}"
            yield _breaking(contract, member, label, sample.value, "type")
    if field.prefix:
        return
    for limit, sample in near_misses(member, good):
        if isinstance(sample.value, str) and (
            _is_python(field, sample.value) or _is_cased(field, sample.value)
        ):
            continue
        key = evidence_key(field, limit.rule)
        yield _breaking(contract, member, sample.label, sample.value, key)
    if member.place == "headers" and isinstance(good, str):
        split = compose("{}\r\nX: y", good[:-1])
        yield _breaking(contract, member, "with a line break", split, "type")


def _refuses_empty(field: ir.Field) -> bool:
    """Tell whether a client refuses empty text, and does not write it otherwise."""
    return not takes_empty(field) and not _is_python(field, "")


def _is_cased(field: ir.Field, value: str) -> bool:
    """Tell whether a client writes *value* in a letter case that is documented."""
    written = {"upper": value.upper(), "lower": value.lower()}.get(field.letter_case)
    listed = (each for each in field.constraints if isinstance(each, OneOf))
    return written is not None and any(each.holds(written) for each in listed)


def _is_python(field: ir.Field, value: Any) -> bool:
    """Tell whether *value* may be a Python value that stands for text on the wire."""
    form = field.form
    if (
        form is None
        or value is None
        or (isinstance(value, str) and not form.writes_text)
    ):
        return False
    if not isinstance(value, str) and value not in ([], {}):
        return True
    try:
        form.write(value)
    except ValueError:
        return False
    return True


def _left_out(contract: Contract, member: Member) -> InvalidCall:
    evidence = str(member.field.evidence_of("required"))
    whole: dict[str, Any] = {}
    if member.inside:
        steps = member.steps[: len(member.steps) - len(member.inside)]
        value = drop(found(contract.example, steps), member.inside)
        whole = {member.argument: value}
    return InvalidCall(
        id=compose("{} left out", member.fact),
        omits=() if member.inside else (member.argument,),
        arguments=whole,
        pointer=member.pointer,
        fact=compose("{}.required", member.fact),
        evidence=evidence,
    )


def _breaking(
    contract: Contract, member: Member, label: str, value: Any, key: str
) -> InvalidCall:
    return InvalidCall(
        id=compose("{} {}", member.fact, label),
        arguments=_changed(contract, member, value),
        pointer=member.pointer,
        fact=compose("{}.{}", member.fact, key),
        evidence=str(member.field.evidence_of(key)),
    )
