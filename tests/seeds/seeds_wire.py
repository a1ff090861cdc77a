"""What the tests of the five pages share: a wire that keeps what was sent, and clients.

Every value is made up. A test of a page says what it sends and what comes back; what
the generated client makes of it is the fact under test.
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx2

from partner_apis._runtime.violations import Violation
from partner_apis.aopay import AopayClient
from partner_apis.ayoconnect import AyoconnectClient
from partner_apis.paytm import PaytmClient
from specmill import ir

Json = Any

AOPAY = {"registration_id": "SYN-001", "company_code": "SYN0001"}
PAYTM = {"user": "synthetic-user", "password": "synthetic-password"}
AYOCONNECT = {
    "client_secret": "synthetic-client-secret",
    "b2b_token": "synthetic-b2b-token",
    "b2b2c_token": "synthetic-b2b2c-token",
    "partner_id": "SYNTHP",
    "channel_id": "12345",
    "merchant_id": "SYNTHM",
}
MOMENT = datetime(2024, 5, 6, 7, 8, 9, 654321, timezone(timedelta(hours=7)))
"""The time of the calls, with a fraction that no page has a place for."""


@dataclass
class Wire:
    """A transport that gives one answer to every request and keeps what was sent."""

    answer: Json = None
    status: int = 200
    fault: type[httpx2.TransportError] | None = None
    sent: list[httpx2.Request] = field(default_factory=list)

    @property
    def transport(self) -> httpx2.MockTransport:
        return httpx2.MockTransport(self._respond)

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        if self.fault is not None:
            raise self.fault("synthetic", request=request)
        return httpx2.Response(self.status, json=self.answer)

    @property
    def request(self) -> httpx2.Request:
        """The one request that was sent."""
        (request,) = self.sent
        return request

    @property
    def body(self) -> Json:
        """The JSON value of the one request, its members in the order they were sent."""
        return json.loads(self.request.content)


def aopay(wire: Wire, **settings: Any) -> AopayClient:
    return AopayClient(**_settings(wire, "production", AOPAY, settings))


def paytm(wire: Wire, **settings: Any) -> PaytmClient:
    return PaytmClient(**_settings(wire, "staging", PAYTM, settings))


def ayoconnect(wire: Wire, **settings: Any) -> AyoconnectClient:
    given = {"clock": lambda: MOMENT, **settings}
    return AyoconnectClient(**_settings(wire, "sandbox", AYOCONNECT, given))


def _settings(
    wire: Wire, environment: str, credentials: dict[str, str], given: dict[str, Any]
) -> dict[str, Any]:
    here = {"environment": environment, "credentials": credentials}
    return {**here, "transport": wire.transport, **given}


@dataclass
class Listener:
    """A server of its own on the loopback, with one answer to every request."""

    url: str
    requests: list[bytes] = field(default_factory=list)


@contextlib.contextmanager
def listening(answer: bytes | None) -> Iterator[Listener]:
    """Answer every request with *answer*: b"" hangs up, None keeps the line open."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        listener = Listener(f"http://127.0.0.1:{server.getsockname()[1]}")
        is_over = threading.Event()
        arguments = (server, listener, answer, is_over)
        threading.Thread(target=_accept, args=arguments, daemon=True).start()
        try:
            yield listener
        finally:
            is_over.set()


def _accept(
    server: socket.socket,
    listener: Listener,
    answer: bytes | None,
    is_over: threading.Event,
) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = server.accept()
            with connection:
                connection.settimeout(5)
                listener.requests.append(_request_on(connection))
                if answer is None:
                    is_over.wait(5)
                else:
                    connection.sendall(answer)


def _request_on(connection: socket.socket) -> bytes:
    octets = b""
    while not _is_whole(octets):
        more = connection.recv(65536)
        if not more:
            break
        octets += more
    return octets


def _is_whole(octets: bytes) -> bool:
    head, end, body = octets.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    lengths = [line[15:] for line in lines if line.startswith(b"content-length:")]
    return bool(end) and len(body) >= sum(int(length) for length in lengths)


def http(status: str, answer: Json) -> bytes:
    """Return a whole HTTP answer with a JSON body."""
    body = json.dumps(answer).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def told(violations: Sequence[Violation]) -> list[str]:
    """Return what a validator found as sentences: pointer, limit, page and evidence."""
    return [str(violation) for violation in violations]


def changed(value: Json, *path: str, to: Json) -> Json:
    """Return a copy of *value* with *to* at *path*."""
    name, *rest = path
    return {**value, name: changed(value[name], *rest, to=to) if rest else to}


def fields_of(operation: ir.Operation) -> dict[str, ir.Field]:
    """Return every field of an operation by where its fact stands."""
    tops = [each for _, place in operation.request.places() for each in place]
    tops += [each for reply in operation.replies for each in reply.body.fields]
    return {each.path: each for top in tops for each in _with_inner(top)}


def _with_inner(top: ir.Field) -> Iterator[ir.Field]:
    yield top
    match top.type:
        case ir.Record(fields=inner):
            for each in inner:
                yield from _with_inner(each)
        case ir.Array(item=inner) | ir.Map(value=inner):
            yield from _with_inner(inner)


def decision(operation: ir.Operation, number: str) -> ir.Defect:
    """Return the one defect with *number*."""
    (found,) = (each for each in operation.defects if each.id == number)
    return found
