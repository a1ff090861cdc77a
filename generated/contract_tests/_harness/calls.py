"""Cases about what the generated client sends, and what it refuses to send.

The client talks to the embedded provider over real HTTP; what arrived is judged by the
contract document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import urlsplit

from .bodies import text_of
from .cases import Broken, Case, broken, sent, shown
from .clients import START, TIMEOUT, USUAL, Client, Partner, Setup
from .contract import Contract
from .edits import Drop, Put
from .light import dataclass
from .moments import written
from .paths import filled
from .pointers import NOTHING, Json, drop, found, put, steps_of
from .requests import made_up
from .wire import Request

if TYPE_CHECKING:
    from .desk import Record

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
