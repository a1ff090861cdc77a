"""The embedded provider: HTTP/1.1 on the loopback interface, answering as documented.

It serves any number of operations, each below the name of its partner, judges every
request by its contract and records it. What it answers next is decided by the request,
unless someone asks for something else: in process (`next`), by a header of the request
(`Specmill-Reply`, `Specmill-Fault`), or by a step at the start of the path
(`/~reply=NAME`, `/~fault=NAME`), which a client reaches through its base URL alone.
`/~operation=NAME` tells apart what shares a method and a path; without it, a request
is for the operation that it fits best. Names in headers and steps are percent-encoded.
What happens to a connection before any request came is decided when it is made: the
connections take the provider's own `faults` in turn.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import quote

import h11

from .answering import CONTROL, Answering, Log
from .answers import Answered, Wish, another, success
from .asked import MARK
from .connections import Connections
from .contract import Contract
from .desk import Desk
from .dialogue import Dialogue, Due
from .edits import Drop, Put
from .faults import fault_of
from .line import Line, TransportFault
from .wire import Request, send

if TYPE_CHECKING:
    from .certificates import Certificates

_WAITING: Final = 100
"""Connections that wait to be accepted."""


class Provider:
    """A provider in a thread of its own; a context manager."""

    def __init__(
        self,
        contracts: Iterable[Contract],
        *,
        credentials: Mapping[str, str] | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        faults: Iterable[str] = (),
        tls: Certificates | None = None,
    ) -> None:
        """Take what is served; ValueError for faults that are none or do not go together.

        Connections meet *faults* in turn, then again from the first; `none` is no
        fault. With *tls* the provider speaks HTTPS and nothing else.
        """
        desk = Desk(contracts, credentials)
        self.contracts = desk.contracts
        self.names = frozenset(each.name for each in self.contracts)
        self._answering = Answering(desk)
        self._faults = tuple(_chosen(faults, has_tls=tls is not None))
        self._tls = tls
        self._host, self._port = host, port
        # Of all loops this one listens to bare sockets on every system.
        self._loop = asyncio.SelectorEventLoop()
        self._connections = Connections(
            self._loop, self._answering, self._line, self._faults, tls
        )
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    # Its life -----------------------------------------------------------------------

    def start(self) -> Self:
        """Listen; OSError where the port is taken."""
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        return self

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        fault = self._faults[0] if self._faults else None
        try:
            if fault is not None and fault.stage == "listen":
                await self._absent(fault)
            else:
                await self._present()
        except OSError as error:
            self._failure = error
            self._ready.set()

    async def _present(self) -> None:
        with contextlib.ExitStack() as kept:
            for family, address in self._addresses():
                made = socket.create_server(address, family=family, backlog=_WAITING)
                listening = kept.enter_context(made)
                listening.setblocking(False)
                self._port = listening.getsockname()[1]
                self._connections.listen(listening)
                kept.callback(self._loop.remove_reader, listening)
            self._ready.set()
            await self._stop.wait()
        await self._connections.end()

    def _addresses(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """Yield what the host is, all with the port that the first has got."""
        found = socket.getaddrinfo(
            self._host, self._port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        for family, _, _, _, address in dict.fromkeys(found):
            yield family, (str(address[0]), self._port)

    async def _absent(self, fault: TransportFault) -> None:
        """Hold the port without serving it."""
        with contextlib.ExitStack() as kept:
            bound = kept.enter_context(socket.socket())
            bound.bind((self._host, self._port))
            self._port = bound.getsockname()[1]
            if fault.name == "never-accepted":
                bound.listen(0)
                for _ in range(3):  # a full queue lets everybody else wait
                    waiting = kept.enter_context(socket.socket())
                    waiting.setblocking(False)
                    waiting.connect_ex((self._host, self._port))
            self._ready.set()
            await self._stop.wait()

    # What it is told ----------------------------------------------------------------

    @property
    def address(self) -> str:
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://{self._host}:{self._port}"

    def url(
        self, partner: str, *, operation: str = "", reply: str = "", fault: str = ""
    ) -> str:
        """Return a base URL of *partner* at which every call is answered as told."""
        told = (("operation", operation), ("reply", reply), ("fault", fault))
        steps = (f"{MARK}{key}={quote(name, safe='')}" for key, name in told if name)
        return f"{self.address}{''.join(steps)}/{partner}"

    def next(
        self,
        *,
        reply: str = "",
        code: str = "",
        fault: str = "",
        edits: tuple[Put | Drop, ...] = (),
        http: int = 0,
    ) -> None:
        """Answer the next request that asks for nothing itself as told.

        *edits* and *http* make an answer that no page documents.
        """
        self._answering.wishes.append(Wish(reply or code, fault, edits, http))

    def clear(self) -> None:
        """Forget what came in and what was told."""
        self._answering.clear()

    @property
    def log(self) -> Log:
        return self._answering.log

    def met(self) -> int:
        """Return how many connections were made since all was forgotten; ask it once.

        The log may lack those of callers who did not wait for a busy provider.
        """
        # Connections are met in turn, and so this one comes after all others.
        send(self.address, Request("GET", CONTROL, (), b""))
        return self.log.connections - 1

    def hang_up(self) -> None:
        """End every open connection, whatever is still to be said on it."""
        self._loop.call_soon_threadsafe(self._connections.hang_up)

    def answers(self, octets: bytes) -> bytes:
        """Return what a connection that brings *octets* and ends would bring back.

        There is no connection and no other thread; ValueError for a fault, which needs
        something to happen to.
        """
        dialogue = Dialogue(self._answering, self._connections.next_fault())
        self.log.connections += 1
        said = bytearray()
        with contextlib.suppress(h11.RemoteProtocolError):
            for due in chain(dialogue.hear(octets), dialogue.hear(b"")):
                if isinstance(due, Due):
                    raise ValueError(f"the fault {due.fault.name} needs a connection")
                said += due
        return bytes(said)

    def _line(
        self, writer: asyncio.StreamWriter, answered: Answered | None = None
    ) -> Line:
        """Return the line with what the request deserves, or what a good one would."""
        if answered is None and self.contracts:
            answered = success(self.contracts[0], self.contracts[0].example)
        answered = answered or Answered(200, {}, False, "")
        return Line(writer, answered, another(self.contracts, answered))


def serve(
    contracts: Iterable[Contract],
    host: str,
    port: int,
    *,
    credentials: Mapping[str, str] | None = None,
    faults: Iterable[str] = (),
    tls: Certificates | None = None,
    ready: Callable[[Provider], None] = lambda provider: None,
) -> None:
    """Serve until the thread is interrupted; OSError where the port is taken."""
    provider = Provider(
        contracts,
        credentials=credentials,
        host=host,
        port=port,
        faults=faults,
        tls=tls,
    )
    with provider:
        ready(provider)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


def _chosen(names: Iterable[str], *, has_tls: bool) -> Iterator[TransportFault | None]:
    """Yield the faults of *names*; ValueError where they cannot be had together."""
    chosen = [fault_of(name) for name in names]
    for fault in chosen:
        if fault is not None and fault.stage == "listen" and len(chosen) > 1:
            raise ValueError(f"the fault {fault.name} leaves room for no other")
        if fault is not None and fault.tls and not has_tls:
            raise ValueError(f"the fault {fault.name} needs a provider with TLS")
        yield fault
