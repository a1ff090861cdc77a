"""Answers whose end nobody knows are none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from specmill.harness.wire import Kept, NoAnswer, Request, send

REQUEST = Request("GET", "/", (), b"")


class Connections(list[int]):
    """How many requests came on each connection."""


@contextmanager
def counting(*, keeps: bool) -> Iterator[tuple[str, Connections]]:
    """Serve two requests on loopback and count them; say where a connection ends."""
    head = "" if keeps else "Connection: close\r\n"
    answer = f"HTTP/1.1 200 OK\r\n{head}Content-Length: 2\r\n\r\n{{}}".encode()
    counts = Connections()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while sum(counts) < 2:
                connection, _ = listening.accept()
                counts.append(0)
                with connection:
                    while sum(counts) < 2 and connection.recv(65536):
                        counts[-1] += 1
                        connection.sendall(answer)
                        if not keeps:
                            break

        served = threading.Thread(target=serve, daemon=True)
        served.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", counts
        served.join(10)


@contextmanager
def answering(*headers: str) -> Iterator[str]:
    """Serve one request on loopback with *headers* and the body `{}`; yield the URL."""
    head = "".join(f"{each}\r\n" for each in headers)
    answer = f"HTTP/1.1 200 OK\r\n{head}\r\n{{}}".encode()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(answer)

        served = threading.Thread(target=serve, daemon=True)
        served.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        served.join(10)


@pytest.mark.parametrize("lengths", [("2", "3"), ("two",), ("-2",), ("",)])
def test_an_answer_without_one_length_is_none(lengths: tuple[str, ...]) -> None:
    headers = (f"Content-Length: {each}" for each in lengths)

    with answering(*headers) as url, pytest.raises(NoAnswer, match="Content-Length"):
        send(url, REQUEST)


@pytest.mark.parametrize("lengths", [("2",), ("2", "2"), ()])
def test_an_answer_with_one_length_or_none_is_read(lengths: tuple[str, ...]) -> None:
    headers = (f"Content-Length: {each}" for each in lengths)

    with answering(*headers) as url:
        assert b"{}" == send(url, REQUEST).content


@pytest.mark.parametrize(("keeps", "due"), [(True, [2]), (False, [1, 1])])
def test_several_requests_have_one_connection_for_as_long_as_it_is_kept(
    keeps: bool, due: list[int]
) -> None:
    with counting(keeps=keeps) as (url, counts), Kept() as kept:
        contents = [kept.send(url, REQUEST).content for _ in range(2)]

    assert [b"{}", b"{}"] == contents
    assert due == counts


def test_a_request_of_its_own_has_a_connection_of_its_own() -> None:
    with counting(keeps=True) as (url, counts):
        for _ in range(2):
            send(url, REQUEST)

    assert [1, 1] == counts


def test_a_connection_that_brought_no_answer_is_made_anew() -> None:
    kept = Kept()
    with answering("Content-Length: two") as url, pytest.raises(NoAnswer):
        kept.send(url, REQUEST)

    with counting(keeps=True) as (url, counts), kept:
        for _ in range(2):
            kept.send(url, REQUEST)

    assert [2] == counts
