"""Expressions about the members of one message.

An expression says itself as text to read, as Python for generated validators, and as a
document that the contract tests evaluate by a path of their own. It is true, false, or
open: a comparison with a member that is not there is open, and only what is false breaks
a condition. Null counts as not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, Protocol

from ..light import dataclass
from ..literals import literal
from ..verbatim import as_json, compose, joined

Json = Any
Place = tuple[str, ...]
"""A part of the message (`body`, `query`, ...) and the wire names that lead below it."""


class Expression(Protocol):
    """Something about a message that is true, false or open."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places that it speaks of, in order."""
        ...

    def says(self, is_true: bool = True) -> str:
        """Return it, or its opposite, as a clause."""
        ...

    def python(self, write: Writer, is_true: bool = True) -> str:
        """Return Python that is true exactly where this is true, or is false."""
        ...

    def document(self) -> Json:
        """Return it as JSON, for the contract tests."""
        ...


@dataclass(frozen=True, slots=True)
class Writer:
    """How Python reaches the members of the message called `value`."""

    skips: int = 0
    """How many names of a place stand above the value, such as `body` of a reply."""
    forms: Mapping[Place, str] | None = None
    """Expressions for the written forms of dates and numbers, by place."""

    def at(self, place: Place) -> str:
        steps = "".join(f", {literal(step)}" for step in place[self.skips :])
        return f"member(value{steps})"

    def form(self, *places: Place) -> str:
        """Return the argument that names the form of the first place that has one."""
        found = (self.forms or {}).get
        return next((f", {form}" for place in places if (form := found(place))), "")


@dataclass(frozen=True, slots=True)
class Present:
    """A member is there."""

    place: Place

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.place,)

    def says(self, is_true: bool = True) -> str:
        return compose("{} is {}there", shown(self.place), "" if is_true else "not ")

    def python(self, write: Writer, is_true: bool = True) -> str:
        return f"{write.at(self.place)} is {'not ' if is_true else ''}None"

    def document(self) -> Json:
        return {"is": "present", "at": list(self.place)}


@dataclass(frozen=True, slots=True)
class Among:
    """A member has one of some values."""

    place: Place
    values: tuple[Json, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.place,)

    def says(self, is_true: bool = True) -> str:
        listed = joined(" or ", (_quoted(value) for value in self.values))
        return compose(
            "{} is {}{}", shown(self.place), "" if is_true else "not ", listed
        )

    def python(self, write: Writer, is_true: bool = True) -> str:
        at = write.at(self.place)
        if isinstance(self.values[0], bool) and len(self.values) == 1:
            return f"{at} is {self.values[0] is is_true}"
        if is_true and len(self.values) == 1:
            return f"{at} == {literal(self.values[0])}"
        if is_true:
            return f"{at} in {literal(self.values)}"
        return f"{at} not in {literal((None, *self.values))}"

    def document(self) -> Json:
        return {"is": "among", "at": list(self.place), "values": list(self.values)}


@dataclass(frozen=True, slots=True)
class Same:
    """Two members have one value."""

    place: Place
    other: Place

    @property
    def places(self) -> tuple[Place, ...]:
        return self.place, self.other

    def says(self, is_true: bool = True) -> str:
        word = "the same as" if is_true else "another than"
        return compose("{} is {} {}", shown(self.place), word, shown(self.other))

    def python(self, write: Writer, is_true: bool = True) -> str:
        word = "same" if is_true else "differ"
        return f"{word}({write.at(self.place)}, {write.at(self.other)})"

    def document(self) -> Json:
        return {"is": "same", "at": list(self.place), "other": list(self.other)}


@dataclass(frozen=True, slots=True)
class Joined:
    """A member is made of others and of texts, one after the other."""

    place: Place
    parts: tuple[Place | str, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.place, *(part for part in self.parts if isinstance(part, tuple)))

    def says(self, is_true: bool = True) -> str:
        parts = (shown(p) if isinstance(p, tuple) else _quoted(p) for p in self.parts)
        return compose(
            "{} is {}{}",
            shown(self.place),
            "" if is_true else "not ",
            joined(" + ", parts),
        )

    def python(self, write: Writer, is_true: bool = True) -> str:
        parts = ", ".join(
            write.at(part) if isinstance(part, tuple) else literal(part)
            for part in self.parts
        )
        word = "same" if is_true else "differ"
        return f"{word}({write.at(self.place)}, joined({parts}))"

    def document(self) -> Json:
        parts = [list(p) if isinstance(p, tuple) else {"text": p} for p in self.parts]
        return {"is": "joined", "at": list(self.place), "parts": parts}


@dataclass(frozen=True, slots=True)
class Limit:
    """The value that a member is compared with."""

    value: Json


@dataclass(frozen=True, slots=True)
class Below:
    """A member is less than another or a value; dates are compared as dates."""

    place: Place
    other: Place | Limit
    or_same: bool

    @property
    def places(self) -> tuple[Place, ...]:
        other = () if isinstance(self.other, Limit) else (self.other,)
        return (self.place, *other)

    def says(self, is_true: bool = True) -> str:
        words = _BELOW if is_true else _NOT_BELOW
        return compose(
            "{} is {} {}", shown(self.place), words[self.or_same], _operand(self.other)
        )

    def python(self, write: Writer, is_true: bool = True) -> str:
        if isinstance(self.other, Limit):
            other = ascii(self.other.value)
        else:
            other = write.at(self.other)
        first, second = write.at(self.place), other
        or_same = self.or_same
        if not is_true:
            first, second, or_same = second, first, not or_same
        word = "at_most" if or_same else "below"
        return f"{word}({first}, {second}{write.form(*self.places)})"

    def document(self) -> Json:
        other = self.other
        told = {"value": other.value} if isinstance(other, Limit) else list(other)
        return {
            "is": "below",
            "at": list(self.place),
            "other": told,
            "or-same": self.or_same,
        }


_BELOW: Final = {True: "at most", False: "less than"}
_NOT_BELOW: Final = {True: "more than", False: "at least"}


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of something."""

    part: Expression

    @property
    def places(self) -> tuple[Place, ...]:
        return self.part.places

    def says(self, is_true: bool = True) -> str:
        return self.part.says(not is_true)

    def python(self, write: Writer, is_true: bool = True) -> str:
        return self.part.python(write, not is_true)

    def document(self) -> Json:
        return {"is": "not", "part": self.part.document()}


@dataclass(frozen=True, slots=True)
class Every:
    """All of several."""

    parts: tuple[Expression, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for part in self.parts for place in part.places)

    def says(self, is_true: bool = True) -> str:
        return _joined(" and " if is_true else " or ", self.parts, is_true)

    def python(self, write: Writer, is_true: bool = True) -> str:
        word = " and " if is_true else " or "
        return word.join(_grouped(part, write, is_true) for part in self.parts)

    def document(self) -> Json:
        return {"is": "every", "parts": [part.document() for part in self.parts]}


@dataclass(frozen=True, slots=True)
class Some:
    """One of several, or more."""

    parts: tuple[Expression, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for part in self.parts for place in part.places)

    def says(self, is_true: bool = True) -> str:
        return _joined(" or " if is_true else " and ", self.parts, is_true)

    def python(self, write: Writer, is_true: bool = True) -> str:
        word = " or " if is_true else " and "
        return word.join(_grouped(part, write, is_true) for part in self.parts)

    def document(self) -> Json:
        return {"is": "some", "parts": [part.document() for part in self.parts]}


@dataclass(frozen=True, slots=True)
class Count:
    """So many of several are true."""

    parts: tuple[Expression, ...]
    counts: tuple[int, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for part in self.parts for place in part.places)

    def says(self, is_true: bool = True) -> str:
        listed = joined(", ", (_subject(part) for part in self.parts))
        return compose("{} of {} is there", self._how_many(is_true), listed)

    def _how_many(self, is_true: bool) -> str:
        word = _COUNTED.get(_counted(self.counts, len(self.parts)), "")
        word = word or " or ".join(map(str, self.counts))
        return word if is_true else f"not {word}"

    def python(self, write: Writer, is_true: bool = True) -> str:
        count = f"sum([{', '.join(part.python(write) for part in self.parts)}])"
        size = len(self.parts)
        # No form ends with a bracket, which black and ruff would part differently.
        is_so, is_not = {
            "exactly-one": (f"{count} == 1", f"{count} != 1"),
            "at-most-one": (f"{count} <= 1", f"{count} > 1"),
            "at-least-one": (f"{count} >= 1", f"{count} < 1"),
            "together": (f"not 0 < {count} < {size}", f"0 < {count} < {size}"),
        }[_counted(self.counts, size)]
        return is_so if is_true else is_not

    def document(self) -> Json:
        parts = [part.document() for part in self.parts]
        return {"is": "count", "parts": parts, "counts": list(self.counts)}


def _counted(counts: tuple[int, ...], size: int) -> str:
    return {
        (1,): "exactly-one",
        (0, 1): "at-most-one",
        (0, size): "together",
        tuple(range(1, size + 1)): "at-least-one",
    }.get(counts, "")


_COUNTED: Final = {
    "exactly-one": "exactly one",
    "at-most-one": "at most one",
    "at-least-one": "at least one",
    "together": "all or none",
}


def _subject(part: Expression) -> str:
    if isinstance(part, Present):
        return shown(part.place)
    inner = part.parts if isinstance(part, Some) else ()
    if inner and all(isinstance(each, Present) for each in inner):
        return compose("({})", joined(" or ", map(_subject, inner)))
    return compose("({})", part.says())


def _joined(word: str, parts: tuple[Expression, ...], is_true: bool) -> str:
    def told(part: Expression) -> str:
        text = part.says(is_true)
        return compose("({})", text) if isinstance(part, Every | Some) else text

    return joined(word, map(told, parts))


def _grouped(part: Expression, write: Writer, is_true: bool) -> str:
    text = part.python(write, is_true)
    return f"({text})" if isinstance(_bare(part), Every | Some) else text


def _bare(part: Expression) -> Expression:
    return _bare(part.part) if isinstance(part, Not) else part


def _operand(other: Place | Limit) -> str:
    return _quoted(other.value) if isinstance(other, Limit) else shown(other)


def _quoted(value: Json) -> str:
    return as_json(value)


def shown(place: Place) -> str:
    """Return *place* as a spec writes it."""
    return joined(
        ".",
        ((step if re.fullmatch(PLAIN_STEP, step) else as_json(step)) for step in place),
    )


PLAIN_STEP: Final = r"[A-Za-z0-9_$@-]+"
"""A wire name that needs no quotes in a place."""
