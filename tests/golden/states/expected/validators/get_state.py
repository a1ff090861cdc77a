"""Validators of get_state: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_QUERY_MEMBERS = frozenset({"name"})
_TOLD_THING_MEMBERS = frozenset({"state"})
_TOLD_MEMBERS = frozenset({"thing"})


def get_state_request(value: Any) -> list[Violation]:
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


def get_state_told(value: Any) -> list[Violation]:
    """Return what in a reply `told` breaks its documentation."""
    if passes(_is_told, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_told(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_query(value.get("query", {}))


def _is_request_query(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str and len(value) == 1


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "name" not in value:
        yield Violation(f"{at}/name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_told(value: Any) -> bool:
    return type(value) is dict and _is_told_thing(value["thing"]) and len(value) == 1


def _told(value: Any, at: str) -> Iterator[Violation]:
    if "thing" not in value:
        yield Violation(f"{at}/thing", "required", "is required", _TABLE)
    elif not isinstance(item := value["thing"], dict):
        yield Violation(f"{at}/thing", "type", "is an object", _TABLE)
    else:
        yield from _told_thing(item, f"{at}/thing")
    if not value.keys() <= _TOLD_MEMBERS:
        yield from undocumented(value, _TOLD_MEMBERS, at, _PAGE)


def _is_told_thing(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["state"]) is str
            and item in ("MAKING", "MADE", "BROKEN", "LOST")
        )
        and len(value) == 1
    )


def _told_thing(value: Any, at: str) -> Iterator[Violation]:
    if "state" not in value:
        yield Violation(f"{at}/state", "required", "is required", _TABLE)
    elif not isinstance(item := value["state"], str):
        yield Violation(f"{at}/state", "type", "is text", _TABLE)
    elif item not in ("MAKING", "MADE", "BROKEN", "LOST"):
        yield Violation(
            f"{at}/state",
            "enum",
            'is one of "MAKING", "MADE", "BROKEN", "LOST"',
            _TABLE,
        )
    if not value.keys() <= _TOLD_THING_MEMBERS:
        yield from undocumented(value, _TOLD_THING_MEMBERS, at, _PAGE)
