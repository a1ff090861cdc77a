"""Signatures recomputed from the page's recipe, with nothing but hmac and hashlib."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from .contract import Part, Recipe

_DIGESTS: Final = {
    "HMAC-SHA256": "sha256",
    "HMAC-SHA512": "sha512",
    "SHA-256": "sha256",
    "SHA-512": "sha512",
}
_OTHER: Final = {
    "HMAC-SHA256": "HMAC-SHA512",
    "HMAC-SHA512": "HMAC-SHA256",
    "hex": "base64",
    "base64": "hex",
}
_OF_URLS: Final = str.maketrans("+/", "-_")
_SPACE: Final = re.compile(rb'("(?:[^"\\]|\\.)*")|[ \t\r\n]+', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature covers."""

    method: str
    path: str
    timestamp: str
    body: bytes


def _exchanged(text: str) -> str:
    """Return *text* with its last character counted up, which base64 may not show."""
    return text[:-1] + (chr(ord(text[-1]) + 1) if text[-1:].isalnum() else "A")


HOW: Final[Mapping[str, Callable[[str], str]]] = {
    "another": lambda text: f"{text}x",
    "left out": lambda text: "",
    "in other letter case": str.swapcase,
    "cut in half": lambda text: text[: len(text) // 2],
    "short of a character": lambda text: text[:-1],
    "short at its beginning": lambda text: text[1:],
    "and more": lambda text: f"{text}A",
    "without padding": lambda text: text.rstrip("="),
    "in the alphabet of URLs": lambda text: text.translate(_OF_URLS),
    "in quotes": lambda text: f'"{text}"',
    "after a scheme": lambda text: f"sha512={text}",
    "after a word": lambda text: f"Signature {text}",
    "with another last character": lambda text: _exchanged(text.rstrip("=")) + "==",
    "with another end": lambda text: text[:-4] + text[-4:].swapcase(),
}
"""What can be wrong with one part of what is signed, or with the signature itself."""


def signature(
    recipe: Recipe,
    signed: Signed,
    credentials: Mapping[str, str],
    broken: str = "",
    how: str = "another",
) -> str:
    """Return the signature; *broken* and *how* name the one thing that is wrong in it."""
    separator, key = recipe.separator, credentials[recipe.key]
    if broken == "separator":
        separator = HOW[how](separator)
    if broken == "key":
        key = _instead(key, credentials, how)
    algorithm, encoding = recipe.algorithm, recipe.encoding
    parts = (_part(part, signed, credentials, broken, how) for part in recipe.parts)
    if broken == "algorithm":
        algorithm = _OTHER[algorithm]
    if broken == "encoding":
        encoding = _OTHER[encoding]
    message = separator.join(parts).encode("utf-8")
    digest = hmac.new(key.encode("utf-8"), message, _DIGESTS[algorithm]).digest()
    text = digest.hex() if encoding == "hex" else base64.b64encode(digest).decode()
    if broken == "case":
        return text.swapcase()
    if broken != "whole":
        return text
    # A signature without such a character would stay right; then it is made longer.
    wrong = HOW[how](text)
    return wrong if wrong != text else f"{text}A"


def _instead(text: str, credentials: Mapping[str, str], how: str) -> str:
    return credentials[how] if how in credentials else HOW[how](text)


def _part(
    part: Part, signed: Signed, credentials: Mapping[str, str], broken: str, how: str
) -> str:
    if part.kind == "body":
        return _digest(part, signed.body, broken, how)
    text = {
        "method": signed.method,
        "path": signed.path,
        "timestamp": signed.timestamp,
        "credential": credentials.get(part.name, ""),
    }[part.kind]
    return _instead(text, credentials, how) if broken == part.kind else text


def _digest(part: Part, body: bytes, broken: str, how: str) -> str:
    if part.minified and broken != "minify":
        body = minified(body)
    if broken == "minify" and how != "another":
        body = b"".join(body.split())
    if broken == "body" and how == "another":
        body += b"x"
    text = hashlib.new(_DIGESTS[part.name], body).hexdigest()
    return HOW[how](text) if broken == "body" and how != "another" else text


def minified(body: bytes) -> bytes:
    """Return JSON without the white space that stands outside of its texts."""
    return _SPACE.sub(rb"\1", body)
