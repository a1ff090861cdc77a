"""Replies and codes: how an answer is told, and what it means."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any, ClassVar

from ..light import dataclass
from ..shapes import (
    Either,
    Json,
    Listing,
    Literally,
    OrUnknown,
    Record,
    Table,
    Text,
    Truth,
    Value,
    Whole,
    Written,
    key,
    word,
)
from .evidence import EVIDENCE
from .fields import Defaults, FieldSpec, headers_by_name
from .requests import BodySpec, ConditionSpec, listed_conditions
from .signatures import ReplySignatureSpec
from .sources import StatusOrClass
from .words import (
    CLASS_NAME,
    FAULTS,
    MEDIA,
    NAME,
    NAME_PATTERN,
    OUTCOMES,
    REMEDIES,
    STATUS,
    WHERE,
)


@dataclass(frozen=True, slots=True)
class WhenSpec(Written):
    """What tells one reply from the others."""

    http: Any = key(
        Either(scalar=OrUnknown(StatusOrClass()), sequence=Listing(StatusOrClass())),
        "the HTTP status or statuses, or classes of them; unknown where the page"
        " names none",
        required=True,
    )
    type: str | None = key(MEDIA, "the media type that the reply comes with")
    asked: dict[str, Json] | None = key(
        Table(
            Literally(),
            r"(?:query|headers|segments)\.[^.\s]+",
            "a place such as segments.format or headers.Accept",
        ),
        "members of the request that have these values",
    )
    equals: dict[str, Json] | None = key(
        Table(Literally(), WHERE.pattern, WHERE.expects),
        "members that have these values",
    )
    has: tuple[str, ...] | None = key(Listing(WHERE), "members that are there")
    lacks: tuple[str, ...] | None = key(Listing(WHERE), "members that are not there")


@dataclass(frozen=True, slots=True)
class CodeLevels(Written):
    """A code of several levels, such as a return code and its reason."""

    of: tuple[str, ...] | None = key(
        Listing(WHERE), "where the levels are, the first one first", required=True
    )
    separator: str | None = key(
        Text("text"), "what stands between them in 'codes'", required=True
    )


@dataclass(frozen=True, slots=True)
class ItemsSpec(Written):
    """How a reply tells what became of each of several items."""

    at_: str | None = key(WHERE, "where the list of the items is", required=True)
    code: str | None = key(
        Text("the name of a member"), "the member of an item that is its code"
    )
    message: str | None = key(
        Text("the name of a member"), "the member of an item that is its message"
    )
    outcomes: dict[str, str] | None = key(
        Table(word(*OUTCOMES), at_least=1),
        "what each code of an item means",
        required=True,
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


@dataclass(frozen=True, slots=True)
class ReplySpec(Written):
    """One documented reply."""

    needs: ClassVar[MappingOf[str, str]] = {"repaired": "example"}

    name: str | None = key(NAME, "its name", required=True)
    summary: str | None = key(Text(), "what it means, in our words", required=True)
    label: str | None = key(Text(), "what the page calls it")
    when: WhenSpec | None = key(
        Record(lambda: WhenSpec, "when"), "how it is recognized", required=True
    )
    outcome: str | None = key(
        word(*OUTCOMES, "by-code"), "what it means for the call", required=True
    )
    error: str | None = key(CLASS_NAME, "the exception, where no code names one")
    then: str | None = key(word(*REMEDIES), "what the caller should do")
    code: Any = key(
        Either(scalar=WHERE, mapping=Record(lambda: CodeLevels, "levels")),
        "where its code is, or where the levels of its code are",
    )
    message: str | None = key(WHERE, "where its message is")
    items: ItemsSpec | None = key(
        Record(lambda: ItemsSpec, "items"), "what it tells of each of several items"
    )
    columns: dict[str, str] | None = key(
        Table(WHERE, NAME_PATTERN, NAME.expects),
        "names for places whose value a code fixes",
    )
    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"), "what holds where a field does not say"
    )
    evidence: Any = key(EVIDENCE, "where on the page the reply is")
    headers: dict[str, FieldSpec] | None = key(
        headers_by_name, "the documented headers"
    )
    body: Any = key(
        Either(scalar=word("none"), mapping=Record(lambda: BodySpec, "body")),
        "the body; none, where the reply has none",
        required=True,
    )
    conditions: tuple[ConditionSpec, ...] | None = key(
        listed_conditions, "what holds between several of its members"
    )
    signature: ReplySignatureSpec | None = key(
        Record(lambda: ReplySignatureSpec, "signature of a reply"),
        "how it is proved to be the partner's",
    )
    example: Json = key(Value(), "a body of the documented shape, made up")
    repaired: str | None = key(Text(), "what had to be mended in the page's sample")


@dataclass(frozen=True, slots=True)
class RetrySpec(Written):
    """How a page allows to repeat a call after a code."""

    after: int | None = key(Whole(), "after how many seconds", required=True)
    times: int | None = key(Whole(), "how many times")


@dataclass(frozen=True, slots=True)
class CodeSpec(Written):
    """One documented code, or several that are listed as one."""

    outcome: str | None = key(word(*OUTCOMES), "what it means", required=True)
    match: str | None = key(
        word("exact", "range", "pattern"),
        "range: the key is '1..19'; pattern: it is '5xx54xx', with x for a digit",
    )
    http: int | None = key(STATUS, "the HTTP status that it comes with")
    message: str | None = key(
        Text(), "the documented text; {name} stands for what differs"
    )
    messages: tuple[str, ...] | None = key(
        Listing(Text()), "the documented texts, where there are several"
    )
    final: bool | None = key(Truth(), "whether the outcome stays as it is")
    retry: RetrySpec | None = key(
        Record(lambda: RetrySpec, "retry"), "how the call may be repeated"
    )
    error: str | None = key(CLASS_NAME, "the exception's name")
    summary: str | None = key(Text(), "what it means, in our words")
    then: str | None = key(word(*REMEDIES), "what the caller should do")
    with_: dict[str, Json] | None = key(
        Table(Literally(), NAME_PATTERN, NAME.expects), "the values of the columns"
    )
    in_: tuple[str, ...] | None = key(
        Listing(NAME), "the replies that it occurs in, where not in all"
    )
    for_: tuple[str, ...] | None = key(
        Listing(word(*FAULTS)), "the faults of a request that it answers"
    )
    evidence: Any = key(EVIDENCE, "where the code is documented")


def codes_by_name() -> Table:
    return Table(Record(lambda: CodeSpec, "code"))
