"""Answers signed as the page says, or otherwise where a test wants that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from .answers import Answered
from .contract import Contract
from .judge import Received
from .pointers import Json, drop, put
from .recipes import Proof
from .replies import Reply
from .signatures import Signed, signature

UNSIGNED: Final = "unsigned"
MISSIGNED: Final = "missigned"
"""The faults of an answer whose signature is not there, or is that of another one."""


def sealed(
    contract: Contract,
    received: Received,
    answered: Answered,
    credentials: Mapping[str, str],
    fault: str = "",
) -> Answered:
    """Return *answered* with its signature, where the page says that it has one."""
    reply = contract.recognized(answered.status, answered.body)
    if reply is None or reply.proof is None:
        return answered
    if fault == UNSIGNED:
        return _placed(reply.proof, answered, None)
    bare = _placed(reply.proof, answered, None)
    text = made(reply, received, bare, credentials)
    if fault == MISSIGNED:
        # As long and of the same letters, but not this one.
        last = "0" if text[:1] != "0" else "1"
        text = last + text[1:]
    return _placed(reply.proof, answered, reply.proof.prefix + text)


def made(
    reply: Reply,
    received: Received,
    answered: Answered,
    credentials: Mapping[str, str],
) -> str:
    """Return the signature that an answer without one is due."""
    assert reply.proof is not None
    headers = dict((*answered.documented_headers, *answered.headers))
    document = {"headers": headers, "body": answered.body}
    signed = Signed(
        received.method,
        received.target if reply.proof.recipe.signs_query else received.path,
        "",
        answered.content,
        document=document,
    )
    return signature(reply.proof.recipe, signed, credentials)


def _placed(proof: Proof, answered: Answered, text: str | None) -> Answered:
    place, *rest = proof.at
    if place == "body":
        steps = tuple(rest)
        body: Json = answered.body
        body = drop(body, steps) if text is None else put(body, steps, text)
        return replace(answered, body=body)
    kept = [pair for pair in answered.headers if pair[0].lower() != rest[0].lower()]
    added = [] if text is None else [(rest[0], text)]
    reply = answered.reply
    if reply is not None:
        # Where the page lists the header, too, it is sent once.
        others = {
            name: value
            for name, value in reply.header_example.items()
            if name.lower() != rest[0].lower()
        }
        reply = replace(reply, header_example=others)
    return replace(answered, headers=(*kept, *added), reply=reply)
