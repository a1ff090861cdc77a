"""Faults of the frame: what is not HTTP/1.1, and where an answer begins and ends."""

from __future__ import annotations

import asyncio
from typing import Final

from .line import JSON, Headers, Line, Play, TransportFault, head, reason, start
from .plays import said, under

_CHUNKED: Final = ("Transfer-Encoding", "chunked")
_MANY: Final = 100_000


def _with(*headers: tuple[str, str], length: bool = False) -> Play:
    """Answer well, but for *headers*; without a length unless it is asked for."""

    async def play(line: Line) -> None:
        body = line.answered.content
        lengths = (("Content-Length", str(len(body))),) if length else ()
        await line.send(_start(line, *headers, *lengths) + body)

    return play


def _lengths(*texts: str) -> Play:
    """Answer well, but for the Content-Length: `N` stands for the true one."""

    async def play(line: Line) -> None:
        body = line.answered.content
        true = str(len(body))
        headers = [("Content-Length", text.replace("N", true)) for text in texts]
        await line.send(_start(line, *headers) + body)

    return play


def _off_by(octets: int, *, hangs: bool = False) -> Play:
    async def play(line: Line) -> None:
        body = line.answered.content
        await line.answer(line.answered.status, body, more=octets)
        if hangs:
            await line.hold()

    return play


def _chunks(written: str, *headers: tuple[str, str], hangs: bool = False) -> Play:
    """Answer in chunks as *written*: `N` is the size in hexadecimal, `B` the body."""

    async def play(line: Line) -> None:
        body = line.answered.content
        sized = written.replace("N", f"{len(body):x}").replace("|", "\r\n")
        octets = sized.encode().replace(b"B", body)
        await line.send(_start(line, *(headers or (_CHUNKED,))) + octets)
        if hangs:
            await line.hold()

    return play


def _status_line(text: str, end: str = "\r\n") -> Play:
    """Answer well, but for the status line: `S` stands for the true status."""

    async def play(line: Line) -> None:
        body = line.answered.content
        length = ("Content-Length", str(len(body)))
        octets = start(text.replace("S", str(line.answered.status)), JSON, length)
        await line.send(octets.replace(b"\r\n", end.encode()) + body)

    return play


def _header_line(octets: bytes) -> Play:
    """Answer well, but for one line of the head."""

    async def play(line: Line) -> None:
        body = line.answered.content
        first = head(line.answered.status, "application/json", len(body))
        await line.send(first[:-2] + octets + b"\r\n\r\n" + body)

    return play


def _after(octets: bytes = b"", *, pause: float = 0.0) -> Play:
    """Answer well, and leave something on a connection that stays open."""

    async def play(line: Line) -> None:
        await line.send(_kept(line.answered.status, line.answered.content))
        await asyncio.sleep(pause)
        more = _kept(line.another.status, line.another.content)
        await line.send(octets or more)

    return play


async def _in_one_piece(line: Line) -> None:
    both = (line.answered, line.another)
    await line.send(b"".join(_kept(each.status, each.content) for each in both))


async def _another_first(line: Line) -> None:
    both = (line.another, line.answered)
    await line.send(b"".join(_kept(each.status, each.content) for each in both))


async def _endless_body(line: Line) -> None:
    await line.send(start("HTTP/1.1 200 OK", JSON))
    await line.flood(b" " * 65536, _MANY)


async def _never_closed(line: Line) -> None:
    await line.send(_start(line) + line.answered.content)
    await line.hold()


def _interim(octets: bytes, times: int = 1, *, hangs: bool = False) -> Play:
    async def play(line: Line) -> None:
        await line.flood(octets, times)
        if hangs:
            await line.hold()
        await line.answer(line.answered.status, line.answered.content)

    return play


async def _naked(line: Line) -> None:
    await line.send(line.answered.content)


async def _header_flood(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\n")
    await line.flood(b"X-Flood: water\r\n" * 1000, _MANY)


async def _header_huge(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\nX-Huge: ")
    await line.flood(b"x" * 65536, _MANY)


async def _chunk_flood(line: Line) -> None:
    await line.send(_start(line, _CHUNKED))
    await line.flood(b"1;" + b"e" * 1000 + b"\r\n \r\n", _MANY)


async def _trailer_flood(line: Line) -> None:
    await line.send(_start(line, _CHUNKED) + b"0\r\n")
    await line.flood(b"X-Flood: water\r\n" * 1000, _MANY)


async def _slow_chunks(line: Line) -> None:
    await line.send(_start(line, _CHUNKED))
    for octet in line.answered.content:
        await line.send(b"1\r\n" + bytes([octet]) + b"\r\n")
        await asyncio.sleep(0.05)


def _start(line: Line, *headers: tuple[str, str]) -> bytes:
    status = line.answered.status
    more: Headers = (JSON, ("Connection", "close"), *headers)
    return start(f"HTTP/1.1 {status} {reason(status)}", *more)


def _kept(status: int, body: bytes) -> bytes:
    length = ("Content-Length", str(len(body)))
    return start(f"HTTP/1.1 {status} {reason(status)}", JSON, length) + body


_SOUND: Final = ("answered",)
_OPEN: Final = ("answered", "unknown")
_SETTINGS: Final = b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"
_FAULT: Final = TransportFault

FRAMING: Final = (
    # Where the body ends -----------------------------------------------------------
    _FAULT("length-too-long", "promises more than comes, and closes", _off_by(9)),
    _FAULT(
        "length-too-long-hang",
        "promises more than comes, and waits",
        _off_by(9, hangs=True),
    ),
    _FAULT("length-too-short", "promises less than comes", _off_by(-9)),
    _FAULT("length-zero", "promises nothing, and sends a body", _lengths("0")),
    _FAULT("length-negative", "has a negative length", _lengths("-N")),
    _FAULT("length-signed", "has a length with a sign", _lengths("+N")),
    _FAULT("length-in-hex", "has a length in hexadecimal", _lengths("0xN")),
    _FAULT("length-not-a-number", "has a length that is a word", _lengths("many")),
    _FAULT("length-empty", "has an empty length", _lengths("")),
    _FAULT("length-huge", "has a length of 30 digits", _lengths("9" * 30)),
    _FAULT("lengths-conflict", "has two lengths that differ", _lengths("N", "1N")),
    _FAULT("lengths-listed", "has two lengths in a list", _lengths("N, 1N")),
    _FAULT("lengths-agree", "has its length twice", _lengths("N", "N"), _OPEN),
    _FAULT("no-length", "ends its answer by closing", _with(), _SOUND),
    _FAULT("never-closed", "has no length, and never closes", _never_closed),
    _FAULT(
        "length-and-chunks",
        "has a length and chunks",
        _chunks("N|B|0||", _CHUNKED, ("Content-Length", "1")),
    ),
    _FAULT(
        "chunks-not-chunked",
        "calls a plain body chunked",
        _with(_CHUNKED),
    ),
    _FAULT("body-endless", "sends a body without end", _endless_body),
    # Chunks ------------------------------------------------------------------------
    _FAULT("chunked", "answers in chunks", _chunks("N|B|0||"), _SOUND),
    _FAULT(
        "chunk-trailers",
        "answers in chunks, with a trailer",
        _chunks("N|B|0|X-After: all|Content-Length: 1||"),
        _OPEN,
    ),
    _FAULT("chunk-extension", "names a chunk", _chunks("N;a=b|B|0||"), _OPEN),
    _FAULT("chunk-size-bad", "has a chunk of size xyz", _chunks("xyz|B|0||")),
    _FAULT("chunk-size-negative", "has a chunk of size -1", _chunks("-1|B|0||")),
    _FAULT("chunk-size-huge", "has a chunk beyond counting", _chunks("f" * 30 + "|B")),
    _FAULT("chunk-size-short", "has more in a chunk than it says", _chunks("1|B|0||")),
    _FAULT("chunk-unended", "closes before the last chunk", _chunks("N|B|")),
    _FAULT("chunk-hang", "waits before the last chunk", _chunks("N|B|", hangs=True)),
    _FAULT("chunk-half-end", "closes in the last chunk", _chunks("N|B|0")),
    _FAULT("chunk-flood", "has chunks and names without end", _chunk_flood),
    _FAULT("trailer-flood", "has trailers without end", _trailer_flood),
    _FAULT("slow-chunks", "sends one octet a chunk, slowly", _slow_chunks),
    _FAULT(
        "chunked-twice",
        "is chunked twice, it says",
        _chunks("N|B|0||", ("Transfer-Encoding", "chunked, chunked")),
    ),
    _FAULT(
        "transfer-coding-unknown",
        "has a transfer coding of its own",
        _chunks("N|B|0||", ("Transfer-Encoding", "rot13")),
    ),
    # What is left on the connection -------------------------------------------------
    _FAULT(
        "extra-octets",
        "sends garbage after its answer",
        _after(b"garbage garbage"),
        _OPEN,
        keeps=True,
    ),
    _FAULT(
        "extra-answer",
        "sends another call's answer after its own, in one piece",
        _in_one_piece,
        _OPEN,
        keeps=True,
    ),
    _FAULT(
        "late-extra-answer",
        "sends another call's answer a moment after its own",
        _after(pause=0.1),
        _OPEN,
        keeps=True,
    ),
    _FAULT(
        "late-half-answer",
        "leaves half a status line behind its answer",
        _after(b"HTTP/1.1 20", pause=0.1),
        _OPEN,
        keeps=True,
    ),
    _FAULT(
        "another-first",
        "sends another call's answer before its own",
        _another_first,
        keeps=True,
    ),
    # Interim answers ---------------------------------------------------------------
    _FAULT(
        "interim-continue",
        "says 100 Continue unasked",
        _interim(b"HTTP/1.1 100 Continue\r\n\r\n"),
        _SOUND,
    ),
    _FAULT(
        "interim-hints",
        "says 103 Early Hints first",
        _interim(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
        _SOUND,
    ),
    _FAULT(
        "interim-flood",
        "says 102 Processing without end",
        _interim(b"HTTP/1.1 102 Processing\r\n\r\n" * 1000, _MANY),
    ),
    _FAULT(
        "interim-hang",
        "says 100 Continue, and nothing more",
        _interim(b"HTTP/1.1 100 Continue\r\n\r\n", hangs=True),
    ),
    _FAULT(
        "switching",
        "switches protocols",
        said(b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"),
    ),
    _FAULT("no-content-with-body", "answers 204 with a body", under(204)),
    _FAULT("not-modified-with-body", "answers 304 with a body", under(304)),
    # What is not HTTP/1.1 ----------------------------------------------------------
    _FAULT("http-0.9", "answers with a body alone", _naked),
    _FAULT("http-1.0", "answers as HTTP/1.0", _status_line("HTTP/1.0 S OK"), _SOUND),
    _FAULT("http-2-preface", "answers with frames of HTTP/2", said(_SETTINGS * 4)),
    _FAULT("http-2-named", "calls itself HTTP/2", _status_line("HTTP/2 S OK")),
    _FAULT("http-9.9", "calls itself HTTP/9.9", _status_line("HTTP/9.9 S OK")),
    _FAULT("not-http", "answers as a server of SSH", said(b"SSH-2.0-Open\r\n\r\n")),
    _FAULT("garbage", "answers with octets of no meaning", said(bytes(range(256)) * 8)),
    _FAULT("empty-lines", "answers with empty lines", said(b"\r\n" * 40_000)),
    _FAULT(
        "tls-on-plain",
        "answers with a record of TLS",
        said(b"\x15\x03\x03\x00\x02\x02\x50"),
    ),
    _FAULT("status-missing", "has no status", _status_line("HTTP/1.1 OK")),
    _FAULT("status-of-two-digits", "has the status 20", _status_line("HTTP/1.1 20 O")),
    _FAULT("status-beyond", "has the status 999", _status_line("HTTP/1.1 999 What")),
    _FAULT("status-below", "has the status 099", _status_line("HTTP/1.1 099 What")),
    _FAULT("reason-missing", "gives no reason", _status_line("HTTP/1.1 S"), _OPEN),
    _FAULT(
        "bare-line-feeds",
        "ends its lines with line feeds",
        _status_line("HTTP/1.1 S OK", "\n"),
        _OPEN,
    ),
    # Headers -----------------------------------------------------------------------
    _FAULT("header-without-colon", "has a line of no header", _header_line(b"hello")),
    _FAULT("header-spaced", "has a space before a colon", _header_line(b"X : y")),
    _FAULT("header-nul", "has a zero octet in a header", _header_line(b"X: a\x00b")),
    _FAULT("header-nameless", "has a header without a name", _header_line(b": y")),
    _FAULT("header-folded", "folds a header", _header_line(b"X: a\r\n b"), _OPEN),
    _FAULT("header-not-ascii", "has Latin letters", _header_line(b"X: caf\xe9"), _OPEN),
    _FAULT("header-flood", "sends headers without end", _header_flood),
    _FAULT("header-huge", "sends a header without end", _header_huge),
)
