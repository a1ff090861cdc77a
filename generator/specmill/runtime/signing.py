"""Sign a message as its documentation describes, over the bytes that will be sent.

The same recipe makes the signature of a message that goes and proves that of one that
came; `verified` compares in constant time.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from types import MappingProxyType
from typing import Final, cast
from urllib.parse import quote, quote_plus

from .declare import (
    BodyDigest,
    Credential,
    EncodedBody,
    Encoding,
    FixedText,
    PartWord,
    Path,
    Selection,
    Signature,
    SignedField,
    SignedPart,
)
from .light import dataclass
from .strict_json import ExactNumber, encode, minify

_DIGEST_OF: Final = {
    "MD5": "md5",
    "SHA1": "sha1",
    "SHA-1": "sha1",
    "SHA256": "sha256",
    "SHA-256": "sha256",
    "SHA512": "sha512",
    "SHA-512": "sha512",
}
_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Message:
    """What a signature may cover; its repr shows nothing of it."""

    method: str = ""
    path: str = ""
    """With the query where the recipe says so."""
    body: bytes = b""
    timestamp: str = ""
    nonce: str = ""
    members: Mapping[str, object] = field(default_factory=dict[str, object])
    """Members by place (`query`, `headers`, `segments`, `body`), without the signature."""


def sign(
    recipe: Signature,
    *,
    method: str,
    path: str,
    body: bytes,
    timestamp: str,
    credentials: Mapping[str, str],
    encoding: Encoding,
    nonce: str = "",
    members: Mapping[str, object] = _NOTHING,
) -> str:
    """Return the signature; *credentials* are needed by name, KeyError without one.

    Raises `rsa.Unusable` where the key of an RSA signature is none.
    """
    message = Message(
        method=method,
        path=path,
        body=body,
        timestamp=timestamp,
        nonce=nonce,
        members=members,
    )
    return signature_of(recipe, message, credentials, encoding)


def signature_of(
    recipe: Signature,
    message: Message,
    credentials: Mapping[str, str],
    encoding: Encoding,
) -> str:
    """Return the signature of *message*, as `sign` does."""
    family, _, name = recipe.algorithm.rpartition("-")
    digest, signed = _DIGEST_OF[name], signed_bytes(recipe, message, credentials)
    key = "" if recipe.key is None else credentials[recipe.key.name]
    if family == "RSA":
        from . import rsa

        made = rsa.signed(key, signed, digest)
    elif family == "HMAC":
        made = hmac.digest(key.encode("utf-8"), signed, digest)
    else:
        made = hashlib.new(digest, signed).digest()
    return written(made, encoding) + _suffix(recipe, credentials)


def verified(
    recipe: Signature,
    message: Message,
    credentials: Mapping[str, str],
    encoding: Encoding,
    signature: str,
) -> bool:
    """Tell, in constant time, whether *signature* is that of *message*.

    The key of RSA is the public one here. Raises as `sign` does.
    """
    if not recipe.algorithm.startswith("RSA-"):
        expected = signature_of(recipe, message, credentials, encoding)
        return _same(expected, signature)
    from . import rsa

    suffix = _suffix(recipe, credentials)
    end = len(signature) - len(suffix)
    text, rest = signature[:end], signature[end:]
    made = _read(text, encoding)
    if end <= 0 or made is None or not _same(suffix, rest):
        return False
    assert recipe.key is not None
    digest = _DIGEST_OF[recipe.algorithm.removeprefix("RSA-")]
    signed = signed_bytes(recipe, message, credentials)
    return rsa.verified(credentials[recipe.key.name], signed, made, digest)


def credentials_of(recipe: Signature) -> tuple[str, ...]:
    """Return the names of the credentials that *recipe* needs."""
    return tuple(dict.fromkeys(_named(recipe)))


def _named(recipe: Signature) -> Iterator[str]:
    if recipe.key is not None:
        yield recipe.key.name
    for part in (*recipe.parts, *recipe.suffix):
        if isinstance(part, Credential):
            yield part.name
        elif isinstance(part, Selection):
            added = (value for _, value in part.added)
            yield from (each.name for each in added if isinstance(each, Credential))


def signed_bytes(
    recipe: Signature, message: Message, credentials: Mapping[str, str]
) -> bytes:
    """Return what is signed: the parts, joined."""
    parts = (_part(part, message, credentials) for part in recipe.parts)
    return recipe.separator.encode("utf-8").join(parts)


def written(digest: bytes, encoding: Encoding) -> str:
    """Return *digest* as text."""
    if encoding in ("hex", "HEX"):
        return digest.hex() if encoding == "hex" else digest.hex().upper()
    is_url = encoding == "base64url"
    made = base64.urlsafe_b64encode(digest) if is_url else base64.b64encode(digest)
    return made.decode("ascii").rstrip("=" if is_url else "")


def _read(text: str, encoding: Encoding) -> bytes | None:
    """Return the octets that *text* is exactly the written form of; else None."""
    try:
        if encoding in ("hex", "HEX"):
            found = bytes.fromhex(text)
        else:
            padded = text + "=" * (-len(text) % 4)
            found = base64.b64decode(padded.replace("-", "+").replace("_", "/"))
    except (ValueError, binascii.Error):
        return None
    return found if written(found, encoding) == text else None


def _same(expected: str, found: str) -> bool:
    octets = found.encode("utf-8", "surrogatepass")
    return hmac.compare_digest(expected.encode("utf-8"), octets)


def _suffix(recipe: Signature, credentials: Mapping[str, str]) -> str:
    return "".join(_known(each, credentials) for each in recipe.suffix)


def _known(value: FixedText | Credential, credentials: Mapping[str, str]) -> str:
    return value.text if isinstance(value, FixedText) else credentials[value.name]


def _part(part: SignedPart, message: Message, credentials: Mapping[str, str]) -> bytes:
    match part:
        case BodyDigest():
            body = minify(message.body) if part.minified else message.body
            digest = hashlib.new(_DIGEST_OF[part.algorithm], body).digest()
            text = written(digest, part.encoding)
        case EncodedBody():
            text = base64.b64encode(message.body).decode("ascii")
        case SignedField(path):
            text = text_of(_at(message.members, path))
        case Selection():
            text = _selected(part, message, credentials)
        case FixedText() | Credential():
            text = _known(part, credentials)
        case "body":
            return message.body
        case _:
            text = _word(part, message)
    return text.encode("utf-8")


def _word(part: PartWord, message: Message) -> str:
    return cast(str, getattr(message, part))


# Members ------------------------------------------------------------------------------


def _selected(part: Selection, message: Message, credentials: Mapping[str, str]) -> str:
    items = [
        _item(part, name, text)
        for name, text in _pairs(part, message, credentials)
        if text or part.keeps_empty
    ]
    joined = part.separator.join(items)
    if part.letter_case is None:
        return joined
    return joined.upper() if part.letter_case == "upper" else joined.lower()


def _item(part: Selection, name: str, text: str) -> str:
    value = _escaped(part, text)
    return value if part.pair is None else _escaped(part, name) + part.pair + value


def _escaped(part: Selection, text: str) -> str:
    if part.written == "plain":
        return text
    return quote_plus(text) if part.written == "form" else quote(text, safe="")


def _pairs(
    part: Selection, message: Message, credentials: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    """Return names and values in the order in which they are signed."""
    known = set(part.names)
    there: dict[str, str] = {}
    for path in part.of:
        for name, value in _members_at(message.members, path, known):
            there.setdefault(name, _stripped(part, text_of(value)))
    there.update((name, _known(each, credentials)) for name, each in part.added)
    kept = {name: text for name, text in there.items() if name not in part.leaves_out}
    if part.order == "listed":
        return [(name, kept.get(name, "")) for name in part.names]
    if part.order == "name":
        return sorted(kept.items())
    last = len(part.names)
    places = {name: index for index, name in enumerate(part.names)}
    return sorted(kept.items(), key=lambda pair: places.get(pair[0], last))


def _members_at(
    members: Mapping[str, object], path: Path, known: set[str]
) -> Iterator[tuple[str, object]]:
    """Yield the members at *path*; of headers, those that are documented."""
    found = _at(members, path)
    if not isinstance(found, Mapping):
        return
    found = cast("Mapping[str, object]", found)
    if path != ("headers",):
        yield from found.items()
        return
    spelled = {name.lower(): name for name in known}
    for name, value in found.items():
        if name.lower() in spelled:
            yield spelled[name.lower()], value


def _at(members: Mapping[str, object], path: Path) -> object:
    found: object = members
    for step in path:
        if not isinstance(found, Mapping):
            return None
        found = cast("Mapping[str, object]", found).get(step)
    if found is None and path[:1] == ("headers",) and len(path) == 2:
        headers = cast("Mapping[str, object]", members.get("headers", _NOTHING))
        lowered = {name.lower(): value for name, value in headers.items()}
        return lowered.get(path[1].lower())
    return found


def _stripped(part: Selection, text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, part.strip))) if part.strip else text


def text_of(value: object) -> str:
    """Return a value as it is signed: as it stands on the wire, an object as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, ExactNumber):
        return value.text
    if isinstance(value, Decimal):
        return str(value)
    return encode(value).decode("utf-8")
