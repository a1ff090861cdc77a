"""Cases about the shapes of the provider's answers, each asked for by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..harness.answers import composed
from ..harness.codes import filled
from ..harness.contract import Contract
from ..harness.edits import Edit, Put
from ..harness.exchanges import Answers
from ..harness.pointers import pointer_of
from ..harness.replies import Reply
from ..verbatim import compose


def answers(contract: Contract) -> Iterator[Answers]:
    """Yield every documented reply and code, to be held to its shape."""
    for reply in contract.replies:
        answered = composed(contract, contract.example, reply, None, "")
        yield Answers(
            id=f"reply {reply.name}",
            answer=reply.name,
            reply=reply.name,
            http=answered.status if reply.names_status else None,
            edits=_asking(reply),
            code=_known_code(contract, contract.code_in(reply, answered.body)),
            fact=f"replies.{reply.name}.*",
            evidence=contract.evidence(f"replies.{reply.name}"),
        )
    for code in contract.codes:
        carrier = contract.reply(code.reply)
        if carrier is None:
            continue
        answered = composed(contract, contract.example, carrier, code, "")
        yield Answers(
            id=compose("code {}", code.code),
            answer=code.code,
            reply=carrier.name,
            http=answered.status if code.http or carrier.names_status else None,
            edits=_asking(carrier),
            code=code.code,
            holds=dict(_held(contract, code.code)),
            fact=compose("codes.{}.*", code.code),
            evidence=contract.evidence(compose("codes.{}", code.code)),
        )


def _asking(reply: Reply) -> tuple[Edit, ...]:
    """Return what makes the valid request one that asks for *reply*."""
    return tuple(Put(pointer_of(at), value) for at, value in reply.asked)


def _known_code(contract: Contract, text: str | None) -> str:
    known = contract.code(text) if text is not None else None
    return known.code if known is not None else ""


def _held(contract: Contract, text: str) -> Iterable[tuple[str, Any]]:
    """Yield what the page fixes for a code: its message and its columns."""
    code = contract.code(text)
    carrier = contract.reply(code.reply) if code else None
    if code is None or carrier is None:
        return
    if code.message and carrier.message_at is not None:
        yield pointer_of(carrier.message_at), filled(code.message, "field")
    for column, value in code.columns.items():
        if column in carrier.columns:
            yield pointer_of(carrier.columns[column]), value
