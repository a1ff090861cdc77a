"""The spec language: one class to a kind of mapping, one attribute to a key.

A class here is at once what the checker accepts, what the JSON Schema says and what the
later passes read. `specs/README.md` explains every key with an example.
Everything is as written: nothing is resolved, no default is applied.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from .read import Mapping, Node, Scalar
from .shapes import UNKNOWN as UNKNOWN
from .shapes import (
    Bounds,
    Either,
    Expressed,
    Findings,
    Json,
    Listing,
    Literally,
    OrUnknown,
    Record,
    Schema,
    Table,
    Text,
    Truth,
    Value,
    Whole,
    Written,
    key,
    keys_of,
    word,
    wrong,
)

NAME = Text(
    "a name in snake_case, such as verify_otp", r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
)
NAME_PATTERN: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
CLASS_NAME = Text("a class name such as InvalidOtp", r"[A-Z][A-Za-z0-9]*")
PAGE_NAME = Text("a page name such as verify-otp", r"[a-z0-9]+(?:-[a-z0-9]+)*")
PAGE_URL = Text("an address such as https://docs.example.com/otp", r"https?://[^\s]+")
URL = Text(
    "the address of a server such as https://api.example.com",
    r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[1-9][0-9]{0,4})?"
    r"(?:/[A-Za-z0-9._~!$&'()*+,;=:%/-]*)?",
)
PATH = Text(
    "a path such as /v1/otp or /v1/loans/{loanId}, without query",
    r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@%/-]|\{[A-Za-z_][A-Za-z0-9_.-]*\})*",
)
HEADER_PATTERN: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
ENCODINGS: Final = ("hex", "base64")
STATUS = Whole("an HTTP status from 100 to 599", 100, 599)
WHERE = Text(
    "a place such as body.result.code",
    r"(?:body|query|headers|segments|http)(?:\.[^.\s][^.]*)*",
)

EVIDENCE_WORDS: Final = ("table", "prose", "example")
OUTCOMES: Final = ("success", "alternative", "rejected", "unknown")
REMEDIES: Final = (
    "ask-again",
    "restart",
    "retry-later",
    "fix-request",
    "fix-credentials",
    "wait-for-callback",
    "contact-partner",
)
FAULTS: Final = (
    "absent",
    "empty",
    "type",
    "value",
    "not-json",
    "not-object",
    "credential",
    "signature",
)
TYPES: Final = (
    "string",
    "integer",
    "number",
    "boolean",
    "object",
    "array",
    "map",
    "date",
    "datetime",
    "epoch",
    UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class EvidenceSource(Written):
    """Evidence that is not on the page: another public source, or a reason."""

    choices: ClassVar[tuple[str, ...]] = ("external", "inferred")

    external: str | None = key(Text("the name of the source"), "another public source")
    inferred: str | None = key(Text("the reason"), "an inference, with its reason")


EVIDENCE = Either(
    scalar=word(*EVIDENCE_WORDS), mapping=Record(lambda: EvidenceSource, "evidence")
)


@dataclass(frozen=True, slots=True)
class EvidenceByKey(Written):
    """Evidence for each key of a field, and `else` for the keys that are not named."""

    else_: Any = key(EVIDENCE, "the evidence of every other key", required=True)
    name: Any = key(EVIDENCE, "the evidence of the wire name")
    type: Any = key(EVIDENCE, "the evidence of the type")
    required: Any = key(EVIDENCE, "the evidence of required or optional")
    length: Any = key(EVIDENCE, "the evidence of the length")
    range: Any = key(EVIDENCE, "the evidence of the range")
    pattern: Any = key(EVIDENCE, "the evidence of the pattern")
    chars: Any = key(EVIDENCE, "the evidence of the permitted characters")
    enum: Any = key(EVIDENCE, "the evidence of the listed values")
    const: Any = key(EVIDENCE, "the evidence of the fixed value")
    format: Any = key(EVIDENCE, "the evidence of the written form")
    default: Any = key(EVIDENCE, "the evidence of the default")


class FieldEvidence:
    """One evidence for a field, or one for each of its keys."""

    expects = (
        "table, prose, example, {external: source}, {inferred: reason},"
        " or one of these for each key"
    )
    _whole = Record(lambda: EvidenceSource, "evidence")
    _by_key = Record(lambda: EvidenceByKey, "evidence by key")
    _word = word(*EVIDENCE_WORDS)

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the value of *node*; by key where it says `else` or names a key."""
        if isinstance(node, Mapping):
            is_by_key = any(str(each.key.value) in _KEYS_WITH_EVIDENCE for each in node)
            return (self._by_key if is_by_key else self._whole).read(node, findings)
        if isinstance(node, Scalar):
            return self._word.read(node, findings)
        wrong(self, node, findings)
        return None

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        shapes = (self._word, self._whole, self._by_key)
        return {"anyOf": [shape.schema() for shape in shapes]}


_KEYS_WITH_EVIDENCE: Final = keys_of(EvidenceByKey)


@dataclass(frozen=True, slots=True)
class BasicSource(Written):
    """The two credentials of HTTP Basic."""

    user: str | None = key(NAME, "the credential that is the user name", required=True)
    password: str | None = key(
        NAME, "the credential that is the password", required=True
    )


@dataclass(frozen=True, slots=True)
class FromSource(Written):
    """Where a value comes from when the caller does not pass it with each call."""

    choices: ClassVar[tuple[str, ...]] = ("credential", "flow", "basic")

    credential: str | None = key(NAME, "a credential of the client")
    flow: str | None = key(NAME, "a value that all calls of one flow share")
    basic: BasicSource | None = key(
        Record(lambda: BasicSource, "basic"), "HTTP Basic of two credentials"
    )


@dataclass(frozen=True, slots=True)
class RequiredWhere(Written):
    """What decides whether a member must be there."""

    choices: ClassVar[tuple[str, ...]] = ("if", "outside")

    if_: Any = key(Expressed(), "where in the message it is required")
    outside: str | None = key(
        Text(), "what no message shows, such as an account's feature, in our words"
    )


REQUIRED = Either(
    scalar=OrUnknown(Truth()), mapping=Record(lambda: RequiredWhere, "required")
)


@dataclass(frozen=True, slots=True)
class FlagWords(Written):
    """How true and false are written."""

    true: Json = key(Literally(), "how true is written", required=True)
    false: Json = key(Literally(), "how false is written", required=True)


@dataclass(frozen=True, slots=True)
class Defaults(Written):
    """What holds for every field below that does not say it."""

    required: Any = key(OrUnknown(Truth()), "required, where a field does not say")
    evidence: Any = key(EVIDENCE, "the evidence, where a field does not say")


def _fields() -> Table:
    return Table(Record(lambda: FieldSpec, "field"))


def _headers() -> Table:
    return Table(
        Record(lambda: FieldSpec, "field"), HEADER_PATTERN, "a name of a header"
    )


@dataclass(frozen=True, slots=True)
class FieldSpec(Written):
    """One query parameter, header, member of a body, or item of a list."""

    type: str | None = key(word(*TYPES), "the type; unknown where the page is silent")
    printed: str | None = key(Text(), "the type as the page words it")
    required: Any = key(REQUIRED, "whether it must be there, or where it must")
    nullable: bool | None = key(Truth(), "whether null is documented")
    length: Any = key(Bounds(), "how many characters")
    range: Any = key(Bounds(), "the least and the greatest number")
    pattern: str | None = key(Text("a regular expression"), "a printed pattern")
    chars: str | None = key(
        word("digits", "alphanumeric", "letters", "hex"), "the permitted characters"
    )
    enum: Any = key(
        Either(
            sequence=Listing(Literally()),
            mapping=Table(Text("a meaning"), at_least=1),
        ),
        "the listed values, or a mapping of each value to its meaning",
    )
    case: str | None = key(
        word("exact", "upper", "lower", UNKNOWN),
        "the letter case of the listed values; unknown accepts any",
    )
    const: Json = key(Literally(), "the one value")
    default: Json = key(Literally(), "what the partner assumes when it is left out")
    format: str | None = key(
        Text("a pattern of yyyy, MM, dd, HH, mm, ss, S, TZD"), "how a date is written"
    )
    zone: str | None = key(Text("a zone such as +07:00, or none"), "the time zone")
    unit: str | None = key(
        word("seconds", "milliseconds", UNKNOWN), "the unit of an epoch time"
    )
    as_: Any = key(
        Either(scalar=word("text"), mapping=Record(lambda: FlagWords, "as")),
        "how the value is written: a number as text, true and false as other values",
    )
    none: str | None = key(Text(), "the value that stands for no date")
    items: FieldSpec | None = key(
        Record(lambda: FieldSpec, "items"), "what a list holds"
    )
    fields: dict[str, FieldSpec] | None = key(_fields, "the members of an object")
    values: FieldSpec | None = key(
        Record(lambda: FieldSpec, "values"), "what a map holds"
    )
    open: bool | None = key(Truth(), "whether an object may have other members")
    envelope: bool | None = key(
        Truth(), "whether the members of an object are arguments of their own"
    )
    from_: Any = key(
        Either(
            scalar=word("caller", "clock", "signature"),
            mapping=Record(lambda: FromSource, "source"),
        ),
        "where the value comes from; the caller, where it is not said",
    )
    prefix: str | None = key(Text("text", r".+"), "what stands before the value")
    name: str | None = key(NAME, "the Python name, where it is not the wire name's")
    summary: str | None = key(Text(), "what it is, in our words")
    comes_from: str | None = key(Text(), "where the caller gets the value")
    echoes: str | None = key(WHERE, "the place in the request whose value comes back")
    example: Json = key(Value(), "a value of the documented shape, made up")
    masked: bool | None = key(Truth(), "whether the example is masked")
    secret: bool | None = key(Truth(), "whether it must never be shown")
    personal: bool | None = key(Truth(), "whether it is personal")
    deprecated: bool | None = key(Truth(), "whether the page advises against it")
    evidence: Any = key(FieldEvidence(), "where on the page the facts are")


@dataclass(frozen=True, slots=True)
class BodySpec(Written):
    """The body of a request or reply."""

    format: str | None = key(word("json"), "how the body is written", required=True)
    fields: dict[str, FieldSpec] | None = key(_fields, "its members", required=True)
    open: bool | None = key(Truth(), "whether other members are documented to occur")


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


def _conditions() -> Listing:
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
    segments: dict[str, FieldSpec] | None = key(_fields, "the parts of the path")
    query: dict[str, FieldSpec] | None = key(_fields, "the query parameters")
    headers: dict[str, FieldSpec] | None = key(_headers, "the headers")
    body: BodySpec | None = key(Record(lambda: BodySpec, "body"), "the body")
    conditions: tuple[ConditionSpec, ...] | None = key(
        _conditions, "what is asked of several members together"
    )


@dataclass(frozen=True, slots=True)
class WhenSpec(Written):
    """What tells one reply from the others."""

    http: Any = key(
        Either(scalar=OrUnknown(STATUS), sequence=Listing(STATUS)),
        "the HTTP status or statuses; unknown where the page names none",
        required=True,
    )
    equals: dict[str, Json] | None = key(
        Table(Literally(), WHERE.pattern, WHERE.expects),
        "members that have these values",
    )
    has: tuple[str, ...] | None = key(Listing(WHERE), "members that are there")
    lacks: tuple[str, ...] | None = key(Listing(WHERE), "members that are not there")


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
    code: str | None = key(WHERE, "where its code is")
    message: str | None = key(WHERE, "where its message is")
    columns: dict[str, str] | None = key(
        Table(WHERE, NAME_PATTERN, NAME.expects),
        "names for places whose value a code fixes",
    )
    defaults: Defaults | None = key(
        Record(lambda: Defaults, "defaults"), "what holds where a field does not say"
    )
    evidence: Any = key(EVIDENCE, "where on the page the reply is")
    body: BodySpec | None = key(
        Record(lambda: BodySpec, "body"), "the body", required=True
    )
    conditions: tuple[ConditionSpec, ...] | None = key(
        _conditions, "what holds between several of its members"
    )
    example: Json = key(Value(), "a body of the documented shape, made up")
    repaired: str | None = key(Text(), "what had to be mended in the page's sample")


@dataclass(frozen=True, slots=True)
class CodeSpec(Written):
    """One documented code."""

    outcome: str | None = key(word(*OUTCOMES), "what it means", required=True)
    message: str | None = key(Text(), "the documented text")
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


def _codes() -> Table:
    return Table(Record(lambda: CodeSpec, "code"))


@dataclass(frozen=True, slots=True)
class RuleSpec(Written):
    """A documented rule that is not about one value."""

    say: str | None = key(Text(), "the rule, in our words", required=True)
    kind: str | None = key(
        word(
            "lifetime",
            "do-not-fail",
            "wait-for-callback",
            "prerequisite",
            "same-in-flow",
            "contact",
            "note",
        ),
        "what kind of rule it is",
        required=True,
    )
    seconds: int | None = key(Whole(), "how long a lifetime is")
    after: str | None = key(Text(), "the call that must come before")
    field: str | None = key(WHERE, "the member that it is about")
    evidence: Any = key(EVIDENCE, "where on the page it is", required=True)


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


@dataclass(frozen=True, slots=True)
class PartSpec(Written):
    """One part of what is signed that is not a word."""

    choices: ClassVar[tuple[str, ...]] = ("credential", "digest")
    needs: ClassVar[MappingOf[str, str]] = {"minify": "digest"}

    credential: str | None = key(NAME, "a credential")
    digest: str | None = key(word("SHA-256", "SHA-512"), "a digest of the body, in hex")
    minify: bool | None = key(Truth(), "whether white space is dropped before")


@dataclass(frozen=True, slots=True)
class KeySource(Written):
    """The secret of a signature."""

    credential: str | None = key(NAME, "the credential that is the key", required=True)


@dataclass(frozen=True, slots=True)
class SignatureSpec(Written):
    """How a request is signed."""

    algorithm: str | None = key(word("HMAC-SHA256", "HMAC-SHA512"), "the algorithm")
    key_: KeySource | None = key(Record(lambda: KeySource, "key"), "the secret")
    parts: tuple[Any, ...] | None = key(
        Listing(
            Either(
                scalar=word("method", "path", "timestamp"),
                mapping=Record(lambda: PartSpec, "part"),
            )
        ),
        "what is signed, in order",
    )
    separator: str | None = key(Text("text", r".*"), "what stands between the parts")
    encoding: str | None = key(
        word(*ENCODINGS, UNKNOWN), "how the signature is written"
    )
    query: str | None = key(
        word("included", "excluded", UNKNOWN), "whether the path part has the query"
    )
    evidence: Any = key(EVIDENCE, "where the recipe is documented")
    encoding_evidence: Any = key(EVIDENCE, "where the encoding is documented")


@dataclass(frozen=True, slots=True)
class PageSpec(Written):
    """One documentation page."""

    title: str | None = key(Text(), "its title", required=True)
    url: str | None = key(PAGE_URL, "its address", required=True)
    read: str | None = key(
        Text(
            'a quoted date such as "2026-11-21"',
            r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
        ),
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


@dataclass(frozen=True, slots=True)
class CredentialSpec(Written):
    """A value that identifies the caller."""

    summary: str | None = key(Text(), "what it is", required=True)
    secret: bool | None = key(Truth(), "whether it must never be shown", required=True)
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)
    comes_from: str | None = key(Text(), "where the caller gets it")
    example: str | None = key(Text(), "a value of the documented shape, made up")


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
    headers: dict[str, FieldSpec] | None = key(_headers, "the headers of every call")
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
    headers: dict[str, FieldSpec] | None = key(_headers, "the headers of every call")
    signature: SignatureSpec | None = key(
        Record(lambda: SignatureSpec, "signature"), "what it adds to the signature"
    )
    codes: dict[str, CodeSpec] | None = key(_codes, "codes of every operation")
    defects: tuple[DefectSpec, ...] | None = key(
        Listing(Record(lambda: DefectSpec, "defect")), "defects of all its pages"
    )


@dataclass(frozen=True, slots=True)
class OperationSpec(Written):
    """One documented endpoint."""

    operation: str | None = key(NAME, "its name", required=True)
    summary: str | None = key(Text(), "what it does, in our words", required=True)
    page: str | None = key(PAGE_NAME, "its page in partner.yaml", required=True)
    effect: str | None = key(
        Text("text, or none"), "what a call changes; none if nothing", required=True
    )
    repeat: str | None = key(
        word("never", "safe"), "whether a call may be repeated; never, if not said"
    )
    follows: str | None = key(NAME, "the operation of the standard")
    leaves_out: tuple[str, ...] | None = key(
        Listing(Text("a wire name")),
        "headers and body members of the standard that it does not use",
    )
    service: str | None = key(Text(), "its part of a composed code")
    request: RequestSpec | None = key(
        Record(lambda: RequestSpec, "request"), "what is sent", required=True
    )
    replies: tuple[ReplySpec, ...] | None = key(
        Either(
            scalar=word(UNKNOWN), sequence=Listing(Record(lambda: ReplySpec, "reply"))
        ),
        "the documented replies",
    )
    codes: dict[str, CodeSpec] | None = key(_codes, "the documented codes")
    rules: tuple[RuleSpec, ...] | None = key(
        Listing(Record(lambda: RuleSpec, "rule")), "documented rules"
    )
    defects: tuple[DefectSpec, ...] | None = key(
        Listing(Record(lambda: DefectSpec, "defect")), "the page's defects"
    )


@dataclass(frozen=True, slots=True)
class EnvironmentRequest(Written):
    """What one server asks of a request beyond the page, or has otherwise."""

    path: str | None = key(PATH, "the path below the server's URL")
    encoding: str | None = key(word(*ENCODINGS), "how the signature is written")
    segments: dict[str, FieldSpec] | None = key(_fields, "the parts of the path")
    query: dict[str, FieldSpec] | None = key(_fields, "the query parameters")
    headers: dict[str, FieldSpec] | None = key(_headers, "the headers")
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


PLACE = Text(
    "a place such as body.otp, or body, query or headers for all members there",
    r"(?:body|query|headers|segments)(?:\.[^.\s][^.]*)*",
)
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
    credential: str | None = key(ANSWER, "the answer to a value that it does not know")
    signature: str | None = key(ANSWER, "the answer to a wrong signature")
    wrong: dict[str, tuple[Json, ...]] | None = key(
        _samples, "more values outside of the limits, by place"
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
    headers: dict[str, FieldSpec] | None = key(_headers, "the headers")
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
        Whole(), "how many seconds it may differ from ours", required=True
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


@dataclass(frozen=True, slots=True)
class RepeatsSpec(Written):
    """What the partner does where no acknowledgement comes."""

    say: str | None = key(Text(), "what it does, in our words", required=True)
    every: int | None = key(Whole(), "after how many seconds it calls again")
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


KINDS: Final[dict[str, type[Written]]] = {
    "standard": StandardSpec,
    "partner": PartnerSpec,
    "operation": OperationSpec,
    "environment": EnvironmentSpec,
    "callback": CallbackSpec,
}
"""The kinds of spec, by the key that names them."""

Spec = StandardSpec | PartnerSpec | OperationSpec | EnvironmentSpec | CallbackSpec
