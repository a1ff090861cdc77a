"""Validators of look_up: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"id", "amount", "signature"})
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Place"})
_ANSWERED_MEMBERS = frozenset({"code"})


def look_up_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "headers": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    found += told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    return found


def look_up_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value["query"])
        and _is_request_headers(value["headers"])
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["id"]) is str and len(item) <= 20)
        and ("amount" not in value or type(value["amount"]) is str)
        and type(value["signature"]) is str
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(item := value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Told("id", "length", "is text of at most 20 characters", _TABLE)
    if "amount" in value and not isinstance(value["amount"], str):
        yield Told("amount", "type", "is text", _TABLE)
    if "signature" not in value:
        yield Told("signature", "required", "is required", _TABLE)
    elif not isinstance(value["signature"], str):
        yield Told("signature", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and ("X-Place" not in value or type(value["X-Place"]) is str)
        and _REQUEST_HEADERS_MEMBERS.issuperset(value)
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Place" in value and not isinstance(value["X-Place"], str):
        yield Told("X-Place", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _answered(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)
