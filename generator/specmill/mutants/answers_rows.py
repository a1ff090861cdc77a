"""One way of answering otherwise, and when it applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..harness.contract import Contract
from ..harness.desk import Record
from ..harness.pointers import Json, Steps, put
from ..harness.replies import Code, Reply
from ..harness.wire import Answer
from ..light import dataclass
from .seams import Answering, body_of, with_body

STATUSES: Final = (200, 201, 202, 400, 401, 403, 404, 409, 422, 500, 503)
"""HTTP statuses that a server may confuse."""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    fact: str
    says: str
    answer: Answering
    left_open: str = ""


Body = Callable[[Json, Record], Json]
"""From the body of an answer, and its request, to what is sent instead."""


def in_reply(reply: Reply, change: Body) -> Answering:
    """Return what changes the body of every answer that is *reply*."""

    def answer(contract: Contract, record: Record, answer: Answer) -> Answer:
        body = body_of(answer)
        own = contract.recognized(answer.status, body)
        if own is None or own.name != reply.name:
            return answer
        changed = change(body, record)
        return answer if changed is body else with_body(answer, changed)

    return answer


def with_code(code: Code, change: Callable[[Answer, Reply], Answer]) -> Answering:
    """Return what changes every answer that comes with *code*."""

    def answer(contract: Contract, record: Record, answer: Answer) -> Answer:
        body = body_of(answer)
        reply = contract.recognized(answer.status, body)
        text = contract.code_in(reply, body) if reply is not None else None
        known = contract.code(text) if text is not None else None
        if reply is None or known is None or known.code != code.code:
            return answer
        return change(answer, reply)

    return answer


def putting(at: Steps, value: Json) -> Callable[[Answer, Reply], Answer]:
    return lambda answer, reply: with_body(answer, put(body_of(answer), at, value))


def swapped(value: Json) -> Json:
    return value.swapcase() if isinstance(value, str) else value
