"""Bytes to text that YAML parsers agree on: encoding, characters, directives.

What is refused here would be hidden from a reader of the file, or would make parsers
and editors count lines differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from unicodedata import name

from .diagnostics import HIDDEN, Diagnostic, Refused, report
from .source import Location, Source

MAX_BYTES = 1024 * 1024
MAX_FINDINGS = 100

# UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def decoded(path: str, content: bytes) -> Source:
    """The text of a file; raises `Refused` where it is too big or not UTF-8."""
    start = Location(path, 1, 1)
    if len(content) > MAX_BYTES:
        size, limit = len(content), MAX_BYTES
        raise Refused([report("file-too-big", start, size=size, limit=limit)])
    if encoding := _wide_encoding(content):
        raise Refused([report("utf-16", start, encoding=encoding)])
    if content.startswith(b"\xef\xbb\xbf"):
        raise Refused([report("byte-order-mark", start)])
    try:
        return Source(path, content.decode())
    except UnicodeDecodeError as error:
        good = Source(path, content[: error.start].decode())
        byte = f"{content[error.start]:02X}"
        place = good.at(len(good.text))
        raise Refused([report("not-utf-8", place, byte=byte)]) from None


def refuse_unreadable(source: Source) -> None:
    """Raise `Refused` where the text holds hidden characters or directives."""
    found = list(islice(_findings(source), MAX_FINDINGS))
    if len(found) == MAX_FINDINGS:
        found.append(too_many_findings(found[-1].location))
    if found:
        raise Refused(found)


def hidden_character(char: str, place: Location) -> Diagnostic:
    """Why *char*, which `HIDDEN` matches, may not stand in a spec."""
    label = f"U+{ord(char):04X} {name(char, '')}".rstrip()
    return report(_hidden_code(char), place, name=label)


def too_many_findings(place: Location) -> Diagnostic:
    """What stands in for the findings after the last one told."""
    return report("too-many-findings", place, limit=MAX_FINDINGS)


def _wide_encoding(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    # Without a mark, every other byte of Latin text is NUL.
    is_nul = [byte == 0 for byte in content[:4]]
    return "UTF-16" if is_nul in ([True, False] * 2, [False, True] * 2) else None


def _findings(source: Source) -> Iterator[Diagnostic]:
    yield from _directives(source)
    if not HIDDEN.search("".join(set(source.text))):  # few characters to look at
        return
    for found in HIDDEN.finditer(source.text):
        yield hidden_character(found[0], source.at(found.start()))


def _directives(source: Source) -> Iterator[Diagnostic]:
    """Directives stand before the document; a later `%` is text."""
    if "%" not in source.text:
        return
    for number, line in enumerate(source.lines(), start=1):
        if line.startswith("%"):
            yield report("directive", Location(source.path, number, 1), text=line)
        elif line.strip(" \t") and not line.lstrip(" \t").startswith("#"):
            return


def _hidden_code(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "surrogate"
    if char in _BIDI_CONTROLS:
        return "bidi-control"
    return "control-character" if char < "\xa0" else "hidden-character"
