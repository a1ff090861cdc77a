"""Replies and codes: how an answer is told, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..light import dataclass
from ..verbatim import compose, joined
from .evidence import Evidence, Json, Known, Outcome, Path
from .fields import JSON, Field, Record, Writing
from .requests import Condition
from .signatures import Proof


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
        listed = joined(
            ", ", (compose("{} is {}", code, means) for code, means in self.outcomes)
        )
        return compose(
            "Each item of `{}` has an outcome of its own, which"
            " `item_outcomes` of `_runtime.partial` returns: {} ({})",
            ".".join(self.attributes),
            listed,
            self.evidence,
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
