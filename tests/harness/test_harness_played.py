"""The embedded provider in the part of a server: which fault it answers, and what next."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.harness.answers import Answered
from specmill.harness.contract import Contract
from specmill.harness.edits import Drop, Edit, Missigned, OtherCredential, Put, Raw
from specmill.harness.judge import Received, judge
from specmill.harness.played import Player
from specmill.harness.reading import contract_of
from specmill.harness.requests import made_up, request_of

PLAYED: dict[str, Any] = {
    "environment": "rehearsal",
    "accepts": {"/body/otp": ["0"], "/headers/X-Time": ["now"]},
    "checks": [
        {"pointers": [], "answers": {"not-json": "12"}},
        {"pointers": ["/body/count", "/body/otp"], "answers": {"absent": "10"}},
        {
            "pointers": ["/headers/Authorization"],
            "answers": {"credential": "20", "absent": "20"},
        },
        {"pointers": ["/headers/X-Sign"], "answers": {"signature": "21"}},
        {"pointers": ["/body/kind"], "answers": {"credential": "20"}},
        {
            "pointers": ["/body/otp", "/body/count", "/headers/X-Time"],
            "answers": {"value": "11", "type": "11"},
        },
    ],
    "results": [
        {"when": {"/body/count": 7}, "answer": "30"},
        {"when": {"/body/count": 8}, "answer": "11"},
        {"when": {}, "answer": "00"},
    ],
    "sequences": [
        {"values": {"/query/shop": "n-{new}"}, "answers": ["00", "30", "11"]}
    ],
}


@pytest.fixture
def played(document: dict[str, Any]) -> Contract:
    for code in document["codes"]:
        if code["code"] in ("10", "11"):
            code["message"] = "{field} is bad"
    return contract_of({**document, "played": PLAYED})


@pytest.fixture
def player(played: Contract) -> Player:
    assert played.played is not None
    return Player(played, played.played)


def tell(player: Player, contract: Contract, *edits: Edit) -> Answered:
    """Return what *player* answers to the valid request after *edits*."""
    values = made_up(contract)
    sent = request_of(contract, values, edits)
    received = Received(sent.method, sent.target, sent.headers, sent.body)
    return player.answer(judge(contract, received, values.credentials))


def code(player: Player, contract: Contract, *edits: Edit) -> str:
    return str(tell(player, contract, *edits).body["code"])


@pytest.mark.parametrize(
    "edits, expected",
    [
        ((), "00"),
        ((Raw("{"),), "12"),
        ((Drop("/body/otp"),), "10"),
        ((Put("/body/otp", 1),), "11"),
        ((Put("/body/otp", "12"),), "11"),
        ((OtherCredential("/headers/Authorization"),), "20"),
        ((Drop("/headers/Authorization"),), "20"),
        ((Missigned("key"),), "21"),
        ((Put("/body/kind", "B"),), "20"),
    ],
    ids=str,
)
def test_a_fault_gets_what_its_check_answers(
    player: Player, played: Contract, edits: tuple[Edit, ...], expected: str
) -> None:
    assert expected == code(player, played, *edits)


def test_of_two_faults_the_earlier_check_answers(
    player: Player, played: Contract
) -> None:
    both = (Put("/body/otp", "12"), Missigned("key"))

    assert "21" == code(player, played, *both)


def test_of_two_faults_of_one_check_the_earlier_place_answers(
    player: Player, played: Contract
) -> None:
    both = (Drop("/body/otp"), Drop("/body/count"))

    assert "count is bad" == tell(player, played, *both).body["text"]


def test_a_fault_that_no_check_answers_is_none(
    player: Player, played: Contract
) -> None:
    assert "00" == code(player, played, Put("/body/born", "31/02/2000"))


def test_an_accepted_value_passes_whatever_the_limits(
    player: Player, played: Contract
) -> None:
    assert "00" == code(player, played, Put("/body/otp", "0"))


def test_an_accepted_value_of_a_header_passes_in_any_spelling_of_its_name(
    player: Player, played: Contract
) -> None:
    assert "00" == code(player, played, Put("/headers/X-Time", "now"))


def test_the_text_names_the_faulty_member(player: Player, played: Contract) -> None:
    answered = tell(player, played, Put("/body/otp", "12"))

    assert "otp is bad" == answered.body["text"]


def test_a_result_is_the_first_that_fits(player: Player, played: Contract) -> None:
    assert "30" == code(player, played, Put("/body/count", 7))


def test_a_truth_is_not_the_number_that_a_result_is_for(
    player: Player, played: Contract
) -> None:
    assert "00" != code(player, played, Put("/body/count", True))


def test_a_fault_goes_before_a_result(player: Player, played: Contract) -> None:
    both = (Put("/body/count", 7), Drop("/body/otp"))

    assert "10" == code(player, played, *both)


def test_a_request_that_comes_again_gets_the_next_answer_until_the_last(
    player: Player, played: Contract
) -> None:
    new = Put("/query/shop", "n-1")

    assert ["00", "30", "11", "11"] == [code(player, played, new) for _ in range(4)]


def test_what_was_never_sent_before_begins_at_the_first_answer(
    player: Player, played: Contract
) -> None:
    code(player, played, Put("/query/shop", "n-1"))

    assert "00" == code(player, played, Put("/query/shop", "n-2"))


def test_what_is_of_no_sequence_gets_its_result_again(
    player: Player, played: Contract
) -> None:
    assert ["00", "00"] == [code(player, played) for _ in range(2)]


def test_a_programmed_result_is_no_step_of_a_sequence(
    player: Player, played: Contract
) -> None:
    programmed = (Put("/query/shop", "n-1"), Put("/body/count", 7))
    for _ in range(2):
        code(player, played, *programmed)

    assert "00" == code(player, played, Put("/query/shop", "n-1"))


def test_a_faulty_request_is_no_step_of_a_sequence(
    player: Player, played: Contract
) -> None:
    new = Put("/query/shop", "n-1")
    code(player, played, new, Drop("/body/otp"))

    assert "00" == code(player, played, new)
