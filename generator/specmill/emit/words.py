"""The words of a statement: which bracket closes which, and where lines may begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

WIDTH: Final = 88
STRING: Final = re.compile(r"""[bfr]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""")
WORD: Final = re.compile(
    rf"(\s*)({STRING.pattern}"
    r"|\d[\w.]*|\w+"
    r"|->|:=|(?:\*\*|//|>>|<<|[-+*/%&|^@=!<>])="
    r"|\*\*|//|>>|<<|[-+*/%&|^~@=<>.,:;()\[\]{}])"
)
"""A word, and what is between it and the one before."""
OPENING: Final = frozenset("([{")
CLOSING: Final = frozenset(")]}")

FOR, COMMA, TERNARY, LOGIC, STRINGS, COMPARED, DOT = 20, 18, 16, 14, 12, 10, 1
"""How willingly a line is broken there; rather between what is bound together least."""
_BETWEEN: Final = {
    **dict.fromkeys(("and", "or"), LOGIC),
    **dict.fromkeys(("==", "!=", "<", ">", "<=", ">=", "in", "is"), COMPARED),
    "|": 9,
    "^": 8,
    "&": 7,
    **dict.fromkeys(("<<", ">>"), 6),
    **dict.fromkeys("+-", 5),
    **dict.fromkeys(("*", "/", "//", "%", "@"), 4),
    "**": 2,
}
_KEYWORDS: Final = frozenset(
    {"and", "assert", "await", "elif", "else", "for", "if", "in", "is", "lambda", "not"}
    | {"or", "raise", "return", "while", "yield", "import", "del"}
)
_BEFORE_SIGN: Final = frozenset(
    {*OPENING, *_BETWEEN, *_KEYWORDS, "", ",", "=", ":", ":=", "->"}
)
"""After these an operator is a sign, or stars are those of arguments."""


class Words:
    """The words of a statement, and how long it is up to each of them on one line."""

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        """Take words after the blanks and the ends of lines that are before them."""
        self.words = [word for _, word in words]
        self.end = len(words)
        self.spaced: list[str] = []
        """Each word after its blank."""
        self.mates: dict[int, int] = {}
        """The place of the other bracket, by that of each."""
        self.before = [0]
        """How long all is that stands before each word."""
        self.lists = [0]
        """How many lists that are to be broken end before each word."""
        open_: list[int] = []
        last = ""
        for place, (gap, word) in enumerate(words):
            blank = _blank(last, word, gap)
            self.spaced.append(blank + word)
            self.before.append(self.before[-1] + len(blank) + len(word))
            is_list = False
            if word in OPENING:
                open_.append(place)
            elif word in CLOSING:
                opening = open_.pop()
                self.mates[place], self.mates[opening] = opening, place
                is_list = last == "," and self._is_list(opening, place)
            self.lists.append(self.lists[-1] + is_list)
            last = word

    def _is_list(self, opening: int, closing: int) -> bool:
        """Tell whether a comma before *closing* asks for lines: not in `(x,)`."""
        bracket = self.words[closing]
        if bracket == "}" or self.words[0] == "from":
            return True
        place = opening + 1
        while self.words[place] != ",":
            place = self.mates.get(place, place) + 1
        if place < closing - 1:
            return True
        return self.follows(opening) == (bracket == ")")

    def follows(self, opening: int) -> bool:
        """Tell whether a bracket belongs to what is before it: a call, an index."""
        before = self.words[opening - 1] if opening else ""
        if not before or before in _KEYWORDS:
            return False
        return before[-1].isalnum() or before[-1] in "_)]}\"'"

    # From one place to another ----------------------------------------------------------

    def width(self, start: int, end: int) -> int:
        """Return how long words are on one line."""
        blank = self.spaced[start][0] == " "
        return self.before[end] - self.before[start] - blank

    def has_list(self, start: int, end: int) -> bool:
        """Tell whether a list is in there that is to be broken."""
        # Of a bracket that comes first, what it closes is elsewhere.
        return self.lists[end] > self.lists[start + (self.words[start] in CLOSING)]

    def on_one(self, start: int, end: int) -> str:
        """Return words as they stand on one line."""
        return "".join(self.spaced[start:end]).lstrip(" ")

    def breaks(self, start: int, end: int) -> dict[int, int]:
        """Return before which words a line may begin, and how willingly.

        Words in brackets are left out; of a comma the place is its own.
        """
        found: dict[int, int] = {}
        last, is_of_for, has_for = "", False, False
        place = start
        while place < end:
            word = self.words[place]
            if is_of_for:  # up to its `in`
                is_of_for, priority = word != "in", 0
            elif word == "for":
                is_of_for, has_for, priority = True, True, FOR
            elif word in ("if", "else"):
                priority = FOR if has_for else TERNARY
            else:
                priority = self._priority(place, last)
            if priority and place > start:
                found[place] = priority
            mate = self.mates.get(place, place)
            if mate >= end:
                break
            place = max(place, mate)
            last = self.words[place]
            place += 1
        return found

    def _priority(self, place: int, last: str) -> int:
        word = self.words[place]
        if word == ",":
            return COMMA
        if word in _BETWEEN:
            return 0 if last in _BEFORE_SIGN else _BETWEEN[word]
        if word == "not":
            return COMPARED if self.words[place + 1] == "in" else 0
        if word == ".":
            return DOT if last in CLOSING else 0
        return STRINGS if last and _is_text(word) and _is_text(last) else 0


def _blank(last: str, word: str, gap: str) -> str:
    """Return what black writes between two words where *gap* was written."""
    if word == "," or word in CLOSING or last in OPENING:
        return ""
    return " " if last == "," or (gap and last) else ""


def _is_text(word: str) -> bool:
    return word[-1] in "\"'"
