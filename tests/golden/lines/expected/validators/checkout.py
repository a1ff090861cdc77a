"""Validators of checkout: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"loanId"})
_REQUEST_QUERY_MEMBERS = frozenset({"amount", "back"})


def checkout_request(value: Any) -> list[Violation]:
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
        and len(value) == 1
    )


def _request_segments(value: Any) -> Iterator[Told]:
    if "loanId" not in value:
        yield Told("loanId", "required", "is required", _TABLE)
    elif not isinstance(item := value["loanId"], str):
        yield Told("loanId", "type", "is text", _TABLE)
    elif len(item) > 12:
        yield Told("loanId", "length", "is text of at most 12 characters", _TABLE)
    yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, _PAGE)


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["amount"]) is int and item >= 1)
        and ("back" not in value or type(value["back"]) is str)
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    elif item < 1:
        yield Told("amount", "range", "is at least 1", _TABLE)
    if "back" in value and not isinstance(value["back"], str):
        yield Told("back", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)
