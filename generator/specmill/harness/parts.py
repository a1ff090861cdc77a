"""Multipart bodies, written and read to the octet, and files made to measure."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from .bodies import text_of, typed
from .pointers import Json

BOUNDARY: Final = "contract-tests-4f1c2a9be77d"
"""A line that no made-up content has."""


def is_file(schema: Json) -> bool:
    return isinstance(schema, dict) and bool(schema.get("file"))


def made(file: Mapping[str, Any]) -> bytes:
    """Return the octets of a file as it is described: an image where it has pixels."""
    start = b""
    if "width" in file:
        start = _image(file["media"], file["width"], file["height"])
    return start.ljust(file["size"], b".")[: max(file["size"], len(start))]


def _image(media: str, width: int, height: int) -> bytes:
    if media == "image/gif":
        return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"
    if media == "image/jpeg":
        frame = struct.pack(">HBHHB", 8, 8, height, width, 0)
        return b"\xff\xd8\xff\xc0" + frame + b"\xff\xd9"
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    check = struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + check


def write(schema: Json, document: Json) -> bytes:
    """Return the members of *document* as parts."""
    parts = [
        b"--%s\r\n%s\r\n" % (BOUNDARY.encode(), part)
        for name, value in document.items()
        for part in _parts(name, schema.get("properties", {}).get(name, {}), value)
    ]
    return b"".join(parts) + b"--%s--\r\n" % BOUNDARY.encode()


def _parts(name: str, schema: Json, value: Json) -> Iterator[bytes]:
    if isinstance(value, list):
        for item in value:
            yield from _parts(name, schema.get("items", {}), item)
    elif is_file(schema) and isinstance(value, dict):
        named = value.get("part", name)
        line = f'Content-Disposition: form-data; name="{named}"; filename="a.bin"'
        head = f"{line}\r\nContent-Type: {value['media']}\r\n\r\n"
        yield head.encode() + made(value)
    else:
        line = f'Content-Disposition: form-data; name="{name}"\r\n\r\n'
        yield line.encode() + text_of(value).encode()


def read(schema: Json, content: bytes) -> Json:
    """Return the parts as a document, files described; ValueError for no such body."""
    first = re.match(rb"--([!-~ ]{1,70})\r\n", content)
    if first is None:
        raise ValueError("it does not begin with a boundary")
    mark = b"\r\n--" + first[1]
    *bodies, end = (b"\r\n" + content).split(mark)[1:]
    if end != b"--\r\n":
        raise ValueError("it does not end with its boundary")
    found: dict[str, Json] = {}
    for body in bodies:
        head, blank, octets = body.partition(b"\r\n\r\n")
        if not blank:
            raise ValueError("a part has no headers")
        _put(schema, found, head.decode("utf-8"), octets)
    return found


def _put(schema: Json, found: dict[str, Json], head: str, octets: bytes) -> None:
    named = re.search(r'name="([^"]*)"', head)
    if named is None:
        raise ValueError("a part has no name")
    name, own = _member(schema, named[1], is_upload='filename="' in head)
    is_list = own.get("type") == "array"
    item = own.get("items", {}) if is_list else own
    kind = re.search(r"(?im)^content-type:\s*(.+?)\s*$", head)
    value: Json = typed(octets.decode("utf-8", "replace"), item)
    if is_file(item) and 'filename="' in head:
        value = _described(item, named[1], kind[1] if kind else "", octets)
    if is_list:
        found.setdefault(name, []).append(value)
    elif name in found:
        raise ValueError(f"the part {name} stands there twice")
    else:
        found[name] = value


def _member(schema: Json, name: str, *, is_upload: bool) -> tuple[str, Json]:
    """Return the member that a part is: by its name, or the file of any name."""
    known = schema.get("properties", {})
    if name in known:
        return name, known[name]
    free = (key for key, each in known.items() if "part" in each.get("properties", {}))
    found = next(free, name) if is_upload else name
    return found, known.get(found, {})


def _described(schema: Json, part: str, media: str, octets: bytes) -> Json:
    found: dict[str, Json] = {"part": part, "media": media, "size": len(octets)}
    if "part" not in schema["properties"]:
        del found["part"]
    pixels = _pixels(octets) if "width" in schema["properties"] else None
    if pixels is not None:
        found["width"], found["height"] = pixels
    return found


def _pixels(octets: bytes) -> tuple[int, int] | None:
    png = re.match(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{8})", octets, re.S)
    if png is not None:
        width, height = struct.unpack(">II", png[1])
        return width, height
    gif = re.match(rb"GIF8[79]a(.{4})", octets, re.S)
    if gif is not None:
        width, height = struct.unpack("<HH", gif[1])
        return width, height
    frame = re.search(
        rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf].{3}(.{4})", octets, re.S
    )
    if octets[:2] == b"\xff\xd8" and frame is not None:
        height, width = struct.unpack(">HH", frame[1])
        return width, height
    return None
