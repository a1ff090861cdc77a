"""Cases pass where the contract is kept and fail, understandably, where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from specmill.harness.calls import Call
from specmill.harness.cases import Broken, Case
from specmill.harness.clients import Client, Partner
from specmill.harness.contract import Contract
from specmill.harness.edits import Drop, Put
from specmill.harness.exchanges import Accepted, Answers, Observed, Refused, Server
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of
from specmill.harness.requests import made_up, request_of
from specmill.harness.summary import Outcome, Result, Tally, covers
from specmill.harness.wire import send

NO_OTP = Refused(
    id="otp left out",
    fact="body.otp.length",
    evidence="table",
    edits=(Drop("/body/otp"),),
    fault="absent",
    codes=("10",),
)
EVERYTHING = Accepted(id="everything", fact="request", evidence="table")
BUSY = Answers(
    id="busy",
    fact="",
    evidence="",
    answer="30",
    reply="done",
    http=200,
    code="30",
    holds={"/text": "Busy", "/class": "F"},
)


@pytest.mark.parametrize("case", [EVERYTHING, NO_OTP, BUSY], ids=str)
def test_a_provider_that_keeps_the_contract_passes(server: Server, case: Any) -> None:
    assert None is case.check(server)


def takes_anything(document: dict[str, Any]) -> None:
    document["request"]["schema"]["properties"]["body"]["required"] = []


def answers_with_another_code(document: dict[str, Any]) -> None:
    missing, wrong = document["codes"][1:3]
    missing["answers"], wrong["answers"] = wrong["answers"], missing["answers"]


def refuses_everything(document: dict[str, Any]) -> None:
    document["codes"] = document["codes"][1:]
    document["replies"][0]["example"]["code"] = "10"


def has_another_type(document: dict[str, Any]) -> None:
    document["replies"][0]["example"]["text"] = 1
    for code in document["codes"]:
        code["message"] = ""


def has_another_member(document: dict[str, Any]) -> None:
    document["replies"][0]["example"]["extra"] = 1


def echoes_something_else(document: dict[str, Any]) -> None:
    document["replies"][0]["echoes"] = {}


def has_another_status(document: dict[str, Any]) -> None:
    for code in document["codes"]:
        code["http"] = 401 if code["http"] == 200 else 200


def has_another_class(document: dict[str, Any]) -> None:
    document["replies"][0]["example"]["class"] = "X"


def has_another_message(document: dict[str, Any]) -> None:
    document["codes"][-1]["message"] = "Idle"


@pytest.mark.parametrize(
    "case, change",
    [
        (NO_OTP, takes_anything),
        (NO_OTP, answers_with_another_code),
        (EVERYTHING, refuses_everything),
        (EVERYTHING, has_another_type),
        (EVERYTHING, has_another_member),
        (EVERYTHING, echoes_something_else),
        (EVERYTHING, has_another_status),
        (EVERYTHING, has_another_class),
        (BUSY, has_another_message),
    ],
)
def test_a_provider_that_drifts_fails(
    contract: Contract,
    document: dict[str, Any],
    case: Any,
    change: Callable[[dict[str, Any]], None],
) -> None:
    change(document)

    with Provider([contract_of(document)]) as drifted, pytest.raises(Broken):
        case.check(server_of(contract, drifted))


def test_a_failure_tells_sent_came_and_due_without_secrets(
    contract: Contract, document: dict[str, Any]
) -> None:
    takes_anything(document)
    case = replace(NO_OTP, edits=(Drop("/body/count"),))

    with Provider([contract_of(document)]) as drifted, pytest.raises(Broken) as caught:
        case.check(server_of(contract, drifted))

    told = str(caught.value)
    assert "due: a documented refusal" in told
    assert "came: HTTP 200\n" in told
    assert '\n    {"code": "00"' in told
    assert "POST /confirm?shop=S-1" in told
    assert "the page says (table): otp is text of exactly 6 characters" in told
    assert not any(secret in told for secret in ("example-token", "123456"))


def test_an_answer_that_is_not_json_fails(server: Server, provider: Provider) -> None:
    provider.next(fault="not-json")

    with pytest.raises(Broken, match="due: JSON"):
        EVERYTHING.check(server)


def test_no_answer_fails(server: Server, provider: Provider) -> None:
    provider.next(fault="closed-before-answer")

    with pytest.raises(Broken, match="no answer"):
        EVERYTHING.check(server)


OBSERVED = Observed(
    id="another member", fact="", evidence="", edits=(Put("/body/x", 1),), why="unsaid"
)


@pytest.mark.parametrize(
    "fault, expected",
    [
        ("", "HTTP 200, done, success, code 00"),
        ("not-json", "HTTP 200, not JSON"),
        ("other-shape", "HTTP 200, no documented reply"),
        ("reset", "no answer: "),
    ],
)
def test_an_observation_keeps_what_came_and_never_fails(
    server: Server, provider: Provider, fault: str, expected: str
) -> None:
    if fault:
        provider.next(fault=fault)

    OBSERVED.check(server)

    assert server.tally.observations[0].came.startswith(expected)


def test_a_refusal_for_another_reason_than_its_shape_is_no_failure_at_a_real_server(
    server: Server, provider: Provider
) -> None:
    provider.next(code="30")

    assert None is EVERYTHING.check(replace(server, is_embedded=False))


def test_the_tally_counts_facts_that_passing_cases_show(contract: Contract) -> None:
    tally = Tally(contract)
    tally.add(result(NO_OTP, "failed"))
    before = len(tally.covered)
    tally.add(result(NO_OTP, "passed"))

    assert (0, 1) == (before, len(tally.covered))
    assert "1 passed, 1 failed, 0 observed; 1 of 1 facts shown" in tally.line()


def test_an_observation_shows_no_fact(contract: Contract) -> None:
    tally = Tally(contract)

    tally.add(result(replace(OBSERVED, fact="body.otp.length"), "observed"))

    assert ((), 0) == (tally.covered, tally.number("passed"))


def result(case: Case, outcome: Outcome) -> Result:
    return Result(
        operation="acme.confirm",
        place=0,
        test="test_provider",
        case=case.id,
        side=case.side,
        fact=case.fact,
        outcome=outcome,
    )


@pytest.mark.parametrize(
    "cited, expected",
    [
        ("body.otp.length", True),
        ("body.otp.*", True),
        ("body.otp", False),
        ("body.ot.*", False),
        ("request", False),
    ],
)
def test_a_case_shows_the_facts_that_it_cites(
    contract: Contract, cited: str, expected: bool
) -> None:
    assert expected is covers(cited, contract.facts[0])


DIFFERS = "the header x-bool differs; due: true"


@pytest.mark.parametrize(
    "sent, faults", [("true", []), ("false", [DIFFERS]), ("True", [DIFFERS])]
)
def test_a_truth_in_a_header_is_a_word_of_json(
    document: dict[str, Any], sent: str, faults: list[str]
) -> None:
    document["request"]["example"]["headers"]["X-Bool"] = True
    contract = contract_of(document)
    with Provider([contract]) as provider:
        partner = Partner(contract, provider)
        client = Client(caller(contract, sent), ERRORS, {})
        told = complaint(partner, client)

    assert faults == [line for line in told if "x-bool" in line]


ERRORS: Any = SimpleNamespace(ApiError=ZeroDivisionError)


def caller(contract: Contract, flag: str) -> Any:
    """Return a class of clients that send the good request and X-Bool as *flag*."""

    @contextmanager
    def client(base_url: str, **settings: Any) -> Iterator[Any]:
        def confirm() -> None:
            request = request_of(contract, made_up(contract), (), base_url)
            headers = tuple(
                (name, flag if name == "X-Bool" else text)
                for name, text in request.headers
            )
            send(base_url, replace(request, headers=headers))

        yield SimpleNamespace(confirm=confirm)

    return client


def complaint(partner: Partner, client: Client) -> list[str]:
    """Return the lines of what a full call is said to do wrong."""
    try:
        Call(id="full", fact="request", evidence="table").check(partner, client)
    except Broken as error:
        return [line.strip() for line in str(error).splitlines()]
    return []


def server_of(contract: Contract, provider: Provider) -> Server:
    base_url = provider.url("acme")
    return Server(
        contract, base_url, made_up(contract), Tally(contract), is_embedded=True
    )
