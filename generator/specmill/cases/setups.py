"""Cases about clients that are set up otherwise, and about what none of them shows."""

from __future__ import annotations

from collections.abc import Iterator

from .. import ir
from ..contract_requests import credential_names
from ..facts import part_labels
from ..harness.calls import Call, InvalidCall
from ..harness.certified import Presents
from ..harness.clients import Setup
from ..harness.contract import REFUSALS, Contract
from ..harness.edits import Drop, Put
from ..harness.fetching import Fetches
from ..harness.hidden import Hides
from ..harness.pointers import pointer_of, steps_of
from ..members import Member, members
from ..resolve.credentials import sealing
from ..verbatim import compose
from .values import at, standing


def set_up(
    partner: ir.Partner, operation: ir.Operation, document: Contract
) -> Iterator[Call]:
    """Yield full calls of clients that get what they need in other ways."""
    evidence = str(operation.request.method_evidence)
    yield Call(
        id="everything from variables",
        fact="request",
        evidence=evidence,
        setup=Setup(base_url_variable=partner.base_url_variable),
    )
    yield from _other_ways(operation, document)
    for member in standing(operation, document):
        yield from _bound(member)
        yield from _settled(operation, document, member)
    for name, used in _supplied(partner, operation).items():
        carried = _carried(operation, used)
        if not _is_needed(operation, name) and carried:
            lacking = _lacking(operation, carried)
            yield Call(
                id=f"{name} not supplied",
                fact=compose("{}.required", carried[0].fact),
                evidence=str(carried[0].field.evidence_of("required")),
                arrives=tuple(Drop(each.pointer) for each in carried),
                setup=Setup(lacks=lacking),
            )


def without(partner: ir.Partner, operation: ir.Operation) -> Iterator[InvalidCall]:
    """Yield calls that lack a credential which they cannot do without."""
    yield from _without_any(partner, operation)
    variables = {each.name: each.variable for each in partner.credentials}
    for name, used in _supplied(partner, operation).items():
        if _is_needed(operation, name):
            member = used[0] if used else None
            evidence = member.field.evidence_of("required") if member else None
            yield InvalidCall(
                id=f"{name} not supplied",
                fact=(
                    compose("{}.required", member.fact)
                    if member
                    else _fact(operation, name)
                ),
                evidence=str(evidence or _evidence(operation, name)),
                setup=Setup(lacks=(name,)),
                lacks=f"{name} {variables[name]}",
            )


def fetched(partner: ir.Partner, operation: ir.Operation) -> Iterator[Fetches]:
    """Yield calls for which the client fetches what another operation returns."""
    if operation.request.by_browser:
        return
    used = _credentials(operation)
    for each in partner.credentials:
        if each.fetched is None or not used.get(each.name):
            continue
        member = used[each.name][0]
        yield Fetches(
            id=f"{each.name} of {each.fetched.operation}",
            fact=member.fact,
            evidence=str(each.evidence),
            credential=each.name,
        )


def certified(operation: ir.Operation) -> Iterator[Presents]:
    """Yield a call to a server that asks for a certificate of the client."""
    said = operation.authentication
    if said is not None and said.certificate and not operation.request.by_browser:
        yield Presents(
            id="a certificate of the client",
            fact="certificate",
            evidence=str(said.evidence),
        )


def _supplied(partner: ir.Partner, operation: ir.Operation) -> dict[str, list[Member]]:
    """Return the credentials that somebody has to supply, as `_credentials` does."""
    spare = {each.name for each in partner.credentials if each.fetched}
    spare |= {name for _, group in _ways(operation) for name in group}
    used = _credentials(operation)
    return {name: used[name] for name in used if name not in spare}


def _ways(operation: ir.Operation) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the named groups of credentials of which a call has one."""
    said = operation.authentication
    return said.alternatives if said is not None else ()


def _other_ways(operation: ir.Operation, document: Contract) -> Iterator[Call]:
    """Yield calls of clients that are given the credentials of one way alone."""
    ways, said = _ways(operation), operation.authentication
    for number, (name, group) in enumerate(ways):
        others = {each for _, g in ways for each in g} - set(group)
        drops = tuple(map(Drop, document.alternatives[0])) if number else ()
        puts = tuple(
            Put(source.pointer, carried)
            for source in document.sources
            if source.pointer in document.alternatives[number]
            and (carried := source.carried(_examples(document))) is not None
        )
        fact = ".".join(steps_of(document.alternatives[number][0]))
        yield Call(
            id=f"credentials {name} alone",
            fact=f"{fact}.*" if number else "authentication",
            evidence=str(said.evidence if said else ""),
            arrives=(*drops, *puts) if number else (),
            setup=Setup(lacks=tuple(sorted(others))),
        )


def _examples(document: Contract) -> dict[str, str]:
    return {each.name: each.example for each in document.credentials}


def _without_any(partner: ir.Partner, operation: ir.Operation) -> Iterator[InvalidCall]:
    """Yield a call that has none of several ways to prove who makes it."""
    ways, said = _ways(operation), operation.authentication
    variables = {each.name: each.variable for each in partner.credentials}
    if ways and said is not None:
        first = ways[0][1][0]
        yield InvalidCall(
            id="no credentials",
            fact="authentication",
            evidence=str(said.evidence),
            setup=Setup(lacks=tuple(name for _, group in ways for name in group)),
            lacks=f"{first} {variables[first]}",
        )


def _credentials(operation: ir.Operation) -> dict[str, list[Member]]:
    """Return the credentials of a call with the members that carry them."""
    found: dict[str, list[Member]] = {}
    for member in members(operation):
        for name in credential_names(member.field.source):
            found.setdefault(name, []).append(member)
    if operation.request.signature is not None:
        for name in operation.request.signature.credentials():
            found.setdefault(name, [])
    for name in sealing(operation):
        found.setdefault(name, [])
    return found


def _fact(operation: ir.Operation, name: str) -> str:
    """Return the fact that says what a credential does in the signature."""
    signature = operation.request.signature
    if signature is None or name in sealing(operation):
        return next(fact for fact, seal in operation.seals() if seal.key == name)
    if signature.key == name:
        return "signature.key"
    labels = part_labels(signature.parts)
    for part, label in zip(signature.parts, labels, strict=True):
        if name in ir.credentials_in((part,)):
            return f"signature.{label}"
    return "signature.suffix"


def _evidence(operation: ir.Operation, name: str) -> ir.Evidence | None:
    """Return where it is documented that a call is signed or sealed with *name*."""
    for _, seal in operation.seals():
        if seal.key == name:
            return seal.evidence
    signature = operation.request.signature
    return signature.evidence if signature is not None else None


def _is_needed(operation: ir.Operation, name: str) -> bool:
    signature = operation.request.signature
    is_signed = signature is not None and name in signature.credentials()
    is_signed = is_signed or name in sealing(operation)
    used = _credentials(operation)[name]
    return is_signed or any(each.field.required is True for each in used)


def _carried(operation: ir.Operation, used: list[Member]) -> list[Member]:
    """Return the members that go with a credential, where its envelope stays."""
    return [] if any(each.above for each in used) else used


def _lacking(operation: ir.Operation, carried: list[Member]) -> tuple[str, ...]:
    """Return what has to be missing for a member to be left out: both of a pair."""
    names = (name for each in carried for name in credential_names(each.field.source))
    return tuple(dict.fromkeys(names))


def _bound(member: Member) -> Iterator[Call]:
    if isinstance(member.field.source, ir.FromFlow) and not member.inside:
        yield Call(
            id=f"{member.argument} bound to a flow",
            fact=compose("{}.required", member.fact),
            evidence=str(member.field.evidence_of("required")),
            setup=Setup(flow=(member.argument,)),
        )


def _settled(
    operation: ir.Operation, document: Contract, member: Member
) -> Iterator[Call]:
    value = at(document.example, member)
    if member.field.letter_case == "unknown" and isinstance(value, str):
        fact = compose("{}.{}.case", operation.name, member.fact)
        for case, text in (("upper", value.upper()), ("lower", value.lower())):
            yield Call(
                id=compose("{} in {} case", member.fact, case),
                fact=compose("{}.enum", member.fact),
                evidence=str(member.field.evidence_of("enum")),
                arguments={member.argument: value.swapcase()},
                arrives=(Put(member.pointer, text),),
                setup=Setup(facts={fact: case}),
            )


# What nothing shows -------------------------------------------------------------------


def hidden(operation: ir.Operation, document: Contract) -> Iterator[Hides]:
    """Yield calls after which no secret is shown: sent, refused, answered, repeated."""
    if operation.request.by_browser:
        return  # nothing is sent, nothing comes back
    yield Hides(id="after a good call", fact="", evidence="")
    told = [
        (code.code, reply)
        for code in document.codes
        if code.outcome in REFUSALS
        for reply in document.replies
        if reply.name == code.reply and reply.message_at is not None
    ]
    told += [
        (reply.name, reply)
        for reply in document.replies
        if reply.outcome in REFUSALS and reply.message_at is not None
    ]
    is_secret = document.secrets or any(each.secret for each in document.credentials)
    for name, reply in told[:1] if is_secret else ():
        assert reply.message_at is not None
        yield Hides(
            id="after an answer that repeats them",
            fact="",
            evidence="",
            answer=name,
            message_at=pointer_of(reply.message_at),
        )
    passed = [
        each
        for each in standing(operation, document)
        if each.argument and not each.inside and isinstance(each.field.type, ir.Text)
    ]
    # A secret, where there is one.
    for member in sorted(passed, key=lambda each: not each.field.secret)[:1]:
        yield Hides(
            id="after a call that is refused",
            fact="",
            evidence="",
            breaks=member.argument,
        )
