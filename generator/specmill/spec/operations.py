"""One documented endpoint."""

from __future__ import annotations

from typing import Any

from ..light import dataclass
from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import Either, Listing, Record, Text, Written, key, word
from .partners import AUTHENTICATION
from .replies import CodeSpec, ReplySpec, codes_by_name
from .requests import RequestSpec
from .rules import DefectSpec, PagesSpec, PollingSpec, RepeatSpec, RuleSpec, StatesSpec
from .signatures import SignatureSpec
from .words import NAME, PAGE_NAME


@dataclass(frozen=True, slots=True)
class OperationSpec(Written):
    """One documented endpoint."""

    operation: str | None = key(NAME, "its name", required=True)
    summary: str | None = key(Text(), "what it does, in our words", required=True)
    page: str | None = key(PAGE_NAME, "its page in partner.yaml", required=True)
    effect: str | None = key(
        Text("text, or none"), "what a call changes; none if nothing", required=True
    )
    repeat: Any = key(
        Either(
            scalar=word("never", "safe"), mapping=Record(lambda: RepeatSpec, "repeat")
        ),
        "whether a call may be repeated, or with what; never, if not said",
    )
    follows: str | None = key(NAME, "the operation of the standard")
    leaves_out: tuple[str, ...] | None = key(
        Listing(Text("a wire name")),
        "headers and body members of the standard that it does not use",
    )
    service: str | None = key(Text(), "its part of a composed code")
    authentication: Any = key(
        AUTHENTICATION,
        "none, or unknown where the page is silent, or what is asked beyond credentials",
    )
    signature: SignatureSpec | None = key(
        Record(lambda: SignatureSpec, "signature"), "how it is signed otherwise"
    )
    request: RequestSpec | None = key(
        Record(lambda: RequestSpec, "request"), "what is sent", required=True
    )
    replies: tuple[ReplySpec, ...] | None = key(
        Either(
            scalar=word(UNKNOWN), sequence=Listing(Record(lambda: ReplySpec, "reply"))
        ),
        "the documented replies",
    )
    codes: dict[str, CodeSpec] | None = key(codes_by_name, "the documented codes")
    states: StatesSpec | None = key(
        Record(lambda: StatesSpec, "states"), "the states that its replies tell"
    )
    pages: PagesSpec | None = key(
        Record(lambda: PagesSpec, "pages"), "how a long list is asked for in parts"
    )
    polling: PollingSpec | None = key(
        Record(lambda: PollingSpec, "polling"),
        "how often it is asked for a final state",
    )
    rules: tuple[RuleSpec, ...] | None = key(
        Listing(Record(lambda: RuleSpec, "rule")), "documented rules"
    )
    defects: tuple[DefectSpec, ...] | None = key(
        Listing(Record(lambda: DefectSpec, "defect")), "the page's defects"
    )
