"""Validators of get_state: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

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
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    return found


def get_state_told(value: Any) -> list[Violation]:
    """Return what in a reply `told` breaks its documentation."""
    return [] if passes(_is_told, value) else told("", _told, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_query(value["query"])


def _is_request_query(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str and len(value) == 1


def _request_query(value: Any) -> Iterator[Told]:
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_told(value: Any) -> bool:
    return type(value) is dict and _is_told_thing(value["thing"]) and len(value) == 1


def _told(value: Any) -> Iterator[Told]:
    if "thing" not in value:
        yield Told("thing", "required", "is required", _TABLE)
    elif not isinstance(item := value["thing"], dict):
        yield Told("thing", "type", "is an object", _TABLE)
    else:
        yield from inside("thing", _told_thing(item))
    yield from undocumented(value, _TOLD_MEMBERS, _PAGE)


def _is_told_thing(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["state"]) is str
            and item in ("MAKING", "MADE", "BROKEN", "LOST")
        )
        and len(value) == 1
    )


def _told_thing(value: Any) -> Iterator[Told]:
    if "state" not in value:
        yield Told("state", "required", "is required", _TABLE)
    elif not isinstance(item := value["state"], str):
        yield Told("state", "type", "is text", _TABLE)
    elif item not in ("MAKING", "MADE", "BROKEN", "LOST"):
        yield Told(
            "state", "enum", 'is one of "MAKING", "MADE", "BROKEN", "LOST"', _TABLE
        )
    yield from undocumented(value, _TOLD_THING_MEMBERS, _PAGE)
