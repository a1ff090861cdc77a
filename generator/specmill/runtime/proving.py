"""Prove that a message came from the partner: replies, and calls that it makes to us.

No input or output. A signature is made again over what came, octet by octet, and is
compared in constant time; where it is missing or wrong nothing else is to be believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final, cast
from urllib.parse import parse_qsl

from .declare import Encoding, Path, Proof
from .rsa import Unusable
from .signing import Message, verified
from .strict_json import Unreadable, decode

MISSING: Final = "it carries no signature"
TWICE: Final = "it carries more than one signature"
WRONG: Final = "its signature is not that of what came"
_ENCODINGS: Final[tuple[Encoding, ...]] = ("hex", "HEX", "base64", "base64url")


def unproved(
    proof: Proof,
    *,
    method: str = "",
    path: str = "",
    query: str = "",
    headers: Iterable[tuple[str, str]],
    body: bytes,
    credentials: Mapping[str, str],
    members: Mapping[str, object] | None = None,
    timestamp: str = "",
    nonce: str = "",
) -> str | None:
    """Return why a message is not proved to be the partner's; None where it is.

    *query* is as it came, without its question mark; *members* is the body as it was
    read, where it is not JSON. What is returned is a sentence and holds no value.
    """
    pairs = tuple(headers)
    found = [text for name, text in _carried(proof, pairs, body, members)]
    if not found or found == [""]:
        return MISSING
    if len(found) > 1:
        return TWICE
    if not found[0].startswith(proof.prefix):
        return WRONG
    recipe = proof.recipe
    message = Message(
        method=method,
        path=f"{path}?{query}" if recipe.signs_query and query else path,
        body=body,
        timestamp=timestamp,
        nonce=nonce,
        members=_members(proof, pairs, query, body, members),
    )
    signature = found[0].removeprefix(proof.prefix)
    encodings = (recipe.encoding,) if recipe.encoding else _ENCODINGS
    try:
        proved = [
            verified(recipe, message, credentials, encoding, signature)
            for encoding in encodings
        ]
    except Unusable as error:
        key = recipe.key.name if recipe.key else "key"
        return f"the credential {key!r} {error}"
    return None if any(proved) else WRONG


def is_fresh(moment: datetime, now: datetime, window: float) -> bool:
    """Tell whether *moment* is within *window* seconds of *now*; both know their zone.

    A message that is older, or from the future, may be one that was kept and repeated.
    """
    if moment.utcoffset() is None or now.utcoffset() is None:
        return False
    return abs(now - moment) <= timedelta(seconds=window)


def _carried(
    proof: Proof,
    headers: tuple[tuple[str, str], ...],
    body: bytes,
    members: Mapping[str, object] | None,
) -> Iterable[tuple[str, str]]:
    """Yield every signature that a message carries where it is due."""
    place, *rest = proof.at
    if place == "headers":
        return [pair for pair in headers if pair[0].lower() == rest[0].lower()]
    found: object = _read(body) if members is None else members
    for step in rest:
        if not isinstance(found, Mapping):
            return []
        found = cast("Mapping[str, object]", found).get(step)
    return [(rest[-1], found)] if isinstance(found, str) else []


def _members(
    proof: Proof,
    headers: tuple[tuple[str, str], ...],
    query: str,
    body: bytes,
    members: Mapping[str, object] | None,
) -> Mapping[str, object]:
    """Return what came by place, without its signature."""
    came: dict[str, object] = {
        "query": dict(parse_qsl(query, keep_blank_values=True)),
        "headers": dict(headers),
        "body": _read(body) if members is None else members,
    }
    return _without(came, proof.at)


def _without(members: Mapping[str, object], path: Path) -> Mapping[str, object]:
    first, rest = path[0], path[1:]
    if not rest:
        is_other = {name: name.lower() != first.lower() for name in members}
        return {name: value for name, value in members.items() if is_other[name]}
    inner = members.get(first)
    if not isinstance(inner, Mapping):
        return members
    return {**members, first: _without(cast("Mapping[str, object]", inner), rest)}


def _read(body: bytes) -> Mapping[str, object]:
    try:
        value = decode(body)
    except Unreadable:
        return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
