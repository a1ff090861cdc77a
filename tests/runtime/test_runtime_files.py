"""Files are described by their octets, and stand in parts that none of them ends."""

from __future__ import annotations

import secrets
import struct

import pytest

from specmill.harness.parts import made, read
from specmill.runtime.codecs import write
from specmill.runtime.declare import Body
from specmill.runtime.files import File, described, pixels_of
from specmill.runtime.strict_json import Unwritable

PARTED = Body(format="multipart")
FILE = {"type": "object", "file": True, "properties": {"media": {}, "size": {}}}
SCHEMA = {"properties": {"photo": FILE, "count": {"type": "integer"}}}


@pytest.mark.parametrize("media", ["image/png", "image/gif", "image/jpeg"])
def test_the_pixels_of_an_image_are_in_its_first_octets(media: str) -> None:
    content = made({"media": media, "size": 80, "width": 300, "height": 2})

    assert (300, 2) == pixels_of(content)


def test_the_frame_of_a_jpeg_comes_after_other_segments() -> None:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"\xff\xc0ab"
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 8, 8, 5, 7, 0)

    assert (7, 5) == pixels_of(b"\xff\xd8" + comment + frame + b"\xff\xd9")


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG", b"GIF89a", b"\xff\xd8\xff", b"text"]
)
def test_what_is_no_image_has_no_pixels(content: bytes) -> None:
    assert pixels_of(content) is None


def test_a_file_shows_nothing_of_itself() -> None:
    assert "<File image/png, 6 octets>" == repr(File(b"secret", "image/png"))


def test_parts_are_read_by_another_path() -> None:
    photo = File(b"\r\n--x\r\n\x00\xff", "image/png")

    content, media = write(PARTED, {"count": 7, "photo": described(photo)})

    expected = {"count": 7, "photo": {"media": "image/png", "size": 9}}
    assert media.startswith("multipart/form-data; boundary=")
    assert expected == read(SCHEMA, content)


def test_no_content_has_the_boundary(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["taken", "free"])
    monkeypatch.setattr(secrets, "token_hex", lambda size: next(drawn))

    _, media = write(PARTED, {"photo": described(File(b"--taken"))})

    assert "multipart/form-data; boundary=free" == media


def test_a_name_cannot_add_a_header() -> None:
    file = File(b"x", "image/png", name='a"\r\nX-Y: z')

    content, _ = write(PARTED, {"photo": described(file)})

    assert b"\r\nX-Y" not in content


@pytest.mark.parametrize(
    "value, pointer",
    [
        ({"photo": {"a": 1}}, "/photo"),
        ({"count": None}, "/count"),
        ({"list": ["a", "\ud800"]}, "/list/1"),
        ({"photo": described(File(b"", "image/png\r\nX: y"))}, "/photo"),
    ],
)
def test_what_no_part_can_hold_is_refused_where_it_stands(
    value: dict[str, object], pointer: str
) -> None:
    with pytest.raises(Unwritable) as caught:
        write(PARTED, value)

    assert pointer == caught.value.pointer
