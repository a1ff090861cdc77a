"""Cases about the validators of a client: each rule, kept and broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from .. import ir
from ..harness.contract import Contract
from ..harness.edits import Drop, Put
from ..harness.pointers import NOTHING, Steps, drop, found, pointer_of, put
from ..harness.strict import REQUEST, Judges, Try
from ..members import Member, body_members, members, wire_sample
from ..runtime.wire import DateText, DateTimeText, DecimalText, Flag, IntegerText
from ..verbatim import compose, joined
from .conditions import keeps_all
from .values import edges, near_misses, other_types, takes_empty

Json = Any
EXTRA: Final = "xUnknownMember"
"""A member that no page documents."""


def judged(operation: ir.Operation, contract: Contract) -> Iterator[Judges]:
    """Yield every rule about the request and the replies, kept and broken."""
    evidence = str(operation.request.method_evidence)
    shape = _Shape(REQUEST, contract.example, "request", evidence, 0)
    for member in members(operation):
        if found(contract.example, member.steps) is not NOTHING:
            for each in _of_member(shape, member):
                yield from _keeping(operation, contract, each)
    yield from _of_body(shape, ("body",), operation.request.body)
    for reply in operation.replies:
        example = next(
            each.example for each in contract.replies if each.name == reply.name
        )
        fact = f"replies.{reply.name}"
        shape = _Shape(reply.name, example, fact, contract.evidence(fact), 1)
        for member in body_members(reply.body):
            yield from _of_member(shape, member)
        yield from _of_body(shape, ("body",), reply.body)


def _keeping(
    operation: ir.Operation, contract: Contract, judges: Judges
) -> Iterator[Judges]:
    """Yield *judges* without what breaks a condition among several members."""
    kept = tuple(
        each
        for each in judges.tries
        if each.rule or keeps_all(operation, contract, (each.edit,))
    )
    if kept:
        yield replace(judges, tries=kept)


class _Shape:
    """What a validator looks at, and where the facts about it stand."""

    def __init__(
        self, of: str, example: Json, fact: str, evidence: str, outer: int
    ) -> None:
        self.of, self.example = of, example
        self.fact, self.evidence = fact, evidence
        self._outer = outer

    def at(self, steps: Steps) -> Steps:
        """Return the steps in the value: a reply is its body alone."""
        return steps[self._outer :]

    def judges(self, steps: Steps, tries: Iterable[Try]) -> Iterator[Judges]:
        found = tuple(tries)
        if found:
            yield Judges(
                id=compose("{}: {}", self.of, joined(".", self.at(steps))),
                fact=self.fact,
                evidence=self.evidence,
                of=self.of,
                pointer=pointer_of(self.at(steps)),
                tries=found,
            )

    def put(self, member: Member, value: Json) -> Put:
        """Return the edit that makes *member* be *value*, and what is around it."""
        steps, above = member.steps, member.above
        while above and found(self.example, self.at(steps[:-1])) is NOTHING:
            outer, inside = wire_sample(above[-1]), steps[-1:]
            value, steps, above = put(outer, inside, value), steps[:-1], above[:-1]
        return Put(pointer_of(self.at(steps)), value)


def _of_member(shape: _Shape, member: Member) -> Iterator[Judges]:
    if not _is_in_empty_list(shape, member):
        yield from shape.judges(member.steps, _tries(shape, member))
        yield from _of_body(shape, member.steps, member.field.type)


def _tries(shape: _Shape, member: Member) -> Iterator[Try]:
    field, steps = member.field, member.steps
    good = found(shape.example, shape.at(steps))
    good = wire_sample(field) if good is NOTHING else good
    if field.required is True and not steps[-1].isdecimal():
        yield Try(_left_out(shape, member), "required")
    for value, rule in _values(member, good):
        yield Try(shape.put(member, value), rule)


def _values(member: Member, good: Json) -> Iterator[tuple[Json, str]]:
    """Yield values that break a rule, by its name, and values that break none."""
    field = member.field
    if field.constraints and all(limit.holds(good) for limit in field.constraints):
        yield good, ""
    yield from ((sample.value, "type") for sample in other_types(member))
    if member.place != "body" and isinstance(field.type, ir.Text):
        yield 12345, "type"  # outside of a body, text has no other type on the wire
    if isinstance(field.type, ir.Text) and not takes_empty(field):
        yield "", next(each.rule for each in field.constraints if not each.holds(""))
    for limit, sample in near_misses(member, good):
        if sample.value.__class__ is good.__class__:
            yield sample.value, limit.rule
    if isinstance(field.form, IntegerText):
        yield "12.5", "format"
    if isinstance(field.form, Flag) and isinstance(field.form.true, int):
        yield 1 + max(field.form.true, int(field.form.false)), "format"
    yield from ((sample.value, "") for _, sample in edges(member, good))
    yield from ((value, "") for value in _written(field))
    if field.nullable:
        yield None, ""


def _written(field: ir.Field) -> Iterator[Json]:
    """Yield values in the form of *field* that another form would not take."""
    for value in (*_days(field.form), *_words(field.form)):
        if all(limit.holds(value) for limit in field.constraints):
            yield value


def _days(form: Any) -> Iterator[Json]:
    if isinstance(form, DateText):
        yield form.write(date(2026, 1, 31))
    if isinstance(form, DateTimeText):
        zone = UTC if form.zone is not None or "TZD" in form.pattern else None
        yield form.write(datetime(2026, 1, 31, 23, 59, 58, tzinfo=zone))


def _words(form: Any) -> Iterator[Json]:
    if isinstance(form, DateText | DateTimeText) and form.none is not None:
        yield form.none
    if isinstance(form, Flag):
        yield from (form.true, form.false)
    if isinstance(form, DecimalText):
        yield "12.5"
    if isinstance(form, IntegerText):
        yield "-12"


def _is_in_empty_list(shape: _Shape, member: Member) -> bool:
    """Tell whether *member* is in a list that the example leaves empty."""
    inside = [at for at, step in enumerate(member.steps) if step.isdecimal()]
    return any(
        found(shape.example, shape.at(member.steps[: at + 1])) is NOTHING
        for at in inside
    )


def _left_out(shape: _Shape, member: Member) -> Put | Drop:
    if found(shape.example, shape.at(member.steps)) is not NOTHING:
        return Drop(pointer_of(shape.at(member.steps)))
    edit = shape.put(member, None)
    steps = member.steps
    while pointer_of(shape.at(steps)) != edit.pointer:
        steps = steps[:-1]
    return Put(edit.pointer, drop(edit.value, member.steps[len(steps) :]))


def _of_body(shape: _Shape, steps: Steps, kind: Any) -> Iterator[Judges]:
    """Yield a member that no page has, where the page does not say that there are."""
    if not isinstance(kind, ir.Record) or not kind.fields:
        return
    if found(shape.example, shape.at(steps)) is NOTHING:
        return
    at = (*steps, EXTRA)
    edit = Put(pointer_of(shape.at(at)), "text")
    yield from shape.judges(at, [Try(edit, "" if kind.open else "undocumented")])
