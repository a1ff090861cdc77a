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
import json
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import quote

import h11

from .answers import Answered, Wish, another, listing, success
from .asked import MARK, asked_fault, received_of, told, wish_of
from .contract import Contract
from .desk import Desk, Record, in_vain
from .edits import Drop, Put
from .faults import FAULTS, fault_of
from .judge import Received
from .light import dataclass
from .line import Line, TransportFault, head
from .pointers import Json
from .wire import Request, send

if TYPE_CHECKING:
    from .certificates import Certificates

CONTROL: Final = "/__specmill"
_START: Final = "start the provider with it"
_CHUNK: Final = 65536


@dataclass(slots=True)
class Log:
    """What has come in since it was last cleared."""

    records: list[Record] = field(default_factory=list)
    connections: int = 0
    """Also those on which no whole request came."""


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
        self._desk = Desk(contracts, credentials)
        self.contracts = self._desk.contracts
        self.names = frozenset(each.name for each in self.contracts)
        self.log = Log()
        self._faults = tuple(_chosen(faults, has_tls=tls is not None))
        self._tls = tls
        self._wishes: list[Wish] = []
        self._host, self._port = host, port
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._failure: OSError | None = None
        self._tasks: set[asyncio.Task[None]] = set()
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
        server = await asyncio.start_server(self._connected, self._host, self._port)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

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
        self._wishes.append(Wish(reply or code, fault, edits, http))

    def clear(self) -> None:
        """Forget what came in and what was told."""
        self.log = Log()
        self._wishes = []

    def met(self) -> int:
        """Return how many connections were made since all was forgotten; ask it once.

        The log may lack those of callers who did not wait for a busy provider.
        """
        # Connections are met in turn, and so this one comes after all others.
        send(self.address, Request("GET", CONTROL, (), b""))
        return self.log.connections - 1

    def hang_up(self) -> None:
        """End every open connection, whatever is still to be said on it."""
        for task in tuple(self._tasks):
            self._loop.call_soon_threadsafe(task.cancel)

    # One connection -----------------------------------------------------------------

    async def _connected(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        fault = self._fault_in_turn()
        self.log.connections += 1
        try:
            if fault is not None and fault.stage == "accept":
                await fault.play(self._line(writer))
                return
            if self._tls is not None:
                kind = fault.tls if fault is not None and fault.tls else "good"
                await writer.start_tls(self._tls.context(kind))
            await self._converse(reader, writer, fault)
        except (OSError, h11.RemoteProtocolError, asyncio.CancelledError):
            pass  # the caller is gone, or speaks no HTTP: there is nobody to tell
        finally:
            writer.close()
            self._tasks.discard(task)

    def _fault_in_turn(self) -> TransportFault | None:
        if not self._faults:
            return None
        return self._faults[self.log.connections % len(self._faults)]

    def _line(
        self, writer: asyncio.StreamWriter, answered: Answered | None = None
    ) -> Line:
        """Return the line with what the request deserves, or what a good one would."""
        if answered is None and self.contracts:
            answered = success(self.contracts[0], self.contracts[0].example)
        answered = answered or Answered(200, {}, False, "")
        return Line(writer, answered, another(self.contracts, answered))

    async def _converse(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        fault: TransportFault | None,
    ) -> None:
        """Answer requests until an answer ends the connection; *fault* is of the first."""
        wish: Wish | None = Wish(fault=fault.name) if fault else None
        left = b""
        while not writer.is_closing():
            connection = h11.Connection(h11.SERVER)
            connection.receive_data(left) if left else None
            received = await self._received(connection, reader, writer, wish)
            if received is None or not await self._answer(writer, received, wish):
                return
            wish, left = None, connection.trailing_data[0]

    async def _received(
        self,
        connection: h11.Connection,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        wish: Wish | None,
    ) -> Received | None:
        """Read one request; None where the caller is gone or was left early."""
        received, body = None, bytearray()
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(await reader.read(_CHUNK))
            elif isinstance(event, h11.Request):
                received = received_of(event)
                early = asked_fault(wish_of(received) or wish)
                if early is not None and early.stage == "head":
                    await early.play(self._line(writer))
                    return None
                await self._allow(connection, writer)
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and received is not None:
                return replace(received, body=bytes(body))
            else:
                return None

    async def _allow(
        self, connection: h11.Connection, writer: asyncio.StreamWriter
    ) -> None:
        if connection.they_are_waiting_for_100_continue:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            await writer.drain()

    async def _answer(
        self, writer: asyncio.StreamWriter, received: Received, wish: Wish | None
    ) -> bool:
        """Answer one request; tell whether there can be another on this connection."""
        steps, path = told(received.target)
        if path.startswith(CONTROL):
            await _send(writer, self._controlled(received, path))
            return False
        asked = wish_of(received)
        if asked is None and wish is None and self._wishes:
            asked = self._wishes.pop(0)
        chosen = asked or wish or Wish()
        fault = asked_fault(chosen)
        if asked is not None and fault is not None and not fault.by_request:
            says = f"the fault {fault.name} comes before any request; {_START}"
            await _send(writer, in_vain(says))
            return False
        record = self._desk.serve(received, path, chosen, steps.get("operation", ""))
        self.log.records.append(record)
        if fault is None:
            await _send(writer, record.answered)
            return False
        await fault.play(self._line(writer, record.answered))
        return fault.keeps

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
        self._wishes.append(wish)
        return _fine({"reply": wish.name, "fault": wish.fault})

    def _listing(self) -> Json:
        return {
            "operations": {each.name: listing(each) for each in self.contracts},
            "faults": {fault.name: fault.says for fault in FAULTS.values()},
        }


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


# Faults and answers ------------------------------------------------------------------------------


def _chosen(names: Iterable[str], *, has_tls: bool) -> Iterator[TransportFault | None]:
    """Yield the faults of *names*; ValueError where they cannot be had together."""
    chosen = [fault_of(name) for name in names]
    for fault in chosen:
        if fault is not None and fault.stage == "listen" and len(chosen) > 1:
            raise ValueError(f"the fault {fault.name} leaves room for no other")
        if fault is not None and fault.tls and not has_tls:
            raise ValueError(f"the fault {fault.name} needs a provider with TLS")
        yield fault


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


async def _send(writer: asyncio.StreamWriter, answered: Answered) -> None:
    content = answered.content
    says = answered.says.encode("unicode_escape").decode("ascii")
    more = [("Specmill-Says", says)] if says else []
    headers = (*answered.documented_headers, *answered.headers, *more)
    writer.write(
        head(answered.status, answered.media, len(content), *headers) + content
    )
    await writer.drain()
