"""Validators of order: what its page says of each value.

Page: Order, https://docs.example.com/order (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "order"
_TABLE = "order, table"

_REQUEST_BODY_MEMBERS = frozenset({"number", "amount", "test"})


def order_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def order_ordered(value: Any) -> list[Violation]:
    """Return what in a reply `ordered` breaks its documentation."""
    return [] if passes(_is_ordered, value) else told("", _ordered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["number"]) is str and len(item) <= 20)
        and (type(item := value["amount"]) is int and item >= 1)
        and (
            "test" not in value or (type(item := value["test"]) is str and item == "1")
        )
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "number" not in value:
        yield Told("number", "required", "is required", _TABLE)
    elif not isinstance(item := value["number"], str):
        yield Told("number", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Told("number", "length", "is text of at most 20 characters", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Told("amount", "range", "is at least 1", _TABLE)
    if "test" in value:
        if not isinstance(item := value["test"], str):
            yield Told("test", "type", "is text", _TABLE)
        elif item != "1":
            yield Told("test", "enum", 'is "1"', _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_ordered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["state"]) is str
        and _is_ordered_thing(value["thing"])
    )


def _ordered(value: Any) -> Iterator[Told]:
    if "state" not in value:
        yield Told("state", "required", "is required", _TABLE)
    elif not isinstance(value["state"], str):
        yield Told("state", "type", "is text", _TABLE)
    if "thing" not in value:
        yield Told("thing", "required", "is required", _TABLE)
    elif not isinstance(item := value["thing"], dict):
        yield Told("thing", "type", "is an object", _TABLE)
    else:
        yield from inside("thing", _ordered_thing(item))


def _is_ordered_thing(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str


def _ordered_thing(value: Any) -> Iterator[Told]:
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
