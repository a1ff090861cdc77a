"""Validators of order: what its page says of each value.

Page: Order, https://docs.example.com/order (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "order"
_TABLE = "order, table"

_REQUEST_BODY_MEMBERS = frozenset({"number", "amount", "test"})


def order_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def order_ordered(value: Any) -> list[Violation]:
    """Return what in a reply `ordered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _ordered(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "number" not in value:
        found.append(Violation(f"{at}/number", "required", "is required", _TABLE))
    elif not isinstance(item := value["number"], str):
        found.append(Violation(f"{at}/number", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(
                f"{at}/number", "length", "is text of at most 20 characters", _TABLE
            )
        )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif (item := value["amount"]).__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    elif item < 1:
        found.append(Violation(f"{at}/amount", "range", "is at least 1", _TABLE))
    if "test" in value:
        if not isinstance(item := value["test"], str):
            found.append(Violation(f"{at}/test", "type", "is text", _TABLE))
        elif item != "1":
            found.append(Violation(f"{at}/test", "enum", 'is "1"', _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _ordered(value: Any, at: str, found: list[Violation]) -> None:
    if "state" not in value:
        found.append(Violation(f"{at}/state", "required", "is required", _TABLE))
    elif not isinstance(value["state"], str):
        found.append(Violation(f"{at}/state", "type", "is text", _TABLE))
    if "thing" not in value:
        found.append(Violation(f"{at}/thing", "required", "is required", _TABLE))
    elif not isinstance(item := value["thing"], dict):
        found.append(Violation(f"{at}/thing", "type", "is an object", _TABLE))
    else:
        _ordered_thing(item, f"{at}/thing", found)


def _ordered_thing(value: Any, at: str, found: list[Violation]) -> None:
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
