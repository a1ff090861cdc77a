"""The embedded provider in the part of one server: its checks in order, its results."""

from __future__ import annotations

from collections import Counter
from threading import Lock

from .answers import Answered, programmed
from .contract import Contract
from .judge import Judgement
from .notes import Check, Played
from .pointers import Json, found, steps_of


class Player:
    """One operation as its environment plays it; it remembers what was sent before."""

    def __init__(self, contract: Contract, played: Played) -> None:
        self._contract = contract
        self._played = played
        self._seen: Counter[tuple[int, str]] = Counter()
        self._one = Lock()

    def answer(self, judgement: Judgement) -> Answered:
        """Return what the first check that finds a fault answers, else the result."""
        for check in self._played.checks:
            for pointer in check.pointers or ("",):
                kind = self._fault(check, pointer, judgement)
                if kind:
                    field = steps_of(pointer)[-1] if pointer else ""
                    says = f"{kind} at {pointer or 'the body'}"
                    return self._programmed(judgement, check.answers[kind], field, says)
        return self._programmed(
            judgement, self._result(judgement.document), "", "every check passes"
        )

    def _programmed(
        self, judgement: Judgement, name: str, field: str, says: str
    ) -> Answered:
        return programmed(self._contract, judgement.document, name, field, says)

    def _fault(self, check: Check, pointer: str, judgement: Judgement) -> str:
        at = pointer.lower() if pointer.startswith("/headers/") else pointer
        value = found(judgement.document, steps_of(at))
        if value in self._played.accepts.get(pointer, ()):
            return ""
        for fault in judgement.faults:
            if fault.pointer == at and fault.kind in check.answers:
                return fault.kind
        known = found(self._contract.example, steps_of(pointer))
        is_of_nobody = "credential" in check.answers and value != known
        return "credential" if pointer and is_of_nobody else ""

    def _result(self, request: Json) -> str:
        results = self._played.results
        name = next((each.answer for each in results if each.fits(request)), "")
        for number, sequence in enumerate(self._played.sequences):
            fits = all(
                _is_like(text, found(request, at)) for at, text in sequence.values
            )
            if fits and name == sequence.answers[0]:
                values = str([found(request, at) for at, _ in sequence.values])
                with self._one:  # of several at once, one is the first
                    turn = min(self._seen[number, values], len(sequence.answers) - 1)
                    self._seen[number, values] += 1
                return sequence.answers[turn]
        return name


def _is_like(template: str, value: Json) -> bool:
    start, _, end = template.partition("{new}")
    return isinstance(value, str) and value.startswith(start) and value.endswith(end)
