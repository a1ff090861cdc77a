"""Send one HTTP/1.1 request over a connection of its own, under one deadline.

The default transport. A connection is never used twice, so that an answer can never
belong to another call; nothing is followed, remembered, decompressed or taken from the
environment; and whether a byte has left is known, not guessed. The protocol itself is
h11's; this module keeps the time, counts the octets and moves them.
"""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlsplit

import h11

from .transport import (
    MAX_ANSWER,
    Answer,
    Failure,
    Request,
    remaining,
    too_large,
    unwritable,
)

if TYPE_CHECKING:
    import anyio.abc

_CHUNK: Final = 64 * 1024
_MAX_HEAD: Final = 64 * 1024
_MAX_INTERIM: Final = 32
"""Interim answers, such as 103 Early Hints, before an answer is given up."""
_VERSIONS: Final = frozenset({b"1.0", b"1.1"})


class DirectTransport:
    """The default of synchronous clients."""

    def __init__(
        self,
        ssl_context: ssl.SSLContext | None = None,
        max_answer: int = MAX_ANSWER,
    ) -> None:
        self._ssl_context = None if ssl_context is None else _strict(ssl_context)
        self._max_answer = max_answer

    def send(self, request: Request, deadline: float) -> Answer:
        exchange = _Exchange(request, self._max_answer)
        connection = self._connect(_Target.of(request), deadline)
        try:
            _write(connection, exchange, deadline)
            return _read(connection, exchange, deadline)
        finally:
            connection.close()

    def close(self) -> None:
        """Do nothing: no connection outlives its call."""

    def _connect(self, target: _Target, deadline: float) -> socket.socket:
        try:
            connection = _connected(target, deadline)
            if not target.is_tls:
                return _unheard(connection)
            connection.settimeout(remaining(deadline, sent=False))
            self._ssl_context = self._ssl_context or _default_context()
            return _secured(connection, target, self._ssl_context)
        except TimeoutError:
            failure = _too_late(False)
        except (OSError, UnicodeError) as error:
            failure = _no_connection(error)
        raise failure


class AsyncDirectTransport:
    """The default of asynchronous clients; runs on asyncio and trio alike."""

    def __init__(
        self,
        ssl_context: ssl.SSLContext | None = None,
        max_answer: int = MAX_ANSWER,
    ) -> None:
        self._ssl_context = None if ssl_context is None else _strict(ssl_context)
        self._max_answer = max_answer

    async def send(self, request: Request, deadline: float) -> Answer:
        import anyio

        exchange = _Exchange(request, self._max_answer)
        target = _Target.of(request)
        try:
            with anyio.fail_after(remaining(deadline, sent=False)):
                opened = await _opened(target)
                try:
                    stream = await self._secured(opened, target)
                    return await _converse(stream, exchange)
                finally:
                    # A farewell of TLS could wait for ever and would tell nothing.
                    await anyio.aclose_forcefully(opened)
        except TimeoutError:
            failure = _too_late(exchange.sent)
        raise failure

    async def aclose(self) -> None:
        """Do nothing: no connection outlives its call."""

    async def _secured(
        self, opened: anyio.abc.ByteStream, target: _Target
    ) -> anyio.abc.ByteStream:
        import anyio
        from anyio.streams.tls import TLSStream

        if not target.is_tls:
            return _unheard_stream(opened)
        self._ssl_context = self._ssl_context or _default_context()
        try:
            return await TLSStream.wrap(
                opened, hostname=target.host, ssl_context=self._ssl_context
            )
        except TimeoutError:
            raise
        except (OSError, anyio.BrokenResourceError, anyio.EndOfStream) as error:
            failure = _no_connection(error)
        raise failure


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a request goes: the parts of its URL that the network needs."""

    is_tls: bool
    host: str
    port: int
    authority: str
    resource: str

    @property
    def is_address(self) -> bool:
        """Tell whether the host is an IP address, which nobody needs to look up."""
        return ":" in self.host or self.host.rpartition(".")[2].isdecimal()

    @classmethod
    def of(cls, request: Request) -> Self:
        url = urlsplit(request.url)
        is_tls = url.scheme == "https"
        resource = (url.path or "/") + (f"?{url.query}" if url.query else "")
        port = url.port or (443 if is_tls else 80)
        return cls(is_tls, url.hostname or "", port, url.netloc, resource)


class _Exchange:
    """One request and its answer, without any input or output of its own."""

    def __init__(self, request: Request, max_answer: int) -> None:
        self.sent = False
        """Whether a byte of the request may have left."""
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEAD)
        self._max_answer = max_answer
        self._interim_left = _MAX_INTERIM
        # Frames and headers add to the body, but not without measure.
        self._octets_left = 4 * max_answer + _MAX_HEAD
        self._response: h11.Response | None = None
        self._body = bytearray()
        self.outgoing = self._outgoing(request)

    def feed(self, octets: bytes) -> Answer | None:
        """Take what was received, b"" at the end; return the answer once complete."""
        self._octets_left -= len(octets)
        if self._octets_left < 0:
            raise too_large(self._max_answer)
        try:
            self._h11.receive_data(octets)
            return self._advance()
        except h11.RemoteProtocolError:
            # Raised anew outside: the text and the context of h11 quote the answer.
            pass
        raise _lost() if not octets else _not_http()

    def _advance(self) -> Answer | None:
        while (event := self._h11.next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                self._response = _plain(event)
            elif isinstance(event, h11.InformationalResponse):
                self._interim_left -= 1
                if self._interim_left < 0:
                    raise _not_http()
            elif isinstance(event, h11.Data):
                self._body += event.data
                if len(self._body) > self._max_answer:
                    raise too_large(self._max_answer)
            elif isinstance(event, h11.EndOfMessage) and self._response is not None:
                return self._answer(self._response)
            elif isinstance(event, h11.ConnectionClosed):
                raise _lost()
            elif event is h11.PAUSED:
                raise _not_http()
        return None

    def _answer(self, response: h11.Response) -> Answer:
        headers = tuple(
            (name.decode("latin-1"), text.decode("latin-1"))
            for name, text in response.headers
        )
        return Answer(response.status_code, headers, bytes(self._body))

    def _outgoing(self, request: Request) -> bytes:
        try:
            return self._written(request)
        except (h11.LocalProtocolError, ValueError):
            # Raised anew outside: the text of h11 quotes the request.
            pass
        raise unwritable()

    def _written(self, request: Request) -> bytes:
        headers = [("Host", _Target.of(request).authority), *request.headers]
        if request.body is not None or request.method not in _BODILESS:
            headers.append(("Content-Length", str(len(request.body or b""))))
        head = h11.Request(
            method=request.method,
            target=_Target.of(request).resource,
            headers=[(name.encode(), text.encode("latin-1")) for name, text in headers],
        )
        events: tuple[h11.Event, ...] = (
            head,
            h11.Data(data=request.body or b""),
            h11.EndOfMessage(),
        )
        return b"".join(self._h11.send(event) or b"" for event in events)


_BODILESS: Final = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
"""Methods that send no Content-Length where they have no body."""


def _plain(response: h11.Response) -> h11.Response:
    """Return *response* where all readers agree on its version and where it ends."""
    names = {name for name, _ in response.headers}
    is_two_ways = {b"content-length", b"transfer-encoding"} <= names
    if is_two_ways or response.http_version not in _VERSIONS:
        raise _not_http()
    return response


def _connected(target: _Target, deadline: float) -> socket.socket:
    """Try each address of the host in turn, each with its share of the time."""
    addresses = _addresses(target, deadline)
    failed: OSError = OSError("the host has no address")
    for tried, (family, kind, protocol, _, address) in enumerate(addresses):
        share = remaining(deadline, sent=False) / (len(addresses) - tried)
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(share)
            connection.connect(address)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
        except BaseException as error:
            connection.close()
            if not isinstance(error, OSError):
                raise
            failed = error
    raise failed


def _addresses(target: _Target, deadline: float) -> list[Any]:
    """Return what getaddrinfo says, in time; it has no time limit of its own."""
    found: list[Any] = []
    failed: list[OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            found.extend(
                socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            )
        except (OSError, UnicodeError) as error:
            failed.append(error)

    if target.is_address:
        look_up()
    else:
        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(remaining(deadline, sent=False))
        if thread.is_alive():
            raise TimeoutError
    if failed:
        raise failed[0]
    return found


def _unheard(connection: socket.socket) -> socket.socket:
    """Return a connection on which nothing came yet; else Failure.

    What a server says before it was asked cannot be the answer to this request.
    """
    if not _is_readable(connection.fileno()):
        return connection
    connection.close()
    raise _spoken()


def _unheard_stream(opened: anyio.abc.ByteStream) -> anyio.abc.ByteStream:
    from anyio.abc import SocketAttribute

    # The stream reads nothing by itself before it is asked to.
    if _is_readable(opened.extra(SocketAttribute.raw_socket).fileno()):
        raise _spoken()
    return opened


def _is_readable(descriptor: int) -> bool:
    if not hasattr(select, "poll"):
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def _secured(
    connection: socket.socket, target: _Target, context: ssl.SSLContext
) -> socket.socket:
    try:
        # A cut that looks like an end would make half an answer whole.
        return context.wrap_socket(
            connection, server_hostname=target.host, suppress_ragged_eofs=False
        )
    except BaseException:
        connection.close()
        raise


def _write(connection: socket.socket, exchange: _Exchange, deadline: float) -> None:
    view = memoryview(exchange.outgoing)
    try:
        while view:
            connection.settimeout(remaining(deadline, sent=exchange.sent))
            # TLS may send a part and then fail without telling how much.
            exchange.sent = exchange.sent or isinstance(connection, ssl.SSLSocket)
            view = view[connection.send(view) :]
            exchange.sent = True
        return
    except TimeoutError:
        failure = _too_late(exchange.sent)
    except OSError as error:
        # A server may refuse early, answer and close: then its answer still counts.
        if exchange.sent:
            return
        failure = _no_connection(error)
    raise failure


def _read(connection: socket.socket, exchange: _Exchange, deadline: float) -> Answer:
    try:
        while True:
            connection.settimeout(remaining(deadline, sent=True))
            # No name for the octets: a frame must not show them to whoever looks.
            answer = exchange.feed(connection.recv(_CHUNK))
            if answer is not None:
                return answer
    except TimeoutError:
        failure = _too_late(True)
    except OSError:
        failure = _lost()
    raise failure


async def _opened(target: _Target) -> anyio.abc.ByteStream:
    import anyio

    try:
        return await anyio.connect_tcp(target.host, target.port)
    except TimeoutError:
        raise
    except (OSError, UnicodeError) as error:
        failure = _no_connection(error)
    raise failure


async def _converse(stream: anyio.abc.ByteStream, exchange: _Exchange) -> Answer:
    import anyio

    broken = (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError)
    exchange.sent = True
    with contextlib.suppress(*broken):
        # Suppressed because a server may refuse early, answer and close.
        await stream.send(exchange.outgoing)
    try:
        while True:
            answer = exchange.feed(await _received(stream))
            if answer is not None:
                return answer
    except TimeoutError:
        raise
    except broken:
        pass
    raise _lost()


async def _received(stream: anyio.abc.ByteStream) -> bytes:
    import anyio

    try:
        return await stream.receive(_CHUNK)
    except anyio.EndOfStream:
        return b""


def _default_context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    # SSLKEYLOGFILE would write down what opens every call.
    context.keylog_filename = None  # type: ignore[assignment]
    context.set_alpn_protocols(["http/1.1"])
    return _strict(context)


def _strict(context: ssl.SSLContext) -> ssl.SSLContext:
    """Make *context* take a connection that was cut for one, whatever Python it is."""
    # Some versions set this by themselves: half an answer would then be a whole one.
    context.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
    return context


def _too_late(sent: bool) -> Failure:
    return Failure(sent, "timeout", "the time limit of the call has passed")


def _lost() -> Failure:
    return Failure(True, "connection-lost", "the connection was closed")


def _spoken() -> Failure:
    says = "the server answered or closed before it was asked"
    return Failure(False, "connection-lost", says)


def _not_http() -> Failure:
    return Failure(True, "unreadable", "the answer is not HTTP/1.1")


def _no_connection(error: Exception) -> Failure:
    if isinstance(error, ssl.SSLCertVerificationError):
        why: str | None = error.verify_message
    else:
        why = error.strerror if isinstance(error, OSError) else None
    told = why or type(error).__name__
    return Failure(False, "connection-lost", f"no connection: {told}")
