"""Validators of submit_otp: what its page says of each value.

Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx (read
2026-11-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Inferred, Violation, passes, undocumented
from ..forms import submit_otp as forms

_EXAMPLE = "submit-otp, example"
_PAGE = "submit-otp"
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
    found: list[Violation] = []
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        found += _request_headers(headers, "/headers")
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def submit_otp_accepted(value: Any) -> list[Violation]:
    """Return what in a reply `accepted` breaks its documentation."""
    if passes(_is_accepted, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_accepted(value, ""))


def submit_otp_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def submit_otp_refused_by_table(value: Any) -> list[Violation]:
    """Return what in a reply `refused_by_table` breaks its documentation."""
    if passes(_is_refused_by_table, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused_by_table(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
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


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "Content-Type" in value:
        if not isinstance(item := value["Content-Type"], str):
            yield Violation(f"{at}/Content-Type", "type", "is text", _EXAMPLE)
        elif item != "application/json":
            yield Violation(
                f"{at}/Content-Type", "enum", 'is "application/json"', _EXAMPLE
            )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


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


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Violation(f"{at}/cibil_id", "type", "is text", _TABLE)
    if "access_token" in value and not isinstance(value["access_token"], str):
        yield Violation(f"{at}/access_token", "type", "is text", _TABLE)
    if "otp" in value and not isinstance(value["otp"], str):
        yield Violation(f"{at}/otp", "type", "is text", _TABLE)
    if "question_key" in value and not isinstance(value["question_key"], str):
        yield Violation(f"{at}/question_key", "type", "is text", _EXAMPLE)
    if "answer_key" in value and not isinstance(value["answer_key"], str):
        yield Violation(f"{at}/answer_key", "type", "is text", _EXAMPLE)
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        yield Violation(f"{at}/RegistrationID", "type", "is text", _EXAMPLE)
    if "CompanyCode" in value and not isinstance(value["CompanyCode"], str):
        yield Violation(f"{at}/CompanyCode", "type", "is text", _EXAMPLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


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


def _accepted(value: Any, at: str) -> Iterator[Violation]:
    if "status" in value and not isinstance(value["status"], str):
        yield Violation(f"{at}/status", "type", "is text", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _EXAMPLE)
    if "error_code" in value and not isinstance(value["error_code"], str):
        yield Violation(f"{at}/error_code", "type", "is text", _EXAMPLE)
    if "merchant_trans_id" in value and not isinstance(value["merchant_trans_id"], str):
        yield Violation(f"{at}/merchant_trans_id", "type", "is text", _EXAMPLE)
    if "result" in value:
        if not isinstance(item := value["result"], dict):
            yield Violation(f"{at}/result", "type", "is an object", _EXAMPLE)
        else:
            yield from _accepted_result(item, f"{at}/result")
    if not value.keys() <= _ACCEPTED_MEMBERS:
        yield from undocumented(value, _ACCEPTED_MEMBERS, at, _PAGE)


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


def _accepted_result(value: Any, at: str) -> Iterator[Violation]:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Violation(f"{at}/cibil_id", "type", "is text", _EXAMPLE)
    if "cibil_status" in value and not isinstance(value["cibil_status"], str):
        yield Violation(f"{at}/cibil_status", "type", "is text", _EXAMPLE)
    if "is_returning_customer" in value:
        if (item := value["is_returning_customer"]).__class__ is not int:
            yield Violation(
                f"{at}/is_returning_customer", "type", "is a whole number", _INFERRED_2
            )
        elif not forms.IS_RETURNING_CUSTOMER.fits(item):
            yield Violation(
                f"{at}/is_returning_customer",
                "format",
                "is 1 for true or 0 for false",
                _INFERRED_1,
            )
    if "cibil_score_fetch_date" in value:
        if value["cibil_score_fetch_date"] is None:
            pass
        elif not isinstance(item := value["cibil_score_fetch_date"], str):
            yield Violation(
                f"{at}/cibil_score_fetch_date", "type", "is text", _INFERRED_3
            )
        elif not forms.CIBIL_SCORE_FETCH_DATE.fits(item):
            yield Violation(
                f"{at}/cibil_score_fetch_date",
                "format",
                "is a date and time as yyyy-MM-dd HH:mm:ss",
                _INFERRED_3,
            )
    if not value.keys() <= _ACCEPTED_RESULT_MEMBERS:
        yield from undocumented(value, _ACCEPTED_RESULT_MEMBERS, at, _PAGE)


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


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "code" in value and not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _EXAMPLE)
    if "description" in value and not isinstance(value["description"], str):
        yield Violation(f"{at}/description", "type", "is text", _EXAMPLE)
    if "status" in value:
        if not isinstance(item := value["status"], str):
            yield Violation(f"{at}/status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS.fits(item):
            yield Violation(
                f"{at}/status",
                "format",
                'is "True" for true or "False" for false',
                _INFERRED_4,
            )
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)


def _is_refused_by_table(value: Any) -> bool:
    return (
        type(value) is dict
        and ("responsecode" not in value or type(value["responsecode"]) is int)
        and ("status" not in value or type(value["status"]) is bool)
        and ("message" not in value or type(value["message"]) is str)
        and _REFUSED_BY_TABLE_MEMBERS.issuperset(value)
    )


def _refused_by_table(value: Any, at: str) -> Iterator[Violation]:
    if "responsecode" in value and value["responsecode"].__class__ is not int:
        yield Violation(f"{at}/responsecode", "type", "is a whole number", _TABLE)
    if "status" in value and value["status"].__class__ is not bool:
        yield Violation(f"{at}/status", "type", "is true or false", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_BY_TABLE_MEMBERS:
        yield from undocumented(value, _REFUSED_BY_TABLE_MEMBERS, at, _PAGE)
