"""One documented endpoint."""

from __future__ import annotations

from collections.abc import Iterator

from ..light import dataclass
from .evidence import Page
from .fields import Seal
from .replies import Code, Reply
from .requests import Request
from .rules import (
    Authentication,
    Defect,
    Pages,
    Polling,
    Repetition,
    Rule,
    States,
    Unknown,
)


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
