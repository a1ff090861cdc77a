"""Validators of submit_otp: what its page says of each value.

Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx (read
2026-11-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import (
    Inferred,
    Told,
    Violation,
    inside,
    passes,
    told,
    undocumented,
)
from ..forms import submit_otp as forms

_PAGE = "submit-otp"
_EXAMPLE = "submit-otp, example"
_TABLE = "submit-otp, table"
_INFERRED_1 = Inferred("submit-otp, inferred: 1 is the other of the two usual numbers")
_INFERRED_2 = Inferred(
    "submit-otp, inferred: the name asks yes or no and the sample is 0"
)
_INFERRED_3 = Inferred("submit-otp, inferred: the same member of get_credit_history")
_INFERRED_4 = Inferred(
    "submit-otp, inferred: the other word is that of the sample of transaction_send_otp"
)

_REQUEST_HEADERS_MEMBERS = frozenset({"Content-Type"})
_REQUEST_BODY_MEMBERS = frozenset(
    {
        "cibil_id",
        "access_token",
        "otp",
        "question_key",
        "answer_key",
        "RegistrationID",
        "CompanyCode",
    }
)
_ACCEPTED_RESULT_MEMBERS = frozenset(
    {"cibil_id", "cibil_status", "is_returning_customer", "cibil_score_fetch_date"}
)
_ACCEPTED_MEMBERS = frozenset(
    {"status", "message", "error_code", "merchant_trans_id", "access_token", "result"}
)
_REFUSED_MEMBERS = frozenset(
    {"code", "description", "merchantTrxnRefId", "token", "status"}
)
_REFUSED_BY_TABLE_MEMBERS = frozenset({"responsecode", "status", "message"})


def submit_otp_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ..., "body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def submit_otp_accepted(value: Any) -> list[Violation]:
    """Return what in a reply `accepted` breaks its documentation."""
    return [] if passes(_is_accepted, value) else told("", _accepted, value, _PAGE)


def submit_otp_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def submit_otp_refused_by_table(value: Any) -> list[Violation]:
    """Return what in a reply `refused_by_table` breaks its documentation."""
    return (
        []
        if passes(_is_refused_by_table, value)
        else told("", _refused_by_table, value, _PAGE)
    )


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "Content-Type" not in value
            or (
                type(item := value["Content-Type"]) is str
                and item == "application/json"
            )
        )
        and _REQUEST_HEADERS_MEMBERS.issuperset(value)
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "Content-Type" in value:
        if not isinstance(item := value["Content-Type"], str):
            yield Told("Content-Type", "type", "is text", _EXAMPLE)
        elif item != "application/json":
            yield Told("Content-Type", "enum", 'is "application/json"', _EXAMPLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and ("cibil_id" not in value or type(value["cibil_id"]) is str)
        and ("access_token" not in value or type(value["access_token"]) is str)
        and ("otp" not in value or type(value["otp"]) is str)
        and ("question_key" not in value or type(value["question_key"]) is str)
        and ("answer_key" not in value or type(value["answer_key"]) is str)
        and ("RegistrationID" not in value or type(value["RegistrationID"]) is str)
        and ("CompanyCode" not in value or type(value["CompanyCode"]) is str)
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Told("cibil_id", "type", "is text", _TABLE)
    if "access_token" in value and not isinstance(value["access_token"], str):
        yield Told("access_token", "type", "is text", _TABLE)
    if "otp" in value and not isinstance(value["otp"], str):
        yield Told("otp", "type", "is text", _TABLE)
    if "question_key" in value and not isinstance(value["question_key"], str):
        yield Told("question_key", "type", "is text", _EXAMPLE)
    if "answer_key" in value and not isinstance(value["answer_key"], str):
        yield Told("answer_key", "type", "is text", _EXAMPLE)
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        yield Told("RegistrationID", "type", "is text", _EXAMPLE)
    if "CompanyCode" in value and not isinstance(value["CompanyCode"], str):
        yield Told("CompanyCode", "type", "is text", _EXAMPLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_accepted(value: Any) -> bool:
    return (
        type(value) is dict
        and ("status" not in value or type(value["status"]) is str)
        and ("message" not in value or type(value["message"]) is str)
        and ("error_code" not in value or type(value["error_code"]) is str)
        and (
            "merchant_trans_id" not in value or type(value["merchant_trans_id"]) is str
        )
        and ("result" not in value or _is_accepted_result(value["result"]))
        and _ACCEPTED_MEMBERS.issuperset(value)
    )


def _accepted(value: Any) -> Iterator[Told]:
    if "status" in value and not isinstance(value["status"], str):
        yield Told("status", "type", "is text", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _EXAMPLE)
    if "error_code" in value and not isinstance(value["error_code"], str):
        yield Told("error_code", "type", "is text", _EXAMPLE)
    if "merchant_trans_id" in value and not isinstance(value["merchant_trans_id"], str):
        yield Told("merchant_trans_id", "type", "is text", _EXAMPLE)
    if "result" in value:
        if not isinstance(item := value["result"], dict):
            yield Told("result", "type", "is an object", _EXAMPLE)
        else:
            yield from inside("result", _accepted_result(item))
    yield from undocumented(value, _ACCEPTED_MEMBERS, _PAGE)


def _is_accepted_result(value: Any) -> bool:
    return (
        type(value) is dict
        and ("cibil_id" not in value or type(value["cibil_id"]) is str)
        and ("cibil_status" not in value or type(value["cibil_status"]) is str)
        and (
            "is_returning_customer" not in value
            or (
                type(item := value["is_returning_customer"]) is int
                and forms.IS_RETURNING_CUSTOMER.fits(item)
            )
        )
        and (
            "cibil_score_fetch_date" not in value
            or (
                (item := value["cibil_score_fetch_date"]) is None
                or (type(item) is str and forms.CIBIL_SCORE_FETCH_DATE.fits(item))
            )
        )
        and _ACCEPTED_RESULT_MEMBERS.issuperset(value)
    )


def _accepted_result(value: Any) -> Iterator[Told]:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Told("cibil_id", "type", "is text", _EXAMPLE)
    if "cibil_status" in value and not isinstance(value["cibil_status"], str):
        yield Told("cibil_status", "type", "is text", _EXAMPLE)
    if "is_returning_customer" in value:
        if (item := value["is_returning_customer"]).__class__ is not int:
            yield Told(
                "is_returning_customer", "type", "is a whole number", _INFERRED_2
            )
        elif not forms.IS_RETURNING_CUSTOMER.fits(item):
            yield Told(
                "is_returning_customer",
                "format",
                "is 1 for true or 0 for false",
                _INFERRED_1,
            )
    if "cibil_score_fetch_date" in value:
        if value["cibil_score_fetch_date"] is None:
            pass
        elif not isinstance(item := value["cibil_score_fetch_date"], str):
            yield Told("cibil_score_fetch_date", "type", "is text", _INFERRED_3)
        elif not forms.CIBIL_SCORE_FETCH_DATE.fits(item):
            yield Told(
                "cibil_score_fetch_date",
                "format",
                "is a date and time as yyyy-MM-dd HH:mm:ss",
                _INFERRED_3,
            )
    yield from undocumented(value, _ACCEPTED_RESULT_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and ("code" not in value or type(value["code"]) is str)
        and ("description" not in value or type(value["description"]) is str)
        and (
            "status" not in value
            or (type(item := value["status"]) is str and forms.STATUS.fits(item))
        )
        and _REFUSED_MEMBERS.issuperset(value)
    )


def _refused(value: Any) -> Iterator[Told]:
    if "code" in value and not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _EXAMPLE)
    if "description" in value and not isinstance(value["description"], str):
        yield Told("description", "type", "is text", _EXAMPLE)
    if "status" in value:
        if not isinstance(item := value["status"], str):
            yield Told("status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS.fits(item):
            yield Told(
                "status",
                "format",
                'is "True" for true or "False" for false',
                _INFERRED_4,
            )
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)


def _is_refused_by_table(value: Any) -> bool:
    return (
        type(value) is dict
        and ("responsecode" not in value or type(value["responsecode"]) is int)
        and ("status" not in value or type(value["status"]) is bool)
        and ("message" not in value or type(value["message"]) is str)
        and _REFUSED_BY_TABLE_MEMBERS.issuperset(value)
    )


def _refused_by_table(value: Any) -> Iterator[Told]:
    if "responsecode" in value and value["responsecode"].__class__ is not int:
        yield Told("responsecode", "type", "is a whole number", _TABLE)
    if "status" in value and value["status"].__class__ is not bool:
        yield Told("status", "type", "is true or false", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_BY_TABLE_MEMBERS, _PAGE)
