"""Views -> text: the one place where templates and Python literals are made.

A view is a frozen dataclass of text, computed from the Api; a template holds the shape
of a file and nothing else: text, `{{ a.b }}` and `for`.
Text of a spec reaches source only through `literal`, `docstring` or a checked name.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Final

from .. import __version__
from ..diagnostics import UNSEEN
from ..light import dataclass
from ..literals import literal, quoted
from ..output import Draft, digest
from ..own import tool
from ..shapes import UNKNOWN
from ..verbatim import Verbatim, exact

WIDTH: Final = 88


@dataclass(frozen=True, slots=True)
class OnlyDoc:
    """A module that is a docstring alone."""

    doc: str


def draft(path: str, template: str, view: Any) -> Draft:
    """Return the file at *path*, rendered from *template* only when that is needed."""
    key = digest(tool(""), template, described(view))
    return Draft(path, key, lambda: rendered(template, view))


def later(path: str, about: str, render: Callable[[], str]) -> Draft:
    """Return a file whose text takes long to make, and is made only when needed.

    It is made in the layout of black, which would take longer still to find it so.
    *about* is a digest of all that *render* looks at; the tool's own bytes are part of
    the key, because no view tells what they make of it.
    """
    return Draft(path, digest(tool(""), path, about), render, is_laid_out=True)


def plain_draft(path: str, text: str) -> Draft:
    """Return a file whose text is at hand and our own, as it is to stand."""
    key = digest(__version__, text)
    return Draft(path, key, lambda: text, is_laid_out=True, is_sound=True)


def rendered(template: str, view: Any) -> str:
    """Return the text that *template* makes of *view*."""
    named = {name: getattr(view, name) for name in _names(type(view))}  # type: ignore[arg-type]
    from .templating import render

    return render(template, named)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def described(view: Any) -> str:
    """Return a text that is equal exactly for equal views, on every run and machine."""
    kind = type(view)
    if kind is str or kind is Verbatim:  # most of what there is
        return f"str:{str.__str__(view)!a}"
    if kind is tuple or isinstance(view, tuple | list):
        return "(" + ", ".join(map(described, view)) + ")"
    if is_dataclass(kind):
        inner = ", ".join([described(getattr(view, name)) for name in _names(kind)])
        return f"{kind.__name__}({inner})"
    if isinstance(view, Mapping):
        inner = ", ".join(
            f"{described(key)}: {described(value)}" for key, value in view.items()
        )
        return "{" + inner + "}"
    if isinstance(view, _TOLD_BY_REPR):
        return f"{type(view).__name__}:{view!a}"
    raise TypeError(f"nothing tells {type(view).__name__} apart from its like")


_TOLD_BY_REPR: Final = (
    *(bool, bytes, date, Decimal, Enum, float, int, NoneType, re.Pattern, str),
    *(timedelta, timezone),
)
"""What has the same repr exactly where it is the same, on every run and machine."""


# Python ---------------------------------------------------------------------------------


FOLD: Final = 66
"""How much of a long text stands on one line."""


_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_MARKS: Final = re.compile(r"[\\|`*_\[\]<>&~]")
_LINE_MARK: Final = re.compile(r"[#+=:-]|[0-9]+[.)]")
_USUAL_CODE: Final = re.compile(r"[ -_a-{}~]+")
_USUAL_URL: Final = re.compile(r"[A-Za-z0-9:/?#._~=%@,;!$+-]+")


def cell(text: str) -> str:
    """Return text on one line that Markdown shows as it is, in a cell of a table too."""
    line = _MARKS.sub(r"\\\g<0>", _BLANKS.sub(" ", exact(text).strip(" \t\r\n")))
    line = UNSEEN.sub(lambda found: f"&#x{ord(found[0]):X};", line)
    found = _LINE_MARK.match(line)  # what would make a heading or a list of a line
    return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}" if found else line


def code(text: str) -> str:
    """Return *text* as code in Markdown; as a cell where backquotes cannot hold it."""
    return f"`{exact(text)}`" if _USUAL_CODE.fullmatch(text) else cell(text)


def target(url: str) -> str:
    """Return *url* as the target of a link in Markdown, in a cell of a table too."""
    url = exact(url)
    if _USUAL_URL.fullmatch(url):
        return url
    inner = re.sub(r"[\\|<>&]", r"\\\g<0>", url)
    return f"<{inner}>"


def folded(text: str, indent: int, opening: str = "", closing: str = ",") -> str:
    """Return *text* as a literal, over several lines where one would be too long.

    It stands between *opening* and *closing* on a line that is indented so far, or in
    parentheses of its own. Parts that would fit on one line are one part: ruff would
    join them, and black would not.
    """
    text = exact(text)
    whole = quoted(text)
    if indent + len(opening) + len(whole) + len(closing) <= WIDTH:
        return whole
    if indent + 4 + len(whole) <= WIDTH:
        return f"({whole})"
    parts = textwrap.wrap(text, FOLD, drop_whitespace=False, break_long_words=False)
    if len(parts) == 1 or "".join(parts) != text:
        return whole
    return "(" + " ".join(map(quoted, parts)) + ")"


def in_fstring(text: str) -> str:
    """Return *text* as it has to stand in an f-string that double quotes enclose."""
    inner = ascii(exact(text))[1:-1].replace('"', '\\"')
    return inner.replace("{", "{{").replace("}", "}}")


_UNSAFE: Final = re.compile(r'[^\x20-\x7e]|\\|"""')


def prose(text: str) -> str:
    """Return *text* on one line as the inside of a docstring, every character exact.

    Blanks and line breaks are what is filled anew; other spaces, such as one that does
    not break, are characters of the text.
    """
    return _UNSAFE.sub(_escape, _BLANKS.sub(" ", exact(text).strip(" \t\r\n")))


def _escape(found: re.Match[str]) -> str:
    if found.group() == '"""':
        return r"\"\"\""
    return found.group().encode("unicode_escape").decode("ascii")


def wrapped(text: str, indent: int = 4, opening: str = "") -> str:
    """Return prose filled to the line width; lines after the first are indented.

    *opening* stands before the first line and is not part of what is returned.
    """
    lines = textwrap.wrap(
        opening + prose(text),
        WIDTH - indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"\n{' ' * indent}".join(lines).removeprefix(opening)


def docstring(*paragraphs: str, indent: int = 4) -> str:
    """Return a docstring literal: one line where it fits, else paragraphs.

    Each paragraph is filled; one that starts with "- " keeps its lines.
    """
    kept = [paragraph for paragraph in paragraphs if paragraph]
    pad = " " * indent
    if len(kept) == 1 and len(prose(kept[0])) + indent + 6 <= WIDTH:
        return f'"""{_end(prose(kept[0]))}"""'
    opening, *rest = kept
    filled = [wrapped(opening, indent, '"""')]
    if not rest and "\n" not in filled[0]:  # black has no line for the quotes alone
        return f'"""{_end(filled[0])}"""'
    filled += [_paragraph(each, indent) for each in rest]
    text = f"\n\n{pad}".join(filled)
    return f'"""{text}\n{pad}"""'


def _end(text: str) -> str:
    return f"{text} " if text.endswith('"') else text


def _paragraph(text: str, indent: int) -> str:
    if not text.startswith("- "):
        return wrapped(text, indent)
    pad = f"\n{' ' * indent}"
    items = (wrapped(line, indent + 2) for line in text.splitlines())
    return pad.join(items)


def listed(items: Iterable[str]) -> str:
    """Return sources as the inside of a tuple or of a mapping, a comma after each."""
    return "".join(f"{item}," for item in items)


def known(value: Any) -> str:
    """Return the literal of *value*, None for one that the page leaves unknown."""
    return literal(None if value == UNKNOWN else value)
