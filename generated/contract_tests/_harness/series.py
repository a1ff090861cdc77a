"""Cases about methods that make several calls, and about the states that end them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from importlib import import_module
from itertools import islice
from typing import Any, ClassVar

from .bodies import text_of
from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner, runner
from .edits import Put
from .light import dataclass
from .pointers import NOTHING, Json, found, steps_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series(Case):
    side: ClassVar[str] = "client"

    answer: str
    """The name of the reply that every call gets."""
    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    """Keyword arguments that differ from those of the full call."""

    def _passed(self, client: Client) -> dict[str, Any]:
        return {**client.arguments, **self.arguments}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns(_Series):
    """A list that comes in parts, of which the last one is told by its size."""

    items: str
    """Where the items of a part are in the body of the reply."""
    item: Json
    parts: tuple[int, ...]
    """How many items come with each call."""
    skip: str
    """Where a call says how many items it skips."""
    start: int

    @property
    def proves(self) -> str:
        sizes = ", ".join(map(str, self.parts))
        return f"all items of parts of {sizes} are yielded, and nothing else is asked"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        provider = partner.provider
        provider.clear()
        for size in self.parts:
            edit = Put(self.items, [self.item] * size)
            provider.next(reply=self.answer, edits=(edit,))
        # One more than is due, or an iteration that knows no end would have none.
        most = sum(self.parts) + 1
        came = len(_each(partner, client, self._passed(client), most))
        if came != sum(self.parts):
            raise broken(
                partner.contract, self, f"came: {came} items; due: {sum(self.parts)}"
            )
        skipped = [
            text_of(found(each.document, steps_of(self.skip)))
            for each in provider.log.records
        ]
        due = [str(self.start + sum(self.parts[:at])) for at in range(len(self.parts))]
        if skipped != due:
            says = f"it skipped {', '.join(skipped)}; due: {', '.join(due)}"
            raise broken(partner.contract, self, says)


def _each(
    partner: Partner, client: Client, passed: Mapping[str, Any], most: int
) -> list[Any]:
    settings = client.settings(partner.contract, partner.url(), TIMEOUT)
    name = f"each_{partner.contract.operation}"
    if client.is_awaited:
        return list(runner().run(_each_awaited(client, settings, name, passed, most)))
    with client.kind(**settings) as caller:
        return list(islice(getattr(caller, name)(**passed), most))


async def _each_awaited(
    client: Client,
    settings: Mapping[str, Any],
    name: str,
    passed: Mapping[str, Any],
    most: int,
) -> list[Any]:
    came: list[Any] = []
    async with client.kind(**settings) as caller:
        async for each in getattr(caller, name)(**passed):
            came.append(each)
            if len(came) == most:
                break
    return came


@dataclass(frozen=True, slots=True, kw_only=True)
class Polls(_Series):
    """A state that is asked for until it is final, or the schedule ends."""

    at: str
    """Where the state is in the body of the reply."""
    states: tuple[str, ...]
    """The states that come, one to a call."""
    every: int
    """The seconds between two calls."""
    ends: bool
    """Whether the last of the states is final."""

    @property
    def proves(self) -> str:
        calls = f"{len(self.states)} calls, {self.every} s apart"
        last = self.states[-1]
        return f"{calls}, end with {last}" + ("" if self.ends else ", which is not it")

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        provider = partner.provider
        provider.clear()
        for state in self.states:
            provider.next(reply=self.answer, edits=(Put(self.at, state),))
        paused: list[float] = []
        try:
            reply = _polled(partner, client, self._passed(client), paused)
        except client.errors.OutcomeUnknown as error:
            if self.ends or error.reason != "not-final":
                raise broken(partner.contract, self, f"it raised: {error!r}") from None
        else:
            if not self.ends:
                says = f"it returned a {type(reply).__name__}; due: not-final"
                raise broken(partner.contract, self, says)
        due = [float(self.every)] * (len(self.states) - 1)
        if paused != due or len(provider.log.records) != len(self.states):
            says = f"{len(provider.log.records)} calls, with pauses of {paused}"
            raise broken(partner.contract, self, says)


def _polled(
    partner: Partner, client: Client, passed: Mapping[str, Any], paused: list[float]
) -> Any:
    """Poll by a clock that only pauses move; they are told and not waited for."""
    settings = client.settings(partner.contract, partner.url(), TIMEOUT)
    name = f"poll_{partner.contract.operation}"
    given = {**passed, "now": lambda: sum(paused)}
    if client.is_awaited:
        return runner().run(_polled_awaited(client, settings, name, given, paused))
    with client.kind(**settings) as caller:
        return getattr(caller, name)(**given, sleep=paused.append)


async def _polled_awaited(
    client: Client,
    settings: Mapping[str, Any],
    name: str,
    passed: Mapping[str, Any],
    paused: list[float],
) -> Any:
    async def sleep(seconds: float) -> None:
        paused.append(seconds)

    async with client.kind(**settings) as caller:
        return await getattr(caller, name)(**passed, sleep=sleep)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands(_Series):
    """A state that a reply tells, and what the operation says of it."""

    at: str
    state: str
    final: bool | None
    allows: tuple[str, ...] = ()

    @property
    def proves(self) -> str:
        final = {True: "final", False: "not final", None: "not said to be final"}
        return f"the state {self.state} is read, and is {final[self.final]}"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract, provider = partner.contract, partner.provider
        provider.clear()
        provider.next(reply=self.answer, edits=(Put(self.at, self.state),))
        url, passed = partner.url(), self._passed(client)
        try:
            reply = client.call(contract, url, passed, TIMEOUT)
        except client.errors.ApiError as error:
            raise broken(
                partner.contract, self, f"the client raised: {error!r}"
            ) from None
        package = client.errors.ApiError.__module__.rpartition(".")[0]
        raw = import_module(f"{package}.model").raw(reply)
        if found(raw, steps_of(self.at)) in (NOTHING, None):
            raise broken(partner.contract, self, f"the reply has no {self.at}")
        partners = client.errors.__package__
        module = import_module(f"{partners}.operations.{contract.operation}")
        known = module.OPERATION.states.values.get(self.state)
        is_final = import_module(f"{package}.polling").is_final
        told = (known.final, tuple(known.allows)) if known is not None else None
        wrong = told != (self.final, self.allows)
        if wrong or is_final(module.OPERATION, reply) is not (self.final is True):
            raise broken(partner.contract, self, f"the operation says of it: {known}")
