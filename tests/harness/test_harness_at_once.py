"""Several callers at the same time: each is held to an answer of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from threading import Barrier, BrokenBarrierError
from urllib.parse import parse_qs, urlsplit

import pytest

from specmill.harness.at_once import AtOnce
from specmill.harness.cases import Broken
from specmill.harness.edits import Put
from specmill.harness.exchanges import Server
from specmill.harness.programmed import Gets
from specmill.harness.wire import Answer, NoAnswer, Request

Sends = Callable[[str, Request], Answer]
SHOPS = ("S-1", "S-2", "S-3")
PATIENCE = 5.0


def gets(answer: str, *edits: Put) -> Gets:
    return Gets(
        id="", fact="", evidence="", edits=edits, answer=answer, reply="done", http=200
    )


CALLERS = AtOnce(
    id="callers",
    fact="",
    evidence="",
    answers=tuple(gets("00", Put("/query/shop", each)) for each in SHOPS),
)
ONE_IS_FIRST = AtOnce(
    id="one is first",
    fact="",
    evidence="",
    answers=(gets("00"), gets("30"), gets("30")),
    in_any_order=True,
)


def shop(request: Request) -> str:
    return parse_qs(urlsplit(request.target).query)["shop"][0]


def said(code: str, shop: str) -> Answer:
    text, letter = {"00": ("Fine", "S"), "30": ("Busy", "F")}[code]
    body = {"code": code, "text": text, "class": letter, "shop": shop}
    return Answer(
        200, (("Content-Type", "application/json"),), json.dumps(body).encode()
    )


def test_callers_who_get_their_own_answers_are_served_right(server: Server) -> None:
    assert None is CALLERS.check(server)


def test_all_requests_are_there_before_one_is_answered(server: Server) -> None:
    gate = Barrier(len(SHOPS))

    def sends(base_url: str, request: Request) -> Answer:
        gate.wait(PATIENCE)
        return said("00", shop(request))

    try:
        CALLERS.check(replace(server, sends=sends))
    except BrokenBarrierError:
        pytest.fail("one was waited for before the others were sent")


def test_the_answer_of_another_caller_is_found(server: Server) -> None:
    gate, last = Barrier(len(SHOPS)), [""]

    def sends(base_url: str, request: Request) -> Answer:
        last[0] = shop(request)
        gate.wait(PATIENCE)
        return said("00", last[0])

    with pytest.raises(Broken, match="/shop is what was sent at /query/shop"):
        CALLERS.check(replace(server, sends=sends))


@pytest.mark.parametrize("first", range(3))
def test_nobody_says_whose_request_is_the_first(server: Server, first: int) -> None:
    assert None is ONE_IS_FIRST.check(replace(server, sends=firsts(first)))


@pytest.mark.parametrize(
    ("first", "says"), [((0, 1), "due: 30; it is 00"), ((), "due: 00; it is 30")]
)
def test_two_firsts_and_none_are_found(
    server: Server, first: tuple[int, ...], says: str
) -> None:
    with pytest.raises(Broken, match=says):
        ONE_IS_FIRST.check(replace(server, sends=firsts(*first)))


def firsts(*first: int) -> Sends:
    """Return a server that answers as the first to those of these numbers."""
    seen: list[Request] = []

    def sends(base_url: str, request: Request) -> Answer:
        seen.append(request)
        number = next(n for n, each in enumerate(seen) if each is request)
        return said("00" if number in first else "30", shop(request))

    return sends


def test_a_caller_without_an_answer_is_found(server: Server) -> None:
    def sends(base_url: str, request: Request) -> Answer:
        raise NoAnswer("no answer: gone")

    with pytest.raises(Broken, match="came: no answer: gone"):
        CALLERS.check(replace(server, sends=sends))
