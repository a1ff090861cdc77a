"""Whether a printed regular expression is matched in time that grows with the text alone.

Python tries one way after another through a pattern. The number of ways is bounded for
every text exactly if no part of it can be read in two ways again and again; a pattern of
which that cannot be shown is refused, for the text that is held to it may be hostile.
The ways are those of an automaton with one state to each sign of the pattern.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import Any, Final

from .light import dataclass
from .verbatim import exact

Ways = Counter[int]
"""States, and in how many ways each is come to."""

_MOST_WAYS: Final = 64
"""In how many ways the beginning of a text may be read."""
_MOST_STATES: Final = 500
_MOST_STEPS: Final = 20_000
"""How much is looked at before a pattern counts as too intricate."""
_INTRICATE: Final = "it is too intricate; say less of the text"
_MANY_WAYS: Final = (
    "some text has very many ways through it; let parts differ in how they begin"
)


class Unfit(Exception):
    """The text is no pattern that can be used; the message says why."""


def require_linear(pattern: str) -> None:
    """Raise Unfit unless *pattern* is well formed and matched in linear time."""
    pattern = exact(pattern)  # of which Python's own words repeat parts
    if any(each == "]" for each in _first_in_sets(pattern)):
        raise Unfit("']' begins a set, which others read otherwise: write '\\]'")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of what another Python reads otherwise
            parsed = _parsed(pattern)
            re.compile(pattern, re.ASCII)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        said = str(error)
        raise Unfit(said[:1].lower() + said[1:]) from None
    if parsed.state.flags != re.ASCII.value:
        raise Unfit("it sets flags")
    automaton = _Automaton(_alphabet(parsed))
    automaton.require_few_ways(automaton.add_all(parsed))


def width(pattern: str) -> tuple[int, int | None]:
    """Return how long the texts are that a fit *pattern* matches: at least and at most."""
    low, high = _parsed(exact(pattern)).getwidth()
    return low, None if high >= _ENDLESS else high


def can_hold(pattern: str, text: str) -> bool:
    """Tell whether a text that a fit *pattern* matches may have *text* within it."""
    parsed = _parsed(exact(pattern))
    automaton = _Automaton((*_alphabet(parsed), *text))
    automaton.add_all(parsed)
    read = here = {*range(len(automaton.reads))}
    for sign in text:
        read = {state for state in here if sign in automaton.reads[state]}
        here = {step for state in read for step in automaton.follow[state]}
    return bool(read)


_ENDLESS: Final = 2**32 - 1
"""What Python's own reader of patterns, or more, has for a width without end."""


def _first_in_sets(pattern: str) -> Iterator[str]:
    """Yield the sign that stands first in each set of signs."""
    is_set = False
    for found in _SIGN.finditer(pattern):
        if is_set:
            is_set = found[0] != "]"
        elif found[0].startswith("["):
            is_set = True
            yield pattern[found.end() : found.end() + 1]


_SIGN: Final = re.compile(r"\\.|\[\^?|.", re.DOTALL)


def _parsed(pattern: str) -> Any:
    from re import _parser  # type: ignore[attr-defined]

    return _parser.parse(pattern, re.ASCII)


# What signs there are -------------------------------------------------------------------


def _alphabet(parsed: Any) -> tuple[str, ...]:
    """Return one character for each group that the pattern treats alike."""
    ends = {128, 0x10FFFF}
    for low, high in _ranges(parsed):
        ends |= {low, min(high + 1, 0x10FFFF)}
    return tuple(map(chr, sorted({*range(128), *ends})))


def _ranges(node: Any) -> Iterator[tuple[int, int]]:
    """Yield the code points that are named anywhere below *node*."""
    for kind, value in _nodes(node):
        if kind in ("LITERAL", "NOT_LITERAL"):
            yield value, value
        elif kind == "RANGE":
            yield value


def _nodes(node: Any) -> Iterator[tuple[str, Any]]:
    for kind, value in node:
        yield str(kind), value
        for inner in _inner(str(kind), value):
            yield from _nodes(inner)


def _inner(kind: str, value: Any) -> Iterable[Any]:
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        return (value[2],)
    if kind == "SUBPATTERN":
        return (value[3],)
    if kind == "BRANCH":
        return tuple(value[1])
    return (value,) if kind == "IN" else ()


def _reads(kind: str, value: Any) -> Callable[[str], bool]:
    """Return what tells the characters that a sign of a pattern reads."""
    if kind == "ANY":
        return lambda char: char != "\n"
    if kind == "LITERAL":
        return lambda char: ord(char) == value
    if kind == "NOT_LITERAL":
        return lambda char: ord(char) != value
    if kind == "RANGE":
        return lambda char: value[0] <= ord(char) <= value[1]
    if kind == "CATEGORY":
        return re.compile(_CATEGORIES[str(value)], re.ASCII).match  # type: ignore[return-value]
    parts = [_reads(str(each), inner) for each, inner in value if str(each) != "NEGATE"]
    is_negated = len(parts) < len(value)
    return lambda char: any(part(char) for part in parts) != is_negated


_CATEGORIES: Final = {
    f"CATEGORY_{'NOT_' if sign.isupper() else ''}{name}": f"\\{sign}"
    for name, signs in {"DIGIT": "dD", "SPACE": "sS", "WORD": "wW"}.items()
    for sign in signs
}
_SIGNS: Final = ("ANY", "LITERAL", "NOT_LITERAL", "IN")


# The automaton --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a part of a pattern begins and ends, each with the number of ways to it."""

    first: Ways = field(default_factory=Counter)
    last: Ways = field(default_factory=Counter)
    empty: int = 1
    """In how many ways the part can be empty."""

    def then(self, other: _Part) -> _Part:
        return _Part(
            self.first + _times(other.first, self.empty),
            other.last + _times(self.last, other.empty),
            min(self.empty * other.empty, _MOST_WAYS + 1),
        )


def _times(ways: Ways, number: int) -> Ways:
    return Counter({state: count * number for state, count in ways.items()})


@dataclass(slots=True)
class _Automaton:
    alphabet: tuple[str, ...]
    reads: list[frozenset[str]] = field(default_factory=list)
    follow: list[Ways] = field(default_factory=list)

    def add_all(self, nodes: Any) -> _Part:
        whole = _Part()
        for kind, value in nodes:
            whole = self._join(whole, self._add(str(kind), value))
        return whole

    def _add(self, kind: str, value: Any) -> _Part:
        if kind in _SIGNS:
            return self._sign(kind, value)
        if kind in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repeated(*value)
        if kind == "SUBPATTERN" and not value[1] and not value[2]:
            return self.add_all(value[3])
        if kind == "BRANCH":
            return self._branched(value[1])
        if kind == "AT":
            return _Part()  # reads nothing; where it forbids a way, there are fewer
        raise Unfit("it refers back, looks around, sets flags or never tries again")

    def _sign(self, kind: str, value: Any) -> _Part:
        if len(self.reads) == _MOST_STATES:
            raise Unfit(_INTRICATE)
        self.reads.append(frozenset(filter(_reads(kind, value), self.alphabet)))
        self.follow.append(Counter())
        here: Ways = Counter({len(self.reads) - 1: 1})
        return _Part(here, here, 0)

    def _repeated(self, least: int, most: Any, inner: Any) -> _Part:
        whole = _Part()
        for _ in range(least):
            whole = self._join(whole, self._some(inner))
        rest = _Part()
        if str(most) == "MAXREPEAT":
            rest = self._some(inner)
            self._connect(rest.last, rest.first)
        else:
            for _ in range(most - least):
                rest = self._join(self._some(inner), rest)
                rest = _Part(rest.first, rest.last, rest.empty + 1)
            return self._join(whole, rest)
        return self._join(whole, _Part(rest.first, rest.last, rest.empty + 1))

    def _some(self, inner: Any) -> _Part:
        """Return one more round of a repetition; one that reads nothing has none."""
        states = len(self.reads)
        found = self.add_all(inner)
        if len(self.reads) == states and inner:
            raise Unfit("it repeats what reads nothing")
        return found

    def _branched(self, branches: Any) -> _Part:
        parts = [self.add_all(each) for each in branches]
        first, last = Counter[int](), Counter[int]()
        for part in parts:
            first, last = first + part.first, last + part.last
        return _Part(first, last, sum(part.empty for part in parts))

    def _join(self, one: _Part, other: _Part) -> _Part:
        self._connect(one.last, other.first)
        return one.then(other)

    def _connect(self, ends: Ways, starts: Ways) -> None:
        for end, ways in ends.items():
            self.follow[end] += _times(starts, ways)

    # How often a text can be read -------------------------------------------------------

    def require_few_ways(self, whole: _Part) -> None:
        """Raise Unfit if the beginning of any text can be read in many ways."""
        if whole.empty > _MOST_WAYS:
            raise Unfit(_MANY_WAYS)
        signs = self._signs()
        begun = [self._read(whole.first, sign) for sign in signs]
        seen: set[frozenset[tuple[int, int]]] = set()
        due = [each for each in begun if each]
        while due:
            ways = due.pop()
            key = frozenset(ways.items())
            if key in seen:
                continue
            seen.add(key)
            if ways.total() > _MOST_WAYS:
                raise Unfit(_MANY_WAYS)
            if len(seen) * len(signs) > _MOST_STEPS:
                raise Unfit(_INTRICATE)
            following: Ways = Counter()
            for state, count in ways.items():
                for step, number in self.follow[state].items():
                    following[step] += count * number
            due.extend(filter(None, (self._read(following, sign) for sign in signs)))

    def _signs(self) -> list[str]:
        """Return one character for each that the states tell apart."""
        told: dict[tuple[bool, ...], str] = {}
        for char in self.alphabet:
            told.setdefault(tuple(char in each for each in self.reads), char)
        return list(told.values())

    def _read(self, ways: Ways, sign: str) -> Ways:
        return Counter(
            {state: count for state, count in ways.items() if sign in self.reads[state]}
        )
