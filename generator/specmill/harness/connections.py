"""The connections of the embedded provider: accepted, answered and played on, in one loop.

A request and its answer take a bare socket. Streams are put around it where a fault is
played, TLS is spoken or an answer does not go out at once.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

import h11

from .answering import Answering
from .answers import Answered
from .dialogue import Dialogue, Due
from .line import Line, TransportFault

if TYPE_CHECKING:
    from .certificates import Certificates

_CHUNK: Final = 65536
_PAUSE: Final = 0.1
"""Seconds for which nobody is accepted where the system has no room for another."""


class Connections:
    """All that are open, and what becomes of the next."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        answering: Answering,
        line: Callable[[asyncio.StreamWriter, Answered | None], Line],
        faults: Sequence[TransportFault | None],
        tls: Certificates | None,
    ) -> None:
        """Accept nobody yet; connections meet *faults* in turn."""
        self._loop, self._answering, self._line = loop, answering, line
        self._faults, self._tls = faults, tls
        self._bare: set[socket.socket] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    # Begun and ended ----------------------------------------------------------------

    def listen(self, listening: socket.socket) -> None:
        """Accept whoever comes, from now on."""
        self._loop.add_reader(listening, self._accept, listening)

    def hang_up(self) -> None:
        """End every connection, whatever is still to be said on it."""
        for bare in tuple(self._bare):
            self._release(bare).close()
        for task in tuple(self._tasks):
            task.cancel()

    async def end(self) -> None:
        """Hang up, and wait until everybody is gone."""
        self.hang_up()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def next_fault(self) -> TransportFault | None:
        """Return what the next connection meets."""
        if not self._faults:
            return None
        return self._faults[self._answering.log.connections % len(self._faults)]

    # On a bare socket ---------------------------------------------------------------

    def _accept(self, listening: socket.socket) -> None:
        try:
            bare, _ = listening.accept()
        except (BlockingIOError, ConnectionError):
            return  # the caller is gone
        except OSError:
            self._loop.remove_reader(listening)
            self._loop.call_later(_PAUSE, self.listen, listening)
            return
        bare.setblocking(False)
        fault = self.next_fault()
        self._answering.log.connections += 1
        dialogue = Dialogue(self._answering, fault)
        if self._tls is not None or (fault is not None and fault.stage == "accept"):
            self._stream(bare, dialogue, fault)
            return
        self._bare.add(bare)
        # By number, because what a selector does not know it names in full at first.
        self._loop.add_reader(bare.fileno(), self._hear, bare, dialogue)

    def _hear(self, bare: socket.socket, dialogue: Dialogue) -> None:
        try:
            heard = dialogue.hear(bare.recv(_CHUNK))
            for due in heard:
                left = due if isinstance(due, Due) else _left(bare, due)
                if left:
                    dues = chain((left,), heard)
                    self._stream(self._release(bare), dialogue, None, dues)
                    return
        except BlockingIOError:
            return
        except (OSError, h11.RemoteProtocolError):
            dialogue.is_over = True  # nobody is there, or nobody to tell
        if dialogue.is_over:
            self._release(bare).close()

    def _release(self, bare: socket.socket) -> socket.socket:
        """Return *bare*, to which nobody listens any more."""
        self._loop.remove_reader(bare.fileno())
        self._bare.discard(bare)
        return bare

    # In streams ---------------------------------------------------------------------

    def _stream(
        self,
        bare: socket.socket,
        dialogue: Dialogue,
        fault: TransportFault | None,
        dues: Iterable[bytes | Due] = (),
    ) -> None:
        """Go on in streams: with *dues*, and then with what comes."""
        task = self._loop.create_task(self._streamed(bare, dialogue, fault, dues))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _streamed(
        self,
        bare: socket.socket,
        dialogue: Dialogue,
        fault: TransportFault | None,
        dues: Iterable[bytes | Due],
    ) -> None:
        try:
            reader, writer = await self._streams(bare)
        except (OSError, asyncio.CancelledError):
            bare.close()
            return
        try:
            if fault is not None and fault.stage == "accept":
                await fault.play(self._line(writer, None))
                return
            if self._tls is not None:
                kind = fault.tls if fault is not None and fault.tls else "good"
                await writer.start_tls(self._tls.context(kind))
            await self._say(writer, dues)
            while not (dialogue.is_over or writer.is_closing()):
                await self._say(writer, dialogue.hear(await reader.read(_CHUNK)))
        except (OSError, h11.RemoteProtocolError, asyncio.CancelledError):
            pass  # the caller is gone, or speaks no HTTP: there is nobody to tell
        finally:
            writer.close()

    async def _streams(
        self, bare: socket.socket
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        met = self._loop.create_future()
        reader = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(
            reader, lambda _, writer: met.set_result(writer)
        )
        await self._loop.connect_accepted_socket(lambda: protocol, bare)
        return reader, await met

    async def _say(
        self, writer: asyncio.StreamWriter, dues: Iterable[bytes | Due]
    ) -> None:
        for due in dues:
            if isinstance(due, Due):
                await due.fault.play(self._line(writer, due.answered))
            else:
                writer.write(due)
                await writer.drain()


def _left(bare: socket.socket, octets: bytes) -> bytes:
    """Send what goes at once, and return the rest."""
    try:
        return octets[bare.send(octets) :]
    except BlockingIOError:
        return octets
