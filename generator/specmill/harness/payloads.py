"""Faults of the content: JSON that two readers read differently, codings and types."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from typing import Final

from .line import Line, Play, TransportFault, head
from .plays import another, well

PAGE: Final = b"<html><body><h1>%s</h1></body></html>"
_BOMB: Final = 64 * 1024 * 1024
_BLOCK: Final = 1024 * 1024
_JSON: Final = "application/json"
_Change = Callable[[bytes], bytes]


def _instead(body: bytes, kind: str = "") -> Play:
    async def play(line: Line) -> None:
        await line.answer(line.answered.status, body, kind)

    return play


def _changed(change: _Change, kind: str = "", coding: str = "") -> Play:
    """Answer with the good body after *change*, under *kind* and *coding*."""

    async def play(line: Line) -> None:
        body = change(line.answered.content)
        more = (("Content-Encoding", coding),) if coding else ()
        named = kind or line.answered.media
        first = head(line.answered.status, named, len(body), *more)
        await line.send(first + body)

    return play


def _typed(*kinds: str) -> Play:
    async def play(line: Line) -> None:
        body = line.answered.content
        first = head(line.answered.status, _JSON, len(body))
        others = "".join(f"Content-Type: {kind}\r\n" for kind in kinds).encode()
        await line.send(first.replace(b"Content-Type: application/json\r\n", others))
        await line.send(body)

    return play


def _plus(member: str) -> _Change:
    """Return a change that adds one member to an object, as it is written."""

    def change(body: bytes) -> bytes:
        if not body.startswith(b"{"):
            return member.encode("utf-8")
        comma = b"" if body == b"{}" else b","
        return b"{" + member.encode("utf-8", "surrogatepass") + comma + body[1:]

    return change


def _members(number: int) -> str:
    # Made when it is sent: every process that tests loads the table of faults.
    return ",".join(f'"{n}":{n}' for n in range(number))


def _same(body: bytes) -> bytes:
    return body


def _half(body: bytes) -> bytes:
    return body[: len(body) // 2]


def _repeated(body: bytes) -> bytes:
    """Name every member twice, first with null."""
    value = json.loads(body)
    if not isinstance(value, dict) or not value:
        return b'{"a":1,"a":2}'
    nulls = ",".join(f"{json.dumps(name)}:null" for name in value)
    return b"{" + nulls.encode() + b"," + body[1:]


def _deflated(body: bytes) -> bytes:
    return zlib.compress(body)


def _bomb(body: bytes) -> bytes:
    size = len(body) + _BOMB
    checked = zlib.crc32(_spaces(), zlib.crc32(body))
    end = checked.to_bytes(4, "little") + size.to_bytes(4, "little")
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + _inflating(body) + end


def _flat_bomb(body: bytes) -> bytes:
    checked = zlib.adler32(_spaces(), zlib.adler32(body))
    return b"\x78\x9c" + _inflating(body) + checked.to_bytes(4, "big")


def _nested_bomb(body: bytes) -> bytes:
    return gzip.compress(_bomb(body), mtime=0)


def _inflating(body: bytes) -> bytes:
    """Return what inflates to *body* and white space, without compressing all of it."""
    packer = zlib.compressobj(wbits=-15)
    first = packer.compress(body) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * _BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush nothing refers back, so that one block can stand many times.
    return first + block * (_BOMB // _BLOCK) + packer.flush()


def _spaces() -> bytes:
    return b" " * _BOMB


def _cut_gzip(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)[:-9]


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


def _as(encoding: str) -> _Change:
    return lambda body: body.decode("utf-8").encode(encoding)


def _and(octets: bytes) -> _Change:
    return lambda body: body + octets


async def _huge(line: Line) -> None:
    size = _BOMB
    await line.send(head(line.answered.status, _JSON, size))
    await line.flood(b" " * 65536, size // 65536)


async def _as_it_is(line: Line) -> None:
    # The provider has signed the answer otherwise; it knows where signatures stand.
    first = head(
        line.answered.status, _JSON, len(line.answered.content), *line.answered.headers
    )
    await line.send(first + line.answered.content)


_FAULT: Final = TransportFault
_SOUND: Final = ("answered",)
_OPEN: Final = ("answered", "unknown")

PAYLOADS: Final = (
    _FAULT("not-json", "answers with text", _instead(b"internal error")),
    _FAULT(
        "html-page", "answers with a web page", _instead(PAGE % b"Hello", "text/html")
    ),
    _FAULT("truncated-json", "answers with half of the JSON", _changed(_half)),
    _FAULT("empty-body", "answers with nothing", _instead(b"")),
    _FAULT("blank-body", "answers with white space", _instead(b" \r\n\t ")),
    _FAULT("unsigned", "answers without the signature of the reply", _as_it_is),
    _FAULT("missigned", "answers with another signature of the reply", _as_it_is),
    # The provider puts the new code into the answer; it knows where codes stand.
    _FAULT("undocumented-code", "answers with a new code", well),
    _FAULT(
        "other-shape", "answers with another shape", _instead(b'["another", "shape"]')
    ),
    _FAULT("null", "answers null", _instead(b"null")),
    _FAULT("true", "answers true", _instead(b"true")),
    _FAULT("word", 'answers "SUCCESS"', _instead(b'"SUCCESS"')),
    _FAULT("number", "answers 0", _instead(b"0")),
    _FAULT("empty-object", "answers {}", _instead(b"{}")),
    _FAULT(
        "answer-of-another",
        "answers with what another call sent, where that is echoed",
        another,
    ),
    # JSON that readers read differently ---------------------------------------------
    _FAULT(
        "json-not-utf-8",
        "has an octet that is no UTF-8",
        _changed(_plus('"a":"\udce9"')),
    ),
    _FAULT("json-cut-utf-8", "ends within a character", _changed(_and(b"\xe2\x82"))),
    _FAULT("json-bom", "begins with a byte order mark", _changed(_as("utf-8-sig"))),
    _FAULT("json-utf-16", "is written in UTF-16", _changed(_as("utf-16"))),
    _FAULT("json-utf-32", "is written in UTF-32", _changed(_as("utf-32"))),
    _FAULT("json-twice", "names each member twice", _changed(_repeated)),
    _FAULT("json-nan", "holds NaN", _changed(_plus('"a":NaN'))),
    _FAULT("json-infinity", "holds Infinity", _changed(_plus('"a":-Infinity'))),
    _FAULT("json-1e400", "holds 1e400", _changed(_plus('"a":1e400'))),
    _FAULT(
        "json-digits",
        "holds a number of 5,000 digits",
        _changed(_plus('"a":' + "9" * 5000)),
    ),
    _FAULT(
        "json-fraction-digits",
        "holds a fraction of 5,000 digits",
        _changed(_plus('"a":0.' + "9" * 5000)),
    ),
    _FAULT("json-leading-zero", "holds the number 007", _changed(_plus('"a":007'))),
    _FAULT("json-plus", "holds the number +1", _changed(_plus('"a":+1'))),
    _FAULT("json-hex", "holds the number 0x10", _changed(_plus('"a":0x10'))),
    _FAULT(
        "json-deep",
        "is nested 100,000 deep",
        _changed(_plus('"a":' + "[" * 100_000 + "]" * 100_000)),
    ),
    _FAULT(
        "json-deeper-than-meant",
        "is nested 200 deep",
        _changed(_plus('"a":' + "[" * 200 + "]" * 200)),
    ),
    _FAULT(
        "json-deep-unclosed",
        "opens 500,000 objects",
        _instead(b'{"a":' * 100_000 + b"[" * 100_000),
    ),
    _FAULT("json-surrogate", "holds half a pair", _changed(_plus('"a":"\\ud83d"'))),
    _FAULT(
        "json-surrogate-name",
        "names a member by half a pair",
        _changed(_plus('"\\udc00":1')),
    ),
    _FAULT("json-control", "has a raw line end in a text", _changed(_plus('"a":"\n"'))),
    _FAULT(
        "json-escape", "has an escape of no meaning", _changed(_plus('"a":"\\x41"'))
    ),
    _FAULT("json-trailing", "has text behind the JSON", _changed(_and(b" OK"))),
    _FAULT("json-two", "holds two documents", _changed(lambda body: body * 2)),
    _FAULT("json-nul", "ends with a zero octet", _changed(_and(b"\x00"))),
    _FAULT("json-comment", "holds a comment", _changed(_plus('/* a */"a":1'))),
    _FAULT(
        "json-trailing-comma",
        "has a comma too many",
        _changed(lambda body: body[:-1] + b",}"),
    ),
    _FAULT(
        "json-quotes",
        "has single quotes",
        _changed(lambda body: body.replace(b'"', b"'")),
    ),
    _FAULT(
        "json-prefix", "guards itself by )]}'", _changed(lambda body: b")]}',\n" + body)
    ),
    _FAULT(
        "json-callback",
        "wraps itself in a call",
        _changed(lambda body: b"f(" + body + b")"),
    ),
    _FAULT(
        "json-many-members",
        "has 60,000 members that no page has",
        _changed(lambda body: _plus(_members(60_000))(body)),
        _OPEN,
    ),
    _FAULT(
        "json-many-lists",
        "has 300,000 empty lists",
        _changed(lambda body: _plus('"a":[' + "[]," * 300_000 + "0]")(body)),
        _OPEN,
    ),
    # Content-Encoding: the client asked for none ------------------------------------
    _FAULT("gzip", "is compressed, unasked", _changed(_gzip, coding="gzip"), _OPEN),
    _FAULT(
        "gzip-named-x",
        "is compressed as x-gzip",
        _changed(_gzip, coding="x-gzip"),
        _OPEN,
    ),
    _FAULT(
        "deflate", "is deflated, unasked", _changed(_deflated, coding="deflate"), _OPEN
    ),
    _FAULT("gzip-cut", "is compressed, and cut", _changed(_cut_gzip, coding="gzip")),
    _FAULT("gzip-not", "calls plain JSON gzip", _changed(_same, coding="gzip")),
    _FAULT("gzip-unnamed", "is gzip and does not say so", _changed(_gzip)),
    _FAULT(
        "gzip-bomb", "is 64 MiB of white space in gzip", _changed(_bomb, coding="gzip")
    ),
    _FAULT(
        "gzip-bomb-nested",
        "is 64 MiB in gzip in gzip",
        _changed(_nested_bomb, coding="gzip, gzip"),
    ),
    _FAULT(
        "deflate-bomb",
        "is 64 MiB of white space, deflated",
        _changed(_flat_bomb, coding="deflate"),
    ),
    _FAULT("brotli-not", "calls plain JSON br", _changed(_same, coding="br"), _OPEN),
    _FAULT("zstd-not", "calls plain JSON zstd", _changed(_same, coding="zstd"), _OPEN),
    _FAULT(
        "coding-unknown",
        "has a coding of its own",
        _changed(_same, coding="rot13"),
        _OPEN,
    ),
    _FAULT(
        "coding-identity",
        "says that it is not coded",
        _changed(_same, coding="identity"),
        _SOUND,
    ),
    _FAULT("body-huge", "has a body of 64 MiB", _huge),
    # Content-Type -------------------------------------------------------------------
    _FAULT("wrong-type", "calls its JSON text/plain", _typed("text/plain"), _OPEN),
    _FAULT("type-html", "calls its JSON text/html", _typed("text/html"), _OPEN),
    _FAULT(
        "type-octets",
        "calls its JSON octets",
        _typed("application/octet-stream"),
        _OPEN,
    ),
    _FAULT("type-missing", "does not say what it is", _typed(), _OPEN),
    _FAULT("type-malformed", "calls its JSON ///;;", _typed("///;;"), _OPEN),
    _FAULT("types-conflict", "has two types", _typed(_JSON, "text/html"), _OPEN),
    _FAULT(
        "type-problem",
        "is a problem document",
        _typed("application/problem+json"),
        _OPEN,
    ),
    _FAULT("charset-utf-8", "says UTF-8", _typed(f"{_JSON}; charset=UTF-8"), _SOUND),
    _FAULT(
        "charset-latin-1",
        "says ISO-8859-1",
        _typed(f"{_JSON}; charset=iso-8859-1"),
        _OPEN,
    ),
    _FAULT("charset-utf-16", "says UTF-16", _typed(f"{_JSON}; charset=utf-16"), _OPEN),
    _FAULT("charset-utf-7", "says UTF-7", _typed(f"{_JSON}; charset=utf-7"), _OPEN),
    _FAULT("charset-unknown", "says x-none", _typed(f"{_JSON}; charset=x-none"), _OPEN),
)
