"""The fast transport under every fault that the default one meets, with the same ends."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from typing import Any, Final

import pytest
from runtime_faults import contract
from runtime_miniature import CALL, SECRETS, AsyncToypayClient, ToypayClient, settings
from test_runtime_faults import (
    PATIENCE,
    SIGNED,
    TIMEOUT,
    WAITS,
    Met,
    awaited,
    blocking,
    both,
)

from specmill.harness.certificates import Certificates
from specmill.harness.faults import FAULTS
from specmill.harness.provider import Provider
from specmill.runtime.errors import InvalidSetting, NotSent
from specmill.runtime.reqwest import AsyncReqwestTransport, ReqwestTransport

pytest.importorskip("pyreqwest")

CONNECT: Final = 0.7
"""Seconds for connecting, less than for the whole of a call."""
TAKES_ALL: Final = frozenset({"interim-flood"})
"""Faults that hyper sits out: it reads interim answers for as long as some come."""
KINDS: Final = {blocking: ReqwestTransport, awaited: AsyncReqwestTransport}


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
        is_late = WAITS.search(name) or name in TAKES_ALL
        limit = TIMEOUT if is_late else PATIENCE
        given = settings(base_url=provider.url("toypay"), timeout=limit)
        authority = tls.authority if tls else None
        given["transport"] = KINDS[calls](authority, connect_timeout=CONNECT)
        began = time.monotonic()
        met = calls(given)
        took = time.monotonic() - began

    first, second = met.outcomes
    assert first in fault.outcomes
    assert second == ("not-sent" if is_absent else "answered")
    assert provider.log.connections == (0 if is_absent else 2)
    assert took < TIMEOUT + PATIENCE
    assert [] == [each for each in SECRETS if any(each in told for told in met.told)]


@pytest.mark.parametrize("kind", [ToypayClient, AsyncToypayClient])
def test_a_client_takes_it_by_its_name(kind: type[Any]) -> None:
    client = kind(**settings(base_url="http://127.0.0.1:1", transport="pyreqwest"))

    assert isinstance(client._transport.inner, tuple(KINDS.values()))


def test_without_the_library_a_client_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyreqwest.client", None)

    with pytest.raises(InvalidSetting, match="needs pyreqwest, which is not installed"):
        ToypayClient(**settings(base_url="http://127.0.0.1:1", transport="pyreqwest"))


def test_a_fork_sends_nothing_instead_of_waiting_for_ever() -> None:
    def called(told: Any) -> None:
        with pytest.raises(NotSent, match="cannot send in a fork"):
            client.verify_otp(**CALL)
        told.put("not sent")

    fork = multiprocessing.get_context("fork")
    told = fork.Queue()
    with Provider([contract()]) as provider:
        given = settings(base_url=provider.url("toypay"), transport="pyreqwest")
        with ToypayClient(**given) as client:
            client.verify_otp(**CALL)
            child = fork.Process(target=called, args=(told,))
            child.start()
            child.join(20)

    assert "not sent" == told.get(timeout=1)
