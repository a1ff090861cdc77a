"""Validators of verify_otp: what its page says of each value.

Page: Verify OTP API,
https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification (read
2026-11-21).
"""

from __future__ import annotations

import re
from typing import Any

from ..._runtime.violations import Inferred, Violation, undocumented
from ..forms import verify_otp as forms

_PAGE = "verify-otp"
_TABLE = "verify-otp, table"
_EXTERNAL_1 = "verify-otp, external: ASPI SNAP Developer Site (Keamanan)"
_EXTERNAL_2 = "verify-otp, external: constants of a live client of an older version"
_EXTERNAL_3 = "verify-otp, external: ASPI SNAP Developer Site (Registrasi)"
_INFERRED_1 = Inferred(
    "verify-otp, inferred: HTTP status and service and case are digits throughout"
)

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


def verify_otp_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "Content-Type" not in value:
        found.append(Violation(f"{at}/Content-Type", "required", "is required", _TABLE))
    elif not isinstance(item := value["Content-Type"], str):
        found.append(Violation(f"{at}/Content-Type", "type", "is text", _TABLE))
    else:
        if len(item) != 16:
            found.append(
                Violation(
                    f"{at}/Content-Type",
                    "length",
                    "is text of exactly 16 characters",
                    _TABLE,
                )
            )
        if item != "application/json":
            found.append(
                Violation(
                    f"{at}/Content-Type", "enum", 'is "application/json"', _EXTERNAL_1
                )
            )
    if "Authorization" not in value:
        found.append(
            Violation(f"{at}/Authorization", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["Authorization"], str):
        found.append(Violation(f"{at}/Authorization", "type", "is text", _TABLE))
    elif not item.startswith("Bearer "):
        found.append(
            Violation(f"{at}/Authorization", "prefix", 'begins with "Bearer "', _TABLE)
        )
    if "Authorization-Customer" not in value:
        found.append(
            Violation(f"{at}/Authorization-Customer", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["Authorization-Customer"], str):
        found.append(
            Violation(f"{at}/Authorization-Customer", "type", "is text", _TABLE)
        )
    elif not item.startswith("Bearer "):
        found.append(
            Violation(
                f"{at}/Authorization-Customer",
                "prefix",
                'begins with "Bearer "',
                _TABLE,
            )
        )
    if "X-TIMESTAMP" not in value:
        found.append(Violation(f"{at}/X-TIMESTAMP", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-TIMESTAMP"], str):
        found.append(Violation(f"{at}/X-TIMESTAMP", "type", "is text", _TABLE))
    else:
        if not 24 <= len(item) <= 27:
            found.append(
                Violation(
                    f"{at}/X-TIMESTAMP",
                    "length",
                    "is text of 24 to 27 characters",
                    _TABLE,
                )
            )
        if not forms.X_TIMESTAMP.fits(item):
            found.append(
                Violation(
                    f"{at}/X-TIMESTAMP",
                    "format",
                    "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
                    _TABLE,
                )
            )
    if "X-SIGNATURE" not in value:
        found.append(Violation(f"{at}/X-SIGNATURE", "required", "is required", _TABLE))
    elif not isinstance(value["X-SIGNATURE"], str):
        found.append(Violation(f"{at}/X-SIGNATURE", "type", "is text", _TABLE))
    if "X-PARTNER-ID" not in value:
        found.append(Violation(f"{at}/X-PARTNER-ID", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-PARTNER-ID"], str):
        found.append(Violation(f"{at}/X-PARTNER-ID", "type", "is text", _TABLE))
    elif len(item) != 6:
        found.append(
            Violation(
                f"{at}/X-PARTNER-ID",
                "length",
                "is text of exactly 6 characters",
                _TABLE,
            )
        )
    if "X-EXTERNAL-ID" not in value:
        found.append(
            Violation(f"{at}/X-EXTERNAL-ID", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["X-EXTERNAL-ID"], str):
        found.append(Violation(f"{at}/X-EXTERNAL-ID", "type", "is text", _TABLE))
    else:
        if len(item) != 32:
            found.append(
                Violation(
                    f"{at}/X-EXTERNAL-ID",
                    "length",
                    "is text of exactly 32 characters",
                    _TABLE,
                )
            )
        if not re.fullmatch("[A-Za-z0-9]*", item):
            found.append(
                Violation(
                    f"{at}/X-EXTERNAL-ID",
                    "chars",
                    "has letters and digits only",
                    _TABLE,
                )
            )
    if "CHANNEL-ID" not in value:
        found.append(Violation(f"{at}/CHANNEL-ID", "required", "is required", _TABLE))
    elif not isinstance(item := value["CHANNEL-ID"], str):
        found.append(Violation(f"{at}/CHANNEL-ID", "type", "is text", _TABLE))
    else:
        if len(item) != 5:
            found.append(
                Violation(
                    f"{at}/CHANNEL-ID",
                    "length",
                    "is text of exactly 5 characters",
                    _TABLE,
                )
            )
        if not re.fullmatch("[0-9]*", item):
            found.append(
                Violation(f"{at}/CHANNEL-ID", "chars", "has digits only", _TABLE)
            )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "originalPartnerReferenceNo" not in value:
        found.append(
            Violation(
                f"{at}/originalPartnerReferenceNo", "required", "is required", _TABLE
            )
        )
    elif not isinstance(item := value["originalPartnerReferenceNo"], str):
        found.append(
            Violation(f"{at}/originalPartnerReferenceNo", "type", "is text", _TABLE)
        )
    elif len(item) != 32:
        found.append(
            Violation(
                f"{at}/originalPartnerReferenceNo",
                "length",
                "is text of exactly 32 characters",
                _TABLE,
            )
        )
    if "originalReferenceNo" not in value:
        found.append(
            Violation(f"{at}/originalReferenceNo", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["originalReferenceNo"], str):
        found.append(Violation(f"{at}/originalReferenceNo", "type", "is text", _TABLE))
    elif len(item) != 32:
        found.append(
            Violation(
                f"{at}/originalReferenceNo",
                "length",
                "is text of exactly 32 characters",
                _TABLE,
            )
        )
    if "action" not in value:
        found.append(Violation(f"{at}/action", "required", "is required", _TABLE))
    elif not isinstance(item := value["action"], str):
        found.append(Violation(f"{at}/action", "type", "is text", _TABLE))
    else:
        if not 7 <= len(item) <= 9:
            found.append(
                Violation(
                    f"{at}/action", "length", "is text of 7 to 9 characters", _TABLE
                )
            )
        if item.upper() not in ("PAYMENT", "UNBINDING"):
            found.append(
                Violation(
                    f"{at}/action",
                    "enum",
                    'is one of "payment", "unbinding" in any letter case',
                    _EXTERNAL_2,
                )
            )
    if "merchantId" not in value:
        found.append(Violation(f"{at}/merchantId", "required", "is required", _TABLE))
    elif not isinstance(item := value["merchantId"], str):
        found.append(Violation(f"{at}/merchantId", "type", "is text", _TABLE))
    elif len(item) != 6:
        found.append(
            Violation(
                f"{at}/merchantId", "length", "is text of exactly 6 characters", _TABLE
            )
        )
    if "otp" not in value:
        found.append(Violation(f"{at}/otp", "required", "is required", _TABLE))
    elif not isinstance(item := value["otp"], str):
        found.append(Violation(f"{at}/otp", "type", "is text", _TABLE))
    elif len(item) != 6:
        found.append(
            Violation(f"{at}/otp", "length", "is text of exactly 6 characters", _TABLE)
        )
    if "additionalInfo" not in value:
        found.append(
            Violation(f"{at}/additionalInfo", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["additionalInfo"], dict):
        found.append(Violation(f"{at}/additionalInfo", "type", "is an object", _TABLE))
    else:
        _request_body_additional_info(item, f"{at}/additionalInfo", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_additional_info(value: Any, at: str, found: list[Violation]) -> None:
    pass


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "responseCode" not in value:
        found.append(
            Violation(f"{at}/responseCode", "required", "is required", _EXTERNAL_3)
        )
    elif not isinstance(item := value["responseCode"], str):
        found.append(Violation(f"{at}/responseCode", "type", "is text", _EXTERNAL_3))
    else:
        if len(item) != 7:
            found.append(
                Violation(
                    f"{at}/responseCode",
                    "length",
                    "is text of exactly 7 characters",
                    _EXTERNAL_3,
                )
            )
        if not re.fullmatch("[0-9]*", item):
            found.append(
                Violation(f"{at}/responseCode", "chars", "has digits only", _INFERRED_1)
            )
    if "responseMessage" not in value:
        found.append(
            Violation(f"{at}/responseMessage", "required", "is required", _EXTERNAL_3)
        )
    elif not isinstance(item := value["responseMessage"], str):
        found.append(Violation(f"{at}/responseMessage", "type", "is text", _EXTERNAL_3))
    elif len(item) > 150:
        found.append(
            Violation(
                f"{at}/responseMessage",
                "length",
                "is text of at most 150 characters",
                _EXTERNAL_3,
            )
        )
    if "originalReferenceNo" in value:
        if not isinstance(item := value["originalReferenceNo"], str):
            found.append(
                Violation(f"{at}/originalReferenceNo", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 64:
            found.append(
                Violation(
                    f"{at}/originalReferenceNo",
                    "length",
                    "is text of at most 64 characters",
                    _EXTERNAL_3,
                )
            )
    if "originalPartnerReferenceNo" in value:
        if not isinstance(item := value["originalPartnerReferenceNo"], str):
            found.append(
                Violation(
                    f"{at}/originalPartnerReferenceNo", "type", "is text", _EXTERNAL_3
                )
            )
        elif len(item) > 64:
            found.append(
                Violation(
                    f"{at}/originalPartnerReferenceNo",
                    "length",
                    "is text of at most 64 characters",
                    _EXTERNAL_3,
                )
            )
    if "accountNo" in value:
        if not isinstance(item := value["accountNo"], str):
            found.append(Violation(f"{at}/accountNo", "type", "is text", _EXTERNAL_3))
        elif len(item) > 11:
            found.append(
                Violation(
                    f"{at}/accountNo",
                    "length",
                    "is text of at most 11 characters",
                    _EXTERNAL_3,
                )
            )
    if "bankCardToken" in value:
        if not isinstance(item := value["bankCardToken"], str):
            found.append(
                Violation(f"{at}/bankCardToken", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 128:
            found.append(
                Violation(
                    f"{at}/bankCardToken",
                    "length",
                    "is text of at most 128 characters",
                    _EXTERNAL_3,
                )
            )
    if "cardPan" in value:
        if not isinstance(item := value["cardPan"], str):
            found.append(Violation(f"{at}/cardPan", "type", "is text", _EXTERNAL_3))
        elif len(item) > 16:
            found.append(
                Violation(
                    f"{at}/cardPan",
                    "length",
                    "is text of at most 16 characters",
                    _EXTERNAL_3,
                )
            )
    if "customerId" in value:
        if not isinstance(item := value["customerId"], str):
            found.append(Violation(f"{at}/customerId", "type", "is text", _EXTERNAL_3))
        elif len(item) > 45:
            found.append(
                Violation(
                    f"{at}/customerId",
                    "length",
                    "is text of at most 45 characters",
                    _EXTERNAL_3,
                )
            )
    if "email" in value:
        if not isinstance(item := value["email"], str):
            found.append(Violation(f"{at}/email", "type", "is text", _EXTERNAL_3))
        elif len(item) > 254:
            found.append(
                Violation(
                    f"{at}/email",
                    "length",
                    "is text of at most 254 characters",
                    _EXTERNAL_3,
                )
            )
    if "expiredDatetime" in value:
        if not isinstance(item := value["expiredDatetime"], str):
            found.append(
                Violation(f"{at}/expiredDatetime", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 25:
            found.append(
                Violation(
                    f"{at}/expiredDatetime",
                    "length",
                    "is text of at most 25 characters",
                    _EXTERNAL_3,
                )
            )
    if "expiryDate" in value:
        if not isinstance(item := value["expiryDate"], str):
            found.append(Violation(f"{at}/expiryDate", "type", "is text", _EXTERNAL_3))
        elif len(item) > 4:
            found.append(
                Violation(
                    f"{at}/expiryDate",
                    "length",
                    "is text of at most 4 characters",
                    _EXTERNAL_3,
                )
            )
    if "identificationNo" in value:
        if not isinstance(item := value["identificationNo"], str):
            found.append(
                Violation(f"{at}/identificationNo", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 64:
            found.append(
                Violation(
                    f"{at}/identificationNo",
                    "length",
                    "is text of at most 64 characters",
                    _EXTERNAL_3,
                )
            )
    if "linkageToken" in value:
        if not isinstance(item := value["linkageToken"], str):
            found.append(
                Violation(f"{at}/linkageToken", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 204:
            found.append(
                Violation(
                    f"{at}/linkageToken",
                    "length",
                    "is text of at most 204 characters",
                    _EXTERNAL_3,
                )
            )
    if "phoneNo" in value:
        if not isinstance(item := value["phoneNo"], str):
            found.append(Violation(f"{at}/phoneNo", "type", "is text", _EXTERNAL_3))
        elif len(item) > 16:
            found.append(
                Violation(
                    f"{at}/phoneNo",
                    "length",
                    "is text of at most 16 characters",
                    _EXTERNAL_3,
                )
            )
    if "qParamsURL" in value:
        if not isinstance(item := value["qParamsURL"], str):
            found.append(Violation(f"{at}/qParamsURL", "type", "is text", _EXTERNAL_3))
        elif len(item) > 100:
            found.append(
                Violation(
                    f"{at}/qParamsURL",
                    "length",
                    "is text of at most 100 characters",
                    _EXTERNAL_3,
                )
            )
    if "qParams" in value:
        if not isinstance(item := value["qParams"], dict):
            found.append(
                Violation(f"{at}/qParams", "type", "is an object", _EXTERNAL_3)
            )
        else:
            _answered_q_params(item, f"{at}/qParams", found)
    if "sendOtpFlag" in value:
        if not isinstance(item := value["sendOtpFlag"], str):
            found.append(Violation(f"{at}/sendOtpFlag", "type", "is text", _EXTERNAL_3))
        else:
            if len(item) > 3:
                found.append(
                    Violation(
                        f"{at}/sendOtpFlag",
                        "length",
                        "is text of at most 3 characters",
                        _EXTERNAL_3,
                    )
                )
            if item not in ("YES", "NO"):
                found.append(
                    Violation(
                        f"{at}/sendOtpFlag",
                        "enum",
                        'is one of "YES", "NO"',
                        _EXTERNAL_3,
                    )
                )
    if "subscribeDatetime" in value:
        if not isinstance(item := value["subscribeDatetime"], str):
            found.append(
                Violation(f"{at}/subscribeDatetime", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 25:
            found.append(
                Violation(
                    f"{at}/subscribeDatetime",
                    "length",
                    "is text of at most 25 characters",
                    _EXTERNAL_3,
                )
            )
    if "tokenExpiryTime" in value:
        if not isinstance(item := value["tokenExpiryTime"], str):
            found.append(
                Violation(f"{at}/tokenExpiryTime", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 25:
            found.append(
                Violation(
                    f"{at}/tokenExpiryTime",
                    "length",
                    "is text of at most 25 characters",
                    _EXTERNAL_3,
                )
            )
    if "transactionTimestamp" in value:
        if not isinstance(item := value["transactionTimestamp"], str):
            found.append(
                Violation(f"{at}/transactionTimestamp", "type", "is text", _EXTERNAL_3)
            )
        elif len(item) > 25:
            found.append(
                Violation(
                    f"{at}/transactionTimestamp",
                    "length",
                    "is text of at most 25 characters",
                    _EXTERNAL_3,
                )
            )
    if "additionalInfo" in value:
        if not isinstance(item := value["additionalInfo"], dict):
            found.append(
                Violation(f"{at}/additionalInfo", "type", "is an object", _EXTERNAL_3)
            )
        else:
            _answered_additional_info(item, f"{at}/additionalInfo", found)


def _answered_q_params(value: Any, at: str, found: list[Violation]) -> None:
    if "action" in value:
        if not isinstance(item := value["action"], str):
            found.append(Violation(f"{at}/action", "type", "is text", _EXTERNAL_3))
        elif len(item) > 10:
            found.append(
                Violation(
                    f"{at}/action",
                    "length",
                    "is text of at most 10 characters",
                    _EXTERNAL_3,
                )
            )


def _answered_additional_info(value: Any, at: str, found: list[Violation]) -> None:
    pass
