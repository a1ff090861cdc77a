"""What a call costs, against the shortest call that httpx2 can make.

Ours is signed, validated, strict about JSON, has one deadline and an outcome, and opens a
connection for each call, because one that was kept may be closed while a payment is on it,
unless it is asked to keep them; naive httpx2 keeps its own, and is measured without, too.
A goal stands beside both, because it was set for a client that keeps what the peer keeps
and is the more to be wished for by default. The server is a bare asyncio protocol in a
process of its own; each client makes its calls in a process of its own, in turns. CPU of
the client for one call, with all its threads.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, Final

import signed
from clean import environment
from turns import ROUNDS, Row, options_of, told, undistorted

CALLS: Final = 400
WARM: Final = 50
GOAL: Final = 1.0
FAST: Final = 0.4
PEER: Final = "pyreqwest==0.15.1"
_GOALS: Final = {"on httpx2": GOAL, "as it comes": FAST, "on pyreqwest": FAST}
"""Of each transport to naive httpx2; the default is a fast one where it keeps."""


def main(arguments: Sequence[str]) -> int:
    if len(arguments) == 3 and arguments[0] == "as":
        return CLIENTS[arguments[1]](int(arguments[2]))
    if arguments[:1] == ["serve"]:
        return asyncio.run(_serve())
    parser = options_of("call")
    parser.add_argument("--environment", type=Path, metavar="DIR")
    options = parser.parse_args(arguments)
    return told("call", measure(options), options)


def measure(options: argparse.Namespace) -> Iterator[Row]:
    with (
        environment(options.environment, PEER) as python,
        tempfile.TemporaryDirectory(prefix="specmill-call-") as folder,
    ):
        package = signed.generate(python, Path(folder))
        run = [str(python), str(Path(__file__).with_name("run.py")), "call"]
        given = {**undistorted(), "PYTHONPATH": str(package)}
        server = subprocess.Popen(
            [*run, "serve"], env=given, stdout=subprocess.PIPE, text=True
        )
        try:
            assert server.stdout is not None
            port = server.stdout.readline().strip()
            found: dict[str, list[float]] = {name: [] for name in CLIENTS}
            for _ in range(ROUNDS):
                for name, each in found.items():
                    line = [*run, "as", name, port]
                    each.append(float(subprocess.check_output(line, env=given)))
        finally:
            server.terminate()
            server.wait()
    spent = {name: median(each) for name, each in found.items()}
    for name, seconds in spent.items():
        yield Row(f"{name}, CPU a call", 1e6 * seconds, "us")
    for way in ("sync", "async"):
        naive = spent[f"{way}, naive httpx2"]
        for ours, goal in _GOALS.items():
            for kept in ("", ", kept"):
                found_in = spent.get(f"{way}, specmill {ours}{kept}")
                if found_in is not None:
                    what = f"{way}: specmill {ours}{kept} to naive httpx2"
                    yield Row(what, found_in / naive, "x", goal)
        alike = spent[f"{way}, naive httpx2, a connection a call"]
        fair = spent[f"{way}, specmill on httpx2"] / alike
        what = f"{way}: specmill on httpx2 to naive httpx2, a connection a call"
        yield Row(what, fair, "x")


def _counted(call: Callable[[], object]) -> int:
    for _ in range(WARM):
        call()
    began = process_time()
    for _ in range(CALLS):
        call()
    print((process_time() - began) / CALLS)
    return 0


def _naive(port: int, **given: Any) -> int:
    import httpx2

    with httpx2.Client(**given) as client:
        url = f"http://127.0.0.1:{port}{signed.URL}"
        return _counted(lambda: client.post(url, json=signed.ARGUMENTS).json())


def _settings(port: int) -> dict[str, Any]:
    credentials = {"key": "example-key-0001", "secret": "s"}
    return {"base_url": f"http://127.0.0.1:{port}", "credentials": credentials}


def _ours(port: int, **given: Any) -> int:
    from partner_apis.bench import BenchClient  # type: ignore[import-not-found]

    with BenchClient(**_settings(port), **given) as client:
        return _counted(lambda: client.pay(**signed.ARGUMENTS))


def _on_httpx2(port: int, **given: Any) -> int:
    import httpx2

    return _ours(port, transport=httpx2.HTTPTransport(), **given)


async def _counted_async(call: Callable[[], Any]) -> int:
    for _ in range(WARM):
        await call()
    began = process_time()
    for _ in range(CALLS):
        await call()
    print((process_time() - began) / CALLS)
    return 0


async def _naive_async(port: int, **given: Any) -> int:
    import httpx2

    async with httpx2.AsyncClient(**given) as client:
        url = f"http://127.0.0.1:{port}{signed.URL}"

        async def call() -> object:
            return (await client.post(url, json=signed.ARGUMENTS)).json()

        return await _counted_async(call)


async def _ours_async(port: int, **given: Any) -> int:
    from partner_apis.bench import AsyncBenchClient

    async with AsyncBenchClient(**_settings(port), **given) as client:
        return await _counted_async(lambda: client.pay(**signed.ARGUMENTS))


def _on_httpx2_async(port: int, **given: Any) -> int:
    import httpx2

    inner = httpx2.AsyncHTTPTransport()
    return asyncio.run(_ours_async(port, transport=inner, **given))


_CLOSING: Final[dict[str, Any]] = {"headers": {"Connection": "close"}}
_KEPT: Final[dict[str, Any]] = {"keepalive_expiry": 5.0}
"""What httpx2 has where nobody says otherwise."""

CLIENTS: Final[dict[str, Callable[[int], int]]] = {
    "sync, naive httpx2": _naive,
    "sync, naive httpx2, a connection a call": lambda port: _naive(port, **_CLOSING),
    "sync, specmill on httpx2": _on_httpx2,
    "sync, specmill on httpx2, kept": lambda port: _on_httpx2(port, **_KEPT),
    "sync, specmill as it comes": _ours,
    "sync, specmill as it comes, kept": lambda port: _ours(port, **_KEPT),
    "sync, specmill on pyreqwest": lambda port: _ours(port, transport="pyreqwest"),
    "async, naive httpx2": lambda port: asyncio.run(_naive_async(port)),
    "async, naive httpx2, a connection a call": lambda port: asyncio.run(
        _naive_async(port, **_CLOSING)
    ),
    "async, specmill on httpx2": _on_httpx2_async,
    "async, specmill on httpx2, kept": lambda port: _on_httpx2_async(port, **_KEPT),
    "async, specmill as it comes": lambda port: asyncio.run(_ours_async(port)),
    "async, specmill as it comes, kept": lambda port: asyncio.run(
        _ours_async(port, **_KEPT)
    ),
    "async, specmill on pyreqwest": lambda port: asyncio.run(
        _ours_async(port, transport="pyreqwest")
    ),
}


# The server ----------------------------------------------------------------------------


class _Server(asyncio.Protocol):
    """Answers every request that has a length with the same reply."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._waiting = b""

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        while b"\r\n\r\n" in self._waiting:
            head, _, rest = self._waiting.partition(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split(b"\r")[0])
            if len(rest) < length:
                return
            self._waiting = rest[length:]
            assert isinstance(self._transport, asyncio.Transport)
            self._transport.write(_ANSWER)
            if b"connection: close" in head.lower():
                self._transport.close()


_ANSWER: Final = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
    + str(len(signed.REPLY)).encode()
    + b"\r\n\r\n"
    + signed.REPLY
)


async def _serve() -> int:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Server, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    try:
        await server.serve_forever()
    except asyncio.CancelledError:
        sys.exit(0)
    return 0
