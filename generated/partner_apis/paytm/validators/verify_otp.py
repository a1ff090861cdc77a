"""Validators of verify_otp: what its page says of each value.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api (read
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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    found += told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def verify_otp_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value["query"])
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["mid"]) is str
        and (type(item := value["orderId"]) is str and len(item) <= 50)
        and len(value) == 2
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "mid" not in value:
        yield Told("mid", "required", "is required", _INFERRED_1)
    elif not isinstance(value["mid"], str):
        yield Told("mid", "type", "is text", _EXAMPLE)
    if "orderId" not in value:
        yield Told("orderId", "required", "is required", _INFERRED_2)
    elif not isinstance(item := value["orderId"], str):
        yield Told("orderId", "type", "is text", _EXAMPLE)
    elif len(item) > 50:
        yield Told("orderId", "length", "is text of at most 50 characters", _EXTERNAL_1)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and ("Authorization" not in value or type(value["Authorization"]) is str)
        and (type(item := value["Content-Type"]) is str and item == "application/json")
        and (
            "Accept" not in value
            or (type(item := value["Accept"]) is str and item == "application/json")
        )
        and _REQUEST_HEADERS_MEMBERS.issuperset(value)
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "Authorization" in value and not isinstance(value["Authorization"], str):
        yield Told("Authorization", "type", "is text", _EXAMPLE)
    if "Content-Type" not in value:
        yield Told("Content-Type", "required", "is required", _INFERRED_3)
    elif not isinstance(item := value["Content-Type"], str):
        yield Told("Content-Type", "type", "is text", _EXAMPLE)
    elif item != "application/json":
        yield Told("Content-Type", "enum", 'is "application/json"', _EXAMPLE)
    if "Accept" in value:
        if not isinstance(item := value["Accept"], str):
            yield Told("Accept", "type", "is text", _EXAMPLE)
        elif item != "application/json":
            yield Told("Accept", "enum", 'is "application/json"', _EXAMPLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_body_head(value["head"])
        and _is_request_body_body(value["body"])
        and len(value) == 2
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "head" not in value:
        yield Told("head", "required", "is required", _INFERRED_4)
    elif not isinstance(item := value["head"], dict):
        yield Told("head", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("head", _request_body_head(item))
    if "body" not in value:
        yield Told("body", "required", "is required", _INFERRED_4)
    elif not isinstance(item := value["body"], dict):
        yield Told("body", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("body", _request_body_body(item))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_head(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "requestTimeStamp" not in value
            or (
                type(item := value["requestTimeStamp"]) is str
                and forms.REQUEST_TIME_STAMP.fits(item)
            )
        )
        and type(value["tokenType"]) is str
        and type(value["token"]) is str
        and (
            "channelId" not in value
            or (
                type(item := value["channelId"]) is str
                and item in ("WEB", "WAP", "APP", "SYSTEM")
            )
        )
        and ("version" not in value or type(value["version"]) is str)
        and _REQUEST_BODY_HEAD_MEMBERS.issuperset(value)
    )


def _request_body_head(value: Any) -> Iterator[Told]:
    if "requestTimeStamp" in value:
        if not isinstance(item := value["requestTimeStamp"], str):
            yield Told("requestTimeStamp", "type", "is text", _TABLE)
        elif not forms.REQUEST_TIME_STAMP.fits(item):
            yield Told(
                "requestTimeStamp",
                "format",
                "is epoch time in an unstated unit, written as text",
                _TABLE,
            )
    if "tokenType" not in value:
        yield Told("tokenType", "required", "is required", _TABLE)
    elif not isinstance(value["tokenType"], str):
        yield Told("tokenType", "type", "is text", _TABLE)
    if "token" not in value:
        yield Told("token", "required", "is required", _TABLE)
    elif not isinstance(value["token"], str):
        yield Told("token", "type", "is text", _TABLE)
    if "channelId" in value:
        if not isinstance(item := value["channelId"], str):
            yield Told("channelId", "type", "is text", _TABLE)
        elif item not in ("WEB", "WAP", "APP", "SYSTEM"):
            yield Told(
                "channelId", "enum", 'is one of "WEB", "WAP", "APP", "SYSTEM"', _TABLE
            )
    if "version" in value and not isinstance(value["version"], str):
        yield Told("version", "type", "is text", _EXAMPLE)
    yield from undocumented(value, _REQUEST_BODY_HEAD_MEMBERS, _PAGE)


def _is_request_body_body(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["otp"]) is str
        and ("rememberMe" not in value or type(value["rememberMe"]) is bool)
        and _REQUEST_BODY_BODY_MEMBERS.issuperset(value)
    )


def _request_body_body(value: Any) -> Iterator[Told]:
    if "otp" not in value:
        yield Told("otp", "required", "is required", _TABLE)
    elif not isinstance(value["otp"], str):
        yield Told("otp", "type", "is text", _TABLE)
    if "rememberMe" in value and value["rememberMe"].__class__ is not bool:
        yield Told("rememberMe", "type", "is true or false", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_BODY_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and ("head" not in value or _is_answered_head(value["head"]))
        and ("body" not in value or _is_answered_body(value["body"]))
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any) -> Iterator[Told]:
    if "head" in value:
        if not isinstance(item := value["head"], dict):
            yield Told("head", "type", "is an object", _TABLE)
        else:
            yield from inside("head", _answered_head(item))
    if "body" in value:
        if not isinstance(item := value["body"], dict):
            yield Told("body", "type", "is an object", _TABLE)
        else:
            yield from inside("body", _answered_body(item))
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)


def _is_answered_head(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "responseTimestamp" not in value
            or (
                type(item := value["responseTimestamp"]) is str
                and forms.RESPONSE_TIMESTAMP.fits(item)
            )
        )
        and _ANSWERED_HEAD_MEMBERS.issuperset(value)
    )


def _answered_head(value: Any) -> Iterator[Told]:
    if "responseTimestamp" in value:
        if not isinstance(item := value["responseTimestamp"], str):
            yield Told("responseTimestamp", "type", "is text", _TABLE)
        elif not forms.RESPONSE_TIMESTAMP.fits(item):
            yield Told(
                "responseTimestamp",
                "format",
                "is epoch time in an unstated unit, written as text",
                _TABLE,
            )
    yield from undocumented(value, _ANSWERED_HEAD_MEMBERS, _PAGE)


def _is_answered_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "resultInfo" not in value
            or _is_answered_body_result_info(value["resultInfo"])
        )
        and ("authenticated" not in value or type(value["authenticated"]) is bool)
        and ("payOptionsInfo" not in value or type(value["payOptionsInfo"]) is dict)
        and _ANSWERED_BODY_MEMBERS.issuperset(value)
    )


def _answered_body(value: Any) -> Iterator[Told]:
    if "resultInfo" in value:
        if not isinstance(item := value["resultInfo"], dict):
            yield Told("resultInfo", "type", "is an object", _TABLE)
        else:
            yield from inside("resultInfo", _answered_body_result_info(item))
    if "authenticated" in value and value["authenticated"].__class__ is not bool:
        yield Told("authenticated", "type", "is true or false", _TABLE)
    if "payOptionsInfo" in value and not isinstance(value["payOptionsInfo"], dict):
        yield Told("payOptionsInfo", "type", "is an object", _TABLE)
    yield from undocumented(value, _ANSWERED_BODY_MEMBERS, _PAGE)


def _is_answered_body_result_info(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "resultStatus" not in value
            or (type(item := value["resultStatus"]) is str and item in ("S", "F"))
        )
        and (
            "resultCode" not in value
            or (type(item := value["resultCode"]) is str and len(item) <= 64)
        )
        and ("resultMsg" not in value or type(value["resultMsg"]) is str)
        and _ANSWERED_BODY_RESULT_INFO_MEMBERS.issuperset(value)
    )


def _answered_body_result_info(value: Any) -> Iterator[Told]:
    if "resultStatus" in value:
        if not isinstance(item := value["resultStatus"], str):
            yield Told("resultStatus", "type", "is text", _TABLE)
        elif item not in ("S", "F"):
            yield Told("resultStatus", "enum", 'is one of "S", "F"', _INFERRED_5)
    if "resultCode" in value:
        if not isinstance(item := value["resultCode"], str):
            yield Told("resultCode", "type", "is text", _TABLE)
        elif len(item) > 64:
            yield Told(
                "resultCode", "length", "is text of at most 64 characters", _PROSE
            )
    if "resultMsg" in value and not isinstance(value["resultMsg"], str):
        yield Told("resultMsg", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_BODY_RESULT_INFO_MEMBERS, _PAGE)
