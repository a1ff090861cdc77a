"""A partner and a standard: what several operations share."""

from __future__ import annotations

from typing import Any, Final

from ..light import dataclass
from ..read import Node, Scalar
from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import (
    Day,
    Either,
    Findings,
    Listing,
    OrUnknown,
    Record,
    Schema,
    Table,
    Text,
    Truth,
    Whole,
    Written,
    key,
    word,
)
from .evidence import EVIDENCE
from .fields import Defaults, FieldSpec, headers_by_name
from .replies import CodeSpec, ReplySpec, codes_by_name
from .requests import BodySpec
from .rules import DefectSpec
from .signatures import SignatureSpec
from .words import NAME, NAME_PATTERN, PAGE_NAME, PAGE_URL, URL, WHERE


@dataclass(frozen=True, slots=True)
class PageSpec(Written):
    """One documentation page."""

    title: str | None = key(Text(), "its title", required=True)
    url: str | None = key(PAGE_URL, "its address", required=True)
    read: str | None = key(
        Day(),
        "the day on which it was read",
        required=True,
    )


@dataclass(frozen=True, slots=True)
class ServerSpec(Written):
    """One server."""

    url: str | None = key(OrUnknown(URL), "its URL", required=True)
    printed: str | None = key(Text(), "the address as printed, with its placeholders")
    evidence: Any = key(EVIDENCE, "where the URL is documented")
    summary: str | None = key(Text(), "what it is for")


class SecondsOrPlace:
    """How long something lasts: seconds, or the place of a reply that tells them."""

    expects = "a number of seconds, or a place such as body.expires_in"
    _seconds = Whole("a number of seconds", 1, 31_536_000)

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the seconds as a number, or the place as text."""
        if isinstance(node, Scalar) and isinstance(node.value, int):
            return self._seconds.read(node, findings)
        return WHERE.read(node, findings)

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        return {"anyOf": [self._seconds.schema(), WHERE.schema()]}


@dataclass(frozen=True, slots=True)
class FetchedSpec(Written):
    """The call that returns a credential."""

    operation: str | None = key(NAME, "the operation that returns it", required=True)
    at_: str | None = key(WHERE, "where in its reply it is", required=True)
    lasts: Any = key(
        SecondsOrPlace(),
        "for how many seconds it is good, or where the reply says so; until a call is"
        " refused for it, where the page does not say",
    )


@dataclass(frozen=True, slots=True)
class CredentialSpec(Written):
    """A value that identifies the caller."""

    summary: str | None = key(Text(), "what it is", required=True)
    secret: bool | None = key(Truth(), "whether it must never be shown", required=True)
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)
    comes_from: str | None = key(Text(), "where the caller gets it")
    example: str | None = key(Text(), "a value of the documented shape, made up")
    fetched: FetchedSpec | None = key(
        Record(lambda: FetchedSpec, "fetched"), "the call that returns it"
    )


def _pages() -> Table:
    return Table(
        Record(lambda: PageSpec, "page"),
        PAGE_NAME.pattern,
        PAGE_NAME.expects,
        at_least=1,
    )


def _credentials() -> Table:
    return Table(
        Record(lambda: CredentialSpec, "credential"), NAME_PATTERN, NAME.expects
    )


@dataclass(frozen=True, slots=True)
class StandardOperation(Written):
    """What a standard says of one operation."""

    service: str | None = key(Text(), "its part of a composed code")
    body: BodySpec | None = key(Record(lambda: BodySpec, "body"), "the request body")
    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"), "what holds where a field does not say"
    )
    replies: tuple[ReplySpec, ...] | None = key(
        Listing(Record(lambda: ReplySpec, "reply")), "the documented replies"
    )


@dataclass(frozen=True, slots=True)
class ComposedCodes(Written):
    """Codes put together from an HTTP status, a service and a case."""

    of: tuple[str, ...] | None = key(
        Listing(word("http", "service", "case")), "the parts in order", required=True
    )
    cases: dict[str, CodeSpec] | None = key(
        Table(
            Record(lambda: CodeSpec, "code"),
            r"[1-5][0-9][0-9] [0-9A-Za-z]+",
            "an HTTP status and a case, such as '404 15'",
        ),
        "the codes by HTTP status and case",
        required=True,
    )
    evidence: Any = key(EVIDENCE, "the evidence, where a case does not say")


@dataclass(frozen=True, slots=True)
class StandardSpec(Written):
    """A standard that several partners follow."""

    standard: str | None = key(NAME, "its name", required=True)
    title: str | None = key(Text(), "its title", required=True)
    summary: str | None = key(Text(), "what it is, in our words")
    pages: dict[str, PageSpec] | None = key(_pages, "where it is documented")
    credentials: dict[str, CredentialSpec] | None = key(
        _credentials, "the credentials that it asks for"
    )
    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"), "what holds where a field does not say"
    )
    headers: dict[str, FieldSpec] | None = key(
        headers_by_name, "the headers of every call"
    )
    signature: SignatureSpec | None = key(
        Record(lambda: SignatureSpec, "signature"), "how calls are signed"
    )
    codes: ComposedCodes | None = key(
        Record(lambda: ComposedCodes, "composed codes"), "the response codes"
    )
    operations: dict[str, StandardOperation] | None = key(
        Table(
            Record(lambda: StandardOperation, "standard operation"),
            NAME_PATTERN,
            NAME.expects,
        ),
        "the operations that it describes",
    )
    defects: tuple[DefectSpec, ...] | None = key(
        Listing(Record(lambda: DefectSpec, "defect")), "its defects"
    )


@dataclass(frozen=True, slots=True)
class AuthenticationSpec(Written):
    """How a caller proves who it is, beyond the credentials that members carry."""

    alternatives: dict[str, tuple[str, ...]] | None = key(
        Table(Listing(NAME), NAME_PATTERN, NAME.expects, at_least=2),
        "named groups of credentials of which a call has one",
    )
    certificate: bool | None = key(
        Truth(), "whether a client presents a certificate of its own"
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


AUTHENTICATION: Final = Either(
    scalar=word("none", UNKNOWN),
    mapping=Record(lambda: AuthenticationSpec, "authentication"),
)


@dataclass(frozen=True, slots=True)
class PartnerSpec(Written):
    """One provider."""

    partner: str | None = key(NAME, "its name", required=True)
    title: str | None = key(Text(), "its name as people write it", required=True)
    summary: str | None = key(Text(), "what it offers, in our words")
    follows: str | None = key(NAME, "the standard that it follows")
    pages: dict[str, PageSpec] | None = key(
        _pages, "its documentation pages", required=True
    )
    servers: dict[str, ServerSpec] | None = key(
        Table(
            Record(lambda: ServerSpec, "server"),
            NAME_PATTERN,
            NAME.expects,
            at_least=1,
        ),
        "its servers by name",
        required=True,
    )
    credentials: dict[str, CredentialSpec] | None = key(
        _credentials, "the credentials that its operations use"
    )
    authentication: Any = key(
        AUTHENTICATION, "how its callers are authenticated, where that is more"
    )
    headers: dict[str, FieldSpec] | None = key(
        headers_by_name, "the headers of every call"
    )
    signature: SignatureSpec | None = key(
        Record(lambda: SignatureSpec, "signature"), "what it adds to the signature"
    )
    codes: dict[str, CodeSpec] | None = key(codes_by_name, "codes of every operation")
    defects: tuple[DefectSpec, ...] | None = key(
        Listing(Record(lambda: DefectSpec, "defect")), "defects of all its pages"
    )
