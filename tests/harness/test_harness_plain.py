"""What is read at a look is read as by pieces; everything else is left to those readers."""

from __future__ import annotations

import io
from http.client import HTTPException, HTTPResponse

import h11
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specmill.harness.plain import answer_in, request_in

ASKED = (
    b"POST /~reply=a%20b/acme/otp?x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"X-Key:  k \r\nContent-Length: 2\r\n\r\n{}"
)
TOLD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    b"X-Key:  k \r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
)
_PIECES = st.sampled_from(
    [
        *(b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b"\x00", b"\x80", b"a", b"2", b","),
        *(b"X: a\r\n", b"Content-Length: 2\r\n", b"Transfer-Encoding: chunked\r\n"),
        *(b"Expect: 100-continue\r\n", b"Upgrade: a\r\n", b"Host: b\r\n", b"\xff"),
        *(b"HTTP/1.1 ", b"1.0", b"204", b"103", b"304", b"{}", b"CONNECT", b"\r\n\r\n"),
    ]
)
_EDITS = st.lists(
    st.tuples(st.integers(0, 130), st.integers(0, 4), _PIECES), max_size=3
)


def edited(octets: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    for at, dropped, piece in edits:
        octets = octets[:at] + piece + octets[at + dropped :]
    return octets


def by_h11(octets: bytes) -> tuple[object, ...] | None:
    """Return a request as h11 reads it, if it is one that nothing is due to before."""
    reader = h11.Connection(h11.SERVER)
    reader.receive_data(octets)
    body, request = b"", None
    try:
        while (event := reader.next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Request):
                request = event
                if reader.they_are_waiting_for_100_continue:
                    return None
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage) and request is not None:
                told = [
                    (name.decode("latin-1"), text.decode("latin-1"))
                    for name, text in request.headers.raw_items()
                ]
                line = request.method.decode(), request.target.decode()
                return (*line, tuple(told), body), reader.trailing_data[0]
            else:
                return None
    except h11.RemoteProtocolError:
        pass
    return None


class _Came:
    def __init__(self, octets: bytes) -> None:
        self._octets = octets

    def makefile(self, _: str) -> io.BytesIO:
        return io.BytesIO(self._octets)


def by_the_library(method: str, octets: bytes) -> tuple[object, ...] | None:
    """Return an answer as the standard library reads it; None for what is none."""
    answer = HTTPResponse(_Came(octets), method=method)  # type: ignore[arg-type]
    try:
        answer.begin()
        return answer.status, tuple(answer.getheaders()), answer.read()
    except (HTTPException, OSError):
        return None


def test_a_plain_request_is_read() -> None:
    assert by_h11(ASKED) == request_in(ASKED) is not None


def test_a_plain_answer_is_read() -> None:
    assert by_the_library("POST", TOLD) == answer_in("POST", TOLD) is not None


def test_a_request_without_a_body_is_read() -> None:
    octets = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    assert by_h11(octets) == request_in(octets) is not None


def test_what_comes_after_a_request_is_left() -> None:
    read = request_in(ASKED + ASKED[:9])

    assert read is not None
    assert ASKED[:9] == read[-1]


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        ASKED[:-1],
        ASKED.replace(b"\r\n", b"\n"),
        ASKED.replace(b"1.1\r", b"1.0\r"),
        ASKED.replace(b"POST", b"CONNECT"),
        ASKED.replace(b"Host: 127.0.0.1\r\n", b""),
        ASKED.replace(b"X-Key: ", b"Host: "),
        ASKED.replace(b"X-Key: ", b"Expect: 100-continue"),
        ASKED.replace(b"X-Key: ", b"Upgrade: "),
        ASKED.replace(b"X-Key: ", b"Transfer-Encoding: "),
        ASKED.replace(b"X-Key: ", b"Content-Length: 2 "),
        ASKED.replace(b"X-Key: ", b"X-Key : "),
        ASKED.replace(b"X-Key: ", b" X-Key: "),
        ASKED.replace(b" k ", b"\x00"),
        ASKED.replace(b"Length: 2", b"Length: +2"),
        b"\r\n" + ASKED,
    ],
    ids=ascii,
)
def test_what_is_odd_in_a_request_is_left(octets: bytes) -> None:
    assert request_in(octets) is None


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        TOLD[:-1],
        TOLD.replace(b"\r\n", b"\n"),
        TOLD.replace(b"1.1 ", b"1.0 "),
        TOLD.replace(b"200", b"204"),
        TOLD.replace(b"200", b"304"),
        TOLD.replace(b"200", b"103"),
        TOLD.replace(b"200", b"600"),
        TOLD.replace(b"X-Key: ", b"Transfer-Encoding: "),
        TOLD.replace(b"X-Key: ", b"Content-Length: 2 "),
        TOLD.replace(b"Content-Length: 2\r\n", b""),
        TOLD.replace(b" k ", b"\x00"),
    ],
    ids=ascii,
)
def test_what_is_odd_in_an_answer_is_left(octets: bytes) -> None:
    assert answer_in("POST", octets) is None


def test_what_a_method_makes_odd_is_left() -> None:
    assert answer_in("HEAD", TOLD) is None


def test_blanks_without_end_take_no_time() -> None:
    blanks = b"X:" + b" " * 60_000
    for octets in (blanks, blanks + b"\x00", b"X: a" + blanks):
        assert request_in(ASKED[:40] + octets) is None
        assert answer_in("GET", TOLD[:17] + octets) is None


@settings(max_examples=500)
@given(_EDITS)
def test_a_request_that_is_read_at_a_look_is_read_alike_by_h11(
    edits: list[tuple[int, int, bytes]],
) -> None:
    octets = edited(ASKED, edits)
    read = request_in(octets)

    assert read is None or by_h11(octets) == read


@settings(max_examples=500)
@given(st.sampled_from(["GET", "POST", "HEAD"]), _EDITS)
def test_an_answer_that_is_read_at_a_look_is_read_alike_by_the_library(
    method: str, edits: list[tuple[int, int, bytes]]
) -> None:
    octets = edited(TOLD, edits)
    read = answer_in(method, octets)

    assert read is None or by_the_library(method, octets) == read
