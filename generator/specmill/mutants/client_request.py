"""Wrong lines and signatures: method, path, parts, key, encoding."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from ..members import members
from .client_rows import (
    Declared,
    Row,
    always,
    as_tuple,
    only_if,
    other_of,
)


def _objects(each: Declared) -> Iterator[str]:
    """Yield no objects where one has no member that is always there."""
    found = each.literal("objects") or ()
    always = {
        member.steps[1:-1]
        for member in members(each.subject.operation)
        if member.place == "body" and member.is_always_there
    }
    if any(path not in always for path in found):
        yield "()"


def _parts(each: Declared) -> Iterator[str]:
    node = each.value("parts")
    assert isinstance(node, ast.Tuple)
    parts = [each.source.written(part) for part in node.elts]
    for at in range(len(parts)):
        yield as_tuple(parts[:at] + parts[at + 1 :])
    for at in range(len(parts) - 1):
        swapped = [parts[at + 1], parts[at]]
        yield as_tuple(parts[:at] + swapped + parts[at + 2 :])
    for at, part in enumerate(parts):
        if "BodyDigest" in part:
            other = "SHA-512" if "SHA-256" in part else "SHA-256"
            digest = f'd.BodyDigest("{other}", minified=True)'
            yield as_tuple([*parts[:at], digest, *parts[at + 1 :]])


def _other_key(each: Declared) -> Iterator[str]:
    names = [credential.name for credential in each.subject.partner.credentials]
    yield from (
        f'd.Credential("{name}")'
        for name in names
        if f'"{name}"' not in each.text("key")
    )


REQUEST: Final = (
    Row(
        "other method",
        "Operation",
        "method",
        other_of("method", '"PUT"', '"POST"'),
        "uses the method {text}",
    ),
    Row(
        "other path",
        "Operation",
        "path",
        lambda each: [
            repr(changed)
            for changed in _paths(each.literal("path"))
            if changed != each.literal("path")
        ],
        "calls the path {text}",
    ),
    Row("no body", "Operation", "has_body", always("False"), "sends no body"),
    Row("objects lost", "Operation", "objects", _objects, "leaves out empty objects"),
    Row(
        "not signed",
        "Operation",
        "signature",
        only_if(lambda each: bool(each.text("signature")), always("None")),
        "does not sign",
    ),
    Row("signed otherwise", "Signature", "parts", _parts, "signs {text}"),
    Row("other key", "Signature", "key", _other_key, "signs with the key {text}"),
    Row(
        "other algorithm",
        "Signature",
        "algorithm",
        other_of("algorithm", '"HMAC-SHA256"', '"HMAC-SHA512"'),
        "signs with {text}",
    ),
    Row(
        "other separator",
        "Signature",
        "separator",
        other_of("separator", '":"', '""', '"|"'),
        "joins what is signed by {text}",
    ),
    Row(
        "other encoding",
        "Signature",
        "encoding",
        other_of("encoding", '"hex"', '"base64"'),
        "encodes the signature as {text}",
    ),
)


def _paths(path: str | None) -> Iterator[str]:
    if path:
        yield f"{path}/"
        yield path.lower()
        yield path.rpartition("/")[0] or "/other"
