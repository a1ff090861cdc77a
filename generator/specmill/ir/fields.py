"""Fields: what a value is, and where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, Literal

from ..constraints import Constraint, OneOf
from ..light import dataclass
from ..runtime.wire import Form
from ..verbatim import Said, compose
from .evidence import Evidence, Json, Known, Path


@dataclass(frozen=True, slots=True)
class Text:
    """Text."""


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""


@dataclass(frozen=True, slots=True)
class Boolean:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Anything:
    """A value whose type the page does not say."""


@dataclass(frozen=True, slots=True)
class Record:
    """An object of documented members."""

    name: str
    """The class name that it has in the models."""
    fields: tuple[Field, ...]
    open: bool
    """True where the page says, or leaves open, that there are other members."""
    is_file: bool = False
    """True for a file, whose members are what is known of it: its size and the like."""

    def at(self, path: Path) -> Type:
        """Return the type of the documented member at *path*, or of what it ends in."""
        field = next(each for each in self.fields if each.wire_name == path[0])
        if len(path) == 1 or not isinstance(field.type, Record):
            return field.type
        return field.type.at(path[1:])


@dataclass(frozen=True, slots=True)
class Array:
    """A list."""

    item: Field


@dataclass(frozen=True, slots=True)
class Map:
    """An object whose member names are not documented."""

    value: Field


Type = Text | Integer | Number | Boolean | Anything | Record | Array | Map


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlMark:
    """How a member stands in XML, where it is more than an element of its name."""

    kind: Literal["element", "attribute", "content"] = "element"
    tag: str = ""
    """The name of the element, where it is not the wire name."""
    attributes: tuple[tuple[str, str], ...] = ()
    """What tells the element from others of its tag."""
    namespace: str | None = None
    """The namespace of the element; that of the one around it where this is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The envelope around a body."""

    algorithm: str
    member: str
    """The member that holds it; empty where it is the whole body."""
    encoding: str
    key: str
    """The credential; empty where there is no key."""
    key_written: str
    vector_in: str
    """The member of the initialization vector; empty where it stands before the rest."""
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return it as a person is told it."""
        where = (
            compose("in the member {}", self.member) if self.member else "as a whole"
        )
        by = "" if self.algorithm == "base64" else f" by {self.algorithm}"
        return compose(
            "the body stands in an envelope of {}{}, {}", self.encoding, by, where
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a body is written."""

    format: Literal["json", "form", "multipart", "xml", "text", "csv", "none"] = "json"
    media: str = ""
    """The media type that the page names; empty for that of the format."""
    root: str = ""
    namespace: str = ""
    lists: Literal["repeat", "brackets", "commas"] = "repeat"
    layout: str = ""
    separator: str = ","
    header: bool = True
    sealed: Seal | None = None


JSON: Final = Writing()


# Where a value comes from ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Caller:
    """The caller passes it."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """It is always the one documented value."""

    value: Json


@dataclass(frozen=True, slots=True)
class FromCredential:
    """It is a credential of the client."""

    name: str


@dataclass(frozen=True, slots=True)
class FromBasic:
    """It is two credentials as HTTP Basic writes them."""

    user: str
    password: str


@dataclass(frozen=True, slots=True)
class FromFlow:
    """It is shared by all calls of one flow."""

    name: str


@dataclass(frozen=True, slots=True)
class FromClock:
    """It is the time of the call."""


@dataclass(frozen=True, slots=True)
class FromNonce:
    """It is made anew for each call."""

    length: int
    digits: bool


@dataclass(frozen=True, slots=True)
class FromIdempotencyKey:
    """It is made once for a call, and passed by the caller who makes that call again."""

    length: int
    digits: bool


@dataclass(frozen=True, slots=True)
class FromSignature:
    """It is the signature."""


@dataclass(frozen=True, slots=True)
class FromMembers:
    """It is made of other members of the request, one after the other."""

    places: tuple[Path, ...]
    separator: str


@dataclass(frozen=True, slots=True)
class FromReply(Said):
    """A reply of a call that a caller has a value from."""

    operation: str
    at: str
    """The place as the spec writes it, such as `body.orderId`."""

    def __str__(self) -> str:
        return compose("the reply of {}, at {}", self.operation, self.at)


Passed = Caller | FromFlow | FromIdempotencyKey
"""The sources of which a caller has an argument."""
Source = (
    Passed
    | Fixed
    | FromCredential
    | FromBasic
    | FromClock
    | FromNonce
    | FromSignature
    | FromMembers
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One query parameter, header, body member, or item of a list or map."""

    wire_name: str
    name: str
    """The Python name."""
    path: str
    """Where the fact stands, such as `request.body.head.token`."""
    type: Type
    printed: str
    """The type as the page words it, where that says more."""
    required: bool | Known
    nullable: bool
    constraints: tuple[Constraint, ...]
    form: Form[Any] | None
    """How a Python value is written, where the wire has an odd form."""
    source: Source
    prefix: str
    letter_case: Literal["exact", "upper", "lower", "unknown"]
    envelope: bool
    default: Json
    has_default: bool
    example: Json
    has_example: bool
    masked: bool
    secret: bool
    personal: bool
    deprecated: bool
    summary: str
    comes_from: str
    echoes: Path | None
    """Where in the request the value was, as (place, name, ...)."""
    xml: XmlMark | None = None
    blank: bool = False
    """True where it may be empty text though it has to be there."""
    minor_units: int | None = None
    """The decimals that a whole number of the smallest unit stands for."""
    from_reply: FromReply | None = None
    """The reply that `comes_from` speaks of, where it is one of a call."""
    default_from: str = ""
    server_changes: str = ""
    evidence: tuple[tuple[str, Evidence], ...]
    """The evidence by key, and under `else` that of every other key."""

    def evidence_of(self, key: str) -> Evidence:
        """Return the evidence of one key of the field."""
        by_key = dict(self.evidence)
        return by_key.get(key, by_key["else"])

    @property
    def listed(self) -> tuple[Json, ...]:
        """Return the values that are all it may have; none where none are listed."""
        limits = (limit for limit in self.constraints if isinstance(limit, OneOf))
        return tuple(value for limit in limits for value in limit.values)

    @property
    def is_needed(self) -> bool:
        """Tell whether a call must pass it."""
        return self.required is True and isinstance(self.source, Caller)

    @classmethod
    def bare(
        cls,
        name: str,
        kind: Type,
        evidence: Evidence,
        *,
        path: str,
        wire_name: str,
        required: bool | Known = True,
        nullable: bool = False,
        summary: str = "",
    ) -> Field:
        """Return a field that no page has, of which nothing else is to be said."""
        return cls(
            wire_name=wire_name,
            name=name,
            path=path,
            type=kind,
            printed="",
            required=required,
            nullable=nullable,
            constraints=(),
            form=None,
            source=Caller(),
            prefix="",
            letter_case="exact",
            envelope=False,
            default=None,
            has_default=False,
            example=None,
            has_example=False,
            masked=False,
            secret=False,
            personal=False,
            deprecated=False,
            summary=summary,
            comes_from="",
            echoes=None,
            evidence=(("else", evidence),),
        )


def members_of(envelope: Field) -> tuple[Field, ...]:
    """Return the members of an envelope as a caller sees them.

    None of them is required where the envelope itself may be left out.
    """
    assert isinstance(envelope.type, Record)
    if envelope.required is True:
        return envelope.type.fields
    return tuple(
        replace(each, required=False) if each.required is True else each
        for each in envelope.type.fields
    )
