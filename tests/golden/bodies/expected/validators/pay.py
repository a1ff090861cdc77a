"""Validators of pay: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

import re
from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "gateway"
_TABLE = "gateway, table"

_REQUEST_BODY_AMOUNT_MEMBERS = frozenset({"currency", "value"})
_REQUEST_BODY_ITEMS_ITEM_ITEM_MEMBERS = frozenset({"sku", "count"})
_REQUEST_BODY_ITEMS_MEMBERS = frozenset({"item"})
_REQUEST_BODY_MEMBERS = frozenset(
    {"version", "amount", "phone", "email", "note", "items", "tags"}
)
_ANSWERED_MEMBERS = frozenset({"code", "text", "amount", "paid"})


def pay_request(value: Any) -> list[Violation]:
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


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def pay_answered_headers(value: Any) -> list[Violation]:
    """Return what in the headers of `answered` breaks their documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _answered_headers(value, "/headers", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "version" not in value:
        found.append(Violation(f"{at}/version", "required", "is required", _TABLE))
    elif not isinstance(item := value["version"], str):
        found.append(Violation(f"{at}/version", "type", "is text", _TABLE))
    elif item != "2":
        found.append(Violation(f"{at}/version", "enum", 'is "2"', _TABLE))
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif not isinstance(item := value["amount"], dict):
        found.append(Violation(f"{at}/amount", "type", "is an object", _TABLE))
    else:
        _request_body_amount(item, f"{at}/amount", found)
    if "phone" in value:
        if not isinstance(item := value["phone"], str):
            found.append(Violation(f"{at}/phone", "type", "is text", _TABLE))
        elif not re.fullmatch("[0-9]*", item):
            found.append(Violation(f"{at}/phone", "chars", "has digits only", _TABLE))
    if "email" in value:
        if not isinstance(item := value["email"], str):
            found.append(Violation(f"{at}/email", "type", "is text", _TABLE))
        elif len(item) > 30:
            found.append(
                Violation(
                    f"{at}/email", "length", "is text of at most 30 characters", _TABLE
                )
            )
    if "note" in value:
        if value["note"] is None:
            pass
        elif not isinstance(item := value["note"], str):
            found.append(Violation(f"{at}/note", "type", "is text", _TABLE))
        elif len(item) > 40:
            found.append(
                Violation(
                    f"{at}/note", "length", "is text of at most 40 characters", _TABLE
                )
            )
    if "items" in value:
        if not isinstance(item := value["items"], dict):
            found.append(Violation(f"{at}/items", "type", "is an object", _TABLE))
        else:
            _request_body_items(item, f"{at}/items", found)
    if "tags" in value:
        if not isinstance(item := value["tags"], list):
            found.append(Violation(f"{at}/tags", "type", "is a list", _TABLE))
        else:
            for index, each in enumerate(item):
                if not isinstance(each, str):
                    found.append(
                        Violation(f"{at}/tags/{index}", "type", "is text", _TABLE)
                    )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_amount(value: Any, at: str, found: list[Violation]) -> None:
    if "currency" not in value:
        found.append(Violation(f"{at}/currency", "required", "is required", _TABLE))
    elif not isinstance(item := value["currency"], str):
        found.append(Violation(f"{at}/currency", "type", "is text", _TABLE))
    elif len(item) != 3:
        found.append(
            Violation(
                f"{at}/currency", "length", "is text of exactly 3 characters", _TABLE
            )
        )
    if "value" not in value:
        found.append(Violation(f"{at}/value", "required", "is required", _TABLE))
    elif (item := value["value"]).__class__ is not int:
        found.append(Violation(f"{at}/value", "type", "is a whole number", _TABLE))
    elif item < 1:
        found.append(Violation(f"{at}/value", "range", "is at least 1", _TABLE))
    if not value.keys() <= _REQUEST_BODY_AMOUNT_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_AMOUNT_MEMBERS, at, _PAGE))


def _request_body_items(value: Any, at: str, found: list[Violation]) -> None:
    if "item" not in value:
        found.append(Violation(f"{at}/item", "required", "is required", _TABLE))
    elif not isinstance(item := value["item"], list):
        found.append(Violation(f"{at}/item", "type", "is a list", _TABLE))
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                found.append(
                    Violation(f"{at}/item/{index}", "type", "is an object", _TABLE)
                )
            else:
                _request_body_items_item_item(each, f"{at}/item/{index}", found)
    if not value.keys() <= _REQUEST_BODY_ITEMS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_ITEMS_MEMBERS, at, _PAGE))


def _request_body_items_item_item(value: Any, at: str, found: list[Violation]) -> None:
    if "sku" not in value:
        found.append(Violation(f"{at}/sku", "required", "is required", _TABLE))
    elif not isinstance(value["sku"], str):
        found.append(Violation(f"{at}/sku", "type", "is text", _TABLE))
    if "count" not in value:
        found.append(Violation(f"{at}/count", "required", "is required", _TABLE))
    elif value["count"].__class__ is not int:
        found.append(Violation(f"{at}/count", "type", "is a whole number", _TABLE))
    if not value.keys() <= _REQUEST_BODY_ITEMS_ITEM_ITEM_MEMBERS:
        found.extend(
            undocumented(value, _REQUEST_BODY_ITEMS_ITEM_ITEM_MEMBERS, at, _PAGE)
        )


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if "text" in value and not isinstance(value["text"], str):
        found.append(Violation(f"{at}/text", "type", "is text", _TABLE))
    if "amount" in value and value["amount"].__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    if "paid" in value:
        if not isinstance(item := value["paid"], list):
            found.append(Violation(f"{at}/paid", "type", "is a list", _TABLE))
        else:
            for index, each in enumerate(item):
                if each.__class__ is not int:
                    found.append(
                        Violation(
                            f"{at}/paid/{index}", "type", "is a whole number", _TABLE
                        )
                    )
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))


def _answered_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Trace" not in value:
        found.append(Violation(f"{at}/X-Trace", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-Trace"], str):
        found.append(Violation(f"{at}/X-Trace", "type", "is text", _TABLE))
    elif len(item) != 8:
        found.append(
            Violation(
                f"{at}/X-Trace", "length", "is text of exactly 8 characters", _TABLE
            )
        )
    if "X-Left" in value:
        if (item := value["X-Left"]).__class__ is not int:
            found.append(Violation(f"{at}/X-Left", "type", "is a whole number", _TABLE))
        elif item < 0:
            found.append(Violation(f"{at}/X-Left", "range", "is at least 0", _TABLE))
