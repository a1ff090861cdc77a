"""Validators of pay_by_card: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_REQUEST_QUERY_MEMBERS = frozenset({"cmd"})
_REQUEST_BODY_MEMBERS = frozenset({"card"})
_PAID_MEMBERS = frozenset({"by"})
_REFUSED_MEMBERS = frozenset({"error"})


def pay_by_card_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def pay_by_card_paid(value: Any) -> list[Violation]:
    """Return what in a reply `paid` breaks its documentation."""
    return [] if passes(_is_paid, value) else told("", _paid, value, _PAGE)


def pay_by_card_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value["query"])
        and _is_request_body(value["body"])
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["cmd"]) is str and item == "pay-by-card")
        and len(value) == 1
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "cmd" not in value:
        yield Told("cmd", "required", "is required", _TABLE)
    elif not isinstance(item := value["cmd"], str):
        yield Told("cmd", "type", "is text", _TABLE)
    elif item != "pay-by-card":
        yield Told("cmd", "enum", 'is "pay-by-card"', _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["card"]) is str and len(item) <= 16)
        and len(value) == 1
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "card" not in value:
        yield Told("card", "required", "is required", _TABLE)
    elif not isinstance(item := value["card"], str):
        yield Told("card", "type", "is text", _TABLE)
    elif len(item) > 16:
        yield Told("card", "length", "is text of at most 16 characters", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_paid(value: Any) -> bool:
    return type(value) is dict and type(value["by"]) is str and len(value) == 1


def _paid(value: Any) -> Iterator[Told]:
    if "by" not in value:
        yield Told("by", "required", "is required", _TABLE)
    elif not isinstance(value["by"], str):
        yield Told("by", "type", "is text", _TABLE)
    yield from undocumented(value, _PAID_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any) -> Iterator[Told]:
    if "error" not in value:
        yield Told("error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Told("error", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
