"""Read a request or an answer that came whole and has nothing odd about it, at a look.

Most are so, and the readers that take HTTP apart piece by piece cost as much as judging
what it says. Whatever is not plain is left to them; what is plain is read as they read
it, which a test holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NAME: Final = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_LINES: Final = rb"((?:" + _NAME + rb":[\t -~\x80-\xff]*\r\n){1,100})\r\n"
_REQUEST: Final = re.compile(rb"(" + _NAME + rb") ([!-~]+) HTTP/1\.1\r\n" + _LINES)
_ANSWER: Final = re.compile(rb"HTTP/1\.1 ([2-5][0-9]{2}) [\t -~]*\r\n" + _LINES)
_LENGTH: Final = re.compile("[0-9]{1,6}")
_MOST: Final = 16384
"""Octets of a head that is read at a look."""
_OTHERWISE: Final = frozenset({"transfer-encoding", "expect", "upgrade"})
"""Headers by which something else follows than a body of the length that is told."""
_EMPTY: Final = frozenset({204, 304})
"""HTTP statuses whose answers have no body."""

Headers = tuple[tuple[str, str], ...]
Asked = tuple[str, str, Headers, bytes]
"""Method, target, headers and body."""


def request_in(octets: bytes) -> tuple[Asked, bytes] | None:
    """Return the request that comes first, and the rest; None unless it is whole and plain."""
    head = _REQUEST.match(octets)
    if head is None or head.end() > _MOST or head[1] == b"CONNECT":
        return None
    pairs = _pairs(head[3])
    names = [name.lower() for name, _ in pairs]
    length = _length(names, pairs)
    end = head.end() + length
    if names.count("host") != 1 or length < 0 or end > len(octets):
        return None
    headers = tuple((name, text.strip(" \t")) for name, text in pairs)
    body = octets[head.end() : end]
    return (head[1].decode(), head[2].decode(), headers, body), octets[end:]


def answer_in(method: str, octets: bytes) -> tuple[int, Headers, bytes] | None:
    """Return status, headers and body of the answer to a request by *method*.

    None where it is not whole and plain.
    """
    head = _ANSWER.match(octets)
    if head is None or head.end() > _MOST or method in ("HEAD", "CONNECT"):
        return None
    pairs = _pairs(head[2])
    names = [name.lower() for name, _ in pairs]
    length, status = _length(names, pairs), int(head[1])
    end = head.end() + length
    is_told = "content-length" in names and status not in _EMPTY
    if not is_told or length < 0 or end > len(octets):
        return None
    headers = tuple((name, text.lstrip(" \t")) for name, text in pairs)
    return status, headers, octets[head.end() : end]


def _pairs(lines: bytes) -> list[tuple[str, str]]:
    """Return names and what follows each colon."""
    told = lines.decode("latin-1").split("\r\n")[:-1]
    return [(name, text) for name, _, text in (each.partition(":") for each in told)]


def _length(names: Sequence[str], pairs: Sequence[tuple[str, str]]) -> int:
    """Return the octets of the body, less than none where that is not plain."""
    if not _OTHERWISE.isdisjoint(names):
        return -1
    told = [
        text.strip(" \t")
        for name, (_, text) in zip(names, pairs, strict=True)
        if name == "content-length"
    ]
    if len(told) > 1 or not all(map(_LENGTH.fullmatch, told)):
        return -1
    return int(told[0]) if told else 0
