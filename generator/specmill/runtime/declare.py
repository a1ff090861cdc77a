"""What a generated operation module declares: one documented endpoint, as values.

A client reads these declarations and nothing else; behavior lives in the other modules
of this package. Paths into a JSON value are tuples of wire names, in the page's order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Final, Literal

from .errors import ApiError
from .light import dataclass
from .secret import Secret
from .violations import Violation
from .wire import Form

HEADERS: Final = "$headers"
"""The wire name under which a reply holds its documented headers."""

Path = tuple[str, ...]
Literals = str | int | float | bool | None
Validator = Callable[[object], list[Violation]]
Encoding = Literal["hex", "HEX", "base64", "base64url"]
LetterCase = Literal["upper", "lower"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A value that the caller passes as the keyword argument *name*."""

    name: str


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential of the client, sent as it was supplied."""

    name: str


@dataclass(frozen=True, slots=True)
class Basic:
    """Two credentials, joined and encoded as HTTP Basic does, with its prefix."""

    user: str
    password: str


@dataclass(frozen=True, slots=True)
class FlowValue:
    """A value that all calls of one flow share: an argument, or taken from the flow."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """The one documented value."""

    value: Literals


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of the call, read once and used for every member that needs it."""


@dataclass(frozen=True, slots=True)
class Nonce:
    """Text made anew for each call: so many hexadecimal digits, or decimal ones."""

    length: int
    digits: bool = False


@dataclass(frozen=True, slots=True)
class IdempotencyKey:
    """The keyword argument *name*; made like a nonce for a call that does not pass it."""

    name: str
    length: int
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature of the request."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Other members of the request, one after the other."""

    places: tuple[Path, ...]
    """Each as (place, name, ...), such as `("body", "id")`."""
    separator: str = ""


Source = (
    Argument
    | Credential
    | Basic
    | FlowValue
    | Constant
    | Clock
    | Nonce
    | IdempotencyKey
    | Signed
    | Joined
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One documented part of a request: where it stands, what its value comes from."""

    place: Literal["segment", "query", "header", "body"]
    path: Path
    source: Source
    required: bool
    """True where the documentation says so; an unknown counts as not required."""
    prefix: str = ""
    form: Form[object] | None = None
    """How a Python value is written on the wire; text is always taken as it is."""
    secret: bool = False
    letter_case: LetterCase | Literal["unknown"] | None = None
    """`unknown`: the page leaves the letter case of the listed values open, the fact
    `<operation>.<member>.case` decides it, and until then values are sent as passed."""
    fact: str = ""
    """The name of this member in `facts=`, such as `verify_otp.body.action`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a value is, for formats of body in which everything is text."""

    kind: Literal[
        "any", "text", "integer", "number", "boolean", "object", "list", "map"
    ] = "text"
    members: Mapping[str, Shape] = field(default_factory=dict[str, "Shape"])
    """The members of an object by wire name, in the page's order."""
    item: Shape | None = None
    """What a list or a map holds."""
    xml: Literal["element", "attribute", "content"] = "element"
    tag: str = ""
    """The name of its XML element, where it is not the wire name."""
    attributes: tuple[tuple[str, str], ...] = ()
    """XML attributes that tell its element from others of the tag."""
    namespace: str | None = None
    """The namespace of its XML element; None: that of the element around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The envelope around a body: base64 of it, or of what AES makes of it."""

    algorithm: Literal[
        "base64", "AES-128-CBC", "AES-256-CBC", "AES-128-GCM", "AES-256-GCM"
    ]
    member: str = ""
    """The member of an object that holds it; empty where it is the whole body."""
    encoding: Literal["hex", "base64", "base64url"] = "base64"
    key: Credential | None = None
    key_written: Literal["text", "hex", "base64", "base64url"] = "text"
    vector_in: str = ""
    """The member of the initialization vector; empty where it stands before the rest."""
    secret: Secret | None = None
    """The key itself, in a call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """How a body is written; `codecs` has a writer and a reader for each format."""

    format: Literal["json", "form", "multipart", "xml", "text", "csv", "none"] = "json"
    media: str = ""
    """The media type that the page names; empty for that of the format."""
    shape: Shape = Shape(kind="object")
    root: str = ""
    namespace: str = ""
    lists: Literal["repeat", "brackets", "commas"] = "repeat"
    layout: str = ""
    """How text holds its members, such as `{status}:{id}`; empty for one member."""
    separator: str = ","
    header: bool = True
    """Whether the first line of CSV names the columns."""
    sealed: Seal | None = None
    """The envelope that it stands in."""


JSON: Final = Body()


@dataclass(frozen=True, slots=True)
class BodyDigest:
    """The digest of the body, as sent or without white space."""

    algorithm: Literal["MD5", "SHA-1", "SHA-256", "SHA-512"]
    minified: bool
    encoding: Encoding = "hex"


@dataclass(frozen=True, slots=True)
class FixedText:
    """The same text every time."""

    text: str


@dataclass(frozen=True, slots=True)
class SignedField:
    """The value at *path*, such as `("body", "amount")`; nothing where it is absent."""

    path: Path


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """The body in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Members of the message, whichever are there, as one text."""

    of: tuple[Path, ...]
    """Where they are, such as `("query",)`."""
    order: Literal["name", "documented", "listed"]
    names: tuple[str, ...] = ()
    """The documented members in their order; or those that are listed, and no others."""
    pair: str | None = None
    """What stands between name and value; None where values stand alone."""
    separator: str
    keeps_empty: bool
    leaves_out: tuple[str, ...] = ()
    added: tuple[tuple[str, Credential | FixedText], ...] = ()
    """Members that are signed and not sent."""
    written: Literal["plain", "percent", "form"] = "plain"
    strip: str = ""
    """Characters that are taken out of the values."""
    letter_case: LetterCase | None = None


PartWord = Literal["method", "path", "timestamp", "nonce", "body"]
SignedPart = (
    PartWord
    | Credential
    | BodyDigest
    | FixedText
    | SignedField
    | EncodedBody
    | Selection
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How a message is signed: *parts* joined by *separator*, keyed, encoded."""

    algorithm: Literal[
        "HMAC-MD5",
        "HMAC-SHA1",
        "HMAC-SHA256",
        "HMAC-SHA512",
        "MD5",
        "SHA1",
        "SHA256",
        "SHA512",
        "RSA-SHA256",
        "RSA-SHA512",
    ]
    """RSA is that of PKCS #1 v1.5; its key is a key in PEM."""
    key: Credential | None = None
    """None for a plain digest, of which the secret is a part."""
    parts: tuple[SignedPart, ...]
    separator: str
    encoding: Encoding | None
    """None: the documentation does not say; the fact `<operation>.signature.encoding`
    must be supplied."""
    suffix: tuple[FixedText | Credential, ...] = ()
    """What follows the signature, such as the index of the key."""
    signs_query: bool = False
    """True where the path that is signed has the query."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How a message that comes is proved to be the partner's."""

    recipe: Signature
    at: Path
    """Where the signature stands: `("headers", name)` or `("body", ...)`."""
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What tells one documented reply from the others; None and () ask nothing."""

    http: tuple[int, ...] | None = None
    """HTTP statuses; None where the documentation names none."""
    classes: tuple[int, ...] = ()
    """Classes of HTTP status: 2 for 2xx."""
    type: str = ""
    """The media type that the reply comes with."""
    asked: tuple[tuple[Path, Literals], ...] = ()
    """Members of the request that have these values, by (place, name)."""
    equals: tuple[tuple[Path, Literals], ...] = ()
    has: tuple[Path, ...] = ()
    lacks: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """How a reply tells what became of each of several items."""

    at: Path
    """Where the list of them is in the body."""
    attributes: tuple[str, ...]
    """The attributes that lead to the list in the model."""
    code: str
    """The member of an item that is its code, by wire name."""
    message: str = ""
    outcomes: Mapping[str, Literal["success", "alternative", "rejected", "unknown"]]
    """What the documented codes mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One documented reply: how it is recognized, what it means, what it is read as."""

    name: str
    when: When
    outcome: Literal["success", "alternative", "rejected", "unknown", "by-code"]
    model: str
    """The class in the operation's models module."""
    validate: Validator
    body: Body = JSON
    headers: Shape | None = None
    """The documented headers, as the members of an object."""
    validate_headers: Validator | None = None
    code_at: Path | None = None
    code_rest: tuple[Path, ...] = ()
    """Where the lower levels of a code of several levels are."""
    separator: str = ""
    """What stands between the levels of a code."""
    message_at: Path | None = None
    error: type[ApiError] | None = None
    """Raised where the outcome is `rejected` or `unknown` and no code tells more."""
    echoes: tuple[tuple[Path, Path], ...] = ()
    """Pairs (path in the reply body, place in the request) that carry one value, the
    place as (`segments`, `query`, `headers` or `body`, name, ...)."""
    proof: Proof | None = None
    """Asked before anything else of the reply is believed."""
    items: Items | None = None
    """What it tells of each of several items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What one documented code means; *error* is None for a success."""

    error: type[ApiError] | None
    http: int | None = None
    """The HTTP status that the code must come with, where it is documented."""
    agrees: tuple[tuple[Path, Literals], ...] = ()
    """Other members of the reply that the documentation fixes for this code."""
    match: Literal["exact", "range", "pattern"] = "exact"
    """`range`: it is listed as `1..19`; `pattern`: as `5xx54xx`, with x for a digit."""
    final: bool | None = None
    """Whether the outcome stays as it is; None where the documentation does not say."""
    retry_after: int | None = None
    """Seconds after which the documentation allows to repeat the call."""
    retry_times: int | None = None
    within: tuple[str, ...] = ()
    """The replies that alone have it, of a success that not every reply may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A documented rule that is not about one value."""

    kind: str
    says: str
    seconds: int | None = None
    """The length of a `lifetime`."""
    terms: Mapping[str, object] = field(default_factory=dict[str, object])
    """What else the kind asks for, such as `per` of `unique`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One documented state of what an operation is about."""

    final: bool | None = None
    """None where the documentation does not say."""
    allows: tuple[str, ...] = ()
    """The operations that may be called in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The documented states, and where in the replies they stand."""

    at: Path
    values: Mapping[str, State]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How a long list is asked for in parts."""

    skip: str
    count: str
    """The arguments that say how many items to skip and to return."""
    items: tuple[str, ...]
    """The attributes that lead to the items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """How often a call is made until a state is final, in seconds."""

    every: int
    lasts: int


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a call may be repeated with: the key that it was made with."""

    at: Path
    """The member that carries the key, such as `("headers", "Idempotency-Key")`."""
    lasts: int | None = None
    """The seconds in which the partner knows the key, where they are documented."""


@dataclass(frozen=True, slots=True)
class Link:
    """A value that a caller has from a reply of another call of the partner."""

    member: Path
    """Where it is sent, as (place, name, ...)."""
    operation: str
    at: str
    """Where that reply has it, such as `body.orderId` or `headers.Location`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Operation:
    """One documented endpoint; each is itself alone, so that its plan is found by it."""

    partner: str
    name: str
    page: str
    """The address of the documentation page."""
    method: str | None
    path: str | None
    """Method and path, with `{name}` for a segment; None where the documentation does
    not say: the facts `<operation>.method` and `<operation>.path` must be supplied."""
    methods: tuple[str, ...] = ()
    """Every method that the page allows, where it allows several: the fact
    `<operation>.method` chooses another than the first."""
    members: tuple[Member, ...]
    has_body: bool
    body: Body = JSON
    """How the body is written, where there is one."""
    objects: tuple[Path, ...] = ()
    """Objects of the body that are required, whether or not a member is passed."""
    validate: Validator
    """Takes `{"segments": {...}, "query": {...}, "headers": {...}, "body": {...}}` as
    it will be sent."""
    replies: tuple[Reply, ...]
    codes: Mapping[str, Code]
    models: str
    """The name of the module of the reply models, imported when one is needed."""
    signature: Signature | None = None
    rules: tuple[Rule, ...] = ()
    may_repeat: bool = False
    """True only where the documentation says that a repeated call is safe."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """Groups of credentials: a call has the first of which all are supplied."""
    certificate: bool = False
    """True where the client presents a certificate of its own."""
    repetition: Repetition | None = None
    """With what a repeated call is safe, where the documentation says so."""
    states: States | None = None
    pages: Pages | None = None
    polling: Polling | None = None
    """Only of an operation that may be repeated and has a final state."""
    unsettled: tuple[str, ...] = ()
    """Names that `facts=` accepts for this operation."""
    links: tuple[Link, ...] = ()
    """What a caller has from replies of other calls: told, and followed by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The call that returns a credential, and how long that lasts."""

    operation: str
    """The module that declares the call."""
    at: Path
    """Where in its reply the credential is."""
    lasts: float | Path | None = None
    """Seconds, or where in the reply they are; None where the page does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialDeclaration:
    """A value that identifies the caller, and the variable that it is read from."""

    name: str
    variable: str
    """The environment variable, such as `AYOCONNECT_CLIENT_SECRET`."""
    summary: str
    secret: bool = True
    fetched: Fetched | None = None
    """The call that returns it where nobody supplies it."""
    rsa: Literal["", "private", "public"] = ""
    """Which key of RSA it is, where it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """One server of a partner."""

    name: str
    base_url: str | None
    """None where the documentation does not say."""
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What this server settles, by the names that `facts=` takes."""
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    """Environment variables of credentials that have others here, by credential."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One provider: its environments and the credentials that its operations use."""

    name: str
    title: str
    environments: tuple[Environment, ...]
    credentials: tuple[CredentialDeclaration, ...]
    base_url_variable: str
    """The environment variable that replaces the base URL, such as `PAYTM_BASE_URL`."""
