"""What the specs mean: frozen values with nothing left to decide.

Four rules: one value; every reference replaced by the thing it names; nothing implied,
no default left to apply; types structured, never text to be parsed again.
Order is the page's order everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from . import conditions
from .constraints import Constraint
from .runtime.wire import Form

Json = Any
Path = tuple[str, ...]
Known = Literal["unknown"]
"""The type of a fact that the page does not state, beside the type of its value."""

Outcome = Literal["success", "alternative", "rejected", "unknown", "by-code"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact comes from."""

    kind: Literal["table", "prose", "example", "external", "inferred"]
    detail: str = ""
    """The source of external evidence, the reason of an inference."""

    @property
    def documented(self) -> bool:
        """Tell whether the page itself or another public source states the fact."""
        return self.kind != "inferred"

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}" if self.detail else self.kind


@dataclass(frozen=True, slots=True)
class Page:
    """One documentation page."""

    name: str
    title: str
    url: str
    read: str


# Types, as values stand on the wire ------------------------------------------------


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
        where = f"in the member {self.member}" if self.member else "as a whole"
        by = "" if self.algorithm == "base64" else f" by {self.algorithm}"
        return f"the body stands in an envelope of {self.encoding}{by}, {where}"


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
    default_from: str = ""
    server_changes: str = ""
    evidence: tuple[tuple[str, Evidence], ...]
    """The evidence by key, and under `else` that of every other key."""

    def evidence_of(self, key: str) -> Evidence:
        """Return the evidence of one key of the field."""
        by_key = dict(self.evidence)
        return by_key.get(key, by_key["else"])


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


Encoding = Literal["hex", "HEX", "base64", "base64url"]


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest of the body."""

    algorithm: Literal["MD5", "SHA-1", "SHA-256", "SHA-512"]
    minified: bool
    encoding: Encoding = "hex"


@dataclass(frozen=True, slots=True)
class FixedText:
    """The same text every time."""

    text: str


@dataclass(frozen=True, slots=True)
class SignedField:
    """The value of one member; nothing where it is not there."""

    at: Path


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """The body in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Members of the message, whichever are there, as one text."""

    of: tuple[Path, ...]
    order: Literal["name", "documented", "listed"]
    names: tuple[str, ...]
    """The documented members in their order, or those that are listed."""
    pair: str | None
    """What stands between name and value; None where values stand alone."""
    separator: str
    keeps_empty: bool
    leaves_out: tuple[str, ...]
    added: tuple[tuple[str, FromCredential | FixedText], ...]
    """Members that are signed and not sent."""
    written: Literal["plain", "percent", "form"]
    strip: str
    letter_case: Literal["", "upper", "lower"]


PartWord = Literal["method", "path", "timestamp", "nonce", "body"]
SignedPart = (
    PartWord
    | FromCredential
    | Digest
    | FixedText
    | SignedField
    | EncodedBody
    | Selection
)


@dataclass(frozen=True, slots=True)
class Vector:
    """A published example of a signature."""

    values: tuple[tuple[str, Json], ...]
    """What is signed by place, such as `credentials.key` and `body.amount`."""
    text: str
    """The text that is signed; empty where it is not published."""
    signature: str
    holds: bool
    """False where a defect says that the example is wrong."""
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How a request is signed."""

    algorithm: str
    key: str
    """The credential that is the key; empty for a plain digest."""
    parts: tuple[SignedPart, ...]
    separator: str
    encoding: Encoding | Known
    query: Literal["included", "excluded", "unknown"]
    """Whether the path that is signed has the query of the request."""
    suffix: tuple[FixedText | FromCredential, ...] = ()
    """What follows the signature."""
    vectors: tuple[Vector, ...] = ()
    evidence: Evidence
    encoding_evidence: Evidence

    def credentials(self) -> Iterator[str]:
        """Yield the names of the credentials that it is made of."""
        if self.key:
            yield self.key
        yield from credentials_in((*self.parts, *self.suffix))


def credentials_in(parts: Iterable[SignedPart]) -> Iterator[str]:
    """Yield the names of the credentials that are signed."""
    for part in parts:
        if isinstance(part, FromCredential):
            yield part.name
        elif isinstance(part, Selection):
            added = (value for _, value in part.added)
            yield from (each.name for each in added if isinstance(each, FromCredential))


@dataclass(frozen=True, slots=True)
class Proof:
    """How a message that comes is proved to be the partner's."""

    recipe: Signature
    at: Path
    """Where the signature stands: ("headers", name) or ("body", ...)."""
    prefix: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What the page asks of several members of one message together."""

    name: str
    """Its name among those of the message, such as `conditions.1`."""
    asks: conditions.Condition
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is sent."""

    method: str
    """The HTTP method that is sent, or `unknown`."""
    methods: tuple[str, ...] = ()
    """Every method that the page allows, where there are several."""
    path: str
    """The path below the server's URL, with `{name}` for a segment, or `unknown`."""
    by_browser: bool = False
    """True where a browser is sent to the URL, and no call is made."""
    method_evidence: Evidence
    path_evidence: Evidence
    segments: tuple[Field, ...] = ()
    query: tuple[Field, ...]
    headers: tuple[Field, ...]
    body: Record | None
    writing: Writing = JSON
    signature: Signature | None
    conditions: tuple[Condition, ...] = ()

    def places(self) -> Iterator[tuple[str, tuple[Field, ...]]]:
        """Yield the parts of the request that have fields, by name."""
        if self.segments:
            yield "segments", self.segments
        yield "query", self.query
        yield "headers", self.headers
        yield "body", self.body.fields if self.body else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What tells a reply from the others."""

    http: tuple[int, ...] | Known
    classes: tuple[int, ...] = ()
    """Classes of HTTP status: 2 for 2xx."""
    type: str = ""
    """The media type; empty where the page names none."""
    asked: tuple[tuple[Path, Json], ...] = ()
    """Members of the request that have these values, by (place, name)."""
    equals: tuple[tuple[Path, Json], ...]
    has: tuple[Path, ...]
    lacks: tuple[Path, ...]

    @property
    def statuses(self) -> tuple[str, ...]:
        """Return the HTTP statuses and classes as people write them."""
        listed = () if isinstance(self.http, str) else self.http
        return (*map(str, listed), *(f"{each}xx" for each in self.classes))

    def takes(self, status: int) -> bool:
        """Tell whether a reply with *status* may be this one."""
        if isinstance(self.http, str):
            return True
        return status in self.http or status // 100 in self.classes

    def samples(self) -> tuple[int, ...]:
        """Return statuses that it takes: each that is listed, one of each class."""
        listed = (200,) if isinstance(self.http, str) else self.http
        return (*listed, *(each * 100 for each in self.classes))


@dataclass(frozen=True, slots=True)
class Relation:
    """A value in a reply that comes with some codes and with no other."""

    at: Path
    value: Json
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """How a reply tells what became of each of several items."""

    at: Path
    attributes: Path
    """The attributes that lead to the items in the model of the reply."""
    code: str
    message: str
    """The members of an item that are its code and its message, by wire name."""
    outcomes: tuple[tuple[str, str], ...]
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return it as a person is told it."""
        listed = ", ".join(f"{code} is {means}" for code, means in self.outcomes)
        return (
            f"Each item of `{'.'.join(self.attributes)}` has an outcome of its own, which"
            f" `item_outcomes` of `_runtime.partial` returns: {listed} ({self.evidence})"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One documented reply."""

    name: str
    summary: str
    label: str
    when: When
    outcome: Outcome
    error: str
    """The exception's class name; empty where the reply raises none of its own."""
    then: str
    body: Record
    writing: Writing = JSON
    headers: Record | None = None
    """The documented headers; None where there are none."""
    code_at: Path | None
    message_at: Path | None
    columns: tuple[tuple[str, Path], ...]
    relations: tuple[Relation, ...]
    """Values that come exactly with some codes; only a server's own notes say such."""
    conditions: tuple[Condition, ...]
    example: Json
    has_example: bool
    repaired: str
    evidence: Evidence
    code_rest: tuple[Path, ...] = ()
    """Where the lower levels of the code are."""
    separator: str = ""
    """What stands between the levels of a code."""
    proof: Proof | None = None
    """How it is proved to be the partner's, where the page says so."""
    items: Items | None = None
    """What it tells of each of several items."""

    def parts(self) -> Iterator[tuple[Field, ...]]:
        """Yield the fields of the headers, if any are documented, and of the body."""
        if self.headers is not None:
            yield self.headers.fields
        yield self.body.fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One documented code."""

    code: str
    outcome: Literal["success", "alternative", "rejected", "unknown"]
    message: str
    error: str
    """The exception's class name; empty for a success."""
    summary: str
    then: str
    http: int | None
    agrees: tuple[tuple[str, Json], ...]
    """Values by the reply's column names."""
    replies: tuple[str, ...]
    """The replies that the code occurs in."""
    answers: tuple[str, ...]
    """The faults of a request that it answers."""
    evidence: Evidence
    match: Literal["exact", "range", "pattern"] = "exact"
    sample: str = ""
    """One of the codes of a range or pattern, which no other row has."""
    messages: tuple[str, ...] = ()
    """The documented texts, where there are several."""
    final: bool | None = None
    retry_after: int | None = None
    retry_times: int | None = None

    @property
    def shown(self) -> str:
        """Return the code as it comes, for one of many."""
        return self.sample or self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A documented rule that is not about one value."""

    say: str
    kind: str
    seconds: int | None
    after: str
    field: str
    evidence: Evidence
    terms: tuple[tuple[str, Json], ...] = ()
    """What its kind asks for, such as `per`, in the order of its keys."""
    told: str = ""
    """The terms in a few words."""

    @property
    def sentence(self) -> str:
        """Return the rule as a person is told it, with its evidence."""
        terms = f"{self.told}; " if self.told else ""
        return f"{self.say} ({terms}{self.evidence})"


@dataclass(frozen=True, slots=True)
class State:
    """One state of what an operation is about."""

    value: str
    final: bool | None
    allows: tuple[str, ...]
    """The operations that may be called in it."""
    summary: str

    def __str__(self) -> str:
        final = {True: "final", False: "not final", None: "not said whether final"}
        allows = f"allows {', '.join(self.allows)}" if self.allows else ""
        told = ", ".join(filter(None, (final[self.final], allows, self.summary)))
        return f"{self.value} ({told})"


@dataclass(frozen=True, slots=True)
class States:
    """The documented states, and where in the replies they stand."""

    at: Path
    values: tuple[State, ...]
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return the states as a person is told them."""
        listed = ", ".join(map(str, self.values))
        return f"States at {'.'.join(self.at)}: {listed} ({self.evidence})"


@dataclass(frozen=True, slots=True)
class Pages:
    """How a long list is asked for in parts."""

    skip: str
    """The argument that says how many items to skip."""
    count: str
    """The argument that says how many items to return."""
    items: Path
    """The attributes that lead to the items in the model of a reply."""
    item: str
    """The class of an item; empty for a value that is no object."""
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return it as a person is told it."""
        return f"`{self.count}` items after the first `{self.skip}` ({self.evidence})"


@dataclass(frozen=True, slots=True)
class Polling:
    """How often a call is made until a state is final, in seconds."""

    every: int
    lasts: int
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return the schedule as a person is told it."""
        return (
            f"Asked every {self.every} s for at most {self.lasts} s ({self.evidence})"
        )


@dataclass(frozen=True, slots=True)
class Authentication:
    """What a page says of how a caller proves who it is."""

    kind: str
    """`none`, `unknown` or `some`."""
    alternatives: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Named groups of credentials of which a call has one; the first is preferred."""
    certificate: bool = False
    """True where the client presents a certificate of its own."""
    evidence: Evidence = Evidence("inferred", "not said")

    def sentences(self) -> Iterator[str]:
        """Yield it as a person is told it."""
        if self.kind == "none":
            yield "The page says that there is no authentication"
        if self.kind == "unknown":
            yield "The page does not say how a caller is authenticated"
        if self.alternatives:
            ways = (
                " and ".join(f"`{n}`" for n in group) for _, group in self.alternatives
            )
            yield f"Credentials: {', or '.join(ways)} ({self.evidence})"
        if self.certificate:
            says = (
                "The client presents a certificate of its own: pass it in `ssl_context`"
            )
            yield f"{says} ({self.evidence})"


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a call may be made again: with the key that it was made with."""

    at: Path
    """The member that carries the key, as (place, name, ...)."""
    argument: str
    lasts: int | None
    """The seconds in which the partner knows the key; None where no page says it."""
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return it as a person is told it."""
        within = "" if self.lasts is None else f" within {self.lasts} s"
        return (
            f"A call may be made again{within} with the `{self.argument}` of the first,"
            f" which an error has as `idempotency_key` ({self.evidence})"
        )


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect of the page, and what was decided about it."""

    id: str
    page: str
    decided: str
    explains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A fact that the page does not state."""

    fact: str
    """Its name, such as `verify_otp.signature.encoding`."""
    says: str
    needed: bool
    """True where no call can be made without it."""
    can_be_supplied: bool
    """True where `facts=` or an environment settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One documented endpoint."""

    name: str
    summary: str
    page: Page
    effect: str
    """What a call changes; empty where it changes nothing."""
    may_repeat: bool
    request: Request
    replies: tuple[Reply, ...]
    codes: tuple[Code, ...]
    rules: tuple[Rule, ...]
    defects: tuple[Defect, ...]
    unknowns: tuple[Unknown, ...]
    spec: str
    """The path of the spec file."""
    states: States | None = None
    polling: Polling | None = None
    pages: Pages | None = None
    repetition: Repetition | None = None
    authentication: Authentication | None = None

    def seals(self) -> Iterator[tuple[str, Seal]]:
        """Yield the envelopes of its bodies, by the names of their facts."""
        if self.request.writing.sealed is not None:
            yield "sealed", self.request.writing.sealed
        for reply in self.replies:
            if reply.writing.sealed is not None:
                yield f"replies.{reply.name}.sealed", reply.writing.sealed


@dataclass(frozen=True, slots=True)
class Echo:
    """It is what the call had at a place of its body."""

    path: Path


@dataclass(frozen=True, slots=True)
class Answered:
    """One member of an acknowledgement, and where its value comes from."""

    place: Literal["headers", "body"]
    path: Path
    field: Field
    source: Fixed | Echo | Caller
    argument: str
    """The keyword argument that it is, where the caller passes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """One answer to a call of the partner's."""

    name: str
    summary: str
    http: int
    members: tuple[Answered, ...]
    body: Record | None
    """What the members that stand in the body make up."""
    writing: Writing = JSON
    text: str | None
    """The whole body, where it is text."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Replay:
    """How many seconds the time that a call tells may differ from ours."""

    at: Path
    """The member that is its time, as (place, name, ...)."""
    window: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Repeats:
    """What the partner does where no acknowledgement comes."""

    say: str
    every: int | None
    times: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """One call that the partner makes to us."""

    operation: Operation
    """The call as a request, and what we answer with a body as its replies."""
    acknowledgements: tuple[Acknowledgement, ...]
    """None where the page does not say what to answer."""
    replay: Replay | None
    repeats: Repeats | None

    @property
    def name(self) -> str:
        return self.operation.name


@dataclass(frozen=True, slots=True)
class Fetched:
    """The call that returns a credential, and how long that lasts."""

    operation: str
    at: Path
    """Where it is in the body of the replies that have it."""
    lasts: int | Path | None
    """Seconds, or where the body has them; None where the page does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialDeclaration:
    """A value that identifies the caller."""

    name: str
    summary: str
    secret: bool
    variable: str
    comes_from: str
    example: str
    evidence: Evidence
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What a server looks at, and what it answers to each fault found there."""

    places: tuple[Path, ...]
    """Places of the request, in order; none where the body as a whole is looked at."""
    answers: tuple[tuple[str, str], ...]
    """Codes or names of replies by the kind of fault."""
    wrong: tuple[tuple[Path, tuple[Json, ...]], ...]
    """More values outside of the limits, by place."""
    unsettled: bool = False
    """True where nobody says whether it comes before the next check or after it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a server answers to a request that passed its checks."""

    when: tuple[tuple[Path, Json], ...]
    """Values by place; none for every request."""
    answer: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """What a server answers to one request that is sent again."""

    values: tuple[tuple[Path, str], ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One operation as one server plays it."""

    operation: Operation
    """The operation with everything that the server adds or has otherwise."""
    values: tuple[tuple[Path, Json], ...]
    accepts: tuple[tuple[Path, tuple[Json, ...]], ...]
    checks: tuple[Check, ...]
    results: tuple[Result, ...]
    sequences: tuple[Sequence, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """One server of a partner."""

    name: str
    summary: str
    base_url: str
    """Its URL, or `unknown`."""
    printed: str = ""
    """The address as the page prints it, with its placeholders."""
    evidence: Evidence | None
    facts: Mapping[str, str]
    variables: Mapping[str, str]
    """The environment variables of credentials that have others here."""
    values: Mapping[str, str]
    """The credentials that a public sandbox tells everyone."""
    operations: tuple[Played, ...]
    """The operations of which the environment says more than the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One provider."""

    name: str
    title: str
    summary: str
    pages: tuple[Page, ...]
    environments: tuple[Environment, ...]
    """The servers that a client can choose."""
    played: tuple[Environment, ...]
    """The environments of which more is known than the pages say."""
    credentials: tuple[CredentialDeclaration, ...]
    operations: tuple[Operation, ...]
    defects: tuple[Defect, ...]
    """Those of the standard that it follows, then its own."""
    base_url_variable: str
    specs: tuple[str, ...]
    """The paths of the files that say so."""
    callbacks: tuple[Callback, ...] = ()
    """The calls that it makes to us."""

    @property
    def calls(self) -> tuple[Operation, ...]:
        """Return the calls in both directions, as requests."""
        return (*self.operations, *(each.operation for each in self.callbacks))


@dataclass(frozen=True, slots=True)
class Api:
    """Everything that the specs say."""

    package: str
    """The name of the generated package."""
    partners: tuple[Partner, ...]
