"""Validators of find_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"id"})


def find_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    return found


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_query(value["query"])


def _is_request_query(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _request_query(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)
