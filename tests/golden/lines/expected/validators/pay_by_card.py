"""Validators of pay_by_card: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "loans, table"
_PAGE = "loans"

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
    found: list[Violation] = []
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        found += _request_query(query, "/query")
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def pay_by_card_paid(value: Any) -> list[Violation]:
    """Return what in a reply `paid` breaks its documentation."""
    if passes(_is_paid, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_paid(value, ""))


def pay_by_card_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value.get("query", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["cmd"]) is str and item == "pay-by-card")
        and len(value) == 1
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "cmd" not in value:
        yield Violation(f"{at}/cmd", "required", "is required", _TABLE)
    elif not isinstance(item := value["cmd"], str):
        yield Violation(f"{at}/cmd", "type", "is text", _TABLE)
    elif item != "pay-by-card":
        yield Violation(f"{at}/cmd", "enum", 'is "pay-by-card"', _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["card"]) is str and len(item) <= 16)
        and len(value) == 1
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "card" not in value:
        yield Violation(f"{at}/card", "required", "is required", _TABLE)
    elif not isinstance(item := value["card"], str):
        yield Violation(f"{at}/card", "type", "is text", _TABLE)
    elif len(item) > 16:
        yield Violation(
            f"{at}/card", "length", "is text of at most 16 characters", _TABLE
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_paid(value: Any) -> bool:
    return type(value) is dict and type(value["by"]) is str and len(value) == 1


def _paid(value: Any, at: str) -> Iterator[Violation]:
    if "by" not in value:
        yield Violation(f"{at}/by", "required", "is required", _TABLE)
    elif not isinstance(value["by"], str):
        yield Violation(f"{at}/by", "type", "is text", _TABLE)
    if not value.keys() <= _PAID_MEMBERS:
        yield from undocumented(value, _PAID_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "error" not in value:
        yield Violation(f"{at}/error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Violation(f"{at}/error", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)
