"""Where something was written: the ground floor of every message about a spec.

Lines end where editors end them (LF, CRLF, CR), columns count characters, and both
start at 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Location(NamedTuple):
    """A place in a file; the first character stands at 1:1.

    A tuple, because every node has one and a frozen dataclass takes three times as long
    to make.
    """

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Source:
    """A file's text; it has no slots because it keeps where its lines start."""

    path: str
    text: str

    def line(self, number: int) -> str:
        """The line without its break; "" past the last line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = _LINE_BREAK.search(self.text, start)
        return self.text[start : end.start()] if end else self.text[start:]

    def lines(self) -> Iterator[str]:
        """Every line without its break."""
        return map(self.line, range(1, len(self._starts) + 1))

    def at(self, index: int) -> Location:
        """The location of the character at *index* of the text."""
        number = bisect_right(self._starts, index)
        return Location(self.path, number, index - self._starts[number - 1] + 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in _LINE_BREAK.finditer(self.text)))
