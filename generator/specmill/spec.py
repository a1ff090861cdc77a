"""The spec language: one class to a kind of mapping, one attribute to a key.

A class here is at once what the checker accepts, what the JSON Schema says and what the
later passes read. `specs/README.md` explains every key with an example.
Everything is as written: nothing is resolved, no default is applied.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from .constraints import STANDARDS
from .read import Mapping, Node, Scalar
from .rules import KINDS as RULES
from .shapes import UNKNOWN as UNKNOWN
from .shapes import (
    Bounds,
    Either,
    Expressed,
    Findings,
    Json,
    Listing,
    Literally,
    NumberBounds,
    OrUnknown,
    Record,
    Schema,
    Shape,
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
ENCODINGS: Final = ("hex", "HEX", "base64", "base64url")
ALGORITHMS: Final = (
    *(f"HMAC-{name}" for name in ("MD5", "SHA1", "SHA256", "SHA512")),
    *("MD5", "SHA1", "SHA256", "SHA512"),
    *("RSA-SHA256", "RSA-SHA512"),
)
DIGESTS: Final = ("MD5", "SHA-1", "SHA-256", "SHA-512")
SEALS: Final = (
    "base64",
    *(f"AES-{bits}-{mode}" for mode in ("CBC", "GCM") for bits in (128, 256)),
)
FORMATS: Final = ("json", "form", "multipart", "xml", "text", "csv")
MEDIA = Text(
    "a media type such as text/xml; charset=utf-8",
    r"[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:;[ -~]*)?",
)
XML_NAME: Final = r"[A-Za-z_][A-Za-z0-9_.-]*"
STATUS = Whole("an HTTP status from 100 to 599", 100, 599)
WHERE = Text(
    "a place such as body.result.code",
    r"(?:body|query|headers|segments|http)(?:\.[^.\s][^.]*)*",
)

SOME_TEXT = Text("text", r"[\s\S]+")
ANY_TEXT = Text("text, which may be empty", r"[\s\S]*")
SIGNED_PLACE = Text(
    "query, headers, body, or an object such as body.data",
    r"(?:body|query|headers|segments)(?:\.[^.\s][^.]*)*",
)
VECTOR_PLACE = Text(
    "a place such as credentials.key, method, path, timestamp, body or body.amount",
    r"method|path|timestamp|nonce|body|credentials\.[a-z0-9_]+"
    r"|(?:body|query|headers|segments)(?:\.[^.\s][^.]*)+",
)

PLACE = Text(
    "a place such as body.otp, or body, query or headers for all members there",
    r"(?:body|query|headers|segments)(?:\.[^.\s][^.]*)*",
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
    "malformed",
    "media-type",
    "credential",
    "signature",
)
CHARSETS: Final = (
    "digits",
    "alphanumeric",
    "letters",
    "hex",
    "ascii",
    "upper",
    "lower",
)
TYPES: Final = (
    "string",
    "url",
    "integer",
    "number",
    "boolean",
    "object",
    "array",
    "map",
    "date",
    "datetime",
    "epoch",
    "file",
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
    decimals: Any = key(EVIDENCE, "the evidence of digits and decimals")
    starts: Any = key(EVIDENCE, "the evidence of what it begins with")
    count: Any = key(EVIDENCE, "the evidence of how many there are")
    standard: Any = key(EVIDENCE, "the evidence of the standard")
    case: Any = key(EVIDENCE, "the evidence of the letter case")
    holds: Any = key(EVIDENCE, "the evidence of what it holds")
    one_of: Any = key(EVIDENCE, "the evidence of the sets of limits")


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


class StatusOrClass:
    """One HTTP status, or a class of them such as 2xx."""

    expects = "an HTTP status from 100 to 599, or a class such as 2xx"
    _class = Text("a class of HTTP statuses", r"[1-5]xx")

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the status as a number, or the class as text."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, str) and re.fullmatch(str(self._class.pattern), value):
            return value
        before = len(findings)
        status = STATUS.read(node, findings)
        if len(findings) > before:
            del findings[before:]
            wrong(self, node, findings)
        return status

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        return {"anyOf": [STATUS.schema(), self._class.schema()]}


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

    choices: ClassVar[tuple[str, ...]] = ("credential", "flow", "basic", "joined")
    needs: ClassVar[MappingOf[str, str]] = {"separator": "joined"}

    joined: tuple[str, ...] | None = key(
        Listing(WHERE), "other members that it is made of, in order"
    )
    separator: str | None = key(
        Text("text", r"[\s\S]+"), "what stands between them; nothing, if not said"
    )
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
class Charset(Written):
    """The permitted characters, where one word does not say them."""

    of: tuple[str, ...] | None = key(
        Listing(word(*CHARSETS)), "kinds of characters", required=True
    )
    and_: str | None = key(
        Text("characters", r"[\s\S]+"), "single characters beside them"
    )


CHARS: Final[Shape] = Either(
    scalar=word(*CHARSETS), mapping=Record(lambda: Charset, "chars")
)


@dataclass(frozen=True, slots=True)
class LengthByScript(Written):
    """A length that depends on whether all characters are ASCII."""

    ascii: Any = key(Bounds(), "how many where all are ASCII", required=True)
    other: Any = key(Bounds(), "how many otherwise", required=True)


@dataclass(frozen=True, slots=True)
class Padding(Written):
    """How a short value is filled up."""

    to: int | None = key(Whole("a length", 1, 1000), "its length", required=True)
    with_: str | None = key(
        Text("one character", r"[\s\S]"), "what fills it up", required=True
    )
    side: str | None = key(
        word("left", "right"), "the side that is filled", required=True
    )


@dataclass(frozen=True, slots=True)
class Joined(Written):
    """A list or a map that is packed into one text."""

    joined: str | None = key(
        Text("text", r"[\s\S]+"), "what stands between the entries", required=True
    )
    pairs: str | None = key(
        Text("text", r"[\s\S]+"), "what stands between a name and its value"
    )


class WrittenAs:
    """How a value is written: `text`, `base64`, two words, or packed into one text."""

    expects = "text, base64, base64url, {true: ..., false: ...} or {joined: ...}"
    _word = word("text", "base64", "base64url")
    _flag = Record(lambda: FlagWords, "as")
    _joined = Record(lambda: Joined, "as")

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the value of *node*; a mapping is a list where it says `joined`."""
        if isinstance(node, Mapping):
            shape = self._joined if node.get("joined") is not None else self._flag
            return shape.read(node, findings)
        return self._word.read(node, findings)

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        shapes = (self._word, self._flag, self._joined)
        return {"anyOf": [shape.schema() for shape in shapes]}


@dataclass(frozen=True, slots=True)
class UrlRules(Written):
    """What an address may be."""

    schemes: tuple[str, ...] | None = key(
        Listing(Text("a scheme such as https", r"[a-z][a-z0-9+.-]*")), "its schemes"
    )
    ip: bool | None = key(Truth(), "whether its host may be a number")
    port: bool | None = key(Truth(), "whether it may name a port")
    forbids: tuple[str, ...] | None = key(
        Listing(Text("a word in small letters", r"[!-@\[-~]+")),
        "words that it must not hold",
    )


@dataclass(frozen=True, slots=True)
class Option(Written):
    """One of several sets of limits."""

    summary: str | None = key(Text(), "what such a value is", required=True)
    length: Any = key(Bounds(), "how many characters")
    chars: Any = key(CHARS, "the permitted characters")
    pattern: str | None = key(Text("a regular expression"), "a printed pattern")
    starts: tuple[str, ...] | None = key(Listing(Text("text")), "what it begins with")


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
class PartNames(Written):
    """The names that a part of a multipart body may not have."""

    not_: tuple[str, ...] | None = key(
        Listing(Text("the name of a part")), "the names it may not have", required=True
    )


@dataclass(frozen=True, slots=True)
class FieldSpec(Written):
    """One query parameter, header, member of a body, or item of a list."""

    type: str | None = key(word(*TYPES), "the type; unknown where the page is silent")
    printed: str | None = key(Text(), "the type as the page words it")
    required: Any = key(REQUIRED, "whether it must be there, or where it must")
    nullable: bool | None = key(Truth(), "whether null is documented")
    length: Any = key(
        Either(scalar=Bounds(), mapping=Record(lambda: LengthByScript, "length")),
        "how many characters",
    )
    range: Any = key(NumberBounds(), "the least and the greatest number")
    digits: int | None = key(
        Whole("a number of digits", 1, 40), "how many digits a number has at most"
    )
    decimals: Any = key(Bounds(), "how many of them stand after the point")
    minor_units: int | None = key(
        Whole("a number of decimals", 0, 6),
        "of an amount in the smallest unit of its currency: the decimals it stands for",
    )
    pattern: str | None = key(Text("a regular expression"), "a printed pattern")
    chars: Any = key(CHARS, "the permitted characters")
    starts: tuple[str, ...] | None = key(
        Listing(Text("text")), "what a text may begin with"
    )
    holds: dict[str, int] | None = key(
        Table(Whole("how often", 0, 100), at_least=1),
        "texts that it holds, such as a variable, and how often",
    )
    standard: str | None = key(
        word(*STANDARDS), "the standard that says what the text looks like"
    )
    one_of: tuple[Option, ...] | None = key(
        Listing(Record(lambda: Option, "one-of")), "sets of limits of which one is kept"
    )
    pad: Padding | None = key(
        Record(lambda: Padding, "pad"), "how a short value is filled up"
    )
    url: UrlRules | None = key(
        Record(lambda: UrlRules, "url"), "what an address may be"
    )
    count: Any = key(Bounds(), "how many items a list has, or keys a map")
    blank: bool | None = key(
        Truth(), "whether it may be empty text though it has to be there"
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
    default_from: str | None = key(
        Text(), "what the partner computes that from, in our words"
    )
    server_changes: str | None = key(
        Text(), "what the partner changes in the value, in our words"
    )
    format: str | None = key(
        Text("a pattern of yyyy, MM, dd, HH, mm, ss, S, TZD"), "how a date is written"
    )
    zone: str | None = key(Text("a zone such as +07:00, or none"), "the time zone")
    unit: str | None = key(
        word("seconds", "milliseconds", UNKNOWN), "the unit of an epoch time"
    )
    as_: Any = key(
        WrittenAs(),
        "how the value is written: a number as text, true and false as other values,"
        " octets as base64, a list or a map packed into one text",
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
            scalar=word("caller", "clock", "nonce", "idempotency-key", "signature"),
            mapping=Record(lambda: FromSource, "source"),
        ),
        "where the value comes from; the caller, where it is not said. In a reply,"
        " clock: it is the time of the answer",
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
    media: tuple[str, ...] | None = key(Listing(MEDIA), "the media types of a file")
    size: Any = key(Bounds(), "how many octets a file has")
    pixels: str | None = key(
        Text("a size such as ..1024x1024", r"\.\.[1-9][0-9]*x[1-9][0-9]*"),
        "how wide and how high an image may be",
    )
    part: Any = key(
        Either(scalar=word("any"), mapping=Record(lambda: PartNames, "names of parts")),
        "the name of the part of a file, where the caller chooses it",
    )
    attribute: bool | None = key(
        Truth(), "whether it is an attribute of the XML element around it"
    )
    content: bool | None = key(
        Truth(), "whether it is the text of the XML element around it"
    )
    tag: str | None = key(
        Text("the name of an XML element", XML_NAME),
        "the XML element, where it is not called like the field",
    )
    attributes: dict[str, str] | None = key(
        Table(Text(), XML_NAME, "the name of an XML attribute", at_least=1),
        "XML attributes that tell its element from others of that tag",
    )
    namespace: str | None = key(
        Text("a namespace, or none"),
        "the namespace of its XML element; that of the element around it otherwise",
    )
    evidence: Any = key(FieldEvidence(), "where on the page the facts are")


@dataclass(frozen=True, slots=True)
class SealSpec(Written):
    """The envelope around a body."""

    in_: str | None = key(
        Text("the name of a member"), "the member that holds it; else the whole body"
    )
    as_: str | None = key(word(*SEALS), "what is made of the body", required=True)
    key_: KeySource | None = key(Record(lambda: KeySource, "key"), "the key of AES")
    key_written: str | None = key(
        word("text", "hex", "base64", "base64url"),
        "how the credential writes the key; as its text, if not said",
    )
    vector: str | None = key(
        Text("the name of a member"),
        "the member of the initialization vector; before the rest, if not said",
    )
    encoding: str | None = key(
        word("hex", "base64", "base64url"), "how octets are written; base64 otherwise"
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


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
    fields: dict[str, FieldSpec] | None = key(_fields, "its members", required=True)
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
    headers: dict[str, FieldSpec] | None = key(_headers, "the documented headers")
    body: Any = key(
        Either(scalar=word("none"), mapping=Record(lambda: BodySpec, "body")),
        "the body; none, where the reply has none",
        required=True,
    )
    conditions: tuple[ConditionSpec, ...] | None = key(
        _conditions, "what holds between several of its members"
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


def _codes() -> Table:
    return Table(Record(lambda: CodeSpec, "code"))


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
    seconds: int | None = key(Whole(), "how long a lifetime is")
    after: str | None = key(Text(), "the call that must come before")
    field: str | None = key(WHERE, "the member that it is about")
    per: str | None = key(word(*PER), "within what something is unique or limited")
    against: str | None = key(Text(), "what a value is limited by, in our words")
    calls: int | None = key(Whole(), "how many calls are taken")
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
    every: int | None = key(Whole(), "after how many seconds it is done again")
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

    every: int | None = key(Whole(), "after how many seconds", required=True)
    for_: int | None = key(Whole(), "for how many seconds at most", required=True)
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


@dataclass(frozen=True, slots=True)
class KeySource(Written):
    """The secret of a signature."""

    credential: str | None = key(NAME, "the credential that is the key", required=True)


@dataclass(frozen=True, slots=True)
class SignedWith(Written):
    """A value that is signed and not sent."""

    choices: ClassVar[tuple[str, ...]] = ("credential", "text")

    credential: str | None = key(NAME, "a credential")
    text: str | None = key(SOME_TEXT, "the same text every time")


@dataclass(frozen=True, slots=True)
class FieldsSpec(Written):
    """Members of the message that are signed, whichever are there."""

    of: tuple[str, ...] | None = key(
        Listing(SIGNED_PLACE), "where the members are", required=True
    )
    order: Any = key(
        Either(
            scalar=word("name", "documented"),
            sequence=Listing(Text("a wire name")),
        ),
        "in what order: by name, as documented, or these members and no others",
        required=True,
    )
    item: str | None = key(
        word("value", "pair"), "whether the name is signed with it", required=True
    )
    separator: str | None = key(
        ANY_TEXT, "what stands between two members", required=True
    )
    empty: str | None = key(
        word("left-out", "kept"), "what becomes of empty values", required=True
    )
    pair: str | None = key(
        ANY_TEXT, "what stands between name and value; =, if not said"
    )
    leaves_out: tuple[str, ...] | None = key(
        Listing(Text("a wire name")), "members that are not signed"
    )
    with_: dict[str, SignedWith] | None = key(
        Table(Record(lambda: SignedWith, "signed value"), at_least=1),
        "members that are signed in their place and not sent",
    )
    written: str | None = key(
        word("plain", "percent", "form"),
        "how names and values are escaped; plain, if not said",
    )
    strip: str | None = key(SOME_TEXT, "characters that are taken out of the values")
    case: str | None = key(word("upper", "lower"), "the letter case of it all")


@dataclass(frozen=True, slots=True)
class PartSpec(Written):
    """One part of what is signed that is not a word."""

    choices: ClassVar[tuple[str, ...]] = (
        "credential",
        "digest",
        "text",
        "field",
        "base64",
        "fields",
    )
    needs: ClassVar[MappingOf[str, str]] = {"minify": "digest", "as": "digest"}

    credential: str | None = key(NAME, "a credential")
    digest: str | None = key(word(*DIGESTS), "a digest of the body, in hex")
    minify: bool | None = key(Truth(), "whether white space is dropped before")
    as_: str | None = key(word(*ENCODINGS), "how the digest is written; hex otherwise")
    text: str | None = key(SOME_TEXT, "the same text every time")
    field: str | None = key(WHERE, "the value of one member; nothing if it is not sent")
    base64: str | None = key(word("body"), "the body in base64")
    fields: FieldsSpec | None = key(
        Record(lambda: FieldsSpec, "signed members"), "several members"
    )


@dataclass(frozen=True, slots=True)
class VectorSpec(Written):
    """A published example of a signature."""

    values: dict[str, Json] | None = key(
        Table(Value(), VECTOR_PLACE.pattern, VECTOR_PLACE.expects, at_least=1),
        "what is signed, by place: credentials.key, method, path, body.amount",
        required=True,
    )
    text: str | None = key(SOME_TEXT, "the text that is signed")
    signature: str | None = key(Text(), "the signature", required=True)
    evidence: Any = key(EVIDENCE, "where it is published")


def _parts() -> Listing:
    return Listing(
        Either(
            scalar=word("method", "path", "timestamp", "nonce", "body"),
            mapping=Record(lambda: PartSpec, "part"),
        ),
        repeats=True,
    )


@dataclass(frozen=True, slots=True)
class SignatureSpec(Written):
    """How a request is signed."""

    algorithm: str | None = key(word(*ALGORITHMS), "the algorithm")
    key_: KeySource | None = key(
        Record(lambda: KeySource, "key"), "the secret, or the private key of RSA"
    )
    parts: tuple[Any, ...] | None = key(_parts, "what is signed, in order")
    separator: str | None = key(ANY_TEXT, "what stands between the parts")
    encoding: str | None = key(
        word(*ENCODINGS, UNKNOWN), "how the signature is written"
    )
    suffix: tuple[Any, ...] | None = key(
        Listing(
            Either(scalar=SOME_TEXT, mapping=Record(lambda: KeySource, "suffix")),
            repeats=True,
        ),
        "what follows the signature, such as the index of the key",
    )
    query: str | None = key(
        word("included", "excluded", UNKNOWN), "whether the path part has the query"
    )
    vectors: tuple[VectorSpec, ...] | None = key(
        Listing(Record(lambda: VectorSpec, "vector")), "published examples"
    )
    evidence: Any = key(EVIDENCE, "where the recipe is documented")
    encoding_evidence: Any = key(EVIDENCE, "where the encoding is documented")


@dataclass(frozen=True, slots=True)
class ReplySignatureSpec(Written):
    """How a reply is signed; what is not said of key and algorithm is the call's."""

    at_: str | None = key(
        Text("a place such as headers.X-Sign", r"(?:headers|body)(?:\.[^.\s][^.]*)+"),
        "where in the reply the signature stands",
        required=True,
    )
    prefix: str | None = key(SOME_TEXT, "what stands before it")
    algorithm: str | None = key(word(*ALGORITHMS), "the algorithm")
    key_: KeySource | None = key(
        Record(lambda: KeySource, "key"), "the secret, or the public key of RSA"
    )
    parts: tuple[Any, ...] | None = key(
        _parts, "what is signed, in order", required=True
    )
    separator: str | None = key(
        ANY_TEXT, "what stands between the parts", required=True
    )
    encoding: str | None = key(word(*ENCODINGS), "how the signature is written")
    suffix: tuple[Any, ...] | None = key(
        Listing(
            Either(scalar=SOME_TEXT, mapping=Record(lambda: KeySource, "suffix")),
            repeats=True,
        ),
        "what follows the signature",
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)


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
    codes: dict[str, CodeSpec] | None = key(_codes, "the documented codes")
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
