"""Validators of pay_by_phone: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_REQUEST_QUERY_MEMBERS = frozenset({"cmd"})
_REQUEST_BODY_MEMBERS = frozenset({"phone"})
_PAID_MEMBERS = frozenset({"by"})
_REFUSED_MEMBERS = frozenset({"error"})


def pay_by_phone_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def pay_by_phone_paid(value: Any) -> list[Violation]:
    """Return what in a reply `paid` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _paid(value, "", found)
    return found


def pay_by_phone_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "cmd" not in value:
        found.append(Violation(f"{at}/cmd", "required", "is required", _TABLE))
    elif not isinstance(item := value["cmd"], str):
        found.append(Violation(f"{at}/cmd", "type", "is text", _TABLE))
    elif item != "pay-by-phone":
        found.append(Violation(f"{at}/cmd", "enum", 'is "pay-by-phone"', _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "phone" not in value:
        found.append(Violation(f"{at}/phone", "required", "is required", _TABLE))
    elif not isinstance(item := value["phone"], str):
        found.append(Violation(f"{at}/phone", "type", "is text", _TABLE))
    elif len(item) > 16:
        found.append(
            Violation(
                f"{at}/phone", "length", "is text of at most 16 characters", _TABLE
            )
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _paid(value: Any, at: str, found: list[Violation]) -> None:
    if "by" not in value:
        found.append(Violation(f"{at}/by", "required", "is required", _TABLE))
    elif not isinstance(value["by"], str):
        found.append(Violation(f"{at}/by", "type", "is text", _TABLE))
    if not value.keys() <= _PAID_MEMBERS:
        found.extend(undocumented(value, _PAID_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "error" not in value:
        found.append(Violation(f"{at}/error", "required", "is required", _TABLE))
    elif not isinstance(value["error"], str):
        found.append(Violation(f"{at}/error", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
