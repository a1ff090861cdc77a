"""Send by pyreqwest, which is Rust underneath: the same promises for less time.

An extra, `pip install 'partner-apis[fast]'`: pass `ReqwestTransport()` to a client, or
`AsyncReqwestTransport()` to one that is awaited, as its `transport`. As with the
default, a connection is never used twice, and nothing is followed, remembered,
decompressed or taken from the environment. Where it does not say whether a byte has
left, one may have.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .transport import (
    MAX_ANSWER,
    Answer,
    Failure,
    Headers,
    Request,
    remaining,
    too_large,
    unwritable,
)

if TYPE_CHECKING:
    import pyreqwest.client as client
    import pyreqwest.request as requests
    import pyreqwest.response as responses
    from pyreqwest.exceptions import PyreqwestError

_MADE_IN: Final = os.getpid()
"""The process whose threads do the sending; a fork of it has none of them."""
_NEVER_CONNECTED: Final = "client error (Connect)"
"""What hyper says of a connection that was not there; everything else may have sent."""
_B = TypeVar("_B", bound="client.BaseClientBuilder")
_R = TypeVar("_R", bound="requests.BaseRequestBuilder")


class ReqwestTransport:
    """For synchronous clients."""

    def __init__(
        self,
        authority: bytes | None = None,
        max_answer: int = MAX_ANSWER,
        connect_timeout: float = 10.0,
    ) -> None:
        """Trust *authority*, certificates as PEM, beside those of the system.

        Of a call that ends before *connect_timeout*, in seconds, is over, it is not
        known whether it was connected. ImportError where pyreqwest is not installed.
        """
        from pyreqwest.client import SyncClientBuilder

        self._client = _bare(SyncClientBuilder(), authority, connect_timeout).build()
        self._max_answer = max_answer

    def send(self, request: Request, deadline: float) -> Answer:
        from pyreqwest.exceptions import PyreqwestError

        built = _filled(self._client.request, request, deadline)
        try:
            with built.build_streamed() as response:
                headers = _framed(response)
                body = response.body_reader.read(self._max_answer + 1)
                return _answer(response.status, headers, body, self._max_answer)
        except PyreqwestError as error:
            failure = _failure(error)
        raise failure

    def close(self) -> None:
        self._client.close()


class AsyncReqwestTransport:
    """For asynchronous clients; runs on asyncio."""

    def __init__(
        self,
        authority: bytes | None = None,
        max_answer: int = MAX_ANSWER,
        connect_timeout: float = 10.0,
    ) -> None:
        """Trust *authority*, certificates as PEM, beside those of the system.

        Of a call that ends before *connect_timeout*, in seconds, is over, it is not
        known whether it was connected. ImportError where pyreqwest is not installed.
        """
        from pyreqwest.client import ClientBuilder

        self._client = _bare(ClientBuilder(), authority, connect_timeout).build()
        self._max_answer = max_answer

    async def send(self, request: Request, deadline: float) -> Answer:
        from pyreqwest.exceptions import PyreqwestError

        built = _filled(self._client.request, request, deadline)
        try:
            async with built.build_streamed() as response:
                headers = _framed(response)
                body = await response.body_reader.read(self._max_answer + 1)
                return _answer(response.status, headers, body, self._max_answer)
        except PyreqwestError as error:
            failure = _failure(error)
        raise failure

    async def aclose(self) -> None:
        await self._client.close()


def _bare(builder: _B, authority: bytes | None, connect_timeout: float) -> _B:
    """Return *builder* for a client that sends what it is told, and nothing else."""
    bare = (
        builder.http1_only()
        .pool_max_idle_per_host(0)
        .follow_redirects(False)
        .referer(False)
        .default_cookie_store(False)
        .no_proxy()
        .gzip(False)
        .deflate(False)
        .brotli(False)
        .zstd(False)
        .error_for_status(False)
        .max_connections(None)
        .connect_timeout(timedelta(seconds=connect_timeout))
    )
    return bare if authority is None else bare.add_root_certificate_pem(authority)


def _filled(begin: Callable[[str, str], _R], request: Request, deadline: float) -> _R:
    if os.getpid() != _MADE_IN:
        raise Failure(
            False, "connection-lost", "pyreqwest cannot send in a fork of its process"
        )
    seconds = remaining(deadline, sent=False)
    try:
        built = begin(request.method, request.url).headers(list(request.headers))
        if request.body is not None:
            built = built.body_bytes(request.body)
        return built.timeout(timedelta(seconds=seconds))
    except ValueError:
        pass
    raise unwritable()


def _framed(response: responses.BaseResponse) -> Headers:
    """Return the headers of an answer whose end everybody finds at the same place."""
    try:
        headers = tuple(response.headers.items())
    except ValueError:
        headers = None
    if headers is None:
        raise Failure(True, "unreadable", "a header of the answer is not ASCII")
    lengths = [text for name, text in headers if name == "content-length"]
    codings = [text.lower() for name, text in headers if name == "transfer-encoding"]
    if codings and (lengths or codings != ["chunked"]):
        raise Failure(True, "unreadable", "the answer says twice where it ends")
    return headers


def _answer(status: int, headers: Headers, body: Any, limit: int) -> Answer:
    octets = b"" if body is None else bytes(body)
    if len(octets) > limit:
        raise too_large(limit)
    return Answer(status, headers, octets)


def _failure(error: PyreqwestError) -> Failure:
    """Translate *error*; its text may hold the request, so only its kind is kept."""
    from pyreqwest import exceptions

    details = getattr(error, "details", None) or {}
    causes = [cause["message"] for cause in details.get("causes") or ()]
    is_late = isinstance(error, exceptions.RequestTimeoutError)
    is_odd = isinstance(error, exceptions.DecodeError)
    return Failure(
        not (
            isinstance(error, exceptions.ClientClosedError)
            or _NEVER_CONNECTED in causes
        ),
        "timeout" if is_late else "unreadable" if is_odd else "connection-lost",
        f"pyreqwest reports {type(error).__name__}",
    )
