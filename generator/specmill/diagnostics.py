"""What is told to the author of a spec: collected by passes, raised once, rendered.

The sentences stand in `catalogue`; `report` fills one in, `Refused` carries all that a
pass found, and `render` tells them to a person, an editor or a continuous build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from . import __version__
from .catalogue import CATALOGUE, Kind, Severity
from .light import dataclass
from .source import Location, Source
from .verbatim import exact

__all__ = [
    "CATALOGUE",
    "HIDDEN",
    "UNSEEN",
    "Diagnostic",
    "Kind",
    "Refused",
    "Severity",
    "Style",
    "escaped",
    "nearest",
    "render",
    "report",
]

Style = Literal["text", "json", "github", "sarif"]

LONGEST_VALUE = 80
"""How many characters of a value a sentence repeats."""

LONGEST_LINE = 100
"""How many characters of a line are shown above a caret."""


# Written as ranges, not asked of `unicodedata`: the same text must be refused by every
# Python.  Control characters, Unicode's default ignorables, separators of lines and
# paragraphs, annotations, surrogates, noncharacters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
        for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
"""A character that a reader of the text does not see, or that misleads one."""
UNSEEN = re.compile(HIDDEN.pattern[:-1] + "\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The same, and what looks different in every font: characters of private use."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A sentence about a place in a spec; *code* names its kind in the catalogue."""

    code: str
    message: str
    location: Location
    severity: Severity = "error"


class Refused(Exception):
    """Raised by a pass after it has collected all that it finds."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Order the diagnostics by location, those of one location as they came."""
        self.diagnostics = tuple(sorted(diagnostics, key=lambda each: each.location))
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return render(self.diagnostics).rstrip("\n")


def report(
    code: str, location: Location, /, *, near: str | None = None, **values: object
) -> Diagnostic:
    """Fill in the sentence of *code*; *near* is what the author may have meant.

    A value is inserted once, escaped and shortened; a tuple becomes a list with commas.
    """
    kind = CATALOGUE[code]
    message = kind.template.format_map(
        {name: _shown(value) for name, value in values.items()}
    )
    hint = f"; did you mean '{_shown(near)}'?" if near is not None else ""
    return Diagnostic(code, message + hint, location, kind.severity)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like *word*; None where none is like it."""
    from difflib import get_close_matches

    cutoff = 0.75 if len(word) < 5 else 0.6  # three letters are soon in another word
    return next(iter(get_close_matches(word, list(known), 1, cutoff)), None)


def escaped(text: str) -> str:
    r"""*text* on one line, what does not print written as \u escapes."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(map(_escape, text))


def render(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source] | None = None,
    style: Style = "text",
    *,
    caret: bool = False,
) -> str:
    """Tell *diagnostics* in a style; *caret* adds the line and a caret to "text".

    *sources*, by path, are where the lines come from; a missing one is left out.
    """
    if style == "text":
        shown = sources if caret and sources is not None else {}
        return "".join(
            _text(each, shown.get(each.location.path)) for each in diagnostics
        )
    return _STYLES[style](tuple(diagnostics))


def _shown(value: object) -> str:
    if type(value) is tuple:  # not a Location, which is one too
        return ", ".join(map(_shown, value))
    text = exact(value) if isinstance(value, str) else _as_in_yaml(value)
    if len(text) > LONGEST_VALUE:
        return escaped(text[: LONGEST_VALUE - 3]) + "..."
    return escaped(text)


def _as_in_yaml(value: object) -> str:
    return {"None": "null", "True": "true", "False": "false"}.get(
        written := str(value), written
    )


def _escape(char: str) -> str:
    if char.isprintable() and not HIDDEN.match(char):
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _text(diagnostic: Diagnostic, source: Source | None) -> str:
    severity = "warning: " if diagnostic.severity == "warning" else ""
    location = escaped(str(diagnostic.location))
    told = f"{location}: {severity}{diagnostic.code}: {diagnostic.message}\n"
    if source is None:
        return told
    return told + "".join(f"  {line}\n" for line in _pointed(source, diagnostic))


def _pointed(source: Source, diagnostic: Diagnostic) -> Iterator[str]:
    """The line and a caret below it, cut to what is around the place."""
    line, index = source.line(diagnostic.location.line), diagnostic.location.column - 1
    start = max(0, index - LONGEST_LINE * 2 // 3)
    before, after = line[start:index], line[index : start + LONGEST_LINE]
    left = "..." if start else ""
    right = "..." if start + LONGEST_LINE < len(line) else ""
    indent = left + _laid_out(before)
    yield f"{indent}{_laid_out(after)}{right}".rstrip()
    yield " " * _width(indent) + "^"


def _laid_out(text: str) -> str:
    """*text* without tabs, which terminals set as they like."""
    return escaped(text.replace("\t", "    "))


def _width(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in ("Mn", "Me") else 1 + (east_asian_width(char) in "WF")
        for char in text
    )


def _json(diagnostics: tuple[Diagnostic, ...]) -> str:
    import json

    told = [
        {
            "path": each.location.path,
            "line": each.location.line,
            "column": each.location.column,
            "code": each.code,
            "severity": each.severity,
            "message": each.message,
        }
        for each in diagnostics
    ]
    return json.dumps(told, indent=2) + "\n"


def _github(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Workflow commands, which show as annotations of the changed lines."""
    return "".join(
        f"::{each.severity} file={_property(escaped(each.location.path))}"
        f",line={each.location.line},col={each.location.column}"
        f",title={_property(each.code)}::{_command(each.message)}\n"
        for each in diagnostics
    )


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(diagnostics: tuple[Diagnostic, ...]) -> str:
    import json

    codes = sorted({each.code for each in diagnostics})
    rules = [
        {"id": code, "shortDescription": {"text": CATALOGUE[code].purpose}}
        for code in codes
    ]
    driver = {"name": "specmill", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in diagnostics],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=2) + "\n"


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, object]:
    from urllib.parse import quote

    place = diagnostic.location
    scheme = "file://" if place.path.startswith("/") else ""
    region = {"startLine": place.line, "startColumn": place.column}
    uri = scheme + quote(place.path, errors="surrogateescape")
    physical = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity,
        "message": {"text": diagnostic.message},
        "locations": [{"physicalLocation": physical}],
    }


_STYLES = {"json": _json, "github": _github, "sarif": _sarif}
