"""Validators of payment_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.conditions import member
from ..._runtime.violations import Violation, passes, undocumented
from ..forms import payment_notice as forms

_PROSE = "thing, prose"
_TABLE = "thing, table"
_PAGE = "thing"

_PATTERN_1 = re.compile("[0-9]*")
_REQUEST_QUERY_MEMBERS = frozenset({"attempt"})
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Signature", "X-Time"})
_REQUEST_BODY_PAYER_MEMBERS = frozenset({"phone"})
_TAKEN_MEMBERS = frozenset({"code", "paymentId", "ourReference"})
_UNHEARD_OF_MEMBERS = frozenset({"code", "message"})


def payment_notice_request(value: Any) -> list[Violation]:
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
    if (
        member(value, "body", "status") == "FAILED"
        and member(value, "body", "reason") is None
    ):
        found.append(
            Violation(
                "/body/reason",
                "condition",
                'is required where body.status is "FAILED"',
                _PROSE,
            )
        )
    return found


def payment_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    if passes(_is_taken, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_taken(value, ""))


def payment_notice_unheard_of(value: Any) -> list[Violation]:
    """Return what in a reply `unheard_of` breaks its documentation."""
    if passes(_is_unheard_of, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_unheard_of(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value.get("query", {}))
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
        and not (
            member(value, "body", "status") == "FAILED"
            and member(value, "body", "reason") is None
        )
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "attempt" not in value
            or (type(item := value["attempt"]) is int and 1 <= item <= 9)
        )
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "attempt" in value:
        if (item := value["attempt"]).__class__ is not int:
            yield Violation(f"{at}/attempt", "type", "is a whole number", _TABLE)
        elif not 1 <= item <= 9:
            yield Violation(f"{at}/attempt", "range", "is 1 to 9", _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Signature"]) is str and item.startswith("sha256="))
        and (type(item := value["X-Time"]) is str and forms.X_TIME.fits(item))
        and len(value) == 2
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Signature" not in value:
        yield Violation(f"{at}/X-Signature", "required", "is required", _PROSE)
    elif not isinstance(item := value["X-Signature"], str):
        yield Violation(f"{at}/X-Signature", "type", "is text", _PROSE)
    elif not item.startswith("sha256="):
        yield Violation(f"{at}/X-Signature", "prefix", 'begins with "sha256="', _PROSE)
    if "X-Time" not in value:
        yield Violation(f"{at}/X-Time", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Time"], str):
        yield Violation(f"{at}/X-Time", "type", "is text", _TABLE)
    elif not forms.X_TIME.fits(item):
        yield Violation(
            f"{at}/X-Time",
            "format",
            "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
            _TABLE,
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["paymentId"]) is str and len(item) == 12)
        and (type(item := value["status"]) is str and item in ("PAID", "FAILED"))
        and (type(item := value["amount"]) is int and 1 <= item <= 1000000)
        and (
            "reason" not in value
            or (type(item := value["reason"]) is str and len(item) <= 80)
        )
        and ("payer" not in value or _is_request_body_payer(value["payer"]))
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "paymentId" not in value:
        yield Violation(f"{at}/paymentId", "required", "is required", _TABLE)
    elif not isinstance(item := value["paymentId"], str):
        yield Violation(f"{at}/paymentId", "type", "is text", _TABLE)
    elif len(item) != 12:
        yield Violation(
            f"{at}/paymentId", "length", "is text of exactly 12 characters", _TABLE
        )
    if "status" not in value:
        yield Violation(f"{at}/status", "required", "is required", _TABLE)
    elif not isinstance(item := value["status"], str):
        yield Violation(f"{at}/status", "type", "is text", _TABLE)
    elif item not in ("PAID", "FAILED"):
        yield Violation(f"{at}/status", "enum", 'is one of "PAID", "FAILED"', _TABLE)
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 1000000:
        yield Violation(f"{at}/amount", "range", "is 1 to 1000000", _TABLE)
    if "reason" in value:
        if not isinstance(item := value["reason"], str):
            yield Violation(f"{at}/reason", "type", "is text", _PROSE)
        elif len(item) > 80:
            yield Violation(
                f"{at}/reason", "length", "is text of at most 80 characters", _PROSE
            )
    if "payer" in value:
        if not isinstance(item := value["payer"], dict):
            yield Violation(f"{at}/payer", "type", "is an object", _TABLE)
        else:
            yield from _request_body_payer(item, f"{at}/payer")


def _is_request_body_payer(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["phone"]) is str
            and 8 <= len(item) <= 15
            and _PATTERN_1.fullmatch(item) is not None
        )
        and len(value) == 1
    )


def _request_body_payer(value: Any, at: str) -> Iterator[Violation]:
    if "phone" not in value:
        yield Violation(f"{at}/phone", "required", "is required", _TABLE)
    elif not isinstance(item := value["phone"], str):
        yield Violation(f"{at}/phone", "type", "is text", _TABLE)
    else:
        if not 8 <= len(item) <= 15:
            yield Violation(
                f"{at}/phone", "length", "is text of 8 to 15 characters", _TABLE
            )
        if not _PATTERN_1.fullmatch(item):
            yield Violation(f"{at}/phone", "chars", "has digits only", _TABLE)
    if not value.keys() <= _REQUEST_BODY_PAYER_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_PAYER_MEMBERS, at, _PAGE)


def _is_taken(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["code"]) is str and item == "00")
        and type(value["paymentId"]) is str
        and (
            "ourReference" not in value
            or (type(item := value["ourReference"]) is str and 1 <= len(item) <= 20)
        )
        and _TAKEN_MEMBERS.issuperset(value)
    )


def _taken(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(item := value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    elif item != "00":
        yield Violation(f"{at}/code", "enum", 'is "00"', _TABLE)
    if "paymentId" not in value:
        yield Violation(f"{at}/paymentId", "required", "is required", _TABLE)
    elif not isinstance(value["paymentId"], str):
        yield Violation(f"{at}/paymentId", "type", "is text", _TABLE)
    if "ourReference" in value:
        if not isinstance(item := value["ourReference"], str):
            yield Violation(f"{at}/ourReference", "type", "is text", _TABLE)
        elif not 1 <= len(item) <= 20:
            yield Violation(
                f"{at}/ourReference", "length", "is text of 1 to 20 characters", _TABLE
            )
    if not value.keys() <= _TAKEN_MEMBERS:
        yield from undocumented(value, _TAKEN_MEMBERS, at, _PAGE)


def _is_unheard_of(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["code"]) is str and item == "14")
        and (type(item := value["message"]) is str and 1 <= len(item) <= 40)
        and len(value) == 2
    )


def _unheard_of(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(item := value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    elif item != "14":
        yield Violation(f"{at}/code", "enum", 'is "14"', _TABLE)
    if "message" not in value:
        yield Violation(f"{at}/message", "required", "is required", _TABLE)
    elif not isinstance(item := value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _TABLE)
    elif not 1 <= len(item) <= 40:
        yield Violation(
            f"{at}/message", "length", "is text of 1 to 40 characters", _TABLE
        )
    if not value.keys() <= _UNHEARD_OF_MEMBERS:
        yield from undocumented(value, _UNHEARD_OF_MEMBERS, at, _PAGE)
