"""Validators of statement: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Sign"})
_REQUEST_BODY_LINES_ITEM_MEMBERS = frozenset({"payment", "amount"})
_REQUEST_BODY_MEMBERS = frozenset({"lines"})


def statement_request(value: Any) -> list[Violation]:
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
        and (
            type(item := value["lines"]) is list
            and all(map(_is_request_body_lines_item, item))
        )
        and len(value) == 1
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "lines" not in value:
        yield Told("lines", "required", "is required", _TABLE)
    elif not isinstance(item := value["lines"], list):
        yield Told("lines", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Told(f"lines/{index}", "type", "is an object", _TABLE)
            else:
                yield from inside(f"lines/{index}", _request_body_lines_item(each))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_lines_item(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["payment"]) is str and len(item) == 12)
        and (type(item := value["amount"]) is int and item >= 1)
        and len(value) == 2
    )


def _request_body_lines_item(value: Any) -> Iterator[Told]:
    if "payment" not in value:
        yield Told("payment", "required", "is required", _TABLE)
    elif not isinstance(item := value["payment"], str):
        yield Told("payment", "type", "is text", _TABLE)
    elif len(item) != 12:
        yield Told("payment", "length", "is text of exactly 12 characters", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Told("amount", "range", "is at least 1", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_LINES_ITEM_MEMBERS, _PAGE)
