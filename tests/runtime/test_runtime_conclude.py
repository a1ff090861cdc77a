"""What an answer means: as documented, or unknown."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime_miniature import (
    CALL,
    OTP,
    TOKEN,
    VERIFY_OTP,
    InvalidOtp,
    SystemError_,
    ToypayClient,
    settings,
)
from runtime_miniature_models import VerifyOtpRefused, VerifyOtpVerified
from runtime_server import REFUSED, VERIFIED

from specmill.runtime.conclude import Conclusion, conclude
from specmill.runtime.declare import Code, Operation, When
from specmill.runtime.errors import NotSent, OutcomeUnknown, Rejected
from specmill.runtime.model import observations, raw
from specmill.runtime.prepare import Prepared, prepare
from specmill.runtime.transport import Answer, Failure

CLIENT = ToypayClient(**settings())


def prepared(operation: Operation = VERIFY_OTP) -> Prepared:
    return prepare(CLIENT._settings, operation, CALL)


def told(
    value: Any,
    status: int = 200,
    *,
    operation: Operation = VERIFY_OTP,
    headers: tuple[tuple[str, str], ...] = (),
) -> Conclusion:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return conclude(prepared(operation), Answer(status, headers, body))


def unknown(conclusion: Conclusion) -> OutcomeUnknown:
    assert type(conclusion.error) is OutcomeUnknown
    return conclusion.error


def changed(value: Any, **info: Any) -> Any:
    other = copy.deepcopy(value)
    other["resultInfo"].update(info)
    return other


def test_a_documented_success_is_its_model() -> None:
    reply = told(VERIFIED).reply

    assert isinstance(reply, VerifyOtpVerified)
    assert "0000" == reply.result_info.result_code


def test_a_documented_rejection_is_its_error() -> None:
    error = told(REFUSED).error

    assert isinstance(error, InvalidOtp)
    assert ("403", "Invalid OTP entered", 200, "ask-again") == (
        error.code,
        error.message,
        error.http_status,
        error.then,
    )


def test_a_rejection_brings_its_reply() -> None:
    error = told(REFUSED).error

    assert isinstance(error, Rejected)
    assert isinstance(error.reply, VerifyOtpRefused)


def test_a_code_that_says_that_the_outcome_is_open_is_unknown() -> None:
    error = told(changed(REFUSED, resultCode="501")).error

    assert isinstance(error, SystemError_)
    assert "documented" == error.reason


def test_a_code_that_came_as_an_integer_is_compared_by_its_digits() -> None:
    assert isinstance(told(changed(REFUSED, resultCode=403)).error, InvalidOtp)


@pytest.mark.parametrize("code", [True, 403.0, None, ["403"]])
def test_what_is_neither_text_nor_integer_is_no_code(code: Any) -> None:
    assert "unreadable" == unknown(told(changed(REFUSED, resultCode=code))).reason


@pytest.mark.parametrize("code", ["0403", "403 ", 4030])
def test_a_code_that_is_nearly_documented_is_not(code: Any) -> None:
    error = unknown(told(changed(REFUSED, resultCode=code)))

    assert "undocumented-code" == error.reason


@pytest.mark.parametrize(("fixed", "came"), [(1, True), (False, 0), ("1", 1)])
def test_values_of_other_types_do_not_agree(fixed: Any, came: Any) -> None:
    agreed = Code(error=InvalidOtp, agrees=((("flag",), fixed),))
    operation = replace(VERIFY_OTP, codes={"403": agreed})
    conclusion = told({**REFUSED, "flag": came}, operation=operation)

    assert "contradictory" == unknown(conclusion).reason


def test_an_undocumented_code_is_told() -> None:
    error = unknown(told(changed(REFUSED, resultCode="999")))

    assert ("undocumented-code", "999") == (error.reason, error.code)


def test_an_undocumented_shape_is_told() -> None:
    assert "undocumented-reply" == unknown(told({"hello": "world"})).reason


@pytest.mark.parametrize("value", [None, [], "SUCCESS", 0, True])
def test_what_is_no_object_is_no_reply(value: Any) -> None:
    assert "undocumented-reply" == unknown(told(value)).reason


@pytest.mark.parametrize("status", [502, 503, 504])
@pytest.mark.parametrize("body", [b"<html>", b"", json.dumps(VERIFIED).encode()])
def test_a_gateway_answers_for_nobody(status: int, body: bytes) -> None:
    assert "gateway-error" == unknown(told(body, status)).reason


def test_a_gateway_status_that_is_documented_for_the_code_is_heard() -> None:
    error = told(changed(REFUSED, resultCode="504"), 504).error

    assert isinstance(error, SystemError_)


def test_a_status_that_no_reply_names_is_undocumented() -> None:
    reply = replace(VERIFY_OTP.replies[0], when=When(http=(200,)))
    operation = replace(VERIFY_OTP, replies=(reply,))

    assert (
        "undocumented-status"
        == unknown(told(VERIFIED, 201, operation=operation)).reason
    )


@pytest.mark.parametrize("status", [100, 302, 404, 500, 599])
def test_a_success_does_not_come_with_a_failing_status(status: int) -> None:
    assert "undocumented-status" == unknown(told(VERIFIED, status)).reason


@pytest.mark.parametrize("status", [301, 500, 599])
def test_a_rejection_does_not_come_with_the_failure_of_a_server(status: int) -> None:
    assert "undocumented-status" == unknown(told(REFUSED, status)).reason


def test_a_rejection_can_come_with_a_status_of_its_own_kind() -> None:
    assert isinstance(told(REFUSED, 403).error, InvalidOtp)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "the body is not JSON at character 1"),
        (b'{"resultInfo": {', "the body is not JSON at character 17"),
        (b'{"a": 1, "a": 2}', "an object names a member twice"),
        (b"\xff", "the body is not UTF-8"),
    ],
)
def test_a_body_that_is_no_json_is_unreadable(body: bytes, why: str) -> None:
    error = unknown(told(body))

    assert ("unreadable", why) == (error.reason, error.detail)


@pytest.mark.parametrize("coding", ["gzip", "br", "gzip, identity", "x"])
def test_a_body_that_is_compressed_unasked_is_unreadable(coding: str) -> None:
    error = unknown(told(VERIFIED, headers=(("Content-Encoding", coding),)))

    assert "unreadable" == error.reason


def test_a_body_that_is_said_to_be_plain_is_read() -> None:
    assert told(VERIFIED, headers=(("content-encoding", "Identity"),)).error is None


def test_a_code_with_another_status_than_its_own_is_contradictory() -> None:
    error = unknown(told(changed(REFUSED, resultCode="409"), 200))

    assert "contradictory" == error.reason
    assert "the code belongs to the HTTP status 409" == error.detail


def test_a_code_with_its_own_status_is_a_rejection() -> None:
    assert isinstance(told(changed(REFUSED, resultCode="409"), 409).error, Rejected)


@pytest.mark.parametrize(("value", "status"), [(VERIFIED, "F"), (REFUSED, "S")])
def test_a_member_that_does_not_agree_with_the_code_is_contradictory(
    value: Any, status: str
) -> None:
    error = unknown(told(changed(value, resultStatus=status)))

    assert "/resultInfo/resultStatus does not agree with the code" == error.detail


def test_a_success_with_a_code_of_refusal_is_contradictory() -> None:
    codes = {**VERIFY_OTP.codes, "0000": Code(error=InvalidOtp)}
    operation = replace(VERIFY_OTP, codes=codes)

    assert "contradictory" == unknown(told(VERIFIED, operation=operation)).reason


def test_a_success_with_a_code_of_another_reply_is_contradictory() -> None:
    codes = {**VERIFY_OTP.codes, "0000": Code(error=None, within=("sent",))}
    error = unknown(told(VERIFIED, operation=replace(VERIFY_OTP, codes=codes)))

    assert ("contradictory", "the code belongs to another reply") == (
        error.reason,
        error.detail,
    )


def test_a_success_with_a_code_of_its_own_reply_is_one() -> None:
    codes = {**VERIFY_OTP.codes, "0000": Code(error=None, within=("verified",))}

    assert told(VERIFIED, operation=replace(VERIFY_OTP, codes=codes)).error is None


@pytest.mark.parametrize("reference", ["R2", "", None, 1])
def test_an_echo_of_something_else_is_contradictory(reference: Any) -> None:
    error = unknown(told({**VERIFIED, "reference": reference}))

    assert ("contradictory", "/reference is not what was sent") == (
        error.reason,
        error.detail,
    )


@pytest.mark.parametrize(
    "place", [("segments", "branch"), ("query", "mid"), ("headers", "X-EXTERNAL-ID")]
)
def test_an_echo_of_what_stood_outside_the_body_is_compared(
    place: tuple[str, str],
) -> None:
    verified = replace(VERIFY_OTP.replies[0], echoes=((("reference",), place),))
    operation = replace(VERIFY_OTP, replies=(verified,))
    sent = prepared(operation).sent[place[0]][place[1]]
    words = [
        told({**VERIFIED, "reference": reference}, operation=operation).word
        for reference in (sent, f"{sent}x")
    ]

    assert ["success", "contradictory"] == words


def test_a_reply_without_its_code_is_unreadable() -> None:
    operation = replace(
        VERIFY_OTP, replies=(replace(VERIFY_OTP.replies[0], when=When()),)
    )
    error = unknown(told({"resultInfo": {}}, operation=operation))

    assert ("unreadable", "/resultInfo/resultCode is required") == (
        error.reason,
        error.detail.partition(" (")[0],
    )


def test_a_reply_that_its_model_does_not_take_is_unreadable() -> None:
    assert "unreadable" == unknown(told({**VERIFIED, "amount": "1"})).reason


def test_what_differs_and_is_readable_is_observed() -> None:
    conclusion = told({**VERIFIED, "surprise": "C"})
    reply = conclusion.reply

    assert isinstance(reply, VerifyOtpVerified)
    assert ["/surprise"] == [each.pointer for each in observations(reply)]


def test_a_reply_keeps_what_came() -> None:
    reply = told(VERIFIED).reply

    assert isinstance(reply, VerifyOtpVerified)
    assert VERIFIED == raw(reply)


def test_a_failure_before_the_first_byte_is_not_sent() -> None:
    conclusion = conclude(prepared(), Failure(False, "timeout", "too late"))

    assert isinstance(conclusion.error, NotSent)


@pytest.mark.parametrize("reason", ["timeout", "connection-lost", "unreadable"])
def test_a_failure_after_the_first_byte_is_unknown(reason: Any) -> None:
    error = unknown(conclude(prepared(), Failure(True, reason, "why")))

    assert (reason, "why") == (error.reason, error.detail)


@pytest.mark.parametrize("secret", [TOKEN, OTP])
def test_a_secret_that_comes_back_in_a_message_is_blotted_out(secret: str) -> None:
    error = told(changed(REFUSED, resultMsg=f"no such <{secret}>")).error

    assert isinstance(error, InvalidOtp)
    assert "no such <***>" == error.message


def test_a_secret_that_comes_back_as_a_code_is_blotted_out() -> None:
    assert "***" == unknown(told(changed(REFUSED, resultCode=TOKEN))).code


@given(st.integers(100, 999), st.binary(max_size=40))
def test_no_answer_of_chance_is_a_success_or_a_rejection(
    status: int, body: bytes
) -> None:
    assert isinstance(told(body, status).error, OutcomeUnknown)
