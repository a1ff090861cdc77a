"""Every fault again, for clients that keep their connections.

Three calls on one client: the first is sound and leaves its connection, the second meets
the fault on it and must end as the fault's table says, and the third must get its own
answer. What happens before any request meets a client that keeps as it meets any other.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

import httpx2
import pytest
from runtime_faults import contract
from runtime_keeper import Keeper
from runtime_miniature import SECRETS, settings
from test_runtime_faults import PATIENCE, SIGNED, TIMEOUT, WAITS, Met, blocking, both

from specmill.harness.certificates import Certificates
from specmill.harness.faults import FAULTS
from specmill.harness.provider import Provider

Calls = Callable[..., Met]
EXPIRY: Final = 60.0
LATE: Final = 0.3
"""Seconds after which what a fault leaves behind has come."""
REFERENCES: Final = ("R1", "R2", "R3")


ANSWERS: Final = sorted(
    name
    for name, fault in FAULTS.items()
    if fault.stage == "answer"
    and (not fault.tls or fault.tls == "good")
    and name not in SIGNED
)
BEFORE: Final = sorted(set(FAULTS) - set(ANSWERS) - SIGNED)


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


@both
@pytest.mark.parametrize("name", ANSWERS)
def test_a_fault_on_a_kept_connection_is_told_right_and_leaves_nothing(
    calls: Calls, name: str, certificates: Certificates
) -> None:
    fault = FAULTS[name]
    tls = certificates if fault.tls else None
    with Keeper(("none", name), tls) as provider:
        limit = TIMEOUT if WAITS.search(name) else PATIENCE
        given = settings(base_url=provider.url("toypay"), timeout=limit)
        given["keepalive_expiry"] = EXPIRY
        given["ssl_context"] = tls.trusting() if tls else None
        met = calls(given, REFERENCES, LATE if fault.keeps else 0.0)
    bodies = [json.loads(record.received.body) for record in provider.log.records]
    sent = [body["reference"] for body in bodies]

    first, second, third = met.outcomes
    assert (first, third) == ("answered", "answered")
    assert second in fault.outcomes
    assert provider.log.connections == 2
    assert len(sent) == len(set(sent))
    assert [] == [each for each in SECRETS if any(each in told for told in met.told)]


def _on_httpx2(calls: Calls) -> Any:
    kind = httpx2.HTTPTransport if calls is blocking else httpx2.AsyncHTTPTransport
    return kind(trust_env=False)


LEFT: Final = sorted(fault.name for fault in FAULTS.values() if fault.keeps)


@both
@pytest.mark.parametrize("is_on_httpx2", [False, True], ids=["default", "httpx2"])
@pytest.mark.parametrize("pause", [0.0, 0.05, 0.1])
@pytest.mark.parametrize("name", LEFT)
def test_what_comes_after_the_look_is_never_taken_for_an_answer(
    calls: Calls, name: str, pause: float, is_on_httpx2: bool
) -> None:
    with Keeper(("none", name)) as provider:
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=EXPIRY)
        given["transport"] = _on_httpx2(calls) if is_on_httpx2 else None
        met = calls(given, REFERENCES, pause)

    assert set(met.outcomes) <= {"answered", "unknown"}
    assert 3 == len(provider.log.records)


@both
@pytest.mark.parametrize("name", [*LEFT, "gzip-bomb"])
def test_a_fault_on_a_connection_that_httpx2_keeps_leaves_nothing(
    calls: Calls, name: str
) -> None:
    with Keeper(("none", name)) as provider:
        given = settings(base_url=provider.url("toypay"), keepalive_expiry=EXPIRY)
        met = calls({**given, "transport": _on_httpx2(calls)}, REFERENCES, LATE)

    first, second, third = met.outcomes
    assert (first, third) == ("answered", "answered")
    assert second in FAULTS[name].outcomes
    assert provider.log.connections == 2


@both
@pytest.mark.parametrize("name", BEFORE)
def test_a_fault_before_a_request_is_told_right_and_leaves_nothing(
    calls: Calls, name: str, certificates: Certificates
) -> None:
    fault = FAULTS[name]
    is_absent = fault.stage == "listen"
    tls = certificates if fault.tls else None
    faults = (name,) if is_absent else (name, "none", "none")
    with Provider([contract()], faults=faults, tls=tls) as provider:
        limit = TIMEOUT if WAITS.search(name) else PATIENCE
        given = settings(base_url=provider.url("toypay"), timeout=limit)
        given["keepalive_expiry"] = EXPIRY
        given["ssl_context"] = tls.trusting() if tls else None
        met = calls(given, REFERENCES)

    first, *others = met.outcomes
    assert first in fault.outcomes
    assert others == ["not-sent" if is_absent else "answered"] * 2
