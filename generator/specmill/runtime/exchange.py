"""One request and its answer as octets, without any input or output.

Below `http1`, which moves the octets. What comes is read by h11, or by `at_once` where
nothing is odd about it; what goes is one head that is looked at as it stands, because
nobody else writes it.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Self
from urllib.parse import urlsplit

import h11

from .at_once import at_once, is_plain
from .light import dataclass
from .transport import (
    MAX_HEAD,
    Answer,
    Failure,
    Request,
    is_last,
    too_large,
    unwritable,
)

_MAX_INTERIM: Final = 32
"""Interim answers, such as 103 Early Hints, before an answer is given up."""
_PIECE: Final = 4096
"""Octets that are read at once, and so how much longer than a head a line can be."""
_BLANK: Final = b"\r\n\r\n"
_VERSIONS: Final = frozenset({b"1.0", b"1.1"})
_BODILESS: Final = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
"""Methods that send no Content-Length where they have no body."""
_HEAD: Final = re.compile(
    rb"[A-Z]+ [!-~]+ HTTP/1\.1\r\n"
    rb"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: (?:[!-~\x80-\xff]"
    rb"(?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?\r\n)+\r\n"
)
"""What is a head; how many lines it has is counted."""
_URL: Final = re.compile(r"(https?://[^/?#]+)([^#]*)", re.IGNORECASE | re.DOTALL)
"""The origin of a URL, and what is asked for there."""
_FRAMING: Final = re.compile(
    rb"\r\n(?:host|content-length|transfer-encoding): ", re.IGNORECASE
)
"""What says where a request goes and ends, which this module alone writes."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: the parts of its URL that the network needs."""

    is_tls: bool
    host: str
    port: int
    authority: str
    resource: str

    @property
    def place(self) -> tuple[bool, str, int]:
        """What a connection is to, whatever is asked over it."""
        return self.is_tls, self.host, self.port

    @property
    def is_address(self) -> bool:
        """Tell whether the host is an IP address, which nobody needs to look up."""
        return ":" in self.host or self.host.rpartition(".")[2].isdecimal()

    @classmethod
    def of(cls, request: Request) -> Self:
        found = _URL.fullmatch(request.url)
        if found is None:
            raise unwritable()
        resource = found[2] if found[2].startswith("/") else f"/{found[2]}"
        return cls(*_origin(found[1]), resource)


PORTS: Final = {False: 80, True: 443}
"""What nobody writes, by whether it is under TLS."""


@lru_cache(maxsize=64)
def _origin(url: str) -> tuple[bool, str, int, str]:
    """Return whether *url* is under TLS, its host, port and authority.

    Remembered: there are few, and nothing that is secret stands in one.
    """
    parts = urlsplit(url)
    is_tls = parts.scheme == "https"
    port = parts.port or PORTS[is_tls]
    return is_tls, parts.hostname or "", port, parts.netloc


class Reading:
    """The answer to a request by *method*, as far as it has come."""

    def __init__(self, method: str, max_answer: int) -> None:
        self._method = method
        self._h11: h11.Connection | None = None
        """What reads an answer that did not come at once."""
        self._max_answer = max_answer
        self._interim_left = _MAX_INTERIM
        # Frames and headers add to the body, but not without measure.
        self._octets_left = 4 * max_answer + MAX_HEAD
        self._response: h11.Response | None = None
        self._head = bytearray()
        """What came up to the head of the answer, and with it."""
        self._body = bytearray()
        self._is_over = False

    @property
    def is_over(self) -> bool:
        """Whether another can follow: it was plain, and came to its very end."""
        return self._is_over

    def feed(self, octets: bytes) -> Answer | None:
        """Take what was received, b"" at the end; return the answer once complete."""
        self._octets_left -= len(octets)
        if self._octets_left < 0:
            raise too_large(self._max_answer)
        if self._h11 is None:
            answer = at_once(self._method, octets, self._max_answer)
            if answer is not None:
                whole = octets.index(_BLANK) + len(_BLANK) + len(answer.body)
                self._is_over = len(octets) == whole and not is_last(answer.headers)
                return answer
            self._h11 = _asked(self._method)
        if self._response is None:
            self._head += octets
        try:
            return self._read(self._h11, octets)
        except h11.RemoteProtocolError:
            # Raised anew outside: the text and the context of h11 quote the answer.
            pass
        raise lost() if not octets else _not_http()

    def _read(self, reader: h11.Connection, octets: bytes) -> Answer | None:
        # A little at a time: h11 has no limit for a line of which the end is there.
        for start in range(0, len(octets) or 1, _PIECE):
            reader.receive_data(octets[start : start + _PIECE])
            answer = self._advance(reader)
            if answer is not None:
                self._is_over &= start + _PIECE >= len(octets)
                return answer
        return None

    def _advance(self, reader: h11.Connection) -> Answer | None:
        while (event := reader.next_event()) is not h11.NEED_DATA:
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
                _hold_to_size(event.headers)
                answer = self._answer(self._response)
                is_sound = is_plain(bytes(self._head)) and not is_last(answer.headers)
                self._is_over = is_sound and _is_over(reader)
                return answer
            elif isinstance(event, h11.ConnectionClosed):
                raise lost()
            elif event is h11.PAUSED:
                raise _not_http()
        return None

    def _answer(self, response: h11.Response) -> Answer:
        headers = tuple(
            (name.decode("latin-1"), text.decode("latin-1"))
            for name, text in response.headers
        )
        return Answer(response.status_code, headers, bytes(self._body))


class Exchange(Reading):
    """What is sent to *target*, and the answer as far as it has come."""

    def __init__(self, request: Request, target: Target, max_answer: int) -> None:
        """Write the request; Failure where HTTP/1.1 has no way to write it."""
        super().__init__(request.method, max_answer)
        self.sent = False
        """Whether a byte of the request may have left."""
        self.is_written = False
        """Whether all of it has."""
        self.outgoing = _written(request, target)
        self._is_last = is_last(request.headers)

    @property
    def is_over(self) -> bool:
        """Whether another can follow: all went, too, and nobody said that it was the last."""
        return self._is_over and self.is_written and not self._is_last


def has_length(request: Request) -> bool:
    """Tell whether *request* says how long its body is."""
    return request.body is not None or request.method not in _BODILESS


def _written(request: Request, target: Target) -> bytes:
    """Return head and body; Failure where the head is not one, and nothing else."""
    body = request.body or b""
    lines = [
        f"{request.method} {target.resource} HTTP/1.1\r\n",
        f"Host: {target.authority}\r\n",
        *(f"{name}: {text}\r\n" for name, text in request.headers),
    ]
    if has_length(request):
        lines.append(f"Content-Length: {len(body)}\r\n")
    lines.append("\r\n")
    try:
        head = "".join(lines).encode("latin-1")
    except UnicodeEncodeError:
        head = b""
    framing = 1 + (len(lines) > len(request.headers) + 3)
    if (
        _HEAD.fullmatch(head) is None
        or head.count(b"\r\n") != len(lines)
        or len(_FRAMING.findall(head)) != framing
    ):
        raise unwritable()
    return head + body


def _asked(method: str) -> h11.Connection:
    """Return what reads the answer to a request by *method*."""
    reader = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD)
    reader.send(_asking(method))
    reader.send(_ASKED)
    return reader


@lru_cache(maxsize=16)
def _asking(method: str) -> h11.Request:
    """Return a request of which the reader needs the method and nothing else."""
    return h11.Request(method=method, target="/", headers=[("Host", "a")])


_ASKED: Final = h11.EndOfMessage()


def _is_over(reader: h11.Connection) -> bool:
    """Tell whether the connection could bring another answer, and nothing came of it."""
    return reader.their_state is h11.DONE and reader.trailing_data == (b"", False)


def _plain(response: h11.Response) -> h11.Response:
    """Return *response* where all readers agree on its version and where it ends."""
    names = {name for name, _ in response.headers}
    is_two_ways = {b"content-length", b"transfer-encoding"} <= names
    # Whoever speaks HTTP/1.0 has passed chunks on that it does not know.
    is_passed_on = response.http_version == b"1.0" and b"transfer-encoding" in names
    if is_two_ways or is_passed_on or response.http_version not in _VERSIONS:
        raise _not_http()
    _hold_to_size(response.headers)
    return response


def _hold_to_size(headers: Iterable[tuple[bytes, bytes]]) -> None:
    """Raise Failure for more than is read of a head: h11 counts what came in pieces."""
    if sum(len(name) + len(text) for name, text in headers) > MAX_HEAD:
        raise _not_http()


def too_late(sent: bool) -> Failure:
    return Failure(sent, "timeout", "the time limit of the call has passed")


def lost() -> Failure:
    return Failure(True, "connection-lost", "the connection was closed")


def spoken() -> Failure:
    says = "the server answered or closed before it was asked"
    return Failure(False, "connection-lost", says)


def _not_http() -> Failure:
    return Failure(True, "unreadable", "the answer is not HTTP/1.1")


def no_connection(error: Exception) -> Failure:
    if isinstance(error, ssl.SSLCertVerificationError):
        why: str | None = error.verify_message
    else:
        why = error.strerror if isinstance(error, OSError) else None
    told = why or type(error).__name__
    return Failure(False, "connection-lost", f"no connection: {told}")
