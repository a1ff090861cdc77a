"""Projects of any size for benchmarks: operations that differ, not copies of one.

The same number always gives the same specs. Partners have one to twelve operations;
these differ in method, members, nesting, limits, replies, codes and how they are signed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

SEED: Final = 2026
MOST_OPERATIONS: Final = 12
"""How many operations a partner has at most."""

_VERBS: Final = (
    "send",
    "get",
    "verify",
    "cancel",
    "confirm",
    "create",
    "close",
    "renew",
)
_NOUNS: Final = (
    *("payment", "refund", "account", "mandate", "card", "invoice", "loan", "otp"),
    *("customer", "transfer", "receipt", "address", "limit", "voucher", "quote"),
)
_OF: Final = ("", "_status", "_list", "_batch", "_note", "_order")
_LEAVES: Final = (
    *("reference", "amount", "currency", "phone", "created", "channel", "count"),
    *("urgent", "day", "note", "branch", "token", "language", "product", "terms"),
)


_SETTINGS = "[tool.specmill]\nmax_seconds = 36000\n"
"""Thousands of operations, on a machine with other work, take longer than ten minutes."""


def write(root: Path, operations: int) -> None:
    """Make *root* a project of so many *operations*."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "pyproject.toml").write_text(_SETTINGS, "utf-8")
    for path, text in specs(operations):
        place = root / "specs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def specs(operations: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every spec of a project."""
    chance, left, number = Random(SEED), operations, 0
    while left:
        number += 1
        count = min(left, chance.randint(1, MOST_OPERATIONS))
        left -= count
        yield from _partner(chance, f"partner_{number:04}", count)


def _partner(chance: Random, name: str, count: int) -> Iterator[tuple[str, str]]:
    known = [f"{verb}_{noun}{of}" for verb in _VERBS for noun in _NOUNS for of in _OF]
    chosen = sorted(chance.sample(known, count))
    is_signed = chance.random() < 0.5
    pages = "".join(
        f"  {_page(each)}:\n    title: {_words(each)}\n"
        f"    url: https://docs.example.com/{name}/{_page(each)}\n"
        f'    read: "2026-01-{chance.randint(1, 28):02}"\n'
        for each in chosen
    )
    text = (
        f"partner: {name}\ntitle: {_words(name)}\n"
        f"summary: Offers {_words(chosen[0]).lower()} and more.\n\npages:\n{pages}\n"
        f"servers:\n  sandbox: {{url: 'https://sandbox.{_page(name)}.example.com',"
        " evidence: prose}\n\ncredentials:\n"
        "  api_key: {summary: The key that the partner hands out., secret: true,"
        " evidence: table, example: example-key-0001}\n"
    )
    if is_signed:
        text += (
            "  secret: {summary: What keys the signature., secret: true,"
            " evidence: table, example: example-secret}\n\nsignature:\n"
            f"  algorithm: HMAC-SHA{chance.choice(('256', '512'))}\n"
            "  key: {credential: secret}\n  parts: [method, path, body]\n"
            f"  separator: '{chance.choice(':|&')}'\n"
            f"  encoding: {chance.choice(('hex', 'base64'))}\n"
            "  evidence: prose\n  encoding-evidence: prose\n"
        )
    yield f"{name}/partner.yaml", text
    for each in chosen:
        yield f"{name}/{each}.yaml", _operation(chance, each, is_signed)


def _operation(chance: Random, name: str, is_signed: bool) -> str:
    headers: dict[str, Any] = {
        "X-API-KEY": {
            **{"type": "string", "required": True, "from": {"credential": "api_key"}},
            **{"secret": True, "evidence": "table"},
        }
    }
    if is_signed:
        headers["X-Signature"] = {
            **{"type": "string", "required": True, "from": "signature"},
            "evidence": "table",
        }
    codes = sorted(chance.sample(range(1, 99), chance.randint(1, 6)))
    asked = _members(chance, chance.randint(3, 9))
    told = _members(chance, chance.randint(1, 7))
    result: dict[str, Any] = {
        "code": {"type": "string", "required": True, "length": 2},
        "message": {"type": "string", "required": True},
        "result": _object(told),
    }
    defaults = {"evidence": "table"}
    spec = {
        "operation": name,
        "summary": f"{_words(name)} of a customer.",
        "page": _page(name),
        "effect": f"changes the {name.split('_')[1]}",
        "request": {
            "method": chance.choice(("POST", "POST", "PUT")),
            "path": f"/v{chance.randint(1, 4)}/{name.replace('_', '/')}",
            "evidence": {"method": "prose", "path": "prose"},
            "headers": headers,
            "body": {"format": "json", "fields": asked},
        },
        "replies": [
            {
                **{"name": "done", "summary": "It was done."},
                "when": {"http": 200, "equals": {"body.code": "00"}},
                **{"outcome": "success", "code": "body.code"},
                **{"message": "body.message", "defaults": defaults},
                "body": {"format": "json", "fields": result},
                "evidence": "table",
            },
            {
                **{"name": "refused", "summary": "It was refused."},
                "when": {"http": chance.choice((400, 409, 422)), "has": ["body.code"]},
                **{"outcome": "rejected", "code": "body.code"},
                **{"message": "body.message", "defaults": defaults},
                "body": {
                    "format": "json",
                    "fields": {each: result[each] for each in ("code", "message")},
                },
                "evidence": "table",
            },
        ],
        "codes": {
            "00": _code("success", ["done"], "Done"),
            **{
                f"{code:02}": {
                    **_code("rejected", ["refused"], f"Refused for reason {code}"),
                    "error": f"Reason{code}",
                }
                for code in codes
            },
        },
    }
    return "\n".join(_yaml(spec, 0)) + "\n"


def _code(outcome: str, replies: list[str], message: str) -> dict[str, Any]:
    return {
        **{"outcome": outcome, "message": message, "in": replies},
        "evidence": "table",
    }


def _members(chance: Random, count: int) -> dict[str, Any]:
    """Return the declarations of *count* members, every seventh an object."""
    members = {}
    for leaf in chance.sample(_LEAVES, min(count, len(_LEAVES))):
        name = f"{leaf}_{chance.randint(2, 9)}" if chance.random() < 0.4 else leaf
        if chance.random() < 1 / 7:
            members[name] = _object(_members(chance, chance.randint(1, 3)))
        else:
            members[name] = _leaf(chance, leaf)
    return members


def _object(members: dict[str, Any]) -> dict[str, Any]:
    return {
        **{"type": "object", "required": True, "evidence": "table"},
        **{"summary": "What belongs together.", "fields": members},
    }


def _leaf(chance: Random, leaf: str) -> dict[str, Any]:
    most = chance.randint(8, 60)
    kinds: dict[str, dict[str, Any]] = {
        "reference": {"type": "string", "length": f"1..{most}"},
        "amount": {"type": "number", "range": f"1..{most * 1000}", "decimals": 2},
        "currency": {"type": "string", "standard": "ISO 4217"},
        "phone": {"type": "string", "chars": "digits", "length": f"8..{8 + most % 8}"},
        "created": {"type": "datetime", "format": "yyyy-MM-dd HH:mm:ss"},
        "channel": {"type": "string", "enum": ["SMS", "VOICE", f"APP{most}"]},
        "count": {"type": "integer", "range": f"1..{most}"},
        "urgent": {"type": "boolean"},
        "day": {"type": "date", "format": chance.choice(("yyyyMMdd", "dd/MM/yyyy"))},
        "terms": {"type": "array", "count": "1..5", "items": {"type": "string"}},
        "token": {"type": "string", "length": most, "secret": True},
    }
    kind = kinds.get(leaf, {"type": "string", "length": f"..{most}"})
    if leaf == "created":
        kind["zone"] = "none"
    return {
        **kind,
        "required": chance.random() < 0.7,
        "evidence": chance.choice(("table", "table", "prose")),
        "summary": f"The {leaf} of the customer, {most} of them at most.",
    }


def _yaml(value: dict[str, Any], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping as people write them."""
    pad = " " * indent
    for key, inner in value.items():
        name = json.dumps(key) if key.isdecimal() else key
        if isinstance(inner, dict):
            yield f"{pad}{name}:"
            yield from _yaml(inner, indent + 2)
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            yield f"{pad}{name}:"
            for each in inner:
                first, *rest = _yaml(each, indent + 4)
                yield f"{pad}  - {first.strip()}"
                yield from rest
        else:
            yield f"{pad}{name}: {json.dumps(inner)}"


def _page(name: str) -> str:
    return name.replace("_", "-")


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()
