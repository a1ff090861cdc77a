"""The values that a page lists, to be taken or to be left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from .base import Edgeless, Json, Sample, escaped, quoted


@dataclass(frozen=True, slots=True)
class NoneOf(Edgeless):
    """Values that are not allowed, such as names of parts."""

    rule: ClassVar[str] = "part"
    values: tuple[str, ...]

    @property
    def says(self) -> str:
        listed = (json.dumps(value, ensure_ascii=False) for value in self.values)
        return f"is not {' or '.join(listed)}"

    def holds(self, value: Json) -> bool:
        return value not in self.values

    def schema(self) -> dict[str, Json]:
        return {"not": {"enum": list(self.values)}}

    def breach(self, value: str, form: str) -> str:
        return f"{value} in {self.values!a}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        for each in self.values:
            yield Sample(f"as {each}", each)


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
        listed = ", ".join(
            json.dumps(value, ensure_ascii=False) for value in self.values
        )
        tail = " in any letter case" if self.any_case else ""
        return (
            f"is {listed}{tail}"
            if len(self.values) == 1
            else f"is one of {listed}{tail}"
        )

    def holds(self, value: Json) -> bool:
        if self.any_case and isinstance(value, str):
            return value.upper() in {str(each).upper() for each in self.values}
        return any(
            value.__class__ is each.__class__ and value == each for each in self.values
        )

    def schema(self) -> dict[str, Json]:
        if not self.any_case:
            return {"enum": list(self.values)}
        return {"pattern": f"^(?:{'|'.join(map(_any_case, map(str, self.values)))})$"}

    def breach(self, value: str, form: str) -> str:
        if self.any_case:
            values = sorted({str(each).upper() for each in self.values})
            return f"{value}.upper() not in {_tuple(values)}"
        if len(self.values) == 1:
            return f"{value} != {quoted(self.values[0])}"
        return f"{value} not in {_tuple(self.values)}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        first = self.values[0]
        if not isinstance(first, str):
            return
        last = self.values[-1]
        candidates = [
            ("a listed value and a letter", f"{last}x"),
            ("the first listed value and a letter", f"{first}x"),
            ("a letter and a listed value", f"x{first}"),
            ("a listed value cut short", first[:-1]),
            ("the last listed value cut short", str(last)[:-1]),
            ("two listed values with a slash", "/".join(map(str, self.values))),
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
            yield Sample(f"as {value}", value)


def _tuple(values: Any) -> str:
    listed = ", ".join(map(quoted, values))
    return f"({listed},)" if len(values) == 1 else f"({listed})"


def _any_case(text: str) -> str:
    return "".join(map(_either_case, text))


def _either_case(char: str) -> str:
    both = char.upper() + char.lower()
    return f"[{both}]" if char.isalpha() and len(both) == 2 else escaped(char)
