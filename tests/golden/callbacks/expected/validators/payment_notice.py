"""Validators of payment_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.conditions import member
from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented
from ..forms import payment_notice as forms

_PAGE = "thing"
_PROSE = "thing, prose"
_TABLE = "thing, table"

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
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    found += told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
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
    return [] if passes(_is_taken, value) else told("", _taken, value, _PAGE)


def payment_notice_unheard_of(value: Any) -> list[Violation]:
    """Return what in a reply `unheard_of` breaks its documentation."""
    return [] if passes(_is_unheard_of, value) else told("", _unheard_of, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value["query"])
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
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


def _request_query(value: Any) -> Iterator[Told]:
    if "attempt" in value:
        if (item := value["attempt"]).__class__ is not int:
            yield Told("attempt", "type", "is a whole number", _TABLE)
        elif not 1 <= item <= 9:
            yield Told("attempt", "range", "is 1 to 9", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Signature"]) is str and item.startswith("sha256="))
        and (type(item := value["X-Time"]) is str and forms.X_TIME.fits(item))
        and len(value) == 2
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Signature" not in value:
        yield Told("X-Signature", "required", "is required", _PROSE)
    elif not isinstance(item := value["X-Signature"], str):
        yield Told("X-Signature", "type", "is text", _PROSE)
    elif not item.startswith("sha256="):
        yield Told("X-Signature", "prefix", 'begins with "sha256="', _PROSE)
    if "X-Time" not in value:
        yield Told("X-Time", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Time"], str):
        yield Told("X-Time", "type", "is text", _TABLE)
    elif not forms.X_TIME.fits(item):
        yield Told(
            "X-Time", "format", "is a date and time as yyyy-MM-ddTHH:mm:ssTZD", _TABLE
        )
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


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


def _request_body(value: Any) -> Iterator[Told]:
    if "paymentId" not in value:
        yield Told("paymentId", "required", "is required", _TABLE)
    elif not isinstance(item := value["paymentId"], str):
        yield Told("paymentId", "type", "is text", _TABLE)
    elif len(item) != 12:
        yield Told("paymentId", "length", "is text of exactly 12 characters", _TABLE)
    if "status" not in value:
        yield Told("status", "required", "is required", _TABLE)
    elif not isinstance(item := value["status"], str):
        yield Told("status", "type", "is text", _TABLE)
    elif item not in ("PAID", "FAILED"):
        yield Told("status", "enum", 'is one of "PAID", "FAILED"', _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 1000000:
        yield Told("amount", "range", "is 1 to 1000000", _TABLE)
    if "reason" in value:
        if not isinstance(item := value["reason"], str):
            yield Told("reason", "type", "is text", _PROSE)
        elif len(item) > 80:
            yield Told("reason", "length", "is text of at most 80 characters", _PROSE)
    if "payer" in value:
        if not isinstance(item := value["payer"], dict):
            yield Told("payer", "type", "is an object", _TABLE)
        else:
            yield from inside("payer", _request_body_payer(item))


def _is_request_body_payer(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["phone"]) is str
            and 8 <= len(item) <= 15
            and item.isascii()
            and item.isdigit()
        )
        and len(value) == 1
    )


def _request_body_payer(value: Any) -> Iterator[Told]:
    if "phone" not in value:
        yield Told("phone", "required", "is required", _TABLE)
    elif not isinstance(item := value["phone"], str):
        yield Told("phone", "type", "is text", _TABLE)
    else:
        if not 8 <= len(item) <= 15:
            yield Told("phone", "length", "is text of 8 to 15 characters", _TABLE)
        if not _PATTERN_1.fullmatch(item):
            yield Told("phone", "chars", "has digits only", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_PAYER_MEMBERS, _PAGE)


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


def _taken(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(item := value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    elif item != "00":
        yield Told("code", "enum", 'is "00"', _TABLE)
    if "paymentId" not in value:
        yield Told("paymentId", "required", "is required", _TABLE)
    elif not isinstance(value["paymentId"], str):
        yield Told("paymentId", "type", "is text", _TABLE)
    if "ourReference" in value:
        if not isinstance(item := value["ourReference"], str):
            yield Told("ourReference", "type", "is text", _TABLE)
        elif not 1 <= len(item) <= 20:
            yield Told(
                "ourReference", "length", "is text of 1 to 20 characters", _TABLE
            )
    yield from undocumented(value, _TAKEN_MEMBERS, _PAGE)


def _is_unheard_of(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["code"]) is str and item == "14")
        and (type(item := value["message"]) is str and 1 <= len(item) <= 40)
        and len(value) == 2
    )


def _unheard_of(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(item := value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    elif item != "14":
        yield Told("code", "enum", 'is "14"', _TABLE)
    if "message" not in value:
        yield Told("message", "required", "is required", _TABLE)
    elif not isinstance(item := value["message"], str):
        yield Told("message", "type", "is text", _TABLE)
    elif not 1 <= len(item) <= 40:
        yield Told("message", "length", "is text of 1 to 40 characters", _TABLE)
    yield from undocumented(value, _UNHEARD_OF_MEMBERS, _PAGE)
