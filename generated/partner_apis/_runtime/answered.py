"""What an answer says of itself: its coding, its media type, its headers.

Below `conclude`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .declare import Shape
from .leaves import read_leaf
from .transport import Answer


@lru_cache(maxsize=64)
def bare(media: str) -> str:
    """Return a documented media type without its parameters, in lower case."""
    return media.partition(";")[0].strip().lower()


def coded(answer: Answer) -> str | None:
    """Return what is wrong with the coding of an answer, if anything is."""
    if set(told_by(answer, "content-encoding")) - {"identity", ""}:
        return "the body is compressed, which was not asked for"
    return None


def headers_of(shape: Shape, answer: Answer) -> dict[str, object]:
    """Return the documented headers of an answer, typed; one that came twice is joined."""
    found: dict[str, object] = {}
    for name, inner in shape.members.items():
        texts = [text for each, text in answer.headers if each.lower() == name.lower()]
        if texts:
            found[name] = read_leaf(inner.kind, ", ".join(texts))
    return found


def told_by(answer: Answer, header: str) -> Iterator[str]:
    """Yield the values of *header*, in lower case."""
    for name, text in answer.headers:
        if name.lower() == header:
            yield text.strip().lower()


def misnamed(format: str, kind: str) -> str | None:
    """Say what is wrong with a Content-Type, for a body of *format* in UTF-8.

    What holds text is given many names; JSON and XML have few.
    """
    media_type, *parameters = (part.strip() for part in kind.split(";"))
    is_json = media_type in _JSON or media_type.endswith("+json")
    is_xml = media_type in _XML or media_type.endswith("+xml")
    if (format == "json" and not is_json) or (format == "xml" and not is_xml):
        return f"the body is not said to be {format.upper()}"
    for parameter in parameters:
        name, _, text = parameter.partition("=")
        if name.strip() == "charset" and text.strip().strip('"') not in _UTF_8:
            return "the body is not said to be UTF-8"
    return None


_JSON: Final = frozenset({"application/json", "text/json", "application/x-json"})
_XML: Final = frozenset({"application/xml", "text/xml"})
_UTF_8: Final = frozenset({"utf-8", "utf8", "us-ascii"})
