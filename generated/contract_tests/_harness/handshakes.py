"""Faults of TLS: certificates that prove nothing, and ends that are none."""

from __future__ import annotations

from typing import Final

from .line import JSON, Line, TransportFault, start
from .plays import another, held, said, well


async def _cut(line: Line) -> None:
    line.cut()


async def _slow(line: Line) -> None:
    # The start of a record that would be a ServerHello, if it ever came.
    await line.drip(b"\x16\x03\x03\x40\x00" + b"\x02" * 10_000)


async def _cut_at_the_end(line: Line) -> None:
    # Half of the answer, in a shape that would be whole: its end is the connection's.
    await line.send(start("HTTP/1.1 200 OK", JSON) + line.answered.content)
    line.cut()


async def _cut_after(line: Line) -> None:
    await well(line)
    line.cut()


_UNSENT: Final = ("not-sent",)
_FAULT: Final = TransportFault

HANDSHAKES: Final = (
    _FAULT(
        "tls-other-host",
        "has a certificate of another host",
        well,
        _UNSENT,
        tls="other-host",
    ),
    _FAULT("tls-expired", "has an expired certificate", well, _UNSENT, tls="expired"),
    _FAULT(
        "tls-not-yet",
        "has a certificate of next year",
        well,
        _UNSENT,
        tls="not-yet",
    ),
    _FAULT(
        "tls-self-signed",
        "signed its certificate itself",
        well,
        _UNSENT,
        tls="self-signed",
    ),
    _FAULT(
        "tls-unknown-authority",
        "has a certificate of an unknown authority",
        well,
        _UNSENT,
        tls="unknown-authority",
    ),
    _FAULT("tls-old", "speaks TLS 1.1 and no newer", well, _UNSENT, tls="old-version"),
    _FAULT(
        "tls-closed",
        "closes in the handshake",
        _cut,
        _UNSENT,
        stage="accept",
        tls="good",
    ),
    _FAULT(
        "tls-hang", "stops in the handshake", held, _UNSENT, stage="accept", tls="good"
    ),
    _FAULT(
        "tls-slow",
        "shakes hands one octet at a time",
        _slow,
        _UNSENT,
        stage="accept",
        tls="good",
    ),
    _FAULT(
        "tls-alert",
        "answers with an alert",
        said(b"\x15\x03\x03\x00\x02\x02\x28"),
        _UNSENT,
        stage="accept",
        tls="good",
    ),
    _FAULT(
        "tls-garbage",
        "answers the handshake with garbage",
        said(bytes(range(256))),
        _UNSENT,
        stage="accept",
        tls="good",
    ),
    _FAULT(
        "plain-on-tls",
        "answers the handshake in plain HTTP",
        another,
        _UNSENT,
        stage="accept",
        tls="good",
    ),
    _FAULT(
        "tls-cut",
        "cuts an answer that only its end would complete",
        _cut_at_the_end,
        tls="good",
    ),
    _FAULT(
        "tls-cut-after-answer",
        "answers whole, and cuts",
        _cut_after,
        ("answered",),
        tls="good",
    ),
)
