"""Validators of get_payment: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"paymentId"})


def get_payment_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "paymentId" not in value:
        found.append(Violation(f"{at}/paymentId", "required", "is required", _TABLE))
    elif not isinstance(item := value["paymentId"], str):
        found.append(Violation(f"{at}/paymentId", "type", "is text", _TABLE))
    elif len(item) != 12:
        found.append(
            Violation(
                f"{at}/paymentId", "length", "is text of exactly 12 characters", _TABLE
            )
        )
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))
