"""Raw requests to a provider, to the octet: nothing is added, mended or followed."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from .light import dataclass
from .plain import answer_in
from .pointers import Json

if TYPE_CHECKING:
    import http.client

LIMIT: Final = 10.0
"""Seconds for one request."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request, ready to be written."""

    method: str
    target: str
    """Path and query below the base URL."""
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    @property
    def body(self) -> Json:
        """The JSON value of the content; ValueError where it is not JSON."""
        return json.loads(self.content)

    def __str__(self) -> str:
        text = self.content[:400].decode("utf-8", "backslashreplace")
        more = "..." if len(self.content) > 400 else ""
        return f"HTTP {self.status} {text}{more}"


_MOST: Final = 1 << 22
"""Bytes of a body."""


Answering = Callable[[bytes], bytes]
"""What a connection would bring back to all the octets that it brings."""


class NoAnswer(Exception):
    """No complete answer came; the text says why."""


class _Nearby:
    """What stands for the socket of a server in this process."""

    def __init__(self, answers: Answering) -> None:
        self._answers = answers
        self._written = bytearray()

    @cached_property
    def said(self) -> bytes:
        """What comes back, once all is written."""
        return self._answers(bytes(self._written))

    def sendall(self, octets: bytes) -> None:
        self._written += octets

    def makefile(self, _: str) -> io.BytesIO:
        return io.BytesIO(self.said)

    def close(self) -> None:
        """Have nothing to close."""


def send(
    base_url: str,
    request: Request,
    limit: float = LIMIT,
    answers: Answering | None = None,
) -> Answer:
    """Send *request* once and return what came; NoAnswer where nothing did.

    With *answers* the same octets are written to it and read from it, and no
    connection is made.
    """
    connection = _connection(base_url, limit)
    if answers is not None:
        connection.sock = _Nearby(answers)
    try:
        return _exchanged(connection, base_url, request, limit, is_last=True)
    finally:
        connection.close()


class Kept:
    """One connection for several requests, for as long as the server keeps it."""

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._connection: http.client.HTTPConnection | None = None

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()

    def send(self, base_url: str, request: Request) -> Answer:
        """Send *request* on it and return what came; NoAnswer where nothing did."""
        kept = self._connection or _connection(base_url, self._limit)
        self._connection = None  # unless it brings an answer
        answer = _exchanged(kept, base_url, request, self._limit, is_last=False)
        self._connection = kept
        return answer


def _connection(base_url: str, limit: float) -> http.client.HTTPConnection:
    import http.client  # here, for the tool makes cases and sends nothing

    url = urlsplit(base_url)
    connect = (
        http.client.HTTPSConnection
        if url.scheme == "https"
        else http.client.HTTPConnection
    )
    return connect(url.hostname or "", url.port, timeout=limit)


def _exchanged(
    connection: http.client.HTTPConnection,
    base_url: str,
    request: Request,
    limit: float,
    *,
    is_last: bool,
) -> Answer:
    from http.client import HTTPException

    try:
        path = urlsplit(base_url).path.rstrip("/")
        _write(connection, path, request, is_last=is_last)
        near = connection.sock
        if isinstance(near, _Nearby) and (
            plain := answer_in(request.method, near.said)
        ):
            return Answer(*plain)
        response = connection.getresponse()
        _one_length(response)
        content = _content(response, time.monotonic() + limit)
        response.close()  # or no other may follow it
        return Answer(response.status, tuple(response.getheaders()), content)
    except (OSError, HTTPException) as error:
        connection.close()
        reason = str(error) or type(error).__name__
        raise NoAnswer(f"no answer: {reason}") from None


def _one_length(response: http.client.HTTPResponse) -> None:
    """Raise OSError where HTTP says that nobody knows where the body ends."""
    lengths = set(response.headers.get_all("Content-Length", ()))
    if len(lengths) > 1 or not all(each.strip().isdecimal() for each in lengths):
        listed = " and ".join(sorted(lengths))
        raise OSError(f"the answer has the Content-Length {listed}")


def _content(response: http.client.HTTPResponse, until: float) -> bytes:
    """Read a body that comes in time and is not endless; OSError for another."""
    chunks: list[bytes] = []
    while chunk := response.read1(_MOST):
        chunks.append(chunk)
        if time.monotonic() > until:
            raise TimeoutError("the answer takes too long")
        if sum(map(len, chunks)) > _MOST:
            raise OSError(f"the answer has more than {_MOST} bytes")
    if response.length:
        from http.client import IncompleteRead

        raise IncompleteRead(b"".join(chunks), response.length)
    return b"".join(chunks)


def _write(
    connection: http.client.HTTPConnection,
    base: str,
    request: Request,
    *,
    is_last: bool,
) -> None:
    connection.putrequest(
        request.method, base + request.target, skip_accept_encoding=True
    )
    for name, text in request.headers:
        connection.putheader(name, text.encode("utf-8"))
    connection.putheader("Content-Length", str(len(request.body)))
    if is_last:
        connection.putheader("Connection", "close")
    connection.endheaders(request.body)
