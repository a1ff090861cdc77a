"""What is said on one connection to the embedded provider, without the connection.

Octets go in and octets come out, so that a socket, a stream and a caller in the same
thread are answered by the same steps. A fault is played where there is a connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import h11

from .answering import Answering
from .answers import Answered, Wish
from .asked import asked_fault, received_of, wish_of
from .judge import Received
from .light import dataclass
from .line import TransportFault, head
from .plain import request_in

_CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Due:
    """A fault that is due, and the answer that it happens to."""

    fault: TransportFault
    answered: Answered | None
    """None where no whole request has come."""


class Dialogue:
    """The requests of one connection and what is said to them, one after the other."""

    def __init__(self, answering: Answering, fault: TransportFault | None) -> None:
        """Begin; *fault* happens to the answer of the first request."""
        self._answering = answering
        self._wish = Wish(fault=fault.name) if fault else None
        self._connection: h11.Connection | None = None
        """What takes a request apart that does not come plain and at once."""
        self._received: Received | None = None
        self._body = bytearray()
        """What has come of it, where it comes by pieces."""
        self.is_over = False
        """True once nothing more is read or said."""

    def hear(self, octets: bytes) -> Iterator[bytes | Due]:
        """Take what came, nothing where the caller has ended, and yield what is due.

        Raises RemoteProtocolError for what is no HTTP. What is yielded is said or
        played before the next is asked for.
        """
        plain = request_in(octets) if self._connection is None else None
        if plain is None:
            yield from self._by_pieces(octets)
            return
        told, left = plain
        received = Received(*told)
        yield from self._early(received)
        yield from self._answered(received, left)

    def _by_pieces(self, octets: bytes) -> Iterator[bytes | Due]:
        connection = self._connection = self._connection or h11.Connection(h11.SERVER)
        connection.receive_data(octets)
        while not self.is_over:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                return
            if isinstance(event, h11.Data):
                self._body += event.data
            elif isinstance(event, h11.Request):
                self._received = received_of(event)
                yield from self._early(self._received)
                if connection.they_are_waiting_for_100_continue and not self.is_over:
                    yield _CONTINUE
            elif isinstance(event, h11.EndOfMessage) and self._received is not None:
                whole = replace(self._received, body=bytes(self._body))
                yield from self._answered(whole, connection.trailing_data[0])
                return
            else:
                self.is_over = True

    def _early(self, received: Received) -> Iterator[bytes | Due]:
        """Yield what is due before the body is read."""
        early = asked_fault(wish_of(received) or self._wish)
        if early is not None and early.stage == "head":
            self.is_over = True
            yield Due(early, None)

    def _answered(self, received: Received, left: bytes) -> Iterator[bytes | Due]:
        """Yield what is due to a whole request, and then to what is *left* after it."""
        if self.is_over:
            return
        answered, fault = self._answering.answer(received, self._wish)
        self.is_over = fault is None or not fault.keeps
        yield octets_of(answered) if fault is None else Due(fault, answered)
        if not self.is_over:
            self._wish, self._connection = None, None
            self._received, self._body = None, bytearray()
            if left:
                yield from self.hear(left)


def octets_of(answered: Answered) -> bytes:
    """Return an answer as it is sent, the last on its connection."""
    content = answered.content
    says = answered.says.encode("unicode_escape").decode("ascii")
    more = [("Specmill-Says", says)] if says else []
    headers = (*answered.documented_headers, *answered.headers, *more)
    return head(answered.status, answered.media, len(content), *headers) + content
