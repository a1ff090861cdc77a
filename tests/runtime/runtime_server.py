"""A server of raw sockets that behaves as a test says, on a port of its own."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Final

Behavior = Callable[[socket.socket], object]


class Server:
    """Accepts connections one by one and keeps the octets of every request."""

    def __init__(self, behavior: Behavior, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self.url = ""
        self._behavior = behavior
        self._tls = tls

    @contextlib.contextmanager
    def running(self) -> Iterator[Server]:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            scheme = "https" if self._tls else "http"
            host = "localhost" if self._tls else "127.0.0.1"
            self.url = f"{scheme}://{host}:{listener.getsockname()[1]}"
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
            yield self

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self.connections += 1
                serve = threading.Thread(
                    target=self._serve, args=(connection,), daemon=True
                )
                serve.start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(5)
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                self.requests.append(request_on(connection))
                self._behavior(connection)


def request_on(connection: socket.socket) -> bytes:
    """Read one request, by its Content-Length."""
    octets = b""
    while b"\r\n\r\n" not in octets:
        octets += _more(connection)
    head, _, body = octets.partition(b"\r\n\r\n")
    lengths = [
        int(line.partition(b":")[2])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    ]
    while len(body) < sum(lengths):
        body += _more(connection)
    return head + b"\r\n\r\n" + body


def _more(connection: socket.socket) -> bytes:
    octets = connection.recv(65536)
    if not octets:
        raise OSError("the client went away")
    return octets


def answer(value: object, status: str = "200 OK", headers: str = "") -> bytes:
    """Return a whole HTTP answer with a JSON body."""
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


def sending(*pieces: bytes) -> Behavior:
    def behave(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return behave


def dripping(octets: bytes, pause: float) -> Behavior:
    """Send one octet at a time, for far longer than any test waits."""

    def behave(connection: socket.socket) -> None:
        for octet in octets:
            connection.sendall(bytes([octet]))
            threading.Event().wait(pause)

    return behave


VERIFIED: Final = {
    "resultInfo": {"resultStatus": "S", "resultCode": "0000", "resultMsg": "Success"},
    "reference": "R1",
}
REFUSED: Final = {
    "resultInfo": {
        "resultStatus": "F",
        "resultCode": "403",
        "resultMsg": "Invalid OTP entered",
    }
}
