"""Signatures recomputed from the page's recipe, with nothing but hmac and hashlib.

RSA is arithmetic here: the padding of PKCS #1 v1.5 and one power.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Final
from urllib.parse import quote, quote_plus

from .keys import private_numbers
from .light import dataclass
from .pointers import NOTHING, Json, found, steps_of
from .recipes import Part, Recipe, Selection
from .slips import (
    AFTER_THE_NEXT,
    AT_THE_END,
    AT_THE_START,
    BASE64_OF_HEX,
    BY,
    BY_ANOTHER_DIGEST,
    ENCODED_OTHERWISE,
    HOW,
    ITSELF,
    KEY_AFTER,
    KEY_BEFORE,
    OF_NOTHING,
    SORTED,
    TAKEN_AWAY,
    TOLD,
    WHOLE_URL,
    WITHOUT_A_KEY,
)

_HASHES: Final = {
    "MD5": "md5",
    "SHA1": "sha1",
    "SHA-1": "sha1",
    "SHA256": "sha256",
    "SHA-256": "sha256",
    "SHA512": "sha512",
    "SHA-512": "sha512",
}
_OTHER: Final = {
    "HMAC-MD5": "HMAC-SHA256",
    "HMAC-SHA1": "HMAC-SHA256",
    "HMAC-SHA256": "HMAC-SHA512",
    "HMAC-SHA512": "HMAC-SHA256",
    "MD5": "SHA256",
    "SHA1": "SHA256",
    "SHA256": "SHA512",
    "SHA512": "SHA256",
    "RSA-SHA256": "RSA-SHA512",
    "RSA-SHA512": "RSA-SHA256",
    "hex": "base64",
    "HEX": "base64",
    "base64": "hex",
    "base64url": "hex",
}
_OTHER_DIGEST: Final = {
    **dict.fromkeys(("MD5", "SHA-1", "SHA-512"), "SHA-256"),
    "SHA-256": "SHA-512",
}
_SPACE: Final = re.compile(rb'("(?:[^"\\]|\\.)*")|[ \t\r\n]+', re.DOTALL)
_IDENTIFIERS: Final = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}
"""What stands before a digest in an RSA signature, by RFC 8017."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature covers."""

    method: str
    path: str
    timestamp: str
    body: bytes
    nonce: str = ""
    document: Mapping[str, Json] = field(default_factory=dict[str, Json])
    """The message by place, without its signature; names of headers in any case."""
    origin: str = "http://localhost"
    """What stands before the path in the whole URL."""


def signature(
    recipe: Recipe,
    signed: Signed,
    credentials: Mapping[str, str],
    broken: str = "",
    how: str = "another",
) -> str:
    """Return the signature; *broken* and *how* name the one thing that is wrong in it."""
    if broken == "minify" and how != "another":
        signed, broken = replace(signed, body=b"".join(signed.body.split())), ""
    if broken == "whole":
        right = signature(recipe, signed, credentials)
        # Without a character that *how* changes it would stay right, and gets longer.
        wrong = HOW[how](right)
        return wrong if wrong != right else f"{right}A"
    algorithm, encoding = recipe.algorithm, recipe.encoding
    if broken == "algorithm" and how in ("another", *_OTHER):
        algorithm = _OTHER[algorithm] if how == "another" else how
    if broken == "encoding":
        encoding = _OTHER[encoding] if how == "another" else how
    key = credentials.get(recipe.key, "") if recipe.key else ""
    if broken == "key" and how != "another":
        key, broken = _instead(key, credentials, how), ""
    message = message_of(recipe, signed, credentials, broken, how)
    if broken == "algorithm" and how in _KEYLESS:
        algorithm = algorithm.removeprefix("HMAC-")
        message = _KEYLESS[how](key.encode("utf-8"), message)
    text = _written(_digest(algorithm, key, message, broken), encoding)
    suffix = "".join(_constant(part, credentials) for part in recipe.suffix)
    if broken == "suffix":
        suffix += "x"
    if broken == "truncated":
        return (text + suffix)[: len(text) // 2]
    return (text.swapcase() if broken == "case" else text) + suffix


def message_of(
    recipe: Recipe,
    signed: Signed,
    credentials: Mapping[str, str],
    broken: str = "",
    how: str = "another",
) -> bytes:
    """Return what is signed, with the *broken* thing wrong."""
    parts = []
    for part, label in zip(recipe.parts, labels(recipe.parts), strict=True):
        if label != broken or how == "another":
            parts.append(_part(part, label, signed, credentials, broken))
            continue
        part, of = _mistaken(part, signed, how)
        right = _part(part, label, of, credentials, "")
        text = right.decode("utf-8", "surrogateescape")
        wrong = _instead(text, credentials, how)
        parts.append(wrong.encode("utf-8", "surrogateescape"))
    if broken == "order":
        parts.reverse()
    if how in (AFTER_THE_NEXT, AT_THE_END, AT_THE_START, TAKEN_AWAY):
        at = labels(recipe.parts).index(broken)
        moved = parts.pop(at)
        to = {AFTER_THE_NEXT: at + 1, AT_THE_END: len(parts), AT_THE_START: 0}
        if how in to:
            parts.insert(to[how], moved)
    return _separator(recipe, broken, how).encode().join(parts)


def _mistaken(part: Part, signed: Signed, how: str) -> tuple[Part, Signed]:
    """Return what is taken instead of *part*, and what it is of."""
    if how in BY:
        part = replace(part, name=BY[how])
    if how == ITSELF:
        body = minified(signed.body) if part.minified else signed.body
        return replace(part, kind="raw"), replace(signed, body=body)
    if how == WHOLE_URL:
        return part, replace(signed, path=f"{signed.origin}{signed.path}")
    if how == BY_ANOTHER_DIGEST:
        part = replace(part, name=_OTHER_DIGEST[part.name])
    if how == ENCODED_OTHERWISE:
        part = replace(part, encoding=_OTHER[part.encoding])
    if how == SORTED:
        return part, replace(signed, body=_sorted(signed.body))
    return part, replace(signed, body=b"") if how == OF_NOTHING else signed


def _sorted(body: bytes) -> bytes:
    """Return the JSON of *body* with the members of its objects by their names."""
    members = json.loads(body)
    layout: dict[str, Any] = {"sort_keys": True, "separators": (",", ":")}
    return json.dumps(members, ensure_ascii=False, **layout).encode()


def _separator(recipe: Recipe, broken: str, how: str) -> str:
    """Return what stands between parts; a wrong one is named by *how* itself."""
    if broken != "separator":
        return recipe.separator
    if how == "another":
        return f"{recipe.separator}|"
    return "" if how == "left out" else how


def _instead(text: str, credentials: Mapping[str, str], how: str) -> str:
    if how in TOLD:
        return text
    wrong = credentials[how] if how in credentials else HOW[how](text)
    # What has nothing that *how* changes would stay right, and gets longer.
    return f"{text}A" if wrong == text != "" else wrong


def labels(parts: Iterable[Part]) -> list[str]:
    """Return what the parts are called: the second of a kind is `credential-2`."""
    seen: dict[str, int] = {}
    told = []
    for part in parts:
        seen[part.kind] = count = seen.get(part.kind, 0) + 1
        told.append(part.kind if count == 1 else f"{part.kind}-{count}")
    return told


_KEYLESS: Final[Mapping[str, Callable[[bytes, bytes], bytes]]] = {
    WITHOUT_A_KEY: lambda key, message: message,
    KEY_BEFORE: lambda key, message: key + message,
    KEY_AFTER: lambda key, message: message + key,
}
"""What a plain digest is made of where an HMAC is due."""


def _digest(algorithm: str, key: str, message: bytes, broken: str) -> bytes:
    name = _HASHES[algorithm.rpartition("-")[2]]
    if algorithm.startswith("RSA-"):
        return _rsa(key, hashlib.new(name, message).digest(), name, broken)
    if not algorithm.startswith("HMAC-"):
        return hashlib.new(name, message).digest()
    secret = key + ("x" if broken == "key" else "")
    return hmac.new(secret.encode("utf-8"), message, name).digest()


def _rsa(key: str, digest: bytes, name: str, broken: str) -> bytes:
    modulus, exponent = private_numbers(key, other=broken == "key")
    size = (modulus.bit_length() + 7) // 8
    told = _IDENTIFIERS[name] + digest
    padded = b"\x00\x01" + b"\xff" * (size - len(told) - 3) + b"\x00" + told
    power = pow(int.from_bytes(padded, "big"), exponent, modulus)
    return power.to_bytes(size, "big")


def _written(digest: bytes, encoding: str) -> str:
    if encoding in ("hex", "HEX"):
        return digest.hex() if encoding == "hex" else digest.hex().upper()
    if encoding == BASE64_OF_HEX:
        digest = digest.hex().encode()
    text = base64.b64encode(digest).decode()
    if encoding in ("base64", BASE64_OF_HEX):
        return text
    return text.replace("+", "-").replace("/", "_").replace("=", "")


def _part(
    part: Part,
    label: str,
    signed: Signed,
    credentials: Mapping[str, str],
    broken: str,
) -> bytes:
    wrong = b"x" if broken == label else b""
    if part.kind == "raw":
        return signed.body + wrong
    if part.kind == "base64":
        return base64.b64encode(signed.body + wrong)
    if part.kind == "body":
        return _body_digest(part, signed.body, wrong, broken).encode()
    if part.kind == "fields":
        assert part.selection is not None
        return _selected(part.selection, signed, credentials, broken).encode() + wrong
    text = {
        "method": signed.method,
        "path": signed.path,
        "timestamp": signed.timestamp,
        "nonce": signed.nonce,
    }.get(part.kind)
    if part.kind == "field":
        text = _text(_at(signed.document, steps_of(part.name)))
    return (_constant(part, credentials) if text is None else text).encode() + wrong


def _constant(part: Part, credentials: Mapping[str, str]) -> str:
    return part.name if part.kind == "text" else credentials.get(part.name, "")


def _body_digest(part: Part, body: bytes, wrong: bytes, broken: str) -> str:
    if part.minified and broken != "minify":
        body = minified(body)
    digest = hashlib.new(_HASHES[part.name], body + wrong).digest()
    return _written(digest, part.encoding)


def minified(body: bytes) -> bytes:
    """Return JSON without the white space that stands outside of its texts."""
    return _SPACE.sub(rb"\1", body)


# Members ------------------------------------------------------------------------------


def _selected(
    selection: Selection, signed: Signed, credentials: Mapping[str, str], broken: str
) -> str:
    values = _values(selection, signed.document)
    for name, part in selection.added.items():
        values[name] = _constant(part, credentials) + (broken == "with") * "x"
    for name in selection.leaves_out:
        values.pop(name, None)
    names = _ordered(selection, values)
    if broken == "item-order":
        names.reverse()
    items = []
    for name in names:
        value = values.get(name, "")
        if value == "" and not selection.keeps_empty and broken != "empty":
            continue
        text = _escaped(selection, value, broken)
        if selection.pair is not None:
            text = _escaped(selection, name, broken) + selection.pair + text
        items.append(text)
    joint = selection.separator + ("|" if broken == "item-separator" else "")
    told = joint.join(items)
    if broken == "letter-case":
        return told.swapcase()
    cases = {"upper": told.upper(), "lower": told.lower()}
    return cases.get(selection.letter_case, told)


def _ordered(selection: Selection, values: Mapping[str, str]) -> list[str]:
    if selection.order == "listed":
        return list(selection.names)
    if selection.order == "name":
        return sorted(values)
    documented = [name for name in selection.names if name in values]
    return documented + [name for name in values if name not in documented]


def _values(selection: Selection, document: Mapping[str, Json]) -> dict[str, str]:
    values: dict[str, str] = {}
    for steps in selection.of:
        there = _at(document, steps)
        if not isinstance(there, Mapping):
            continue
        documented = {name.lower(): name for name in selection.names}
        for name, value in there.items():
            if steps == ("headers",):
                if name.lower() not in documented:
                    continue
                name = documented[name.lower()]
            text = _text(value)
            for sign in selection.strip:
                text = text.replace(sign, "")
            values.setdefault(name, text)
    return values


def _escaped(selection: Selection, text: str, broken: str) -> str:
    if broken == "written":
        return quote(text, safe="") if selection.written == "plain" else text
    if selection.written == "percent":
        return quote(text, safe="")
    return quote_plus(text) if selection.written == "form" else text


def _at(document: Mapping[str, Json], steps: tuple[str, ...]) -> Any:
    if steps[0] == "headers" and len(steps) > 1:
        headers = document.get("headers", {})
        lowered = {name.lower(): value for name, value in headers.items()}
        return lowered.get(steps[1].lower())
    value = found(document, steps)
    return None if value is NOTHING else value


def _text(value: Json) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
