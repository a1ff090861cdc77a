"""Validators of list_things: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"skip", "count"})
_LISTED_THINGS_ITEM_MEMBERS = frozenset({"name"})
_LISTED_MEMBERS = frozenset({"things"})


def list_things_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    return found


def list_things_listed(value: Any) -> list[Violation]:
    """Return what in a reply `listed` breaks its documentation."""
    return [] if passes(_is_listed, value) else told("", _listed, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_query(value["query"])


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and ("skip" not in value or (type(item := value["skip"]) is int and item >= 0))
        and (type(item := value["count"]) is int and 1 <= item <= 100)
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "skip" in value:
        if (item := value["skip"]).__class__ is not int:
            yield Told("skip", "type", "is a whole number", _TABLE)
        elif item < 0:
            yield Told("skip", "range", "is at least 0", _TABLE)
    if "count" not in value:
        yield Told("count", "required", "is required", _TABLE)
    elif (item := value["count"]).__class__ is not int:
        yield Told("count", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 100:
        yield Told("count", "range", "is 1 to 100", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_listed(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["things"]) is list
            and all(map(_is_listed_things_item, item))
        )
        and len(value) == 1
    )


def _listed(value: Any) -> Iterator[Told]:
    if "things" not in value:
        yield Told("things", "required", "is required", _TABLE)
    elif not isinstance(item := value["things"], list):
        yield Told("things", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Told(f"things/{index}", "type", "is an object", _TABLE)
            else:
                yield from inside(f"things/{index}", _listed_things_item(each))
    yield from undocumented(value, _LISTED_MEMBERS, _PAGE)


def _is_listed_things_item(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str and len(value) == 1


def _listed_things_item(value: Any) -> Iterator[Told]:
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    yield from undocumented(value, _LISTED_THINGS_ITEM_MEMBERS, _PAGE)
