"""The text of an expression, as specs write it: `body.method = "CARD" and not ...`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from ..light import dataclass
from ..verbatim import Verbatim, exact, verbatim
from .expressions import (
    PLAIN_STEP,
    Among,
    Below,
    Every,
    Expression,
    Joined,
    Limit,
    Not,
    Place,
    Present,
    Same,
    Some,
)

Json = Any

_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_TOKEN: Final = re.compile(
    rf"""\s*(?:
      (?P<place>(?:body|query|headers|segments)(?:\.(?:{PLAIN_STEP}|{_STRING}))+)
    | (?P<text>{_STRING})
    | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)
    | (?P<sign><=|>=|!=|[=<>()\[\],+])
    | (?P<word>[a-z]+)
    )""",
    re.VERBOSE | re.ASCII,
)
_STEP: Final = re.compile(rf"{_STRING}|[^.]+", re.ASCII)


class Unclear(ValueError):
    """An expression that cannot be read; the text says what was found and is due."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def parse(text: str) -> Expression:
    """Return the expression that *text* is; raises Unclear."""
    reader = _Reader(tuple(_tokens(exact(text))))
    found = reader.either()
    reader.expect("the end")
    return found


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unclear(f"{text[at:].split()[0]!r} is no part of a condition")
        at = match.end()
        yield _Token(str(match.lastgroup), match[str(match.lastgroup)])
    yield _Token("end", "the end")


@dataclass(slots=True)
class _Reader:
    """Reads by descent: `or` binds least, then `and`, then `not`."""

    tokens: tuple[_Token, ...]
    at: int = 0
    depth: int = 0

    @property
    def now(self) -> _Token:
        return self.tokens[self.at]

    def takes(self, *texts: str) -> str:
        """Take the next token if it is one of *texts*; return it, or nothing."""
        if self.now.kind in ("sign", "word", "end") and self.now.text in texts:
            self.at += 1
            return self.tokens[self.at - 1].text
        return ""

    def expect(self, *texts: str) -> str:
        found = self.takes(*texts)
        if not found:
            raise self.unclear(" or ".join(texts))
        return found

    def unclear(self, due: str) -> Unclear:
        return Unclear(f"{self.now.text} stands where {due} is due")

    def either(self) -> Expression:
        parts = [self.all()]
        while self.takes("or"):
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def all(self) -> Expression:
        parts = [self.one()]
        while self.takes("and"):
            parts.append(self.one())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def one(self) -> Expression:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unclear(f"it is nested more than {_DEEPEST} deep")
        if self.takes("not"):
            found: Expression = Not(self.one())
        elif self.takes("("):
            found = self.either()
            self.expect(")")
        else:
            found = self.comparison()
        self.depth -= 1
        return found

    def comparison(self) -> Expression:
        place = self.place()
        word = self.expect("is", "in", *_SIGNS)
        if word == "is":
            is_there = self.expect("present", "absent") == "present"
            return Present(place) if is_there else Not(Present(place))
        if word == "in":
            return Among(place, tuple(self.listed()))
        first = self.operand()
        if self.now.text == "+" and word in ("=", "!="):
            found = Joined(place, tuple(self.parts(first)))
            return found if word == "=" else Not(found)
        return _compared(place, word, first)

    def parts(self, first: Place | Limit) -> Iterator[Place | str]:
        yield self.part(first)
        while self.takes("+"):
            yield self.part(self.operand())

    def part(self, operand: Place | Limit) -> Place | str:
        if not isinstance(operand, Limit):
            return operand
        if isinstance(operand.value, str):
            return operand.value
        raise Unclear(f"{operand.value} is joined, and only texts and places are")

    def place(self) -> Place:
        if self.now.kind != "place":
            raise self.unclear("a place such as body.amount")
        text = self.now.text
        self.at += 1
        return tuple(
            Verbatim(json.loads(step) if step[0] == '"' else step)
            for step in _STEP.findall(text)
        )

    def operand(self) -> Place | Limit:
        return self.place() if self.now.kind == "place" else Limit(self.literal())

    def literal(self) -> Json:
        if self.now.kind in ("text", "number"):
            try:
                value = verbatim(json.loads(self.now.text))
            except ValueError:
                raise self.unclear("text in double quotes as JSON has it") from None
            self.at += 1
            return value
        return self.expect("true", "false") == "true"

    def listed(self) -> Iterator[Json]:
        self.expect("[")
        yield self.literal()
        while self.expect(",", "]") == ",":
            yield self.literal()


_DEEPEST: Final = 20
_SIGNS: Final = ("=", "!=", "<=", ">=", "<", ">")


def _compared(place: Place, sign: str, other: Place | Limit) -> Expression:
    if sign in ("=", "!="):
        same: Expression = (
            Among(place, (other.value,))
            if isinstance(other, Limit)
            else Same(place, other)
        )
        return same if sign == "=" else Not(same)
    found = Below(place, other, or_same=sign in ("<=", ">"))
    return found if sign in ("<", "<=") else Not(found)
