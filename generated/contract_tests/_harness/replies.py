"""What the page says of answers: replies, codes, and what holds of members together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from .bodies import JSON, Body, text_of
from .light import dataclass
from .pointers import NOTHING, Json, Steps, found, same, sent_at
from .recipes import Moment, Proof


@dataclass(frozen=True, slots=True)
class Relation:
    """A value that a reply has with some codes and with no other."""

    at: Steps
    value: Json
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked of several members of one message together."""

    when: Json
    """Where it is asked; None for always."""
    then: Json
    at: Steps
    """The member that is told where it is broken."""
    kind: str
    """The fault that a broken one is: `absent` or `value`."""
    says: str
    moments: tuple[Moment, ...]
    """How the times that it compares are written."""


@dataclass(frozen=True, slots=True)
class Items:
    """How a reply tells what became of each of several items."""

    at: Steps
    code: str
    message: str
    outcomes: Mapping[str, str]

    def undocumented(self, body: Json) -> Iterator[str]:
        """Yield what is wrong with the codes of the items in *body*, as sentences."""
        listed = found(body, self.at)
        for number, item in enumerate(listed if isinstance(listed, list) else ()):
            code = item.get(self.code) if isinstance(item, dict) else None
            if str(code) not in self.outcomes:
                yield f"the item {number} has a code that the page does not list"


@dataclass(frozen=True, slots=True)
class Reply:
    """One documented reply."""

    name: str
    outcome: str
    http: tuple[int, ...]
    """Empty where the page names no status."""
    equals: tuple[tuple[Steps, Json], ...]
    has: tuple[Steps, ...]
    lacks: tuple[Steps, ...]
    code_at: Steps | None
    message_at: Steps | None
    columns: Mapping[str, Steps]
    echoes: tuple[tuple[Steps, Steps], ...]
    """Pairs (place in the reply, place in the request) that hold one value."""
    relations: tuple[Relation, ...]
    conditions: tuple[Condition, ...]
    schema: Json
    example: Json
    classes: tuple[int, ...] = ()
    """Classes of HTTP status: 2 for 2xx."""
    type: str = ""
    """The media type that it comes with; empty where the page names none."""
    asked: tuple[tuple[Steps, Json], ...] = ()
    """What the request has at places."""
    body: Body = JSON
    headers: Json = None
    """The schema of the documented headers, in lower case; None where none are."""
    header_example: Mapping[str, Json] = field(default_factory=dict[str, Json])
    code_rest: tuple[Steps, ...] = ()
    """Where the lower levels of the code are."""
    separator: str = ""
    proof: Proof | None = None
    """How it is signed; None where it is not."""
    items: Items | None = None
    """What it tells of each of several items."""

    @property
    def code_places(self) -> tuple[Steps, ...]:
        return () if self.code_at is None else (self.code_at, *self.code_rest)

    @property
    def names_status(self) -> bool:
        return bool(self.http or self.classes)

    @property
    def status(self) -> int:
        """A status that it comes with; 200 where the page names none."""
        listed = (*self.http, *(each * 100 for each in self.classes))
        return listed[0] if listed else 200

    @property
    def media(self) -> str:
        """What its Content-Type is; empty for a reply without a body."""
        return self.type or self.body.media

    def takes(self, status: int) -> bool:
        return (
            not self.names_status
            or status in self.http
            or status // 100 in self.classes
        )

    def is_asked_by(self, request: Json) -> bool:
        """Tell whether a request has what the reply is for."""
        return all(
            NOTHING is not (told := sent_at(request, at))
            and text_of(told) == text_of(value)
            for at, value in self.asked
        )

    def is_like(self, other: Reply) -> bool:
        """Tell whether an answer written as *other* could be this reply."""
        is_asked = all(each in other.asked for each in self.asked)
        is_of_type = self.type in ("", other.type)
        return self.body.format == other.body.format and is_of_type and is_asked

    def meets(self, status: int, body: Json) -> bool:
        """Tell whether an answer is this reply, by what tells it from the others."""
        return (
            self.takes(status)
            and isinstance(body, dict)
            and all(same(found(body, at), value) for at, value in self.equals)
            and all(found(body, at) is not NOTHING for at in self.has)
            and all(found(body, at) is NOTHING for at in self.lacks)
        )


@dataclass(frozen=True, slots=True)
class Code:
    """One documented code."""

    code: str
    outcome: str
    message: str
    http: int | None
    columns: Mapping[str, Json]
    """Values by the reply's column names."""
    reply: str
    """The reply that carries it."""
    answers: tuple[str, ...]
    """The kinds of fault that it answers."""
    match: str = "exact"
    """`range` or `pattern`, where it stands for many codes."""
    sample: str = ""
    """One of them."""
    messages: tuple[str, ...] = ()
    """The documented texts, where there are several."""

    @property
    def shown(self) -> str:
        """Return the code as it comes."""
        return self.sample or self.code
