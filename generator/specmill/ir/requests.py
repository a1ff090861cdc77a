"""A request, and what holds between its members."""

from __future__ import annotations

from collections.abc import Iterator

from .. import conditions
from ..light import dataclass
from .evidence import Evidence
from .fields import JSON, Field, Record, Writing
from .signatures import Signature


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
