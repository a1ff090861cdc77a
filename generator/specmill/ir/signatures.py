"""Signatures, their parts and their proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from ..light import dataclass
from .evidence import Evidence, Json, Known, Path
from .fields import FromCredential

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
