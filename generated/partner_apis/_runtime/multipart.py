"""Bodies of several parts, written by httpx2: values as fields, files as files."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any, Final, cast

from .declare import Body
from .files import Described
from .leaves import write_leaf
from .strict_json import Unreadable, Unwritable
from .violations import escaped

MEDIA: Final = "multipart/form-data"


def write(body: Body, value: object) -> bytes:
    """Return the members of *value* as parts, between lines that none of them has."""
    # Loads slowly, and most operations upload nothing.
    import httpx2

    parts = list(_parts(cast("dict[str, object]", value)))
    if not parts:
        return b"--empty--\r\n"
    boundary = _boundary(parts)
    request = httpx2.Request(
        "POST",
        "http://localhost/",
        headers={"Content-Type": f"{MEDIA}; boundary={boundary}"},
        files=cast("Any", parts),
    )
    return request.read()


def media_of(content: bytes) -> str:
    """Return the media type of what `write` wrote: its first line is the boundary."""
    line = content.partition(b"\r\n")[0]
    return f"{MEDIA}; boundary={line[2:].decode('ascii')}"


def read(body: Body, content: bytes) -> object:
    """Refuse: no reply is documented as multipart."""
    raise Unreadable("the body has several parts")


Part = tuple[str, tuple[str | None, bytes] | tuple[str | None, bytes, str]]


def _parts(members: dict[str, object]) -> Iterator[Part]:
    for name, value in members.items():
        items = value if isinstance(value, list | tuple) else (value,)
        for index, item in enumerate(items):
            at = f"/{escaped(name)}"
            yield _part(name, at if item is value else f"{at}/{index}", item)


def _part(name: str, pointer: str, value: object) -> Part:
    if isinstance(value, Described):
        file = value.file
        if not file.media.isascii() or not file.media.isprintable():
            raise Unwritable(pointer, "has a media type that no header can hold")
        return file.part or name, (file.name, file.content, file.media)
    text = write_leaf(value)
    if text is None:
        raise Unwritable(pointer, "is neither a file nor text nor a number")
    try:
        octets = text.encode("utf-8")
    except UnicodeEncodeError:
        octets = None
    if octets is None:
        raise Unwritable(pointer, "is text that holds half of a surrogate pair")
    return name, (None, octets)


def _boundary(parts: list[Part]) -> str:
    while True:
        boundary = secrets.token_hex(16)
        if not any(boundary.encode("ascii") in part[1][1] for part in parts):
            return boundary
