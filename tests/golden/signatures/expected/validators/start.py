"""Validators of start: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Verify"})
_REQUEST_BODY_MEMBERS = frozenset({"order"})
_ANSWERED_MEMBERS = frozenset({"code"})


def start_request(value: Any) -> list[Violation]:
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


def start_answered(value: Any) -> list[Violation]:
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
    return type(value) is dict and type(value["X-Verify"]) is str and len(value) == 1


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Verify" not in value:
        yield Violation(f"{at}/X-Verify", "required", "is required", _TABLE)
    elif not isinstance(value["X-Verify"], str):
        yield Violation(f"{at}/X-Verify", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["order"]) is str and len(item) <= 20)
        and len(value) == 1
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "order" not in value:
        yield Violation(f"{at}/order", "required", "is required", _TABLE)
    elif not isinstance(item := value["order"], str):
        yield Violation(f"{at}/order", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Violation(
            f"{at}/order", "length", "is text of at most 20 characters", _TABLE
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_answered(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if not value.keys() <= _ANSWERED_MEMBERS:
        yield from undocumented(value, _ANSWERED_MEMBERS, at, _PAGE)
