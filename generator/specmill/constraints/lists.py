"""The values that a page lists, to be taken or to be left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from ..light import dataclass
from ..literals import literal
from ..verbatim import as_json, compose, exact, joined, wording
from .base import Edgeless, Json, Sample, escaped


@dataclass(frozen=True, slots=True)
class NoneOf(Edgeless):
    """Values that are not allowed, such as names of parts."""

    rule: ClassVar[str] = "part"
    values: tuple[str, ...]

    @property
    def says(self) -> str:
        listed = (as_json(value) for value in self.values)
        return compose("is not {}", joined(" or ", listed))

    def holds(self, value: Json) -> bool:
        return value not in self.values

    def schema(self) -> dict[str, Json]:
        return {"not": {"enum": list(self.values)}}

    def breach(self, value: str, form: str) -> str:
        return f"{value} in {literal(self.values)}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        for each in self.values:
            yield Sample(compose("as {}", each), each)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The listed values."""

    rule: ClassVar[str] = "enum"
    values: tuple[Json, ...]
    meanings: tuple[str, ...]
    any_case: bool
    """True where the page leaves the letter case open."""

    @property
    def says(self) -> str:
        listed = joined(", ", (as_json(value) for value in self.values))
        tail = " in any letter case" if self.any_case else ""
        return (
            compose("is {}{}", listed, tail)
            if len(self.values) == 1
            else compose("is one of {}{}", listed, tail)
        )

    def holds(self, value: Json) -> bool:
        if self.any_case and isinstance(value, str):
            listed = {wording(each).upper() for each in self.values}
            return value.isascii() and value.upper() in listed
        return any(
            value.__class__ is each.__class__ and value == each for each in self.values
        )

    def schema(self) -> dict[str, Json]:
        if not self.any_case:
            return {"enum": list(self.values)}
        return {
            "pattern": compose(
                "^(?:{})$", "|".join(map(_any_case, map(wording, self.values)))
            )
        }

    def breach(self, value: str, form: str) -> str:
        if self.any_case:
            values = sorted({wording(each).upper() for each in self.values})
            # Some letters beyond ASCII have a capital within it.
            return f"not ({value}.isascii() and {value}.upper() in {_tuple(values)})"
        if len(self.values) == 1:
            return f"{value} != {literal(self.values[0])}"
        return f"{value} not in {_tuple(self.values)}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        first = self.values[0]
        if not isinstance(first, str):
            return
        last = self.values[-1]
        candidates = [
            ("a listed value and a letter", compose("{}x", last)),
            ("the first listed value and a letter", first + "x"),
            ("a letter and a listed value", "x" + first),
            ("a listed value cut short", first[:-1]),
            ("the last listed value cut short", wording(last)[:-1]),
            ("two listed values with a slash", joined("/", map(wording, self.values))),
        ]
        if not self.any_case:
            candidates.append(
                ("a listed value in another letter case", first.swapcase())
            )
        for label, value in candidates:
            if value and not self.holds(value):
                yield Sample(label, value)

    def edges(self, good: Json) -> Iterator[Sample]:
        for value in self.values:
            yield Sample(compose("as {}", value), value)


def _tuple(values: Any) -> str:
    listed = ", ".join(map(literal, values))
    return f"({listed},)" if len(values) == 1 else f"({listed})"


def _any_case(text: str) -> str:
    return "".join(map(_either_case, exact(text)))


def _either_case(char: str) -> str:
    both = char.upper() + char.lower()
    return f"[{both}]" if char.isalpha() and len(both) == 2 else escaped(char)
