"""A generated client as cases meet it: how it is set up and called, and with whom."""

from __future__ import annotations

import atexit
import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from .contract import Contract
from .light import dataclass
from .parts import made
from .wire import Request, send

if TYPE_CHECKING:
    import asyncio

    from .provider import Provider

TIMEOUT: Final = 5.0
"""Seconds for one call."""
START: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=7)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How a client is set up for a call, where it is not as usual."""

    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Facts that are settled besides those that a call needs."""
    lacks: tuple[str, ...] = ()
    """Credentials that nobody supplies."""
    flow: tuple[str, ...] = ()
    """Arguments that are bound to a flow before the call."""
    base_url_variable: str = ""
    """The environment variable of the base URL, where everything comes from such."""

    def __str__(self) -> str:
        told = [f"{name} as {value}" for name, value in self.facts.items()]
        told += [f"no {name} supplied" for name in self.lacks]
        told += [f"{name} bound to a flow" for name in self.flow]
        told += ["all from variables"] if self.base_url_variable else []
        return ", ".join(told)


USUAL: Final = Setup()


@dataclass(frozen=True, slots=True)
class Client:
    """A generated client class and the arguments of a full call."""

    kind: Any
    errors: ModuleType
    arguments: Mapping[str, Any]

    def __str__(self) -> str:
        return "async" if self.is_awaited else "sync"

    @property
    def is_awaited(self) -> bool:
        return hasattr(self.kind, "aclose")

    def settings(
        self,
        contract: Contract,
        base_url: str,
        timeout: float,
        setup: Setup = USUAL,
    ) -> dict[str, Any]:
        """Return what a client is made with."""
        return {
            "base_url": base_url,
            "credentials": {
                each.name: each.example
                for each in contract.credentials
                if each.name not in setup.lacks
            },
            "facts": {**contract.stated, **setup.facts},
            "timeout": timeout,
            "clock": ticking(),
        }

    def call(
        self,
        contract: Contract,
        base_url: str,
        arguments: Mapping[str, Any],
        timeout: float,
        setup: Setup = USUAL,
    ) -> Any:
        """Make one call and return what it returns; what it raises passes through.

        A URL that a browser is to be sent to is followed as the browser does.
        """
        settings = self.settings(contract, base_url, timeout, setup)
        variables: dict[str, str] = {}
        if setup.base_url_variable:
            known = {each.name: each.variable for each in contract.credentials}
            given = settings.pop("credentials")
            variables = {known[name]: value for name, value in given.items()}
            variables[setup.base_url_variable] = settings.pop("base_url")
        arguments = {
            name: self._with_file(contract, value) for name, value in arguments.items()
        }
        bound = {name: arguments[name] for name in setup.flow}
        passed = {name: arguments[name] for name in arguments if name not in bound}
        with self.alone(contract, variables) if setup != USUAL else _as_it_is():
            if contract.by_browser:
                return self._followed(contract, settings, passed)
            if self.is_awaited:
                return runner().run(self._awaited(contract, settings, bound, passed))
            with self.kind(**settings) as client:
                caller = client.flow(**bound) if bound else client
                return getattr(caller, contract.operation)(**passed)

    def _with_file(self, contract: Contract, value: Any) -> Any:
        """Return the file that an argument describes, as the client takes it."""
        if isinstance(value, list):
            return [self._with_file(contract, each) for each in value]
        is_described = isinstance(value, dict) and {"media", "size"} <= set(value)
        if contract.body.format != "multipart" or not is_described:
            return value
        package = self.kind.__module__.split(".")[0]
        files = import_module(f"{package}._runtime.files")
        part = value.get("part", "")
        return files.File(made(value), value["media"], "a.bin", part)

    def _followed(
        self,
        contract: Contract,
        settings: Mapping[str, Any],
        arguments: Mapping[str, Any],
    ) -> Any:
        url = urlsplit(getattr(self.kind(**settings), contract.operation)(**arguments))
        query = f"?{url.query}" if url.query else ""
        request = Request("GET", f"{url.path}{query}", (), b"")
        return send(f"{url.scheme}://{url.netloc}", request)

    async def _awaited(
        self,
        contract: Contract,
        settings: Mapping[str, Any],
        bound: Mapping[str, Any],
        passed: Mapping[str, Any],
    ) -> Any:
        async with self.kind(**settings) as client:
            caller = client.flow(**bound) if bound else client
            return await getattr(caller, contract.operation)(**passed)

    @contextlib.contextmanager
    def alone(
        self, contract: Contract, variables: Mapping[str, str] | None = None
    ) -> Iterator[None]:
        """Hide the variables that whoever runs the tests has set for the partner."""
        kept = dict(os.environ)
        for name in kept:
            if name.startswith(f"{contract.partner.upper()}_"):
                del os.environ[name]
        os.environ.update(variables or {})
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(kept)

    @property
    def absent(self) -> Any:
        """What stands for an argument that is left out."""
        package = self.errors.ApiError.__module__.rpartition(".")[0]
        return import_module(f"{package}.absent").ABSENT


def _as_it_is() -> contextlib.AbstractContextManager[None]:
    return contextlib.nullcontext()


@cache
def runner() -> asyncio.Runner:
    """Return the loop of all calls that are awaited: a program has one, too."""
    import asyncio  # here, for the tool makes cases and makes no call

    runner = asyncio.Runner()
    atexit.register(runner.close)
    return runner


def ticking() -> Callable[[], datetime]:
    """Return a clock that is a second later whenever it is read again."""
    reads = iter(range(1_000_000))
    return lambda: START + timedelta(seconds=next(reads))


@dataclass(frozen=True, slots=True)
class Partner:
    """The embedded provider, seen from a client."""

    contract: Contract
    provider: Provider

    def url(self, *, reply: str = "", fault: str = "") -> str:
        """Return a base URL at which a call gets the answer that is asked for."""
        contract = self.contract
        return self.provider.url(
            contract.partner, operation=contract.operation, reply=reply, fault=fault
        )
