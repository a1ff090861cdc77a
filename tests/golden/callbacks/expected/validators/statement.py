"""Validators of statement: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

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
    found: list[Violation] = []
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


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_headers(value: Any) -> bool:
    return type(value) is dict and type(value["X-Sign"]) is str and len(value) == 1


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Sign" not in value:
        yield Violation(f"{at}/X-Sign", "required", "is required", _TABLE)
    elif not isinstance(value["X-Sign"], str):
        yield Violation(f"{at}/X-Sign", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["lines"]) is list
            and all(map(_is_request_body_lines_item, item))
        )
        and len(value) == 1
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "lines" not in value:
        yield Violation(f"{at}/lines", "required", "is required", _TABLE)
    elif not isinstance(item := value["lines"], list):
        yield Violation(f"{at}/lines", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Violation(f"{at}/lines/{index}", "type", "is an object", _TABLE)
            else:
                yield from _request_body_lines_item(each, f"{at}/lines/{index}")
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_request_body_lines_item(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["payment"]) is str and len(item) == 12)
        and (type(item := value["amount"]) is int and item >= 1)
        and len(value) == 2
    )


def _request_body_lines_item(value: Any, at: str) -> Iterator[Violation]:
    if "payment" not in value:
        yield Violation(f"{at}/payment", "required", "is required", _TABLE)
    elif not isinstance(item := value["payment"], str):
        yield Violation(f"{at}/payment", "type", "is text", _TABLE)
    elif len(item) != 12:
        yield Violation(
            f"{at}/payment", "length", "is text of exactly 12 characters", _TABLE
        )
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Violation(f"{at}/amount", "range", "is at least 1", _TABLE)
    if not value.keys() <= _REQUEST_BODY_LINES_ITEM_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_LINES_ITEM_MEMBERS, at, _PAGE)
