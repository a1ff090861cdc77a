"""Faults of the status: gateways, redirects, and a body under a status not its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .line import Line, Outcome, Play, TransportFault, head, reason
from .payloads import PAGE
from .plays import under


def _page(status: int, *more: tuple[str, str]) -> Play:
    """Answer as a gateway or a web server does, with a page for people."""

    async def play(line: Line) -> None:
        body = PAGE % reason(status).encode()
        await line.send(head(status, "text/html", len(body), *more) + body)

    return play


def _empty(status: int) -> Play:
    async def play(line: Line) -> None:
        await line.answer(status, b"", "text/plain")

    return play


def _good(*more: tuple[str, str]) -> Play:
    async def play(line: Line) -> None:
        body = line.answered.content
        first = head(line.answered.status, "application/json", len(body), *more)
        await line.send(first + body)

    return play


def _redirect(status: int, to: str) -> Play:
    """Send the caller elsewhere: `HOST` is the provider under another name."""

    async def play(line: Line) -> None:
        port = line.address.rpartition(":")[2]
        place = to.replace("HERE", line.address).replace("HOST", f"localhost:{port}")
        location = ("Location", place)
        body = line.answered.content
        await line.send(head(status, "application/json", len(body), location) + body)

    return play


_PAGES: Final = (400, 403, 404, 405, 408, 413, 421, 425, 426, 429, 431, 451, 499)
_SERVER_PAGES: Final = (500, 501, 505, 507, 508, 511, *range(520, 528), 530, 598, 599)
_EMPTY: Final = (200, 408, 429, 500, 502, 503, 504, 524)
_GOOD_BODY: Final = (
    203,
    206,
    207,
    226,
    400,
    404,
    408,
    425,
    429,
    499,
    500,
    502,
    503,
    504,
    522,
)
_OTHER_SUCCESS: Final = (201, 202, 299)
_MOVED: Final = (300, 301, 302, 303, 305, 306, 307, 308, 399)
_OPEN: Final[tuple[Outcome, ...]] = ("answered", "unknown")


def _listed() -> Iterator[TransportFault]:
    for status in (*_PAGES, *_SERVER_PAGES):
        says = f"answers with a page: {status}"
        yield TransportFault(f"page-{status}", says, _page(status))
    for status in _EMPTY:
        says = f"answers {status} with nothing"
        yield TransportFault(f"empty-{status}", says, _empty(status))
    for status in _GOOD_BODY:
        says = f"answers {status} with the body of a success"
        yield TransportFault(f"good-body-{status}", says, under(status))
    for status in _OTHER_SUCCESS:
        says = f"answers {status} with the body of a success"
        yield TransportFault(f"good-body-{status}", says, under(status), _OPEN)
    for status in _MOVED:
        says = f"sends the caller to another path: {status}"
        play = _redirect(status, "http://HERE/elsewhere")
        yield TransportFault(f"redirect-{status}", says, play)


STATUSES: Final = (
    TransportFault("bad-gateway", "answers as a gateway: 502", _page(502)),
    TransportFault("unavailable", "answers as a gateway: 503", _page(503)),
    TransportFault("gateway-timeout", "answers as a gateway: 504", _page(504)),
    TransportFault("undocumented-status", "answers with the status 418", under(418)),
    *_listed(),
    TransportFault(
        "redirect-to-host",
        "sends the caller to another host: 307",
        _redirect(307, "http://HOST/elsewhere"),
    ),
    TransportFault(
        "redirect-to-itself",
        "sends the caller in a circle: 308",
        _redirect(308, "http://HERE/"),
    ),
    TransportFault(
        "redirect-to-file",
        "sends the caller to a file",
        _redirect(302, "file:///etc/hosts"),
    ),
    TransportFault(
        "redirect-to-nonsense",
        "sends the caller to nonsense",
        _redirect(302, "http://[::1"),
    ),
    TransportFault("redirect-nowhere", "redirects without an address", under(302)),
    TransportFault(
        "retry-now", "asks to be asked again: 503", _page(503, ("Retry-After", "0"))
    ),
    TransportFault(
        "retry-late",
        "asks for patience: 429",
        _page(429, ("Retry-After", "86400"), ("x-should-retry", "true")),
    ),
    TransportFault(
        "challenge",
        "asks for a password: 401",
        _page(401, ("WWW-Authenticate", 'Basic realm="toy"')),
    ),
    TransportFault(
        "proxy-challenge",
        "asks for a proxy's password: 407",
        _page(407, ("Proxy-Authenticate", 'Basic realm="toy"')),
    ),
    TransportFault(
        "cookies",
        "gives a cookie",
        _good(("Set-Cookie", "session=poison; Path=/"), ("Set-Cookie", "a=b")),
        ("answered",),
    ),
    TransportFault(
        "other-services",
        "names other servers for later",
        _good(
            ("Alt-Svc", 'h2="localhost:1"'), ("Refresh", "0; url=http://localhost:1")
        ),
        ("answered",),
    ),
)
