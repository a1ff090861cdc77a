"""The limits that most pages state: lengths, ranges, characters, patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar, Final, Literal

from ..light import dataclass
from ..literals import literal
from ..runtime.wire import Form
from ..verbatim import as_json, compose, exact
from .base import Edgeless, Json, OfCharacters, Sample, Sized, escaped

CHARS: Final = {
    "digits": ("0-9", "digits only"),
    "letters": ("A-Za-z", "letters only"),
    "alphanumeric": ("A-Za-z0-9", "letters and digits only"),
    "hex": ("0-9A-Fa-f", "hexadecimal digits only"),
}


@dataclass(frozen=True, slots=True)
class Length(Sized):
    """How many characters a text has."""

    rule: ClassVar[str] = "length"
    minimum: int | None
    maximum: int | None

    @property
    def says(self) -> str:
        low, high = self.minimum, self.maximum
        if low == high:
            return f"is text of exactly {low} {_characters(low)}"
        if low is None:
            return f"is text of at most {high} {_characters(high)}"
        if high is None:
            return f"is text of at least {low} {_characters(low)}"
        return f"is text of {low} to {high} characters"

    def schema(self) -> dict[str, Json]:
        ends = {"minLength": self.minimum, "maxLength": self.maximum}
        return {key: end for key, end in ends.items() if end is not None}

    def near_misses(self, good: Json) -> Iterator[Sample]:
        if self.minimum:
            yield Sample("one character short", resized(good, self.minimum - 1))
        if self.maximum is not None:
            yield Sample("one character long", resized(good, self.maximum + 1))

    def edges(self, good: Json) -> Iterator[Sample]:
        for size in dict.fromkeys((self.minimum, self.maximum)):
            if size:
                label = f"of {size} {_characters(size)}"
                yield Sample(label, resized(good, size))


def _characters(count: int | None) -> str:
    return "character" if count == 1 else "characters"


def resized(text: str, length: int) -> str:
    """Return *text* cut or continued, by its own characters, to *length*."""
    if len(text) >= length:
        return text[:length]
    pool = text or "a"
    return (text + pool * (length // len(pool) + 1))[:length]


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest number."""

    rule: ClassVar[str] = "range"
    minimum: int | Decimal | None
    maximum: int | Decimal | None

    @property
    def says(self) -> str:
        if self.minimum is None:
            return f"is at most {self.maximum}"
        if self.maximum is None:
            return f"is at least {self.minimum}"
        return f"is {self.minimum} to {self.maximum}"

    def holds(self, value: Json) -> bool:
        low, high = self.minimum, self.maximum
        return (low is None or value >= low) and (high is None or value <= high)

    def schema(self) -> dict[str, Json]:
        ends = {"minimum": self.minimum, "maximum": self.maximum}
        return {key: _plain(end) for key, end in ends.items() if end is not None}

    def breach(self, value: str, form: str) -> str:
        low, high = _plain(self.minimum), _plain(self.maximum)
        if low is None:
            return f"{value} > {high}"
        if high is None:
            return f"{value} < {low}"
        return f"not {low} <= {value} <= {high}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        if self.minimum is not None:
            yield Sample("one below the least", _plain(self.minimum - _step(good)))
        if self.maximum is not None:
            yield Sample("one above the greatest", _plain(self.maximum + _step(good)))

    def edges(self, good: Json) -> Iterator[Sample]:
        for end in (self.minimum, self.maximum):
            if end is not None:
                yield Sample(f"as {end}", _plain(end))


def _plain(end: int | Decimal | None) -> int | float | None:
    """Return a bound as the number that JSON and Python write with the same digits."""
    return float(end) if isinstance(end, Decimal) else end


def _step(good: Json) -> int | Decimal:
    """Return a step as small as the digits of *good* show."""
    places = len(repr(good).partition(".")[2]) if isinstance(good, float) else 0
    return Decimal(1).scaleb(-places) if places else 1


@dataclass(frozen=True, slots=True)
class Chars(OfCharacters):
    """The permitted characters."""

    rule: ClassVar[str] = "chars"
    kind: Literal["digits", "letters", "alphanumeric", "hex"]

    @property
    def _class(self) -> str:
        return CHARS[self.kind][0]

    @property
    def says(self) -> str:
        return f"has {CHARS[self.kind][1]}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        if not good:
            return
        yield Sample("with a hyphen", good[:-1] + "-")
        if self.kind in ("digits", "hex"):
            yield Sample("with a letter", good[:-1] + "x")
        if self.kind == "digits":
            yield Sample("with a hexadecimal letter", good[:-1] + "a")
        if self.kind in ("digits", "alphanumeric"):
            yield Sample("with a digit that is not ASCII", good[:-1] + "\u0664")

    def edges(self, good: Json) -> Iterator[Sample]:
        if self.kind == "digits" or not good:
            return
        letter = "a" if self.kind == "hex" else "z"
        yield Sample("of small letters", letter * len(good))
        yield Sample("of capitals", letter.upper() * len(good))
        if self.kind != "letters":
            yield Sample("of digits", "7" * len(good))


@dataclass(frozen=True, slots=True)
class Pattern(Edgeless):
    """A printed regular expression, which the whole text matches."""

    rule: ClassVar[str] = "pattern"
    pattern: str

    @property
    def says(self) -> str:
        return "matches " + self.pattern

    def holds(self, value: Json) -> bool:
        return re.fullmatch(self.pattern, value, re.ASCII) is not None

    def schema(self) -> dict[str, Json]:
        return {"pattern": compose("^(?:{})$", self.pattern)}

    def breach(self, value: str, form: str) -> str:
        return f"not re.fullmatch({literal(self.pattern)}, {value}, re.ASCII)"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        for label, value in (("with a space before", " " + good), ("empty", "")):
            if not self.holds(value):
                yield Sample(label, value)


@dataclass(frozen=True, slots=True)
class Prefix(Edgeless):
    """What a text begins with."""

    rule: ClassVar[str] = "prefix"
    prefix: str

    @property
    def says(self) -> str:
        return compose("begins with {}", as_json(self.prefix))

    def holds(self, value: Json) -> bool:
        return bool(value.startswith(self.prefix))

    def schema(self) -> dict[str, Json]:
        return {"pattern": f"^{escaped(self.prefix)}"}

    def breach(self, value: str, form: str) -> str:
        return f"not {value}.startswith({literal(self.prefix)})"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        bare = good.removeprefix(self.prefix)
        yield Sample("without its prefix", bare)
        if self.prefix.rstrip() != self.prefix:
            text = compose("{}{}", self.prefix.rstrip(), bare)
            yield Sample("without the space after its prefix", text)
        if self.prefix.lower() != self.prefix:
            yield Sample("with its prefix in lower case", self.prefix.lower() + bare)


@dataclass(frozen=True, slots=True)
class Written(Edgeless):
    """The form in which a date, time, number or flag is written."""

    rule: ClassVar[str] = "format"
    form: Form[Any]
    misses: tuple[Sample, ...]

    @property
    def says(self) -> str:
        return self.form.says

    def holds(self, value: Json) -> bool:
        return self.form.fits(exact(value))

    def schema(self) -> dict[str, Json]:
        return {}  # JSON Schema cannot say a date; `json_schema` says what it can

    def breach(self, value: str, form: str) -> str:
        return f"not {form}.fits({value})"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        for miss in self.misses:
            if not self.form.fits(exact(miss.value)):
                yield miss
