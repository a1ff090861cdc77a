"""The seam between a client and the network: one request out, one answer in.

A transport sends once, keeps the deadline from connecting to the last byte, and when it
fails says whether any byte of the request may have left. `http1` is the one used by
default; any transport of httpx2 can take its place and is adapted here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    import httpx2

MAX_HEAD: Final = 64 * 1024
"""Octets of a head, and of what follows a body in chunks, that are read likewise."""
MAX_ANSWER: Final = 1024 * 1024
"""Octets of a body that are read before the answer is given up."""

Headers = tuple[tuple[str, str], ...]

CLOSE: Final = ("Connection", "close")
"""What a request says that is the only one on its connection."""


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """What is sent, to the octet; its repr shows nothing that may be secret."""

    method: str
    url: str
    headers: Headers
    body: bytes | None

    def __repr__(self) -> str:
        return f"<Request {self.method}>"


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What came back, complete and not yet judged."""

    status: int
    headers: Headers
    body: bytes
    settle: Callable[[bool], None] | None = field(default=None, compare=False)
    """To be told whether the answer was believed, where that decides what becomes of its
    connection."""

    def __repr__(self) -> str:
        return f"<Answer {self.status}>"


@dataclass(eq=False)
class Failure(Exception):
    """No answer came; *sent* tells whether a byte of the request may have left."""

    sent: bool
    reason: Literal["timeout", "connection-lost", "unreadable"]
    detail: str
    """What happened, as a sentence that holds nothing of request or answer."""

    def __str__(self) -> str:
        return self.detail


@runtime_checkable
class Transport(Protocol):
    """Send synchronously."""

    def send(self, request: Request, deadline: float) -> Answer:
        """Return the answer before *deadline* (of `time.monotonic`); else Failure."""
        ...

    def close(self) -> None: ...


@runtime_checkable
class AsyncTransport(Protocol):
    """Send asynchronously."""

    async def send(self, request: Request, deadline: float) -> Answer:
        """Return the answer before *deadline* (of `time.monotonic`); else Failure."""
        ...

    async def aclose(self) -> None: ...


def without_close(request: Request) -> Request:
    """Return *request* as one that is not the last on its connection."""
    headers = tuple(each for each in request.headers if each != CLOSE)
    return Request(request.method, request.url, headers, request.body)


def is_last(headers: Headers) -> bool:
    """Tell whether an answer with *headers* says more of its connection than "keep it"."""
    return any(
        name.lower() == "connection" and text.strip().lower() != "keep-alive"
        for name, text in headers
    )


def unwritable() -> Failure:
    return Failure(
        False, "connection-lost", "the request cannot be written as HTTP/1.1"
    )


def broken(error: Exception) -> Failure:
    """Return what a transport that raised *error* is taken for; its text is not kept."""
    kind = type(error).__name__
    return Failure(True, "connection-lost", f"the transport raised {kind}")


def remaining(deadline: float, *, sent: bool) -> float:
    """Return the seconds left, always more than none; else Failure."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise Failure(sent, "timeout", "the time limit of the call has passed")
    return seconds


def too_large(limit: int) -> Failure:
    return Failure(True, "unreadable", f"the answer is larger than {limit} octets")


class HttpxTransport:
    """A synchronous transport of httpx2 behind the seam.

    It looks at the clock whenever a piece of the body arrives, but cannot cut short
    what the inner transport does before: its time limit there is one for each piece.
    """

    def __init__(
        self,
        inner: httpx2.BaseTransport,
        max_answer: int = MAX_ANSWER,
        keepalive_expiry: float = 0.0,
    ) -> None:
        """Let *inner* keep connections as `keeping` allows; InvalidSetting if it cannot."""
        self._inner = inner
        self._max_answer = max_answer
        self._keeps = _watched(inner, keepalive_expiry, max_answer)

    def send(self, request: Request, deadline: float) -> Answer:
        import httpx2

        asked = without_close(request) if self._keeps else request
        foreign = _foreign(asked, deadline)
        try:
            response = self._inner.handle_request(foreign)
            try:
                stream = response.stream
                assert isinstance(stream, httpx2.SyncByteStream)
                gathered = _Gathered(self._max_answer, deadline)
                for chunk in stream:
                    gathered.add(chunk)
                settle = _held(response) if self._keeps else None
            finally:
                response.close()
        except httpx2.HTTPError as error:
            failure = _failure(error)
        else:
            return _answer(response, gathered, settle)
        raise failure

    def close(self) -> None:
        self._inner.close()


class AsyncHttpxTransport:
    """An asynchronous transport of httpx2 behind the seam."""

    def __init__(
        self,
        inner: httpx2.AsyncBaseTransport,
        max_answer: int = MAX_ANSWER,
        keepalive_expiry: float = 0.0,
    ) -> None:
        """Let *inner* keep connections as `keeping` allows; InvalidSetting if it cannot."""
        self._inner = inner
        self._max_answer = max_answer
        self._keeps = _watched(inner, keepalive_expiry, max_answer)

    async def send(self, request: Request, deadline: float) -> Answer:
        import anyio
        import httpx2

        asked = without_close(request) if self._keeps else request
        foreign = _foreign(asked, deadline)
        try:
            with anyio.fail_after(remaining(deadline, sent=False)):
                response = await self._inner.handle_async_request(foreign)
                try:
                    stream = response.stream
                    assert isinstance(stream, httpx2.AsyncByteStream)
                    gathered = _Gathered(self._max_answer, deadline)
                    async for chunk in stream:
                        gathered.add(chunk)
                    settle = _held(response) if self._keeps else None
                finally:
                    await response.aclose()
        except httpx2.HTTPError as error:
            failure = _failure(error)
        except TimeoutError:
            failure = Failure(True, "timeout", "the time limit of the call has passed")
        else:
            return _answer(response, gathered, settle)
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


def _foreign(request: Request, deadline: float) -> httpx2.Request:
    import httpx2

    seconds = remaining(deadline, sent=False)
    phases = ("connect", "read", "write", "pool")
    try:
        return httpx2.Request(
            request.method,
            request.url,
            headers=[
                (name.encode(), text.encode("latin-1"))
                for name, text in request.headers
            ],
            content=request.body,
            extensions={"timeout": dict.fromkeys(phases, seconds)},
        )
    except (httpx2.InvalidURL, ValueError):
        pass
    raise unwritable()


def _answer(
    response: httpx2.Response,
    gathered: _Gathered,
    settle: Callable[[bool], None] | None,
) -> Answer:
    headers = _texts(response.headers.raw)
    return Answer(response.status_code, headers, bytes(gathered.body), settle)


def _watched(
    inner: httpx2.BaseTransport | httpx2.AsyncBaseTransport,
    expiry: float,
    max_answer: int,
) -> bool:
    """Tell whether connections are kept, and have *inner* keep only what may be."""
    if expiry:
        from .pooled import watch

        watch(inner, expiry, max_answer)
    return bool(expiry)


def _held(response: httpx2.Response) -> Callable[[bool], None] | None:
    from .pooled import held

    return held(response.extensions.get("network_stream"))


def _texts(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    return tuple(
        (name.decode("latin-1"), text.decode("latin-1")) for name, text in headers
    )


def _failure(error: httpx2.HTTPError) -> Failure:
    """Translate *error*; its text may hold the request, so only its kind is kept."""
    import httpx2

    unsent = (
        httpx2.ConnectError,
        httpx2.ConnectTimeout,
        httpx2.PoolTimeout,
        httpx2.UnsupportedProtocol,
    )
    is_late = isinstance(error, httpx2.TimeoutException)
    is_odd = isinstance(error, httpx2.RemoteProtocolError | httpx2.DecodingError)
    return Failure(
        not isinstance(error, unsent),
        "timeout" if is_late else "unreadable" if is_odd else "connection-lost",
        f"the transport reports {type(error).__name__}",
    )
