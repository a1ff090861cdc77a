"""Answers whose end nobody knows are none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from specmill.harness.wire import NoAnswer, Request, send

REQUEST = Request("GET", "/", (), b"")


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
