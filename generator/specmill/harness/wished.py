"""The answer that was asked for by name, and the words for what is asked in vain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from .answers import Answered, NoSuchAnswer, Wish, answer
from .contract import Contract
from .faults import FAULTS, NEW_CODE
from .judge import Judgement
from .line import TransportFault
from .pointers import found, put

_START: Final = "start the provider with it"


def wished(
    contract: Contract, judgement: Judgement, wish: Wish, by_name: bool
) -> Answered:
    fault = asked_fault(wish)
    if wish.fault and fault is None:
        known = ", ".join(FAULTS)
        return in_vain(f"there is no fault {wish.fault}; there are {known}")
    if fault is not None and by_name and not fault.by_request:
        return in_vain(f"the fault {wish.fault} comes before any request; {_START}")
    # A transport fault happens to the answer of a good request.
    deserved = Judgement(judgement.document, ()) if wish.fault else judgement
    try:
        answered = answer(contract, deserved, wish.name)
    except NoSuchAnswer as error:
        return in_vain(str(error))
    if wish.fault == "undocumented-code":
        return _with_new_code(contract, answered)
    return answered


def asked_fault(wish: Wish | None) -> TransportFault | None:
    return FAULTS.get(wish.fault) if wish is not None else None


def _with_new_code(contract: Contract, answered: Answered) -> Answered:
    reply = contract.recognized(answered.status, answered.body)
    if reply is None or reply.code_at is None:
        return answered
    text = contract.code_in(reply, answered.body)
    is_number = not isinstance(found(answered.body, reply.code_at), str)
    code: Any = int(NEW_CODE) if is_number else NEW_CODE[: max(len(text or ""), 4)]
    return replace(answered, body=put(answered.body, reply.code_at, code))


def in_vain(says: str) -> Answered:
    """Answer with a status that no page documents, lest it be taken for the partner."""
    return Answered(501, {"specmill": says}, False, says)
