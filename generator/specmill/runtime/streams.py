"""Connections that are awaited, on asyncio and trio alike.

Below `http1`. A socket of its own with nothing around it but waiting: streams of the
event loops read before they are asked, and cost more than the call.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import ssl
from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

import anyio
import anyio.lowlevel

from .exchange import Exchange, Target, lost, no_connection, spoken
from .sockets import CHUNK, is_quiet, numeric
from .transport import Answer

_T = TypeVar("_T")
_UNDER_WAY: Final = (errno.EINPROGRESS, errno.EWOULDBLOCK)
_PATIENCE: Final = 0.25
"""Seconds that one address is tried alone before the next one is tried, too."""


class Stream(Protocol):
    """A connection that stands; raises what the system raises."""

    async def receive(self) -> bytes:
        """Return what came; b"" where no more will come."""
        ...

    async def send(self, octets: bytes) -> None: ...

    def is_quiet(self) -> bool:
        """Tell whether nothing came that was not received, not even the end."""
        ...

    def close(self) -> None: ...


class Plain:
    """A connected socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    async def receive(self) -> bytes:
        while True:
            await anyio.wait_readable(self._connection)
            with contextlib.suppress(BlockingIOError):
                # No name for the octets: a frame must not show them to whoever looks.
                return self._connection.recv(CHUNK)

    async def send(self, octets: bytes) -> None:
        view = memoryview(octets)
        while view:
            try:
                view = view[self._connection.send(view) :]
            except BlockingIOError:
                await anyio.wait_writable(self._connection)

    def is_quiet(self) -> bool:
        return is_quiet(self._connection)

    def close(self) -> None:
        self._connection.close()


class _Secured:
    """TLS over a connected socket; what came and is not yet opened is seen."""

    def __init__(self, below: Plain, target: Target, context: ssl.SSLContext) -> None:
        self._below = below
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(
            self._incoming, self._outgoing, server_hostname=target.host
        )

    async def shake_hands(self) -> None:
        await self._through(self._tls.do_handshake)

    async def receive(self) -> bytes:
        try:
            return await self._through(lambda: self._tls.read(CHUNK))
        except ssl.SSLZeroReturnError:
            return b""

    async def send(self, octets: bytes) -> None:
        await self._through(lambda: self._tls.write(octets))

    def is_quiet(self) -> bool:
        waiting = self._incoming.pending + self._tls.pending()
        return not waiting and self._below.is_quiet()

    def close(self) -> None:
        self._below.close()

    async def _through(self, step: Callable[[], _T]) -> _T:
        """Return what *step* does once it has what it needs of the other side."""
        while True:
            try:
                done = step()
            except ssl.SSLWantReadError:
                await self._flush()
                # No name for the octets here, either.
                self._incoming.write(await self._below.receive() or self._ended())
            else:
                await self._flush()
                return done

    def _ended(self) -> bytes:
        self._incoming.write_eof()
        return b""

    async def _flush(self) -> None:
        if self._outgoing.pending:
            await self._below.send(self._outgoing.read())


def loop() -> object:
    """Return what tells the event loop that runs from every other."""
    return anyio.lowlevel.current_token().native_token


async def opened(target: Target) -> socket.socket:
    """Connect to *target*; Failure, or TimeoutError where the system says so."""
    try:
        return await _connected(await _addresses(target))
    except TimeoutError:
        raise
    except (OSError, UnicodeError) as error:
        failure = no_connection(error)
    raise failure


async def secured(
    connection: socket.socket, target: Target, context: ssl.SSLContext
) -> Stream:
    """Return a stream of TLS over *connection*, whose server has proved who it is."""
    try:
        stream = _Secured(Plain(connection), target, context)
        await stream.shake_hands()
        return stream
    except TimeoutError:
        raise
    except OSError as error:
        failure = no_connection(error)
    raise failure


def unheard(connection: socket.socket) -> Stream:
    """Return a stream over a connection on which nothing came yet; else Failure."""
    if not is_quiet(connection):
        raise spoken()
    return Plain(connection)


async def conversed(stream: Stream, exchange: Exchange) -> Answer:
    """Send the request and return its answer."""
    exchange.sent = True
    with contextlib.suppress(OSError):
        # Suppressed because a server may refuse early, answer and close.
        await stream.send(exchange.outgoing)
        exchange.is_written = True
    try:
        while True:
            answer = exchange.feed(await stream.receive())
            if answer is not None:
                return answer
    except TimeoutError:
        raise
    except OSError:
        pass
    raise lost()


# Connecting ---------------------------------------------------------------------------


async def _addresses(target: Target) -> list[Any]:
    if target.is_address:
        return numeric(target)
    return await anyio.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)


async def _connected(addresses: list[Any]) -> socket.socket:
    """Return the first connection that stands; of several, each has a head start."""
    if len(addresses) == 1:
        return await _joined(*addresses[0])
    found: list[socket.socket] = []
    failed: list[OSError] = [OSError("the host has no address")]

    async def attempt(address: Any, over: anyio.Event) -> None:
        try:
            connection = await _joined(*address)
        except OSError as error:
            failed.append(error)
            over.set()
            return
        if found:
            connection.close()
        else:
            found.append(connection)
            attempts.cancel_scope.cancel()

    try:
        async with anyio.create_task_group() as attempts:
            for address in addresses:
                over = anyio.Event()
                attempts.start_soon(attempt, address, over)
                with anyio.move_on_after(_PATIENCE):
                    await over.wait()
    except BaseException:
        for each in found:
            each.close()
        raise
    if not found:
        raise failed[-1]
    return found[0]


async def _joined(
    family: int, kind: int, protocol: int, _: object, place: Any
) -> socket.socket:
    connection = socket.socket(family, kind, protocol)
    try:
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        code = connection.connect_ex(place)
        if code in _UNDER_WAY:
            await anyio.wait_writable(connection)
            code = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
    except BaseException:
        connection.close()
        raise
    return connection
