"""The part of the embedded provider that has no wire: a request in, an answer out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from .answers import Answered, NoSuchAnswer, Wish, answer, changed
from .codes import NEW_CODE
from .contract import Contract
from .faults import FAULTS
from .judge import Fault, Judgement, Received, judge, misfit
from .light import dataclass
from .paths import segments_in
from .played import Player
from .pointers import Json, found, put
from .sealing import sealed


@dataclass(frozen=True, slots=True)
class Record:
    """One request and what became of it."""

    operation: str
    """Such as `paytm.verify_otp`; empty where the path is of none."""
    received: Received
    document: Json
    faults: tuple[Fault, ...]
    answered: Answered


class Desk:
    """Any number of operations, by whose contracts requests are judged and answered."""

    def __init__(
        self,
        contracts: Iterable[Contract],
        credentials: Mapping[str, str] | None = None,
    ) -> None:
        self._known = credentials or {}
        self.contracts = tuple(each.keyed(self._known) for each in contracts)
        self._named: dict[str, list[Contract]] = {}
        for each in self.contracts:
            self._named.setdefault(each.operation, []).append(each)
        self._players = {
            each.name: Player(each, each.played)
            for each in self.contracts
            if each.played is not None
        }

    def serve(
        self, received: Received, path: str, wish: Wish, operation: str = ""
    ) -> Record:
        """Return what becomes of a request for *path*, which may be a part of its own."""
        judged = [
            (each, self.judge(each, received))
            for each in self._route(received.method, path, operation)
        ]
        if not judged:
            answered = self._lost(received.method, path, operation)
            return Record("", received, None, (), answered)
        contract, judgement = min(judged, key=lambda each: misfit(*each))
        known = self._credentials(contract)
        answered = self._answered(contract, judgement, wish)
        answered = sealed(contract, received, answered, known, wish.fault)
        document, faults = judgement.document, judgement.faults
        return Record(contract.name, received, document, faults, answered)

    def judge(self, contract: Contract, received: Received) -> Judgement:
        """Hold a request to one of the contracts."""
        return judge(contract, received, self._credentials(contract))

    def _credentials(self, contract: Contract) -> dict[str, str]:
        known = {each.name: each.example for each in contract.credentials}
        return {**known, **self._known}

    def _route(self, method: str, path: str, operation: str) -> Iterator[Contract]:
        """Yield what a request may be: a single-URL gateway has several operations.

        Where a path is one literally and another by its segments, the first counts.
        """
        known = self._named.get(operation, ()) if operation else self.contracts
        there = [
            each for each in known if method in each.methods and _is_at(each, path)
        ]
        fewest = min((each.path.count("{") for each in there), default=0)
        return (each for each in there if each.path.count("{") == fewest)

    def _answered(
        self, contract: Contract, judgement: Judgement, wish: Wish
    ) -> Answered:
        player = self._players.get(contract.name)
        if player is not None and not wish.name and not wish.fault:
            return player.answer(judgement)
        return _wished(contract, judgement, wish)

    def _lost(self, method: str, path: str, operation: str) -> Answered:
        if operation and operation not in self._named:
            return in_vain(f"there is no operation {operation}")
        bare = path.split("?")[0]
        known = [
            f"{' or '.join(each.methods)} /{each.partner}{each.path}"
            for each in self.contracts
        ]
        here = [each for each in self.contracts if _is_at(each, path)]
        body = {"specmill": f"there is no {method} {bare}", "known": known}
        says = "no operation is here"
        if not here:
            return Answered(404, body, False, says)
        allowed = sorted({word for each in here for word in each.methods})
        return Answered(405, body, False, says, (("Allow", ", ".join(allowed)),))


def _is_at(contract: Contract, path: str) -> bool:
    """Tell whether a target without steps has the path of *contract*."""
    start, bare = f"/{contract.partner}", path.split("?")[0]
    own = bare.removeprefix(start)
    at = segments_in(contract.path, own)
    is_as_deep = own.count("/") == contract.path.count("/")
    return bare.startswith(start) and at is not None and is_as_deep


def _wished(contract: Contract, judgement: Judgement, wish: Wish) -> Answered:
    if wish.fault and wish.fault not in FAULTS:
        known = ", ".join(FAULTS)
        return in_vain(f"there is no fault {wish.fault}; there are {known}")
    # A transport fault happens to the answer of a good request.
    deserved = Judgement(judgement.document, ()) if wish.fault else judgement
    try:
        answered = answer(contract, deserved, wish.name)
    except NoSuchAnswer as error:
        return in_vain(str(error))
    if wish.fault == "undocumented-code":
        return _with_new_code(contract, answered)
    return changed(answered, wish)


def _with_new_code(contract: Contract, answered: Answered) -> Answered:
    reply = contract.recognized(answered.status, answered.body, answered.reply)
    if reply is None or reply.code_at is None:
        return answered
    text = contract.code_in(reply, answered.body)
    is_number = not isinstance(found(answered.body, reply.code_at), str)
    code: Any = int(NEW_CODE) if is_number else NEW_CODE[: max(len(text or ""), 4)]
    return replace(answered, body=put(answered.body, reply.code_at, code))


def in_vain(says: str) -> Answered:
    """Answer with a status that no page documents, lest it be taken for the partner."""
    return Answered(501, {"specmill": says}, False, says)
