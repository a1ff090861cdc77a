"""Validators of transaction_send_otp: what its page says of each value.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx
(read 2026-11-21).
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
from ..forms import transaction_send_otp as forms

_PAGE = "transaction-send-otp"
_EXAMPLE = "transaction-send-otp, example"
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
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def transaction_send_otp_otp_sent(value: Any) -> list[Violation]:
    """Return what in a reply `otp_sent` breaks its documentation."""
    return [] if passes(_is_otp_sent, value) else told("", _otp_sent, value, _PAGE)


def transaction_send_otp_registration_started(value: Any) -> list[Violation]:
    """Return what in a reply `registration_started` breaks its documentation."""
    return (
        []
        if passes(_is_registration_started, value)
        else told("", _registration_started, value, _PAGE)
    )


def transaction_send_otp_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def transaction_send_otp_refused_by_table(value: Any) -> list[Violation]:
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


def _request_body(value: Any) -> Iterator[Told]:
    if "MobileNumber" in value and not isinstance(value["MobileNumber"], str):
        yield Told("MobileNumber", "type", "is text", _TABLE)
    if "BeneID" in value and not isinstance(value["BeneID"], str):
        yield Told("BeneID", "type", "is text", _TABLE)
    if "Txntype" in value:
        if not isinstance(item := value["Txntype"], str):
            yield Told("Txntype", "type", "is text", _TABLE)
        elif item not in ("IMPS", "NEFT"):
            yield Told("Txntype", "enum", 'is one of "IMPS", "NEFT"', _TABLE)
    if "Amount" in value:
        if not isinstance(item := value["Amount"], str):
            yield Told("Amount", "type", "is text", _EXAMPLE)
        elif not forms.AMOUNT.fits(item):
            yield Told(
                "Amount", "format", "is a decimal number written as text", _INFERRED_1
            )
    if "Pincode" in value and not isinstance(value["Pincode"], str):
        yield Told("Pincode", "type", "is text", _EXAMPLE)
    if "Address" in value and not isinstance(value["Address"], str):
        yield Told("Address", "type", "is text", _EXAMPLE)
    if "DOB" in value:
        if not isinstance(item := value["DOB"], str):
            yield Told("DOB", "type", "is text", _EXAMPLE)
        elif not forms.DOB.fits(item):
            yield Told("DOB", "format", "is a date as dd/MM/yyyy", _INFERRED_2)
    if "Latitude" in value:
        if not isinstance(item := value["Latitude"], str):
            yield Told("Latitude", "type", "is text", _EXAMPLE)
        elif not forms.LATITUDE.fits(item):
            yield Told(
                "Latitude", "format", "is a decimal number written as text", _INFERRED_1
            )
    if "Longitute" in value:
        if not isinstance(item := value["Longitute"], str):
            yield Told("Longitute", "type", "is text", _EXAMPLE)
        elif not forms.LONGITUDE.fits(item):
            yield Told(
                "Longitute",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        yield Told("RegistrationID", "type", "is text", _EXAMPLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


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


def _otp_sent(value: Any) -> Iterator[Told]:
    if "status" in value and value["status"].__class__ is not bool:
        yield Told("status", "type", "is true or false", _TABLE)
    if "response_code" in value and value["response_code"].__class__ is not int:
        yield Told("response_code", "type", "is a whole number", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _TABLE)
    if "stateresp" in value and not isinstance(value["stateresp"], str):
        yield Told("stateresp", "type", "is text", _EXAMPLE)
    if "Status" in value:
        if not isinstance(item := value["Status"], str):
            yield Told("Status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS_TEXT.fits(item):
            yield Told(
                "Status",
                "format",
                'is "True" for true or "False" for false',
                _INFERRED_3,
            )
    if "Value" in value and not isinstance(value["Value"], str):
        yield Told("Value", "type", "is text", _EXAMPLE)
    if "data" in value:
        if not isinstance(item := value["data"], dict):
            yield Told("data", "type", "is an object", _TABLE)
        else:
            yield from inside("data", _otp_sent_data(item))
    yield from undocumented(value, _OTP_SENT_MEMBERS, _PAGE)


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


def _otp_sent_data(value: Any) -> Iterator[Told]:
    if "fname" in value and not isinstance(value["fname"], str):
        yield Told("fname", "type", "is text", _TABLE)
    if "lname" in value and not isinstance(value["lname"], str):
        yield Told("lname", "type", "is text", _TABLE)
    if "mobile" in value and not isinstance(value["mobile"], str):
        yield Told("mobile", "type", "is text", _TABLE)
    if "status" in value and not isinstance(value["status"], str):
        yield Told("status", "type", "is text", _TABLE)
    if "bank3_limit" in value and value["bank3_limit"].__class__ is not int:
        yield Told("bank3_limit", "type", "is a whole number", _TABLE)
    if "bank3_status" in value and not isinstance(value["bank3_status"], str):
        yield Told("bank3_status", "type", "is text", _TABLE)
    if "bank2_limit" in value and value["bank2_limit"].__class__ is not int:
        yield Told("bank2_limit", "type", "is a whole number", _TABLE)
    if "bank1_limit" in value and value["bank1_limit"].__class__ is not int:
        yield Told("bank1_limit", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _OTP_SENT_DATA_MEMBERS, _PAGE)


def _is_registration_started(value: Any) -> bool:
    return (
        type(value) is dict
        and ("status" not in value or type(value["status"]) is bool)
        and ("response_code" not in value or type(value["response_code"]) is int)
        and ("stateresp" not in value or type(value["stateresp"]) is str)
        and ("message" not in value or type(value["message"]) is str)
        and _REGISTRATION_STARTED_MEMBERS.issuperset(value)
    )


def _registration_started(value: Any) -> Iterator[Told]:
    if "status" in value and value["status"].__class__ is not bool:
        yield Told("status", "type", "is true or false", _TABLE)
    if "response_code" in value and value["response_code"].__class__ is not int:
        yield Told("response_code", "type", "is a whole number", _TABLE)
    if "stateresp" in value and not isinstance(value["stateresp"], str):
        yield Told("stateresp", "type", "is text", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _TABLE)
    yield from undocumented(value, _REGISTRATION_STARTED_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and ("response_code" not in value or type(value["response_code"]) is int)
        and ("status" not in value or type(value["status"]) is bool)
        and ("message" not in value or type(value["message"]) is str)
        and _REFUSED_MEMBERS.issuperset(value)
    )


def _refused(value: Any) -> Iterator[Told]:
    if "response_code" in value and value["response_code"].__class__ is not int:
        yield Told("response_code", "type", "is a whole number", _EXAMPLE)
    if "status" in value and value["status"].__class__ is not bool:
        yield Told("status", "type", "is true or false", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _EXAMPLE)
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
