"""What can go wrong between a provider and its caller, as a table.

Each fault is played on the open connection of one request that was read and judged.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from .answers import Answered

HOLD: Final = 30.0
"""Seconds for which a provider that never answers keeps the connection."""


@dataclass(frozen=True, slots=True)
class Line:
    """The connection of one request, and the answer that the request deserves."""

    writer: asyncio.StreamWriter
    answered: Answered

    async def send(self, octets: bytes) -> None:
        self.writer.write(octets)
        await self.writer.drain()

    async def answer(
        self, status: int, body: bytes, kind: str = "", more: int = 0
    ) -> None:
        """Send a whole answer whose Content-Length promises *more* than comes."""
        kind = kind or self.answered.media
        await self.send(head(status, kind, len(body) + more) + body)


@dataclass(frozen=True, slots=True)
class TransportFault:
    """One way to fail."""

    name: str
    says: str
    play: Callable[[Line], Awaitable[None]]
    early: bool = False
    """True where it happens before the body of the request is read."""


def head(status: int, kind: str, length: int, *more: tuple[str, str]) -> bytes:
    """Return the status line and the headers of an answer; *kind* is empty for no body."""
    content = [("Content-Type", kind)] if kind else []
    if status != 204:
        content.append(("Content-Length", str(length)))
    fields = [*content, ("Connection", "close"), *more]
    lines = [f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}"]
    lines += [f"{name}: {text}" for name, text in fields]
    return "\r\n".join((*lines, "", "")).encode("latin-1", "replace")


_REASONS: Final = {
    200: "OK",
    201: "Created",
    202: "Accepted",
    204: "No Content",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_PAGE: Final = b"<html><body><h1>%s</h1></body></html>"


async def _timeout(line: Line) -> None:
    await asyncio.sleep(HOLD)


async def _slow_drip(line: Line) -> None:
    body = line.answered.content
    await line.send(head(line.answered.status, line.answered.media, len(body)))
    for octet in body:
        await line.send(bytes([octet]))
        await asyncio.sleep(0.05)


async def _close(line: Line) -> None:
    line.writer.close()


async def _closed_mid_body(line: Line) -> None:
    body = line.answered.content
    half = body[: len(body) // 2]
    await line.answer(line.answered.status, half, more=len(body) - len(half))


async def _reset(line: Line) -> None:
    # A linger of no time makes the kernel send RST instead of FIN.
    raw = line.writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.writer.transport.abort()


def _gateway(status: int, reason: bytes) -> Callable[[Line], Awaitable[None]]:
    async def play(line: Line) -> None:
        await line.answer(status, _PAGE % reason, "text/html")

    return play


def _instead(body: bytes, kind: str = "") -> Callable[[Line], Awaitable[None]]:
    async def play(line: Line) -> None:
        await line.answer(line.answered.status, body, kind)

    return play


async def _truncated(line: Line) -> None:
    body = line.answered.content
    await line.answer(line.answered.status, body[: len(body) // 2])


async def _wrong_content_type(line: Line) -> None:
    await line.answer(line.answered.status, line.answered.content, "text/plain")


async def _undocumented_status(line: Line) -> None:
    await line.answer(418, line.answered.content)


async def _undocumented_code(line: Line) -> None:
    # The provider has put the new code into the answer; it knows where codes stand.
    await line.answer(line.answered.status, line.answered.content)


NEW_CODE: Final = "9999999"
"""A code that no page has."""

FAULTS: Final = {
    fault.name: fault
    for fault in (
        TransportFault("timeout", "never answers", _timeout),
        TransportFault("slow-drip", "sends one octet at a time", _slow_drip),
        TransportFault("closed-early", "closes before it reads the body", _close, True),
        TransportFault("closed-before-answer", "closes instead of answering", _close),
        TransportFault("closed-mid-body", "closes in mid-answer", _closed_mid_body),
        TransportFault("reset", "resets the connection", _reset),
        TransportFault(
            "bad-gateway", "answers as a gateway: 502", _gateway(502, b"Bad Gateway")
        ),
        TransportFault(
            "unavailable", "answers as a gateway: 503", _gateway(503, b"Unavailable")
        ),
        TransportFault(
            "gateway-timeout", "answers as a gateway: 504", _gateway(504, b"Timeout")
        ),
        TransportFault("not-json", "answers with text", _instead(b"internal error")),
        TransportFault(
            "html-page",
            "answers with a web page",
            _instead(_PAGE % b"Hello", "text/html"),
        ),
        TransportFault("truncated-json", "answers with half of the JSON", _truncated),
        TransportFault("wrong-type", "calls its JSON text/plain", _wrong_content_type),
        TransportFault("empty-body", "answers with nothing", _instead(b"")),
        TransportFault(
            "undocumented-code", "answers with a new code", _undocumented_code
        ),
        TransportFault(
            "undocumented-status", "answers with the status 418", _undocumented_status
        ),
        TransportFault(
            "other-shape",
            "answers with another shape",
            _instead(json.dumps(["another", "shape"]).encode()),
        ),
    )
}
