"""Source as templates write it -> the lines that black leaves alone, without black.

A statement that fits on a line stands on one. A longer one is broken at the last of its
brackets whose first line has room, and what is in them at commas or operators. A comma
before a closing bracket says that its items have lines of their own, however short.
Tests hold what is written to black and to ruff; blank lines and quotes are as they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .statement import Statement
from .words import STRING, WIDTH, WORD

_DOCSTRING: Final = '"""'
_ENCLOSED: Final = re.compile(r"(?:if|while|return|=) \(|,\s*[)\]}]")
"""What may have parentheses that mean nothing, or a list that is to be broken."""


def laid_out(text: str) -> str:
    """Return *text* with every statement on the lines that it needs."""
    return "\n".join(_laid_out(text.split("\n")))


def _laid_out(lines: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(lines):
        first, line = place, lines[place]
        place += 1
        start = line.lstrip(" ")
        if start.startswith(_DOCSTRING):
            is_open = line.count(_DOCSTRING) == 1
            while is_open and place < len(lines):
                is_open = _DOCSTRING not in lines[place]
                place += 1
            yield from lines[first:place]
            continue
        bare = _bare(line)
        depth = _depth(bare)
        if not depth and len(line) <= WIDTH and not _ENCLOSED.search(bare):
            yield line
            continue
        while depth > 0 and place < len(lines):
            depth += _depth(_bare(lines[place]))
            place += 1
        yield from _broken(lines[first:place], len(line) - len(start))


def _bare(line: str) -> str:
    """Return a line without what stands in its texts."""
    return STRING.sub("''", line) if '"' in line or "'" in line else line


def _depth(bare: str) -> int:
    """Return how many brackets a line leaves open."""
    opened = bare.count("(") + bare.count("[") + bare.count("{")
    return opened - bare.count(")") - bare.count("]") - bare.count("}")


def _broken(lines: Sequence[str], indent: int) -> Iterable[str]:
    source = "\n".join(lines)[indent:].rstrip()
    words = WORD.findall(source)
    if sum(len(gap) + len(word) for gap, word in words) != len(source):
        return lines  # a comment, say
    return Statement(words, indent).lines()
