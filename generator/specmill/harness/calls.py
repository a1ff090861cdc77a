"""Cases about what the generated client sends, and what it refuses to send.

The client talks to the embedded provider over real HTTP; what arrived is judged by the
contract document.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import urlsplit

from .bodies import text_of
from .cases import Broken, Case, broken, sent, shown
from .contract import Contract
from .edits import Drop, Put
from .moments import written
from .parts import made
from .paths import filled
from .pointers import NOTHING, Json, drop, found, put, steps_of
from .requests import made_up
from .wire import Request, send

if TYPE_CHECKING:
    import asyncio

    from .desk import Record
    from .provider import Provider

TIMEOUT: Final = 5.0
"""Seconds for one call."""
START: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=7)))
_OURS: Final = frozenset(
    {
        "host",
        "content-length",
        "content-type",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
    }
)
"""Headers that HTTP or the client adds, which no page forbids."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Called(Case):
    side: ClassVar[str] = "client"

    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    """Keyword arguments that differ from those of the full call."""
    omits: tuple[str, ...] = ()
    """Keyword arguments of the full call that are left out."""
    setup: Setup = USUAL

    def _passed(self, client: Client) -> dict[str, Any]:
        full = {**client.arguments, **self.arguments}
        return {name: value for name, value in full.items() if name not in self.omits}

    @property
    def _how(self) -> str:
        changed = [f"{name}={value!r}" for name, value in self.arguments.items()]
        left_out = [f"no {name}" for name in self.omits]
        set_up = [str(self.setup)] if self.setup != USUAL else []
        return ", ".join(changed + left_out + set_up) or "every argument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(_Called):
    """A valid call, and what must arrive of it."""

    arrives: tuple[Put | Drop, ...] = ()
    """How the request differs from the example in the contract document."""

    @property
    def proves(self) -> str:
        return f"a call with {self._how} arrives exactly as documented"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract, provider = partner.contract, partner.provider
        provider.clear()
        passed = self._passed(client)
        try:
            client.call(contract, partner.url(), passed, TIMEOUT, self.setup)
        except client.errors.ApiError as error:
            # What the provider makes of it does not count, but it must have been sent.
            if not provider.log.records:
                raise broken(contract, self, f"the client raised: {error}") from None
        record = only_record(self, partner)
        wrong = [f"{fault.kind}: {fault}" for fault in record.faults]
        method = self.setup.facts.get(f"{contract.operation}.method", contract.method)
        wrong += _differences(partner, record, self._expected(contract), method)
        if wrong:
            raise broken(contract, self, *wrong, _arrived(contract, record))

    def _expected(self, contract: Contract) -> Json:
        document = contract.example
        for edit in self.arrives:
            steps = steps_of(edit.pointer)
            value = edit.value if isinstance(edit, Put) else None
            document = (
                put(document, steps, value)
                if isinstance(edit, Put)
                else drop(document, steps)
            )
        return _in_order(document, contract.schema)


def _in_order(value: Json, schema: Mapping[str, Any]) -> Json:
    """Return *value* with the members of objects in the order of *schema*."""
    known = schema.get("properties")
    if not isinstance(value, dict) or not known:
        return value
    names = (*(each for each in known if each in value), *value)
    return {each: _in_order(value[each], known.get(each, {})) for each in names}


def only_record(case: Case, partner: Partner) -> Record:
    """Return the one request that came; Broken where none or several did."""
    log = partner.provider.log
    if len(log.records) != 1 or log.connections != 1:
        raise broken(
            partner.contract,
            case,
            f"came: {len(log.records)} requests on {log.connections} connections",
            "due: one request on one connection",
        )
    return log.records[0]


def _differences(
    partner: Partner, record: Record, expected: Json, method: str
) -> list[str]:
    contract, document = partner.contract, record.document
    expected = _with_made(contract, record, expected)
    return [
        *_line_differences(partner, record, expected, method),
        *_differs("path", expected.get("segments"), document.get("segments")),
        *_differs("query", [*expected["query"].items()], _pairs(record)),
        *_header_differences(contract, record, expected["headers"]),
        *_differs("body", expected.get("body"), document.get("body")),
    ]


def _with_made(contract: Contract, record: Record, expected: Json) -> Json:
    """Return *expected* with what is made for each call, which the judge has judged."""
    for source in contract.sources:
        steps = steps_of(source.pointer)
        if steps[0] == "headers" or source.kind not in ("clock", "nonce", "signature"):
            continue
        moment = contract.moment(source.pointer)
        made = found(record.document, steps)
        if source.kind == "clock" and moment is not None:
            text = written(moment, START)
            made = source.prefix + text if isinstance(text, str) else text
        if found(expected, steps) is not NOTHING and made is not NOTHING:
            expected = put(expected, steps, made)
    return expected


def _line_differences(
    partner: Partner, record: Record, expected: Json, method: str
) -> list[str]:
    path = filled(partner.contract.path, expected)
    due = f"{method} {urlsplit(partner.url()).path}{path}"
    came = f"{record.received.method} {record.received.path}"
    return [] if due == came else [f"the request line has {came}; due: {due}"]


def _pairs(record: Record) -> list[tuple[str, Json]]:
    query = record.document["query"]
    return [(name, query.get(name)) for name, _ in record.received.query]


def _differs(what: str, due: Json, came: Json) -> list[str]:
    # As text, because to Python 1 is True; the order of members is the page's too.
    if _exactly(due) == _exactly(came):
        return []
    return [f"the {what} differs; due: {shown(due)}"]


def _exactly(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _header_differences(
    contract: Contract, record: Record, expected: Mapping[str, Json]
) -> list[str]:
    came = {name.lower(): text for name, text in record.received.headers}
    computed = _computed(contract)
    due = {name.lower(): text for name, text in expected.items()}
    wrong = [
        f"the header {name} differs; due: {shown(text)}"
        for name, text in {**due, **computed}.items()
        if text is not None and came.get(name) != text_of(text)
    ]
    wrong += [
        f"the header {name} {'is missing' if name in due else 'is not due'}"
        for name in computed
        if (name in came) != (name in due)
    ]
    extra = sorted(set(came) - set(due) - set(computed) - _OURS)
    return wrong + [f"the header {name} is documented nowhere" for name in extra]


def _computed(contract: Contract) -> dict[str, str | None]:
    """Return the headers that are made for each call; None where the judge knows them."""
    headers: dict[str, str | None] = {}
    for source in contract.sources:
        place, name, *_ = steps_of(source.pointer)
        if place != "headers":
            continue
        moment = contract.moment(source.pointer)
        is_clock = source.kind == "clock" and moment is not None
        headers[name.lower()] = (
            source.prefix + str(written(moment, START)) if is_clock and moment else None
        )
    return headers


def _arrived(contract: Contract, record: Record) -> str:
    received = record.received
    request = Request(received.method, received.target, received.headers, received.body)
    return sent(contract, made_up(contract), request).replace("sent:", "arrived:", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidCall(_Called):
    """A call that must not be sent."""

    pointer: str = ""
    """Where in the request the violation is told."""
    lacks: str = ""
    """What the error says is missing: a credential and its variable."""

    @property
    def proves(self) -> str:
        return f"a call with {self._how} is refused and nothing is sent"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        self._refused(partner, client, self._passed(client))
        if self.omits:
            # Python refuses what is left out; the client, what is said to be absent.
            absent = dict.fromkeys(self.omits, client.absent)
            self._refused(partner, client, {**self._passed(client), **absent})

    def _refused(
        self, partner: Partner, client: Client, passed: Mapping[str, Any]
    ) -> None:
        __tracebackhide__ = True
        partner.provider.clear()
        is_whole = not set(self.omits) - set(passed)
        kinds = (client.errors.InvalidRequest, *(() if is_whole else (TypeError,)))
        try:
            client.call(partner.contract, partner.url(), passed, TIMEOUT, self.setup)
        except kinds as error:
            self._see(partner, error)
        except client.errors.ApiError as error:
            raise self._broken(partner, f"the client raised {error!r}") from None
        else:
            raise self._broken(partner, "the client raised nothing")

    def _see(self, partner: Partner, error: Any) -> None:
        __tracebackhide__ = True
        if partner.provider.log.connections:
            raise self._broken(partner, "the client connected all the same")
        if self.lacks:
            lacks = f"{getattr(error, 'name', '')} {getattr(error, 'variable', '')}"
            if lacks != self.lacks:
                raise self._broken(partner, f"it lacks {lacks}; due: {self.lacks}")
            return
        told = [violation.pointer for violation in getattr(error, "violations", ())]
        if not isinstance(error, TypeError) and self.pointer not in told:
            raise self._broken(partner, f"it told of {told}; due: {self.pointer}")

    def _broken(self, partner: Partner, came: str) -> Broken:
        return broken(partner.contract, self, f"came: {came}", "due: InvalidRequest")
