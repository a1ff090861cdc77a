"""Limits on what stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final

from ..light import dataclass
from ..literals import literal
from ..verbatim import as_json, compose, joined
from .base import Constraint, Edgeless, OfCharacters, Sample, escaped
from .plain import CHARS, Length, resized

Json = Any


@dataclass(frozen=True, slots=True)
class Charset(OfCharacters):
    """The permitted characters, where one word does not say them."""

    rule: ClassVar[str] = "chars"
    of: tuple[str, ...]
    """Words of `CHARS`, and `ascii`."""
    extra: str
    """Single characters beside them."""

    @property
    def _class(self) -> str:
        ranges = "".join(_CLASSES[word] for word in self.of)
        rest = "".join(escaped(char) for char in self.extra if char != "-")
        return ranges + rest + ("-" if "-" in self.extra else "")

    @property
    def says(self) -> str:
        words = [_SAID[word] for word in self.of]
        words += [as_json(char) for char in self.extra]
        head, last = joined(", ", words[:-1]), words[-1]
        return compose(
            "has {} only", compose("{} and {}", head, last) if head else last
        )

    def near_misses(self, good: Json) -> Iterator[Sample]:
        for label, char in _ODD_CHARACTERS:
            miss = good[:-1] + char
            if good and not self.holds(miss):
                yield Sample(f"with {label}", miss)


_CLASSES: Final = {word: ranges for word, (ranges, _) in CHARS.items()} | {
    "ascii": " -~",
    "upper": "A-Z",
    "lower": "a-z",
}
_SAID: Final = {
    "digits": "digits",
    "letters": "letters",
    "alphanumeric": "letters, digits",
    "hex": "hexadecimal digits",
    "ascii": "characters of ASCII",
    "upper": "capital letters",
    "lower": "small letters",
}
_ODD_CHARACTERS: Final = (
    ("a hyphen", "-"),
    ("a letter", "x"),
    ("a capital letter", "X"),
    ("a letter with an accent", "\u00e9"),
    ("a digit that is not ASCII", "\u0664"),
    ("a line break", "\n"),
)


@dataclass(frozen=True, slots=True)
class Starts:
    """What a text may begin with, such as the prefix of a country."""

    rule: ClassVar[str] = "starts"
    with_: tuple[str, ...]

    @property
    def says(self) -> str:
        return compose("begins with {}", _or(self.with_))

    def holds(self, value: Json) -> bool:
        return bool(value.startswith(self.with_))

    def schema(self) -> dict[str, Json]:
        return {"pattern": f"^(?:{'|'.join(map(escaped, self.with_))})"}

    def breach(self, value: str, form: str) -> str:
        given = self.with_[0] if len(self.with_) == 1 else self.with_
        return f"not {value}.startswith({literal(given)})"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        start = next((each for each in self.with_ if good.startswith(each)), "")
        rest = good[len(start) :]
        for label, miss in (
            ("with another start", resized(_other(start) + rest, len(good))),
            ("without its start", rest),
        ):
            if miss and not self.holds(miss):
                yield Sample(label, miss)

    def edges(self, good: Json) -> Iterator[Sample]:
        kept = (good[len(each) :] for each in self.with_ if good.startswith(each))
        rest = next(kept, good)  # a value of another of several sets of limits
        for start in self.with_:
            yield Sample("with " + start, start + rest)


def _other(text: str) -> str:
    """Return a text like *text* with another first character."""
    if not text:
        return "0"
    return ("9" if text[0] != "9" else "8") + text[1:]


@dataclass(frozen=True, slots=True)
class InCase(Edgeless):
    """A text that is all in capitals, or all in small letters."""

    rule: ClassVar[str] = "case"
    is_upper: bool

    @property
    def says(self) -> str:
        return "has no small letters" if self.is_upper else "has no capital letters"

    def holds(self, value: Json) -> bool:
        return bool(value == (value.upper() if self.is_upper else value.lower()))

    def schema(self) -> dict[str, Json]:
        return {"pattern": "^[^a-z]*$" if self.is_upper else "^[^A-Z]*$"}

    def breach(self, value: str, form: str) -> str:
        return f"{value} != {value}.{'upper' if self.is_upper else 'lower'}()"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        other = good.lower() if self.is_upper else good.upper()
        if not self.holds(other):
            yield Sample("in the other letter case", other)


@dataclass(frozen=True, slots=True)
class LengthByScript:
    """How many characters a text has, where it depends on whether all are ASCII."""

    rule: ClassVar[str] = "length"
    ascii: Length
    other: Length

    @property
    def says(self) -> str:
        return compose(
            "{} of ASCII, and otherwise {}", self.ascii.says, self.other.says
        )

    def holds(self, value: Json) -> bool:
        return (self.ascii if value.isascii() else self.other).holds(value)

    def schema(self) -> dict[str, Json]:
        return {
            "if": {"pattern": "^[\\x00-\\x7f]*$"},
            "then": self.ascii.schema(),
            "else": self.other.schema(),
        }

    def breach(self, value: str, form: str) -> str:
        plain, other = self.ascii.breach(value, form), self.other.breach(value, form)
        return f"{plain} if {value}.isascii() else {other}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        plain = good if good.isascii() and good else "text"
        yield from self.ascii.near_misses(plain)
        if self.other.maximum is not None:
            long = resized(plain[:-1] + "\xe9", self.other.maximum + 1)
            label = "with a letter that is not ASCII, one character long"
            yield Sample(label, long if not long.isascii() else long[:-1] + "\u00e9")

    def edges(self, good: Json) -> Iterator[Sample]:
        yield from self.ascii.edges(good if good.isascii() else "text")
        if self.other.maximum:
            long = resized("\xe9" + good[1:], self.other.maximum)
            yield Sample("with a letter that is not ASCII, at its longest", long)


@dataclass(frozen=True, slots=True)
class Holding(Edgeless):
    """How often a text holds another, such as the variable of a template."""

    rule: ClassVar[str] = "holds"
    text: str
    times: int

    @property
    def says(self) -> str:
        times = "once" if self.times == 1 else f"{self.times} times"
        return compose("holds {} exactly {}", as_json(self.text), times)

    def holds(self, value: Json) -> bool:
        return bool(value.count(self.text) == self.times)

    def schema(self) -> dict[str, Json]:
        one = f"(?:(?!{escaped(self.text)})[\\s\\S])*"
        return {"pattern": f"^{(one + escaped(self.text)) * self.times}{one}$"}

    def breach(self, value: str, form: str) -> str:
        return f"{value}.count({literal(self.text)}) != {self.times}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        if self.times:
            without = good.replace(self.text, "") or "-"
            yield Sample("without " + self.text, without)
        yield Sample(compose("with {} once more", self.text), good + self.text)


STANDARDS: Final = {
    "ISO 4217": (r"[A-Z]{3}", "is a currency as ISO 4217 has it, such as EUR", "EUR"),
    "ISO 3166-1 alpha-2": (
        r"[A-Z]{2}",
        "is a country as ISO 3166-1 has it, such as DE",
        "DE",
    ),
    "ISO 3166-1 alpha-3": (
        r"[A-Z]{3}",
        "is a country as ISO 3166-1 has it, such as DEU",
        "DEU",
    ),
    "ISO 639-1": (r"[a-z]{2}", "is a language as ISO 639-1 has it, such as en", "en"),
    "E.164": (
        r"\+[1-9][0-9]{1,14}",
        "is a telephone number as E.164 has it, with + and country",
        "+491510000001",
    ),
    "UUID": (
        r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
        "is a UUID",
        "00000000-0000-4000-8000-000000000000",
    ),
}
"""What texts a standard has, in words, and one that is made up."""


@dataclass(frozen=True, slots=True)
class Standard(Edgeless):
    """The form of a text that a standard states; a list of values is the page's to say."""

    rule: ClassVar[str] = "standard"
    name: str

    @property
    def says(self) -> str:
        return STANDARDS[self.name][1]

    @property
    def example(self) -> str:
        return STANDARDS[self.name][2]

    def holds(self, value: Json) -> bool:
        return re.fullmatch(STANDARDS[self.name][0], value) is not None

    def schema(self) -> dict[str, Json]:
        return {"pattern": f"^(?:{STANDARDS[self.name][0]})$"}

    def breach(self, value: str, form: str) -> str:
        return f"not re.fullmatch({literal(STANDARDS[self.name][0])}, {value})"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        for label, miss in (
            ("in the other letter case", good.swapcase()),
            ("cut short", good[:-1]),
            ("with a letter more", good + "X"),
        ):
            if miss and not self.holds(miss):
                yield Sample(label, miss)


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Several sets of limits of which one is kept, as for a number of a card or of a BIN."""

    rule: ClassVar[str] = "one-of"
    options: tuple[tuple[Constraint, ...], ...]
    names: tuple[str, ...]

    @property
    def says(self) -> str:
        told = [
            compose("{}: {}", name, joined(" and ", (limit.says for limit in option)))
            for name, option in zip(self.names, self.options, strict=True)
        ]
        return compose("is one of these ({})", joined("; ", told))

    def holds(self, value: Json) -> bool:
        return any(
            all(limit.holds(value) for limit in option) for option in self.options
        )

    def schema(self) -> dict[str, Json]:
        return {
            "anyOf": [
                {"allOf": [limit.schema() for limit in option]}
                for option in self.options
            ]
        }

    def breach(self, value: str, form: str) -> str:
        broken = (
            " or ".join(_operand(limit, value, form) for limit in option)
            for option in self.options
        )
        return " and ".join(f"({each})" for each in broken)

    def near_misses(self, good: Json) -> Iterator[Sample]:
        seen: list[Json] = []
        for name, option in zip(self.names, self.options, strict=True):
            start = good
            for limit in option:
                if isinstance(limit, Length):
                    start = resized(good, limit.minimum or limit.maximum or 1)
            for limit in option:
                for miss in limit.near_misses(start):
                    if not self.holds(miss.value) and miss.value not in seen:
                        seen.append(miss.value)
                        yield Sample(compose("{} ({})", miss.label, name), miss.value)

    def edges(self, good: Json) -> Iterator[Sample]:
        for name, option in zip(self.names, self.options, strict=True):
            for inner in option:
                for sample in inner.edges(good):
                    yield Sample(compose("{} ({})", sample.label, name), sample.value)


def _or(texts: tuple[str, ...]) -> str:
    return joined(" or ", (as_json(text) for text in texts))


def _operand(limit: Constraint, value: str, form: str) -> str:
    """Return the breach of *limit* as it may stand beside an operator."""
    breach = limit.breach(value, form)
    return f"({breach})" if isinstance(limit, LengthByScript) else breach
