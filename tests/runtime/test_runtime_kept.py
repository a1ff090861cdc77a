"""When a connection is used again, and when it never is."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from runtime_keeper import Keeper
from runtime_miniature import (
    CALL,
    AsyncToypayClient,
    ToypayClient,
    forked,
    settings,
)
from runtime_server import REFUSED, VERIFIED, Behavior, Server, answer, request_on

from specmill.harness.certificates import Certificates
from specmill.runtime.errors import InvalidSetting
from specmill.runtime.exchange import Exchange, Target
from specmill.runtime.http1 import AsyncDirectTransport, DirectTransport
from specmill.runtime.keeping import PER_HOST
from specmill.runtime.transport import Failure, Request

Between = Callable[[], object]
Calls = Callable[..., list[str]]
SOUND = answer(VERIFIED)
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    + f"{len(SOUND.partition(b'{')[2]) + 1:x}\r\n".encode()
    + b"{"
    + SOUND.partition(b"{")[2]
    + b"\r\n0\r\n\r\n"
)


def _nothing() -> None:
    pass


def _sync(given: dict[str, Any], between: Between = _nothing) -> list[str]:
    """Make two calls and say how each ended."""
    ends: list[str] = []
    with ToypayClient(**given) as client:
        for _ in range(2):
            try:
                client.verify_otp(**CALL)
                ends.append("answered")
            except Exception as error:
                ends.append(type(error).__name__)
            between()
    return ends


def _async(given: dict[str, Any], between: Between = _nothing) -> list[str]:
    async def called() -> list[str]:
        ends: list[str] = []
        async with AsyncToypayClient(**given) as client:
            for _ in range(2):
                try:
                    await client.verify_otp(**CALL)
                    ends.append("answered")
                except Exception as error:
                    ends.append(type(error).__name__)
                between()
        return ends

    return asyncio.run(called())


def _by_httpx2(given: dict[str, Any], between: Between = _nothing) -> list[str]:
    verify = given.pop("ssl_context", True)
    transport = httpx2.HTTPTransport(verify=verify, trust_env=False)
    return _sync({**given, "transport": transport}, between)


def _by_async_httpx2(given: dict[str, Any], between: Between = _nothing) -> list[str]:
    verify = given.pop("ssl_context", True)
    transport = httpx2.AsyncHTTPTransport(verify=verify, trust_env=False)
    return _async({**given, "transport": transport}, between)


every = pytest.mark.parametrize(
    "calls",
    [_sync, _async, _by_httpx2, _by_async_httpx2],
    ids=["sync", "async", "httpx2", "async httpx2"],
)
FINE = ["answered", "answered"]


def keeping(*answers: bytes, pause: float = 0.0) -> Behavior:
    """Answer each request on a connection with the next of *answers*, then the last."""

    def behave(connection: socket.socket) -> None:
        for each in (*answers, *[answers[-1]] * 9):
            for piece in each.split(b"<pause>"):
                connection.sendall(piece)
                time.sleep(pause)
            request_on(connection)

    return behave


@contextlib.contextmanager
def kept(
    behavior: Behavior, expiry: float | None = 60.0, tls: ssl.SSLContext | None = None
) -> Iterator[tuple[Server, dict[str, Any]]]:
    with Server(behavior, tls).running() as server:
        url = server.url.replace("localhost", "127.0.0.1")
        yield server, settings(base_url=url, keepalive_expiry=expiry, timeout=3)


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


# When ---------------------------------------------------------------------------------


@every
@pytest.mark.parametrize("octets", [SOUND, CHUNKED], ids=["length", "chunked"])
def test_a_connection_is_used_again_where_that_is_asked_for(
    calls: Calls, octets: bytes
) -> None:
    with kept(keeping(octets)) as (server, given):
        assert FINE == calls(given)
        assert 1 == server.connections


@every
@pytest.mark.parametrize("expiry", [None, 0, 0.0])
def test_each_call_has_its_own_where_it_is_not(
    calls: Calls, expiry: float | None
) -> None:
    with kept(keeping(SOUND), expiry) as (server, given):
        assert FINE == calls(given)
        assert 2 == server.connections
        assert b"\r\nConnection: close\r\n" in server.requests[0]


def test_without_the_setting_a_connection_ends_with_its_call() -> None:
    closed = threading.Event()

    def behave(connection: socket.socket) -> None:
        connection.sendall(SOUND)
        if connection.recv(1) == b"":
            closed.set()

    with kept(behave, None) as (_, given), ToypayClient(**given) as client:
        client.verify_otp(**CALL)

        assert closed.wait(3)


@every
def test_a_request_on_a_connection_that_is_kept_does_not_say_close(
    calls: Calls,
) -> None:
    with kept(keeping(SOUND)) as (server, given):
        calls(given)

        assert b"connection:" not in server.requests[0].lower()


@every
def test_a_session_of_tls_is_used_again(
    calls: Calls, certificates: Certificates
) -> None:
    context = certificates.context("good")
    with kept(keeping(SOUND), tls=context) as (server, given):
        given["ssl_context"] = certificates.trusting()

        assert FINE == calls(given)
        assert 1 == server.connections


def test_calls_of_a_flow_share_what_is_kept() -> None:
    with kept(keeping(SOUND)) as (server, given), ToypayClient(**given) as client:
        client.verify_otp(**CALL)
        client.flow(external_id="E").verify_otp(**CALL)

        assert 1 == server.connections


# When not -----------------------------------------------------------------------------


@every
@pytest.mark.parametrize(
    "octets",
    [
        answer(VERIFIED, headers="Connection: close\r\n"),
        answer(VERIFIED, headers="Connection: Keep-Alive, close\r\n"),
        answer(VERIFIED, headers="Connection: upgrade\r\nUpgrade: h2c\r\n"),
        SOUND.replace(b"1.1", b"1.0"),
        SOUND.replace(b"1.1", b"1.0").replace(
            b"\r\n\r\n", b"\r\nConnection: keep-alive\r\n\r\n"
        ),
        SOUND.replace(b"\r\n", b"\n"),
        SOUND.replace(b"200 OK", b"200"),
        SOUND.replace(b"\r\n\r\n", b"\r\nX-Folded: a\r\n b\r\n\r\n"),
        b"HTTP/1.1 103 Early Hints\r\n\r\n" + SOUND,
        SOUND + b"\n",
        SOUND + SOUND,
        CHUNKED + b"\n",
        CHUNKED.replace(b"chunked", b"chunked\r\nConnection: close"),
    ],
    ids=ascii,
)
def test_an_answer_that_is_not_the_plain_end_of_its_call_ends_its_connection(
    calls: Calls, octets: bytes
) -> None:
    with kept(keeping(octets)) as (server, given):
        assert FINE == calls(given)
        assert 2 == server.connections


@every
def test_a_connection_that_stood_too_long_is_not_used_again(calls: Calls) -> None:
    with kept(keeping(SOUND), expiry=0.1) as (server, given):
        assert FINE == calls(given, lambda: time.sleep(0.15))
        assert 2 == server.connections


@every
@pytest.mark.parametrize("more", [b"", b"x", SOUND, b"HTTP/1.1 20"], ids=ascii)
def test_what_came_since_ends_a_connection(calls: Calls, more: bytes) -> None:
    def behave(connection: socket.socket) -> None:
        connection.sendall(SOUND)
        time.sleep(0.1)
        connection.sendall(more) if more else connection.shutdown(socket.SHUT_WR)
        request_on(connection)

    with kept(behave) as (server, given):
        assert FINE == calls(given, lambda: time.sleep(0.3))
        assert 2 == server.connections


@every
@pytest.mark.parametrize("pause", [0.0, 0.1], ids=["at once", "later"])
@pytest.mark.parametrize("more", [b"x", SOUND], ids=["octet", "answer"])
def test_what_came_since_under_tls_ends_a_connection(
    calls: Calls, more: bytes, pause: float, certificates: Certificates
) -> None:
    def behave(connection: socket.socket) -> None:
        connection.sendall(SOUND)
        time.sleep(pause)
        connection.sendall(more)
        request_on(connection)

    context = certificates.context("good")
    with kept(behave, tls=context) as (server, given):
        given["ssl_context"] = certificates.trusting()

        assert FINE == calls(given, lambda: time.sleep(0.3))
        assert 2 == server.connections


@every
def test_a_record_of_tls_that_was_read_and_not_opened_ends_a_connection(
    calls: Calls, certificates: Certificates
) -> None:
    """One segment with two records of TLS, of which the second is another answer."""

    def behave(connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
        connection.sendall(SOUND)
        connection.sendall(SOUND)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)
        request_on(connection)

    context = certificates.context("good")
    with kept(behave, tls=context) as (server, given):
        given["ssl_context"] = certificates.trusting()

        assert FINE == calls(given, lambda: time.sleep(0.3))
        assert 2 == server.connections


@every
@pytest.mark.parametrize(
    "octets",
    [
        answer({**VERIFIED, "reference": "another"}),
        answer(b"not JSON"),
        answer({}, headers="Content-Encoding: gzip\r\n"),
    ],
    ids=["of another call", "no JSON", "compressed"],
)
def test_an_answer_that_is_not_believed_ends_its_connection(
    calls: Calls, octets: bytes
) -> None:
    with kept(keeping(octets)) as (server, given):
        assert ["OutcomeUnknown"] * 2 == calls(given)
        assert 2 == server.connections


@every
def test_a_refusal_does_not_end_its_connection(calls: Calls) -> None:
    with kept(keeping(answer(REFUSED))) as (server, given):
        assert "OutcomeUnknown" not in calls(given)
        assert 1 == server.connections


@pytest.mark.parametrize("is_written", [False, True])
def test_a_call_is_over_only_once_all_of_it_went(is_written: bool) -> None:
    request = Request("POST", "http://a/", (), b"{}")
    exchange = Exchange(request, Target.of(request), 1000)
    exchange.is_written = is_written
    exchange.feed(SOUND)

    assert is_written == exchange.is_over


def test_another_event_loop_opens_its_own() -> None:
    async def called() -> None:
        await client.verify_otp(**CALL)

    with kept(keeping(SOUND)) as (server, given):
        client = AsyncToypayClient(**given)
        asyncio.run(called())
        asyncio.run(called())

        assert 2 == server.connections
        asyncio.run(client.aclose())


def test_a_fork_opens_its_own_and_leaves_that_of_its_parent_alone() -> None:
    with Keeper() as provider:
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=60.0)
        with ToypayClient(**given) as client:
            client.verify_otp(**CALL)
            child = os.fork()
            if not child:
                try:
                    client.verify_otp(**CALL)
                finally:
                    os._exit(0)
            os.waitpid(child, 0)
            in_child = provider.log.connections
            client.verify_otp(**CALL)
            after = provider.log.connections

    assert (2, 2) == (in_child, after)


# What breaks under a call -------------------------------------------------------------


@every
def test_a_kept_connection_that_ends_under_a_call_leaves_the_outcome_open(
    calls: Calls,
) -> None:
    def behave(connection: socket.socket) -> None:
        connection.sendall(SOUND)
        request_on(connection)

    with kept(behave) as (server, given):
        assert ["answered", "OutcomeUnknown"] == calls(given)
        assert 1 == server.connections


def test_nothing_is_sent_where_a_kept_connection_takes_no_octet() -> None:
    ours, theirs = socket.socketpair()
    transport = DirectTransport(keepalive_expiry=60.0)
    request = Request("POST", "http://a:80/", (), b"{}")
    transport._kept.hold((False, "a", 80), ours)(True)
    transport._kept._is_quiet = lambda _: True  # it breaks after the look
    theirs.close()
    with pytest.raises(Failure) as caught:
        transport.send(request, time.monotonic() + 1)

    assert not caught.value.sent


# Nobody else's ------------------------------------------------------------------------


def test_threads_share_connections_one_call_at_a_time() -> None:
    with Keeper() as provider:
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=60.0)
        with ToypayClient(**given) as client, ThreadPoolExecutor(16) as pool:
            replies = pool.map(
                lambda n: client.verify_otp(**{**CALL, "reference": f"R{n}"}),
                range(240),
            )
            got = [reply.reference for reply in replies]

    assert [f"R{n}" for n in range(240)] == got
    assert provider.log.connections < 240


def test_calls_at_once_share_connections_one_at_a_time() -> None:
    async def called() -> list[str]:
        async with AsyncToypayClient(**given) as client:
            got: list[str] = []
            for n in range(0, 120, 12):
                names = [f"R{each}" for each in range(n, n + 12)]
                waits = [
                    client.verify_otp(**{**CALL, "reference": each}) for each in names
                ]
                got += [reply.reference for reply in await asyncio.gather(*waits)]
            return got

    with Keeper() as provider:
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=60.0)

        assert [f"R{n}" for n in range(120)] == asyncio.run(called())
        assert provider.log.connections < 120


def test_forks_get_the_answers_of_their_own_calls() -> None:
    with Keeper() as provider:
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=60.0)
        with ToypayClient(**given) as client:
            client.verify_otp(**CALL)
            children = [forked(client, name) for name in ("A", "B", "C")]
            own = [_own(client, f"R{n}") for n in range(10)]
            ends = [
                os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children
            ]

    assert [True] * 10 == own
    assert [0, 0, 0] == ends


def _own(client: ToypayClient, name: str) -> bool:
    return client.verify_otp(**{**CALL, "reference": name}).reference == name


def test_cancelled_calls_leave_nothing_to_the_calls_after_them() -> None:
    script = ["none", "slow-chunks"] * 12
    with Keeper(script) as provider:
        given = settings(base_url=provider.url("toypay"), timeout=20)

        async def called() -> list[str]:
            got = []
            async with AsyncToypayClient(**given, keepalive_expiry=60.0) as client:
                for n in range(12):
                    own = await client.verify_otp(**{**CALL, "reference": f"R{n}"})
                    got.append(own.reference)
                    slow = asyncio.ensure_future(client.verify_otp(**CALL))
                    await asyncio.sleep(0.03 + 0.005 * n)
                    slow.cancel()
                    with pytest.raises(asyncio.CancelledError):
                        await slow
            return got

        assert [f"R{n}" for n in range(12)] == asyncio.run(called())


# How many, and until when -------------------------------------------------------------


def test_few_are_kept_however_many_calls_there_were() -> None:
    gone = threading.Semaphore(0)
    ready = threading.Barrier(PER_HOST + 4)

    def behave(connection: socket.socket) -> None:
        ready.wait(5)
        connection.sendall(SOUND)
        with contextlib.suppress(OSError):
            request_on(connection)
        gone.release()

    with kept(behave) as (_, given), ToypayClient(**given) as client:
        with ThreadPoolExecutor(PER_HOST + 4) as pool:
            list(pool.map(lambda _: client.verify_otp(**CALL), range(PER_HOST + 4)))
        closed = [gone.acquire(timeout=3) for _ in range(4)]

        assert [True] * 4 == closed
        assert not gone.acquire(timeout=0.2)


@pytest.mark.parametrize("kind", [ToypayClient, AsyncToypayClient])
def test_closing_a_client_closes_what_it_keeps(kind: type[Any]) -> None:
    closed = threading.Event()

    def behave(connection: socket.socket) -> None:
        connection.sendall(SOUND)
        if connection.recv(1) == b"":
            closed.set()

    async def called() -> None:
        await client.verify_otp(**CALL)
        await client.aclose()

    with kept(behave) as (_, given):
        client = kind(**given)
        if kind is ToypayClient:
            client.verify_otp(**CALL)
            client.close()
        else:
            asyncio.run(called())

        assert closed.wait(3)
        assert not client._transport.is_open


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux")
@pytest.mark.parametrize("kind", [ToypayClient, AsyncToypayClient])
def test_a_client_that_nobody_closed_leaves_nothing_open(kind: type[Any]) -> None:
    with Keeper() as provider, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=60.0)
        before = _connected_to(provider)
        client = kind(**given)
        if kind is ToypayClient:
            client.verify_otp(**CALL)
        else:
            asyncio.run(client.verify_otp(**CALL))
        kept = _connected_to(provider)
        del client
        gc.collect()

        assert (0, 1, 0) == (before, kept, _connected_to(provider))
        assert [] == [each for each in warned if each.category is ResourceWarning]


def _connected_to(provider: Keeper) -> int:
    """Return how many sockets of this process lead to *provider*."""
    port = int(provider.address.rpartition(":")[2])
    found = 0
    for each in Path("/proc/self/fd").iterdir():
        with (
            contextlib.suppress(OSError),
            socket.socket(fileno=os.dup(int(each.name))) as own,
        ):
            found += own.family == socket.AF_INET and own.getpeername()[1] == port
    return found


# The setting --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ToypayClient, AsyncToypayClient])
@pytest.mark.parametrize("expiry", [-1, float("nan"), float("inf"), True, "5", 1e9])
def test_a_time_that_is_none_is_refused(kind: type[Any], expiry: Any) -> None:
    with pytest.raises(InvalidSetting, match="keepalive_expiry must be a number"):
        kind(**settings(keepalive_expiry=expiry))


@pytest.mark.parametrize("kind", [ToypayClient, AsyncToypayClient])
@pytest.mark.parametrize("given", ["pyreqwest", "own"])
def test_a_transport_that_cannot_keep_this_promise_is_refused(
    kind: type[Any], given: str
) -> None:
    own = DirectTransport() if kind is ToypayClient else AsyncDirectTransport()
    transport = own if given == "own" else given
    with pytest.raises(InvalidSetting, match="keepalive_expiry= is for"):
        kind(**settings(transport=transport, keepalive_expiry=5.0))
