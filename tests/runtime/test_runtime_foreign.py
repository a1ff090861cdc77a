"""Transports of httpx2: whoever stands before one sees every call, and nothing else differs.

A transport as httpx2 made it is passed by, and its pool is asked.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
import time
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from runtime_server import Server, answer, sending

from specmill.runtime.foreign import AsyncHttpxTransport, HttpxTransport
from specmill.runtime.transport import Answer, Failure, Request

Send = Callable[[Any, Request], Answer]
HEADERS = (("X-Toy", "caf\xe9"), ("Connection", "close"))


def _send(inner: httpx2.BaseTransport, request: Request) -> Answer:
    with contextlib.closing(HttpxTransport(inner)) as transport:
        return transport.send(request, time.monotonic() + 3)


def _async_send(inner: httpx2.AsyncBaseTransport, request: Request) -> Answer:
    async def sent() -> Answer:
        async with contextlib.aclosing(AsyncHttpxTransport(inner)) as transport:
            return await transport.send(request, time.monotonic() + 3)

    return asyncio.run(sent())


def played(self: Any, request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(418, stream=httpx2.ByteStream(b"played"))


async def async_played(self: Any, request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(418, stream=httpx2.ByteStream(b"played"))


both = pytest.mark.parametrize(
    ("send", "kind", "name", "plays"),
    [
        (_send, httpx2.HTTPTransport, "handle_request", played),
        (
            _async_send,
            httpx2.AsyncHTTPTransport,
            "handle_async_request",
            async_played,
        ),
    ],
    ids=["sync", "async"],
)


def requested(send: Send, inner: Any, request: Request) -> list[bytes]:
    """Return the lines that a server gets, in an order of their own."""
    with Server(sending(answer({}))).running() as server:
        url = request.url.replace("SERVER", server.url)
        send(inner, Request(request.method, url, request.headers, request.body))
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    port = server.url.rpartition(":")[2].encode()
    first, *rest = head.replace(port, b"PORT").split(b"\r\n")
    return [first, *sorted(rest), body]


def derived(kind: type, **given: Any) -> Any:
    """Return a transport of *kind* that somebody derived, and that changes nothing."""
    return type("Derived", (kind,), {})(trust_env=False, **given)


@both
@pytest.mark.parametrize(
    ("method", "body"), [("POST", b'{"a":1}'), ("POST", None), ("GET", None)]
)
def test_a_pool_sends_what_its_transport_would(
    send: Send, kind: type, name: str, plays: Any, method: str, body: bytes | None
) -> None:
    request = Request(method, "SERVER/v1/a%20b?c=%2F", HEADERS, body)
    by_transport = requested(send, derived(kind), request)

    assert by_transport == requested(send, kind(trust_env=False), request)


@both
def test_a_pool_of_a_proxy_is_told_the_same_url(
    send: Send, kind: type, name: str, plays: Any
) -> None:
    def asked(made: Callable[[str], Any]) -> bytes:
        with Server(sending(answer({}))).running() as proxy:
            send(made(proxy.url), Request("POST", "http://a.example/v1", (), b"{}"))
        return proxy.requests[0].partition(b"\r\n")[0]

    by_transport = asked(lambda url: derived(kind, proxy=url))

    assert by_transport == asked(lambda url: kind(proxy=url, trust_env=False))


@both
def test_whoever_derives_a_transport_sees_the_call(
    send: Send, kind: type, name: str, plays: Any
) -> None:
    inner = type("Playing", (kind,), {name: plays})(trust_env=False)

    assert b"played" == send(inner, Request("GET", "http://a.example/", (), None)).body


@both
def test_whoever_takes_the_place_of_a_method_sees_the_call(
    send: Send, kind: type, name: str, plays: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = kind(trust_env=False)
    wrapped = functools.wraps(vars(kind)[name])(lambda *given: plays(*given))
    monkeypatch.setattr(kind, name, wrapped)

    assert b"played" == send(inner, Request("GET", "http://a.example/", (), None)).body


@both
def test_whoever_takes_the_place_of_a_method_of_one_transport_sees_the_call(
    send: Send, kind: type, name: str, plays: Any
) -> None:
    inner = kind(trust_env=False)
    setattr(inner, name, functools.partial(plays, inner))

    assert b"played" == send(inner, Request("GET", "http://a.example/", (), None)).body


@both
def test_a_transport_as_httpx2_made_it_is_passed_by(
    send: Send, kind: type, name: str, plays: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(httpx2, "Request", None)

    with Server(sending(answer({}))).running() as server:
        got = send(kind(trust_env=False), Request("GET", server.url, (), None))

    assert 200 == got.status


@both
def test_a_pool_that_cannot_connect_has_sent_nothing(
    send: Send, kind: type, name: str, plays: Any
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Failure) as caught:
        send(kind(trust_env=False), Request("POST", url, (), b"{}"))

    assert (False, "connection-lost") == (caught.value.sent, caught.value.reason)


@both
def test_what_a_pool_cannot_write_is_not_sent(
    send: Send, kind: type, name: str, plays: Any
) -> None:
    request = Request("POST", "http://a.example/", (("X-Toy", "\u20ac"),), b"{}")
    with pytest.raises(Failure) as caught:
        send(kind(trust_env=False), request)

    assert not caught.value.sent
