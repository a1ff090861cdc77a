"""Validators of order_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented
from ..forms import order_notice as forms

_TABLE = "thing, table"
_PAGE = "thing"
_PROSE = "thing, prose"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Signature"})
_REQUEST_BODY_MEMBERS = frozenset({"order", "sent", "item"})
_TAKEN_MEMBERS = frozenset({"order"})


def order_notice_request(value: Any) -> list[Violation]:
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


def order_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    if passes(_is_taken, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_taken(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_headers(value: Any) -> bool:
    return type(value) is dict and type(value["X-Signature"]) is str and len(value) == 1


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Signature" not in value:
        yield Violation(f"{at}/X-Signature", "required", "is required", _TABLE)
    elif not isinstance(value["X-Signature"], str):
        yield Violation(f"{at}/X-Signature", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["order"]) is str and 1 <= len(item) <= 12)
        and (type(item := value["sent"]) is int and forms.SENT.fits(item))
        and (
            type(item := value["item"]) is list
            and 1 <= len(item) <= 5
            and all(type(each) is str and 1 <= len(each) <= 20 for each in item)
        )
        and len(value) == 3
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "order" not in value:
        yield Violation(f"{at}/order", "required", "is required", _TABLE)
    elif not isinstance(item := value["order"], str):
        yield Violation(f"{at}/order", "type", "is text", _TABLE)
    elif not 1 <= len(item) <= 12:
        yield Violation(
            f"{at}/order", "length", "is text of 1 to 12 characters", _TABLE
        )
    if "sent" not in value:
        yield Violation(f"{at}/sent", "required", "is required", _TABLE)
    elif (item := value["sent"]).__class__ is not int:
        yield Violation(f"{at}/sent", "type", "is a whole number", _TABLE)
    elif not forms.SENT.fits(item):
        yield Violation(
            f"{at}/sent",
            "format",
            "is epoch time in seconds, written as an integer",
            _TABLE,
        )
    if "item" not in value:
        yield Violation(f"{at}/item", "required", "is required", _TABLE)
    elif not isinstance(item := value["item"], list):
        yield Violation(f"{at}/item", "type", "is a list", _TABLE)
    else:
        if not 1 <= len(item) <= 5:
            yield Violation(f"{at}/item", "count", "has 1 to 5 items", _TABLE)
        for index, each in enumerate(item):
            if not isinstance(each, str):
                yield Violation(f"{at}/item/{index}", "type", "is text", _TABLE)
            elif not 1 <= len(each) <= 20:
                yield Violation(
                    f"{at}/item/{index}",
                    "length",
                    "is text of 1 to 20 characters",
                    _TABLE,
                )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_taken(value: Any) -> bool:
    return type(value) is dict and type(value["order"]) is str and len(value) == 1


def _taken(value: Any, at: str) -> Iterator[Violation]:
    if "order" not in value:
        yield Violation(f"{at}/order", "required", "is required", _PROSE)
    elif not isinstance(value["order"], str):
        yield Violation(f"{at}/order", "type", "is text", _PROSE)
    if not value.keys() <= _TAKEN_MEMBERS:
        yield from undocumented(value, _TAKEN_MEMBERS, at, _PAGE)
