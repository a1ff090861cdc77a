"""What the specs mean: frozen values with nothing left to decide.

Four rules: one value; every reference replaced by the thing it names; nothing implied,
no default left to apply; types structured, never text to be parsed again.
Order is the page's order everywhere.
"""

from __future__ import annotations

from ..light import dataclass
from .callbacks import Acknowledgement, Answered, Callback, Echo, Repeats, Replay
from .environments import (
    Check,
    CredentialDeclaration,
    Environment,
    Fetched,
    Played,
    Result,
    Sequence,
)
from .evidence import Evidence, Json, Known, Outcome, Page, Path
from .fields import (
    JSON,
    Anything,
    Array,
    Boolean,
    Caller,
    Field,
    Fixed,
    FromBasic,
    FromClock,
    FromCredential,
    FromFlow,
    FromIdempotencyKey,
    FromMembers,
    FromNonce,
    FromReply,
    FromSignature,
    Integer,
    Map,
    Number,
    Passed,
    Record,
    Seal,
    Source,
    Text,
    Type,
    Writing,
    XmlMark,
    members_of,
)
from .operations import Operation
from .replies import Code, Items, Relation, Reply, When
from .requests import Condition, Request
from .rules import (
    Authentication,
    Defect,
    Pages,
    Polling,
    Repetition,
    Rule,
    State,
    States,
    Unknown,
)
from .signatures import (
    Digest,
    EncodedBody,
    Encoding,
    FixedText,
    PartWord,
    Proof,
    Selection,
    Signature,
    SignedField,
    SignedPart,
    Vector,
    credentials_in,
)

__all__ = [
    "JSON",
    "Acknowledgement",
    "Answered",
    "Anything",
    "Api",
    "Array",
    "Authentication",
    "Boolean",
    "Callback",
    "Caller",
    "Check",
    "Code",
    "Condition",
    "CredentialDeclaration",
    "Defect",
    "Digest",
    "Echo",
    "EncodedBody",
    "Encoding",
    "Environment",
    "Evidence",
    "Fetched",
    "Field",
    "Fixed",
    "FixedText",
    "FromBasic",
    "FromClock",
    "FromCredential",
    "FromFlow",
    "FromIdempotencyKey",
    "FromMembers",
    "FromNonce",
    "FromReply",
    "FromSignature",
    "Integer",
    "Items",
    "Json",
    "Known",
    "Map",
    "Number",
    "Operation",
    "Outcome",
    "Page",
    "Pages",
    "PartWord",
    "Partner",
    "Passed",
    "Path",
    "Played",
    "Polling",
    "Proof",
    "Record",
    "Relation",
    "Repeats",
    "Repetition",
    "Replay",
    "Reply",
    "Request",
    "Result",
    "Rule",
    "Seal",
    "Selection",
    "Sequence",
    "Signature",
    "SignedField",
    "SignedPart",
    "Source",
    "State",
    "States",
    "Text",
    "Type",
    "Unknown",
    "Vector",
    "When",
    "Writing",
    "XmlMark",
    "credentials_in",
    "members_of",
]


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
