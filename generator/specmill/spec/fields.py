"""One field: a parameter, a header, a member of a body or an item of a list."""

from __future__ import annotations

from typing import Any

from ..constraints import STANDARDS
from ..light import dataclass
from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import (
    Bounds,
    Either,
    Json,
    Listing,
    Literally,
    NumberBounds,
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
from .evidence import EVIDENCE, FieldEvidence
from .signatures import KeySource
from .sources import (
    CHARS,
    REQUIRED,
    FromReply,
    FromSource,
    LengthByScript,
    Option,
    Padding,
    UrlRules,
    WrittenAs,
)
from .words import HEADER_PATTERN, MEDIA, NAME, SEALS, TYPES, WHERE, XML_NAME


@dataclass(frozen=True, slots=True)
class Defaults(Written):
    """What holds for every field below that does not say it."""

    required: Any = key(OrUnknown(Truth()), "required, where a field does not say")
    evidence: Any = key(EVIDENCE, "the evidence, where a field does not say")


def fields_by_name() -> Table:
    return Table(Record(lambda: FieldSpec, "field"))


def headers_by_name() -> Table:
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
    fields: dict[str, FieldSpec] | None = key(
        fields_by_name, "the members of an object"
    )
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
    comes_from: Any = key(
        Either(scalar=Text(), mapping=Record(lambda: FromReply, "comes-from")),
        "where the caller gets the value: in our words, or a reply of a call",
    )
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
