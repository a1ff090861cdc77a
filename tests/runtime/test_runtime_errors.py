from __future__ import annotations

import copy
import pickle

import pytest
from runtime_miniature import InvalidOtp, SystemError_

from specmill.runtime.errors import (
    ApiError,
    InvalidRequest,
    InvalidSetting,
    MissingCredential,
    MissingFact,
    NotSent,
    OutcomeUnknown,
    Rejected,
)
from specmill.runtime.violations import Violation

VIOLATIONS = (
    Violation("/body/otp", "length", "is text of exactly 6 characters", "page, table"),
    Violation("/query/mid", "required", "is required", "page, prose"),
)
REJECTED = InvalidOtp(
    "toypay.verify_otp", message="Invalid OTP", http_status=200, reply=lambda: "model"
)
UNKNOWN = OutcomeUnknown("toypay.verify_otp", reason="gateway-error", http_status=502)
ERRORS: list[ApiError] = [
    InvalidSetting("there is no fact 'x'"),
    InvalidRequest("toypay.verify_otp", VIOLATIONS),
    MissingFact("toypay.verify_otp", "verify_otp.path", "the path of the URL"),
    MissingCredential("toypay.verify_otp", "access_token", "TOYPAY_ACCESS_TOKEN"),
    NotSent("toypay.verify_otp", "no connection: Connection refused"),
    REJECTED,
    UNKNOWN,
]


SENTENCES = [
    "there is no fact 'x'",
    "toypay.verify_otp was not sent: /body/otp is text of exactly 6 characters "
    "(page, table); /query/mid is required (page, prose)",
    "toypay.verify_otp was not sent: the documentation does not say the path of the "
    "URL; supply it as facts={'verify_otp.path': ...} or choose an environment that "
    "settles it",
    "toypay.verify_otp was not sent: the credential 'access_token' is missing; supply "
    "it as credentials={'access_token': ...} or in the environment variable "
    "TOYPAY_ACCESS_TOKEN",
    "toypay.verify_otp was not sent: no connection: Connection refused",
    'toypay.verify_otp was rejected (code 403, message "Invalid OTP", '
    "HTTP status 200, then ask-again)",
    "the outcome of toypay.verify_otp is unknown: a gateway answered in place of the "
    "partner (HTTP status 502)",
]


@pytest.mark.parametrize(
    ("error", "sentence"), list(zip(ERRORS, SENTENCES, strict=True))
)
def test_an_error_is_a_sentence(error: ApiError, sentence: str) -> None:
    assert sentence == str(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_a_pickle(error: ApiError) -> None:
    again = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error)) == (type(again), str(again))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_a_copy(error: ApiError) -> None:
    assert str(error) == str(copy.deepcopy(error))


def test_the_reply_is_built_when_it_is_asked_for() -> None:
    assert "model" == REJECTED.reply


def test_the_reply_is_built_once() -> None:
    built: list[int] = []
    error = Rejected("call", reply=lambda: built.append(1))
    _ = error.reply, error.reply

    assert [1] == built


def test_the_reply_is_left_out_of_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(REJECTED)).reply is None


def test_the_reply_is_left_out_of_a_copy() -> None:
    assert copy.copy(REJECTED).reply is None


def test_a_documented_class_brings_its_code() -> None:
    assert ("501", "wait-for-callback") == (SystemError_.code, SystemError_().then)


def test_an_instance_carries_what_came() -> None:
    assert "1403" == InvalidOtp(code="1403").code


def test_an_open_outcome_that_is_documented_says_so() -> None:
    assert "documented" == SystemError_().reason


def test_a_long_message_is_cut() -> None:
    assert len(str(Rejected("call", message="x" * 10_000))) < 300


def test_a_message_cannot_act_on_a_terminal() -> None:
    shown = str(Rejected("call", message='\x1b[2J\u202e"\r\n'))

    assert 'call was rejected (message "\\x1b[2J\\u202e\\"\\r\\n")' == shown


def test_the_message_itself_is_as_it_came() -> None:
    assert "\x1b" == Rejected("call", message="\x1b").message


@pytest.mark.parametrize("kind", [MissingFact, MissingCredential])
def test_whatever_is_missing_makes_an_invalid_request(kind: type[ApiError]) -> None:
    assert issubclass(kind, InvalidRequest)


def test_arguments_hold_nothing() -> None:
    assert () == REJECTED.args
