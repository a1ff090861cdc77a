"""Send one HTTP/1.1 request over a connection of its own, under one deadline.

The default transport. A connection is not used twice unless that is asked for, and then
as `keeping` allows, so that an answer can never belong to another call; nothing is
followed, remembered, decompressed or taken from the environment; and whether a byte has
left is known, not guessed. `exchange` has the octets, `sockets` and `streams` the
connections; this module keeps the time.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .exchange import Exchange, Target, lost, no_connection, too_late
from .keeping import Closable, Kept
from .sockets import CHUNK, connected, is_quiet, secured, unheard
from .transport import MAX_ANSWER, Answer, Request, remaining, without_close

if TYPE_CHECKING:
    from .streams import Stream


_C = TypeVar("_C", bound=Closable)


class _Direct(Generic[_C]):
    """What both have: whom they trust, how much they read, and what they keep."""

    def __init__(
        self,
        ssl_context: ssl.SSLContext | None = None,
        max_answer: int = MAX_ANSWER,
        keepalive_expiry: float = 0.0,
    ) -> None:
        """Keep connections while they stand idle for less than *keepalive_expiry* seconds."""
        self._ssl_context = None if ssl_context is None else _strict(ssl_context)
        self._max_answer = max_answer
        self._expiry = keepalive_expiry
        self._kept = Kept[_C](keepalive_expiry, self._is_quiet)

    @staticmethod
    def _is_quiet(connection: Any) -> bool:
        """Tell whether nothing came on *connection* that was not read."""
        raise NotImplementedError

    def _held(
        self, answer: Answer, target: Target, connection: _C, loop: object = None
    ) -> Answer:
        """Return *answer* with what keeps its connection once it is believed."""
        return replace(answer, settle=self._kept.hold(target.place, connection, loop))

    def _exchange(self, request: Request, target: Target) -> Exchange:
        asked = without_close(request) if self._expiry else request
        return Exchange(asked, target, self._max_answer)

    def _trusted(self) -> ssl.SSLContext:
        """Return the context of all calls; that of the system is made for the first."""
        self._ssl_context = self._ssl_context or _default_context()
        return self._ssl_context


class DirectTransport(_Direct[socket.socket]):
    """The default of synchronous clients."""

    def send(self, request: Request, deadline: float) -> Answer:
        target = Target.of(request)
        exchange = self._exchange(request, target)
        kept = self._kept.take(target.place)
        connection = kept or self._connect(target, deadline)
        try:
            _write(connection, exchange, deadline)
            answer = _read(connection, exchange, deadline)
            if exchange.is_over:
                return self._held(answer, target, connection)
        except BaseException:
            connection.close()
            raise
        connection.close()
        return answer

    def close(self) -> None:
        """Close the connections that are kept."""
        self._kept.close()

    @staticmethod
    def _is_quiet(connection: socket.socket) -> bool:
        return is_quiet(connection)

    def _connect(self, target: Target, deadline: float) -> socket.socket:
        try:
            connection = connected(target, deadline)
            if not target.is_tls:
                return unheard(connection)
            connection.settimeout(remaining(deadline, sent=False))
            return secured(connection, target, self._trusted())
        except TimeoutError:
            failure = too_late(False)
        except (OSError, UnicodeError) as error:
            failure = no_connection(error)
        raise failure


class AsyncDirectTransport(_Direct["Stream"]):
    """The default of asynchronous clients; runs on asyncio and trio alike."""

    async def send(self, request: Request, deadline: float) -> Answer:
        import anyio

        target = Target.of(request)
        exchange = self._exchange(request, target)
        try:
            with anyio.fail_after(remaining(deadline, sent=False)):
                return await self._exchanged(exchange, target)
        except TimeoutError:
            failure = too_late(exchange.sent)
        raise failure

    async def _exchanged(self, exchange: Exchange, target: Target) -> Answer:
        from . import streams

        loop = streams.loop() if self._expiry else None
        stream = self._kept.take(target.place, loop)
        try:
            if stream is None:
                stream = await self._opened(target)
            answer = await streams.conversed(stream, exchange)
            if exchange.is_over:
                return self._held(answer, target, stream, loop)
        except BaseException:
            if stream is not None:
                stream.close()
            raise
        # A farewell of TLS could wait for ever and would tell nothing.
        stream.close()
        return answer

    @staticmethod
    def _is_quiet(connection: Stream) -> bool:
        return connection.is_quiet()

    async def _opened(self, target: Target) -> Stream:
        from . import streams

        connection = await streams.opened(target)
        try:
            if target.is_tls:
                return await streams.secured(connection, target, self._trusted())
            return streams.unheard(connection)
        except BaseException:
            connection.close()
            raise

    async def aclose(self) -> None:
        """Close the connections that are kept."""
        self._kept.close()


def _write(connection: socket.socket, exchange: Exchange, deadline: float) -> None:
    view = memoryview(exchange.outgoing)
    try:
        while view:
            connection.settimeout(remaining(deadline, sent=exchange.sent))
            # TLS may send a part and then fail without telling how much.
            exchange.sent = exchange.sent or isinstance(connection, ssl.SSLSocket)
            view = view[connection.send(view) :]
            exchange.sent = True
        exchange.is_written = True
        return
    except TimeoutError:
        failure = too_late(exchange.sent)
    except OSError as error:
        # A server may refuse early, answer and close: then its answer still counts.
        if exchange.sent:
            return
        failure = no_connection(error)
    raise failure


def _read(connection: socket.socket, exchange: Exchange, deadline: float) -> Answer:
    try:
        while True:
            connection.settimeout(remaining(deadline, sent=True))
            # No name for the octets: a frame must not show them to whoever looks.
            answer = exchange.feed(connection.recv(CHUNK))
            if answer is not None:
                return answer
    except TimeoutError:
        failure = too_late(True)
    except OSError:
        failure = lost()
    raise failure


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
