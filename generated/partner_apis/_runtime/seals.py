"""Envelopes around a body: base64, or AES in the modes CBC and GCM.

The library cryptography does AES, and is loaded when the first such body is sealed or
opened. The initialization vector is made anew for each body.
"""

from __future__ import annotations

import base64
import binascii
import importlib
import secrets
from typing import Any, Final, cast

from .declare import Seal
from .rsa import Unusable
from .strict_json import Unreadable, decode, encode

_MISSING: Final = (
    "needs the library cryptography, which is not installed; it is in the extra 'aes'"
)
_BLOCK: Final = 16
_VECTOR: Final = {"CBC": 16, "GCM": 12}


def seal(how: Seal, content: bytes) -> bytes:
    """Return the body that holds *content* as documented; Unusable for a key of none."""
    if how.algorithm == "base64":
        return _body(how, content, None)
    vector = secrets.token_bytes(_VECTOR[_mode(how)])
    sealed = _encrypted(how, vector, content)
    return _body(how, sealed if how.vector_in else vector + sealed, vector)


def opened(how: Seal, body: bytes) -> bytes:
    """Return what *body* holds; Unreadable where it cannot be opened."""
    told = _members(how, body)
    content = _octets(how, told.get(how.member, ""))
    if how.algorithm == "base64":
        return content
    size = _VECTOR[_mode(how)]
    if how.vector_in:
        vector = _octets(how, told.get(how.vector_in, ""))
    else:
        vector, content = content[:size], content[size:]
    try:
        return _decrypted(how, vector, content)
    except Unusable as error:
        says = f"it cannot be opened: the key {error}"
    except Exception:
        # What exactly is wrong with a sealed text is for nobody to be told.
        says = "it cannot be opened with the key"
    raise Unreadable(says)


def _body(how: Seal, content: bytes, vector: bytes | None) -> bytes:
    text = _text(how, content)
    if not how.member:
        return text.encode("ascii")
    told = {how.member: text}
    if how.vector_in and vector is not None:
        told[how.vector_in] = _text(how, vector)
    return encode(told)


def _members(how: Seal, body: bytes) -> dict[str, object]:
    if not how.member:
        return {"": body.decode("ascii", "replace")}
    value = decode(body)
    if not isinstance(value, dict):
        raise Unreadable("it is no object with a sealed member")
    return cast("dict[str, object]", value)


def _text(how: Seal, octets: bytes) -> str:
    if how.encoding == "hex":
        return octets.hex()
    if how.encoding == "base64url":
        return base64.urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")
    return base64.b64encode(octets).decode("ascii")


def _octets(how: Seal, text: object) -> bytes:
    found = _from_text(how.encoding, text) if isinstance(text, str) else None
    if found is None:
        raise Unreadable(f"it holds no {how.encoding}")
    return found


def _from_text(encoding: str, text: str) -> bytes | None:
    try:
        if encoding == "hex":
            return bytes.fromhex(text)
        plain = text.replace("-", "+").replace("_", "/")
        is_url = encoding == "base64url"
        padded = plain + "=" * (-len(plain) % 4) if is_url else text
        return base64.b64decode(padded, validate=True)
    except (ValueError, binascii.Error):
        return None


# AES ----------------------------------------------------------------------------------


def _mode(how: Seal) -> str:
    return how.algorithm.rpartition("-")[2]


def _key(how: Seal) -> bytes:
    assert how.secret is not None
    text, bits = how.secret.reveal(), int(how.algorithm.split("-")[1])
    is_plain = how.key_written == "text"
    key = text.encode("utf-8") if is_plain else _from_text(how.key_written, text)
    if key is None or len(key) * 8 != bits:
        raise Unusable(f"is {bits // 8} octets, written in {how.key_written}")
    return key


def _encrypted(how: Seal, vector: bytes, content: bytes) -> bytes:
    key = _key(how)
    if _mode(how) == "GCM":
        made: bytes = _module("aead").AESGCM(key).encrypt(vector, content, None)
        return made
    spare = _BLOCK - len(content) % _BLOCK
    writer = _cipher(key, vector).encryptor()
    return bytes(writer.update(content + bytes([spare]) * spare) + writer.finalize())


def _decrypted(how: Seal, vector: bytes, content: bytes) -> bytes:
    key = _key(how)
    if _mode(how) == "GCM":
        opened: bytes = _module("aead").AESGCM(key).decrypt(vector, content, None)
        return opened
    reader = _cipher(key, vector).decryptor()
    padded = bytes(reader.update(content) + reader.finalize())
    spare = padded[-1]
    if not 1 <= spare <= _BLOCK or padded[-spare:] != bytes([spare]) * spare:
        raise ValueError
    return padded[:-spare]


def _cipher(key: bytes, vector: bytes) -> Any:
    module = _module("")
    return module.Cipher(module.algorithms.AES(key), module.modes.CBC(vector))


def _module(name: str) -> Any:
    path = "cryptography.hazmat.primitives.ciphers"
    try:
        return importlib.import_module(f"{path}.{name}" if name else path)
    except ImportError:
        raise Unusable(_MISSING) from None
