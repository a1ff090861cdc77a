"""Validators of get_loan: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"loanId", "term", "format"})
_REQUEST_QUERY_MEMBERS = frozenset({"full"})
_FOUND_MEMBERS = frozenset({"state"})
_REFUSED_MEMBERS = frozenset({"error"})


def get_loan_request(value: Any) -> list[Violation]:
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


def get_loan_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _found(value, "", found)
    return found


def get_loan_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
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
    if "term" not in value:
        found.append(Violation(f"{at}/term", "required", "is required", _TABLE))
    elif (item := value["term"]).__class__ is not int:
        found.append(Violation(f"{at}/term", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 60:
        found.append(Violation(f"{at}/term", "range", "is 1 to 60", _TABLE))
    if "format" not in value:
        found.append(Violation(f"{at}/format", "required", "is required", _TABLE))
    elif not isinstance(item := value["format"], str):
        found.append(Violation(f"{at}/format", "type", "is text", _TABLE))
    elif item != "json":
        found.append(Violation(f"{at}/format", "enum", 'is "json"', _TABLE))
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE))


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "full" in value and value["full"].__class__ is not bool:
        found.append(Violation(f"{at}/full", "type", "is true or false", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _found(value: Any, at: str, found: list[Violation]) -> None:
    if "state" not in value:
        found.append(Violation(f"{at}/state", "required", "is required", _TABLE))
    elif not isinstance(value["state"], str):
        found.append(Violation(f"{at}/state", "type", "is text", _TABLE))
    if not value.keys() <= _FOUND_MEMBERS:
        found.extend(undocumented(value, _FOUND_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "error" not in value:
        found.append(Violation(f"{at}/error", "required", "is required", _TABLE))
    elif not isinstance(value["error"], str):
        found.append(Violation(f"{at}/error", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
