"""Raw requests to a provider, to the octet: nothing is added, mended or followed."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from .pointers import Json

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
        """The JSON value of the content; ValueError where it is not JSON for sure.

        RFC 8259 has UTF-8 without a mark, and leaves open which of two members counts.
        """
        text = self.content.decode("utf-8")
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refused)

    def __str__(self) -> str:
        text = self.content[:400].decode("utf-8", "backslashreplace")
        more = "..." if len(self.content) > 400 else ""
        return f"HTTP {self.status} {text}{more}"


def _once(pairs: list[tuple[str, Json]]) -> Json:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands there twice")
    return members


def _refused(constant: str) -> Json:
    raise ValueError(f"{constant} is not JSON")


class NoAnswer(Exception):
    """No complete answer came; the text says why."""


def send(base_url: str, request: Request, limit: float = LIMIT) -> Answer:
    """Send *request* once and return what came; NoAnswer where nothing did."""
    url = urlsplit(base_url)
    connect = (
        http.client.HTTPSConnection
        if url.scheme == "https"
        else http.client.HTTPConnection
    )
    connection = connect(url.hostname or "", url.port, timeout=limit)
    try:
        _write(connection, url.path.rstrip("/"), request)
        response = connection.getresponse()
        return Answer(response.status, tuple(response.getheaders()), response.read())
    except (OSError, http.client.HTTPException) as error:
        reason = str(error) or type(error).__name__
        raise NoAnswer(f"no answer: {reason}") from None
    finally:
        connection.close()


def _write(connection: http.client.HTTPConnection, base: str, request: Request) -> None:
    connection.putrequest(
        request.method, base + request.target, skip_accept_encoding=True
    )
    for name, text in request.headers:
        connection.putheader(name, text.encode("utf-8"))
    connection.putheader("Content-Length", str(len(request.body)))
    connection.putheader("Connection", "close")
    connection.endheaders(request.body)
