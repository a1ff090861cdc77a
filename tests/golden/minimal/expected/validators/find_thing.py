"""Validators of find_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_QUERY_MEMBERS = frozenset({"id"})


def find_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ...}: the members as they are sent.
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
    return found


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_query(value.get("query", {}))


def _is_request_query(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)
