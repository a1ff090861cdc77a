"""Calls that the partner makes to us."""

from __future__ import annotations

from typing import Literal

from ..light import dataclass
from .evidence import Evidence, Path
from .fields import JSON, Caller, Field, Fixed, Record, Writing
from .operations import Operation


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
