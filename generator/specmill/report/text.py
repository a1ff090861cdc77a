"""Texts of specs and servers as HTML: escaped to the character, the unseen made seen."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from ..diagnostics import UNSEEN


def marked(value: Any) -> Any:
    r"""Return *value* as it may stand between tags; markup of our own stays.

    A character that nobody sees becomes an escape such as `\u202e`, and looks different
    from the same letters in the text.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if value.isprintable() and not UNSEEN.search(value):
        return escape(value)
    return Markup("").join(_marked(char) for char in value)


def _marked(char: str) -> Markup:
    if char == "\n" or (char.isprintable() and not UNSEEN.match(char)):
        return escape(char)
    sign = char.encode("unicode_escape").decode("ascii")
    return Markup('<span class="unseen">{}</span>').format(sign)


def link(url: str) -> tuple[Markup, ...]:
    """Return *url* for an attribute, once; nothing where it leads to no web page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ()
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ()
    return (escape(quote(url, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")),)


def anchor(*words: str) -> Markup:
    """Return a name for a place on the page, fit for an attribute."""
    return escape(quote("-".join(words), safe="", errors="replace").replace("%", "_"))
