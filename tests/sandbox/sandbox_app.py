"""The sandbox's server as edited source, asked in this process by the generated cases.

No socket and no pytest stand between, and a case is not judged again where a server
answers its requests just as the right one did: a thousand servers take a minute. What
the cases are is what `pytest generated/contract_tests --environment sandbox` runs.
"""

from __future__ import annotations

import asyncio
import importlib
import random
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from sandbox_server import SERVED

from contract_tests._harness.at_once import AtOnce
from contract_tests._harness.cases import Broken, Case
from contract_tests._harness.exchanges import Server
from contract_tests._harness.moving import Moves
from contract_tests._harness.requests import from_environment
from contract_tests._harness.summary import Tally
from contract_tests._harness.wire import Answer, Request

NAME = "sandbox"
OPERATIONS = (
    "aopay.submit_otp",
    "aopay.get_credit_history",
    "aopay.transaction_send_otp",
    "paytm.verify_otp",
    "ayoconnect.verify_otp",
)


_OF_ITS_TIME = (AtOnce, Moves)
"""What is asked anew of every server: the answers of another time would not tell."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a server does otherwise, as edits of its source."""

    of: str
    """The operations that it touches, by the beginning of their names."""
    edits: tuple[tuple[str, str], ...]
    """Texts that stand in the source, and what takes their first place."""
    after: str = ""
    """Code that follows the making of the app."""

    def made(self, source: str) -> str:
        for text, other in self.edits:
            assert text in source, text
            assert text != other, text
            source = source.replace(text, other, 1)
        return source.replace(_MAIN, f"{self.after}\n{_MAIN}")


_MAIN = 'if __name__ == "__main__":'


class Sandbox:
    """One version of the server; it answers as uvicorn would let it."""

    def __init__(self, source: str) -> None:
        module = ModuleType("sandbox_version")
        module.__dict__["KEPT"] = {}  # where a version may remember something
        exec(compile(source, "sandbox_version", "exec"), module.__dict__)
        self._app = module.__dict__["app"]
        self._loop = asyncio.new_event_loop()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.close()

    def findings(self, of: str) -> Iterator[str]:
        """Yield what the cases of the operations whose names begin with *of* find."""
        for name in OPERATIONS:
            if not name.startswith(of):
                continue
            for trial in _trials(name):
                came = [self.send("", request) for request, _ in trial.exchanges]
                if [right for _, right in trial.exchanges] == list(
                    map(_timeless, came)
                ):
                    continue
                try:
                    trial.judge(_server(name), came)
                except Broken as broken:
                    yield str(broken)
            for case in _cases(name):
                if isinstance(case, _OF_ITS_TIME):
                    yield from self._of_its_time(name, case)

    def _of_its_time(self, name: str, case: AtOnce | Moves) -> Iterator[str]:
        sends = self.send
        if isinstance(case, AtOnce):
            sends = _Together(self, len(case.answers))
        try:
            case.check(replace(_server(name), sends=sends))
        except Broken as broken:
            yield str(broken)

    def send(self, base_url: str, request: Request) -> Answer:
        return self._loop.run_until_complete(self._answer(request))

    def send_all(self, requests: Iterable[Request]) -> list[Answer]:
        """Return the answers to requests that are all there before any is answered."""

        async def all_of() -> list[Answer]:
            return await asyncio.gather(*map(self._answer, requests))

        return self._loop.run_until_complete(all_of())

    async def _answer(self, request: Request) -> Answer:
        came: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": request.body, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            came.append(message)

        try:
            await self._app(_scope(request), receive, send)
        except Exception:
            if not came:  # as uvicorn tells of it
                plain = (("content-type", "text/plain; charset=utf-8"),)
                return Answer(500, plain, b"Internal Server Error")
        headers = (
            (a.decode("latin-1"), b.decode("latin-1")) for a, b in came[0]["headers"]
        )
        content = b"".join(each.get("body", b"") for each in came[1:])
        return Answer(came[0]["status"], tuple(headers), content)


class _Together:
    """What sends the requests of several threads once all of them are there."""

    def __init__(self, sandbox: Sandbox, callers: int) -> None:
        self._sandbox = sandbox
        self._asked: list[Request] = []
        self._answers: list[Answer] = []
        self._gate = threading.Barrier(callers, action=self._send)

    def __call__(self, base_url: str, request: Request) -> Answer:
        self._asked.append(request)
        self._gate.wait()
        at = next(n for n, each in enumerate(self._asked) if each is request)
        return self._answers[at]

    def _send(self) -> None:
        self._answers = self._sandbox.send_all(self._asked)


def _scope(request: Request) -> dict[str, Any]:
    path, _, query = request.target.partition("?")
    headers = [
        (name.lower().encode(), text.encode().strip()) for name, text in request.headers
    ]
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1:1"), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 1),
    }


@dataclass(frozen=True, slots=True)
class _Trial:
    """A case, and what it asks of the right server, with the answers that it gets."""

    case: Case
    exchanges: tuple[tuple[Request, Answer], ...]

    def judge(self, server: Server, came: Iterable[Answer]) -> None:
        """Hold the answers that *came* to the case; Broken where they are wrong."""
        answers = iter(came)
        asked = replace(server, sends=lambda base_url, request: next(answers))
        self.case.check(asked)  # type: ignore[attr-defined]


def _timeless(answer: Answer) -> Answer:
    """Return *answer* without the time, where it tells the right one."""

    def said(found: re.Match[bytes]) -> bytes:
        is_now = abs(int(found[1]) / 1000 - time.time()) < 5
        return b"now" if is_now else found[0]

    content = re.sub(rb'"responseTimestamp":"([0-9]{13})"', said, answer.content)
    return replace(answer, content=content)


@cache
def _trials(name: str) -> tuple[_Trial, ...]:
    """Return the cases of an operation as the right server passes them.

    They come in no order, so that whatever is wrong is soon met.
    """
    with Sandbox(SERVED.read_text("utf-8")) as right:
        trials = [
            _trial(name, case, right.send)
            for case in _cases(name)
            if not isinstance(case, _OF_ITS_TIME)
        ]
    random.Random(name).shuffle(trials)
    return tuple(trials)


def _trial(name: str, case: Case, ask: Callable[[str, Request], Answer]) -> _Trial:
    exchanges: list[tuple[Request, Answer]] = []

    def sends(base_url: str, request: Request) -> Answer:
        answer = ask(base_url, request)
        exchanges.append((request, _timeless(answer)))
        return answer

    case.check(replace(_server(name), sends=sends))  # type: ignore[attr-defined]
    return _Trial(case, tuple(exchanges))


def _module(name: str) -> ModuleType:
    partner, operation = name.split(".")
    home = f"contract_tests.{partner}.environments.{NAME}.test_{operation}"
    return importlib.import_module(home)


@cache
def _server(name: str) -> Server:
    contract = _module(name).CONTRACT
    environment = next(x for x in contract.environments if x.name == NAME)
    return Server(
        contract.settled(environment.facts),
        "http://127.0.0.1:1",
        from_environment(contract, environment),
        Tally(contract),
        is_embedded=False,
    )


def _cases(name: str) -> Iterator[Case]:
    tables = (x for x in vars(_module(name)).values() if isinstance(x, tuple))
    for case in (each for table in tables for each in table):
        if isinstance(case, Case) and not case.is_observation:
            yield case
