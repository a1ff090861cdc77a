"""Validators of refund: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

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
    found = told("/segments", _request_segments, value.get("segments", {}), _PAGE)
    found += told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    return found


def refund_refunded(value: Any) -> list[Violation]:
    """Return what in a reply `refunded` breaks its documentation."""
    return [] if passes(_is_refunded, value) else told("", _refunded, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_segments(value["segments"])
        and _is_request_headers(value["headers"])
    )


def _is_request_segments(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _request_segments(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["Authorization"]) is str and item.startswith("Bearer "))
        and len(value) == 1
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "Authorization" not in value:
        yield Told("Authorization", "required", "is required", _TABLE)
    elif not isinstance(item := value["Authorization"], str):
        yield Told("Authorization", "type", "is text", _TABLE)
    elif not item.startswith("Bearer "):
        yield Told("Authorization", "prefix", 'begins with "Bearer "', _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_refunded(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _refunded(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUNDED_MEMBERS, _PAGE)
