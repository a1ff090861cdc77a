"""Credentials that another call returns: how long they are kept, and what is told."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from runtime_miniature import (
    CALL,
    CREDENTIALS,
    CREDIT_HISTORY,
    AsyncToypayClient,
    ToypayClient,
    settings,
)
from runtime_server import REFUSED, VERIFIED

from specmill.runtime.declare import Credential, Fetched, Member, Partner
from specmill.runtime.errors import MissingCredential, NotSent, Rejected
from specmill.runtime.fetching import Tokens
from specmill.runtime.model import ApiModel, read

KEPT = Fetched(operation="", at=("token",), lasts=("life",))
TOKEN = "token-of-the-test"


class Reply(ApiModel):
    """A reply of which only what came counts."""


def issued(**body: object) -> object:
    return read(Reply, {"token": TOKEN, **body})


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.mark.parametrize(
    ("life", "until"), [(3600, 3540), (100, 90), ("100", 90), (0, 0), ("soon", 0)]
)
def test_a_credential_is_let_go_before_its_end(
    clock: Clock, life: object, until: float
) -> None:
    tokens = Tokens(clock)
    tokens.keep("token", KEPT, issued(life=life), 0.0)
    found: list[bool] = []
    for seconds in (until - 0.5, until):
        clock.seconds = seconds
        found.append(tokens.held("token") is not None)

    assert [True, False] == found


def test_its_life_begins_when_it_is_asked_for(clock: Clock) -> None:
    tokens = Tokens(clock)
    clock.seconds = 95.0
    tokens.keep("token", KEPT, issued(life=100), 0.0)

    assert tokens.held("token") is None


def test_one_whose_life_no_page_says_is_kept(clock: Clock) -> None:
    tokens = Tokens(clock)
    tokens.keep("token", replace(KEPT, lasts=None), issued(), 0.0)
    clock.seconds = 1e9

    assert tokens.held("token") is not None


@pytest.mark.parametrize("body", [{"token": ""}, {"token": None}, {"token": 7}])
def test_a_reply_without_one_is_none(body: dict[str, Any]) -> None:
    with pytest.raises(LookupError):
        Tokens().keep("token", KEPT, issued(life=1, **body), 0.0)


def test_only_the_one_that_was_refused_is_dropped() -> None:
    tokens = Tokens()
    first = tokens.keep("token", KEPT, issued(life=100), tokens.now())
    second = tokens.keep("token", KEPT, issued(life=100), tokens.now())
    tokens.drop({"token": first})

    assert second is tokens.held("token")


def test_neither_repr_tells_it() -> None:
    tokens = Tokens()
    tokens.keep("token", KEPT, issued(life=100), tokens.now())

    assert TOKEN not in f"{tokens!r} {tokens.held('token')!r} {vars(type(tokens))!r}"


# Clients that fetch -------------------------------------------------------------------

OPERATION = replace(CREDIT_HISTORY, name="get_token", path="/token")
NEEDY = (
    Member(
        place="header", path=("X-Key",), source=Credential("client_key"), required=True
    ),
)
SUPPLIED = {key: CREDENTIALS[key] for key in CREDENTIALS if key != "access_token"}


def declared() -> Partner:
    """Return the partner whose token is what OPERATION returns."""
    partner = ToypayClient._partner
    token, *others = partner.credentials
    how = Fetched(operation=__name__, at=("token",), lasts=100)
    return replace(partner, credentials=(replace(token, fetched=how), *others))


class Toypay(ToypayClient):
    _partner = declared()


class AsyncToypay(AsyncToypayClient):
    _partner = declared()


Answering = Callable[[httpx2.Request], httpx2.Response]


def _sync(
    answer: Answering,
    times: int,
    supplied: dict[str, str],
    refused: type[Exception] = ZeroDivisionError,
) -> None:
    transport = httpx2.MockTransport(answer)
    with Toypay(**settings(transport=transport, credentials=supplied)) as client:
        for _ in range(times):
            with contextlib.suppress(refused):
                client.verify_otp(**CALL)


def _async(
    answer: Answering,
    times: int,
    supplied: dict[str, str],
    refused: type[Exception] = ZeroDivisionError,
) -> None:
    async def called() -> None:
        given = settings(transport=httpx2.MockTransport(answer), credentials=supplied)
        async with AsyncToypay(**given) as client:
            for _ in range(times):
                with contextlib.suppress(refused):
                    await client.verify_otp(**CALL)

    asyncio.run(called())


both = pytest.mark.parametrize("call", [_sync, _async])


class Answers:
    """A partner that issues a token and answers other calls."""

    def __init__(self, status: int, other: object, token: object = TOKEN) -> None:
        self.paths: list[str] = []
        self.tokens: list[str] = []
        self._status, self._other, self._token = status, other, token

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.paths.append(request.url.path.rpartition("/")[2])
        if self.paths[-1] == "token":
            return httpx2.Response(200, json={**VERIFIED, "token": self._token})
        self.tokens.append(str(request.headers))
        return httpx2.Response(self._status, json=self._other)


@both
def test_it_is_fetched_once_for_several_calls(call: Any) -> None:
    answers = Answers(200, VERIFIED)
    call(answers, 2, SUPPLIED)

    assert ["token", "otp", "otp"] == [
        "token" if each == "token" else "otp" for each in answers.paths
    ]


@both
def test_one_that_is_supplied_is_not_fetched(call: Any) -> None:
    answers = Answers(200, VERIFIED)
    call(answers, 1, dict(CREDENTIALS))

    assert "token" not in answers.paths


@both
def test_it_is_fetched_anew_after_a_call_was_refused(call: Any) -> None:
    answers = Answers(401, REFUSED)
    call(answers, 2, SUPPLIED, refused=Rejected)

    assert 2 == answers.paths.count("token")


@both
def test_a_call_whose_token_is_not_returned_was_not_sent(call: Any) -> None:
    answers = Answers(200, VERIFIED, token="")
    with pytest.raises(NotSent) as raised:
        call(answers, 1, SUPPLIED)

    assert ["token"] == answers.paths
    assert "the credential 'access_token' was not fetched" in str(raised.value)


@both
def test_what_the_fetching_call_lacks_is_told(
    call: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = replace(OPERATION, members=NEEDY)
    monkeypatch.setitem(globals(), "OPERATION", lacking)
    with pytest.raises(MissingCredential) as raised:
        call(Answers(200, VERIFIED), 1, {})

    assert "client_key" == raised.value.name


@both
def test_no_log_and_no_error_tells_it(
    call: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(Rejected) as raised:
        call(Answers(200, {**REFUSED, "message": f"no {TOKEN}"}), 1, SUPPLIED)
    shown = "".join(traceback.format_exception(raised.value))

    assert TOKEN not in f"{caplog.text} {shown} {raised.value!r}"


def test_clients_of_a_flow_share_it() -> None:
    answers = Answers(200, VERIFIED)
    given = settings(transport=httpx2.MockTransport(answers), credentials=SUPPLIED)
    client = Toypay(**given)
    for flow in ("E1", "E2"):
        client.flow(external_id=flow).verify_otp(**CALL)

    assert 1 == answers.paths.count("token")
