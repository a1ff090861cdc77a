"""Validators of pay: what its page says of each value.

Page: Pay, https://docs.example.com/pay (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "pay, table"
_PAGE = "pay"

_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REQUEST_BODY_MEMBERS = frozenset({"amount", "reference", "kind"})
_ANSWERED_MEMBERS = frozenset({"code", "text", "reference"})


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


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    if passes(_is_answered, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_answered(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["Authorization"]) is str and item.startswith("Bearer "))
        and len(value) == 1
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "Authorization" not in value:
        yield Violation(f"{at}/Authorization", "required", "is required", _TABLE)
    elif not isinstance(item := value["Authorization"], str):
        yield Violation(f"{at}/Authorization", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Violation(
            f"{at}/Authorization", "prefix", 'begins with "Bearer "', _TABLE
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["amount"]) is int and item >= 1)
        and (type(item := value["reference"]) is str and len(item) <= 20)
        and (
            "kind" not in value
            or (type(item := value["kind"]) is str and item in ("A", "B"))
        )
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Violation(f"{at}/amount", "range", "is at least 1", _TABLE)
    if "reference" not in value:
        yield Violation(f"{at}/reference", "required", "is required", _TABLE)
    elif not isinstance(item := value["reference"], str):
        yield Violation(f"{at}/reference", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Violation(
            f"{at}/reference", "length", "is text of at most 20 characters", _TABLE
        )
    if "kind" in value:
        if not isinstance(item := value["kind"], str):
            yield Violation(f"{at}/kind", "type", "is text", _TABLE)
        elif item not in ("A", "B"):
            yield Violation(f"{at}/kind", "enum", 'is one of "A", "B"', _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and type(value["text"]) is str
        and ("reference" not in value or type(value["reference"]) is str)
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if "text" not in value:
        yield Violation(f"{at}/text", "required", "is required", _TABLE)
    elif not isinstance(value["text"], str):
        yield Violation(f"{at}/text", "type", "is text", _TABLE)
    if "reference" in value and not isinstance(value["reference"], str):
        yield Violation(f"{at}/reference", "type", "is text", _TABLE)
    if not value.keys() <= _ANSWERED_MEMBERS:
        yield from undocumented(value, _ANSWERED_MEMBERS, at, _PAGE)
