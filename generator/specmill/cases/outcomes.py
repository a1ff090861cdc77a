"""Cases about what the generated client makes of answers, and of answers that fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from .. import ir
from ..harness.answers import composed, success
from ..harness.contract import Contract
from ..harness.outcomes import Fails, Raises, Returns
from ..harness.pointers import drop, found
from ..harness.replies import Code, Reply
from ..members import members
from ..verbatim import compose


def outcomes(
    operation: ir.Operation, contract: Contract, names: Iterable[str]
) -> Iterator[Returns | Raises]:
    """Yield what the client makes of the replies and codes called *names*."""
    replies = {reply.name: reply for reply in operation.replies}
    codes = {code.code: code for code in operation.codes}
    for name in names:
        code = contract.code(name) if contract.reply(name) is None else None
        carrier = contract.reply(code.reply if code else name)
        if carrier is not None:
            reply = replies[carrier.name]
            yield _outcome(operation, contract, name, reply, codes, carrier, code)


def _asking(operation: ir.Operation, reply: ir.Reply) -> Iterator[tuple[str, Any]]:
    """Yield the keyword arguments that make a call ask for *reply*."""
    by_place = {each.steps: each for each in members(operation)}
    for path, value in reply.when.asked:
        member = by_place[path]
        if member.argument:
            yield member.argument, value


def _outcome(
    operation: ir.Operation,
    contract: Contract,
    name: str,
    reply: ir.Reply,
    codes: Mapping[str, ir.Code],
    carrier: Reply,
    code: Code | None,
) -> Returns | Raises:
    answered = composed(contract, contract.example, carrier, code, "")
    text = contract.code_in(carrier, answered.body)
    listed = contract.code(text) if text is not None else None
    known = codes.get(listed.code) if listed is not None else None
    outcome = contract.outcome_of(carrier, answered.body)
    fact = compose("codes.{}", name) if code else compose("replies.{}", name)
    told: dict[str, Any] = {"id": name, "answer": name, "fact": fact}
    told["evidence"] = next(each.evidence for each in contract.facts if each.id == fact)
    told["arguments"] = dict(_asking(operation, reply))
    if outcome in ("success", "alternative"):
        reads = dict(_read(reply.body, _unsigned(carrier, answered.body), ""))
        if reply.headers is not None:
            headers = _unsigned_headers(carrier)
            reads |= dict(_read(reply.headers, headers, "headers."))
        return Returns(**told, model=reply.body.name, reads=reads)
    base = "Rejected" if outcome == "rejected" else "OutcomeUnknown"
    return Raises(
        **told,
        error=(known.error if known else "") or reply.error or base,
        base=base,
        http=answered.status,
        code=text or "",
        message=_message(carrier, answered.body),
        says=known.message if known and known.error else "",
        then=(known.then if known and known.error else "") or _then(reply, known),
        model=reply.body.name,
    )


def _then(reply: ir.Reply, known: ir.Code | None) -> str:
    """Return what the error of the reply itself says to do next."""
    return reply.then if reply.error and not (known and known.error) else ""


def _message(carrier: Reply, body: Any) -> str:
    if carrier.message_at is None:
        return ""
    text = found(body, carrier.message_at)
    return text if isinstance(text, str) else ""


def _unsigned(carrier: Reply, body: Any) -> Any:
    """Return a body without its signature, which is another one every time."""
    if carrier.proof is None or carrier.proof.at[0] != "body":
        return body
    return drop(body, carrier.proof.at[1:])


def _unsigned_headers(carrier: Reply) -> dict[str, Any]:
    """Return the documented headers without the signature, if it is one of them."""
    at = carrier.proof.at if carrier.proof is not None else ("body",)
    signed = at[-1].lower() if at[0] == "headers" else ""
    known = carrier.header_example
    return {name: known[name] for name in known if name.lower() != signed}


def _read(record: ir.Record, body: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield attributes of a reply's model and the values that they must have."""
    for field in record.fields:
        if isinstance(body, dict) and field.wire_name in body:
            yield from _attribute(field, body[field.wire_name], f"{path}{field.name}")


def _attribute(field: ir.Field, value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(field.type, ir.Record):
        yield from _read(field.type, value, f"{path}.")
    elif isinstance(field.type, ir.Array) and value:
        yield from _attribute(field.type.item, value[0], f"{path}.0")
    elif isinstance(value, str | int):
        yield path, value


# Failures -----------------------------------------------------------------------------

_LOST: Final = ("connection-lost",)
_CUT: Final = ("connection-lost", "unreadable")
_GATEWAY: Final = ("gateway-error",)
_UNREADABLE: Final = ("unreadable",)
_REASONS: Final = {
    "closed-early": _LOST,
    "closed-before-answer": _LOST,
    "closed-mid-body": _CUT,
    "reset": _LOST,
    "bad-gateway": _GATEWAY,
    "unavailable": _GATEWAY,
    "gateway-timeout": _GATEWAY,
    "not-json": _UNREADABLE,
    "html-page": _UNREADABLE,
    "truncated-json": _UNREADABLE,
    "empty-body": _UNREADABLE,
    "undocumented-code": ("undocumented-code",),
    "undocumented-status": ("undocumented-status",),
    "other-shape": ("undocumented-reply", "unreadable"),
}
_OF_CONTENT: Final = frozenset(
    {"not-json", "html-page", "truncated-json", "empty-body", "other-shape"}
)
"""Faults of an answer that is whole to HTTP and has the status of the good one."""


def failures(operation: ir.Operation, contract: Contract) -> Iterator[Fails]:
    """Yield the failures after which nobody knows the outcome."""
    if contract.by_browser:
        return  # nothing comes back
    rules = [
        (f"rules.{number}", str(rule.evidence))
        for number, rule in enumerate(operation.rules, 1)
        if rule.kind == "do-not-fail"
    ] or [("", "")]
    for fault, reasons in _REASONS.items():
        if fault == "undocumented-code" and not _has_codes(contract):
            continue
        is_taken = any(each.takes(418) for each in contract.replies if each.classes)
        if fault == "undocumented-status" and is_taken:
            continue  # its class is documented
        if fault in _OF_JSON and not _answers_json(contract):
            continue
        # A page that has two such rules speaks of statuses first, then of the network.
        fact, evidence = rules[0 if fault == "undocumented-status" else -1]
        if fault in _OF_CONTENT and not _has_status(contract):
            reasons = ("undocumented-status",)
        if _good_proof(operation, contract):
            reasons = (*reasons, "unverified")
        yield Fails(
            id=fault, fault=fault, reasons=reasons, fact=fact, evidence=evidence
        )
    proof = _good_proof(operation, contract)
    for fault in ("unsigned", "missigned") if proof else ():
        yield Fails(
            id=fault,
            fault=fault,
            reasons=("unverified",),
            fact=f"replies.{proof}.signature",
            evidence=contract.evidence(f"replies.{proof}.signature"),
        )


def _good_proof(operation: ir.Operation, contract: Contract) -> str:
    """Return the signed reply that a good request gets; empty for none."""
    good = success(contract, contract.example)
    reply = contract.recognized(good.status, good.body)
    return reply.name if reply is not None and reply.proof is not None else ""


_OF_JSON: Final = frozenset(
    {"not-json", "truncated-json", "other-shape", "empty-body", "closed-mid-body"}
)
"""Faults that say something of an answer that holds JSON or the like."""


def _answers_json(contract: Contract) -> bool:
    """Tell whether a good request gets an answer whose octets can be wrong."""
    reply = success(contract, contract.example).reply
    return reply is None or reply.body.format in ("json", "xml")


def _has_status(contract: Contract) -> bool:
    """Tell whether any reply comes with the status that a good request gets."""
    status = success(contract, contract.example).status
    return any(each.takes(status) for each in contract.replies)


def _has_codes(contract: Contract) -> bool:
    """Tell whether the answer to a good request carries a code of a table."""
    reply = success(contract, contract.example).reply
    return bool(contract.codes) and reply is not None and reply.code_at is not None
