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
from typing import Any, Final

import anyio
from anyio.abc import ByteStream
from anyio.streams.tls import TLSStream

from .exchange import Exchange, Target, lost, no_connection, spoken
from .sockets import CHUNK, is_readable, numeric
from .transport import Answer

_UNDER_WAY: Final = (errno.EINPROGRESS, errno.EWOULDBLOCK)
_PATIENCE: Final = 0.25
"""Seconds that one address is tried alone before the next one is tried, too."""
_BROKEN: Final = (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError)


class _Stream(ByteStream):
    """A connected socket; raises what the system raises."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    async def receive(self, max_bytes: int = CHUNK) -> bytes:
        """Return what came; EndOfStream where no more will come."""
        while True:
            await anyio.wait_readable(self._connection)
            with contextlib.suppress(BlockingIOError):
                # No name for the octets: a frame must not show them to whoever looks.
                return self._connection.recv(max_bytes) or _ended()

    async def send(self, item: bytes) -> None:
        view = memoryview(item)
        while view:
            try:
                view = view[self._connection.send(view) :]
            except BlockingIOError:
                await anyio.wait_writable(self._connection)

    async def send_eof(self) -> None:
        self._connection.shutdown(socket.SHUT_WR)

    async def aclose(self) -> None:
        self._connection.close()


def _ended() -> bytes:
    raise anyio.EndOfStream


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
) -> ByteStream:
    """Return a stream of TLS over *connection*, whose server has proved who it is."""
    try:
        return await TLSStream.wrap(
            _Stream(connection), hostname=target.host, ssl_context=context
        )
    except TimeoutError:
        raise
    except (*_BROKEN, anyio.EndOfStream) as error:
        failure = no_connection(error)
    raise failure


def unheard(connection: socket.socket) -> ByteStream:
    """Return a stream over a connection on which nothing came yet; else Failure."""
    if is_readable(connection.fileno()):
        raise spoken()
    return _Stream(connection)


async def conversed(stream: ByteStream, exchange: Exchange) -> Answer:
    """Send the request and return its answer."""
    exchange.sent = True
    with contextlib.suppress(*_BROKEN):
        # Suppressed because a server may refuse early, answer and close.
        await stream.send(exchange.outgoing)
    try:
        while True:
            answer = exchange.feed(await _received(stream))
            if answer is not None:
                return answer
    except TimeoutError:
        raise
    except _BROKEN:
        pass
    raise lost()


async def _received(stream: ByteStream) -> bytes:
    try:
        return await stream.receive(CHUNK)
    except anyio.EndOfStream:
        return b""


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
