"""Envelopes around a body, sealed and opened by a path of the harness's own."""

from __future__ import annotations

import base64
import json
import os
from typing import Any

from .light import dataclass
from .pointers import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """How a body is sealed, and with which key."""

    algorithm: str
    member: str
    """The member of an object that holds it; empty where it is the whole body."""
    encoding: str
    credential: str = ""
    key_written: str = "text"
    vector_in: str = ""
    """The member that holds the initialization vector; empty where it stands before."""
    key: str = ""
    """The credential itself."""

    @property
    def _octets_of_key(self) -> bytes:
        if self.key_written == "text":
            return self.key.encode("utf-8")
        return _read(self.key_written, self.key)

    def _cipher(self, vector: bytes, tag: bytes | None = None) -> Any:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        aes = algorithms.AES(self._octets_of_key)
        if self.algorithm.endswith("CBC"):
            return Cipher(aes, modes.CBC(vector))
        return Cipher(aes, modes.GCM(vector, tag))


def sealed(seal: Seal, content: bytes) -> bytes:
    """Return the body that holds *content*."""
    vector = b""
    if seal.algorithm != "base64":
        vector = os.urandom(16 if seal.algorithm.endswith("CBC") else 12)
        content = _encrypted(seal, vector, content)
    apart = bool(seal.vector_in and vector)
    text = _write(seal.encoding, content if apart else vector + content)
    if not seal.member:
        return text.encode("ascii")
    vectors = {seal.vector_in: _write(seal.encoding, vector)} if apart else {}
    return json.dumps({seal.member: text, **vectors}).encode("ascii")


def opened(seal: Seal, body: bytes) -> bytes:
    """Return what *body* holds; ValueError where it cannot be opened."""
    told: Json = json.loads(body) if seal.member else {"": body.decode("ascii")}
    if not isinstance(told, dict) or not isinstance(told.get(seal.member), str):
        raise ValueError("it has no sealed member")
    content = _read(seal.encoding, told[seal.member])
    if seal.algorithm == "base64":
        return content
    size = 16 if seal.algorithm.endswith("CBC") else 12
    vector = content[:size]
    if seal.vector_in:
        vector = _read(seal.encoding, str(told.get(seal.vector_in)))
    else:
        content = content[size:]
    try:
        return _decrypted(seal, vector, content)
    except Exception:
        raise ValueError("it cannot be opened with the key") from None


def _encrypted(seal: Seal, vector: bytes, content: bytes) -> bytes:
    writer = seal._cipher(vector).encryptor()
    if seal.algorithm.endswith("GCM"):
        text = writer.update(content) + writer.finalize()
        return bytes(text + writer.tag)
    missing = 16 - len(content) % 16
    return bytes(
        writer.update(content + missing * bytes([missing])) + writer.finalize()
    )


def _decrypted(seal: Seal, vector: bytes, content: bytes) -> bytes:
    if seal.algorithm.endswith("GCM"):
        reader = seal._cipher(vector, content[-16:]).decryptor()
        return bytes(reader.update(content[:-16]) + reader.finalize())
    reader = seal._cipher(vector).decryptor()
    padded = bytes(reader.update(content) + reader.finalize())
    missing = padded[-1]
    if padded[len(padded) - missing :] != missing * bytes([missing]):
        raise ValueError("the padding is not that of PKCS #7")
    return padded[: len(padded) - missing]


def _write(encoding: str, octets: bytes) -> str:
    if encoding == "hex":
        return octets.hex()
    if encoding == "base64url":
        return base64.urlsafe_b64encode(octets).decode("ascii").rstrip("=")
    return base64.b64encode(octets).decode("ascii")


def _read(encoding: str, text: str) -> bytes:
    if encoding == "hex":
        return bytes.fromhex(text)
    if encoding == "base64url":
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return base64.b64decode(text, validate=True)
