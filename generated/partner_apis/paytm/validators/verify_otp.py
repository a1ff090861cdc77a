"""Validators of verify_otp: what its page says of each value.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api (read
2026-11-21).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Inferred, Violation, undocumented
from ..forms import verify_otp as forms

_PAGE = "verify-otp"
_INFERRED_1 = Inferred("verify-otp, inferred: code 2013 compares it with the order")
_EXAMPLE = "verify-otp, example"
_INFERRED_2 = Inferred("verify-otp, inferred: code 2014 compares it with the order")
_EXTERNAL_1 = "verify-otp, external: Paytm Create Order page"
_INFERRED_3 = Inferred("verify-otp, inferred: the page says that the request is JSON")
_INFERRED_4 = Inferred("verify-otp, inferred: it has mandatory members")
_TABLE = "verify-otp, table"
_INFERRED_5 = Inferred("verify-otp, inferred: the two values of the code table")
_PROSE = "verify-otp, prose"

_REQUEST_QUERY_MEMBERS = frozenset({"mid", "orderId"})
_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization", "Content-Type", "Accept"})
_REQUEST_BODY_HEAD_MEMBERS = frozenset(
    {"requestTimeStamp", "tokenType", "token", "channelId", "version"}
)
_REQUEST_BODY_BODY_MEMBERS = frozenset({"otp", "rememberMe"})
_REQUEST_BODY_MEMBERS = frozenset({"head", "body"})
_ANSWERED_HEAD_MEMBERS = frozenset({"responseTimestamp"})
_ANSWERED_BODY_RESULT_INFO_MEMBERS = frozenset(
    {"resultStatus", "resultCode", "resultMsg"}
)
_ANSWERED_BODY_MEMBERS = frozenset({"resultInfo", "authenticated", "payOptionsInfo"})
_ANSWERED_MEMBERS = frozenset({"head", "body"})


def verify_otp_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "headers": ..., "body": ...}: the members as they are
    sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
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


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "mid" not in value:
        found.append(Violation(f"{at}/mid", "required", "is required", _INFERRED_1))
    elif not isinstance(value["mid"], str):
        found.append(Violation(f"{at}/mid", "type", "is text", _EXAMPLE))
    if "orderId" not in value:
        found.append(Violation(f"{at}/orderId", "required", "is required", _INFERRED_2))
    elif not isinstance(item := value["orderId"], str):
        found.append(Violation(f"{at}/orderId", "type", "is text", _EXAMPLE))
    elif len(item) > 50:
        found.append(
            Violation(
                f"{at}/orderId",
                "length",
                "is text of at most 50 characters",
                _EXTERNAL_1,
            )
        )
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "Authorization" in value and not isinstance(value["Authorization"], str):
        found.append(Violation(f"{at}/Authorization", "type", "is text", _EXAMPLE))
    if "Content-Type" not in value:
        found.append(
            Violation(f"{at}/Content-Type", "required", "is required", _INFERRED_3)
        )
    elif not isinstance(item := value["Content-Type"], str):
        found.append(Violation(f"{at}/Content-Type", "type", "is text", _EXAMPLE))
    elif item != "application/json":
        found.append(
            Violation(f"{at}/Content-Type", "enum", 'is "application/json"', _EXAMPLE)
        )
    if "Accept" in value:
        if not isinstance(item := value["Accept"], str):
            found.append(Violation(f"{at}/Accept", "type", "is text", _EXAMPLE))
        elif item != "application/json":
            found.append(
                Violation(f"{at}/Accept", "enum", 'is "application/json"', _EXAMPLE)
            )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "head" not in value:
        found.append(Violation(f"{at}/head", "required", "is required", _INFERRED_4))
    elif not isinstance(item := value["head"], dict):
        found.append(Violation(f"{at}/head", "type", "is an object", _EXAMPLE))
    else:
        _request_body_head(item, f"{at}/head", found)
    if "body" not in value:
        found.append(Violation(f"{at}/body", "required", "is required", _INFERRED_4))
    elif not isinstance(item := value["body"], dict):
        found.append(Violation(f"{at}/body", "type", "is an object", _EXAMPLE))
    else:
        _request_body_body(item, f"{at}/body", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_head(value: Any, at: str, found: list[Violation]) -> None:
    if "requestTimeStamp" in value:
        if not isinstance(item := value["requestTimeStamp"], str):
            found.append(Violation(f"{at}/requestTimeStamp", "type", "is text", _TABLE))
        elif not forms.REQUEST_TIME_STAMP.fits(item):
            found.append(
                Violation(
                    f"{at}/requestTimeStamp",
                    "format",
                    "is epoch time in an unstated unit, written as text",
                    _TABLE,
                )
            )
    if "tokenType" not in value:
        found.append(Violation(f"{at}/tokenType", "required", "is required", _TABLE))
    elif not isinstance(value["tokenType"], str):
        found.append(Violation(f"{at}/tokenType", "type", "is text", _TABLE))
    if "token" not in value:
        found.append(Violation(f"{at}/token", "required", "is required", _TABLE))
    elif not isinstance(value["token"], str):
        found.append(Violation(f"{at}/token", "type", "is text", _TABLE))
    if "channelId" in value:
        if not isinstance(item := value["channelId"], str):
            found.append(Violation(f"{at}/channelId", "type", "is text", _TABLE))
        elif item not in ("WEB", "WAP", "APP", "SYSTEM"):
            found.append(
                Violation(
                    f"{at}/channelId",
                    "enum",
                    'is one of "WEB", "WAP", "APP", "SYSTEM"',
                    _TABLE,
                )
            )
    if "version" in value and not isinstance(value["version"], str):
        found.append(Violation(f"{at}/version", "type", "is text", _EXAMPLE))
    if not value.keys() <= _REQUEST_BODY_HEAD_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_HEAD_MEMBERS, at, _PAGE))


def _request_body_body(value: Any, at: str, found: list[Violation]) -> None:
    if "otp" not in value:
        found.append(Violation(f"{at}/otp", "required", "is required", _TABLE))
    elif not isinstance(value["otp"], str):
        found.append(Violation(f"{at}/otp", "type", "is text", _TABLE))
    if "rememberMe" in value and value["rememberMe"].__class__ is not bool:
        found.append(Violation(f"{at}/rememberMe", "type", "is true or false", _TABLE))
    if not value.keys() <= _REQUEST_BODY_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_BODY_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "head" in value:
        if not isinstance(item := value["head"], dict):
            found.append(Violation(f"{at}/head", "type", "is an object", _TABLE))
        else:
            _answered_head(item, f"{at}/head", found)
    if "body" in value:
        if not isinstance(item := value["body"], dict):
            found.append(Violation(f"{at}/body", "type", "is an object", _TABLE))
        else:
            _answered_body(item, f"{at}/body", found)
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))


def _answered_head(value: Any, at: str, found: list[Violation]) -> None:
    if "responseTimestamp" in value:
        if not isinstance(item := value["responseTimestamp"], str):
            found.append(
                Violation(f"{at}/responseTimestamp", "type", "is text", _TABLE)
            )
        elif not forms.RESPONSE_TIMESTAMP.fits(item):
            found.append(
                Violation(
                    f"{at}/responseTimestamp",
                    "format",
                    "is epoch time in an unstated unit, written as text",
                    _TABLE,
                )
            )
    if not value.keys() <= _ANSWERED_HEAD_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_HEAD_MEMBERS, at, _PAGE))


def _answered_body(value: Any, at: str, found: list[Violation]) -> None:
    if "resultInfo" in value:
        if not isinstance(item := value["resultInfo"], dict):
            found.append(Violation(f"{at}/resultInfo", "type", "is an object", _TABLE))
        else:
            _answered_body_result_info(item, f"{at}/resultInfo", found)
    if "authenticated" in value and value["authenticated"].__class__ is not bool:
        found.append(
            Violation(f"{at}/authenticated", "type", "is true or false", _TABLE)
        )
    if "payOptionsInfo" in value and not isinstance(value["payOptionsInfo"], dict):
        found.append(Violation(f"{at}/payOptionsInfo", "type", "is an object", _TABLE))
    if not value.keys() <= _ANSWERED_BODY_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_BODY_MEMBERS, at, _PAGE))


def _answered_body_result_info(value: Any, at: str, found: list[Violation]) -> None:
    if "resultStatus" in value:
        if not isinstance(item := value["resultStatus"], str):
            found.append(Violation(f"{at}/resultStatus", "type", "is text", _TABLE))
        elif item not in ("S", "F"):
            found.append(
                Violation(
                    f"{at}/resultStatus", "enum", 'is one of "S", "F"', _INFERRED_5
                )
            )
    if "resultCode" in value:
        if not isinstance(item := value["resultCode"], str):
            found.append(Violation(f"{at}/resultCode", "type", "is text", _TABLE))
        elif len(item) > 64:
            found.append(
                Violation(
                    f"{at}/resultCode",
                    "length",
                    "is text of at most 64 characters",
                    _PROSE,
                )
            )
    if "resultMsg" in value and not isinstance(value["resultMsg"], str):
        found.append(Violation(f"{at}/resultMsg", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_BODY_RESULT_INFO_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_BODY_RESULT_INFO_MEMBERS, at, _PAGE))
