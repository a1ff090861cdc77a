"""What a client promises whatever happens around it: beyond what a server can do."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NoReturn

import httpx2
import pytest
from runtime_faults import contract
from runtime_miniature import (
    CALL,
    FACTS,
    SECRETS,
    AsyncToypayClient,
    ToypayClient,
    forked,
    settings,
)
from runtime_server import VERIFIED, Server, answer, dripping, sending

from specmill.harness.provider import Provider
from specmill.runtime import http1, streams
from specmill.runtime.errors import InvalidSetting, NotSent, OutcomeUnknown
from specmill.runtime.transport import Answer, Request

Call = Callable[..., Any]


def _sync(given: dict[str, Any], **more: Any) -> Any:
    with ToypayClient(**given) as client:
        return client.verify_otp(**{**CALL, **more})


def _async(given: dict[str, Any], **more: Any) -> Any:
    async def called() -> Any:
        async with AsyncToypayClient(**given) as client:
            return await client.verify_otp(**{**CALL, **more})

    return asyncio.run(called())


both = pytest.mark.parametrize("call", [_sync, _async], ids=["sync", "async"])


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider([contract()]) as running:
        yield running


# A transport of the caller's own -------------------------------------------------------


class Raising:
    """A transport, of both kinds, that raises what no transport should."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def send(self, request: Request, deadline: float) -> Answer:
        raise self.error

    def close(self) -> None: ...


class AsyncRaising(Raising):
    async def send(self, request: Request, deadline: float) -> Answer:  # type: ignore[override]
        raise self.error

    async def aclose(self) -> None: ...


def raising(call: Call, error: BaseException) -> Any:
    kind = Raising if call is _sync else AsyncRaising
    return call(settings(transport=kind(error)))


@both
@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRETS[0]),
        RuntimeError(),
        OSError(),
        KeyError("x"),
        AssertionError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_any_error_of_a_transport_leaves_the_outcome_open(
    call: Call, error: Exception
) -> None:
    with pytest.raises(OutcomeUnknown) as caught:
        raising(call, error)

    assert f"the transport raised {type(error).__name__}" == caught.value.detail
    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


@both
def test_an_error_of_a_transport_of_httpx2_is_no_exception(call: Call) -> None:
    def fail(request: httpx2.Request) -> httpx2.Response:
        raise ValueError("too bad")

    with pytest.raises(OutcomeUnknown):
        call(settings(transport=httpx2.MockTransport(fail)))


@both
def test_a_transport_that_returns_nothing_leaves_the_outcome_open(call: Call) -> None:
    class Empty(Raising):
        def send(self, request: Request, deadline: float) -> Any:
            return None

    class AsyncEmpty(AsyncRaising):
        async def send(self, request: Request, deadline: float) -> Any:  # type: ignore[override]
            return None

    given = (Empty if call is _sync else AsyncEmpty)(ValueError())
    with pytest.raises(OutcomeUnknown, match="the transport returned a NoneType"):
        call(settings(transport=given))


@both
def test_an_answer_that_cannot_be_judged_leaves_the_outcome_open(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise LookupError(SECRETS[0])

    monkeypatch.setattr("specmill.runtime.conclude.matches", fail)
    with (
        Server(sending(answer(VERIFIED))).running() as server,
        pytest.raises(OutcomeUnknown) as caught,
    ):
        call(settings(base_url=server.url))

    assert "it could not be judged: LookupError" == caught.value.detail
    assert None is caught.value.__context__


@both
@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_passes_without_the_frames_that_hold_what_was_sent(
    call: Call, interrupt: type[BaseException]
) -> None:
    def send(self: Any, request: Request, deadline: float) -> Any:
        held = request.body  # noqa: F841 - what a debugger would find here
        raise interrupt

    kind = Raising if call is _sync else AsyncRaising
    own = type("Own", (kind,), {"send": send})
    with pytest.raises(interrupt) as caught:
        call(settings(transport=own(ValueError())))

    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert [] == [frame for frame in frames if "held" in frame.f_locals]


@both
@pytest.mark.parametrize("path", ["/a b", "/a\r\nX: y", "/\u20ac", "/\x00"])
def test_a_path_that_http_cannot_write_leaves_the_request_unsent(
    call: Call, path: str
) -> None:
    facts = {**FACTS, "credit_history.path": path}
    given = settings(base_url="http://127.0.0.1:1", facts=facts)

    async def called() -> Any:
        async with AsyncToypayClient(**given) as client:
            return await client.credit_history()

    with pytest.raises(NotSent, match="cannot be written"):
        if call is _async:
            asyncio.run(called())
        else:
            ToypayClient(**given).credit_history()


# Functions of the caller's ------------------------------------------------------------


@both
@pytest.mark.parametrize("given", ["credentials", "clock"])
def test_a_function_of_the_caller_that_fails_leaves_the_request_unsent(
    call: Call, given: str
) -> None:
    def fail() -> Any:
        raise ConnectionError(SECRETS[0])

    value: Any = fail if given == "clock" else {"access_token": fail}
    with pytest.raises(NotSent, match="raised ConnectionError") as caught:
        call(settings(**{given: value}))

    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


# The deadline -------------------------------------------------------------------------


@both
def test_a_name_that_nobody_resolves_is_left_at_the_deadline(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *given, **more: [released.wait(20)][:0]
    )
    began = time.monotonic()

    async def called() -> float:
        async with AsyncToypayClient(**given) as client:
            with pytest.raises(NotSent, match="time limit"):
                await client.verify_otp(**CALL)
            took = time.monotonic() - began
            released.set()  # asyncio waits for its threads before it ends
            return took

    given = settings(base_url="https://slow.example", timeout=0.3)
    if call is _async:
        took = asyncio.run(called())
    else:
        with pytest.raises(NotSent, match="time limit"):
            call(given)
        took = time.monotonic() - began
    released.set()

    assert took < 3


def test_a_time_limit_beyond_all_clocks_is_refused() -> None:
    with pytest.raises(InvalidSetting, match="at most 86400 seconds"):
        ToypayClient(**settings(timeout=1e12))


@both
def test_a_time_limit_of_a_day_can_be_waited_for(call: Call) -> None:
    with Server(sending(answer(VERIFIED))).running() as server:
        reply = call(settings(base_url=server.url, timeout=86_400))

    assert "R1" == reply.reference


# TLS and the environment --------------------------------------------------------------


def test_no_key_of_a_connection_is_written_down(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))

    assert not http1._default_context().keylog_filename


# What the frame of an answer may be ---------------------------------------------------


@both
@pytest.mark.parametrize("times, is_fine", [(32, True), (33, False)])
def test_interim_answers_are_counted(call: Call, times: int, is_fine: bool) -> None:
    interim = b"HTTP/1.1 103 Early Hints\r\n\r\n" * times
    with Server(sending(interim + answer(VERIFIED))).running() as server:
        given = settings(base_url=server.url)
        if is_fine:
            assert "R1" == call(given).reference
        else:
            with pytest.raises(OutcomeUnknown, match="not HTTP"):
                call(given)


LONG = "X-Long: " + "a" * 70_000 + "\r\n"
TEXT = json.dumps(VERIFIED).encode()
CHUNKS = b"%x\r\n%s\r\n0\r\n" % (len(TEXT), TEXT)


@both
@pytest.mark.parametrize(
    "octets",
    [
        answer(VERIFIED, headers=f"Content-Type: application/json\r\n{LONG}"),
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n%s%s\r\n" % (CHUNKS, LONG.encode()),
    ],
    ids=["head", "trailers"],
)
def test_a_head_that_comes_in_one_piece_is_no_longer_than_one_in_pieces(
    call: Call, octets: bytes
) -> None:
    with Server(sending(octets)).running() as server:
        given = settings(base_url=server.url)
        with pytest.raises(OutcomeUnknown, match="not HTTP"):
            call(given)


@both
@pytest.mark.parametrize(
    "kind, is_fine",
    [
        ("application/json", True),
        ("Application/JSON ; Charset=UTF-8", True),
        ('application/json;charset="utf-8"', True),
        ("application/problem+json", True),
        ("application/json; charset=us-ascii; q=1", True),
        ("application/json; charset=latin-1", False),
        ("application/json; charset=utf-16", False),
        ("application/jsonp", False),
        ("text/html", False),
        ("text/plain; charset=utf-8", False),
        ("", False),
    ],
)
def test_a_body_is_read_only_where_it_is_said_to_be_json_in_utf_8(
    call: Call, kind: str, is_fine: bool
) -> None:
    octets = answer(VERIFIED, headers=f"Content-Type: {kind}\r\n")
    with Server(sending(octets)).running() as server:
        given = settings(base_url=server.url)
        if is_fine:
            assert "R1" == call(given).reference
        else:
            with pytest.raises(OutcomeUnknown, match="the body is not said to be"):
                call(given)


@both
def test_nothing_that_is_compressed_is_asked_for(call: Call) -> None:
    with Server(sending(answer(VERIFIED))).running() as server:
        call(settings(base_url=server.url))

    assert 1 == server.requests[0].count(b"Accept-Encoding: identity\r\n")


# A server that speaks first -----------------------------------------------------------


def _spoken(*given: object) -> socket.socket:
    ours, theirs = socket.socketpair()
    theirs.sendall(answer(VERIFIED))
    theirs.close()
    return ours


def test_an_answer_before_the_request_is_none_and_nothing_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http1, "connected", _spoken)
    with pytest.raises(NotSent, match="before it was asked"):
        _sync(settings(base_url="http://127.0.0.1:1"))


def test_an_answer_before_an_awaited_request_is_none_and_nothing_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = streams.opened

    async def late(target: Any) -> Any:
        stream = await opened(target)
        await asyncio.sleep(0.2)
        return stream

    monkeypatch.setattr(streams, "opened", late)
    with (
        Provider([contract()], faults=("answer-on-accept",)) as provider,
        pytest.raises(NotSent, match="before it was asked"),
    ):
        _async(settings(base_url=provider.url("toypay")))


# Memory -------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="needs Linux")
@pytest.mark.parametrize(
    "name",
    [
        "body-huge",
        "body-endless",
        "chunk-flood",
        "header-flood",
        "header-huge",
        "interim-flood",
        "gzip-bomb",
        "gzip-bomb-nested",
        "deflate-bomb",
        "json-deep-unclosed",
        "json-many-lists",
        "json-many-members",
    ],
)
def test_no_answer_takes_more_than_32_mebibytes(name: str) -> None:
    with Provider([contract()], faults=(name,)) as provider:
        given = settings(base_url=provider.url("toypay"), timeout=5)
        child = os.fork() or _measured(given)
        grown = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert 0 <= grown <= 32


def _measured(given: dict[str, Any]) -> NoReturn:
    """Make a call in a process of its own, whose exit code says how much it took."""
    grown = 255
    try:
        Path("/proc/self/clear_refs").write_text("5")
        before = _peak()
        with contextlib.suppress(OutcomeUnknown):
            _sync(given)
        grown = min((_peak() - before) // 1024, 254)
    finally:
        os._exit(grown)


def _peak() -> int:
    """Return the most memory since it was last forgotten, in KiB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1])


# Many calls at once -------------------------------------------------------------------


def test_threads_get_each_the_answers_of_their_own_calls(provider: Provider) -> None:
    given = settings(base_url=provider.url("toypay"))
    with ToypayClient(**given) as client, ThreadPoolExecutor(16) as pool:
        replies = pool.map(
            lambda n: client.verify_otp(**{**CALL, "reference": f"R{n}"}), range(120)
        )
        got = [reply.reference for reply in replies]

    assert [f"R{n}" for n in range(120)] == got


def test_a_fork_gets_the_answers_of_its_own_calls(provider: Provider) -> None:
    given = settings(base_url=provider.url("toypay"))
    with ToypayClient(**given) as client:
        client.verify_otp(**CALL)
        children = [forked(client, name) for name in ("A", "B", "C")]
        own = [
            client.verify_otp(**{**CALL, "reference": f"R{n}"}).reference
            for n in range(10)
        ]
        ends = [
            os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children
        ]

    assert [f"R{n}" for n in range(10)] == own
    assert [0, 0, 0] == ends


def test_cancelled_calls_leave_nothing_to_the_calls_after_them() -> None:
    """Half of the calls are given up while their answers are on their way."""
    with Provider([contract()], faults=("slow-chunks", "none")) as provider:
        given = settings(base_url=provider.url("toypay"), timeout=20)

        async def called() -> list[str]:
            async with AsyncToypayClient(**given) as client:
                got = []
                for n in range(12):
                    slow = asyncio.ensure_future(client.verify_otp(**CALL))
                    await asyncio.sleep(0.03 + 0.005 * n)
                    slow.cancel()
                    with pytest.raises(asyncio.CancelledError):
                        await slow
                    reply = await client.verify_otp(**{**CALL, "reference": f"R{n}"})
                    got.append(reply.reference)
                return got

        assert [f"R{n}" for n in range(12)] == asyncio.run(called())


def test_calls_that_fail_leave_no_file_descriptor_open() -> None:
    def called(url: str) -> None:
        with (
            ToypayClient(**settings(base_url=url, timeout=0.05)) as client,
            pytest.raises(OutcomeUnknown),
        ):
            client.verify_otp(**CALL)

    octets = answer({**VERIFIED, "more": "x" * 2000})
    with Server(dripping(octets, 0.02)).running() as server:
        called(server.url)
        before = _descriptors()
        for _ in range(20):
            called(server.url)
        # The server of the test has a descriptor for each, until it notices.
        ours = _descriptors() - before

    assert ours <= 20


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
