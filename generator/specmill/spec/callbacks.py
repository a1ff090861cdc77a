"""A call that the partner makes to us."""

from __future__ import annotations

from typing import Any

from ..light import dataclass
from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import Either, Listing, Record, Text, Whole, Written, key, word
from .evidence import EVIDENCE
from .fields import Defaults, FieldSpec, headers_by_name
from .requests import BodySpec, RequestSpec
from .rules import DefectSpec, RuleSpec
from .signatures import SignatureSpec
from .words import NAME, PAGE_NAME, SECONDS, STATUS, WHERE


@dataclass(frozen=True, slots=True)
class AcknowledgementSpec(Written):
    """One answer that the partner waits for when it has called us."""

    name: str | None = key(NAME, "its name", required=True)
    summary: str | None = key(
        Text(), "what it tells the partner, in our words", required=True
    )
    http: int | None = key(STATUS, "the HTTP status", required=True)
    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"), "what holds where a field does not say"
    )
    headers: dict[str, FieldSpec] | None = key(headers_by_name, "the headers")
    body: BodySpec | None = key(
        Record(lambda: BodySpec, "body"), "the body: constants, echoes and arguments"
    )
    text: str | None = key(Text(), "the body, where it is this text and nothing else")
    evidence: Any = key(EVIDENCE, "where on the page it is", required=True)


@dataclass(frozen=True, slots=True)
class ReplaySpec(Written):
    """How old a call may be."""

    at_: str | None = key(WHERE, "the member that is its time", required=True)
    window: int | None = key(
        SECONDS, "how many seconds it may differ from ours", required=True
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


@dataclass(frozen=True, slots=True)
class RepeatsSpec(Written):
    """What the partner does where no acknowledgement comes."""

    say: str | None = key(Text(), "what it does, in our words", required=True)
    every: int | None = key(SECONDS, "after how many seconds it calls again")
    times: int | None = key(Whole(), "how often it calls at most")
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


@dataclass(frozen=True, slots=True)
class CallbackSpec(Written):
    """One call that the partner makes to us."""

    callback: str | None = key(NAME, "its name", required=True)
    summary: str | None = key(Text(), "what it tells us, in our words", required=True)
    page: str | None = key(PAGE_NAME, "its page in partner.yaml", required=True)
    receive: RequestSpec | None = key(
        Record(lambda: RequestSpec, "receive"), "what comes", required=True
    )
    signature: SignatureSpec | None = key(
        Record(lambda: SignatureSpec, "signature"),
        "how it is signed, where a member of it is 'from: signature'",
    )
    replay: ReplaySpec | None = key(
        Record(lambda: ReplaySpec, "replay"), "how old it may be"
    )
    acknowledge: Any = key(
        Either(
            scalar=word(UNKNOWN),
            sequence=Listing(Record(lambda: AcknowledgementSpec, "acknowledgement")),
        ),
        "what we answer; several by name where we choose",
        required=True,
    )
    repeats: RepeatsSpec | None = key(
        Record(lambda: RepeatsSpec, "repeats"), "what comes where we do not answer so"
    )
    rules: tuple[RuleSpec, ...] | None = key(
        Listing(Record(lambda: RuleSpec, "rule")), "documented rules"
    )
    defects: tuple[DefectSpec, ...] | None = key(
        Listing(Record(lambda: DefectSpec, "defect")), "the page's defects"
    )
