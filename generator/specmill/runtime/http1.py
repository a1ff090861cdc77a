"""Send one HTTP/1.1 request over a connection of its own, under one deadline.

The default transport. A connection is never used twice, so that an answer can never
belong to another call; nothing is followed, remembered, decompressed or taken from the
environment; and whether a byte has left is known, not guessed. `exchange` has the
octets, `sockets` and `streams` the connections; this module keeps the time.
"""

from __future__ import annotations

import socket
import ssl

from .exchange import Exchange, Target, lost, no_connection, too_late
from .sockets import CHUNK, connected, secured, unheard
from .transport import MAX_ANSWER, Answer, Request, remaining


class _Direct:
    """What both have: whom they trust, and how much they read."""

    def __init__(
        self,
        ssl_context: ssl.SSLContext | None = None,
        max_answer: int = MAX_ANSWER,
    ) -> None:
        self._ssl_context = None if ssl_context is None else _strict(ssl_context)
        self._max_answer = max_answer

    def _trusted(self) -> ssl.SSLContext:
        """Return the context of all calls; that of the system is made for the first."""
        self._ssl_context = self._ssl_context or _default_context()
        return self._ssl_context


class DirectTransport(_Direct):
    """The default of synchronous clients."""

    def send(self, request: Request, deadline: float) -> Answer:
        target = Target.of(request)
        exchange = Exchange(request, target, self._max_answer)
        connection = self._connect(target, deadline)
        try:
            _write(connection, exchange, deadline)
            return _read(connection, exchange, deadline)
        finally:
            connection.close()

    def close(self) -> None:
        """Do nothing: no connection outlives its call."""

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


class AsyncDirectTransport(_Direct):
    """The default of asynchronous clients; runs on asyncio and trio alike."""

    async def send(self, request: Request, deadline: float) -> Answer:
        import anyio

        from . import streams

        target = Target.of(request)
        exchange = Exchange(request, target, self._max_answer)
        try:
            with anyio.fail_after(remaining(deadline, sent=False)):
                connection = await streams.opened(target)
                try:
                    if target.is_tls:
                        context = self._trusted()
                        stream = await streams.secured(connection, target, context)
                    else:
                        stream = streams.unheard(connection)
                    return await streams.conversed(stream, exchange)
                finally:
                    # A farewell of TLS could wait for ever and would tell nothing.
                    connection.close()
        except TimeoutError:
            failure = too_late(exchange.sent)
        raise failure

    async def aclose(self) -> None:
        """Do nothing: no connection outlives its call."""


def _write(connection: socket.socket, exchange: Exchange, deadline: float) -> None:
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
