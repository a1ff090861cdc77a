"""Validators of balance_inquiry: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_PROSE = "thing, prose"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REQUEST_BODY_MEMBERS = frozenset({"customer"})


def balance_inquiry_request(value: Any) -> list[Violation]:
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


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict and type(value["Authorization"]) is str and len(value) == 1
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "Authorization" not in value:
        yield Told("Authorization", "required", "is required", _PROSE)
    elif not isinstance(value["Authorization"], str):
        yield Told("Authorization", "type", "is text", _PROSE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["customer"]) is str and 1 <= len(item) <= 20)
        and len(value) == 1
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "customer" not in value:
        yield Told("customer", "required", "is required", _TABLE)
    elif not isinstance(item := value["customer"], str):
        yield Told("customer", "type", "is text", _TABLE)
    elif not 1 <= len(item) <= 20:
        yield Told("customer", "length", "is text of 1 to 20 characters", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)
