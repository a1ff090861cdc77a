"""Signatures recomputed from the page's recipe, with nothing but hmac and hashlib."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping
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
_SPACE: Final = re.compile(rb'("(?:[^"\\]|\\.)*")|[ \t\r\n]+', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature covers."""

    method: str
    path: str
    timestamp: str
    body: bytes


def signature(
    recipe: Recipe, signed: Signed, credentials: Mapping[str, str], broken: str = ""
) -> str:
    """Return the signature; *broken* names the one thing that is to be wrong in it."""
    separator = recipe.separator + ("|" if broken == "separator" else "")
    algorithm, encoding = recipe.algorithm, recipe.encoding
    parts = (_part(part, signed, credentials, broken) for part in recipe.parts)
    key = credentials[recipe.key] + ("x" if broken == "key" else "")
    if broken == "algorithm":
        algorithm = _OTHER[algorithm]
    if broken == "encoding":
        encoding = _OTHER[encoding]
    message = separator.join(parts).encode("utf-8")
    digest = hmac.new(key.encode("utf-8"), message, _DIGESTS[algorithm]).digest()
    text = digest.hex() if encoding == "hex" else base64.b64encode(digest).decode()
    return text.swapcase() if broken == "case" else text


def _part(
    part: Part, signed: Signed, credentials: Mapping[str, str], broken: str
) -> str:
    if part.kind == "body":
        return _digest(part, signed.body, broken)
    text = {
        "method": signed.method,
        "path": signed.path,
        "timestamp": signed.timestamp,
        "credential": credentials.get(part.name, ""),
    }[part.kind]
    return text + "x" if broken == part.kind else text


def _digest(part: Part, body: bytes, broken: str) -> str:
    if part.minified and broken != "minify":
        body = minified(body)
    if broken == "body":
        body += b"x"
    return hashlib.new(_DIGESTS[part.name], body).hexdigest()


def minified(body: bytes) -> bytes:
    """Return JSON without the white space that stands outside of its texts."""
    return _SPACE.sub(rb"\1", body)
