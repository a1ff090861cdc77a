"""Validators of pay: what its page says of each value.

Page: Pay, https://docs.example.com/pay (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "pay"
_TABLE = "pay, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REQUEST_BODY_MEMBERS = frozenset({"amount", "reference", "kind"})
_ANSWERED_MEMBERS = frozenset({"code", "text", "reference"})


def pay_request(value: Any) -> list[Violation]:
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


def pay_answered(value: Any) -> list[Violation]:
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
        and (type(item := value["Authorization"]) is str and item.startswith("Bearer "))
        and len(value) == 1
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "Authorization" not in value:
        yield Told("Authorization", "required", "is required", _TABLE)
    elif not isinstance(item := value["Authorization"], str):
        yield Told("Authorization", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Told("Authorization", "prefix", 'begins with "Bearer "', _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["amount"]) is int and item >= 1)
        and (type(item := value["reference"]) is str and len(item) <= 20)
        and (
            "kind" not in value
            or (type(item := value["kind"]) is str and item in ("A", "B"))
        )
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Told("amount", "range", "is at least 1", _TABLE)
    if "reference" not in value:
        yield Told("reference", "required", "is required", _TABLE)
    elif not isinstance(item := value["reference"], str):
        yield Told("reference", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Told("reference", "length", "is text of at most 20 characters", _TABLE)
    if "kind" in value:
        if not isinstance(item := value["kind"], str):
            yield Told("kind", "type", "is text", _TABLE)
        elif item not in ("A", "B"):
            yield Told("kind", "enum", 'is one of "A", "B"', _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and type(value["text"]) is str
        and ("reference" not in value or type(value["reference"]) is str)
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    if "text" not in value:
        yield Told("text", "required", "is required", _TABLE)
    elif not isinstance(value["text"], str):
        yield Told("text", "type", "is text", _TABLE)
    if "reference" in value and not isinstance(value["reference"], str):
        yield Told("reference", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)
