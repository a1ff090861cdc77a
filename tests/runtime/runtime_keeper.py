"""A provider that keeps its connections, and meets faults request by request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtime_faults import contract

from specmill.harness.answering import Answering
from specmill.harness.answers import Answered, Wish
from specmill.harness.certificates import Certificates
from specmill.harness.connections import Connections
from specmill.harness.desk import Desk
from specmill.harness.faults import fault_of
from specmill.harness.judge import Received
from specmill.harness.line import Line, TransportFault, start
from specmill.harness.provider import Provider


class Keeper(Provider):
    """The embedded provider as a server that never ends a sound connection."""

    def __init__(
        self, script: Iterable[str] = (), tls: Certificates | None = None
    ) -> None:
        """Meet each request with the next fault of *script*; after it, with none."""
        super().__init__([contract()], tls=tls)
        faults = map(fault_of, script)
        self._answering = _Scripted(Desk([contract()], None), faults)
        self._connections = Connections(
            self._loop, self._answering, self._line, (), tls
        )


class _Scripted(Answering):
    def __init__(self, desk: Desk, faults: Iterator[TransportFault | None]) -> None:
        super().__init__(desk)
        self._faults = faults

    def answer(
        self, received: Received, wish: Wish | None
    ) -> tuple[Answered, TransportFault | None]:
        fault = next(self._faults, None)
        answered, _ = super().answer(
            received, Wish(fault=fault.name) if fault else wish
        )
        return answered, fault or _KEPT


async def _keep(line: Line) -> None:
    """Answer, and leave the connection as it is."""
    answered = line.answered
    length = ("Content-Length", str(len(answered.content)))
    head = start("HTTP/1.1 200 OK", ("Content-Type", answered.media), length)
    await line.send(head + answered.content)


_KEPT = TransportFault("kept", "answers and keeps the connection", _keep, keeps=True)
"""No fault; played as one, because a provider ends the connection of any other answer."""
