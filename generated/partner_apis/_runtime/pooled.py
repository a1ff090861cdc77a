"""Connections that a pool of httpx2 keeps, held to what `keeping` asks of one.

Below `transport`. The pool asks its connections, before each use, whether something can
be read of them, and drops those of which it can; so a stream of ours says so in any
doubt. What h11 has left over after an answer nobody is told of; so a stream reads along.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import anyio
import httpcore2
import httpx2

from . import streams
from .errors import InvalidSetting
from .exchange import Reading, Target
from .keeping import Age
from .sockets import is_quiet
from .transport import Failure

_NOT_THIS: Final = (
    "keepalive_expiry= is for a transport of httpx2 that is new and has no proxy, no "
    "HTTP/2 and no socket of its own"
)
_ODD: Final = ("_http2", "_uds", "_local_address")
"""What a pool says of connections that are opened or shared in another way."""


def watch(
    inner: httpx2.BaseTransport | httpx2.AsyncBaseTransport,
    expiry: float,
    max_answer: int,
) -> None:
    """Let *inner* use connections again as `keeping` allows; else InvalidSetting."""
    pool: Any = getattr(inner, "_pool", inner)
    kind: Any = _KINDS.get(type(pool))
    if kind is None or pool.connections or any(getattr(pool, each, 1) for each in _ODD):
        raise InvalidSetting(_NOT_THIS)
    pool._network_backend = kind(pool._network_backend, expiry, max_answer)


def held(stream: object) -> Callable[[bool], None] | None:
    """Return what lets *stream* go if told that its answer was not believed.

    It is kept from now on, if it can be: the pool asks as soon as the answer is closed.
    """
    if not isinstance(stream, _Watched) or not stream.rest():
        return None
    return stream.settle


class _Watched:
    """What streams of both kinds know of the exchange that they carry."""

    def __init__(self, expiry: float, max_answer: int) -> None:
        self._expiry = expiry
        self._max_answer = max_answer
        self._reading: Reading | None = None
        self._is_asking = False
        self._outgoing = b""
        """What was written and waits for the rest of its request."""
        self._age: Age | None = None

    def _writes(self, octets: bytes) -> None:
        """Keep *octets* until an answer is asked for: head and body go in one piece."""
        self._outgoing += octets
        if not self._is_asking:
            method = octets.partition(b" ")[0].decode("latin-1")
            self._reading = Reading(method, self._max_answer)
            self._is_asking = True
            self._age = None

    def _whole(self) -> bytes:
        """Return what is to go before an answer can come."""
        whole, self._outgoing = self._outgoing, b""
        return whole

    @contextmanager
    def _sending(self, lost: type[Exception]) -> Iterator[None]:
        """Pass over *lost*: a server may refuse early, answer and close."""
        try:
            yield
        except TimeoutError:
            raise
        except lost:
            self._reading = None
        except BaseException:
            self._reading = None
            raise

    def _reads(self, octets: bytes) -> None:
        try:
            if self._reading is not None and not self._reading.is_over:
                self._is_asking = False
                self._reading.feed(octets)
                return
        except Failure:
            pass
        self._reading = None

    def rest(self) -> bool:
        """Tell whether an answer came to its very end; it is waited for no more."""
        is_over = self._reading is not None and self._reading.is_over
        self._age = Age(self._loop()) if is_over else None
        self._reading = None
        return is_over

    def settle(self, is_believed: bool) -> None:
        if not is_believed:
            self._age = None

    def _is_spent(self) -> bool:
        """Tell whether it must not be used again."""
        age = self._age
        is_young = age is not None and age.is_within(self._expiry, self._loop())
        return not is_young or not self._is_quiet()

    def _loop(self) -> object:
        return None

    def _is_quiet(self) -> bool:
        raise NotImplementedError


# Streams that block -------------------------------------------------------------------


class Backend(httpcore2.NetworkBackend):
    """Opens what another backend opens, and watches it."""

    def __init__(
        self, inner: httpcore2.NetworkBackend, expiry: float, max_answer: int
    ) -> None:
        self._inner = inner
        self._given = expiry, max_answer

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        opened = self._inner.connect_tcp(
            host, port, timeout, local_address, socket_options
        )
        return _Stream(opened, *self._given)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Stream(_Watched, httpcore2.NetworkStream):
    def __init__(
        self, inner: httpcore2.NetworkStream, expiry: float, max_answer: int
    ) -> None:
        super().__init__(expiry, max_answer)
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if whole := self._whole():
            with self._sending(httpcore2.WriteError):
                self._inner.write(whole, timeout)
        octets = self._inner.read(max_bytes, timeout)
        self._reads(octets)
        return octets

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._writes(buffer)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, timeout)
        return _Stream(secured, self._expiry, self._max_answer)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return self._is_spent()
        return self._inner.get_extra_info(info)

    def _is_quiet(self) -> bool:
        return is_quiet(self._inner.get_extra_info("socket"))


# Streams that are awaited -------------------------------------------------------------


class AsyncBackend(httpcore2.AsyncNetworkBackend):
    """Opens bare sockets: streams of the event loops read before they are asked."""

    def __init__(
        self, inner: httpcore2.AsyncNetworkBackend, expiry: float, max_answer: int
    ) -> None:
        self._inner = inner
        self._given = expiry, max_answer

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        target = Target(False, host, port, "", "")
        with _told_as(httpcore2.ConnectTimeout, httpcore2.ConnectError):
            with anyio.fail_after(timeout):
                connection = await streams.opened(target)
            for option in socket_options or ():
                connection.setsockopt(*option)
        return _AsyncStream(connection, streams.Plain(connection), *self._given)

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class _AsyncStream(_Watched, httpcore2.AsyncNetworkStream):
    def __init__(
        self,
        connection: socket.socket,
        stream: streams.Stream,
        expiry: float,
        max_answer: int,
    ) -> None:
        super().__init__(expiry, max_answer)
        self._connection = connection
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _told_as(httpcore2.ReadTimeout, httpcore2.ReadError):
            with anyio.fail_after(timeout):
                if whole := self._whole():
                    with self._sending(OSError):
                        await self._stream.send(whole)
                octets = await self._stream.receive()
        self._reads(octets)
        return octets

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._writes(buffer)

    async def aclose(self) -> None:
        self._stream.close()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        target = Target(True, server_hostname or "", 0, "", "")
        try:
            with _told_as(httpcore2.ConnectTimeout, httpcore2.ConnectError):
                with anyio.fail_after(timeout):
                    stream = await streams.secured(
                        self._connection, target, ssl_context
                    )
        except BaseException:
            self._stream.close()
            raise
        given = self._expiry, self._max_answer
        return _AsyncStream(self._connection, stream, *given)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return self._is_spent()
        if info == "socket":
            return self._connection
        return None

    def _loop(self) -> object:
        return streams.loop()

    def _is_quiet(self) -> bool:
        return self._stream.is_quiet()


@contextmanager
def _told_as(late: type[Exception], lost: type[Exception]) -> Iterator[None]:
    """Raise what the pool knows; the text of an error may hold what was sent."""
    try:
        yield
        return
    except TimeoutError:
        kind = late
    except (OSError, Failure):
        kind = lost
    raise kind


_KINDS: Final[dict[type, type]] = {
    httpcore2.ConnectionPool: Backend,
    httpcore2.AsyncConnectionPool: AsyncBackend,
}
