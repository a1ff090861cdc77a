"""The generated clients with Prism, which knows the exported document alone.

As a proxy in front of the embedded provider it refuses every request and every answer
that breaks the document; as a mock it answers with the document's own examples.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import httpx2
from openapi_prism import Prism

from contract_tests._harness.calls import Call
from contract_tests._harness.clients import TIMEOUT, Client, Partner, ticking
from contract_tests._harness.contract import Contract
from contract_tests._harness.outcomes import Raises, Returns
from specmill.harness.provider import Provider
from specmill.light import dataclass

SUITES = {
    "aopay": ("get_credit_history", "submit_otp", "transaction_send_otp"),
    "ayoconnect": ("verify_otp",),
    "paytm": ("verify_otp",),
}


@dataclass(frozen=True, slots=True)
class Suite:
    """The generated contract tests of one operation."""

    contract: Contract
    client: Client
    calls: tuple[Call, ...]
    outcomes: tuple[Returns | Raises, ...]


def suites() -> Iterator[Suite]:
    for partner, names in SUITES.items():
        for name in names:
            tests = importlib.import_module(f"contract_tests.{partner}.test_{name}")
            outcomes = (*tests.REPLIES, *tests.CODES)
            yield Suite(tests.CONTRACT, tests.CLIENTS[0], tests.CALLS, outcomes)


@dataclass(frozen=True, slots=True)
class Proxied(Partner):
    """The embedded provider behind Prism, which passes no steps in a path on."""

    address: str

    def url(self, *, reply: str = "", fault: str = "") -> str:
        if reply or fault:
            self.provider.next(reply=reply, fault=fault)
        return f"{self.address}/{self.contract.partner}"


NOT_PASSED_ON = "Prism's proxy passes no GET with a body on to the server behind it"
EXPLAINED = {
    "aopay.get_credit_history": NOT_PASSED_ON,
    "aopay.submit_otp": NOT_PASSED_ON,
}
"""Operations of which no call comes through the proxy, and why that is so."""


def test_prism_agrees_with_every_request_of_a_client(
    prism_proxy: Prism, provider: Provider
) -> None:
    found = dict(_broken(_calls(), prism_proxy, provider))

    assert _explained(_calls()) == found.keys(), found


def test_prism_agrees_with_every_answer_of_the_embedded_provider(
    prism_proxy: Prism, provider: Provider
) -> None:
    found = dict(_broken(_outcomes(), prism_proxy, provider))

    assert _explained(_outcomes()) == found.keys(), found


def _explained(cases: Iterator[tuple[Suite, Any]]) -> set[str]:
    return {
        f"{suite.contract.name} {case.id}"
        for suite, case in cases
        if suite.contract.name in EXPLAINED
    }


def _calls() -> Iterator[tuple[Suite, Any]]:
    return ((suite, call) for suite in suites() for call in suite.calls)


def _outcomes() -> Iterator[tuple[Suite, Any]]:
    return ((suite, case) for suite in suites() for case in suite.outcomes)


def _broken(
    cases: Iterator[tuple[Suite, Any]], prism: Prism, provider: Any
) -> Iterator[tuple[str, str]]:
    for suite, case in cases:
        try:
            case.check(Proxied(suite.contract, provider, prism.address), suite.client)
        except AssertionError as error:
            yield f"{suite.contract.name} {case.id}", str(error)


def test_prism_refuses_a_request_that_breaks_the_document(
    prism_proxy: Prism, provider: Provider
) -> None:
    provider.clear()
    url = f"{prism_proxy.address}/aopay/api/AOP/CibilScore/GetCreditHistory"

    answer = httpx2.request("GET", url, json={"cibil_id": 1})

    assert (422, []) == (answer.status_code, provider.log.records)


# Prism as a mock ----------------------------------------------------------------------


class Asking(httpx2.HTTPTransport):
    """Asks Prism for one of the examples of the document."""

    def __init__(self, status: int, name: str) -> None:
        super().__init__()
        self._prefer = f"code={status}, example={name}"

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers["Prefer"] = self._prefer
        return super().handle_request(request)


def test_a_client_reads_every_example_that_prism_answers_with(
    prism_mock: Prism,
) -> None:
    found = {
        f"{suite.contract.name} {case.id}": told
        for suite, case in _outcomes()
        if (told := _misread(suite, case, prism_mock))
    }

    assert {} == found


def _misread(suite: Suite, case: Returns | Raises, prism: Prism) -> str:
    """Return how the client misreads an example; empty where it does not."""
    due = case.model if isinstance(case, Returns) else case.error
    came = _came(suite, case, prism)
    return "" if came == due else f"came: {came}; due: {due}"


def _came(suite: Suite, case: Returns | Raises, prism: Prism) -> str:
    contract = suite.contract
    with suite.client.kind(
        base_url=f"{prism.address}/{contract.partner}",
        credentials={each.name: each.example for each in contract.credentials},
        facts=contract.stated,
        timeout=TIMEOUT,
        clock=ticking(),
        transport=Asking(_status(contract, case), case.answer),
    ) as client:
        try:
            reply = getattr(client, contract.operation)(**suite.client.arguments)
        except suite.client.errors.ApiError as error:
            return type(error).__name__
        return type(reply).__name__


def _status(contract: Contract, case: Returns | Raises) -> int:
    if isinstance(case, Raises):
        return case.http
    code = contract.code(case.answer)
    reply = contract.reply(code.reply if code else case.answer)
    assert reply is not None
    return (code.http if code else None) or (*reply.http, 200)[0]
