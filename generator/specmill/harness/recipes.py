"""Members of a request that the caller does not make up, and how a message is signed."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Literal

from .light import dataclass
from .pointers import Steps


@dataclass(frozen=True, slots=True)
class Source:
    """A member of the request that the caller does not make up."""

    pointer: str
    kind: Literal["credential", "basic", "clock", "nonce", "key", "signature"]
    """`key` is an idempotency key, which a caller may pass."""
    names: tuple[str, ...]
    """The credentials."""
    prefix: str

    def carried(self, credentials: Mapping[str, str]) -> str | None:
        """Return what a member that carries credentials holds; None for another."""
        if self.kind == "credential":
            return self.prefix + credentials[self.names[0]]
        if self.kind == "basic":
            pair = ":".join(credentials[name] for name in self.names)
            return "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")
        return None


@dataclass(frozen=True, slots=True)
class Moment:
    """How a member writes a date or a time."""

    pointer: str
    kind: Literal["pattern", "seconds", "milliseconds", "epoch"]
    """`epoch`: the page does not say which of the two it counts."""
    pattern: str
    zone: str
    none: str | None
    """The text that stands for no date."""
    as_text: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what is signed."""

    kind: Literal[
        "method",
        "path",
        "timestamp",
        "nonce",
        "credential",
        "body",
        "raw",
        "base64",
        "text",
        "field",
        "fields",
    ]
    """`body` is a digest of the body, `raw` the body itself."""
    name: str
    """The credential, the digest, the text or the pointer of the field."""
    minified: bool = False
    encoding: str = "hex"
    """How a digest is written."""
    selection: Selection | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Members that are signed, whichever are there."""

    of: tuple[Steps, ...]
    order: Literal["name", "documented", "listed"]
    names: tuple[str, ...]
    pair: str | None
    """What stands between name and value; None where values stand alone."""
    separator: str
    keeps_empty: bool
    leaves_out: tuple[str, ...]
    added: Mapping[str, Part]
    """Members that are signed and not sent."""
    written: Literal["plain", "percent", "form"]
    strip: str
    letter_case: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a request is signed."""

    algorithm: str
    key: str
    """The credential; empty for a plain digest."""
    parts: tuple[Part, ...]
    separator: str
    encoding: str
    signs_query: bool
    """True where the path that is signed has the query of the request."""
    suffix: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """How a reply is signed, and where its signature stands."""

    at: Steps
    prefix: str
    recipe: Recipe
