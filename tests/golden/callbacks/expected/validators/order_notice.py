"""Validators of order_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented
from ..forms import order_notice as forms

_PAGE = "thing"
_TABLE = "thing, table"
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
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def order_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    return [] if passes(_is_taken, value) else told("", _taken, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return type(value) is dict and type(value["X-Signature"]) is str and len(value) == 1


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Signature" not in value:
        yield Told("X-Signature", "required", "is required", _TABLE)
    elif not isinstance(value["X-Signature"], str):
        yield Told("X-Signature", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


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


def _request_body(value: Any) -> Iterator[Told]:
    if "order" not in value:
        yield Told("order", "required", "is required", _TABLE)
    elif not isinstance(item := value["order"], str):
        yield Told("order", "type", "is text", _TABLE)
    elif not 1 <= len(item) <= 12:
        yield Told("order", "length", "is text of 1 to 12 characters", _TABLE)
    if "sent" not in value:
        yield Told("sent", "required", "is required", _TABLE)
    elif (item := value["sent"]).__class__ is not int:
        yield Told("sent", "type", "is a whole number", _TABLE)
    elif not forms.SENT.fits(item):
        yield Told(
            "sent", "format", "is epoch time in seconds, written as an integer", _TABLE
        )
    if "item" not in value:
        yield Told("item", "required", "is required", _TABLE)
    elif not isinstance(item := value["item"], list):
        yield Told("item", "type", "is a list", _TABLE)
    else:
        if not 1 <= len(item) <= 5:
            yield Told("item", "count", "has 1 to 5 items", _TABLE)
        for index, each in enumerate(item):
            if not isinstance(each, str):
                yield Told(f"item/{index}", "type", "is text", _TABLE)
            elif not 1 <= len(each) <= 20:
                yield Told(
                    f"item/{index}", "length", "is text of 1 to 20 characters", _TABLE
                )
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_taken(value: Any) -> bool:
    return type(value) is dict and type(value["order"]) is str and len(value) == 1


def _taken(value: Any) -> Iterator[Told]:
    if "order" not in value:
        yield Told("order", "required", "is required", _PROSE)
    elif not isinstance(value["order"], str):
        yield Told("order", "type", "is text", _PROSE)
    yield from undocumented(value, _TAKEN_MEMBERS, _PAGE)
