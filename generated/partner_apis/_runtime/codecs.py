"""The seam between values and bodies: one table from a format to its codec.

A codec writes a tree of JSON values as octets and reads octets as such a tree, so that
validators, pointers and models are the same for every format. Modules load when a
format is used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from .declare import Body
from .light import dataclass
from .strict_json import Unreadable


@dataclass(frozen=True, slots=True)
class Codec:
    """How one format is written and read."""

    media: str
    write: Callable[[Body, object], bytes]
    """Raises Unwritable, with where in the tree."""
    read: Callable[[Body, bytes], object]
    """Raises Unreadable."""
    media_of: Callable[[bytes], str] | None = None
    """Where the media type depends on what was written."""


@cache
def _json() -> Codec:
    from .strict_json import decode, encode

    return Codec(
        "application/json",
        lambda body, value: encode(value),
        lambda body, content: decode(content),
    )


@cache
def _form() -> Codec:
    from . import urlencoded

    media = "application/x-www-form-urlencoded"
    return Codec(media, urlencoded.write, urlencoded.read)


@cache
def _multipart() -> Codec:
    from . import multipart

    codec = multipart.write, multipart.read
    return Codec(multipart.MEDIA, *codec, media_of=multipart.media_of)


@cache
def _xml() -> Codec:
    from . import xml_text

    return Codec("application/xml", xml_text.write, xml_text.read)


@cache
def _text() -> Codec:
    from . import plain_text

    return Codec("text/plain", plain_text.write, plain_text.read)


@cache
def _csv() -> Codec:
    from . import csv_text

    return Codec("text/csv", csv_text.write, csv_text.read)


@cache
def _none() -> Codec:
    return Codec("", lambda body, value: b"", _nothing)


def _nothing(body: Body, content: bytes) -> object:
    if content:
        raise Unreadable("there is a body, and none is documented")
    return {}


CODECS: Final[dict[str, Callable[[], Codec]]] = {
    "json": _json,
    "form": _form,
    "multipart": _multipart,
    "xml": _xml,
    "text": _text,
    "csv": _csv,
    "none": _none,
}


def write(body: Body, value: object) -> tuple[bytes, str]:
    """Return *value* as octets and their media type; Unwritable where it has no form."""
    codec = CODECS[body.format]()
    content = codec.write(body, value)
    if body.sealed is not None:
        from .seals import seal

        media = CODECS["json" if body.sealed.member else "text"]().media
        return seal(body.sealed, content), body.media or media
    if codec.media_of is not None:
        return content, codec.media_of(content)
    return content, body.media or codec.media


def read(body: Body, content: bytes) -> object:
    """Return what *content* holds; Unreadable where it is not as documented."""
    if body.sealed is not None:
        from .seals import opened

        content = opened(body.sealed, content)
    return CODECS[body.format]().read(body, content)
