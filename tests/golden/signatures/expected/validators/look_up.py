"""Validators of look_up: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"id", "amount", "signature"})
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Place"})
_ANSWERED_MEMBERS = frozenset({"code"})


def look_up_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "headers": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    return found


def look_up_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(item := value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(f"{at}/id", "length", "is text of at most 20 characters", _TABLE)
        )
    if "amount" in value and not isinstance(value["amount"], str):
        found.append(Violation(f"{at}/amount", "type", "is text", _TABLE))
    if "signature" not in value:
        found.append(Violation(f"{at}/signature", "required", "is required", _TABLE))
    elif not isinstance(value["signature"], str):
        found.append(Violation(f"{at}/signature", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Place" in value and not isinstance(value["X-Place"], str):
        found.append(Violation(f"{at}/X-Place", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))
