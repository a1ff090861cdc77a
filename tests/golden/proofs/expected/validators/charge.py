"""Validators of charge: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Sign"})
_REQUEST_BODY_MEMBERS = frozenset({"order"})
_ANSWERED_MEMBERS = frozenset({"code", "amount", "sign"})


def charge_request(value: Any) -> list[Violation]:
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


def charge_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return type(value) is dict and type(value["X-Sign"]) is str and len(value) == 1


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Sign" not in value:
        yield Told("X-Sign", "required", "is required", _TABLE)
    elif not isinstance(value["X-Sign"], str):
        yield Told("X-Sign", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["order"]) is str and len(item) <= 20)
        and len(value) == 1
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "order" not in value:
        yield Told("order", "required", "is required", _TABLE)
    elif not isinstance(item := value["order"], str):
        yield Told("order", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Told("order", "length", "is text of at most 20 characters", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and (type(item := value["amount"]) is int or isinstance(item, float))
        and type(value["sign"]) is str
        and len(value) == 3
    )


def _answered(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif isinstance(value["amount"], bool) or not isinstance(
        value["amount"], int | float
    ):
        yield Told("amount", "type", "is a number", _TABLE)
    if "sign" not in value:
        yield Told("sign", "required", "is required", _TABLE)
    elif not isinstance(value["sign"], str):
        yield Told("sign", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)
