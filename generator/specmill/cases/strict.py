"""Cases about how strictly the client reads: each odd answer is told from a right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from .. import ir
from ..harness.answers import composed, edited
from ..harness.bodies import decode, encode
from ..harness.codes import NEW_CODE
from ..harness.contract import REFUSALS, Contract
from ..harness.edits import Drop, Put
from ..harness.pointers import NOTHING, Steps, drop, found, pointer_of, put
from ..harness.replies import Code, Reply
from ..harness.strict import Chooses, Differs
from ..members import body_members
from ..verbatim import compose, wording
from .validators import EXTRA
from .values import near_misses, other_types

Json = Any
NO_STATUS: Final = 418
"""An HTTP status that no page documents."""

# Answers ------------------------------------------------------------------------------


def differing(operation: ir.Operation, contract: Contract) -> Iterator[Differs]:
    """Yield answers with one thing otherwise, for every reply and every code."""
    for reply in contract.replies:
        if not reply.is_asked_by(contract.example):
            continue  # the full call asks for another one
        meant = next(each for each in operation.replies if each.name == reply.name)
        odd = _Odd(contract, reply, None, meant.error)
        yield from _of_reply(odd, meant.body)
    for code in contract.codes:
        carrier = contract.reply(code.reply)
        if carrier is not None:
            yield from _of_code(_Odd(contract, carrier, code))
    yield from _of_gateway(contract)


class _Odd:
    """A documented answer, and what would be odd about it."""

    def __init__(
        self, contract: Contract, reply: Reply, code: Code | None, error: str = ""
    ) -> None:
        self.contract, self.reply, self.code = contract, reply, code
        self.error = error
        answered = composed(contract, contract.example, reply, code, "")
        self.status, self.body = answered.status, answered.body
        self.name = code.code if code is not None else reply.name
        kind = "codes" if code is not None else "replies"
        self.fact = compose("{}.{}", kind, self.name)

    def is_it_with(self, body: Json) -> bool:
        """Tell whether it is the same reply with the same meaning with *body*."""
        same = self.contract.recognized(self.status, body, self.reply)
        if same is None or same != self.reply or not self.can_be_written(body):
            return False
        before = self.contract.outcome_of(self.reply, self.body)
        return before == self.contract.outcome_of(same, body)

    def can_be_written(self, body: Json) -> bool:
        """Tell whether an answer can hold *body*: in XML or text all is text."""
        if self.reply.body.format == "json":
            return True
        written, schema = self.reply.body, self.reply.schema
        try:
            return bool(decode(written, schema, encode(written, schema, body)) == body)
        except (ValueError, TypeError, AttributeError):
            return False

    def told(self, body: Json, but: Steps) -> dict[str, str]:
        """Return what an exception has of *body*, the place *but* set aside."""
        reply, found_code = self.reply, self.contract.code_in(self.reply, body)
        message = found(body, reply.message_at) if reply.message_at else None
        is_said = isinstance(message, str) and reply.message_at != but
        is_coded = found_code is not None and but not in reply.code_places
        return {
            "code": (found_code or "") if is_coded else "",
            "message": wording(message) if is_said else "",
        }

    def differs(self, label: str, **more: Any) -> Differs:
        return Differs(
            id=compose("{} {}", self.name, label),
            fact=self.fact,
            evidence=self.contract.evidence(self.fact),
            answer=self.name,
            **more,
        )


def _of_reply(odd: _Odd, body: ir.Record) -> Iterator[Differs]:
    yield from _first(_unreadable(odd, body))
    yield from _first(_lacking(odd, body))
    yield from _first(_observed(odd, body))
    extra = Put(f"/{EXTRA}", "text")
    if not body.open and odd.is_it_with(put(odd.body, (EXTRA,), "text")):
        yield odd.differs("with another member", edits=(extra,), tells=f"/{EXTRA}")
    yield from _new_code(odd)
    yield from _contradicted(odd)
    yield from _of_status(odd)
    yield from _unrecognized(odd)


def _first(cases: Iterable[Differs]) -> Iterator[Differs]:
    """Yield the first of *cases*, if there is one: the validators have them all."""
    yield from islice(cases, 1)


def _unreadable(odd: _Odd, body: ir.Record) -> Iterator[Differs]:
    for member in body_members(body):
        steps = member.steps[1:]
        if found(odd.body, steps) is NOTHING:
            continue
        for sample in other_types(member):
            changed = put(odd.body, steps, sample.value)
            if odd.is_it_with(changed):
                pointer = pointer_of(steps)
                yield odd.differs(
                    f"with {pointer} as {sample.label}",
                    edits=(Put(pointer, sample.value),),
                    reasons=("unreadable",),
                    tells=pointer,
                    **odd.told(changed, steps),
                )


def _lacking(odd: _Odd, body: ir.Record) -> Iterator[Differs]:
    for member in body_members(body):
        steps = member.steps[1:]
        is_due = member.is_always_there and not steps[-1].isdecimal()
        if is_due and odd.is_it_with(drop(odd.body, steps)):
            pointer = pointer_of(steps)
            yield odd.differs(
                f"without {pointer}",
                edits=(Drop(pointer),),
                reasons=("unreadable",),
                tells=pointer,
            )


def _observed(odd: _Odd, body: ir.Record) -> Iterator[Differs]:
    compared = {theirs for theirs, _ in odd.reply.echoes}
    compared |= {*odd.reply.columns.values(), odd.reply.code_at or ()}
    for member in body_members(body):
        steps = member.steps[1:]
        good = found(odd.body, steps)
        if good is NOTHING or steps in compared:
            continue
        if member.field.form is not None:
            continue  # what cannot be read as its form is no model's value
        for _, sample in near_misses(member, good):
            if odd.is_it_with(put(odd.body, steps, sample.value)):
                pointer = pointer_of(steps)
                yield odd.differs(
                    f"with {pointer} {sample.label}",
                    edits=(Put(pointer, sample.value),),
                    tells=pointer,
                )


def _new_code(odd: _Odd) -> Iterator[Differs]:
    """Yield a refusal whose code is new: the reply itself still says what it is."""
    at, reply = odd.reply.code_at, odd.reply
    errors = {"rejected": "Rejected", "unknown": "OutcomeUnknown"}
    if at is None or reply.outcome not in errors or at in dict(reply.equals):
        return
    is_number = not isinstance(found(odd.body, at), str)
    edit = Put(pointer_of(at), int(NEW_CODE) if is_number else NEW_CODE)
    if odd.contract.recognized(odd.status, edited(odd.body, (edit,))) == reply:
        yield odd.differs(
            "with a new code",
            edits=(edit,),
            error=odd.error or errors[reply.outcome],
            code=NEW_CODE,
        )


def _contradicted(odd: _Odd) -> Iterator[Differs]:
    for theirs, ours in odd.reply.echoes:
        value = found(odd.body, theirs)
        other = _another(value)
        is_sent = found(odd.contract.example, ours) is not NOTHING
        if other is not None and is_sent:
            yield odd.differs(
                f"with another {pointer_of(theirs)}",
                edits=(Put(pointer_of(theirs), other),),
                reasons=("contradictory",),
                tells=pointer_of(theirs),
            )


def _another(value: Any) -> str | int | None:
    """Return what somebody else sent where this call sent *value*; None for no idea."""
    if isinstance(value, str) and value:
        return value[:-1] + ("0" if value[-1] != "0" else "1")
    return value + 1 if type(value) is int else None


def _of_status(odd: _Odd) -> Iterator[Differs]:
    is_free = odd.contract.code_in(odd.reply, odd.body) not in _with_status(odd)
    for http in odd.reply.http[1:] if is_free else ():
        if odd.contract.recognized(http, odd.body) == odd.reply:
            yield odd.differs(f"with its HTTP {http}", http=http)
    outcome = odd.contract.outcome_of(odd.reply, odd.body)
    due = ("undocumented-status", "contradictory", "undocumented-reply")
    for http in (206, 302, NO_STATUS, 500):
        is_plain = not odd.reply.names_status and outcome in ("success", "alternative")
        is_other = odd.reply.names_status and not any(
            each.takes(http) for each in odd.contract.replies
        )
        if is_other or (is_plain and http != NO_STATUS):
            yield odd.differs(f"with HTTP {http}", http=http, reasons=due)
    for http in sorted({each for reply in odd.contract.replies for each in reply.http}):
        is_read = odd.contract.recognized(http, odd.body, odd.reply) is not None
        is_named = odd.reply.names_status and not odd.reply.takes(http) and http != 204
        if is_named and not is_read and odd.reply.body.format == "json":
            # A reply that the request asked for is read first, and may be unreadable;
            # one without a body is no reply to an answer that has one.
            may_be_unreadable = any(
                each.asked or (each.takes(http) and each.body.format == "none")
                for each in odd.contract.replies
            )
            reasons = (*due, "undocumented-code", *("unreadable",) * may_be_unreadable)
            yield odd.differs(f"with HTTP {http}", http=http, reasons=reasons)


def _with_status(odd: _Odd) -> set[str | None]:
    """Return the codes that come with one HTTP status."""
    return {each.code for each in odd.contract.codes if each.http is not None}


def _unrecognized(odd: _Odd) -> Iterator[Differs]:
    due = ("undocumented-code", "undocumented-reply")
    reply, edits = odd.reply, list[Put | Drop]()
    for at, value in reply.equals:
        other = value + 41 if type(value) is int else compose("{}x", value)
        edits.append(Put(pointer_of(at), other))
        if value in (0, 1):
            edits.append(Put(pointer_of(at), bool(value)))
    edits += [Drop(pointer_of(at)) for at in reply.has]
    edits += [Put(pointer_of(at), "text") for at in reply.lacks]
    for edit in edits:
        body = edited(odd.body, (edit,))
        is_another = odd.contract.recognized(odd.status, body, reply) is not None
        if odd.can_be_written(body) and not is_another:
            yield odd.differs(f"with {edit}", edits=(edit,), reasons=due)


def _of_code(odd: _Odd) -> Iterator[Differs]:
    code, reply = odd.code, odd.reply
    assert code is not None
    others = [each for each in reply.http if each != code.http and each < 500]
    if code.http is not None and others:
        yield odd.differs(
            f"with HTTP {others[0]}", http=others[0], reasons=("contradictory",)
        )
    if code.http is None and not reply.http and code.outcome == "rejected":
        for http in (302, 500):
            due = ("undocumented-status",)
            yield odd.differs(f"with HTTP {http}", http=http, reasons=due)
    for column, value in code.columns.items():
        at = reply.columns.get(column)
        listed = {each.columns.get(column) for each in odd.contract.codes}
        other = next((each for each in sorted(listed - {value, None}, key=str)), None)
        if at is not None and other is not None:
            edit = Put(pointer_of(at), other)
            yield odd.differs(
                f"with {edit}",
                edits=(edit,),
                reasons=("contradictory",),
                tells=edit.pointer,
            )


def _of_gateway(contract: Contract) -> Iterator[Differs]:
    """Yield a refusal as a gateway would repeat it: nobody knows what it is about."""
    odd = next(_refusals(contract), None)
    if odd is None:
        return
    reply, own = odd.reply, odd.code.http if odd.code else None
    for http in _GATEWAYS:
        if http != own and not (reply.names_status and reply.takes(http)):
            due = ("gateway-error",)
            yield odd.differs(f"with HTTP {http}", http=http, reasons=due)


_GATEWAYS: Final = (408, 425, 499, 502, 503, 504, 520, 530)
"""Statuses of whoever stands between, from standards and large networks."""


def _refusals(contract: Contract) -> Iterator[_Odd]:
    for code in contract.codes:
        carrier = contract.reply(code.reply)
        if carrier is not None and code.outcome in REFUSALS:
            yield _Odd(contract, carrier, code)
    for reply in contract.replies:
        if reply.outcome in REFUSALS:
            yield _Odd(contract, reply, None)


# Servers ------------------------------------------------------------------------------


def chosen(partner: ir.Partner) -> Iterator[Chooses]:
    """Yield every environment that a client knows by its name."""
    for each in partner.environments:
        yield Chooses(
            id=each.name,
            fact="",
            evidence=str(each.evidence or "unknown"),
            name=each.name,
            url=each.base_url.rstrip("/"),
        )
