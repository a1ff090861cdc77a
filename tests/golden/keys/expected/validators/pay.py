"""Validators of pay: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_PATTERN_1 = re.compile("[0-9]*")
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Key"})
_REQUEST_BODY_MEMBERS = frozenset({"amount"})
_PAID_MEMBERS = frozenset({"id"})


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


def pay_paid(value: Any) -> list[Violation]:
    """Return what in a reply `paid` breaks its documentation."""
    return [] if passes(_is_paid, value) else told("", _paid, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["X-Key"]) is str
            and len(item) == 20
            and item.isascii()
            and item.isdigit()
        )
        and len(value) == 1
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Key" not in value:
        yield Told("X-Key", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Key"], str):
        yield Told("X-Key", "type", "is text", _TABLE)
    else:
        if len(item) != 20:
            yield Told("X-Key", "length", "is text of exactly 20 characters", _TABLE)
        if not _PATTERN_1.fullmatch(item):
            yield Told("X-Key", "chars", "has digits only", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return type(value) is dict and type(value["amount"]) is int and len(value) == 1


def _request_body(value: Any) -> Iterator[Told]:
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif value["amount"].__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_paid(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _paid(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    yield from undocumented(value, _PAID_MEMBERS, _PAGE)
