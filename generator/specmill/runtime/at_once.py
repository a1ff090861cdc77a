"""Read an answer that came whole and has nothing odd about it, at a look.

Below `exchange`: most answers are so, and h11, which takes an answer apart by pieces,
costs more than the rest of a call. Whatever is not plain is left to h11; what is plain
is read as h11 reads it, which a test holds.
"""

from __future__ import annotations

import re
from typing import Final

from .transport import MAX_HEAD, Answer

_HEAD: Final = re.compile(
    rb"HTTP/1\.1 ([2-5][0-9]{2}) [\t -~\x80-\xff]*\r\n"
    rb"((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~\x80-\xff]*\r\n)+)\r\n"
)
_BODILESS: Final = frozenset({"HEAD", "CONNECT"})
"""Methods whose answers have no body of the length that they tell."""
_EMPTY: Final = frozenset({204, 304})
"""HTTP statuses whose answers have none."""
_FRAMING: Final = frozenset({"content-length", "transfer-encoding"})
_DIGITS: Final = re.compile("[0-9]{1,9}")


def is_plain(octets: bytes) -> bool:
    """Tell whether *octets* begin with a head that has nothing odd about it."""
    return _HEAD.match(octets) is not None


def at_once(method: str, octets: bytes, max_answer: int) -> Answer | None:
    """Return the answer to a request by *method*; None where it is not whole and plain."""
    head = _HEAD.match(octets)
    if head is None or head.end() > MAX_HEAD or method in _BODILESS:
        return None
    status = int(head[1])
    lines = head[2].decode("latin-1").split("\r\n")[:-1]
    headers = tuple(
        (name.lower(), text.strip(" \t"))
        for name, _, text in (line.partition(":") for line in lines)
    )
    framing = [pair for pair in headers if pair[0] in _FRAMING]
    if status in _EMPTY or len(framing) != 1:
        return None
    name, text = framing[0]
    if name != "content-length" or not _DIGITS.fullmatch(text):
        return None
    begin, end = head.end(), head.end() + int(text)
    if end > len(octets) or end - begin > max_answer:
        return None
    return Answer(status, headers, octets[begin:end])
