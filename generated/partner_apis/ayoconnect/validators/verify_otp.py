"""Validators of verify_otp: what its page says of each value.

Page: Verify OTP API,
https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification (read
2026-11-21).
"""

from __future__ import annotations

import re
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
from ..forms import verify_otp as forms

_PAGE = "verify-otp"
_TABLE = "verify-otp, table"
_EXTERNAL_1 = "verify-otp, external: ASPI SNAP Developer Site (Keamanan)"
_EXTERNAL_2 = "verify-otp, external: constants of a live client of an older version"
_EXTERNAL_3 = "verify-otp, external: ASPI SNAP Developer Site (Registrasi)"
_INFERRED_1 = Inferred(
    "verify-otp, inferred: HTTP status and service and case are digits throughout"
)

_PATTERN_1 = re.compile("[A-Za-z0-9]*")
_PATTERN_2 = re.compile("[0-9]*")
_REQUEST_HEADERS_MEMBERS = frozenset(
    {
        "Content-Type",
        "Authorization",
        "Authorization-Customer",
        "X-TIMESTAMP",
        "X-SIGNATURE",
        "X-PARTNER-ID",
        "X-EXTERNAL-ID",
        "CHANNEL-ID",
    }
)
_REQUEST_BODY_MEMBERS = frozenset(
    {
        "originalPartnerReferenceNo",
        "originalReferenceNo",
        "action",
        "merchantId",
        "otp",
        "additionalInfo",
    }
)


def verify_otp_request(value: Any) -> list[Violation]:
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


def verify_otp_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


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
            type(item := value["Content-Type"]) is str
            and len(item) == 16
            and item == "application/json"
        )
        and (type(item := value["Authorization"]) is str and item.startswith("Bearer "))
        and (
            type(item := value["Authorization-Customer"]) is str
            and item.startswith("Bearer ")
        )
        and (
            type(item := value["X-TIMESTAMP"]) is str
            and 24 <= len(item) <= 27
            and forms.X_TIMESTAMP.fits(item)
        )
        and type(value["X-SIGNATURE"]) is str
        and (type(item := value["X-PARTNER-ID"]) is str and len(item) == 6)
        and (
            type(item := value["X-EXTERNAL-ID"]) is str
            and len(item) == 32
            and item.isascii()
            and item.isalnum()
        )
        and (
            type(item := value["CHANNEL-ID"]) is str
            and len(item) == 5
            and item.isascii()
            and item.isdigit()
        )
        and len(value) == 8
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "Content-Type" not in value:
        yield Told("Content-Type", "required", "is required", _TABLE)
    elif not isinstance(item := value["Content-Type"], str):
        yield Told("Content-Type", "type", "is text", _TABLE)
    else:
        if len(item) != 16:
            yield Told(
                "Content-Type", "length", "is text of exactly 16 characters", _TABLE
            )
        if item != "application/json":
            yield Told("Content-Type", "enum", 'is "application/json"', _EXTERNAL_1)
    if "Authorization" not in value:
        yield Told("Authorization", "required", "is required", _TABLE)
    elif not isinstance(item := value["Authorization"], str):
        yield Told("Authorization", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Told("Authorization", "prefix", 'begins with "Bearer "', _TABLE)
    if "Authorization-Customer" not in value:
        yield Told("Authorization-Customer", "required", "is required", _TABLE)
    elif not isinstance(item := value["Authorization-Customer"], str):
        yield Told("Authorization-Customer", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Told("Authorization-Customer", "prefix", 'begins with "Bearer "', _TABLE)
    if "X-TIMESTAMP" not in value:
        yield Told("X-TIMESTAMP", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-TIMESTAMP"], str):
        yield Told("X-TIMESTAMP", "type", "is text", _TABLE)
    else:
        if not 24 <= len(item) <= 27:
            yield Told(
                "X-TIMESTAMP", "length", "is text of 24 to 27 characters", _TABLE
            )
        if not forms.X_TIMESTAMP.fits(item):
            yield Told(
                "X-TIMESTAMP",
                "format",
                "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
                _TABLE,
            )
    if "X-SIGNATURE" not in value:
        yield Told("X-SIGNATURE", "required", "is required", _TABLE)
    elif not isinstance(value["X-SIGNATURE"], str):
        yield Told("X-SIGNATURE", "type", "is text", _TABLE)
    if "X-PARTNER-ID" not in value:
        yield Told("X-PARTNER-ID", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-PARTNER-ID"], str):
        yield Told("X-PARTNER-ID", "type", "is text", _TABLE)
    elif len(item) != 6:
        yield Told("X-PARTNER-ID", "length", "is text of exactly 6 characters", _TABLE)
    if "X-EXTERNAL-ID" not in value:
        yield Told("X-EXTERNAL-ID", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-EXTERNAL-ID"], str):
        yield Told("X-EXTERNAL-ID", "type", "is text", _TABLE)
    else:
        if len(item) != 32:
            yield Told(
                "X-EXTERNAL-ID", "length", "is text of exactly 32 characters", _TABLE
            )
        if not _PATTERN_1.fullmatch(item):
            yield Told("X-EXTERNAL-ID", "chars", "has letters and digits only", _TABLE)
    if "CHANNEL-ID" not in value:
        yield Told("CHANNEL-ID", "required", "is required", _TABLE)
    elif not isinstance(item := value["CHANNEL-ID"], str):
        yield Told("CHANNEL-ID", "type", "is text", _TABLE)
    else:
        if len(item) != 5:
            yield Told(
                "CHANNEL-ID", "length", "is text of exactly 5 characters", _TABLE
            )
        if not _PATTERN_2.fullmatch(item):
            yield Told("CHANNEL-ID", "chars", "has digits only", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["originalPartnerReferenceNo"]) is str and len(item) == 32
        )
        and (type(item := value["originalReferenceNo"]) is str and len(item) == 32)
        and (
            type(item := value["action"]) is str
            and 7 <= len(item) <= 9
            and item.isascii()
            and item.upper() in ("PAYMENT", "UNBINDING")
        )
        and (type(item := value["merchantId"]) is str and len(item) == 6)
        and (type(item := value["otp"]) is str and len(item) == 6)
        and _is_request_body_additional_info(value["additionalInfo"])
        and len(value) == 6
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "originalPartnerReferenceNo" not in value:
        yield Told("originalPartnerReferenceNo", "required", "is required", _TABLE)
    elif not isinstance(item := value["originalPartnerReferenceNo"], str):
        yield Told("originalPartnerReferenceNo", "type", "is text", _TABLE)
    elif len(item) != 32:
        yield Told(
            "originalPartnerReferenceNo",
            "length",
            "is text of exactly 32 characters",
            _TABLE,
        )
    if "originalReferenceNo" not in value:
        yield Told("originalReferenceNo", "required", "is required", _TABLE)
    elif not isinstance(item := value["originalReferenceNo"], str):
        yield Told("originalReferenceNo", "type", "is text", _TABLE)
    elif len(item) != 32:
        yield Told(
            "originalReferenceNo", "length", "is text of exactly 32 characters", _TABLE
        )
    if "action" not in value:
        yield Told("action", "required", "is required", _TABLE)
    elif not isinstance(item := value["action"], str):
        yield Told("action", "type", "is text", _TABLE)
    else:
        if not 7 <= len(item) <= 9:
            yield Told("action", "length", "is text of 7 to 9 characters", _TABLE)
        if not (item.isascii() and item.upper() in ("PAYMENT", "UNBINDING")):
            yield Told(
                "action",
                "enum",
                'is one of "payment", "unbinding" in any letter case',
                _EXTERNAL_2,
            )
    if "merchantId" not in value:
        yield Told("merchantId", "required", "is required", _TABLE)
    elif not isinstance(item := value["merchantId"], str):
        yield Told("merchantId", "type", "is text", _TABLE)
    elif len(item) != 6:
        yield Told("merchantId", "length", "is text of exactly 6 characters", _TABLE)
    if "otp" not in value:
        yield Told("otp", "required", "is required", _TABLE)
    elif not isinstance(item := value["otp"], str):
        yield Told("otp", "type", "is text", _TABLE)
    elif len(item) != 6:
        yield Told("otp", "length", "is text of exactly 6 characters", _TABLE)
    if "additionalInfo" not in value:
        yield Told("additionalInfo", "required", "is required", _TABLE)
    elif not isinstance(item := value["additionalInfo"], dict):
        yield Told("additionalInfo", "type", "is an object", _TABLE)
    else:
        yield from inside("additionalInfo", _request_body_additional_info(item))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_additional_info(value: Any) -> bool:
    return type(value) is dict


def _request_body_additional_info(value: Any) -> Iterator[Told]:
    yield from ()


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["responseCode"]) is str
            and len(item) == 7
            and item.isascii()
            and item.isdigit()
        )
        and (type(item := value["responseMessage"]) is str and len(item) <= 150)
        and (
            "originalReferenceNo" not in value
            or (type(item := value["originalReferenceNo"]) is str and len(item) <= 64)
        )
        and (
            "originalPartnerReferenceNo" not in value
            or (
                type(item := value["originalPartnerReferenceNo"]) is str
                and len(item) <= 64
            )
        )
        and (
            "accountNo" not in value
            or (type(item := value["accountNo"]) is str and len(item) <= 11)
        )
        and (
            "bankCardToken" not in value
            or (type(item := value["bankCardToken"]) is str and len(item) <= 128)
        )
        and (
            "cardPan" not in value
            or (type(item := value["cardPan"]) is str and len(item) <= 16)
        )
        and (
            "customerId" not in value
            or (type(item := value["customerId"]) is str and len(item) <= 45)
        )
        and (
            "email" not in value
            or (type(item := value["email"]) is str and len(item) <= 254)
        )
        and (
            "expiredDatetime" not in value
            or (type(item := value["expiredDatetime"]) is str and len(item) <= 25)
        )
        and (
            "expiryDate" not in value
            or (type(item := value["expiryDate"]) is str and len(item) <= 4)
        )
        and (
            "identificationNo" not in value
            or (type(item := value["identificationNo"]) is str and len(item) <= 64)
        )
        and (
            "linkageToken" not in value
            or (type(item := value["linkageToken"]) is str and len(item) <= 204)
        )
        and (
            "phoneNo" not in value
            or (type(item := value["phoneNo"]) is str and len(item) <= 16)
        )
        and (
            "qParamsURL" not in value
            or (type(item := value["qParamsURL"]) is str and len(item) <= 100)
        )
        and ("qParams" not in value or _is_answered_q_params(value["qParams"]))
        and (
            "sendOtpFlag" not in value
            or (
                type(item := value["sendOtpFlag"]) is str
                and len(item) <= 3
                and item in ("YES", "NO")
            )
        )
        and (
            "subscribeDatetime" not in value
            or (type(item := value["subscribeDatetime"]) is str and len(item) <= 25)
        )
        and (
            "tokenExpiryTime" not in value
            or (type(item := value["tokenExpiryTime"]) is str and len(item) <= 25)
        )
        and (
            "transactionTimestamp" not in value
            or (type(item := value["transactionTimestamp"]) is str and len(item) <= 25)
        )
        and (
            "additionalInfo" not in value
            or _is_answered_additional_info(value["additionalInfo"])
        )
    )


def _answered(value: Any) -> Iterator[Told]:
    if "responseCode" not in value:
        yield Told("responseCode", "required", "is required", _EXTERNAL_3)
    elif not isinstance(item := value["responseCode"], str):
        yield Told("responseCode", "type", "is text", _EXTERNAL_3)
    else:
        if len(item) != 7:
            yield Told(
                "responseCode", "length", "is text of exactly 7 characters", _EXTERNAL_3
            )
        if not _PATTERN_2.fullmatch(item):
            yield Told("responseCode", "chars", "has digits only", _INFERRED_1)
    if "responseMessage" not in value:
        yield Told("responseMessage", "required", "is required", _EXTERNAL_3)
    elif not isinstance(item := value["responseMessage"], str):
        yield Told("responseMessage", "type", "is text", _EXTERNAL_3)
    elif len(item) > 150:
        yield Told(
            "responseMessage",
            "length",
            "is text of at most 150 characters",
            _EXTERNAL_3,
        )
    if "originalReferenceNo" in value:
        if not isinstance(item := value["originalReferenceNo"], str):
            yield Told("originalReferenceNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 64:
            yield Told(
                "originalReferenceNo",
                "length",
                "is text of at most 64 characters",
                _EXTERNAL_3,
            )
    if "originalPartnerReferenceNo" in value:
        if not isinstance(item := value["originalPartnerReferenceNo"], str):
            yield Told("originalPartnerReferenceNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 64:
            yield Told(
                "originalPartnerReferenceNo",
                "length",
                "is text of at most 64 characters",
                _EXTERNAL_3,
            )
    if "accountNo" in value:
        if not isinstance(item := value["accountNo"], str):
            yield Told("accountNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 11:
            yield Told(
                "accountNo", "length", "is text of at most 11 characters", _EXTERNAL_3
            )
    if "bankCardToken" in value:
        if not isinstance(item := value["bankCardToken"], str):
            yield Told("bankCardToken", "type", "is text", _EXTERNAL_3)
        elif len(item) > 128:
            yield Told(
                "bankCardToken",
                "length",
                "is text of at most 128 characters",
                _EXTERNAL_3,
            )
    if "cardPan" in value:
        if not isinstance(item := value["cardPan"], str):
            yield Told("cardPan", "type", "is text", _EXTERNAL_3)
        elif len(item) > 16:
            yield Told(
                "cardPan", "length", "is text of at most 16 characters", _EXTERNAL_3
            )
    if "customerId" in value:
        if not isinstance(item := value["customerId"], str):
            yield Told("customerId", "type", "is text", _EXTERNAL_3)
        elif len(item) > 45:
            yield Told(
                "customerId", "length", "is text of at most 45 characters", _EXTERNAL_3
            )
    if "email" in value:
        if not isinstance(item := value["email"], str):
            yield Told("email", "type", "is text", _EXTERNAL_3)
        elif len(item) > 254:
            yield Told(
                "email", "length", "is text of at most 254 characters", _EXTERNAL_3
            )
    if "expiredDatetime" in value:
        if not isinstance(item := value["expiredDatetime"], str):
            yield Told("expiredDatetime", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Told(
                "expiredDatetime",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "expiryDate" in value:
        if not isinstance(item := value["expiryDate"], str):
            yield Told("expiryDate", "type", "is text", _EXTERNAL_3)
        elif len(item) > 4:
            yield Told(
                "expiryDate", "length", "is text of at most 4 characters", _EXTERNAL_3
            )
    if "identificationNo" in value:
        if not isinstance(item := value["identificationNo"], str):
            yield Told("identificationNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 64:
            yield Told(
                "identificationNo",
                "length",
                "is text of at most 64 characters",
                _EXTERNAL_3,
            )
    if "linkageToken" in value:
        if not isinstance(item := value["linkageToken"], str):
            yield Told("linkageToken", "type", "is text", _EXTERNAL_3)
        elif len(item) > 204:
            yield Told(
                "linkageToken",
                "length",
                "is text of at most 204 characters",
                _EXTERNAL_3,
            )
    if "phoneNo" in value:
        if not isinstance(item := value["phoneNo"], str):
            yield Told("phoneNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 16:
            yield Told(
                "phoneNo", "length", "is text of at most 16 characters", _EXTERNAL_3
            )
    if "qParamsURL" in value:
        if not isinstance(item := value["qParamsURL"], str):
            yield Told("qParamsURL", "type", "is text", _EXTERNAL_3)
        elif len(item) > 100:
            yield Told(
                "qParamsURL", "length", "is text of at most 100 characters", _EXTERNAL_3
            )
    if "qParams" in value:
        if not isinstance(item := value["qParams"], dict):
            yield Told("qParams", "type", "is an object", _EXTERNAL_3)
        else:
            yield from inside("qParams", _answered_q_params(item))
    if "sendOtpFlag" in value:
        if not isinstance(item := value["sendOtpFlag"], str):
            yield Told("sendOtpFlag", "type", "is text", _EXTERNAL_3)
        else:
            if len(item) > 3:
                yield Told(
                    "sendOtpFlag",
                    "length",
                    "is text of at most 3 characters",
                    _EXTERNAL_3,
                )
            if item not in ("YES", "NO"):
                yield Told("sendOtpFlag", "enum", 'is one of "YES", "NO"', _EXTERNAL_3)
    if "subscribeDatetime" in value:
        if not isinstance(item := value["subscribeDatetime"], str):
            yield Told("subscribeDatetime", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Told(
                "subscribeDatetime",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "tokenExpiryTime" in value:
        if not isinstance(item := value["tokenExpiryTime"], str):
            yield Told("tokenExpiryTime", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Told(
                "tokenExpiryTime",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "transactionTimestamp" in value:
        if not isinstance(item := value["transactionTimestamp"], str):
            yield Told("transactionTimestamp", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Told(
                "transactionTimestamp",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "additionalInfo" in value:
        if not isinstance(item := value["additionalInfo"], dict):
            yield Told("additionalInfo", "type", "is an object", _EXTERNAL_3)
        else:
            yield from inside("additionalInfo", _answered_additional_info(item))


def _is_answered_q_params(value: Any) -> bool:
    return type(value) is dict and (
        "action" not in value
        or (type(item := value["action"]) is str and len(item) <= 10)
    )


def _answered_q_params(value: Any) -> Iterator[Told]:
    if "action" in value:
        if not isinstance(item := value["action"], str):
            yield Told("action", "type", "is text", _EXTERNAL_3)
        elif len(item) > 10:
            yield Told(
                "action", "length", "is text of at most 10 characters", _EXTERNAL_3
            )


def _is_answered_additional_info(value: Any) -> bool:
    return type(value) is dict


def _answered_additional_info(value: Any) -> Iterator[Told]:
    yield from ()
