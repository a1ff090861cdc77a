"""Every fault that the harness can play, met by both clients, twice on one client.

The first call meets the fault and must end as the fault's table says; the second meets
none and must get its own answer.
"""

from __future__ import annotations

import asyncio
import pickle
import re
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import httpx2
import pytest
from runtime_faults import contract
from runtime_miniature import CALL, SECRETS, AsyncToypayClient, ToypayClient, settings

from specmill.harness.certificates import Certificates
from specmill.harness.faults import FAULTS
from specmill.harness.provider import Provider
from specmill.harness.sealing import MISSIGNED, UNSIGNED
from specmill.runtime.errors import ApiError, NotSent, OutcomeUnknown

TIMEOUT: Final = 1.2
"""Seconds for a fault that ends only when its caller gives up."""
PATIENCE: Final = 8.0
"""Seconds for the others, which end by themselves also on a machine with other work."""
WAITS: Final = re.compile("timeout|slow|hang|never")
TWO: Final = ("R1", "R2")
"""The references of the calls on one client, of which the first meets the fault."""


ANSWERED: Final = frozenset(
    {
        "lengths-agree",
        "chunk-trailers",
        "chunk-extension",
        "extra-octets",
        "extra-answer",
        "late-extra-answer",
        "late-half-answer",
        "reason-missing",
        "bare-line-feeds",
        "header-folded",
        "header-not-ascii",
        "type-missing",
        "type-problem",
        "good-body-201",
        "good-body-202",
        "good-body-299",
    }
)
"""Of the faults whose answer counts or leaves the outcome open: those that count here."""


SIGNED: Final = frozenset({UNSIGNED, MISSIGNED})
"""Faults of signed replies, of which this page knows none; contract tests play them."""


@dataclass
class Met:
    """What two calls on one client came to."""

    outcomes: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """Everything that the errors say, to anybody who asks them in any way."""

    def returned(self, reply: Any, reference: str) -> None:
        is_own = reply.reference == reference
        self.outcomes.append("answered" if is_own else "the answer of another")
        self.told += [repr(reply), str(reply)]

    def raised(self, error: ApiError) -> None:
        kinds = {NotSent: "not-sent", OutcomeUnknown: "unknown"}
        self.outcomes.append(kinds.get(type(error), type(error).__name__))
        self.told += [str(error), repr(error), repr(vars(error))]
        self.told += [pickle.dumps(error).decode("latin-1")]
        self.told += traceback.format_exception(error)
        for frame, _ in traceback.walk_tb(error.__traceback__):
            if "specmill" in frame.f_code.co_filename:
                self.told.append(repr(dict(frame.f_locals)))


def blocking(
    given: dict[str, Any], references: Sequence[str] = TWO, pause: float = 0
) -> Met:
    """Make a call with each of *references*, and wait after each."""
    met = Met()
    with ToypayClient(**given) as client:
        for reference in references:
            try:
                reply = client.verify_otp(**{**CALL, "reference": reference})
            except ApiError as error:
                met.raised(error)
            else:
                met.returned(reply, reference)
            time.sleep(pause)
    return met


def awaited(
    given: dict[str, Any], references: Sequence[str] = TWO, pause: float = 0
) -> Met:
    """Do as `blocking` does, with the client that is awaited."""

    async def called() -> Met:
        met = Met()
        async with AsyncToypayClient(**given) as client:
            for reference in references:
                try:
                    reply = await client.verify_otp(**{**CALL, "reference": reference})
                except ApiError as error:
                    met.raised(error)
                else:
                    met.returned(reply, reference)
                await asyncio.sleep(pause)
        return met

    return asyncio.run(called())


both = pytest.mark.parametrize("calls", [blocking, awaited], ids=["sync", "async"])


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


@both
@pytest.mark.parametrize("name", sorted(set(FAULTS) - SIGNED))
def test_a_fault_is_told_right_and_does_not_touch_the_next_call(
    calls: Callable[[dict[str, Any]], Met], name: str, certificates: Certificates
) -> None:
    fault = FAULTS[name]
    is_absent = fault.stage == "listen"
    tls = certificates if fault.tls else None
    faults = (name,) if is_absent else (name, "none")
    with Provider([contract()], faults=faults, tls=tls) as provider:
        limit = TIMEOUT if WAITS.search(name) else PATIENCE
        given = settings(base_url=provider.url("toypay"), timeout=limit)
        given["ssl_context"] = tls.trusting() if tls else None
        began = time.monotonic()
        met = calls(given)
        took = time.monotonic() - began
    sent = [record.received for record in provider.log.records]

    first, second = met.outcomes
    assert first in fault.outcomes
    if set(fault.outcomes) == {"answered", "unknown"}:
        assert first == ("answered" if name in ANSWERED else "unknown")
    assert second == ("not-sent" if is_absent else "answered")
    assert provider.log.connections == (0 if is_absent else 2)
    assert all(not request.header("Cookie") for request in sent)
    assert took < TIMEOUT + PATIENCE
    assert [] == [each for each in SECRETS if any(each in told for told in met.told)]


@both
@pytest.mark.parametrize(
    "name", [fault.name for fault in FAULTS.values() if fault.keeps]
)
def test_a_transport_of_httpx2_takes_no_answer_that_was_left_behind(
    calls: Callable[[dict[str, Any]], Met], name: str
) -> None:
    kind = httpx2.HTTPTransport if calls is blocking else httpx2.AsyncHTTPTransport
    with Provider([contract()], faults=(name, "none")) as provider:
        given = settings(base_url=provider.url("toypay"), timeout=5, transport=kind())
        met = calls(given)

    assert "answered" == met.outcomes[1]
    assert 2 == provider.log.connections


def test_the_table_is_as_long_as_it_is_said_to_be() -> None:
    assert len(FAULTS) >= 250
