"""Validators of verify_otp: what its page says of each value.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api (read
2026-11-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Inferred, Violation, passes, undocumented
from ..forms import verify_otp as forms

_INFERRED_1 = Inferred("verify-otp, inferred: code 2013 compares it with the order")
_EXAMPLE = "verify-otp, example"
_INFERRED_2 = Inferred("verify-otp, inferred: code 2014 compares it with the order")
_EXTERNAL_1 = "verify-otp, external: Paytm Create Order page"
_PAGE = "verify-otp"
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
    found: list[Violation] = []
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        found += _request_query(query, "/query")
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
        and _is_request_query(value.get("query", {}))
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["mid"]) is str
        and (type(item := value["orderId"]) is str and len(item) <= 50)
        and len(value) == 2
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "mid" not in value:
        yield Violation(f"{at}/mid", "required", "is required", _INFERRED_1)
    elif not isinstance(value["mid"], str):
        yield Violation(f"{at}/mid", "type", "is text", _EXAMPLE)
    if "orderId" not in value:
        yield Violation(f"{at}/orderId", "required", "is required", _INFERRED_2)
    elif not isinstance(item := value["orderId"], str):
        yield Violation(f"{at}/orderId", "type", "is text", _EXAMPLE)
    elif len(item) > 50:
        yield Violation(
            f"{at}/orderId", "length", "is text of at most 50 characters", _EXTERNAL_1
        )
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


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


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "Authorization" in value and not isinstance(value["Authorization"], str):
        yield Violation(f"{at}/Authorization", "type", "is text", _EXAMPLE)
    if "Content-Type" not in value:
        yield Violation(f"{at}/Content-Type", "required", "is required", _INFERRED_3)
    elif not isinstance(item := value["Content-Type"], str):
        yield Violation(f"{at}/Content-Type", "type", "is text", _EXAMPLE)
    elif item != "application/json":
        yield Violation(f"{at}/Content-Type", "enum", 'is "application/json"', _EXAMPLE)
    if "Accept" in value:
        if not isinstance(item := value["Accept"], str):
            yield Violation(f"{at}/Accept", "type", "is text", _EXAMPLE)
        elif item != "application/json":
            yield Violation(f"{at}/Accept", "enum", 'is "application/json"', _EXAMPLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_body_head(value["head"])
        and _is_request_body_body(value["body"])
        and len(value) == 2
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "head" not in value:
        yield Violation(f"{at}/head", "required", "is required", _INFERRED_4)
    elif not isinstance(item := value["head"], dict):
        yield Violation(f"{at}/head", "type", "is an object", _EXAMPLE)
    else:
        yield from _request_body_head(item, f"{at}/head")
    if "body" not in value:
        yield Violation(f"{at}/body", "required", "is required", _INFERRED_4)
    elif not isinstance(item := value["body"], dict):
        yield Violation(f"{at}/body", "type", "is an object", _EXAMPLE)
    else:
        yield from _request_body_body(item, f"{at}/body")
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


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


def _request_body_head(value: Any, at: str) -> Iterator[Violation]:
    if "requestTimeStamp" in value:
        if not isinstance(item := value["requestTimeStamp"], str):
            yield Violation(f"{at}/requestTimeStamp", "type", "is text", _TABLE)
        elif not forms.REQUEST_TIME_STAMP.fits(item):
            yield Violation(
                f"{at}/requestTimeStamp",
                "format",
                "is epoch time in an unstated unit, written as text",
                _TABLE,
            )
    if "tokenType" not in value:
        yield Violation(f"{at}/tokenType", "required", "is required", _TABLE)
    elif not isinstance(value["tokenType"], str):
        yield Violation(f"{at}/tokenType", "type", "is text", _TABLE)
    if "token" not in value:
        yield Violation(f"{at}/token", "required", "is required", _TABLE)
    elif not isinstance(value["token"], str):
        yield Violation(f"{at}/token", "type", "is text", _TABLE)
    if "channelId" in value:
        if not isinstance(item := value["channelId"], str):
            yield Violation(f"{at}/channelId", "type", "is text", _TABLE)
        elif item not in ("WEB", "WAP", "APP", "SYSTEM"):
            yield Violation(
                f"{at}/channelId",
                "enum",
                'is one of "WEB", "WAP", "APP", "SYSTEM"',
                _TABLE,
            )
    if "version" in value and not isinstance(value["version"], str):
        yield Violation(f"{at}/version", "type", "is text", _EXAMPLE)
    if not value.keys() <= _REQUEST_BODY_HEAD_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_HEAD_MEMBERS, at, _PAGE)


def _is_request_body_body(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["otp"]) is str
        and ("rememberMe" not in value or type(value["rememberMe"]) is bool)
        and _REQUEST_BODY_BODY_MEMBERS.issuperset(value)
    )


def _request_body_body(value: Any, at: str) -> Iterator[Violation]:
    if "otp" not in value:
        yield Violation(f"{at}/otp", "required", "is required", _TABLE)
    elif not isinstance(value["otp"], str):
        yield Violation(f"{at}/otp", "type", "is text", _TABLE)
    if "rememberMe" in value and value["rememberMe"].__class__ is not bool:
        yield Violation(f"{at}/rememberMe", "type", "is true or false", _TABLE)
    if not value.keys() <= _REQUEST_BODY_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_BODY_MEMBERS, at, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and ("head" not in value or _is_answered_head(value["head"]))
        and ("body" not in value or _is_answered_body(value["body"]))
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "head" in value:
        if not isinstance(item := value["head"], dict):
            yield Violation(f"{at}/head", "type", "is an object", _TABLE)
        else:
            yield from _answered_head(item, f"{at}/head")
    if "body" in value:
        if not isinstance(item := value["body"], dict):
            yield Violation(f"{at}/body", "type", "is an object", _TABLE)
        else:
            yield from _answered_body(item, f"{at}/body")
    if not value.keys() <= _ANSWERED_MEMBERS:
        yield from undocumented(value, _ANSWERED_MEMBERS, at, _PAGE)


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


def _answered_head(value: Any, at: str) -> Iterator[Violation]:
    if "responseTimestamp" in value:
        if not isinstance(item := value["responseTimestamp"], str):
            yield Violation(f"{at}/responseTimestamp", "type", "is text", _TABLE)
        elif not forms.RESPONSE_TIMESTAMP.fits(item):
            yield Violation(
                f"{at}/responseTimestamp",
                "format",
                "is epoch time in an unstated unit, written as text",
                _TABLE,
            )
    if not value.keys() <= _ANSWERED_HEAD_MEMBERS:
        yield from undocumented(value, _ANSWERED_HEAD_MEMBERS, at, _PAGE)


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


def _answered_body(value: Any, at: str) -> Iterator[Violation]:
    if "resultInfo" in value:
        if not isinstance(item := value["resultInfo"], dict):
            yield Violation(f"{at}/resultInfo", "type", "is an object", _TABLE)
        else:
            yield from _answered_body_result_info(item, f"{at}/resultInfo")
    if "authenticated" in value and value["authenticated"].__class__ is not bool:
        yield Violation(f"{at}/authenticated", "type", "is true or false", _TABLE)
    if "payOptionsInfo" in value and not isinstance(value["payOptionsInfo"], dict):
        yield Violation(f"{at}/payOptionsInfo", "type", "is an object", _TABLE)
    if not value.keys() <= _ANSWERED_BODY_MEMBERS:
        yield from undocumented(value, _ANSWERED_BODY_MEMBERS, at, _PAGE)


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


def _answered_body_result_info(value: Any, at: str) -> Iterator[Violation]:
    if "resultStatus" in value:
        if not isinstance(item := value["resultStatus"], str):
            yield Violation(f"{at}/resultStatus", "type", "is text", _TABLE)
        elif item not in ("S", "F"):
            yield Violation(
                f"{at}/resultStatus", "enum", 'is one of "S", "F"', _INFERRED_5
            )
    if "resultCode" in value:
        if not isinstance(item := value["resultCode"], str):
            yield Violation(f"{at}/resultCode", "type", "is text", _TABLE)
        elif len(item) > 64:
            yield Violation(
                f"{at}/resultCode", "length", "is text of at most 64 characters", _PROSE
            )
    if "resultMsg" in value and not isinstance(value["resultMsg"], str):
        yield Violation(f"{at}/resultMsg", "type", "is text", _TABLE)
    if not value.keys() <= _ANSWERED_BODY_RESULT_INFO_MEMBERS:
        yield from undocumented(value, _ANSWERED_BODY_RESULT_INFO_MEMBERS, at, _PAGE)
