"""Cases about a call that the partner makes to us, from the facts that carry them.

What is tried on a provider is tried on us: the valid call is edited in the same ways,
and what must be accepted or refused there must be acknowledged or refused here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..contracts import contract, document
from ..harness.contract import Contract, Fact
from ..harness.edits import Drop, Edit, Method, OtherCredential, Put, Raw
from ..harness.exchanges import Accepted, Refused
from ..harness.inbound import Acknowledged, Tampered, TurnedAway
from ..harness.pointers import NOTHING, Json, found, put, steps_of
from ..harness.replies import Code, Reply
from ..light import dataclass
from ..members import wire_sample
from ..spec import METHODS
from ..verbatim import exact, wording
from .accepted import accepted
from .refused import refused
from .values import changes

_FAULTS: Final = (
    "absent",
    "type",
    "value",
    "not-json",
    "not-object",
    "credential",
    "signature",
)
_CODES: Final = "codes."
_PROOFS: Final = ("credential", "basic", "signature")


@dataclass(frozen=True, slots=True)
class InboundCases:
    """The tables of one callback's contract tests."""

    acknowledged: tuple[Acknowledged, ...]
    refused: tuple[TurnedAway, ...]


def inbound_cases(partner: ir.Partner, callback: ir.Callback) -> InboundCases:
    """Return everything that is shown of *callback*."""
    told = contract(partner, callback.operation)
    first = next(_answers(callback, told), _unsaid(callback))
    taken = [*_answers(callback, told)] or [first]
    taken += (_taken(first, case, told) for case in _valid(callback, told))
    taken += _unknown_members(callback, first)
    taken += (replace(first, **more) for more in _in_time(callback))
    taken += _repeated(callback, first)
    found = InboundCases(
        acknowledged=tuple(taken),
        refused=(*_faulty(callback, told), *_forged(callback, told)),
    )
    return exact(found)


def inbound_document(partner: ir.Partner, callback: ir.Callback) -> Json:
    """Return the contract document of *callback*."""
    return document(partner, callback.operation)


def _documented(told: Contract) -> Contract:
    """Return the contract with an answer to every fault, which is what we have."""
    codes = tuple(
        Code(
            code=kind,
            outcome="rejected",
            message="",
            http=None,
            columns={},
            reply="",
            answers=(kind,),
        )
        for kind in _FAULTS
    )
    reply = Reply(
        name="taken",
        outcome="success",
        http=(200,),
        equals=(),
        has=(),
        lacks=(),
        code_at=None,
        message_at=None,
        columns={},
        echoes=(),
        relations=(),
        conditions=(),
        schema={},
        example={},
    )
    facts = tuple(
        Fact(f"{_CODES}{kind}", "code", "", "inferred", testable=False)
        for kind in _FAULTS
    )
    return replace(told, replies=(reply,), codes=codes, facts=(*told.facts, *facts))


# What is taken ------------------------------------------------------------------------


def _answers(callback: ir.Callback, told: Contract) -> Iterator[Acknowledged]:
    """Yield every acknowledgement of the valid call, exactly as it has to be."""
    for each in callback.acknowledgements:
        passed = {m.argument: wire_sample(m.field) for m in each.members if m.argument}
        headers: dict[str, str] = {}
        body: Json = {}
        for member in each.members:
            value = _value(member, told, passed)
            if value is NOTHING:
                continue
            if member.place == "headers":
                headers[member.path[0]] = wording(value)
            else:
                body = _put(body, member.path, value)
        has_body = each.body is not None
        yield Acknowledged(
            id=f"answered with {each.name}",
            fact=f"replies.{each.name}.*" if has_body else "",
            evidence=str(each.evidence),
            answer=each.name,
            status=each.http,
            arguments=passed,
            headers=headers,
            body=body if has_body else None,
            text=each.text,
        )


def _put(body: Json, path: ir.Path, value: Json) -> Json:
    for end in range(1, len(path)):
        if found(body, path[:end]) is NOTHING:
            body = put(body, path[:end], {})
    return put(body, path, value)


def _value(member: ir.Answered, told: Contract, passed: dict[str, Any]) -> Json:
    if isinstance(member.source, ir.Fixed):
        return member.source.value
    if isinstance(member.source, ir.Echo):
        return found(told.example, ("body", *member.source.path))
    return passed[member.argument]


def _unsaid(callback: ir.Callback) -> Acknowledged:
    return Acknowledged(
        id="answered",
        fact="",
        evidence="inferred: the page does not say what to answer",
        answer="acknowledged",
        status=200,
    )


def _valid(callback: ir.Callback, told: Contract) -> Iterator[Accepted]:
    for case in accepted(callback.operation, _documented(told)):
        if isinstance(case, Accepted) and changes(told.example, case.edits):
            yield case


def _taken(first: Acknowledged, case: Accepted, told: Contract) -> Acknowledged:
    """Return *case* as a call to us, answered with what the call then has to repeat."""
    body = first.body
    edited = [edit for edit in case.edits if isinstance(edit, Put | Drop)]
    for theirs, ours in _echoes(first, told):
        for edit in edited:
            if steps_of(edit.pointer) == ours and isinstance(edit, Put):
                body = put(body, theirs, edit.value)
    return replace(
        first,
        id=case.id,
        fact=case.fact,
        evidence=case.evidence,
        edits=case.edits,
        body=body,
    )


def _echoes(first: Acknowledged, told: Contract) -> Iterator[tuple[ir.Path, ir.Path]]:
    for reply in told.replies:
        if reply.name == first.answer:
            yield from reply.echoes


def _unknown_members(
    callback: ir.Callback, first: Acknowledged
) -> Iterator[Acknowledged]:
    request = callback.operation.request
    if request.body is not None and request.writing.format in ("json", "form"):
        is_json = request.writing.format == "json"
        value = {"a": [1, "two", None]} if is_json else "kept"
        yield replace(
            first,
            id="a member that no page has",
            fact="",
            evidence="external: readers are tolerant",
            edits=(Put("/body/no_page_has_this", value),),
        )


def _in_time(callback: ir.Callback) -> Iterator[dict[str, Any]]:
    replay = callback.replay
    if replay is not None and replay.window > 20:
        late = replay.window - 10
        same = {"fact": "", "evidence": str(replay.evidence)}
        yield {"id": f"{late} s old", "late": late, **same}
        yield {"id": f"{late} s ahead", "late": -late, **same}


def _repeated(callback: ir.Callback, first: Acknowledged) -> Iterator[Acknowledged]:
    if callback.repeats is not None:
        evidence = str(callback.repeats.evidence)
        yield replace(first, id="the same again", evidence=evidence, times=2)


# What is refused ----------------------------------------------------------------------


def _faulty(callback: ir.Callback, told: Contract) -> Iterator[TurnedAway]:
    for case in refused(callback.operation, _documented(told)):
        if isinstance(case, Refused) and changes(told.example, case.edits):
            fact, evidence = case.fact, case.evidence
            if fact.startswith(_CODES):  # the codes are not the page's
                fact = ".".join(steps_of(_pointer(case.edits[-1])))
                evidence = told.evidence(fact) if fact else "external: RFC 8259"
            yield TurnedAway(
                id=case.id,
                fact=fact,
                evidence=evidence,
                edits=case.edits,
                statuses=_statuses(told, case),
            )
    request = callback.operation.request
    methods = request.methods or (request.method,)
    other = next(each for each in METHODS if each not in methods)
    if request.method in METHODS:
        yield TurnedAway(
            id=f"by {other}",
            fact="method",
            evidence=str(request.method_evidence),
            edits=(Method(other),),
            statuses=(405,),
        )


def _statuses(told: Contract, case: Refused) -> tuple[int, ...]:
    """Return how we refuse: what proves a call is looked at before what it says."""
    if case.fault in ("credential", "signature"):
        return (401,)
    touched = {_pointer(edit) for edit in case.edits}
    kinds = {each.kind for each in told.sources if each.pointer in touched}
    if kinds & set(_PROOFS):
        return (401,)
    # A body that is none holds neither a signature nor a time.
    proves = {*_PROOFS, "clock"} if any(isinstance(e, Raw) for e in case.edits) else ()
    kinds |= {
        each.kind
        for each in told.sources
        if each.kind in proves and each.pointer.startswith("/body/")
    }
    return (400, 401) if kinds & {"clock", *_PROOFS} else (400,)


def _pointer(edit: Edit) -> str:
    return edit.pointer if isinstance(edit, Put | Drop | OtherCredential) else ""


def _forged(callback: ir.Callback, told: Contract) -> Iterator[TurnedAway]:
    """Yield calls that somebody else made of one that the partner had made."""
    recipe = callback.operation.request.signature
    carriers = [each for each in told.sources if each.kind == "signature"]
    if recipe is not None and carriers and carriers[0].pointer.startswith("/headers/"):
        yield _tampered("signature cut", recipe.evidence)
        yield _tampered("signature empty", recipe.evidence)
        bodies = (ir.Digest, ir.EncodedBody)
        if any(part == "body" or isinstance(part, bodies) for part in recipe.parts):
            yield _tampered("body", recipe.evidence)
    replay = callback.replay
    if replay is None:
        return
    late = replay.window + 60
    evidence = str(replay.evidence)
    for name, seconds in (("sent again too late", late), ("ahead of time", -late)):
        yield TurnedAway(
            id=name, fact="", evidence=evidence, late=seconds, statuses=(401,)
        )
    is_signed = recipe is not None and "timestamp" in recipe.parts
    if is_signed and replay.at[0] == "headers":
        again = _tampered("time", replay.evidence)
        yield replace(again, id="sent again with another time", late=late)


def _tampered(how: Tampered, evidence: ir.Evidence) -> TurnedAway:
    return TurnedAway(
        id=f"another {how} than was signed" if how in ("body", "time") else how,
        fact="",
        evidence=str(evidence),
        tampered=how,
        statuses=(401,),
    )
