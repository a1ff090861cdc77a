"""What is read at once is read as h11 reads it; everything else is left to h11."""

from __future__ import annotations

import h11
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specmill.runtime.at_once import at_once
from specmill.runtime.exchange import Reading
from specmill.runtime.transport import MAX_HEAD, Answer, Failure

LIMIT = 100
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
PLAIN = HEAD + b"Content-Length: 2\r\n\r\n{}"


def _by_h11(method: str, octets: bytes) -> tuple[object, ...] | None:
    """Return status, headers and body as h11 reads them; None for what is no answer."""
    reader = h11.Connection(h11.CLIENT)
    reader.send(h11.Request(method=method, target="/", headers=[("Host", "a")]))
    reader.send(h11.EndOfMessage())
    reader.receive_data(octets)
    body, response = b"", None
    try:
        while (event := reader.next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.InformationalResponse):
                return None
            if isinstance(event, h11.Response):
                response = event
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage) and response is not None:
                headers = [(name, text) for name, text in response.headers]
                return response.status_code, headers, body
    except h11.RemoteProtocolError:
        pass
    return None


def _told(answer: Answer) -> tuple[object, ...]:
    headers = [(a.encode("latin-1"), b.encode("latin-1")) for a, b in answer.headers]
    return answer.status, headers, answer.body


def test_a_plain_answer_is_read() -> None:
    answer = at_once("POST", PLAIN, LIMIT)

    assert answer is not None
    assert _by_h11("POST", PLAIN) == _told(answer)


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        PLAIN[:-1],
        PLAIN.replace(b"\r\n", b"\n"),
        PLAIN.replace(b"1.1", b"1.0"),
        PLAIN.replace(b"200 OK", b"200"),
        PLAIN.replace(b"200", b"204"),
        PLAIN.replace(b"200", b"304"),
        PLAIN.replace(b"200", b"103"),
        PLAIN.replace(b"200", b"600"),
        PLAIN.replace(b"Length: 2", b"Length: +2"),
        PLAIN.replace(b"Length: 2", b"Length: 2, 2"),
        PLAIN.replace(b"Length: 2", b"Length: \xb2"),
        PLAIN.replace(b"Content-Length: 2", b"Content-Length: 2\r\nContent-Length: 2"),
        PLAIN.replace(b"Content-Length: 2", b"Transfer-Encoding: chunked"),
        PLAIN.replace(b"Content-Length: 2", b"X: a\r\n b\r\nContent-Length: 2"),
        PLAIN.replace(b"Content-Length: 2", b"X : a\r\nContent-Length: 2"),
        PLAIN.replace(b"Content-Length: 2", b"X: \x00\r\nContent-Length: 2"),
        HEAD + b"\r\n{}",
        HEAD + b"Content-Length: 101\r\n\r\n" + b"x" * 101,
        b"\r\n" + PLAIN,
        b"HTTP/1.1 200 OK\r\n\r\n",
    ],
    ids=ascii,
)
def test_what_is_odd_is_left(octets: bytes) -> None:
    assert at_once("POST", octets, LIMIT) is None


def test_what_a_method_makes_odd_is_left() -> None:
    assert at_once("HEAD", PLAIN, LIMIT) is None


def test_blanks_without_end_take_no_time() -> None:
    blanks = b"X:" + b" " * 60_000
    for octets in (HEAD + blanks, HEAD + blanks + b"\x00", HEAD + b"X: a" + blanks):
        assert at_once("POST", octets, LIMIT) is None


_PIECES = st.sampled_from(
    [
        *(b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b"\x00", b"\x80", b"a", b"2", b","),
        *(b"X: a\r\n", b"Content-Length: 2\r\n", b"Transfer-Encoding: chunked\r\n"),
        *(b"HTTP/1.1 ", b"1.0", b"204", b"103", b"{}"),
    ]
)


@settings(max_examples=400)
@given(
    st.sampled_from(["GET", "POST", "HEAD"]),
    st.lists(
        st.tuples(st.integers(0, len(PLAIN)), st.integers(0, 3), _PIECES), max_size=3
    ),
)
def test_what_is_read_at_once_is_read_alike_by_h11(
    method: str, edits: list[tuple[int, int, bytes]]
) -> None:
    octets = PLAIN
    for at, dropped, piece in edits:
        octets = octets[:at] + piece + octets[at + dropped :]
    answer = at_once(method, octets, LIMIT)

    assert answer is None or _by_h11(method, octets) == _told(answer)


# What follows reads what does not come at once -------------------------------------------

CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def _with_extension(size: int) -> bytes:
    return CHUNKED + b"2;" + b"a" * size + b"\r\n{}\r\n0\r\n\r\n"


def test_a_line_between_chunks_is_cut_off_however_it_comes() -> None:
    octets = _with_extension(MAX_HEAD + 8192)

    with pytest.raises(Failure, match="not HTTP"):
        Reading("POST", 10**6).feed(octets)


def test_a_line_between_chunks_that_is_no_longer_than_a_head_is_read() -> None:
    answer = Reading("POST", 10**6).feed(_with_extension(MAX_HEAD - 4096))

    assert answer is not None and b"{}" == answer.body


@pytest.mark.parametrize("more", [b"", b" " * 9000])
def test_what_stands_behind_chunks_ends_the_connection(more: bytes) -> None:
    reading = Reading("POST", 10**6)
    octets = CHUNKED + b"1000\r\n" + b" " * 4096 + b"\r\n0\r\n\r\n" + more

    assert reading.feed(octets) is not None
    assert (not more) == reading.is_over
