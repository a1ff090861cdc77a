"""Files that a call uploads, and what their first octets say of images."""

from __future__ import annotations

from typing import Final

from .light import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class File:
    """A file to be uploaded; its repr shows nothing of its content."""

    content: bytes
    media: str = "application/octet-stream"
    """Its media type, such as `image/png`."""
    name: str = "file"
    """The file name that the partner sees."""
    part: str = ""
    """The name of its part, where the page leaves that to the caller."""

    def __repr__(self) -> str:
        return f"<File {self.media}, {len(self.content)} octets>"


class Described(dict[str, object]):
    """What is known of a file, as the object that validators see, and the file."""

    __slots__ = ("file",)
    file: File


def described(file: File) -> Described:
    """Return *file* as an object of its media type, size and, of an image, pixels."""
    found = Described({"media": file.media, "size": len(file.content)})
    if file.part:
        found["part"] = file.part
    pixels = pixels_of(file.content)
    if pixels is not None:
        found["width"], found["height"] = pixels
    found.file = file
    return found


_PNG: Final = b"\x89PNG\r\n\x1a\n"
_NOT_A_FRAME: Final = frozenset({0xC4, 0xC8, 0xCC})


def pixels_of(content: bytes) -> tuple[int, int] | None:
    """Return the width and the height of a PNG, GIF or JPEG; None for anything else."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= 24:
        return _number(content[16:20]), _number(content[20:24])
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = content[6:8], content[8:10]
        return int.from_bytes(width, "little"), int.from_bytes(height, "little")
    return _of_jpeg(content) if content.startswith(b"\xff\xd8") else None


def _of_jpeg(content: bytes) -> tuple[int, int] | None:
    """Walk over the segments to the first that starts a frame."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_A_FRAME:
            return _number(content[at + 7 : at + 9]), _number(content[at + 5 : at + 7])
        at += 2 + _number(content[at + 2 : at + 4])
    return None


def _number(octets: bytes) -> int:
    return int.from_bytes(octets, "big")
