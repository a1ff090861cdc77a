"""What a generated callback module declares: one call that the partner makes to us.

A handler reads these declarations and nothing else; behavior lives in `receiving`.
Paths lead from a place of the call (`segments`, `query`, `headers`, `body`) inward.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .declare import (
    Argument,
    Basic,
    Body,
    Constant,
    Credential,
    CredentialDeclaration,
    Path,
    Rule,
    Signature,
    Validator,
)
from .light import dataclass
from .wire import Form

Kind = Literal["text", "integer", "boolean"]


@dataclass(frozen=True, slots=True)
class Echo:
    """What the call had at a path of its body; left out where it had nothing."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A credential that the call has to carry."""

    at: Path
    source: Credential | Basic
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The signature that the call has to carry."""

    at: Path
    recipe: Signature
    prefix: str = ""
    nonce_at: Path | None = None
    """The text that no other call has, where it is signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The member that tells when the call was made."""

    at: Path
    form: Form[object]
    prefix: str = ""
    window: int | None = None
    """Seconds that it may differ from our clock; None where no page says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One member of an acknowledgement."""

    place: Literal["headers", "body"]
    path: Path
    source: Constant | Echo | Argument
    required: bool = True
    form: Form[object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """One documented answer to the call."""

    http: int
    members: tuple[Answered, ...] = ()
    body: Body | None = None
    """How the body is written; None where there is none, or a text."""
    validate: Validator | None = None
    """Takes the body before it is written."""
    text: str | None = None
    """The body where it is this text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """One call that the partner makes to us."""

    partner: str
    name: str
    page: str
    """The address of the documentation page."""
    methods: tuple[str, ...]
    """None where the documentation does not say, and any is taken."""
    path: str | None
    """With `{name}` for a segment; None where it is for us to choose."""
    members: Mapping[str, Mapping[str, Kind]]
    """The documented members of segments, query and headers, and what they hold."""
    body: Body | None
    """How the body is written; None where there is none."""
    validate: Validator
    """Takes `{"query": {...}, "headers": {...}, "body": {...}}` as it came."""
    models: str
    """The name of the module of the event's model, imported when one is needed."""
    model: str
    carried: tuple[Carried, ...] = ()
    proof: Proof | None = None
    stamp: Stamp | None = None
    acknowledgements: Mapping[str, Acknowledged]
    credentials: tuple[CredentialDeclaration, ...] = ()
    rules: tuple[Rule, ...] = ()
    repeats: str = ""
    """What the partner does where no acknowledgement comes."""
    unsettled: tuple[str, ...] = ()
    """Names that `facts=` accepts for this callback."""
