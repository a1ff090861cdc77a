"""Validators of pay: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "gateway"
_TABLE = "gateway, table"

_PATTERN_1 = re.compile("[0-9]*")
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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def pay_answered_headers(value: Any) -> list[Violation]:
    """Return what in the headers of `answered` breaks their documentation."""
    return (
        []
        if passes(_is_answered_headers, value)
        else told("/headers", _answered_headers, value, _PAGE)
    )


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["version"]) is str and item == "2")
        and _is_request_body_amount(value["amount"])
        and (
            "phone" not in value
            or (
                type(item := value["phone"]) is str
                and item.isascii()
                and item.isdigit()
            )
        )
        and (
            "email" not in value
            or (type(item := value["email"]) is str and len(item) <= 30)
        )
        and (
            "note" not in value
            or (
                (item := value["note"]) is None
                or (type(item) is str and len(item) <= 40)
            )
        )
        and ("items" not in value or _is_request_body_items(value["items"]))
        and (
            "tags" not in value
            or (
                type(item := value["tags"]) is list
                and all(type(each) is str for each in item)
            )
        )
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "version" not in value:
        yield Told("version", "required", "is required", _TABLE)
    elif not isinstance(item := value["version"], str):
        yield Told("version", "type", "is text", _TABLE)
    elif item != "2":
        yield Told("version", "enum", 'is "2"', _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif not isinstance(item := value["amount"], dict):
        yield Told("amount", "type", "is an object", _TABLE)
    else:
        yield from inside("amount", _request_body_amount(item))
    if "phone" in value:
        if not isinstance(item := value["phone"], str):
            yield Told("phone", "type", "is text", _TABLE)
        elif not _PATTERN_1.fullmatch(item):
            yield Told("phone", "chars", "has digits only", _TABLE)
    if "email" in value:
        if not isinstance(item := value["email"], str):
            yield Told("email", "type", "is text", _TABLE)
        elif len(item) > 30:
            yield Told("email", "length", "is text of at most 30 characters", _TABLE)
    if "note" in value:
        if value["note"] is None:
            pass
        elif not isinstance(item := value["note"], str):
            yield Told("note", "type", "is text", _TABLE)
        elif len(item) > 40:
            yield Told("note", "length", "is text of at most 40 characters", _TABLE)
    if "items" in value:
        if not isinstance(item := value["items"], dict):
            yield Told("items", "type", "is an object", _TABLE)
        else:
            yield from inside("items", _request_body_items(item))
    if "tags" in value:
        if not isinstance(item := value["tags"], list):
            yield Told("tags", "type", "is a list", _TABLE)
        else:
            for index, each in enumerate(item):
                if not isinstance(each, str):
                    yield Told(f"tags/{index}", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_amount(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["currency"]) is str and len(item) == 3)
        and (type(item := value["value"]) is int and item >= 1)
        and len(value) == 2
    )


def _request_body_amount(value: Any) -> Iterator[Told]:
    if "currency" not in value:
        yield Told("currency", "required", "is required", _TABLE)
    elif not isinstance(item := value["currency"], str):
        yield Told("currency", "type", "is text", _TABLE)
    elif len(item) != 3:
        yield Told("currency", "length", "is text of exactly 3 characters", _TABLE)
    if "value" not in value:
        yield Told("value", "required", "is required", _TABLE)
    elif (item := value["value"]).__class__ is not int:
        yield Told("value", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Told("value", "range", "is at least 1", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_AMOUNT_MEMBERS, _PAGE)


def _is_request_body_items(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["item"]) is list
            and all(map(_is_request_body_items_item_item, item))
        )
        and len(value) == 1
    )


def _request_body_items(value: Any) -> Iterator[Told]:
    if "item" not in value:
        yield Told("item", "required", "is required", _TABLE)
    elif not isinstance(item := value["item"], list):
        yield Told("item", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Told(f"item/{index}", "type", "is an object", _TABLE)
            else:
                yield from inside(f"item/{index}", _request_body_items_item_item(each))
    yield from undocumented(value, _REQUEST_BODY_ITEMS_MEMBERS, _PAGE)


def _is_request_body_items_item_item(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["sku"]) is str
        and type(value["count"]) is int
        and len(value) == 2
    )


def _request_body_items_item_item(value: Any) -> Iterator[Told]:
    if "sku" not in value:
        yield Told("sku", "required", "is required", _TABLE)
    elif not isinstance(value["sku"], str):
        yield Told("sku", "type", "is text", _TABLE)
    if "count" not in value:
        yield Told("count", "required", "is required", _TABLE)
    elif value["count"].__class__ is not int:
        yield Told("count", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_ITEMS_ITEM_ITEM_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and ("text" not in value or type(value["text"]) is str)
        and ("amount" not in value or type(value["amount"]) is int)
        and (
            "paid" not in value
            or (
                type(item := value["paid"]) is list
                and all(type(each) is int for each in item)
            )
        )
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    if "text" in value and not isinstance(value["text"], str):
        yield Told("text", "type", "is text", _TABLE)
    if "amount" in value and value["amount"].__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    if "paid" in value:
        if not isinstance(item := value["paid"], list):
            yield Told("paid", "type", "is a list", _TABLE)
        else:
            for index, each in enumerate(item):
                if each.__class__ is not int:
                    yield Told(f"paid/{index}", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)


def _is_answered_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Trace"]) is str and len(item) == 8)
        and (
            "X-Left" not in value
            or (type(item := value["X-Left"]) is int and item >= 0)
        )
    )


def _answered_headers(value: Any) -> Iterator[Told]:
    if "X-Trace" not in value:
        yield Told("X-Trace", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Trace"], str):
        yield Told("X-Trace", "type", "is text", _TABLE)
    elif len(item) != 8:
        yield Told("X-Trace", "length", "is text of exactly 8 characters", _TABLE)
    if "X-Left" in value:
        if (item := value["X-Left"]).__class__ is not int:
            yield Told("X-Left", "type", "is a whole number", _TABLE)
        elif item < 0:
            yield Told("X-Left", "range", "is at least 0", _TABLE)
