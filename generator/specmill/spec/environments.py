"""What one server adds to the pages or has otherwise."""

from __future__ import annotations

from typing import Any

from ..light import dataclass
from ..shapes import (
    Either,
    Json,
    Listing,
    Literally,
    Record,
    Table,
    Text,
    Value,
    Written,
    key,
    word,
)
from .evidence import EVIDENCE
from .fields import Defaults, FieldSpec, fields_by_name, headers_by_name
from .replies import WhenSpec
from .requests import BodySpec
from .words import (
    ENCODINGS,
    NAME,
    NAME_PATTERN,
    OUTCOMES,
    PATH,
    PLACE,
    STATUS,
    URL,
    WHERE,
)


@dataclass(frozen=True, slots=True)
class EnvironmentRequest(Written):
    """What one server asks of a request beyond the page, or has otherwise."""

    path: str | None = key(PATH, "the path below the server's URL")
    encoding: str | None = key(word(*ENCODINGS), "how the signature is written")
    segments: dict[str, FieldSpec] | None = key(fields_by_name, "the parts of the path")
    query: dict[str, FieldSpec] | None = key(fields_by_name, "the query parameters")
    headers: dict[str, FieldSpec] | None = key(headers_by_name, "the headers")
    body: BodySpec | None = key(Record(lambda: BodySpec, "body"), "the body")


@dataclass(frozen=True, slots=True)
class RelationSpec(Written):
    """A value that stands in a reply with some of its codes and with no other."""

    at_: str | None = key(WHERE, "where in the reply it stands", required=True)
    is_: Json = key(Literally(), "the value", required=True)
    exactly_with: tuple[str, ...] | None = key(
        Listing(Text("a code")), "the codes that it comes with", required=True
    )


@dataclass(frozen=True, slots=True)
class EnvironmentReply(Written):
    """A reply that one server narrows, or has beyond the page."""

    name: str | None = key(
        NAME, "a reply of the operation, or a new one", required=True
    )
    summary: str | None = key(Text(), "what it means, in our words")
    when: WhenSpec | None = key(
        Record(lambda: WhenSpec, "when"), "how it is recognized"
    )
    outcome: str | None = key(word(*OUTCOMES, "by-code"), "what it means for the call")
    code: str | None = key(WHERE, "where its code is")
    message: str | None = key(WHERE, "where its message is")
    body: BodySpec | None = key(Record(lambda: BodySpec, "body"), "its members")
    relations: tuple[RelationSpec, ...] | None = key(
        Listing(Record(lambda: RelationSpec, "relation")),
        "values that come exactly with some codes",
    )
    example: Json = key(Value(), "a body of this shape, made up")


@dataclass(frozen=True, slots=True)
class EnvironmentCode(Written):
    """A code whose text or status one server has otherwise, or beyond the page."""

    outcome: str | None = key(word(*OUTCOMES), "what it means")
    message: str | None = key(
        Text(), "its exact text; {field} stands for the name of the faulty member"
    )
    http: int | None = key(STATUS, "the HTTP status that it comes with")
    in_: tuple[str, ...] | None = key(Listing(NAME), "the replies that it occurs in")


ANSWER = Text("a code, or the name of a reply that has none", r"\S+")


def _samples() -> Table:
    return Table(Listing(Value()), PLACE.pattern, PLACE.expects)


@dataclass(frozen=True, slots=True)
class CheckSpec(Written):
    """What one server looks at, and what it answers to each fault found there."""

    at_: Any = key(
        Either(scalar=PLACE, sequence=Listing(PLACE)), "where it looks, in order"
    )
    absent: str | None = key(ANSWER, "the answer to a member that is not there")
    empty: str | None = key(ANSWER, "the answer to empty text")
    type: str | None = key(ANSWER, "the answer to a value of another type")
    value: str | None = key(ANSWER, "the answer to a value outside of the limits")
    not_json: str | None = key(ANSWER, "the answer to a body that is not JSON")
    not_object: str | None = key(ANSWER, "the answer to a body that is no object")
    malformed: str | None = key(
        ANSWER, "the answer to a body that is not as its format, not JSON, has it"
    )
    media_type: str | None = key(ANSWER, "the answer to another media type")
    credential: str | None = key(ANSWER, "the answer to a value that it does not know")
    signature: str | None = key(ANSWER, "the answer to a wrong signature")
    wrong: dict[str, tuple[Json, ...]] | None = key(
        _samples, "more values outside of the limits, by place"
    )
    order: str | None = key(
        word("unknown"),
        "unknown, where nobody says whether it comes before the next check",
    )


@dataclass(frozen=True, slots=True)
class ResultSpec(Written):
    """What one server answers to a request that passed its checks."""

    when: dict[str, Json] | None = key(
        Table(Literally(), PLACE.pattern, PLACE.expects, at_least=1),
        "the values that have this result; every other request, where it is not said",
    )
    answer: str | None = key(ANSWER, "the result", required=True)


@dataclass(frozen=True, slots=True)
class SequenceSpec(Written):
    """What one server answers to one request that is sent again."""

    values: dict[str, str] | None = key(
        Table(
            Text("text that may hold {new}"), PLACE.pattern, PLACE.expects, at_least=1
        ),
        "the values of the request; {new} stands for text never sent before",
        required=True,
    )
    answers: tuple[str, ...] | None = key(
        Listing(ANSWER), "the answers, the first one first", required=True
    )


@dataclass(frozen=True, slots=True)
class EnvironmentOperation(Written):
    """What one server adds to one operation, or has otherwise."""

    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"),
        "what holds for every member of request and replies that no floor decides",
    )
    values: dict[str, Json] | None = key(
        Table(Value(), PLACE.pattern, PLACE.expects), "valid values by place"
    )
    accepts: dict[str, tuple[Json, ...]] | None = key(
        _samples, "other values by place that are accepted, each alone"
    )
    request: EnvironmentRequest | None = key(
        Record(lambda: EnvironmentRequest, "environment request"),
        "what it asks of the members",
    )
    replies: tuple[EnvironmentReply, ...] | None = key(
        Listing(Record(lambda: EnvironmentReply, "environment reply")),
        "replies that it narrows or adds",
    )
    leaves_out: tuple[str, ...] | None = key(
        Listing(NAME), "replies of the page that it never sends"
    )
    codes: dict[str, EnvironmentCode] | None = key(
        Table(Record(lambda: EnvironmentCode, "environment code")),
        "codes that it has otherwise or adds",
    )
    checks: tuple[CheckSpec, ...] | None = key(
        Listing(Record(lambda: CheckSpec, "check")),
        "what it checks, in order: the first fault found is answered",
    )
    results: tuple[ResultSpec, ...] | None = key(
        Listing(Record(lambda: ResultSpec, "result")),
        "what it answers when all checks pass: the first that fits",
        required=True,
    )
    sequences: tuple[SequenceSpec, ...] | None = key(
        Listing(Record(lambda: SequenceSpec, "sequence")),
        "what it answers to a request that is sent again",
    )


@dataclass(frozen=True, slots=True)
class EnvironmentSpec(Written):
    """What one server adds to the documentation or has otherwise."""

    environment: str | None = key(NAME, "its name", required=True)
    summary: str | None = key(Text(), "what it is for")
    url: str | None = key(
        URL,
        "its URL; that of the server of the same name otherwise",
    )
    evidence: Any = key(EVIDENCE, "where what it does is written down")
    facts: dict[str, str] | None = key(
        Table(Text("a value")),
        "facts that the pages leave open, such as verify_otp.signature.encoding",
    )
    credentials: dict[str, str] | None = key(
        Table(
            Text("the name of an environment variable", r"[A-Z][A-Z0-9_]*"),
            NAME_PATTERN,
            NAME.expects,
        ),
        "the environment variables that hold the credentials here",
    )
    values: dict[str, str] | None = key(
        Table(Text("a credential"), NAME_PATTERN, NAME.expects),
        "credentials that a public sandbox tells everyone",
    )
    operations: dict[str, EnvironmentOperation] | None = key(
        Table(
            Record(lambda: EnvironmentOperation, "environment operation"),
            NAME_PATTERN,
            NAME.expects,
        ),
        "what it adds to operations or has otherwise",
    )
