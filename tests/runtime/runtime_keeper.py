"""A provider that keeps its connections, and meets faults request by request."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import h11
from runtime_faults import contract

from specmill.harness.answers import Answered, Wish
from specmill.harness.asked import told
from specmill.harness.certificates import Certificates
from specmill.harness.faults import fault_of
from specmill.harness.judge import Received
from specmill.harness.line import TransportFault, start
from specmill.harness.provider import Provider


class Keeper(Provider):
    """The embedded provider as a server that never ends a sound connection."""

    def __init__(
        self, script: Iterable[str] = (), tls: Certificates | None = None
    ) -> None:
        """Meet each request with the next fault of *script*; after it, with none."""
        super().__init__([contract()], tls=tls)
        self._script = tuple(map(fault_of, script))
        self._met = 0

    @property
    def _next(self) -> TransportFault | None:
        return self._script[self._met] if self._met < len(self._script) else None

    async def _converse(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        fault: TransportFault | None,
    ) -> None:
        left, is_kept = b"", True
        while is_kept and not writer.is_closing():
            connection = h11.Connection(h11.SERVER)
            if left:
                connection.receive_data(left)
            coming = self._next
            wish = Wish(fault=coming.name) if coming else None
            received = await self._received(connection, reader, writer, wish)
            if received is None:
                self._met += coming is not None and coming.stage == "head"
                return
            is_kept = await self._answer(writer, received, wish)
            left = connection.trailing_data[0]

    async def _answer(
        self, writer: asyncio.StreamWriter, received: Received, wish: Wish | None
    ) -> bool:
        fault, self._met = self._next, self._met + 1
        _, path = told(received.target)
        record = self._desk.serve(received, path, wish or Wish(), "")
        self.log.records.append(record)
        if fault is None:
            writer.write(_kept(record.answered))
            await writer.drain()
            return True
        await fault.play(self._line(writer, record.answered))
        return fault.keeps


def _kept(answered: Answered) -> bytes:
    """Return an answer after which the connection stands."""
    length = ("Content-Length", str(len(answered.content)))
    line = f"HTTP/1.1 {answered.status} OK"
    head = start(line, ("Content-Type", answered.media), length)
    return head + answered.content
