"""A statement -> its lines: whether it has to be broken, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from .words import CLOSING, COMMA, DOT, OPENING, WIDTH, Words

INDENT: Final = 4
_ASSIGNING: Final = frozenset(
    {"=", *(f"{each}=" for each in ("+", "-", "*", "/", "//", "%", "&", "|", "^", "@"))}
)


class _Part(NamedTuple):
    """Words that are laid out together: from where to where, and how far in."""

    start: int
    end: int
    indent: int
    after: str = ""
    """What follows on their last line."""


class Statement(Words):
    """A statement of Python, without comments, that is to be laid out."""

    def __init__(self, words: Sequence[tuple[str, str]], indent: int) -> None:
        super().__init__(words)
        self._value = self._found_value()
        if self._value is not None and self._is_enclosed(*self._value):
            start, end = self._value
            kept = [*words[:start], *words[start + 1 : end - 1], *words[end:]]
            kept[start] = (" ", kept[start][1])
            super().__init__(kept)
            self._value = (start, end - 2)
        self._whole = _Part(0, self.end, indent)

    def _found_value(self) -> tuple[int, int] | None:
        """Return from where to where parentheses may be put or taken away."""
        first = self.words[0]
        if first in ("if", "elif", "while"):
            return 1, self.end - 1
        if first == "return":
            return (1, self.end) if self.end > 1 else None
        return self._assigned(0, self.end)

    def _assigned(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the value that is assigned, or else the annotation."""
        annotated = None
        place = start
        while place < end:
            if self.words[place] in _ASSIGNING:
                return place + 1, end
            if self.words[place] == ":" and annotated is None and place + 1 < end:
                annotated = place + 1, end
            place = self.mates.get(place, place) + 1
        return annotated

    def _is_enclosed(self, start: int, end: int) -> bool:
        """Tell whether a value has parentheses that mean nothing."""
        if self.words[start] != "(" or self.mates[start] != end - 1:
            return False
        found = self.breaks(start + 1, end - 1)
        return end - start > 2 and max(found.values(), default=0) < COMMA

    # Kinds of statements ----------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """Yield its lines."""
        if self._fits(self._whole):
            yield self._flat(self._whole)
        elif self.words[0] == "def" or self.words[:2] == ["async", "def"]:
            yield from self._defined()
        elif self.words[0] == "from":
            yield from self._imported()
        elif self._value is None:
            yield from self._lines(self._whole)
        else:
            yield from self._valued(*self._value, self._whole)

    def _defined(self) -> Iterator[str]:
        _, end, indent, _ = self._whole
        opening = self.words.index("(")
        closing = self.mates[opening]
        yield self._flat(_Part(0, opening + 1, indent))
        parameters = _Part(opening + 1, closing, indent + INDENT)
        commas = COMMA in self.breaks(opening + 1, closing).values()
        if commas and (self.words[closing - 1] == "," or not self._fits(parameters)):
            for start, stop in self._items(parameters):
                yield from self._parameter(_Part(start, stop, indent + INDENT, ","))
        elif commas:
            yield self._flat(parameters)
        else:
            yield from self._parameter(parameters._replace(after=","))
        tail = _Part(closing, end, indent)
        if "->" in self.words[closing:]:
            returned = self.words.index("->", closing) + 1
            yield from self._enclosing(returned, end - 1, tail)
        else:
            yield from self._lines(tail)

    def _parameter(self, part: _Part) -> Iterator[str]:
        """Yield a parameter, whose annotation has parentheses where it is broken."""
        names = self.words[part.start : part.end]
        if ":" not in names:
            return self._lines(part, is_inside=True)
        start = part.start + names.index(":") + 1
        value = self._assigned(start, part.end)
        return self._enclosing(start, value[0] - 1 if value else part.end, part)

    def _enclosing(self, start: int, end: int, part: _Part) -> Iterator[str]:
        """Yield a part whose annotation stands from *start* to *end*."""
        if self._fits(part) or not self.breaks(start, end):
            return self._lines(part)
        return self._valued(start, end, part)

    def _imported(self) -> Iterator[str]:
        start = self.words.index("import") + 1
        pad = " " * self._whole.indent
        yield f"{pad}{self.on_one(0, start)} ("
        skipped = self.words[start] == "("
        names = self.on_one(start + skipped, self.end - skipped).rstrip(",")
        for name in names.split(", "):
            yield f"{pad}{' ' * INDENT}{name},"
        yield f"{pad})"

    # A value that may get parentheses -----------------------------------------------------

    def _valued(self, start: int, end: int, whole: _Part) -> Iterator[str]:
        """Yield *whole*, with parentheses around the value where it needs them."""
        if not self._is_enough(start, end, whole.indent + INDENT):
            return self._in_parentheses(start, end, whole)
        brackets = self._brackets(whole)
        if brackets is None:
            inside = _Part(start, end, whole.indent + INDENT)
            if end - start < 2 and not self._fits(inside):
                return iter([self._flat(whole)])
            return self._in_parentheses(start, end, whole)
        if not self._is_better(brackets[0], start, whole.indent):
            return self._in_parentheses(start, end, whole)
        found = list(self._broken(*brackets, whole))
        if len(found[0]) > WIDTH:
            other = list(self._in_parentheses(start, end, whole))
            if max(map(len, other)) <= WIDTH:
                return iter(other)
        return iter(found)

    def _in_parentheses(self, start: int, end: int, whole: _Part) -> Iterator[str]:
        pad = " " * whole.indent
        yield f"{pad}{self.on_one(whole.start, start)} ("
        inside = _Part(start, end, whole.indent + INDENT)
        yield from self._lines(inside, is_inside=True)
        rest = "".join(self.spaced[end : whole.end])
        yield f"{pad}){rest}{whole.after}"

    def _is_enough(self, start: int, end: int, indent: int) -> bool:
        """Tell whether a value may be broken at brackets of its own."""
        breaks = [*self.breaks(start, end).values()]
        if not breaks:
            return True
        most = max(breaks)
        if breaks.count(most) > 1:
            return False
        return (
            most == DOT
            or self._opens_well(start, end, indent)
            or self._closes_well(start, end, indent)
        )

    def _opens_well(self, start: int, end: int, indent: int) -> bool:
        if self.words[start] not in OPENING or self.words[start + 1] in CLOSING:
            return False
        closing = self.mates[start]
        places = range(closing, end)
        to = next((each for each in places if self.words[each] in OPENING), end - 1)
        return indent + self.width(closing, to + 1) <= WIDTH

    def _closes_well(self, start: int, end: int, indent: int) -> bool:
        last = self.words[end - 1]
        if last not in CLOSING or self.words[end - 2] in OPENING:
            return False
        opening = self.mates[end - 1]
        if last == "]" and self.follows(opening):
            return False
        return (
            any(word in OPENING for word in self.words[start:opening])
            or indent + self.width(start, opening + 1) <= WIDTH
        )

    def _is_better(self, opening: int, start: int, indent: int) -> bool:
        """Tell whether to break at *opening* is better than parentheses from *start* on."""
        words = self.words
        targets = words[:start]
        if words[start - 1] != "=" or not any(word in OPENING for word in targets):
            return True
        if self.before[start] + indent + 2 > WIDTH:
            return True
        return opening >= start and (
            any(word in CLOSING for word in words[start:opening])
            or indent + self.before[opening + 1] <= WIDTH
        )

    # A part -------------------------------------------------------------------------------

    def _fits(self, part: _Part) -> bool:
        start, end, indent, after = part
        if self.has_list(start, end):
            return False
        return indent + self.width(start, end) + len(after) <= WIDTH

    def _flat(self, part: _Part) -> str:
        return f"{' ' * part.indent}{self.on_one(part.start, part.end)}{part.after}"

    def _lines(
        self, part: _Part, *, is_inside: bool = False, is_list: bool = False
    ) -> Iterator[str]:
        """Yield a part, which stands in brackets or not; a list is broken even if short."""
        if not is_list and self._fits(part):
            yield self._flat(part)
            return
        pieces = tuple(self._pieces(part)) if is_inside else ()
        for piece in pieces:
            yield from self._lines(piece, is_inside=True)
        if pieces:
            return
        brackets = self._brackets(part)
        if brackets is None:
            yield self._flat(part)
        else:
            yield from self._broken(*brackets, part)

    def _broken(self, opening: int, closing: int, part: _Part) -> Iterator[str]:
        """Yield what stands up to a bracket, in it, and from its end on."""
        start, end, indent, after = part
        yield from self._lines(_Part(start, opening + 1, indent))
        is_list = not self.follows(opening) or self.words[closing - 1] == ","
        if is_list:
            last = closing - (self.words[closing - 1] == ",")
            is_list = COMMA in self.breaks(opening + 1, last).values()
        inside = _Part(opening + 1, closing, indent + INDENT)
        yield from self._lines(inside, is_inside=True, is_list=is_list)
        yield from self._lines(_Part(closing, end, indent, after))

    def _brackets(self, part: _Part) -> tuple[int, int] | None:
        """Return the brackets to break at: the last whose first line has room."""
        start, end, indent, _ = part
        found: list[tuple[int, int]] = []
        place = end - 1
        while place >= start:
            opening = self.mates.get(place, place)
            if start <= opening < place - 1:
                if found and self._stays(*found[-1], place, part):
                    break
                found.append((opening, place))
                is_first = len(found) == 1 and self.has_list(start, end)
                if not is_first and indent + self.width(start, opening + 1) <= WIDTH:
                    return opening, place
            place = min(opening, place) - 1
        return found[0] if found else None

    def _stays(self, opening: int, closing: int, before: int, part: _Part) -> bool:
        """Tell whether brackets have to be broken rather than those that end *before*."""
        rest = part.indent + self.width(before, part.end) + len(part.after)
        return rest > WIDTH or self.lists[closing + 1] > self.lists[opening]

    def _pieces(self, part: _Part) -> Iterator[_Part]:
        """Yield what is between commas or operators, where a part has them."""
        start, end, indent, after = part
        last = end - (self.words[end - 1] == ",")
        breaks = self.breaks(start, last)
        most = max(breaks.values(), default=0)
        places = [place for place, each in breaks.items() if each == most]
        if not places or (most == DOT and len(places) == 1):
            return
        if most == COMMA:
            for first, stop in self._items(part):
                yield _Part(first, stop, indent, ",")
            return
        for first, stop in pairwise((start, *places, end)):
            yield _Part(first, stop, indent, after if stop == end else "")

    def _items(self, part: _Part) -> Iterator[tuple[int, int]]:
        """Yield from where to where each item of a list goes."""
        start, end, _, _ = part
        commas = [at for at, each in self.breaks(start, end).items() if each == COMMA]
        ends = commas if commas and commas[-1] == end - 1 else [*commas, end]
        return zip([start, *(comma + 1 for comma in commas)], ends, strict=False)
