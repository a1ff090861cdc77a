"""A provider with one thing changed, at the seams that the embedded one has.

Nothing goes over a wire: a request is handed to the desk as it would come in, and an
answer is taken as it would arrive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal
from urllib.parse import unquote

from ..harness.answers import Wish
from ..harness.contract import Contract
from ..harness.desk import Desk, Record
from ..harness.judge import Judgement, Received
from ..harness.wire import Answer, Request

Told = Literal["refusal", "acceptance", "answer"]
"""What tells a mutant: a request that is due to be refused, one that is due to be
accepted, or what an answer holds."""

Judged = Callable[["Known", Received, Judgement], Judgement]
Answering = Callable[[Contract, Record, Answer], Answer]


@dataclass(frozen=True, slots=True)
class Known:
    """What a provider judges by."""

    contract: Contract
    credentials: Mapping[str, str]


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is otherwise, seam by seam, and by what it can be told."""

    told_by: Told
    contract: Callable[[Contract], Contract] = _same
    received: Callable[[Received], Received] = _same
    judged: Judged = lambda known, received, judgement: judgement
    answer: Answering = lambda contract, record, answer: answer


UNCHANGED: Final = Change(told_by="answer")


class ChangedDesk(Desk):
    """A desk whose judgement on requests is changed."""

    def __init__(self, contract: Contract, change: Change) -> None:
        super().__init__((change.contract(contract),))
        self._change = change

    def judge(self, contract: Contract, received: Received) -> Judgement:
        known = {each.name: each.example for each in contract.credentials}
        judgement = super().judge(contract, received)
        return self._change.judged(Known(contract, known), received, judgement)


@dataclass(slots=True)
class Changed:
    """A changed provider as a server sees it: hand `sends` to a `Server`."""

    contract: Contract
    change: Change
    desk: Desk

    @classmethod
    def of(cls, contract: Contract, change: Change) -> Changed:
        return cls(contract, change, ChangedDesk(contract, change))

    def sends(self, base_url: str, request: Request) -> Answer:
        """Answer *request* as the changed provider does."""
        received = self.change.received(arrived(self.contract, request))
        names = received.header("Specmill-Reply")
        wish = Wish(unquote(names[0])) if names else Wish()
        record = self.desk.serve(received, received.target, wish)
        return self.change.answer(self.contract, record, written(record))


def arrived(contract: Contract, request: Request) -> Received:
    """Return *request* as it comes in below the name of the partner."""
    headers = tuple(
        (name, text.encode("utf-8").decode("latin-1").strip(" \t"))
        for name, text in request.headers
    )
    target = f"/{contract.partner}{request.target}"
    return Received(request.method, target, headers, request.body)


def written(record: Record) -> Answer:
    """Return an answer as it arrives."""
    headers = (("Content-Type", "application/json"),)
    return Answer(record.answered.status, headers, record.answered.content)


def body_of(answer: Answer) -> Any:
    return json.loads(answer.content)


def with_body(answer: Answer, body: Any) -> Answer:
    """Return *answer* with another JSON value as its content."""
    content = json.dumps(body, ensure_ascii=False).encode("utf-8")
    return Answer(answer.status, answer.headers, content)
