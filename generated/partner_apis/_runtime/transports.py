"""Which transport a client sends by: the default, a named one, or the caller's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from .errors import InvalidSetting
from .keeping import checked
from .transport import AsyncTransport, Transport

if TYPE_CHECKING:
    import ssl

    import httpx2

Fast = Literal["pyreqwest"]
"""The transport that takes less time, where its library is installed."""

_T = TypeVar("_T")
_FAST: Final = "pyreqwest"
_TWO_TRANSPORTS: Final = (
    "ssl_context= is for the default transport; give it to your own where you build it"
)
_NOT_KEPT: Final = (
    "keepalive_expiry= is for the default transport and those of httpx2; "
    f"transport={_FAST!r} would send a request anew by itself where a kept connection "
    "is lost"
)


def sync_transport(
    given: httpx2.BaseTransport | Transport | Fast | None,
    ssl_context: ssl.SSLContext | None,
    keepalive_expiry: float | None = None,
) -> Transport:
    """Return what *given* stands for; InvalidSetting for what cannot send."""
    _require_context(ssl_context)
    expiry = checked(keepalive_expiry)
    if given is None:
        from .http1 import DirectTransport

        return DirectTransport(ssl_context, keepalive_expiry=expiry)
    if ssl_context is not None:
        raise InvalidSetting(_TWO_TRANSPORTS)
    if expiry and (given == _FAST or isinstance(given, Transport)):
        raise InvalidSetting(_NOT_KEPT)
    if given == _FAST:
        from .reqwest import ReqwestTransport

        return _installed(ReqwestTransport)
    if isinstance(given, Transport):
        return given
    if not hasattr(given, "handle_request"):
        raise InvalidSetting("transport= must be a synchronous transport of httpx2")
    from .foreign import HttpxTransport

    return HttpxTransport(given, keepalive_expiry=expiry)


def async_transport(
    given: httpx2.AsyncBaseTransport | AsyncTransport | Fast | None,
    ssl_context: ssl.SSLContext | None,
    keepalive_expiry: float | None = None,
) -> AsyncTransport:
    """Return what *given* stands for; InvalidSetting for what cannot send."""
    _require_context(ssl_context)
    expiry = checked(keepalive_expiry)
    if given is None:
        from .http1 import AsyncDirectTransport

        return AsyncDirectTransport(ssl_context, keepalive_expiry=expiry)
    if ssl_context is not None:
        raise InvalidSetting(_TWO_TRANSPORTS)
    if expiry and (given == _FAST or isinstance(given, AsyncTransport)):
        raise InvalidSetting(_NOT_KEPT)
    if given == _FAST:
        from .reqwest import AsyncReqwestTransport

        return _installed(AsyncReqwestTransport)
    if isinstance(given, AsyncTransport):
        return given
    if not hasattr(given, "handle_async_request"):
        raise InvalidSetting("transport= must be an asynchronous transport of httpx2")
    from .foreign import AsyncHttpxTransport

    return AsyncHttpxTransport(given, keepalive_expiry=expiry)


def _require_context(given: object) -> None:
    if not (given is None or hasattr(given, "wrap_bio")):
        raise InvalidSetting("ssl_context= must be an ssl.SSLContext")


def _installed(build: Callable[[], _T]) -> _T:
    try:
        return build()
    except ImportError:
        pass
    raise InvalidSetting(f"transport={_FAST!r} needs pyreqwest, which is not installed")
