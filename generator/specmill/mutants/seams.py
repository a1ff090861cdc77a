"""A provider with one thing changed, at the seams that the embedded one has.

Nothing goes over a wire: a request is handed to the desk as it would come in, and an
answer is taken as it would arrive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal
from urllib.parse import unquote

from ..harness.answers import Wish
from ..harness.contract import Contract
from ..harness.desk import Desk, Record
from ..harness.judge import Fault, Judgement, Kind, Received
from ..harness.pointers import Json, Steps, found, steps_of
from ..harness.wire import Answer, Request
from ..light import dataclass

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


def lowered(pointer: str) -> str:
    """Return *pointer* as a request's document has it: headers in lower case."""
    return pointer.lower() if pointer.startswith("/headers/") else pointer


def forgiving(
    at: str, kinds: tuple[Kind, ...], holds: Callable[[Json], bool]
) -> Judged:
    """Return a judgement without faults of *kinds* at *at* where its value *holds*."""
    place = lowered(at)

    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        if not holds(found(judgement.document, steps_of(place))):
            return judgement
        kept = tuple(
            each
            for each in judgement.faults
            if each.pointer != place or each.kind not in kinds
        )
        return Judgement(judgement.document, kept)

    return judged


def blaming(at: str, kind: Kind, holds: Callable[[Json], bool]) -> Judged:
    """Return a judgement with a fault of *kind* at *at* where its value *holds*."""
    place = lowered(at)

    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        if not holds(found(judgement.document, steps_of(place))):
            return judgement
        fault = Fault(kind, place, "is refused here")
        return Judgement(judgement.document, (*judgement.faults, fault))

    return judged


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
    forgives: Kind | None = None
    """The kind of fault that is let through, where no fact of its own forbids it."""
    left_open: str = ""
    """What the spec leaves open, where the operator knows that no case can tell."""
    reach: Steps | None = None
    """Where in a request alone the change shows, where it is about one member."""


UNCHANGED: Final = Change(told_by="answer")


Memory = Mapping[Received, Judgement]
"""Judgements by the documented contract, so that they need not be made again."""


class ChangedDesk(Desk):
    """A desk whose judgement on requests is changed."""

    def __init__(self, contract: Contract, change: Change, memory: Memory) -> None:
        own = change.contract(contract)
        super().__init__((own,))
        self._judged = change.judged
        self._memory = memory if _judges_alike(own, contract) else {}

    def judge(self, contract: Contract, received: Received) -> Judgement:
        judgement = self._memory.get(received) or super().judge(contract, received)
        known = {each.name: each.example for each in contract.credentials}
        return self._judged(Known(contract, known), received, judgement)


def _judges_alike(one: Contract, other: Contract) -> bool:
    return all(
        getattr(one, name) is getattr(other, name)
        for name in ("schema", "moments", "sources", "recipe", "credentials")
    )


@dataclass(slots=True)
class Changed:
    """A changed provider as a server sees it: hand `sends` to a `Server`."""

    contract: Contract
    change: Change
    desk: Desk

    @classmethod
    def of(
        cls, contract: Contract, change: Change, memory: Memory | None = None
    ) -> Changed:
        return cls(contract, change, ChangedDesk(contract, change, memory or {}))

    def sends(self, base_url: str, request: Request) -> Answer:
        """Answer *request* as the changed provider does."""
        return self.answers(arrived(self.contract, request))

    def answers(self, received: Received) -> Answer:
        """Return what comes back to a request that came in."""
        received = self.change.received(received)
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
