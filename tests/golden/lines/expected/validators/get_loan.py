"""Validators of get_loan: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/segments", _request_segments, value.get("segments", {}), _PAGE)
    found += told("/query", _request_query, value.get("query", {}), _PAGE)
    return found


def get_loan_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    return [] if passes(_is_found, value) else told("", _found, value, _PAGE)


def get_loan_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_segments(value["segments"])
        and _is_request_query(value["query"])
    )


def _is_request_segments(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["loanId"]) is str and len(item) <= 12)
        and (type(item := value["term"]) is int and 1 <= item <= 60)
        and (type(item := value["format"]) is str and item == "json")
        and len(value) == 3
    )


def _request_segments(value: Any) -> Iterator[Told]:
    if "loanId" not in value:
        yield Told("loanId", "required", "is required", _TABLE)
    elif not isinstance(item := value["loanId"], str):
        yield Told("loanId", "type", "is text", _TABLE)
    elif len(item) > 12:
        yield Told("loanId", "length", "is text of at most 12 characters", _TABLE)
    if "term" not in value:
        yield Told("term", "required", "is required", _TABLE)
    elif (item := value["term"]).__class__ is not int:
        yield Told("term", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 60:
        yield Told("term", "range", "is 1 to 60", _TABLE)
    if "format" not in value:
        yield Told("format", "required", "is required", _TABLE)
    elif not isinstance(item := value["format"], str):
        yield Told("format", "type", "is text", _TABLE)
    elif item != "json":
        yield Told("format", "enum", 'is "json"', _TABLE)
    yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, _PAGE)


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and ("full" not in value or type(value["full"]) is bool)
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "full" in value and value["full"].__class__ is not bool:
        yield Told("full", "type", "is true or false", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_found(value: Any) -> bool:
    return type(value) is dict and type(value["state"]) is str and len(value) == 1


def _found(value: Any) -> Iterator[Told]:
    if "state" not in value:
        yield Told("state", "required", "is required", _TABLE)
    elif not isinstance(value["state"], str):
        yield Told("state", "type", "is text", _TABLE)
    yield from undocumented(value, _FOUND_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any) -> Iterator[Told]:
    if "error" not in value:
        yield Told("error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Told("error", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
