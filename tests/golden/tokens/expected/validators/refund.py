"""Validators of refund: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"id"})
_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REFUNDED_MEMBERS = frozenset({"id"})


def refund_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ..., "headers": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    segments = value.get("segments", {})
    if not isinstance(segments, dict):
        found.append(Violation("/segments", "type", "is an object", _PAGE))
    else:
        _request_segments(segments, "/segments", found)
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    return found


def refund_refunded(value: Any) -> list[Violation]:
    """Return what in a reply `refunded` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refunded(value, "", found)
    return found


def _request_segments(value: Any, at: str, found: list[Violation]) -> None:
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE))


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "Authorization" not in value:
        found.append(
            Violation(f"{at}/Authorization", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["Authorization"], str):
        found.append(Violation(f"{at}/Authorization", "type", "is text", _TABLE))
    elif not item.startswith("Bearer "):
        found.append(
            Violation(f"{at}/Authorization", "prefix", 'begins with "Bearer "', _TABLE)
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _refunded(value: Any, at: str, found: list[Violation]) -> None:
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    if not value.keys() <= _REFUNDED_MEMBERS:
        found.extend(undocumented(value, _REFUNDED_MEMBERS, at, _PAGE))
