"""A question over a connection and one in the same process get the same octets back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from contract_tests._harness.contract import Contract
from contract_tests._harness.exchanges import Answers, Asked, Server
from contract_tests._harness.provider import Provider
from contract_tests._harness.reading import below
from contract_tests._harness.requests import made_up
from contract_tests._harness.summary import Tally
from contract_tests._harness.wire import Answer, Request, send

TESTS = Path(__file__).parents[2] / "generated" / "contract_tests"
CONTRACTS = {each.name: each for each in below(TESTS)}
TABLES = ("ACCEPTED", "REFUSED", "ANSWERS", "OBSERVED")


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with Provider(CONTRACTS.values()) as running:
        yield running


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_question_is_answered_alike_both_ways(
    provider: Provider, name: str
) -> None:
    asked = list(_asked(CONTRACTS[name], provider))

    assert len(asked) > 30
    assert [] == [case for case, (one, other) in asked if one != other]


@pytest.mark.parametrize("name", CONTRACTS)
def test_most_questions_take_no_connection_and_the_valid_one_does(name: str) -> None:
    cases = list(_cases(_module(CONTRACTS[name])))
    near = [each for each in cases if not each.needs_a_wire]

    assert 0.9 * len(cases) < len(near) < len(cases)
    assert all(each.needs_a_wire for each in cases if _is_valid(each))


def _asked(
    contract: Contract, provider: Provider
) -> Iterator[tuple[str, tuple[Answer, ...]]]:
    """Yield what comes back to each question: over a connection, and without one."""
    made: list[Request] = []
    base_url = provider.url(contract.partner, operation=contract.operation)
    near = partial(send, answers=provider.answers)

    def sends(base_url: str, request: Request) -> Answer:
        made.append(request)
        return near(base_url, request)

    values, tally = made_up(contract), Tally(contract)
    server = Server(contract, base_url, values, tally, is_embedded=True, sends=sends)
    for case in _cases(_module(contract)):
        one = server.ask(case.edits, getattr(case, "answer", "")).answer
        yield case.id, (one, send(base_url, made[-1]))


def _module(contract: Contract) -> ModuleType:
    return import_module(f"contract_tests.{contract.partner}.test_{contract.operation}")


def _cases(module: ModuleType) -> Iterator[Asked | Answers]:
    for table in TABLES:
        for each in getattr(module, table, ()):
            if isinstance(each, Asked | Answers):
                yield each


def _is_valid(case: Asked | Answers) -> bool:
    return isinstance(case, Asked) and not case.edits
