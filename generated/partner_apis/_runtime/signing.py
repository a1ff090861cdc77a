"""Sign a request as its documentation describes, over the bytes that will be sent."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Final

from .declare import BodyDigest, Credential, Encoding, PartWord, Signature
from .strict_json import minify

_DIGEST_OF: Final = {
    "HMAC-SHA256": "sha256",
    "HMAC-SHA512": "sha512",
    "SHA-256": "sha256",
    "SHA-512": "sha512",
}


def sign(
    recipe: Signature,
    *,
    method: str,
    path: str,
    body: bytes,
    timestamp: str,
    credentials: Mapping[str, str],
    encoding: Encoding,
) -> str:
    """Return the signature; *credentials* are needed by name, KeyError without one."""
    words: dict[PartWord, str] = {
        "method": method,
        "path": path,
        "timestamp": timestamp,
    }
    parts = (_part(part, words, body, credentials) for part in recipe.parts)
    message = recipe.separator.join(parts).encode("utf-8")
    key = credentials[recipe.key.name].encode("utf-8")
    digest = hmac.digest(key, message, _DIGEST_OF[recipe.algorithm])
    return digest.hex() if encoding == "hex" else base64.b64encode(digest).decode()


def credentials_of(recipe: Signature) -> tuple[str, ...]:
    """Return the names of the credentials that *recipe* needs."""
    named = (part.name for part in recipe.parts if isinstance(part, Credential))
    return (recipe.key.name, *named)


def _part(
    part: PartWord | Credential | BodyDigest,
    words: Mapping[PartWord, str],
    body: bytes,
    credentials: Mapping[str, str],
) -> str:
    if isinstance(part, Credential):
        return credentials[part.name]
    if isinstance(part, BodyDigest):
        signed = minify(body) if part.minified else body
        return hashlib.new(_DIGEST_OF[part.algorithm], signed).hexdigest()
    return words[part]
