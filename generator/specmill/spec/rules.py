"""What a page says about no single value: rules, states, schedules, pages, defects."""

from __future__ import annotations

from typing import Any, Final

from ..light import dataclass
from ..rules import KINDS as RULES
from ..shapes import (
    Json,
    Listing,
    Literally,
    Record,
    Table,
    Text,
    Truth,
    Whole,
    Written,
    key,
    word,
)
from .evidence import EVIDENCE
from .words import NAME, PLACE, SECONDS, WHERE

PER: Final = (
    "request",
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "merchant",
    "account",
)
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOCK_TIME = Text('a quoted time such as "08:30"', r"(?:[01][0-9]|2[0-4]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class RuleSpec(Written):
    """A documented rule that is not about one value."""

    say: str | None = key(Text(), "the rule, in our words", required=True)
    kind: str | None = key(
        word(*RULES),
        "what kind of rule it is",
        required=True,
    )
    seconds: int | None = key(SECONDS, "how long a lifetime is")
    after: str | None = key(Text(), "the call that must come before")
    field: str | None = key(WHERE, "the member that it is about")
    per: str | None = key(word(*PER), "within what something is unique or limited")
    against: str | None = key(Text(), "what a value is limited by, in our words")
    calls: int | None = key(
        Whole("a number of calls from 1", 1), "how many calls are taken"
    )
    from_: str | None = key(CLOCK_TIME, "when the partner begins to work")
    to: str | None = key(CLOCK_TIME, "when it stops")
    zone: str | None = key(Text("a zone such as +07:00"), "the time zone of hours")
    days: tuple[str, ...] | None = key(
        Listing(word(*DAYS)), "the days of the week; all, where it is not said"
    )
    what: str | None = key(
        word("address", "certificate", "domain", "url", "retry", "poll", "callback"),
        "what is registered, or what is done again",
    )
    every: int | None = key(SECONDS, "after how many seconds it is done again")
    times: int | None = key(Whole(), "how many times")
    for_: int | None = key(Whole(), "for how many seconds")
    value: Json = key(Literally(), "the value that marks a test")
    by: str | None = key(word("callback", "query"), "how the result comes")
    operation: str | None = key(NAME, "the operation that asks for the result")
    since: str | None = key(Text(), "since when a call is advised against")
    instead: str | None = key(Text(), "what is to be used instead")
    in_: tuple[str, ...] | None = key(Listing(NAME), "the servers that it is about")
    evidence: Any = key(EVIDENCE, "where on the page it is", required=True)


@dataclass(frozen=True, slots=True)
class StateSpec(Written):
    """One state of what an operation is about."""

    final: bool | None = key(Truth(), "whether it stays so; not said, where it is not")
    allows: tuple[str, ...] | None = key(
        Listing(NAME), "the operations that may be called in it"
    )
    summary: str | None = key(Text(), "what it is, in our words")


@dataclass(frozen=True, slots=True)
class StatesSpec(Written):
    """The documented states, and where in the replies they stand."""

    at_: str | None = key(WHERE, "where in the replies the state is", required=True)
    values: dict[str, StateSpec] | None = key(
        Table(Record(lambda: StateSpec, "state"), at_least=1),
        "the states",
        required=True,
    )
    evidence: Any = key(EVIDENCE, "where the states are documented", required=True)


@dataclass(frozen=True, slots=True)
class PollingSpec(Written):
    """How often a call is made until a state is final."""

    every: int | None = key(SECONDS, "after how many seconds", required=True)
    for_: int | None = key(SECONDS, "for how many seconds at most", required=True)
    evidence: Any = key(EVIDENCE, "where the schedule is documented", required=True)


@dataclass(frozen=True, slots=True)
class RepeatSpec(Written):
    """How a call may be repeated: with the key that it was made with."""

    with_: str | None = key(
        PLACE, "the member that is 'from: idempotency-key'", required=True
    )
    for_: int | None = key(Whole(), "for how many seconds the partner knows the key")
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


@dataclass(frozen=True, slots=True)
class PagesSpec(Written):
    """How a long list is asked for in parts."""

    skip: str | None = key(
        PLACE, "the member that says how many items to skip", required=True
    )
    count: str | None = key(
        PLACE, "the member that says how many items to return", required=True
    )
    items: str | None = key(WHERE, "where in the reply the items are", required=True)
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


@dataclass(frozen=True, slots=True)
class DefectSpec(Written):
    """A defect of the page, and what was decided about it."""

    id: str | None = key(Text("a number such as P-D4"), "its number", required=True)
    page: str | None = key(Text(), "what is wrong, in our words", required=True)
    decided: str | None = key(Text(), "what the spec does about it", required=True)
    explains: tuple[str, ...] | None = key(
        Listing(Text("a place such as request.body.Txntype")),
        "examples that break the page's own rules because of it",
    )
