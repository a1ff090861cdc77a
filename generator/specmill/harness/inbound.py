"""Cases about calls that the partner makes to us: this side plays the partner.

A call is made and signed from the contract document alone, goes over HTTP to the
generated handler, and is held to what the page says of the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Literal
from urllib.parse import parse_qsl, urlsplit

from .bodies import decode, text_of
from .cases import Broken, Case, broken, came, sent, shown
from .contract import Contract
from .edits import Edit
from .light import dataclass
from .moments import written
from .pointers import Json, drop, same, steps_of
from .replies import Reply
from .requests import made_up, request_of
from .wire import Answer, NoAnswer, Request, send

if TYPE_CHECKING:
    from .reception import Reception

Tampered = Literal["", "signature cut", "signature empty", "body", "time"]
"""What somebody changes after the partner has signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call(Case):
    side: ClassVar[str] = "client"

    edits: tuple[Edit, ...] = ()
    """What is changed in the valid call of the contract document."""
    late: int = 0
    """Seconds between the time that it tells and now."""
    tampered: Tampered = ""

    @property
    def what(self) -> str:
        told = [str(each) for each in self.edits]
        told += [f"{abs(self.late)} s {'late' if self.late > 0 else 'early'}"] * bool(
            self.late
        )
        told += [f"another {self.tampered} than was signed"] * bool(self.tampered)
        return f"a call with {' and '.join(told)}" if told else "the call"

    def call(self, reception: Reception) -> tuple[Request, Answer]:
        """Make the call and return it with its answer; Broken where none comes."""
        __tracebackhide__ = True
        contract = reception.contract
        moment = datetime.now(UTC) - timedelta(seconds=self.late)
        request = request_of(contract, made_up(contract), self.edits, at=moment)
        request = _tampered(contract, request, self.tampered)
        reception.events.clear()
        try:
            return request, send(reception.base_url, request)
        except NoAnswer as error:
            raise broken(contract, self, f"came: {error}") from None

    def fail(
        self, reception: Reception, request: Request, answer: Answer, *due: str
    ) -> Broken:
        contract, values = reception.contract, made_up(reception.contract)
        told = (
            sent(contract, values, request),
            came(contract, values, request, answer),
        )
        return broken(contract, self, *due, *told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(_Call):
    """A documented call, which must be told whole and answered exactly as prescribed."""

    answer: str
    """The name of the acknowledgement that is chosen."""
    status: int
    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: Json = None
    """The JSON value of the body; None where there is none."""
    text: str | None = None
    times: int = 1
    """How often it is made: a partner repeats what it saw no answer to."""

    @property
    def proves(self) -> str:
        again = f", {self.times} times" if self.times > 1 else ""
        return f"{self.what} is taken and answered with {self.answer}{again}"

    def check(self, reception: Reception) -> None:
        __tracebackhide__ = True
        reception.choose(self.answer, self.arguments)
        for _ in range(self.times):
            self._check(reception)

    def _check(self, reception: Reception) -> None:
        __tracebackhide__ = True
        request, answer = self.call(reception)
        if not reception.events:
            raise self.fail(reception, request, answer, "due: an event")
        contract, event = reception.contract, reception.events[-1]
        wrong = [*self._wrong(contract, answer), *_untold(contract, request, event)]
        if wrong:
            raise self.fail(reception, request, answer, "due:", *wrong)

    def _wrong(self, contract: Contract, answer: Answer) -> list[str]:
        wrong = []
        if answer.status != self.status:
            wrong.append(f"the HTTP status {self.status}")
        came = {name.lower(): text for name, text in answer.headers}
        for name, text in self.headers.items():
            if came.get(name.lower()) != text:
                wrong.append(f"the header {name}: {text}")
        reply = contract.reply(self.answer)
        if self.body is not None and not _is_body(reply, answer, self.body):
            wrong.append(f"the body {shown(self.body)}")
        text = self.text or ""
        if self.body is None and answer.content != text.encode("utf-8"):
            wrong.append(f"the body {shown(text)}")
        return wrong


def _is_body(reply: Reply | None, answer: Answer, due: Json) -> bool:
    if reply is None:
        return False
    try:
        return same(decode(reply.body, reply.schema, answer.content), due)
    except ValueError:
        return False


def _untold(
    contract: Contract, request: Request, event: Mapping[str, Json]
) -> list[str]:
    """Return what came with the call and is not in the event."""
    wrong = []
    if "body" in event and not same(event["body"], _told(contract, request)):
        wrong.append("an event that has every member of the body")
    query = dict(parse_qsl(urlsplit(request.target).query, keep_blank_values=True))
    told = {name: text_of(value) for name, value in event.get("query", query).items()}
    if told != query:
        wrong.append("an event that has every member of the query")
    return wrong


def _told(contract: Contract, request: Request) -> Json:
    """Return the body of a call, without what proves it."""
    schema = contract.schema["properties"]["body"]
    body = decode(contract.body, schema, request.body)
    for source in contract.sources:
        place, *steps = steps_of(source.pointer)
        if place == "body" and source.kind in ("credential", "basic", "signature"):
            body = drop(body, tuple(steps))
    return body


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway(_Call):
    """A call that no partner makes so, which must not become an event."""

    statuses: tuple[int, ...]
    """The HTTP statuses that say why."""

    @property
    def proves(self) -> str:
        return f"{self.what} is refused"

    def check(self, reception: Reception) -> None:
        __tracebackhide__ = True
        request, answer = self.call(reception)
        if reception.events:
            raise self.fail(reception, request, answer, "due: no event")
        listed = " or ".join(map(str, self.statuses))
        if answer.status not in self.statuses:
            raise self.fail(reception, request, answer, f"due: HTTP {listed}")
        if answer.content:
            raise self.fail(reception, request, answer, "due: an empty body")


# Tampering ----------------------------------------------------------------------------


def _tampered(contract: Contract, request: Request, how: Tampered) -> Request:
    if how == "body":
        return replace(request, body=request.body + b" ")
    if how == "time":
        clock = contract.clock
        moment = contract.moment(clock.pointer) if clock else None
        assert clock is not None and moment is not None
        text = written(moment, datetime.now(UTC) + timedelta(seconds=1))
        return _with_header(request, clock.pointer, lambda _: clock.prefix + str(text))
    if how:
        carrier = next(each for each in contract.sources if each.kind == "signature")
        end = -1 if how == "signature cut" else 0
        size = len(carrier.prefix)
        return _with_header(
            request, carrier.pointer, lambda text: text[:end] if end else text[:size]
        )
    return request


def _with_header(request: Request, pointer: str, change: Any) -> Request:
    name = steps_of(pointer)[-1].lower()
    headers = tuple(
        (each, change(text) if each.lower() == name else text)
        for each, text in request.headers
    )
    return replace(request, headers=headers)
