"""Faults of the connection: refused, closed, reset, silent or slow, at every stage."""

from __future__ import annotations

import asyncio
from typing import Final

from .line import Line, TransportFault, head
from .plays import held, said

_PAUSE: Final = 0.02
"""Seconds between two octets: less than the shortest call of a case waits."""


async def _nothing(line: Line) -> None:
    """Do nothing: the provider plays this by how it listens."""


async def _deaf(line: Line) -> None:
    line.writer.transport.pause_reading()  # type: ignore[attr-defined]
    await line.hold()


async def _close(line: Line) -> None:
    line.writer.close()


async def _reset(line: Line) -> None:
    await line.reset()


async def _unasked(line: Line) -> None:
    body = line.another.content
    await line.send(head(line.another.status, "application/json", len(body)) + body)
    # The request must not meet a closed connection: that would tell.
    await asyncio.sleep(1)


def _octets(line: Line) -> tuple[bytes, bytes]:
    body = line.answered.content
    return head(line.answered.status, "application/json", len(body)), body


def _some(line: Line, stage: str) -> bytes:
    """Return the answer up to the middle of *stage*."""
    first, body = _octets(line)
    return {
        "status-line": first[:8],
        "headers": first[:-20],
        "body": first,
        "mid-body": first + body[: len(body) // 2],
    }[stage]


async def _close_in_status_line(line: Line) -> None:
    await line.send(_some(line, "status-line"))


async def _close_in_headers(line: Line) -> None:
    await line.send(_some(line, "headers"))


async def _close_before_body(line: Line) -> None:
    await line.send(_some(line, "body"))


async def _close_mid_body(line: Line) -> None:
    await line.send(_some(line, "mid-body"))


async def _reset_in_headers(line: Line) -> None:
    await line.send(_some(line, "headers"))
    await line.reset()


async def _reset_mid_body(line: Line) -> None:
    await line.send(_some(line, "mid-body"))
    await line.reset()


async def _hang_in_status_line(line: Line) -> None:
    await line.send(_some(line, "status-line"))
    await line.hold()


async def _hang_in_headers(line: Line) -> None:
    await line.send(_some(line, "headers"))
    await line.hold()


async def _hang_before_body(line: Line) -> None:
    await line.send(_some(line, "body"))
    await line.hold()


async def _hang_mid_body(line: Line) -> None:
    await line.send(_some(line, "mid-body"))
    await line.hold()


async def _hang_after(line: Line) -> None:
    await line.send(b"".join(_octets(line)))
    await line.hold()


async def _slow_body(line: Line) -> None:
    first, body = _octets(line)
    await line.send(first)
    await line.drip(body, _PAUSE)


async def _slow_head(line: Line) -> None:
    first, body = _octets(line)
    await line.drip(first, _PAUSE)
    await line.send(body)


async def _slow_all(line: Line) -> None:
    await line.drip(b"".join(_octets(line)), _PAUSE)


async def _slow_headers(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\n")
    await line.drip(b"X: y\r\n" * 10_000, _PAUSE)


async def _slow_white_space(line: Line) -> None:
    # White space is part of JSON, so that nothing is wrong but the time.
    await line.send(head(line.answered.status, "application/json", 10_000))
    await line.drip(b" " * 10_000, _PAUSE)


_EITHER: Final = ("not-sent", "unknown")

BREAKS: Final = (
    TransportFault(
        "refused", "refuses the connection", _nothing, ("not-sent",), stage="listen"
    ),
    TransportFault(
        "never-accepted",
        "lets the connection wait for ever",
        _nothing,
        ("not-sent",),
        stage="listen",
    ),
    TransportFault(
        "closed-on-accept", "closes at once", _close, _EITHER, stage="accept"
    ),
    TransportFault(
        "reset-on-accept", "resets at once", _reset, _EITHER, stage="accept"
    ),
    TransportFault(
        "garbage-on-accept",
        "sends garbage before it is asked",
        said(b"\x00\x01\x02\x03 hello\r\n\r\n"),
        _EITHER,
        stage="accept",
    ),
    TransportFault(
        "answer-on-accept",
        "sends the answer of another call before it is asked",
        _unasked,
        _EITHER,
        stage="accept",
    ),
    TransportFault(
        "never-read",
        "accepts and never reads",
        _deaf,
        ("unknown", "not-sent"),
        stage="accept",
    ),
    TransportFault(
        "closed-early", "closes before it reads the body", _close, stage="head"
    ),
    TransportFault(
        "reset-early", "resets before it reads the body", _reset, stage="head"
    ),
    TransportFault("timeout", "never answers", held),
    TransportFault("closed-before-answer", "closes instead of answering", _close),
    TransportFault("reset", "resets the connection", _reset),
    TransportFault(
        "closed-in-status-line", "closes in the status line", _close_in_status_line
    ),
    TransportFault("closed-in-headers", "closes in the headers", _close_in_headers),
    TransportFault("closed-before-body", "closes before the body", _close_before_body),
    TransportFault("closed-mid-body", "closes in mid-answer", _close_mid_body),
    TransportFault("reset-in-headers", "resets in the headers", _reset_in_headers),
    TransportFault("reset-mid-body", "resets in mid-answer", _reset_mid_body),
    TransportFault(
        "hang-in-status-line", "stops in the status line", _hang_in_status_line
    ),
    TransportFault("hang-in-headers", "stops in the headers", _hang_in_headers),
    TransportFault("hang-before-body", "stops before the body", _hang_before_body),
    TransportFault("hang-mid-body", "stops in mid-answer", _hang_mid_body),
    TransportFault(
        "hang-after-answer",
        "answers and never closes",
        _hang_after,
        ("answered",),
    ),
    TransportFault("slow-drip", "sends one octet of the body at a time", _slow_body),
    TransportFault("slow-head", "sends one octet of the head at a time", _slow_head),
    TransportFault("slow-all", "sends one octet at a time", _slow_all),
    TransportFault(
        "slow-headers", "sends headers without end, one octet at a time", _slow_headers
    ),
    TransportFault(
        "slow-white-space",
        "sends white space without end, one octet at a time",
        _slow_white_space,
    ),
)
