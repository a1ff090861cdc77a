"""What is the same for every call of an operation, worked out at the first one.

Below `prepare`: an operation is declared as its page has it, and its plan is how the
members are gone through.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from .declare import (
    Basic,
    Body,
    Clock,
    IdempotencyKey,
    Joined,
    Member,
    Nonce,
    Operation,
    Path,
    Signed,
)
from .light import dataclass
from .signing import credentials_of
from .sources import TAKERS, Taker

ENTRY_OF: Final = {
    "segment": "segments",
    "query": "query",
    "header": "headers",
    "body": "body",
}
"""What the places are called in a value that is validated."""


@dataclass(frozen=True, slots=True)
class Step:
    """One member of a request, and what to do with its value."""

    member: Member
    take: Taker
    above: Path
    """The objects that it stands in."""
    name: str
    is_plain: bool
    """Whether a value of a kind that JSON has is sent as it is."""
    is_secret: bool
    is_remembered: bool
    """Whether the call needs the value again."""
    case: str
    """The name of the fact that settles its letter case."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the calls of one operation are made."""

    steps: tuple[Step, ...]
    joins: tuple[tuple[Member, Joined], ...]
    carriers: tuple[Step, ...]
    """What carries the signature."""
    signs_in_body: bool
    signing: tuple[str, ...]
    """The credentials that the signature needs."""
    proving: tuple[str, ...]
    """The credentials without which no reply could be believed."""
    is_keyed: bool
    """Whether a body stands in an envelope that has a key."""


@cache
def plan_of(operation: Operation) -> Plan:
    """Return the plan of *operation*, which is the same for all of its calls."""
    steps = tuple(_step(operation, each) for each in operation.members)
    carriers = tuple(each for each in steps if isinstance(each.member.source, Signed))
    recipe = operation.signature
    return Plan(
        steps=steps,
        joins=tuple(
            (each, each.source)
            for each in operation.members
            if isinstance(each.source, Joined)
        ),
        carriers=carriers,
        signs_in_body=any(each.member.place == "body" for each in carriers),
        signing=() if recipe is None else credentials_of(recipe),
        proving=tuple(_proving(operation)),
        is_keyed=any(each.sealed is not None for each in _bodies(operation)),
    )


def _step(operation: Operation, member: Member) -> Step:
    source = member.source
    entry = ENTRY_OF[member.place]
    fact = member.fact or ".".join((operation.name, entry, *member.path))
    return Step(
        member=member,
        take=TAKERS[type(source)],
        above=member.path[:-1],
        name=member.path[-1],
        is_plain=(member.form, member.letter_case, member.prefix) == (None, None, ""),
        is_secret=member.secret or isinstance(source, Basic),
        is_remembered=isinstance(source, Clock | Nonce | IdempotencyKey),
        case=f"{fact}.case",
    )


def _proving(operation: Operation) -> Iterator[str]:
    for reply in operation.replies:
        if reply.proof is not None:
            yield from credentials_of(reply.proof.recipe)


def _bodies(operation: Operation) -> Iterator[Body]:
    yield operation.body
    for reply in operation.replies:
        yield reply.body
