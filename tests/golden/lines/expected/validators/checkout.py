"""Validators of checkout: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"loanId"})
_REQUEST_QUERY_MEMBERS = frozenset({"amount", "back"})


def checkout_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ..., "query": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    segments = value.get("segments", {})
    if not isinstance(segments, dict):
        found.append(Violation("/segments", "type", "is an object", _PAGE))
    else:
        _request_segments(segments, "/segments", found)
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    return found


def _request_segments(value: Any, at: str, found: list[Violation]) -> None:
    if "loanId" not in value:
        found.append(Violation(f"{at}/loanId", "required", "is required", _TABLE))
    elif not isinstance(item := value["loanId"], str):
        found.append(Violation(f"{at}/loanId", "type", "is text", _TABLE))
    elif len(item) > 12:
        found.append(
            Violation(
                f"{at}/loanId", "length", "is text of at most 12 characters", _TABLE
            )
        )
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE))


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif (item := value["amount"]).__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    elif item < 1:
        found.append(Violation(f"{at}/amount", "range", "is at least 1", _TABLE))
    if "back" in value and not isinstance(value["back"], str):
        found.append(Violation(f"{at}/back", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))
