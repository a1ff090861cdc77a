"""Validators of transaction_send_otp: what its page says of each value.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Inferred, Violation, passes, undocumented
from ..forms import transaction_send_otp as forms

_EXAMPLE = "transaction-send-otp, example"
_PAGE = "transaction-send-otp"
_TABLE = "transaction-send-otp, table"
_INFERRED_1 = Inferred("transaction-send-otp, inferred: the sample is a number")
_INFERRED_2 = Inferred(
    "transaction-send-otp, inferred: the first part of the sample is greater than 12"
)
_INFERRED_3 = Inferred(
    "transaction-send-otp, inferred: the other word is that of the sample of submit_otp"
)

_REQUEST_HEADERS_MEMBERS = frozenset({"Content-Type"})
_REQUEST_BODY_MEMBERS = frozenset(
    {
        "MobileNumber",
        "BeneID",
        "Txntype",
        "Amount",
        "Pincode",
        "Address",
        "DOB",
        "Latitude",
        "Longitute",
        "RegistrationID",
    }
)
_OTP_SENT_DATA_MEMBERS = frozenset(
    {
        "fname",
        "lname",
        "mobile",
        "status",
        "bank3_limit",
        "bank3_status",
        "bank2_limit",
        "bank1_limit",
    }
)
_OTP_SENT_MEMBERS = frozenset(
    {"status", "response_code", "message", "stateresp", "Status", "Value", "data"}
)
_REGISTRATION_STARTED_MEMBERS = frozenset(
    {"status", "response_code", "stateresp", "message"}
)
_REFUSED_MEMBERS = frozenset({"response_code", "status", "message"})
_REFUSED_BY_TABLE_MEMBERS = frozenset({"responsecode", "status", "message"})


def transaction_send_otp_request(value: Any) -> list[Violation]:
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


def transaction_send_otp_otp_sent(value: Any) -> list[Violation]:
    """Return what in a reply `otp_sent` breaks its documentation."""
    if passes(_is_otp_sent, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_otp_sent(value, ""))


def transaction_send_otp_registration_started(value: Any) -> list[Violation]:
    """Return what in a reply `registration_started` breaks its documentation."""
    if passes(_is_registration_started, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_registration_started(value, ""))


def transaction_send_otp_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def transaction_send_otp_refused_by_table(value: Any) -> list[Violation]:
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
        and ("MobileNumber" not in value or type(value["MobileNumber"]) is str)
        and ("BeneID" not in value or type(value["BeneID"]) is str)
        and (
            "Txntype" not in value
            or (type(item := value["Txntype"]) is str and item in ("IMPS", "NEFT"))
        )
        and (
            "Amount" not in value
            or (type(item := value["Amount"]) is str and forms.AMOUNT.fits(item))
        )
        and ("Pincode" not in value or type(value["Pincode"]) is str)
        and ("Address" not in value or type(value["Address"]) is str)
        and (
            "DOB" not in value
            or (type(item := value["DOB"]) is str and forms.DOB.fits(item))
        )
        and (
            "Latitude" not in value
            or (type(item := value["Latitude"]) is str and forms.LATITUDE.fits(item))
        )
        and (
            "Longitute" not in value
            or (type(item := value["Longitute"]) is str and forms.LONGITUDE.fits(item))
        )
        and ("RegistrationID" not in value or type(value["RegistrationID"]) is str)
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "MobileNumber" in value and not isinstance(value["MobileNumber"], str):
        yield Violation(f"{at}/MobileNumber", "type", "is text", _TABLE)
    if "BeneID" in value and not isinstance(value["BeneID"], str):
        yield Violation(f"{at}/BeneID", "type", "is text", _TABLE)
    if "Txntype" in value:
        if not isinstance(item := value["Txntype"], str):
            yield Violation(f"{at}/Txntype", "type", "is text", _TABLE)
        elif item not in ("IMPS", "NEFT"):
            yield Violation(f"{at}/Txntype", "enum", 'is one of "IMPS", "NEFT"', _TABLE)
    if "Amount" in value:
        if not isinstance(item := value["Amount"], str):
            yield Violation(f"{at}/Amount", "type", "is text", _EXAMPLE)
        elif not forms.AMOUNT.fits(item):
            yield Violation(
                f"{at}/Amount",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if "Pincode" in value and not isinstance(value["Pincode"], str):
        yield Violation(f"{at}/Pincode", "type", "is text", _EXAMPLE)
    if "Address" in value and not isinstance(value["Address"], str):
        yield Violation(f"{at}/Address", "type", "is text", _EXAMPLE)
    if "DOB" in value:
        if not isinstance(item := value["DOB"], str):
            yield Violation(f"{at}/DOB", "type", "is text", _EXAMPLE)
        elif not forms.DOB.fits(item):
            yield Violation(
                f"{at}/DOB", "format", "is a date as dd/MM/yyyy", _INFERRED_2
            )
    if "Latitude" in value:
        if not isinstance(item := value["Latitude"], str):
            yield Violation(f"{at}/Latitude", "type", "is text", _EXAMPLE)
        elif not forms.LATITUDE.fits(item):
            yield Violation(
                f"{at}/Latitude",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if "Longitute" in value:
        if not isinstance(item := value["Longitute"], str):
            yield Violation(f"{at}/Longitute", "type", "is text", _EXAMPLE)
        elif not forms.LONGITUDE.fits(item):
            yield Violation(
                f"{at}/Longitute",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        yield Violation(f"{at}/RegistrationID", "type", "is text", _EXAMPLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_otp_sent(value: Any) -> bool:
    return (
        type(value) is dict
        and ("status" not in value or type(value["status"]) is bool)
        and ("response_code" not in value or type(value["response_code"]) is int)
        and ("message" not in value or type(value["message"]) is str)
        and ("stateresp" not in value or type(value["stateresp"]) is str)
        and (
            "Status" not in value
            or (type(item := value["Status"]) is str and forms.STATUS_TEXT.fits(item))
        )
        and ("Value" not in value or type(value["Value"]) is str)
        and ("data" not in value or _is_otp_sent_data(value["data"]))
        and _OTP_SENT_MEMBERS.issuperset(value)
    )


def _otp_sent(value: Any, at: str) -> Iterator[Violation]:
    if "status" in value and value["status"].__class__ is not bool:
        yield Violation(f"{at}/status", "type", "is true or false", _TABLE)
    if "response_code" in value and value["response_code"].__class__ is not int:
        yield Violation(f"{at}/response_code", "type", "is a whole number", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _TABLE)
    if "stateresp" in value and not isinstance(value["stateresp"], str):
        yield Violation(f"{at}/stateresp", "type", "is text", _EXAMPLE)
    if "Status" in value:
        if not isinstance(item := value["Status"], str):
            yield Violation(f"{at}/Status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS_TEXT.fits(item):
            yield Violation(
                f"{at}/Status",
                "format",
                'is "True" for true or "False" for false',
                _INFERRED_3,
            )
    if "Value" in value and not isinstance(value["Value"], str):
        yield Violation(f"{at}/Value", "type", "is text", _EXAMPLE)
    if "data" in value:
        if not isinstance(item := value["data"], dict):
            yield Violation(f"{at}/data", "type", "is an object", _TABLE)
        else:
            yield from _otp_sent_data(item, f"{at}/data")
    if not value.keys() <= _OTP_SENT_MEMBERS:
        yield from undocumented(value, _OTP_SENT_MEMBERS, at, _PAGE)


def _is_otp_sent_data(value: Any) -> bool:
    return (
        type(value) is dict
        and ("fname" not in value or type(value["fname"]) is str)
        and ("lname" not in value or type(value["lname"]) is str)
        and ("mobile" not in value or type(value["mobile"]) is str)
        and ("status" not in value or type(value["status"]) is str)
        and ("bank3_limit" not in value or type(value["bank3_limit"]) is int)
        and ("bank3_status" not in value or type(value["bank3_status"]) is str)
        and ("bank2_limit" not in value or type(value["bank2_limit"]) is int)
        and ("bank1_limit" not in value or type(value["bank1_limit"]) is int)
        and _OTP_SENT_DATA_MEMBERS.issuperset(value)
    )


def _otp_sent_data(value: Any, at: str) -> Iterator[Violation]:
    if "fname" in value and not isinstance(value["fname"], str):
        yield Violation(f"{at}/fname", "type", "is text", _TABLE)
    if "lname" in value and not isinstance(value["lname"], str):
        yield Violation(f"{at}/lname", "type", "is text", _TABLE)
    if "mobile" in value and not isinstance(value["mobile"], str):
        yield Violation(f"{at}/mobile", "type", "is text", _TABLE)
    if "status" in value and not isinstance(value["status"], str):
        yield Violation(f"{at}/status", "type", "is text", _TABLE)
    if "bank3_limit" in value and value["bank3_limit"].__class__ is not int:
        yield Violation(f"{at}/bank3_limit", "type", "is a whole number", _TABLE)
    if "bank3_status" in value and not isinstance(value["bank3_status"], str):
        yield Violation(f"{at}/bank3_status", "type", "is text", _TABLE)
    if "bank2_limit" in value and value["bank2_limit"].__class__ is not int:
        yield Violation(f"{at}/bank2_limit", "type", "is a whole number", _TABLE)
    if "bank1_limit" in value and value["bank1_limit"].__class__ is not int:
        yield Violation(f"{at}/bank1_limit", "type", "is a whole number", _TABLE)
    if not value.keys() <= _OTP_SENT_DATA_MEMBERS:
        yield from undocumented(value, _OTP_SENT_DATA_MEMBERS, at, _PAGE)


def _is_registration_started(value: Any) -> bool:
    return (
        type(value) is dict
        and ("status" not in value or type(value["status"]) is bool)
        and ("response_code" not in value or type(value["response_code"]) is int)
        and ("stateresp" not in value or type(value["stateresp"]) is str)
        and ("message" not in value or type(value["message"]) is str)
        and _REGISTRATION_STARTED_MEMBERS.issuperset(value)
    )


def _registration_started(value: Any, at: str) -> Iterator[Violation]:
    if "status" in value and value["status"].__class__ is not bool:
        yield Violation(f"{at}/status", "type", "is true or false", _TABLE)
    if "response_code" in value and value["response_code"].__class__ is not int:
        yield Violation(f"{at}/response_code", "type", "is a whole number", _TABLE)
    if "stateresp" in value and not isinstance(value["stateresp"], str):
        yield Violation(f"{at}/stateresp", "type", "is text", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _TABLE)
    if not value.keys() <= _REGISTRATION_STARTED_MEMBERS:
        yield from undocumented(value, _REGISTRATION_STARTED_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and ("response_code" not in value or type(value["response_code"]) is int)
        and ("status" not in value or type(value["status"]) is bool)
        and ("message" not in value or type(value["message"]) is str)
        and _REFUSED_MEMBERS.issuperset(value)
    )


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "response_code" in value and value["response_code"].__class__ is not int:
        yield Violation(f"{at}/response_code", "type", "is a whole number", _EXAMPLE)
    if "status" in value and value["status"].__class__ is not bool:
        yield Violation(f"{at}/status", "type", "is true or false", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _EXAMPLE)
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
