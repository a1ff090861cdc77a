"""A request: its line, its fields, its body and what holds between them."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any, ClassVar

from ..light import dataclass
from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import (
    Either,
    Expressed,
    Listing,
    OrUnknown,
    Record,
    Table,
    Text,
    Truth,
    Written,
    key,
    word,
)
from .evidence import EVIDENCE
from .fields import Defaults, FieldSpec, SealSpec, fields_by_name, headers_by_name
from .words import FORMATS, MEDIA, METHODS, NAME, NAME_PATTERN, PATH, WHERE, XML_NAME


@dataclass(frozen=True, slots=True)
class BodySpec(Written):
    """The body of a request or reply."""

    format: str | None = key(word(*FORMATS), "how the body is written", required=True)
    media: str | None = key(MEDIA, "its media type, where the page names another")
    root: str | None = key(
        Text("the name of an XML element", XML_NAME), "the outermost element of XML"
    )
    namespace: str | None = key(Text("a namespace"), "the namespace of the XML")
    lists: str | None = key(
        word("repeat", "brackets", "commas"), "how a form writes a list"
    )
    layout: str | None = key(
        Text("a text such as {status}:{id}"), "how text holds several members"
    )
    separator: str | None = key(
        Text("one character", r"[^\r\n\"]"), "what stands between the columns of CSV"
    )
    header: bool | None = key(Truth(), "whether the first line of CSV names columns")
    fields: dict[str, FieldSpec] | None = key(
        fields_by_name, "its members", required=True
    )
    open: bool | None = key(Truth(), "whether other members are documented to occur")
    sealed: SealSpec | None = key(
        Record(lambda: SealSpec, "sealed"), "the envelope that it stands in"
    )


@dataclass(frozen=True, slots=True)
class RequestEvidence(Written):
    """The evidence of the parts of the request line."""

    method: Any = key(EVIDENCE, "the evidence of the method")
    path: Any = key(EVIDENCE, "the evidence of the path")


@dataclass(frozen=True, slots=True)
class ConditionSpec(Written):
    """What is asked of several members of one message together."""

    choices: ClassVar[tuple[str, ...]] = (
        "holds",
        "then",
        "exactly-one",
        "at-least-one",
        "at-most-one",
        "together",
        "variants",
    )
    needs: ClassVar[MappingOf[str, str]] = {"if": "then", "outside": "then"}

    holds: Any = key(Expressed(), "what always holds")
    if_: Any = key(Expressed(), "where it is asked")
    then: Any = key(Expressed(), "what holds there")
    outside: str | None = key(
        Text(), "what no message shows and decides whether it is asked, in our words"
    )
    exactly_one: tuple[str, ...] | None = key(Listing(WHERE), "of these, one is there")
    at_least_one: tuple[str, ...] | None = key(
        Listing(WHERE), "of these, one is there or more"
    )
    at_most_one: tuple[str, ...] | None = key(
        Listing(WHERE), "of these, none is there or one"
    )
    together: tuple[str, ...] | None = key(
        Listing(WHERE), "these are there all together, or none is"
    )
    variants: dict[str, tuple[str, ...]] | None = key(
        Table(Listing(WHERE), NAME_PATTERN, NAME.expects, at_least=2),
        "named groups of members: those of exactly one group are there",
    )
    summary: str | None = key(Text(), "what is asked, in our words")
    evidence: Any = key(EVIDENCE, "where on the page it is", required=True)


def listed_conditions() -> Listing:
    return Listing(Record(lambda: ConditionSpec, "condition"))


@dataclass(frozen=True, slots=True)
class RequestSpec(Written):
    """What is sent."""

    method: Any = key(
        Either(scalar=word(*METHODS, UNKNOWN), sequence=Listing(word(*METHODS))),
        "the HTTP method, or several where the page allows each; the first is sent",
        required=True,
    )
    path: str | None = key(
        OrUnknown(PATH),
        "the path below the server's URL; {name} stands for a segment",
        required=True,
    )
    carried_by: str | None = key(
        word("browser"), "browser, where a browser is sent to the URL"
    )
    evidence: RequestEvidence | None = key(
        Record(lambda: RequestEvidence, "evidence"),
        "the evidence of method and path, where they are not unknown",
    )
    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"), "what holds where a field does not say"
    )
    segments: dict[str, FieldSpec] | None = key(fields_by_name, "the parts of the path")
    query: dict[str, FieldSpec] | None = key(fields_by_name, "the query parameters")
    headers: dict[str, FieldSpec] | None = key(headers_by_name, "the headers")
    body: BodySpec | None = key(Record(lambda: BodySpec, "body"), "the body")
    conditions: tuple[ConditionSpec, ...] | None = key(
        listed_conditions, "what is asked of several members together"
    )
