"""What the embedded provider takes of one request: `judged.py GENERATED`, told as JSON.

The valid requests of all operations, again and again, from this thread; counted is the
CPU of the provider's own. Without a wire, the same are judged and answered in this one.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlsplit

TIMES: Final = 40
ROUNDS: Final = 7


def told(generated: Path) -> dict[str, float]:
    """Return microseconds of CPU to a request, by how it comes."""
    sys.path.insert(0, str(generated))
    harness = {
        name: import_module(f"contract_tests._harness.{name}")
        for name in ("answers", "asked", "desk", "judge", "provider", "reading")
    }
    contracts = tuple(harness["reading"].below(generated / "contract_tests"))
    with harness["provider"].Provider(contracts) as provider:
        thread = next(each for each in threading.enumerate() if each.daemon)
        assert thread.ident is not None
        clock = time.pthread_getcpuclockid(thread.ident)
        requests = [_request(each, provider) for each in contracts]
        address = (urlsplit(provider.address).hostname, urlsplit(provider.address).port)
        _see(address, requests)
        spent = _spent(
            lambda: [_ask(address, _octets(each)) for each in requests],
            lambda: time.clock_gettime(clock),
        )
    desk = harness["desk"].Desk(contracts)
    received = [_received(each, harness["judge"].Received) for each in requests]
    asked, wish = harness["asked"], harness["answers"].Wish()

    def serve() -> None:
        for each in received:
            steps, path = asked.told(each.target)
            desk.serve(each, path, wish, steps["operation"])

    alone = _spent(serve, time.thread_time)
    number = len(requests)
    return {"over HTTP": spent / number, "without a wire": alone / number}


def _spent(done: Callable[[], object], clock: Callable[[], float]) -> float:
    rounds = []
    for _ in range(ROUNDS):
        began = clock()
        for _ in range(TIMES):
            done()
        rounds.append((clock() - began) / TIMES)
    return 1e6 * median(rounds)


def _request(contract: Any, provider: Any) -> Any:
    """Return the valid request of an operation, below the provider's root."""
    made = import_module("contract_tests._harness.requests")
    base_url = provider.url(contract.partner, operation=contract.operation)
    request = made.request_of(contract, made.made_up(contract), (), base_url)
    wire = import_module("contract_tests._harness.wire")
    target = urlsplit(base_url).path + request.target
    headers = (*request.headers, ("Content-Length", str(len(request.body))))
    return wire.Request(request.method, target, headers, request.body)


def _received(request: Any, kind: Any) -> Any:
    return kind(request.method, request.target, request.headers, request.body)


def _octets(request: Any) -> bytes:
    headers = "".join(f"{name}: {text}\r\n" for name, text in request.headers)
    head = f"{request.method} {request.target} HTTP/1.1\r\nHost: x\r\n{headers}\r\n"
    return head.encode() + bytes(request.body)


def _ask(address: Any, octets: bytes) -> bytes:
    with socket.create_connection(address) as connection:
        connection.sendall(octets)
        answer = b""
        while more := connection.recv(65536):
            answer += more
    return answer


def _see(address: Any, requests: Sequence[Any]) -> None:
    """See that each request is taken for a good one; SystemExit where one is not."""
    for each in requests:
        status = _ask(address, _octets(each)).split(b" ")[1]
        if status != b"200":
            raise SystemExit(f"{each.target} was answered with HTTP {status.decode()}")


if __name__ == "__main__":
    print(json.dumps(told(Path(sys.argv[1]))))
