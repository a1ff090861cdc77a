"""Validators of pay: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_PATTERN_1 = re.compile("[0-9]*")
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Key"})
_REQUEST_BODY_MEMBERS = frozenset({"amount"})
_PAID_MEMBERS = frozenset({"id"})


def pay_request(value: Any) -> list[Violation]:
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


def pay_paid(value: Any) -> list[Violation]:
    """Return what in a reply `paid` breaks its documentation."""
    if passes(_is_paid, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_paid(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["X-Key"]) is str
            and len(item) == 20
            and _PATTERN_1.fullmatch(item) is not None
        )
        and len(value) == 1
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Key" not in value:
        yield Violation(f"{at}/X-Key", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Key"], str):
        yield Violation(f"{at}/X-Key", "type", "is text", _TABLE)
    else:
        if len(item) != 20:
            yield Violation(
                f"{at}/X-Key", "length", "is text of exactly 20 characters", _TABLE
            )
        if not _PATTERN_1.fullmatch(item):
            yield Violation(f"{at}/X-Key", "chars", "has digits only", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return type(value) is dict and type(value["amount"]) is int and len(value) == 1


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif value["amount"].__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_paid(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _paid(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if not value.keys() <= _PAID_MEMBERS:
        yield from undocumented(value, _PAID_MEMBERS, at, _PAGE)
