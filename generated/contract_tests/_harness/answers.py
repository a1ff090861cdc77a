"""Which documented answer a request gets, and how it is put together.

An answer is made of the reply's example, with what the page fixes put in: the code, its
message, the columns of the code table, and what the reply echoes of the request.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from .bodies import JSON, encode, text_of
from .codes import filled, levels
from .contract import REFUSALS, Contract
from .edits import Drop, Put
from .light import dataclass
from .moments import written
from .pointers import Json, drop, found, put, sent_at, steps_of
from .recipes import Moment
from .replies import Code, Reply

if TYPE_CHECKING:
    from .judge import Fault, Judgement

UNDOCUMENTED: Final = 400
"""The HTTP status of an answer that the page does not describe."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An answer that is asked for by name."""

    name: str = ""
    """A reply or a code; empty for whatever the request deserves."""
    fault: str = ""
    """A transport fault, from `faults.FAULTS`."""
    edits: tuple[Put | Drop, ...] = ()
    """What is otherwise in the body of the answer."""
    http: int = 0
    """Another HTTP status; 0 for that of the answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer before it is put on the wire."""

    status: int
    body: Json
    documented: bool
    says: str
    """Why this answer, as a sentence to a person; it holds no value."""
    headers: tuple[tuple[str, str], ...] = ()
    """What HTTP itself asks for beside the documented."""
    reply: Reply | None = None
    """The documented reply that it is, which says how it is written."""

    @property
    def content(self) -> bytes:
        if self.reply is None or self.reply.body == JSON:
            return json.dumps(self.body, ensure_ascii=False).encode("utf-8")
        return encode(self.reply.body, self.reply.schema, self.body)

    @property
    def media(self) -> str:
        """The Content-Type; empty for an answer without a body."""
        return self.reply.media if self.reply is not None else JSON.media

    @property
    def documented_headers(self) -> tuple[tuple[str, str], ...]:
        """The documented headers."""
        known = self.reply.header_example if self.reply is not None else {}
        return tuple((name, text_of(value)) for name, value in known.items())


class NoSuchAnswer(ValueError):
    """A reply or code was asked for that the page does not have."""


def answer(contract: Contract, judgement: Judgement, name: str = "") -> Answered:
    """Return what the page says that a request gets, or what is asked for by *name*.

    Raises NoSuchAnswer for a name that is neither a reply nor a code.
    """
    if name:
        return _named(contract, judgement.document, name)
    if judgement.faults:
        return _refusal(contract, judgement.document, judgement.faults)
    return success(contract, judgement.document)


def changed(answered: Answered, wish: Wish) -> Answered:
    """Return the answer with what *wish* wants otherwise."""
    body = edited(answered.body, wish.edits)
    return replace(answered, body=body, status=wish.http or answered.status)


def edited(document: Json, edits: Sequence[Put | Drop]) -> Json:
    """Return *document* after *edits*, one after the other."""
    for edit in edits:
        steps = steps_of(edit.pointer)
        if isinstance(edit, Put):
            document = put(document, steps, edit.value)
        else:
            document = drop(document, steps)
    return document


def _named(contract: Contract, request: Json, name: str) -> Answered:
    reply, code = contract.reply(name), contract.code(name)
    if reply is not None:
        return composed(
            contract, request, reply, None, f"the reply {name} was asked for"
        )
    if code is not None:
        carrier = contract.reply(code.reply)
        assert carrier is not None
        return composed(
            contract, request, carrier, code, f"the code {name} was asked for"
        )
    known = [each.name for each in contract.replies] + [
        each.code for each in contract.codes
    ]
    raise NoSuchAnswer(
        f"{contract.name} has no reply or code {name}; it has {', '.join(known)}"
    )


def _refusal(contract: Contract, request: Json, faults: Sequence[Fault]) -> Answered:
    first = faults[0]
    says = f"{first.kind}: {first}"
    asked = {each.name for each in contract.replies if each.is_asked_by(request)}
    for code in (*contract.refusals(first.kind), *_other_refusals(contract)):
        carrier = contract.reply(code.reply)
        if carrier is not None and carrier.name in asked:
            told = filled(code.message, first.pointer.rpartition("/")[2] or "body")
            about = replace(code, message=told)
            return composed(contract, request, carrier, about, says)
    for reply in contract.replies:
        if reply.outcome in REFUSALS and reply.name in asked:
            return composed(contract, request, reply, None, says)
    body = {"specmill": "the page documents no answer to this request", "fault": says}
    return Answered(UNDOCUMENTED, body, False, says)


def _other_refusals(contract: Contract) -> list[Code]:
    """Return refusals that are not said to answer any fault: those of last resort."""
    refusals = [code for code in contract.codes if code.outcome in REFUSALS]
    plain = [code for code in refusals if code.http is None or _refuses(code.http)]
    return [code for code in plain if not code.answers] or plain or refusals


def _refuses(status: int) -> bool:
    """Tell whether a status can refuse: 202 says that the request is worked on."""
    return status < 500 and status != 202


def success(contract: Contract, request: Json) -> Answered:
    """Return the success that a good request gets; undocumented where no page has one."""
    says = "the request is as documented"
    asked = [each for each in contract.replies if each.is_asked_by(request)]
    for reply in asked:
        if contract.outcome_of(reply, reply.example) == "success":
            return composed(contract, request, reply, None, says)
    for code in contract.codes:
        carrier = contract.reply(code.reply)
        if code.outcome == "success" and carrier is not None and carrier in asked:
            return composed(contract, request, carrier, code, says)
    for reply in asked:
        if reply.outcome == "alternative":
            return composed(contract, request, reply, None, says)
    body = {"specmill": "the page documents no answer to this request"}
    return Answered(200, body, False, says)


def another(contracts: Iterable[Contract], answered: Answered) -> Answered:
    """Return *answered* as the call of somebody else gets it: with what that one sent."""
    body = answered.body
    for contract in contracts:
        reply = contract.recognized(answered.status, answered.body)
        for theirs, _ in reply.echoes if reply is not None else ():
            body = put(body, theirs, _other(found(body, theirs)))
    return replace(answered, body=body)


def _other(value: Json) -> Json:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return value
    if isinstance(value, int):
        return value + 1
    return value[:-1] + ("2" if value.endswith("1") else "1")


def composed(
    contract: Contract, request: Json, reply: Reply, code: Code | None, says: str
) -> Answered:
    """Return the answer that *reply* is, with all that *code* and *request* fix."""
    body = _echoed(reply, request, reply.example)
    status = reply.status
    if code is None:
        text = contract.code_in(reply, body)
        known = contract.code(text) if text is not None else None
        fixed = known.http if known is not None else None
        return Answered(fixed or status, body, True, says, reply=reply)
    body = _related(reply, code.code, _with_code(reply, code, body))
    return Answered(code.http or status, body, True, says, reply=reply)


def programmed(
    contract: Contract, request: Json, name: str, field: str, says: str
) -> Answered:
    """Return the answer called *name*, its text about the member *field*."""
    code = contract.code(name)
    carrier = contract.reply(code.reply if code else name)
    assert carrier is not None
    if code is not None:
        code = replace(code, message=code.message.replace("{field}", field))
    answered = composed(contract, request, carrier, code, says)
    return replace(answered, body=_timed(answered.body, carrier.schema))


def _timed(body: Json, schema: Json) -> Json:
    """Return *body* with the time of the answer wherever *schema* wants it."""
    if not isinstance(body, dict):
        return body
    members = schema.get("properties", {})
    return {
        name: (
            written(Moment(pointer="", **members[name]["x-now"]), datetime.now(UTC))
            if "x-now" in members.get(name, {})
            else _timed(value, members.get(name, {}))
        )
        for name, value in body.items()
    }


def _with_code(reply: Reply, code: Code, body: Json) -> Json:
    places = reply.code_places
    parts = levels(code.shown, reply.separator, len(places))
    for place, part in zip(places, parts, strict=False):
        body = put(body, place, _like(found(body, place), part))
    if reply.message_at is not None and code.message:
        body = put(body, reply.message_at, filled(code.message, "field"))
    for column, value in code.columns.items():
        if column in reply.columns:
            body = put(body, reply.columns[column], value)
    return body


def _related(reply: Reply, code: str, body: Json) -> Json:
    for relation in reply.relations:
        if code in relation.codes:
            body = put(body, relation.at, relation.value)
        elif isinstance(relation.value, bool):
            body = put(body, relation.at, not relation.value)
    return body


def _like(example: Json, text: str) -> str | int:
    """Return a code as the number that it is where the reply holds numbers."""
    is_number = isinstance(example, int) and not isinstance(example, bool)
    return int(text) if is_number and text.lstrip("-").isdecimal() else text


def _echoed(reply: Reply, request: Json, body: Json) -> Json:
    for theirs, ours in reply.echoes:
        sent = sent_at(request, ours)
        # What is of another type is the fault that is being refused.
        if sent.__class__ is found(body, theirs).__class__:
            body = put(body, theirs, sent)
    return body


def listing(contract: Contract) -> dict[str, Any]:
    """Return what can be asked for, as JSON."""
    return {
        "method": " or ".join(contract.methods),
        "path": f"/{contract.partner}{contract.path}",
        "replies": [reply.name for reply in contract.replies],
        "codes": {code.code: code.message for code in contract.codes},
    }
