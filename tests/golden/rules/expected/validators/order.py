"""Validators of order: what its page says of each value.

Page: Order, https://docs.example.com/order (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "order, table"
_PAGE = "order"

_REQUEST_BODY_MEMBERS = frozenset({"number", "amount", "test"})


def order_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def order_ordered(value: Any) -> list[Violation]:
    """Return what in a reply `ordered` breaks its documentation."""
    if passes(_is_ordered, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_ordered(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value.get("body", {}))


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


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "number" not in value:
        yield Violation(f"{at}/number", "required", "is required", _TABLE)
    elif not isinstance(item := value["number"], str):
        yield Violation(f"{at}/number", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Violation(
            f"{at}/number", "length", "is text of at most 20 characters", _TABLE
        )
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Violation(f"{at}/amount", "range", "is at least 1", _TABLE)
    if "test" in value:
        if not isinstance(item := value["test"], str):
            yield Violation(f"{at}/test", "type", "is text", _TABLE)
        elif item != "1":
            yield Violation(f"{at}/test", "enum", 'is "1"', _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_ordered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["state"]) is str
        and _is_ordered_thing(value["thing"])
    )


def _ordered(value: Any, at: str) -> Iterator[Violation]:
    if "state" not in value:
        yield Violation(f"{at}/state", "required", "is required", _TABLE)
    elif not isinstance(value["state"], str):
        yield Violation(f"{at}/state", "type", "is text", _TABLE)
    if "thing" not in value:
        yield Violation(f"{at}/thing", "required", "is required", _TABLE)
    elif not isinstance(item := value["thing"], dict):
        yield Violation(f"{at}/thing", "type", "is an object", _TABLE)
    else:
        yield from _ordered_thing(item, f"{at}/thing")


def _is_ordered_thing(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str


def _ordered_thing(value: Any, at: str) -> Iterator[Violation]:
    if "name" not in value:
        yield Violation(f"{at}/name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _TABLE)
