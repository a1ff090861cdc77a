"""Credentials, and what one server adds to the pages or has otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from ..light import dataclass
from .evidence import Evidence, Json, Path
from .operations import Operation


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
