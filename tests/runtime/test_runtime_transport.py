"""What the transports do on a real network: each test has a server of its own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from runtime_server import Behavior, Server, answer, dripping, sending

from specmill.runtime import http1, streams
from specmill.runtime.exchange import Target
from specmill.runtime.foreign import AsyncHttpxTransport, HttpxTransport
from specmill.runtime.http1 import AsyncDirectTransport, DirectTransport
from specmill.runtime.transport import Answer, Failure, Request

Send = Callable[..., Answer]
LIMIT = 4096
HELLO = answer({"hello": "world"})
HEADERS = (("X-Toy", "caf\xe9"), ("Accept-Encoding", "identity"))


def _direct(request: Request, seconds: float, **more: Any) -> Answer:
    return DirectTransport(max_answer=LIMIT, **more).send(
        request, time.monotonic() + seconds
    )


def _async_direct(request: Request, seconds: float, **more: Any) -> Answer:
    transport = AsyncDirectTransport(max_answer=LIMIT, **more)
    return asyncio.run(transport.send(request, time.monotonic() + seconds))


def _httpx(request: Request, seconds: float) -> Answer:
    transport = HttpxTransport(httpx2.HTTPTransport(trust_env=False), LIMIT)
    with contextlib.closing(transport):
        return transport.send(request, time.monotonic() + seconds)


def _async_httpx(request: Request, seconds: float) -> Answer:
    async def sent() -> Answer:
        inner = httpx2.AsyncHTTPTransport(trust_env=False)
        transport = AsyncHttpxTransport(inner, LIMIT)
        try:
            return await transport.send(request, time.monotonic() + seconds)
        finally:
            await transport.aclose()

    return asyncio.run(sent())


every = pytest.mark.parametrize("send", [_direct, _async_direct, _httpx, _async_httpx])
# A synchronous transport of httpx2 waits for each piece anew; it cannot be cut off.
timed = pytest.mark.parametrize("send", [_direct, _async_direct, _async_httpx])
ours = pytest.mark.parametrize("send", [_direct, _async_direct])


@contextlib.contextmanager
def serving(behavior: Behavior, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with Server(behavior, tls).running() as server:
        yield server


def post(
    server: Server, body: bytes | None = b'{"a":1}', method: str = "POST"
) -> Request:
    return Request(method, f"{server.url}/v1/otp?mid=a%20b", HEADERS, body)


def failure(send: Send, request: Request, seconds: float = 3) -> Failure:
    with pytest.raises(Failure) as caught:
        send(request, seconds)
    return caught.value


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


@every
def test_an_answer_comes_back_whole(send: Send) -> None:
    with serving(sending(answer({"a": 1}, "402 Odd", "X-Reply: yes\r\n"))) as server:
        got = send(post(server), 3)

    assert (402, b'{"a": 1}') == (got.status, got.body)
    assert ("x-reply", "yes") in [(name.lower(), text) for name, text in got.headers]


@every
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_body_is_sent_with_its_length(send: Send, method: str) -> None:
    with serving(sending(HELLO)) as server:
        send(post(server, method=method), 3)

    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(f"{method} /v1/otp?mid=a%20b HTTP/1.1\r\n".encode())
    assert b"content-length: 7" in head.lower()
    assert b'{"a":1}' == body


@every
def test_headers_are_sent_as_latin_1(send: Send) -> None:
    with serving(sending(HELLO)) as server:
        send(post(server), 3)

    assert b"X-Toy: caf\xe9\r\n" in server.requests[0]


@ours
@pytest.mark.parametrize(
    "header",
    [
        ("X-Toy", "a\r\nX-Other: b"),
        ("X-Toy", "a\n"),
        ("X-Toy", " a"),
        ("X-Toy", "a\x00"),
        ("X-Toy", "\u20ac"),
        ("X-Toy: a\r\nX-Other", "b"),
        ("X Toy", "a"),
        ("", "a"),
        ("Host", "b"),
        ("content-length", "7"),
        ("Transfer-Encoding", "chunked"),
    ],
    ids=ascii,
)
def test_a_header_that_would_change_the_request_is_not_sent(
    send: Send, header: tuple[str, str]
) -> None:
    with serving(sending(HELLO)) as server:
        request = replace(post(server), headers=(*HEADERS, header))

        assert not failure(send, request).sent
        assert 0 == server.connections


@ours
@pytest.mark.parametrize("method", ["", "post", "PO ST", "POST\r\n"])
def test_a_method_that_is_none_is_not_sent(send: Send, method: str) -> None:
    with serving(sending(HELLO)) as server:
        assert not failure(send, post(server, method=method)).sent


@ours
def test_a_get_without_a_body_has_no_length(send: Send) -> None:
    with serving(sending(HELLO)) as server:
        send(post(server, None, "GET"), 3)

    assert b"content-length" not in server.requests[0].lower()


@every
def test_a_refused_connection_means_that_nothing_was_sent(send: Send) -> None:
    url = f"http://127.0.0.1:{_free_port()}/"
    failed = failure(send, Request("POST", url, (), b"{}"))

    assert (False, "connection-lost") == (failed.sent, failed.reason)


@ours
def test_a_host_without_an_address_means_that_nothing_was_sent(send: Send) -> None:
    failed = failure(send, Request("POST", "http://no-such-host.invalid/", (), b"{}"))

    assert not failed.sent


@pytest.mark.parametrize("is_silent", [False, True], ids=["refused", "silent"])
def test_of_several_addresses_the_first_that_answers_is_used(
    is_silent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined, port = streams._joined, _free_port()

    async def join(*address: Any) -> socket.socket:
        if is_silent and address[-1][1] == port:
            await asyncio.sleep(60)
        return await joined(*address)

    async def addresses(target: Target) -> list[Any]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 0, "")
        return [(*kind, (target.host, each)) for each in (port, target.port)]

    monkeypatch.setattr(streams, "_joined", join)
    monkeypatch.setattr(streams, "_addresses", addresses)
    with serving(sending(HELLO)) as server:
        assert 200 == _async_direct(post(server), 5).status


def test_an_awaited_call_is_made_under_trio() -> None:
    trio = pytest.importorskip("trio")
    with serving(sending(HELLO)) as server:
        until = time.monotonic() + 5
        found = trio.run(AsyncDirectTransport().send, post(server), until)

    assert 200 == found.status


@every
@pytest.mark.parametrize(
    "piece", [b"", b"HTTP/1.1 200 OK\r\nConte", HELLO[:-1], b"HTTP/1.1 100 Go\r\n\r\n"]
)
def test_a_connection_closed_too_early_leaves_the_outcome_open(
    send: Send, piece: bytes
) -> None:
    with serving(sending(piece)) as server:
        failed = failure(send, post(server))

    assert failed.sent


@ours
@pytest.mark.parametrize(
    "piece", [b"", b"HTTP/1.1 200 OK\r\nConte", HELLO[:-1], b"HTTP/1.1 100 Go\r\n\r\n"]
)
def test_a_connection_closed_too_early_is_a_lost_one(send: Send, piece: bytes) -> None:
    with serving(sending(piece)) as server:
        failed = failure(send, post(server))

    assert "connection-lost" == failed.reason


@timed
@pytest.mark.parametrize(
    "octets",
    [HELLO, HELLO.replace(b"\r\n\r\n", b"\r\nX-Long: " + b"y" * 500 + b"\r\n\r\n")],
    ids=["body", "head"],
)
def test_an_answer_that_drips_is_cut_off_at_the_deadline(
    send: Send, octets: bytes
) -> None:
    with serving(dripping(octets, 0.1)) as server:
        started = time.monotonic()
        failed = failure(send, post(server), 0.5)
        took = time.monotonic() - started

    assert (True, "timeout") == (failed.sent, failed.reason)
    assert took < 1.5


@every
def test_a_silent_server_is_left_at_the_deadline(send: Send) -> None:
    with serving(lambda connection: threading.Event().wait(3)) as server:
        failed = failure(send, post(server), 0.3)

    assert (True, "timeout") == (failed.sent, failed.reason)


@timed
def test_interim_answers_without_end_are_cut_off_at_the_deadline(send: Send) -> None:
    endless = [b"HTTP/1.1 102 Processing\r\n\r\n"] * 100
    with serving(dripping(b"".join(endless), 0.02)) as server:
        failed = failure(send, post(server), 0.4)

    assert "timeout" == failed.reason


@every
def test_a_passed_deadline_sends_nothing(send: Send) -> None:
    with serving(sending(HELLO)) as server:
        failed = failure(send, post(server), -1)

    assert (False, 0) == (failed.sent, len(server.requests))


@every
@pytest.mark.parametrize(
    "octets",
    [
        answer(b"x" * (LIMIT + 1)),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"200\r\n" + b"x" * 512 + b"\r\n" for _ in range(9)),
        b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 10_000,
    ],
    ids=["length", "chunked", "until-closed"],
)
def test_a_large_answer_is_given_up(send: Send, octets: bytes) -> None:
    with serving(sending(octets)) as server:
        failed = failure(send, post(server))

    assert (True, "unreadable") == (failed.sent, failed.reason)


@ours
def test_frames_without_measure_are_given_up(send: Send) -> None:
    frame = b"1;" + b"e" * 5000 + b"\r\nx\r\n"
    octets = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + frame * 100
    with serving(sending(octets)) as server:
        failed = failure(send, post(server))

    assert "the answer is larger than 4096 octets" == failed.detail


@ours
@pytest.mark.parametrize(
    "octets",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 20_000,
        b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n",
    ],
    ids=["ssh", "status", "lengths", "negative", "chunk", "1.0", "head", "upgrade"],
)
def test_what_is_not_http_is_unreadable(send: Send, octets: bytes) -> None:
    with serving(sending(octets)) as server:
        failed = failure(send, post(server))

    assert (True, "unreadable") == (failed.sent, failed.reason)


@ours
def test_two_answers_on_one_connection_never_reach_the_next_call(send: Send) -> None:
    first, second = answer({"customer": 1}), answer({"customer": 2})
    with serving(sending(first + second)) as server:
        bodies = [send(post(server), 3).body for _ in range(2)]

    assert [b'{"customer": 1}'] * 2 == bodies
    assert 2 == server.connections


@ours
def test_an_early_refusal_is_read_although_the_request_is_not_taken(send: Send) -> None:
    def refuse(connection: socket.socket) -> None:
        connection.sendall(answer({}, "413 Too Large"))
        connection.shutdown(socket.SHUT_RD)

    with serving(refuse) as server:
        assert 413 == send(post(server), 3).status


def test_an_answer_that_came_before_the_request_was_out_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = socket.socketpair()

    def refuse() -> None:
        theirs.recv(10)
        theirs.sendall(answer({}, "413 Too Large"))
        theirs.close()

    monkeypatch.setattr(http1, "connected", lambda target, deadline: ours)
    threading.Thread(target=refuse, daemon=True).start()
    request = Request("POST", "http://a/", (), b"x" * 10_000_000)

    assert 413 == _direct(request, 3).status


def test_a_connection_that_takes_no_byte_means_that_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    monkeypatch.setattr(http1, "connected", lambda target, deadline: ours)

    assert not failure(_direct, Request("POST", "http://a/", (), b"{}")).sent


def test_a_body_of_httpx2_that_drips_is_cut_off_at_the_deadline() -> None:
    class Dripping(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            for _ in range(40):
                time.sleep(0.05)
                yield b" "

    inner = httpx2.MockTransport(lambda _: httpx2.Response(200, stream=Dripping()))
    request = Request("POST", "http://a/", (), b"{}")
    with pytest.raises(Failure) as caught:
        HttpxTransport(inner).send(request, time.monotonic() + 0.2)

    assert (True, "timeout") == (caught.value.sent, caught.value.reason)


@ours
def test_a_failed_call_closes_its_connection_at_once(send: Send) -> None:
    closed = threading.Event()

    def wait(connection: socket.socket) -> None:
        if connection.recv(1) == b"":
            closed.set()

    with serving(wait) as server:
        failed = failure(send, post(server), 0.2)

        assert closed.wait(2), failed


@ours
def test_a_redirect_is_an_answer_like_any_other(send: Send) -> None:
    headers = "Location: http://127.0.0.1:1/\r\nSet-Cookie: a=b\r\n"
    with serving(sending(answer({}, "307 Temporary", headers))) as server:
        got = send(post(server), 3)

    assert (307, 1) == (got.status, server.connections)


@ours
def test_proxies_of_the_environment_are_not_used(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with serving(sending(HELLO)) as server:
        assert 200 == send(post(server), 3).status


@ours
def test_nothing_is_logged(send: Send, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(sending(HELLO)) as server:
        send(post(server), 3)

    told = [record.name for record in caplog.records if record.name != "asyncio"]
    assert [] == told


def test_every_connection_is_closed_after_its_call() -> None:
    async def calls(server: Server) -> None:
        for _ in range(3):
            await AsyncDirectTransport().send(post(server), time.monotonic() + 3)

    with serving(sending(HELLO)) as server:
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(3):
            _direct(post(server), 3)
        asyncio.run(calls(server))
        time.sleep(0.2)
        after = len(list(Path("/proc/self/fd").iterdir()))

    assert after <= before


def test_a_cancelled_call_closes_its_connection() -> None:
    closed = threading.Event()

    def wait(connection: socket.socket) -> None:
        if connection.recv(1) == b"":
            closed.set()

    async def cancelled(server: Server) -> None:
        sending_ = AsyncDirectTransport().send(post(server), time.monotonic() + 5)
        task = asyncio.ensure_future(sending_)
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with serving(wait) as server:
        asyncio.run(cancelled(server))

        assert closed.wait(3)


@pytest.mark.parametrize("shown", [repr, str])
def test_a_request_shows_neither_url_nor_headers_nor_body(
    shown: Callable[[object], str],
) -> None:
    request = Request("POST", "https://a/?secret=1", (("X", "secret"),), b"secret")

    assert "<Request POST>" == shown(request)


def test_an_answer_shows_its_status_alone() -> None:
    assert "<Answer 200>" == repr(Answer(200, (("X", "secret"),), b"secret"))


# TLS: a certificate made for the test, trusted only where the test says so.


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    both = folder / "both.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    texts = [(folder / name).read_text() for name in ("key.pem", "cert.pem")]
    both.write_text("".join(texts))
    return both


def served_by(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


@ours
def test_a_trusted_server_is_talked_to(send: Send, certificate: Path) -> None:
    with serving(sending(HELLO), served_by(certificate)) as server:
        got = send(post(server), 3, ssl_context=trusting(certificate))

    assert 200 == got.status


@ours
def test_an_untrusted_server_is_sent_nothing(send: Send, certificate: Path) -> None:
    with serving(sending(HELLO), served_by(certificate)) as server:
        failed = failure(send, post(server))

    assert (False, []) == (failed.sent, server.requests)
    assert "no connection: self-signed certificate" == failed.detail


@ours
def test_a_server_of_another_name_is_sent_nothing(
    send: Send, certificate: Path
) -> None:
    with serving(sending(HELLO), served_by(certificate)) as server:
        server.url = server.url.replace("localhost", "127.0.0.1")
        with pytest.raises(Failure) as caught:
            send(post(server), 3, ssl_context=trusting(certificate))

    assert (False, []) == (caught.value.sent, server.requests)


@ours
def test_a_cut_connection_is_no_end_of_an_answer(send: Send, certificate: Path) -> None:
    octets = b'HTTP/1.1 200 OK\r\n\r\n{"whole": false}'
    context = trusting(certificate)
    context.options |= ssl.OP_IGNORE_UNEXPECTED_EOF  # as some versions of Python do
    with (
        serving(sending(octets), served_by(certificate)) as server,
        pytest.raises(Failure) as caught,
    ):
        send(post(server), 3, ssl_context=context)

    assert (True, "connection-lost") == (caught.value.sent, caught.value.reason)


@ours
def test_a_server_that_never_shakes_hands_is_left_at_the_deadline(send: Send) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"https://127.0.0.1:{deaf.getsockname()[1]}/"
        failed = failure(send, Request("POST", url, (), b"{}"), 0.3)

    assert (False, "timeout") == (failed.sent, failed.reason)
