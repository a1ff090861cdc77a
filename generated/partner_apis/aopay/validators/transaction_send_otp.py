"""Validators of transaction_send_otp: what its page says of each value.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Inferred, Violation, undocumented
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
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def transaction_send_otp_otp_sent(value: Any) -> list[Violation]:
    """Return what in a reply `otp_sent` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _otp_sent(value, "", found)
    return found


def transaction_send_otp_registration_started(value: Any) -> list[Violation]:
    """Return what in a reply `registration_started` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _registration_started(value, "", found)
    return found


def transaction_send_otp_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def transaction_send_otp_refused_by_table(value: Any) -> list[Violation]:
    """Return what in a reply `refused_by_table` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused_by_table(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "Content-Type" in value:
        if not isinstance(item := value["Content-Type"], str):
            found.append(Violation(f"{at}/Content-Type", "type", "is text", _EXAMPLE))
        elif item != "application/json":
            found.append(
                Violation(
                    f"{at}/Content-Type", "enum", 'is "application/json"', _EXAMPLE
                )
            )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "MobileNumber" in value and not isinstance(value["MobileNumber"], str):
        found.append(Violation(f"{at}/MobileNumber", "type", "is text", _TABLE))
    if "BeneID" in value and not isinstance(value["BeneID"], str):
        found.append(Violation(f"{at}/BeneID", "type", "is text", _TABLE))
    if "Txntype" in value:
        if not isinstance(item := value["Txntype"], str):
            found.append(Violation(f"{at}/Txntype", "type", "is text", _TABLE))
        elif item not in ("IMPS", "NEFT"):
            found.append(
                Violation(f"{at}/Txntype", "enum", 'is one of "IMPS", "NEFT"', _TABLE)
            )
    if "Amount" in value:
        if not isinstance(item := value["Amount"], str):
            found.append(Violation(f"{at}/Amount", "type", "is text", _EXAMPLE))
        elif not forms.AMOUNT.fits(item):
            found.append(
                Violation(
                    f"{at}/Amount",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_1,
                )
            )
    if "Pincode" in value and not isinstance(value["Pincode"], str):
        found.append(Violation(f"{at}/Pincode", "type", "is text", _EXAMPLE))
    if "Address" in value and not isinstance(value["Address"], str):
        found.append(Violation(f"{at}/Address", "type", "is text", _EXAMPLE))
    if "DOB" in value:
        if not isinstance(item := value["DOB"], str):
            found.append(Violation(f"{at}/DOB", "type", "is text", _EXAMPLE))
        elif not forms.DOB.fits(item):
            found.append(
                Violation(f"{at}/DOB", "format", "is a date as dd/MM/yyyy", _INFERRED_2)
            )
    if "Latitude" in value:
        if not isinstance(item := value["Latitude"], str):
            found.append(Violation(f"{at}/Latitude", "type", "is text", _EXAMPLE))
        elif not forms.LATITUDE.fits(item):
            found.append(
                Violation(
                    f"{at}/Latitude",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_1,
                )
            )
    if "Longitute" in value:
        if not isinstance(item := value["Longitute"], str):
            found.append(Violation(f"{at}/Longitute", "type", "is text", _EXAMPLE))
        elif not forms.LONGITUDE.fits(item):
            found.append(
                Violation(
                    f"{at}/Longitute",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_1,
                )
            )
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        found.append(Violation(f"{at}/RegistrationID", "type", "is text", _EXAMPLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _otp_sent(value: Any, at: str, found: list[Violation]) -> None:
    if "status" in value and value["status"].__class__ is not bool:
        found.append(Violation(f"{at}/status", "type", "is true or false", _TABLE))
    if "response_code" in value and value["response_code"].__class__ is not int:
        found.append(
            Violation(f"{at}/response_code", "type", "is a whole number", _TABLE)
        )
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _TABLE))
    if "stateresp" in value and not isinstance(value["stateresp"], str):
        found.append(Violation(f"{at}/stateresp", "type", "is text", _EXAMPLE))
    if "Status" in value:
        if not isinstance(item := value["Status"], str):
            found.append(Violation(f"{at}/Status", "type", "is text", _EXAMPLE))
        elif not forms.STATUS_TEXT.fits(item):
            found.append(
                Violation(
                    f"{at}/Status",
                    "format",
                    'is "True" for true or "False" for false',
                    _INFERRED_3,
                )
            )
    if "Value" in value and not isinstance(value["Value"], str):
        found.append(Violation(f"{at}/Value", "type", "is text", _EXAMPLE))
    if "data" in value:
        if not isinstance(item := value["data"], dict):
            found.append(Violation(f"{at}/data", "type", "is an object", _TABLE))
        else:
            _otp_sent_data(item, f"{at}/data", found)
    if not value.keys() <= _OTP_SENT_MEMBERS:
        found.extend(undocumented(value, _OTP_SENT_MEMBERS, at, _PAGE))


def _otp_sent_data(value: Any, at: str, found: list[Violation]) -> None:
    if "fname" in value and not isinstance(value["fname"], str):
        found.append(Violation(f"{at}/fname", "type", "is text", _TABLE))
    if "lname" in value and not isinstance(value["lname"], str):
        found.append(Violation(f"{at}/lname", "type", "is text", _TABLE))
    if "mobile" in value and not isinstance(value["mobile"], str):
        found.append(Violation(f"{at}/mobile", "type", "is text", _TABLE))
    if "status" in value and not isinstance(value["status"], str):
        found.append(Violation(f"{at}/status", "type", "is text", _TABLE))
    if "bank3_limit" in value and value["bank3_limit"].__class__ is not int:
        found.append(
            Violation(f"{at}/bank3_limit", "type", "is a whole number", _TABLE)
        )
    if "bank3_status" in value and not isinstance(value["bank3_status"], str):
        found.append(Violation(f"{at}/bank3_status", "type", "is text", _TABLE))
    if "bank2_limit" in value and value["bank2_limit"].__class__ is not int:
        found.append(
            Violation(f"{at}/bank2_limit", "type", "is a whole number", _TABLE)
        )
    if "bank1_limit" in value and value["bank1_limit"].__class__ is not int:
        found.append(
            Violation(f"{at}/bank1_limit", "type", "is a whole number", _TABLE)
        )
    if not value.keys() <= _OTP_SENT_DATA_MEMBERS:
        found.extend(undocumented(value, _OTP_SENT_DATA_MEMBERS, at, _PAGE))


def _registration_started(value: Any, at: str, found: list[Violation]) -> None:
    if "status" in value and value["status"].__class__ is not bool:
        found.append(Violation(f"{at}/status", "type", "is true or false", _TABLE))
    if "response_code" in value and value["response_code"].__class__ is not int:
        found.append(
            Violation(f"{at}/response_code", "type", "is a whole number", _TABLE)
        )
    if "stateresp" in value and not isinstance(value["stateresp"], str):
        found.append(Violation(f"{at}/stateresp", "type", "is text", _TABLE))
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _TABLE))
    if not value.keys() <= _REGISTRATION_STARTED_MEMBERS:
        found.extend(undocumented(value, _REGISTRATION_STARTED_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "response_code" in value and value["response_code"].__class__ is not int:
        found.append(
            Violation(f"{at}/response_code", "type", "is a whole number", _EXAMPLE)
        )
    if "status" in value and value["status"].__class__ is not bool:
        found.append(Violation(f"{at}/status", "type", "is true or false", _EXAMPLE))
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _EXAMPLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))


def _refused_by_table(value: Any, at: str, found: list[Violation]) -> None:
    if "responsecode" in value and value["responsecode"].__class__ is not int:
        found.append(
            Violation(f"{at}/responsecode", "type", "is a whole number", _TABLE)
        )
    if "status" in value and value["status"].__class__ is not bool:
        found.append(Violation(f"{at}/status", "type", "is true or false", _TABLE))
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_BY_TABLE_MEMBERS:
        found.extend(undocumented(value, _REFUSED_BY_TABLE_MEMBERS, at, _PAGE))
