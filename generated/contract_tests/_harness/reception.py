"""A small server on this machine that gives what comes to a generated handler.

It is the standard library's, and knows of a handler only how it is called.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType, TracebackType
from typing import Any, Self

from .contract import Contract
from .pointers import Json
from .requests import made_up


class Reception:
    """A running server; a context manager that stops it."""

    def __init__(self, contract: Contract, kind: Any, call: Any) -> None:
        """Serve a handler of the class *kind*, which is given a *call*."""
        self.contract = contract
        unsettled = kind.callback.unsettled
        stated = contract.stated
        facts = {name: stated[name] for name in unsettled if name in stated}
        names = {each.name for each in kind.callback.credentials}
        known = made_up(contract).credentials
        credentials = {name: known[name] for name in known if name in names}
        self._handler = kind(credentials=credentials, facts=facts)
        self._call = call
        self._answer = ""
        self._arguments: Mapping[str, Any] = MappingProxyType({})
        self.events: list[dict[str, Json]] = []
        """What was told since this was last cleared, by place."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._served())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def choose(self, answer: str, arguments: Mapping[str, Any]) -> None:
        """Answer events with the acknowledgement *answer* from now on."""
        self._answer, self._arguments = answer, arguments

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _told(self, event: Any) -> Any:
        self.events.append(event.model_dump(by_alias=True))
        return getattr(self._handler, self._answer)(event, **self._arguments)

    def _served(self) -> type[BaseHTTPRequestHandler]:
        reception = self

        class Served(BaseHTTPRequestHandler):
            def __getattr__(self, name: str) -> Any:
                if name.startswith("do_"):
                    return self._take
                raise AttributeError(name)

            def _take(self) -> None:
                length = int(self.headers.get("Content-Length", "0"))
                path, _, query = self.path.partition("?")
                call = reception._call(
                    self.command,
                    path,
                    query,
                    tuple(self.headers.items()),
                    self.rfile.read(length),
                )
                made = reception._handler.handle(call, reception._told)
                self.send_response_only(made.status)
                for name, text in made.headers:
                    self.send_header(name, text)
                self.send_header("Content-Length", str(len(made.body)))
                self.end_headers()
                self.wfile.write(made.body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Served
