"""What the notes of one server say of an operation, beyond its page."""

from __future__ import annotations

from collections.abc import Mapping

from .light import dataclass
from .pointers import Json, Steps, found, same


@dataclass(frozen=True, slots=True)
class Check:
    """What a server looks at, and what it answers to each fault found there."""

    pointers: tuple[str, ...]
    answers: Mapping[str, str]
    """Codes or names of replies by the kind of fault."""
    unsettled: bool = False
    """True where nobody says whether it comes before the next check or after it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a server answers to a request that passed its checks."""

    when: tuple[tuple[Steps, Json], ...]
    answer: str

    def fits(self, request: Json) -> bool:
        return all(same(found(request, at), value) for at, value in self.when)


@dataclass(frozen=True, slots=True)
class Sequence:
    """What a server answers to one request that is sent again."""

    values: tuple[tuple[Steps, str], ...]
    """Texts in which `{new}` stands for what was never sent before."""
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What one server says of the operation beyond its page."""

    environment: str
    accepts: Mapping[str, tuple[Json, ...]]
    """Values by pointer that are valid whatever the page says."""
    checks: tuple[Check, ...]
    """In order: the first fault that one finds is answered."""
    results: tuple[Result, ...]
    sequences: tuple[Sequence, ...]
