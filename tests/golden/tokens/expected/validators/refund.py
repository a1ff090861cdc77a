"""Validators of refund: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"id"})
_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REFUNDED_MEMBERS = frozenset({"id"})


def refund_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ..., "headers": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    segments = value.get("segments", {})
    if not isinstance(segments, dict):
        found.append(Violation("/segments", "type", "is an object", _PAGE))
    else:
        found += _request_segments(segments, "/segments")
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        found += _request_headers(headers, "/headers")
    return found


def refund_refunded(value: Any) -> list[Violation]:
    """Return what in a reply `refunded` breaks its documentation."""
    if passes(_is_refunded, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refunded(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_segments(value.get("segments", {}))
        and _is_request_headers(value.get("headers", {}))
    )


def _is_request_segments(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _request_segments(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE)


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


def _is_refunded(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _refunded(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if not value.keys() <= _REFUNDED_MEMBERS:
        yield from undocumented(value, _REFUNDED_MEMBERS, at, _PAGE)
