"""The seam between a client and the network: one request out, one answer in.

A transport sends once, keeps the deadline from connecting to the last byte, and when it
fails says whether any byte of the request may have left. `http1` is the one used by
default; `foreign` puts any transport of httpx2 in its place.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol, runtime_checkable

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
