"""What a fault is played on: one accepted connection, and the answers it could carry."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Awaitable, Callable
from typing import Final, Literal

from .answers import Answered
from .light import dataclass

HOLD: Final = 30.0
"""Seconds for which a provider that never answers keeps the connection."""

Outcome = Literal["answered", "unknown", "not-sent"]
Headers = tuple[tuple[str, str], ...]
JSON: Final = ("Content-Type", "application/json")


@dataclass(frozen=True, slots=True)
class Line:
    """The connection of one request, and the answer that the request deserves."""

    writer: asyncio.StreamWriter
    answered: Answered
    another: Answered
    """The answer that the call of somebody else would get."""

    @property
    def address(self) -> str:
        """Host and port of the provider, as the caller reached it."""
        host, port = self.writer.get_extra_info("sockname")[:2]
        return f"{host}:{port}"

    async def send(self, octets: bytes) -> None:
        self.writer.write(octets)
        await self.writer.drain()

    async def answer(
        self, status: int, body: bytes, kind: str = "", more: int = 0
    ) -> None:
        """Send a whole answer whose Content-Length promises *more* than comes."""
        kind = kind or self.answered.media
        await self.send(head(status, kind, len(body) + more) + body)

    async def drip(self, octets: bytes, pause: float = 0.05) -> None:
        """Send one octet at a time, *pause* seconds apart."""
        for octet in octets:
            await self.send(bytes([octet]))
            await asyncio.sleep(pause)

    async def flood(self, octets: bytes, times: int) -> None:
        """Send *octets* again and again, for as long as somebody takes them."""
        for _ in range(times):
            await self.send(octets)

    async def hold(self) -> None:
        await asyncio.sleep(HOLD)

    async def reset(self) -> None:
        # A linger of no time makes the kernel send RST instead of FIN.
        raw = self.writer.get_extra_info("socket")
        with contextlib.suppress(OSError):  # the caller was faster
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    def cut(self) -> None:
        """Close without a farewell, which TLS would send."""
        self.writer.transport.abort()


Play = Callable[[Line], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class TransportFault:
    """One way to fail, and what may be concluded by a caller who meets it."""

    name: str
    says: str
    play: Play
    outcomes: tuple[Outcome, ...] = ("unknown",)
    """`answered`: as the answer says; `not-sent`: no octet of the request was taken."""
    stage: Literal["listen", "accept", "head", "answer"] = "answer"
    """When it is played: instead of listening, instead of reading, before the body of
    the request is read, or instead of the answer."""
    tls: str = ""
    """The certificate that it is played with; such a fault needs a provider with TLS."""
    keeps: bool = False
    """True where the connection can be used for another request."""

    @property
    def by_request(self) -> bool:
        """Tell whether a request can ask for it; the others come before any request."""
        return self.stage in ("head", "answer") and not self.tls


def head(status: int, kind: str, length: int, *more: tuple[str, str]) -> bytes:
    """Return the status line and the headers of an answer, the last on its connection.

    *kind* is empty for an answer without a body.
    """
    content = [("Content-Type", kind)] if kind else []
    if kind or status != 204:
        content.append(("Content-Length", str(length)))
    line = f"HTTP/1.1 {status} {reason(status)}"
    return start(line, *content, ("Connection", "close"), *more)


def start(status_line: str, *headers: tuple[str, str]) -> bytes:
    """Return a status line and headers, and nothing that was not asked for."""
    lines = [status_line, *(f"{name}: {text}" for name, text in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1", "replace")


def reason(status: int) -> str:
    """Return what HTTP calls *status*, or `Status`."""
    return _REASONS.get(status, "Status")


_REASONS: Final = {
    200: "OK",
    201: "Created",
    202: "Accepted",
    204: "No Content",
    304: "Not Modified",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
