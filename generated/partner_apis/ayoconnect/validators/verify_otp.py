"""Validators of verify_otp: what its page says of each value.

Page: Verify OTP API,
https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification (read
2026-11-21).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Inferred, Violation, passes, undocumented
from ..forms import verify_otp as forms

_TABLE = "verify-otp, table"
_EXTERNAL_1 = "verify-otp, external: ASPI SNAP Developer Site (Keamanan)"
_PAGE = "verify-otp"
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


def verify_otp_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    if passes(_is_answered, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_answered(value, ""))


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
            and _PATTERN_1.fullmatch(item) is not None
        )
        and (
            type(item := value["CHANNEL-ID"]) is str
            and len(item) == 5
            and _PATTERN_2.fullmatch(item) is not None
        )
        and len(value) == 8
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "Content-Type" not in value:
        yield Violation(f"{at}/Content-Type", "required", "is required", _TABLE)
    elif not isinstance(item := value["Content-Type"], str):
        yield Violation(f"{at}/Content-Type", "type", "is text", _TABLE)
    else:
        if len(item) != 16:
            yield Violation(
                f"{at}/Content-Type",
                "length",
                "is text of exactly 16 characters",
                _TABLE,
            )
        if item != "application/json":
            yield Violation(
                f"{at}/Content-Type", "enum", 'is "application/json"', _EXTERNAL_1
            )
    if "Authorization" not in value:
        yield Violation(f"{at}/Authorization", "required", "is required", _TABLE)
    elif not isinstance(item := value["Authorization"], str):
        yield Violation(f"{at}/Authorization", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Violation(
            f"{at}/Authorization", "prefix", 'begins with "Bearer "', _TABLE
        )
    if "Authorization-Customer" not in value:
        yield Violation(
            f"{at}/Authorization-Customer", "required", "is required", _TABLE
        )
    elif not isinstance(item := value["Authorization-Customer"], str):
        yield Violation(f"{at}/Authorization-Customer", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Violation(
            f"{at}/Authorization-Customer", "prefix", 'begins with "Bearer "', _TABLE
        )
    if "X-TIMESTAMP" not in value:
        yield Violation(f"{at}/X-TIMESTAMP", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-TIMESTAMP"], str):
        yield Violation(f"{at}/X-TIMESTAMP", "type", "is text", _TABLE)
    else:
        if not 24 <= len(item) <= 27:
            yield Violation(
                f"{at}/X-TIMESTAMP", "length", "is text of 24 to 27 characters", _TABLE
            )
        if not forms.X_TIMESTAMP.fits(item):
            yield Violation(
                f"{at}/X-TIMESTAMP",
                "format",
                "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
                _TABLE,
            )
    if "X-SIGNATURE" not in value:
        yield Violation(f"{at}/X-SIGNATURE", "required", "is required", _TABLE)
    elif not isinstance(value["X-SIGNATURE"], str):
        yield Violation(f"{at}/X-SIGNATURE", "type", "is text", _TABLE)
    if "X-PARTNER-ID" not in value:
        yield Violation(f"{at}/X-PARTNER-ID", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-PARTNER-ID"], str):
        yield Violation(f"{at}/X-PARTNER-ID", "type", "is text", _TABLE)
    elif len(item) != 6:
        yield Violation(
            f"{at}/X-PARTNER-ID", "length", "is text of exactly 6 characters", _TABLE
        )
    if "X-EXTERNAL-ID" not in value:
        yield Violation(f"{at}/X-EXTERNAL-ID", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-EXTERNAL-ID"], str):
        yield Violation(f"{at}/X-EXTERNAL-ID", "type", "is text", _TABLE)
    else:
        if len(item) != 32:
            yield Violation(
                f"{at}/X-EXTERNAL-ID",
                "length",
                "is text of exactly 32 characters",
                _TABLE,
            )
        if not _PATTERN_1.fullmatch(item):
            yield Violation(
                f"{at}/X-EXTERNAL-ID", "chars", "has letters and digits only", _TABLE
            )
    if "CHANNEL-ID" not in value:
        yield Violation(f"{at}/CHANNEL-ID", "required", "is required", _TABLE)
    elif not isinstance(item := value["CHANNEL-ID"], str):
        yield Violation(f"{at}/CHANNEL-ID", "type", "is text", _TABLE)
    else:
        if len(item) != 5:
            yield Violation(
                f"{at}/CHANNEL-ID", "length", "is text of exactly 5 characters", _TABLE
            )
        if not _PATTERN_2.fullmatch(item):
            yield Violation(f"{at}/CHANNEL-ID", "chars", "has digits only", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


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
            and item.upper() in ("PAYMENT", "UNBINDING")
        )
        and (type(item := value["merchantId"]) is str and len(item) == 6)
        and (type(item := value["otp"]) is str and len(item) == 6)
        and _is_request_body_additional_info(value["additionalInfo"])
        and len(value) == 6
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "originalPartnerReferenceNo" not in value:
        yield Violation(
            f"{at}/originalPartnerReferenceNo", "required", "is required", _TABLE
        )
    elif not isinstance(item := value["originalPartnerReferenceNo"], str):
        yield Violation(f"{at}/originalPartnerReferenceNo", "type", "is text", _TABLE)
    elif len(item) != 32:
        yield Violation(
            f"{at}/originalPartnerReferenceNo",
            "length",
            "is text of exactly 32 characters",
            _TABLE,
        )
    if "originalReferenceNo" not in value:
        yield Violation(f"{at}/originalReferenceNo", "required", "is required", _TABLE)
    elif not isinstance(item := value["originalReferenceNo"], str):
        yield Violation(f"{at}/originalReferenceNo", "type", "is text", _TABLE)
    elif len(item) != 32:
        yield Violation(
            f"{at}/originalReferenceNo",
            "length",
            "is text of exactly 32 characters",
            _TABLE,
        )
    if "action" not in value:
        yield Violation(f"{at}/action", "required", "is required", _TABLE)
    elif not isinstance(item := value["action"], str):
        yield Violation(f"{at}/action", "type", "is text", _TABLE)
    else:
        if not 7 <= len(item) <= 9:
            yield Violation(
                f"{at}/action", "length", "is text of 7 to 9 characters", _TABLE
            )
        if item.upper() not in ("PAYMENT", "UNBINDING"):
            yield Violation(
                f"{at}/action",
                "enum",
                'is one of "payment", "unbinding" in any letter case',
                _EXTERNAL_2,
            )
    if "merchantId" not in value:
        yield Violation(f"{at}/merchantId", "required", "is required", _TABLE)
    elif not isinstance(item := value["merchantId"], str):
        yield Violation(f"{at}/merchantId", "type", "is text", _TABLE)
    elif len(item) != 6:
        yield Violation(
            f"{at}/merchantId", "length", "is text of exactly 6 characters", _TABLE
        )
    if "otp" not in value:
        yield Violation(f"{at}/otp", "required", "is required", _TABLE)
    elif not isinstance(item := value["otp"], str):
        yield Violation(f"{at}/otp", "type", "is text", _TABLE)
    elif len(item) != 6:
        yield Violation(
            f"{at}/otp", "length", "is text of exactly 6 characters", _TABLE
        )
    if "additionalInfo" not in value:
        yield Violation(f"{at}/additionalInfo", "required", "is required", _TABLE)
    elif not isinstance(item := value["additionalInfo"], dict):
        yield Violation(f"{at}/additionalInfo", "type", "is an object", _TABLE)
    else:
        yield from _request_body_additional_info(item, f"{at}/additionalInfo")
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_request_body_additional_info(value: Any) -> bool:
    return type(value) is dict


def _request_body_additional_info(value: Any, at: str) -> Iterator[Violation]:
    yield from ()


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["responseCode"]) is str
            and len(item) == 7
            and _PATTERN_2.fullmatch(item) is not None
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


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "responseCode" not in value:
        yield Violation(f"{at}/responseCode", "required", "is required", _EXTERNAL_3)
    elif not isinstance(item := value["responseCode"], str):
        yield Violation(f"{at}/responseCode", "type", "is text", _EXTERNAL_3)
    else:
        if len(item) != 7:
            yield Violation(
                f"{at}/responseCode",
                "length",
                "is text of exactly 7 characters",
                _EXTERNAL_3,
            )
        if not _PATTERN_2.fullmatch(item):
            yield Violation(
                f"{at}/responseCode", "chars", "has digits only", _INFERRED_1
            )
    if "responseMessage" not in value:
        yield Violation(f"{at}/responseMessage", "required", "is required", _EXTERNAL_3)
    elif not isinstance(item := value["responseMessage"], str):
        yield Violation(f"{at}/responseMessage", "type", "is text", _EXTERNAL_3)
    elif len(item) > 150:
        yield Violation(
            f"{at}/responseMessage",
            "length",
            "is text of at most 150 characters",
            _EXTERNAL_3,
        )
    if "originalReferenceNo" in value:
        if not isinstance(item := value["originalReferenceNo"], str):
            yield Violation(f"{at}/originalReferenceNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 64:
            yield Violation(
                f"{at}/originalReferenceNo",
                "length",
                "is text of at most 64 characters",
                _EXTERNAL_3,
            )
    if "originalPartnerReferenceNo" in value:
        if not isinstance(item := value["originalPartnerReferenceNo"], str):
            yield Violation(
                f"{at}/originalPartnerReferenceNo", "type", "is text", _EXTERNAL_3
            )
        elif len(item) > 64:
            yield Violation(
                f"{at}/originalPartnerReferenceNo",
                "length",
                "is text of at most 64 characters",
                _EXTERNAL_3,
            )
    if "accountNo" in value:
        if not isinstance(item := value["accountNo"], str):
            yield Violation(f"{at}/accountNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 11:
            yield Violation(
                f"{at}/accountNo",
                "length",
                "is text of at most 11 characters",
                _EXTERNAL_3,
            )
    if "bankCardToken" in value:
        if not isinstance(item := value["bankCardToken"], str):
            yield Violation(f"{at}/bankCardToken", "type", "is text", _EXTERNAL_3)
        elif len(item) > 128:
            yield Violation(
                f"{at}/bankCardToken",
                "length",
                "is text of at most 128 characters",
                _EXTERNAL_3,
            )
    if "cardPan" in value:
        if not isinstance(item := value["cardPan"], str):
            yield Violation(f"{at}/cardPan", "type", "is text", _EXTERNAL_3)
        elif len(item) > 16:
            yield Violation(
                f"{at}/cardPan",
                "length",
                "is text of at most 16 characters",
                _EXTERNAL_3,
            )
    if "customerId" in value:
        if not isinstance(item := value["customerId"], str):
            yield Violation(f"{at}/customerId", "type", "is text", _EXTERNAL_3)
        elif len(item) > 45:
            yield Violation(
                f"{at}/customerId",
                "length",
                "is text of at most 45 characters",
                _EXTERNAL_3,
            )
    if "email" in value:
        if not isinstance(item := value["email"], str):
            yield Violation(f"{at}/email", "type", "is text", _EXTERNAL_3)
        elif len(item) > 254:
            yield Violation(
                f"{at}/email",
                "length",
                "is text of at most 254 characters",
                _EXTERNAL_3,
            )
    if "expiredDatetime" in value:
        if not isinstance(item := value["expiredDatetime"], str):
            yield Violation(f"{at}/expiredDatetime", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Violation(
                f"{at}/expiredDatetime",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "expiryDate" in value:
        if not isinstance(item := value["expiryDate"], str):
            yield Violation(f"{at}/expiryDate", "type", "is text", _EXTERNAL_3)
        elif len(item) > 4:
            yield Violation(
                f"{at}/expiryDate",
                "length",
                "is text of at most 4 characters",
                _EXTERNAL_3,
            )
    if "identificationNo" in value:
        if not isinstance(item := value["identificationNo"], str):
            yield Violation(f"{at}/identificationNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 64:
            yield Violation(
                f"{at}/identificationNo",
                "length",
                "is text of at most 64 characters",
                _EXTERNAL_3,
            )
    if "linkageToken" in value:
        if not isinstance(item := value["linkageToken"], str):
            yield Violation(f"{at}/linkageToken", "type", "is text", _EXTERNAL_3)
        elif len(item) > 204:
            yield Violation(
                f"{at}/linkageToken",
                "length",
                "is text of at most 204 characters",
                _EXTERNAL_3,
            )
    if "phoneNo" in value:
        if not isinstance(item := value["phoneNo"], str):
            yield Violation(f"{at}/phoneNo", "type", "is text", _EXTERNAL_3)
        elif len(item) > 16:
            yield Violation(
                f"{at}/phoneNo",
                "length",
                "is text of at most 16 characters",
                _EXTERNAL_3,
            )
    if "qParamsURL" in value:
        if not isinstance(item := value["qParamsURL"], str):
            yield Violation(f"{at}/qParamsURL", "type", "is text", _EXTERNAL_3)
        elif len(item) > 100:
            yield Violation(
                f"{at}/qParamsURL",
                "length",
                "is text of at most 100 characters",
                _EXTERNAL_3,
            )
    if "qParams" in value:
        if not isinstance(item := value["qParams"], dict):
            yield Violation(f"{at}/qParams", "type", "is an object", _EXTERNAL_3)
        else:
            yield from _answered_q_params(item, f"{at}/qParams")
    if "sendOtpFlag" in value:
        if not isinstance(item := value["sendOtpFlag"], str):
            yield Violation(f"{at}/sendOtpFlag", "type", "is text", _EXTERNAL_3)
        else:
            if len(item) > 3:
                yield Violation(
                    f"{at}/sendOtpFlag",
                    "length",
                    "is text of at most 3 characters",
                    _EXTERNAL_3,
                )
            if item not in ("YES", "NO"):
                yield Violation(
                    f"{at}/sendOtpFlag", "enum", 'is one of "YES", "NO"', _EXTERNAL_3
                )
    if "subscribeDatetime" in value:
        if not isinstance(item := value["subscribeDatetime"], str):
            yield Violation(f"{at}/subscribeDatetime", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Violation(
                f"{at}/subscribeDatetime",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "tokenExpiryTime" in value:
        if not isinstance(item := value["tokenExpiryTime"], str):
            yield Violation(f"{at}/tokenExpiryTime", "type", "is text", _EXTERNAL_3)
        elif len(item) > 25:
            yield Violation(
                f"{at}/tokenExpiryTime",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "transactionTimestamp" in value:
        if not isinstance(item := value["transactionTimestamp"], str):
            yield Violation(
                f"{at}/transactionTimestamp", "type", "is text", _EXTERNAL_3
            )
        elif len(item) > 25:
            yield Violation(
                f"{at}/transactionTimestamp",
                "length",
                "is text of at most 25 characters",
                _EXTERNAL_3,
            )
    if "additionalInfo" in value:
        if not isinstance(item := value["additionalInfo"], dict):
            yield Violation(f"{at}/additionalInfo", "type", "is an object", _EXTERNAL_3)
        else:
            yield from _answered_additional_info(item, f"{at}/additionalInfo")


def _is_answered_q_params(value: Any) -> bool:
    return type(value) is dict and (
        "action" not in value
        or (type(item := value["action"]) is str and len(item) <= 10)
    )


def _answered_q_params(value: Any, at: str) -> Iterator[Violation]:
    if "action" in value:
        if not isinstance(item := value["action"], str):
            yield Violation(f"{at}/action", "type", "is text", _EXTERNAL_3)
        elif len(item) > 10:
            yield Violation(
                f"{at}/action",
                "length",
                "is text of at most 10 characters",
                _EXTERNAL_3,
            )


def _is_answered_additional_info(value: Any) -> bool:
    return type(value) is dict


def _answered_additional_info(value: Any, at: str) -> Iterator[Violation]:
    yield from ()
