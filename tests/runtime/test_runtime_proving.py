"""Whether a message that came is the partner's."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from runtime_miniature import CALL, VERIFY_OTP, ToypayClient, settings
from runtime_server import VERIFIED

from specmill.runtime.conclude import Conclusion, conclude
from specmill.runtime.declare import (
    Credential,
    Proof,
    Selection,
    Signature,
    SignedField,
)
from specmill.runtime.errors import OutcomeUnknown
from specmill.runtime.prepare import prepare
from specmill.runtime.proving import MISSING, TWICE, WRONG, is_fresh, unproved
from specmill.runtime.transport import Answer

KEY = settings()["credentials"]
NAME = next(iter(KEY))
IN_HEADER = Proof(
    Signature(
        algorithm="HMAC-SHA256",
        key=Credential("key"),
        parts=("method", "path", SignedField(("headers", "X-Time")), "body"),
        separator="|",
        encoding="hex",
        signs_query=True,
    ),
    ("headers", "X-Sign"),
    "v1=",
)
IN_BODY = Proof(
    Signature(
        algorithm="SHA256",
        parts=(
            Selection(
                of=(("body",),),
                order="name",
                pair="=",
                separator="&",
                keeps_empty=True,
                added=(("key", Credential("key")),),
            ),
        ),
        separator="",
        encoding="hex",
    ),
    ("body", "in", "sign"),
)
BODY = b'{"a": 1.50}'
GOOD = "v1=" + hmac.new(b"k", b'POST|/hook?a=b|12|{"a": 1.50}', "sha256").hexdigest()


def doubt(*headers: tuple[str, str], body: bytes = BODY, **changed: Any) -> str | None:
    given: dict[str, Any] = {
        "method": "POST",
        "path": "/hook",
        "query": "a=b",
        "headers": (("x-time", "12"), *headers),
        "body": body,
        "credentials": {"key": "k"},
    }
    return unproved(IN_HEADER, **{**given, **changed})


def test_a_right_signature_is_proof() -> None:
    assert doubt(("X-SIGN", GOOD)) is None


def test_a_signature_is_compared_in_constant_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hmac, "compare_digest", lambda expected, found: False)

    assert doubt(("X-Sign", GOOD)) == WRONG


def test_a_message_without_a_signature_is_not_proved() -> None:
    assert doubt() == MISSING
    assert doubt(("X-Sign", "")) == MISSING


def test_two_signatures_prove_nothing() -> None:
    assert doubt(("X-Sign", GOOD), ("x-sign", GOOD)) == TWICE


@pytest.mark.parametrize(
    "signature",
    [GOOD.removeprefix("v1="), GOOD[:-1], GOOD.upper(), GOOD + "0", "v1=", "\u4e2d"],
)
def test_another_text_is_no_proof(signature: str) -> None:
    assert doubt(("X-Sign", signature)) == WRONG


@pytest.mark.parametrize(
    "changed",
    [
        {"method": "GET"},
        {"path": "/other"},
        {"query": ""},
        {"body": b'{"a":1.50}'},
        {"body": b'{"a": 2}'},
        {"credentials": {"key": "other"}},
        {"headers": (("X-Time", "13"), ("X-Sign", GOOD))},
    ],
    ids=str,
)
def test_a_change_of_what_is_signed_is_seen(changed: dict[str, Any]) -> None:
    given = {"headers": (("x-time", "12"), ("X-Sign", GOOD)), **changed}

    assert doubt(**given) == WRONG


def test_a_signature_in_the_body_covers_the_others_to_the_digit() -> None:
    text = 'a=1.50&in={"b":null}&key=k'
    sign = hashlib.sha256(text.encode()).hexdigest()
    body = f'{{"in": {{"sign": "{sign}", "b": null}}, "a": 1.50}}'.encode()
    given: dict[str, Any] = {"headers": (), "credentials": {"key": "k"}}

    assert unproved(IN_BODY, body=body, **given) is None
    assert unproved(IN_BODY, body=body.replace(b"1.50", b"1.5"), **given) == WRONG
    assert unproved(IN_BODY, body=b"[]", **given) == MISSING


NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize("seconds", [0, 300, -300])
def test_a_time_within_the_window_is_fresh(seconds: int) -> None:
    assert is_fresh(NOW + timedelta(seconds=seconds), NOW, 300)


@pytest.mark.parametrize("seconds", [301, -301, 10**9])
def test_a_time_outside_of_the_window_is_not_fresh(seconds: int) -> None:
    assert not is_fresh(NOW - timedelta(seconds=seconds), NOW, 300)


def test_a_time_of_no_zone_is_not_fresh() -> None:
    assert not is_fresh(NOW.replace(tzinfo=None), NOW, 300)


# Replies ------------------------------------------------------------------------------


def concluded(signature: str | None) -> Conclusion:
    recipe = Signature(
        algorithm="HMAC-SHA256",
        key=Credential(NAME),
        parts=("body",),
        separator="",
        encoding="hex",
    )
    proof = Proof(recipe, ("headers", "X-Sign"))
    signed = tuple(replace(each, proof=proof) for each in VERIFY_OTP.replies)
    client = ToypayClient(**settings())
    prepared = prepare(client._settings, replace(VERIFY_OTP, replies=signed), CALL)
    headers = () if signature is None else (("X-Sign", signature),)
    return conclude(prepared, Answer(200, headers, REPLY))


REPLY = json.dumps(VERIFIED).encode()


def test_a_reply_that_is_proved_is_returned() -> None:
    good = hmac.new(KEY[NAME].encode(), REPLY, "sha256").hexdigest()

    assert concluded(good).word == "success"


@pytest.mark.parametrize(("signature", "says"), [(None, MISSING), ("0", WRONG)])
def test_a_reply_that_is_not_proved_is_not_believed(
    signature: str | None, says: str
) -> None:
    error = concluded(signature).error

    assert isinstance(error, OutcomeUnknown)
    assert ("unverified", says) == (error.reason, error.detail)
    assert (None, None, None) == (error.code, error.message, error.reply)
