"""What OpenAPI has no word for between calls and around bodies, as extensions."""

from __future__ import annotations

from typing import Any

from .. import ir
from ..verbatim import joined

Json = Any


def extensions(operation: ir.Operation) -> dict[str, Json]:
    """Return how a call is authenticated, made again, sealed and done in part."""
    return {
        "x-specmill-authentication": _authentication(operation.authentication),
        "x-specmill-repeat": _repetition(operation.repetition),
        "x-specmill-sealed": {fact: _seal(seal) for fact, seal in operation.seals()},
        "x-specmill-items": {
            reply.name: _items(reply.items)
            for reply in operation.replies
            if reply.items is not None
        },
    }


def _authentication(said: ir.Authentication | None) -> Json:
    if said is None or said.kind != "some":
        return said.kind if said is not None else ""
    return {
        "alternatives": {name: list(group) for name, group in said.alternatives},
        "certificate": said.certificate,
        "evidence": str(said.evidence),
    }


def _repetition(repetition: ir.Repetition | None) -> Json:
    if repetition is None:
        return {}
    told = {"with": joined(".", repetition.at), "evidence": str(repetition.evidence)}
    return {**told, **({"for": repetition.lasts} if repetition.lasts else {})}


def _seal(seal: ir.Seal) -> Json:
    return {
        "as": seal.algorithm,
        "in": seal.member,
        "key": seal.key,
        "key-written": seal.key_written,
        "vector": seal.vector_in,
        "encoding": seal.encoding,
        "evidence": str(seal.evidence),
    }


def _items(items: ir.Items) -> Json:
    return {
        "at": joined(".", ("body", *items.at)),
        "code": items.code,
        "message": items.message,
        "outcomes": dict(items.outcomes),
        "evidence": str(items.evidence),
    }
