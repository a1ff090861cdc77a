"""What the embedded provider answers to a whole request, and what it keeps of it.

The request decides, unless someone asked for something else: in process, by a header,
by a step at the start of the path, or by `POST /__specmill/next`.
"""

from __future__ import annotations

import json
from dataclasses import field
from typing import Final

from .answers import Answered, Wish, listing
from .asked import asked_fault, told, wish_of
from .desk import Desk, Record, in_vain
from .faults import FAULTS
from .judge import Received
from .light import dataclass
from .line import TransportFault
from .pointers import Json

CONTROL: Final = "/__specmill"
_START: Final = "start the provider with it"


@dataclass(slots=True)
class Log:
    """What has come in since it was last cleared."""

    records: list[Record] = field(default_factory=list)
    connections: int = 0
    """Also those on which no whole request came."""


class Answering:
    """What answers requests, one after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.log = Log()
        self.wishes: list[Wish] = []
        """What the next requests are answered with that ask for nothing themselves."""

    def clear(self) -> None:
        """Forget what came in and what was asked for."""
        self.log = Log()
        self.wishes = []

    def answer(
        self, received: Received, wish: Wish | None
    ) -> tuple[Answered, TransportFault | None]:
        """Return what is due, and what is to happen to it.

        *wish* is of the connection; what the request itself asks for comes before it.
        """
        steps, path = told(received.target)
        if path.startswith(CONTROL):
            return self._controlled(received, path), None
        asked = wish_of(received)
        if asked is None and wish is None and self.wishes:
            asked = self.wishes.pop(0)
        chosen = asked or wish or Wish()
        fault = asked_fault(chosen)
        if asked is not None and fault is not None and not fault.by_request:
            says = f"the fault {fault.name} comes before any request; {_START}"
            return in_vain(says), None
        record = self._desk.serve(received, path, chosen, steps.get("operation", ""))
        self.log.records.append(record)
        return record.answered, fault

    # Control over HTTP --------------------------------------------------------------

    def _controlled(self, received: Received, path: str) -> Answered:
        """Answer `GET /__specmill`, `GET .../requests`, `POST .../next`."""
        step = path.removeprefix(CONTROL).strip("/")
        if received.method == "GET" and step == "":
            return _fine(self._listing())
        if received.method == "GET" and step == "requests":
            return _fine([_recorded(record) for record in self.log.records])
        if received.method == "POST" and step == "next":
            return self._programmed(received.body)
        says = "GET / lists what there is, GET /requests what came, POST /next programs"
        return Answered(404, {"specmill": says}, False, says)

    def _programmed(self, body: bytes) -> Answered:
        try:
            told = json.loads(body)
            wish = Wish(str(told.get("reply", "")), str(told.get("fault", "")))
        except (ValueError, AttributeError):
            says = 'the body is {"reply": NAME} or {"fault": NAME}'
            return Answered(400, {"specmill": says}, False, says)
        self.wishes.append(wish)
        return _fine({"reply": wish.name, "fault": wish.fault})

    def _listing(self) -> Json:
        return {
            "operations": {each.name: listing(each) for each in self._desk.contracts},
            "faults": {fault.name: fault.says for fault in FAULTS.values()},
        }


def _recorded(record: Record) -> Json:
    return {
        "operation": record.operation,
        "method": record.received.method,
        "path": record.received.path,
        "faults": [f"{fault.kind}: {fault}" for fault in record.faults],
        "status": record.answered.status,
    }


def _fine(body: Json) -> Answered:
    return Answered(200, body, True, "")
