"""A time in milliseconds is held to go on between answers, and to be one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest

from specmill.harness.cases import Broken
from specmill.harness.exchanges import Server
from specmill.harness.moving import Moves
from specmill.harness.wire import Answer, Request

MOVES = Moves(id="text", fact="", evidence="", at="/text")
STARTS = 1_700_000_000_000


@pytest.fixture
def paused(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made; nobody waits for them."""
    made: list[float] = []
    monkeypatch.setattr("specmill.harness.moving.time.sleep", made.append)
    return made


def telling(server: Server, times: Iterable[int]) -> Server:
    """Return a server whose answers have *times* where a text is."""
    left = iter(times)

    def sends(base_url: str, request: Request) -> Answer:
        body = {"code": "00", "text": str(next(left)), "class": "S", "shop": "S-1"}
        headers = (("Content-Type", "application/json"),)
        return Answer(200, headers, json.dumps(body).encode())

    contract = replace(server.contract, codes=timeless(server))
    return replace(server, contract=contract, sends=sends)


def timeless(server: Server) -> tuple[object, ...]:
    return tuple(replace(each, message="") for each in server.contract.codes)


def test_two_answers_show_a_time_that_goes_on(
    server: Server, paused: list[float]
) -> None:
    MOVES.check(telling(server, [STARTS + 1, STARTS + 3]))

    assert 1 == len(paused)


def test_a_time_that_goes_on_late_is_waited_for(
    server: Server, paused: list[float]
) -> None:
    MOVES.check(telling(server, [STARTS, STARTS, STARTS, STARTS + 15]))

    assert sorted(paused) == paused


def test_a_time_that_stands_still_is_found(server: Server, paused: list[float]) -> None:
    with pytest.raises(Broken, match="/text stands still"):
        MOVES.check(telling(server, [STARTS + 7] * 100))
    assert 2 < sum(paused) < 3


def test_whole_seconds_are_no_milliseconds(server: Server, paused: list[float]) -> None:
    with pytest.raises(Broken, match="/text tells whole seconds"):
        MOVES.check(telling(server, range(STARTS, STARTS + 100_000, 1000)))


def test_an_answer_without_a_time_is_found(server: Server, paused: list[float]) -> None:
    with pytest.raises(Broken, match="the time of the answer at /lost"):
        replace(MOVES, at="/lost").check(telling(server, [STARTS]))
