"""The embedded provider: HTTP/1.1 on the loopback interface, answering as documented.

It serves any number of operations, each below the name of its partner, judges every
request by its contract and records it. What it answers next is decided by the request,
unless someone asks for something else: in process (`next`), by a header of the request
(`Specmill-Reply`, `Specmill-Fault`), or by a step at the start of the path
(`/~reply=NAME`, `/~fault=NAME`), which a client reaches through its base URL alone.
`/~operation=NAME` tells apart what shares a method and a path; without it, a request
is for the operation that it fits best. Names in headers and steps are percent-encoded.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self
from urllib.parse import quote, unquote

import h11

from .answers import Answered, Wish, listing
from .contract import Contract
from .desk import Desk, Record
from .faults import FAULTS, Line, head
from .judge import Received
from .pointers import Json

CONTROL: Final = "/__specmill"
_MARK: Final = "/~"
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
    ) -> None:
        self._desk = Desk(contracts, credentials)
        self.contracts = self._desk.contracts
        self.log = Log()
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
        try:
            server = await asyncio.start_server(self._connected, self._host, self._port)
        except OSError as error:
            self._failure = error
            self._ready.set()
            return
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # What it is told ----------------------------------------------------------------

    @property
    def address(self) -> str:
        return f"http://{self._host}:{self._port}"

    def url(
        self, partner: str, *, operation: str = "", reply: str = "", fault: str = ""
    ) -> str:
        """Return a base URL of *partner* at which every call is answered as told."""
        told = (("operation", operation), ("reply", reply), ("fault", fault))
        steps = (f"{_MARK}{key}={quote(name, safe='')}" for key, name in told if name)
        return f"{self.address}{''.join(steps)}/{partner}"

    def next(self, *, reply: str = "", code: str = "", fault: str = "") -> None:
        """Answer the next request that asks for nothing itself as told."""
        self._wishes.append(Wish(reply or code, fault))

    def clear(self) -> None:
        """Forget what came in and what was told."""
        self.log = Log()
        self._wishes = []

    # One connection -----------------------------------------------------------------

    async def _connected(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.log.connections += 1
        try:
            await self._converse(reader, writer)
        except (ConnectionError, h11.RemoteProtocolError, asyncio.CancelledError):
            pass  # the caller is gone, or speaks no HTTP: there is nobody to tell
        finally:
            writer.close()
            self._tasks.discard(task)

    async def _converse(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        connection = h11.Connection(h11.SERVER)
        request, body = None, bytearray()
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(await reader.read(_CHUNK))
            elif isinstance(event, h11.Request):
                request = event
                if _asks_for_early_end(event):
                    return
                await self._allow(connection, writer)
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and request is not None:
                await self._answer(writer, _received(request, bytes(body)))
                return
            else:
                return

    async def _allow(
        self, connection: h11.Connection, writer: asyncio.StreamWriter
    ) -> None:
        if connection.they_are_waiting_for_100_continue:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            await writer.drain()

    async def _answer(self, writer: asyncio.StreamWriter, received: Received) -> None:
        steps, path = _told(received.target)
        if path.startswith(CONTROL):
            await _send(writer, self._controlled(received, path))
            return
        wish = _wish(received, steps) or (
            self._wishes.pop(0) if self._wishes else Wish()
        )
        record = self._desk.serve(received, path, wish, steps.get("operation", ""))
        self.log.records.append(record)
        fault = FAULTS.get(wish.fault)
        if fault is not None:
            await fault.play(Line(writer, record.answered))
        else:
            await _send(writer, record.answered)

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
    ready: Callable[[Provider], None] = lambda provider: None,
) -> None:
    """Serve until the thread is interrupted; OSError where the port is taken."""
    provider = Provider(contracts, credentials=credentials, host=host, port=port)
    with provider:
        ready(provider)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


# Requests -----------------------------------------------------------------------------


def _received(request: h11.Request, body: bytes) -> Received:
    return Received(
        request.method.decode("ascii"),
        request.target.decode("latin-1"),
        tuple(
            (name.decode("latin-1"), text.decode("latin-1"))
            for name, text in request.headers.raw_items()
        ),
        body,
    )


def _told(target: str) -> tuple[dict[str, str], str]:
    """Split the steps that tell the provider what to do from the rest of the path."""
    steps: dict[str, str] = {}
    while target.startswith(_MARK):
        step, _, rest = target[len(_MARK) :].partition("/")
        key, _, value = step.partition("=")
        steps[key] = unquote(value)
        target = "/" + rest
    return steps, target


def _wish(received: Received, steps: Mapping[str, str]) -> Wish | None:
    names, faults = received.header("Specmill-Reply"), received.header("Specmill-Fault")
    name = unquote(names[0]) if names else steps.get("reply", "")
    fault = unquote(faults[0]) if faults else steps.get("fault", "")
    return Wish(name, fault) if name or fault else None


def _asks_for_early_end(request: h11.Request) -> bool:
    received = _received(request, b"")
    steps, _ = _told(received.target)
    wish = _wish(received, steps)
    fault = FAULTS.get(wish.fault) if wish else None
    return fault is not None and fault.early


def _recorded(record: Record) -> Json:
    return {
        "operation": record.operation,
        "method": record.received.method,
        "path": record.received.path,
        "faults": [f"{fault.kind}: {fault}" for fault in record.faults],
        "status": record.answered.status,
    }


# Answers ------------------------------------------------------------------------------


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
