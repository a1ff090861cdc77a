"""Asking again by the documented schedule, until a state is final."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from runtime_miniature import VERIFY_OTP
from runtime_miniature_models import VerifyOtpVerified
from runtime_server import VERIFIED

from specmill.runtime.client import AsyncClient, SyncClient
from specmill.runtime.declare import Operation, Polling, State, States
from specmill.runtime.errors import OutcomeUnknown
from specmill.runtime.model import read

OPERATION = replace(
    VERIFY_OTP,
    may_repeat=True,
    states=States(
        at=("resultInfo", "resultMsg"),
        values={
            "WORKING": State(final=False),
            "DONE": State(final=True),
            "ODD": State(),
        },
    ),
    polling=Polling(every=5, lasts=20),
)


class Clock:
    """Seconds that pass only where someone sleeps or a call takes some."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    async def wait(self, seconds: float) -> None:
        self.sleep(seconds)

    def now(self) -> float:
        return self.seconds


class Answers:
    """A client whose calls return replies in these states, the last one for ever."""

    def __init__(self, clock: Clock, *states: str, takes: float = 0.0) -> None:
        self.clock, self.states, self.takes, self.calls = clock, states, takes, 0

    def _call(self, operation: Operation, arguments: Mapping[str, object]) -> Any:
        state = self.states[min(self.calls, len(self.states) - 1)]
        self.calls += 1
        self.clock.seconds += self.takes
        info = {**VERIFIED["resultInfo"], "resultMsg": state}
        return read(VerifyOtpVerified, {**VERIFIED, "resultInfo": info})


class AwaitedAnswers(Answers):
    async def _call(  # type: ignore[override]
        self, operation: Operation, arguments: Mapping[str, object]
    ) -> Any:
        return super()._call(operation, arguments)


def polled(client: Any) -> Any:
    clock = client.clock
    if isinstance(client, AwaitedAnswers):
        due: Any = AsyncClient._poll(client, OPERATION, {}, clock.wait, clock.now)  # type: ignore[arg-type]
        return asyncio.run(due)
    return SyncClient._poll(client, OPERATION, {}, clock.sleep, clock.now)


KINDS = pytest.mark.parametrize("kind", [Answers, AwaitedAnswers])


@KINDS
def test_a_final_state_is_returned_at_once(kind: type[Answers]) -> None:
    client = kind(Clock(), "DONE")

    assert "DONE" == polled(client).result_info.result_msg
    assert [] == client.clock.slept


@KINDS
def test_it_is_asked_again_until_a_state_is_final(kind: type[Answers]) -> None:
    client = kind(Clock(), "WORKING", "ODD", "DONE")

    assert "DONE" == polled(client).result_info.result_msg
    assert [5.0, 5.0] == client.clock.slept


@KINDS
@pytest.mark.parametrize("state", ["WORKING", "ODD", "NEW"])
def test_the_end_of_the_schedule_leaves_the_outcome_unknown(
    kind: type[Answers], state: str
) -> None:
    client = kind(Clock(), state)

    with pytest.raises(OutcomeUnknown) as raised:
        polled(client)
    assert "not-final" == raised.value.reason
    assert (5, 20.0) == (client.calls, sum(client.clock.slept))


@KINDS
def test_no_call_begins_after_the_documented_time(kind: type[Answers]) -> None:
    client = kind(Clock(), "WORKING", takes=6.0)

    with pytest.raises(OutcomeUnknown):
        polled(client)
    assert 3 == client.calls
