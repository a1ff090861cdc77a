"""The table of faults, and a provider that was started with some of them.

What a caller makes of each fault is tested in `tests/runtime/test_runtime_faults.py`.
"""

from __future__ import annotations

import ssl
import urllib.request
from pathlib import Path

import pytest

from specmill.harness.breaks import BREAKS
from specmill.harness.certificates import KINDS, Certificates
from specmill.harness.contract import Contract
from specmill.harness.faults import FAULTS
from specmill.harness.framing import FRAMING
from specmill.harness.handshakes import HANDSHAKES
from specmill.harness.payloads import PAYLOADS
from specmill.harness.provider import Provider
from specmill.harness.requests import made_up, request_of
from specmill.harness.statuses import STATUSES
from specmill.harness.wire import Answer, NoAnswer, Request, send


def ask(provider: Provider, header: str = "") -> Answer:
    contract = provider.contracts[0]
    base_url = provider.url("acme")
    made = request_of(contract, made_up(contract), (), base_url)
    named = (("Specmill-Fault", header),) if header else ()
    return send(
        base_url, Request(made.method, made.target, (*made.headers, *named), made.body)
    )


def test_no_two_faults_have_one_name() -> None:
    listed = (*BREAKS, *FRAMING, *PAYLOADS, *STATUSES, *HANDSHAKES)

    assert len(listed) == len(FAULTS)


def test_every_fault_says_what_it_does_and_what_it_comes_to() -> None:
    silent = [
        each.name for each in FAULTS.values() if not each.says or not each.outcomes
    ]

    assert [] == silent


def test_connections_take_the_faults_in_turn(contract: Contract) -> None:
    with Provider(
        [contract], faults=("bad-gateway", "none", "redirect-307")
    ) as provider:
        statuses = [ask(provider).status for _ in range(4)]

    assert [502, 200, 307, 502] == statuses


def test_a_provider_that_forgets_starts_with_its_first_fault(
    contract: Contract,
) -> None:
    with Provider([contract], faults=("bad-gateway", "none")) as provider:
        ask(provider)
        provider.clear()

        assert 502 == ask(provider).status


def test_a_request_that_asks_for_a_fault_gets_that_one(contract: Contract) -> None:
    with Provider([contract], faults=("bad-gateway",)) as provider:
        assert 503 == ask(provider, "unavailable").status


@pytest.mark.parametrize(
    "faults, says",
    [
        (("slow-drop",), "there is no fault slow-drop; did you mean slow-drip?"),
        (("refused", "none"), "the fault refused leaves room for no other"),
        (("tls-expired",), "the fault tls-expired needs a provider with TLS"),
    ],
)
def test_faults_that_cannot_be_had_are_refused(
    contract: Contract, faults: tuple[str, ...], says: str
) -> None:
    with pytest.raises(ValueError) as caught:
        Provider([contract], faults=faults)

    assert says == str(caught.value)


def test_a_fault_before_any_request_is_asked_for_in_vain(provider: Provider) -> None:
    answered = ask(provider, "reset-on-accept")

    assert 501 == answered.status
    assert "comes before any request" in answered.body["specmill"]


def test_a_refused_connection_leaves_its_port_taken(contract: Contract) -> None:
    with Provider([contract], faults=("refused",)) as provider:
        with pytest.raises(NoAnswer, match="refused"):
            ask(provider)
        port = int(provider.address.rpartition(":")[2])

        with pytest.raises(OSError), Provider([contract], port=port):
            pass


def test_the_answer_of_another_call_has_what_another_call_sent(
    provider: Provider,
) -> None:
    assert "S-1" != ask(provider, "answer-of-another").body["shop"]


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_good_certificate_is_trusted(
    contract: Contract, kind: str, tmp_path: Path
) -> None:
    made = Certificates()
    fault = next((each.name for each in HANDSHAKES if each.tls == kind), "none")
    faults = ("none",) if kind == "good" else (fault,)
    with Provider([contract], faults=faults, tls=made) as provider:
        url = f"{provider.address}/__specmill/"
        trusting = made.trusting()
        if kind == "good":
            with urllib.request.urlopen(url, context=trusting) as answered:
                assert 200 == answered.status
        else:
            with pytest.raises(OSError) as caught:
                urllib.request.urlopen(url, context=trusting).close()
            assert isinstance(getattr(caught.value, "reason", None), ssl.SSLError)
