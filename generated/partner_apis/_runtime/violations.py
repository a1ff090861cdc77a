"""What a validator finds: one value that breaks one documented constraint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from .light import dataclass


class Inferred(str):
    """A source that is an inference of whoever wrote the spec: no page states it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken constraint. It never holds the value, which may be a secret."""

    pointer: str
    """Where in the value, as a JSON pointer (RFC 6901), such as `/body/body/otp`."""
    rule: str
    """The kind of constraint: `required`, `type`, `length`, `enum`, `format`, ..."""
    says: str
    """What the documentation asks for: `is text of exactly 6 characters`."""
    source: str
    """The page and the evidence, such as `verify-otp, table`."""

    @property
    def is_inferred(self) -> bool:
        """Tell whether what it breaks is our own inference, which no page states."""
        return isinstance(self.source, Inferred)

    def __str__(self) -> str:
        return f"{self.pointer or '/'} {self.says} ({self.source})"


FATAL: Final = frozenset({"type", "required"})
"""Rules whose breach makes a reply unreadable; a reply that breaks others is kept."""


def passes(look: Callable[[Any], bool], value: object) -> bool:
    """Tell whether nothing is wrong with *value* as far as *look* knows."""
    try:
        return look(value)
    except KeyError:  # a member that is required is not there
        return False


class Told(NamedTuple):
    """A violation as it is seen from the value that it is in."""

    place: str
    rule: str
    says: str
    source: str


def told(
    at: str, tell: Callable[[Any], Iterable[Told]], value: object, source: str
) -> list[Violation]:
    """Return what *tell* finds in the object *value*, which stands at the pointer *at*."""
    if not isinstance(value, dict):
        return [Violation(at, "type", "is an object", source)]
    return [
        Violation(f"{at}/{place}", rule, says, named)
        for place, rule, says, named in tell(value)
    ]


def inside(step: str, found: Iterable[Told]) -> Iterator[Told]:
    """Yield what was *found* in the value at *step*, as seen from the value around it."""
    for place, rule, says, source in found:
        yield Told(f"{step}/{place}" if place else step, rule, says, source)


def undocumented(
    value: Mapping[str, object], known: frozenset[str], source: str
) -> Iterator[Told]:
    """Yield the members of *value* that no page describes."""
    for name in value:
        if name not in known:
            says = "is not documented"
            yield Told(escaped(str(name)), "undocumented", says, source)


def escaped(name: str) -> str:
    """Return *name* as one part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
