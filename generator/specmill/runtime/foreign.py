"""Transports of httpx2 behind the seam of `transport`.

A plain one of httpx2 is a pool of httpcore2 with its settings, and what is between the
two makes requests and answers anew; so a call goes to the pool itself. Any other, such
as one that somebody derived, replaced or measures, is called as httpx2 calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import Any, Final

import anyio
import httpcore2
import httpx2

from .exchange import PORTS, Target, has_length
from .transport import (
    MAX_ANSWER,
    Answer,
    Failure,
    Headers,
    Request,
    remaining,
    too_large,
    unwritable,
    without_close,
)

_UNSENT: Final = (
    *(httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout),
    *(httpcore2.ConnectError, httpcore2.ConnectTimeout, httpcore2.PoolTimeout),
    *(httpx2.UnsupportedProtocol, httpcore2.UnsupportedProtocol),
)
_LATE: Final = (httpx2.TimeoutException, httpcore2.TimeoutException)
_ODD: Final = (
    *(httpx2.RemoteProtocolError, httpx2.DecodingError),
    httpcore2.RemoteProtocolError,
)
_TOLD: Final = (
    *(httpx2.HTTPError, httpcore2.TimeoutException, httpcore2.NetworkError),
    *(httpcore2.ProtocolError, httpcore2.UnsupportedProtocol),
)
"""What the two libraries raise of a network."""


class _Foreign:
    """What transports of both kinds share."""

    def __init__(
        self,
        inner: Any,
        max_answer: int = MAX_ANSWER,
        keepalive_expiry: float = 0.0,
    ) -> None:
        """Let *inner* keep connections as `keeping` allows; InvalidSetting if it cannot."""
        self._inner = inner
        self._max_answer = max_answer
        self._keeps = _watched(inner, keepalive_expiry, max_answer)

    def _asking(self, request: Request, deadline: float) -> tuple[Any, Any]:
        """Return whom to ask, a pool or a transport, and *request* as it takes one."""
        asked = without_close(request) if self._keeps else request
        limits = _limits(deadline)
        pool = getattr(self._inner, "_pool", None)
        if isinstance(pool, _POOLS) and _is_bare(self._inner):
            return pool, _for_a_pool(asked, limits)
        return self._inner, _for_a_transport(asked, limits)

    def _answer(self, response: Any, gathered: _Gathered) -> Answer:
        """Return what came, and have its connection kept if it may be."""
        if isinstance(response, httpcore2.Response):
            status, headers = response.status, response.headers
        else:
            status, headers = response.status_code, response.headers.raw
        settle = _held(response) if self._keeps else None
        return Answer(status, _texts(headers), bytes(gathered.body), settle)


class HttpxTransport(_Foreign):
    """A synchronous transport of httpx2 behind the seam.

    It looks at the clock whenever a piece of the body arrives, but cannot cut short
    what the inner transport does before: its time limit there is one for each piece.
    """

    def send(self, request: Request, deadline: float) -> Answer:
        asked, foreign = self._asking(request, deadline)
        try:
            response = asked.handle_request(foreign)
            try:
                gathered = _Gathered(self._max_answer, deadline)
                for chunk in response.stream:
                    gathered.add(chunk)
                return self._answer(response, gathered)
            finally:
                response.close()
        except _TOLD as error:
            failure = _failure(error)
        raise failure

    def close(self) -> None:
        self._inner.close()


class AsyncHttpxTransport(_Foreign):
    """An asynchronous transport of httpx2 behind the seam."""

    async def send(self, request: Request, deadline: float) -> Answer:
        asked, foreign = self._asking(request, deadline)
        try:
            with anyio.fail_after(remaining(deadline, sent=False)):
                response = await asked.handle_async_request(foreign)
                try:
                    gathered = _Gathered(self._max_answer, deadline)
                    async for chunk in response.stream:
                        gathered.add(chunk)
                    return self._answer(response, gathered)
                finally:
                    await response.aclose()
        except _TOLD as error:
            failure = _failure(error)
        except TimeoutError:
            failure = Failure(True, "timeout", "the time limit of the call has passed")
        raise failure

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Gathered:
    """The body so far, held to a size and a time."""

    def __init__(self, limit: int, deadline: float) -> None:
        self.body = bytearray()
        self._limit = limit
        self._deadline = deadline

    def add(self, chunk: bytes) -> None:
        remaining(self._deadline, sent=True)
        self.body += chunk
        if len(self.body) > self._limit:
            raise too_large(self._limit)


# Requests -----------------------------------------------------------------------------

_POOLS: Final = (httpcore2.ConnectionPool, httpcore2.AsyncConnectionPool)
_SENDS: Final[Mapping[type, str]] = {
    httpx2.HTTPTransport: "handle_request",
    httpx2.AsyncHTTPTransport: "handle_async_request",
}
"""The transports that only hand on, and the method by which they do."""


def _is_bare(inner: object) -> bool:
    """Tell whether *inner* hands on as httpx2 wrote it, and nobody stands before it.

    Tests play servers there, and instruments measure: they are to see every call.
    """
    kind = type(inner)
    name = _SENDS.get(kind, "")
    sends = vars(kind).get(name)
    return (
        type(sends) is FunctionType
        and sends.__code__.co_qualname == f"{kind.__name__}.{name}"
        and name not in vars(inner)
    )


def _limits(deadline: float) -> dict[str, Any]:
    seconds = remaining(deadline, sent=False)
    phases = ("connect", "read", "write", "pool")
    return {"timeout": dict.fromkeys(phases, seconds)}


def _octets(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name.encode("ascii"), text.encode("latin-1")) for name, text in headers]


def _for_a_transport(request: Request, limits: dict[str, Any]) -> httpx2.Request:
    try:
        return httpx2.Request(
            request.method,
            request.url,
            headers=_octets(request.headers),
            content=request.body,
            extensions=limits,
        )
    except (httpx2.InvalidURL, ValueError):
        pass
    raise unwritable()


def _for_a_pool(request: Request, limits: dict[str, Any]) -> httpcore2.Request:
    target = Target.of(request)
    try:
        headers = [(b"Host", target.authority.encode("ascii"))]
        headers += _octets(request.headers)
        if has_length(request):
            length = b"%d" % len(request.body or b"")
            headers.append((b"Content-Length", length))
        # A proxy is told the URL, with the port that is written here.
        url = httpcore2.URL(
            scheme="https" if target.is_tls else "http",
            host=target.host.encode("ascii"),
            port=None if target.port == PORTS[target.is_tls] else target.port,
            target=target.resource.encode("ascii"),
        )
    except UnicodeError:
        pass
    else:
        return httpcore2.Request(
            request.method,
            url,
            headers=headers,
            content=request.body,
            extensions=limits,
        )
    raise unwritable()


# Answers ------------------------------------------------------------------------------


def _watched(inner: Any, expiry: float, max_answer: int) -> bool:
    """Tell whether connections are kept, and have *inner* keep only what may be."""
    if expiry:
        from .pooled import watch

        watch(inner, expiry, max_answer)
    return bool(expiry)


def _held(response: Any) -> Callable[[bool], None] | None:
    from .pooled import held

    return held(response.extensions.get("network_stream"))


def _texts(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    return tuple(
        (name.decode("latin-1"), text.decode("latin-1")) for name, text in headers
    )


def _failure(error: Exception) -> Failure:
    """Translate *error*; its text may hold the request, so only its kind is kept."""
    is_late, is_odd = isinstance(error, _LATE), isinstance(error, _ODD)
    return Failure(
        not isinstance(error, _UNSENT),
        "timeout" if is_late else "unreadable" if is_odd else "connection-lost",
        f"the transport reports {type(error).__name__}",
    )
