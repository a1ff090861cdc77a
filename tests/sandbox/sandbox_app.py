"""The sandbox's server as edited source, asked in this process by the generated cases.

No socket and no pytest stand between: hundreds of servers are judged in a minute. What
the cases are is what `pytest generated/contract_tests --environment sandbox` runs.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from contract_tests._harness.cases import Broken, Case
from contract_tests._harness.exchanges import Server
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
            server, cases = _cases(name)
            server = Server(
                server.contract,
                server.base_url,
                server.values,
                Tally(server.contract),
                is_embedded=False,
                sends=self._send,
            )
            for case in cases:
                try:
                    case.check(server)  # type: ignore[attr-defined]
                except Broken as broken:
                    yield str(broken)

    def _send(self, base_url: str, request: Request) -> Answer:
        return self._loop.run_until_complete(self._answer(request))

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
        "headers": [(b"host", b"127.0.0.1"), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }


_KNOWN: dict[str, tuple[Server, list[Case]]] = {}


def _cases(name: str) -> tuple[Server, list[Case]]:
    if name not in _KNOWN:
        partner, operation = name.split(".")
        home = f"contract_tests.{partner}.environments.{NAME}.test_{operation}"
        module = importlib.import_module(home)
        contract = module.CONTRACT
        environment = next(x for x in contract.environments if x.name == NAME)
        values = from_environment(contract, environment)
        server = Server(
            contract.settled(environment.facts),
            "http://127.0.0.1:1",
            values,
            Tally(contract),
            is_embedded=False,
        )
        tables = (x for x in vars(module).values() if isinstance(x, tuple))
        cases = [x for table in tables for x in table if isinstance(x, Case)]
        _KNOWN[name] = server, [x for x in cases if not x.is_observation]
    return _KNOWN[name]
