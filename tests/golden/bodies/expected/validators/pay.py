"""Validators of pay: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "gateway, table"
_PAGE = "gateway"

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
    found: list[Violation] = []
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    if passes(_is_answered, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_answered(value, ""))


def pay_answered_headers(value: Any) -> list[Violation]:
    """Return what in the headers of `answered` breaks their documentation."""
    if passes(_is_answered_headers, value):
        return []
    if not isinstance(value, dict):
        return [Violation("/headers", "type", "is an object", _PAGE)]
    return list(_answered_headers(value, "/headers"))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value.get("body", {}))


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["version"]) is str and item == "2")
        and _is_request_body_amount(value["amount"])
        and (
            "phone" not in value
            or (
                type(item := value["phone"]) is str
                and _PATTERN_1.fullmatch(item) is not None
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


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "version" not in value:
        yield Violation(f"{at}/version", "required", "is required", _TABLE)
    elif not isinstance(item := value["version"], str):
        yield Violation(f"{at}/version", "type", "is text", _TABLE)
    elif item != "2":
        yield Violation(f"{at}/version", "enum", 'is "2"', _TABLE)
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif not isinstance(item := value["amount"], dict):
        yield Violation(f"{at}/amount", "type", "is an object", _TABLE)
    else:
        yield from _request_body_amount(item, f"{at}/amount")
    if "phone" in value:
        if not isinstance(item := value["phone"], str):
            yield Violation(f"{at}/phone", "type", "is text", _TABLE)
        elif not _PATTERN_1.fullmatch(item):
            yield Violation(f"{at}/phone", "chars", "has digits only", _TABLE)
    if "email" in value:
        if not isinstance(item := value["email"], str):
            yield Violation(f"{at}/email", "type", "is text", _TABLE)
        elif len(item) > 30:
            yield Violation(
                f"{at}/email", "length", "is text of at most 30 characters", _TABLE
            )
    if "note" in value:
        if value["note"] is None:
            pass
        elif not isinstance(item := value["note"], str):
            yield Violation(f"{at}/note", "type", "is text", _TABLE)
        elif len(item) > 40:
            yield Violation(
                f"{at}/note", "length", "is text of at most 40 characters", _TABLE
            )
    if "items" in value:
        if not isinstance(item := value["items"], dict):
            yield Violation(f"{at}/items", "type", "is an object", _TABLE)
        else:
            yield from _request_body_items(item, f"{at}/items")
    if "tags" in value:
        if not isinstance(item := value["tags"], list):
            yield Violation(f"{at}/tags", "type", "is a list", _TABLE)
        else:
            for index, each in enumerate(item):
                if not isinstance(each, str):
                    yield Violation(f"{at}/tags/{index}", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_request_body_amount(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["currency"]) is str and len(item) == 3)
        and (type(item := value["value"]) is int and item >= 1)
        and len(value) == 2
    )


def _request_body_amount(value: Any, at: str) -> Iterator[Violation]:
    if "currency" not in value:
        yield Violation(f"{at}/currency", "required", "is required", _TABLE)
    elif not isinstance(item := value["currency"], str):
        yield Violation(f"{at}/currency", "type", "is text", _TABLE)
    elif len(item) != 3:
        yield Violation(
            f"{at}/currency", "length", "is text of exactly 3 characters", _TABLE
        )
    if "value" not in value:
        yield Violation(f"{at}/value", "required", "is required", _TABLE)
    elif (item := value["value"]).__class__ is not int:
        yield Violation(f"{at}/value", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Violation(f"{at}/value", "range", "is at least 1", _TABLE)
    if not value.keys() <= _REQUEST_BODY_AMOUNT_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_AMOUNT_MEMBERS, at, _PAGE)


def _is_request_body_items(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["item"]) is list
            and all(map(_is_request_body_items_item_item, item))
        )
        and len(value) == 1
    )


def _request_body_items(value: Any, at: str) -> Iterator[Violation]:
    if "item" not in value:
        yield Violation(f"{at}/item", "required", "is required", _TABLE)
    elif not isinstance(item := value["item"], list):
        yield Violation(f"{at}/item", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Violation(f"{at}/item/{index}", "type", "is an object", _TABLE)
            else:
                yield from _request_body_items_item_item(each, f"{at}/item/{index}")
    if not value.keys() <= _REQUEST_BODY_ITEMS_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_ITEMS_MEMBERS, at, _PAGE)


def _is_request_body_items_item_item(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["sku"]) is str
        and type(value["count"]) is int
        and len(value) == 2
    )


def _request_body_items_item_item(value: Any, at: str) -> Iterator[Violation]:
    if "sku" not in value:
        yield Violation(f"{at}/sku", "required", "is required", _TABLE)
    elif not isinstance(value["sku"], str):
        yield Violation(f"{at}/sku", "type", "is text", _TABLE)
    if "count" not in value:
        yield Violation(f"{at}/count", "required", "is required", _TABLE)
    elif value["count"].__class__ is not int:
        yield Violation(f"{at}/count", "type", "is a whole number", _TABLE)
    if not value.keys() <= _REQUEST_BODY_ITEMS_ITEM_ITEM_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_ITEMS_ITEM_ITEM_MEMBERS, at, _PAGE)


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


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if "text" in value and not isinstance(value["text"], str):
        yield Violation(f"{at}/text", "type", "is text", _TABLE)
    if "amount" in value and value["amount"].__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    if "paid" in value:
        if not isinstance(item := value["paid"], list):
            yield Violation(f"{at}/paid", "type", "is a list", _TABLE)
        else:
            for index, each in enumerate(item):
                if each.__class__ is not int:
                    yield Violation(
                        f"{at}/paid/{index}", "type", "is a whole number", _TABLE
                    )
    if not value.keys() <= _ANSWERED_MEMBERS:
        yield from undocumented(value, _ANSWERED_MEMBERS, at, _PAGE)


def _is_answered_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Trace"]) is str and len(item) == 8)
        and (
            "X-Left" not in value
            or (type(item := value["X-Left"]) is int and item >= 0)
        )
    )


def _answered_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Trace" not in value:
        yield Violation(f"{at}/X-Trace", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Trace"], str):
        yield Violation(f"{at}/X-Trace", "type", "is text", _TABLE)
    elif len(item) != 8:
        yield Violation(
            f"{at}/X-Trace", "length", "is text of exactly 8 characters", _TABLE
        )
    if "X-Left" in value:
        if (item := value["X-Left"]).__class__ is not int:
            yield Violation(f"{at}/X-Left", "type", "is a whole number", _TABLE)
        elif item < 0:
            yield Violation(f"{at}/X-Left", "range", "is at least 0", _TABLE)
