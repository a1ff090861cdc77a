"""Validators of get_loan: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "loans, table"
_PAGE = "loans"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"loanId", "term", "format"})
_REQUEST_QUERY_MEMBERS = frozenset({"full"})
_FOUND_MEMBERS = frozenset({"state"})
_REFUSED_MEMBERS = frozenset({"error"})


def get_loan_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ..., "query": ...}: the members as they are sent.
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
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        found += _request_query(query, "/query")
    return found


def get_loan_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    if passes(_is_found, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_found(value, ""))


def get_loan_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_segments(value.get("segments", {}))
        and _is_request_query(value.get("query", {}))
    )


def _is_request_segments(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["loanId"]) is str and len(item) <= 12)
        and (type(item := value["term"]) is int and 1 <= item <= 60)
        and (type(item := value["format"]) is str and item == "json")
        and len(value) == 3
    )


def _request_segments(value: Any, at: str) -> Iterator[Violation]:
    if "loanId" not in value:
        yield Violation(f"{at}/loanId", "required", "is required", _TABLE)
    elif not isinstance(item := value["loanId"], str):
        yield Violation(f"{at}/loanId", "type", "is text", _TABLE)
    elif len(item) > 12:
        yield Violation(
            f"{at}/loanId", "length", "is text of at most 12 characters", _TABLE
        )
    if "term" not in value:
        yield Violation(f"{at}/term", "required", "is required", _TABLE)
    elif (item := value["term"]).__class__ is not int:
        yield Violation(f"{at}/term", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 60:
        yield Violation(f"{at}/term", "range", "is 1 to 60", _TABLE)
    if "format" not in value:
        yield Violation(f"{at}/format", "required", "is required", _TABLE)
    elif not isinstance(item := value["format"], str):
        yield Violation(f"{at}/format", "type", "is text", _TABLE)
    elif item != "json":
        yield Violation(f"{at}/format", "enum", 'is "json"', _TABLE)
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE)


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and ("full" not in value or type(value["full"]) is bool)
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "full" in value and value["full"].__class__ is not bool:
        yield Violation(f"{at}/full", "type", "is true or false", _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_found(value: Any) -> bool:
    return type(value) is dict and type(value["state"]) is str and len(value) == 1


def _found(value: Any, at: str) -> Iterator[Violation]:
    if "state" not in value:
        yield Violation(f"{at}/state", "required", "is required", _TABLE)
    elif not isinstance(value["state"], str):
        yield Violation(f"{at}/state", "type", "is text", _TABLE)
    if not value.keys() <= _FOUND_MEMBERS:
        yield from undocumented(value, _FOUND_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "error" not in value:
        yield Violation(f"{at}/error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Violation(f"{at}/error", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)
