"""Validators of list_things: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

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
    found: list[Violation] = []
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        found += _request_query(query, "/query")
    return found


def list_things_listed(value: Any) -> list[Violation]:
    """Return what in a reply `listed` breaks its documentation."""
    if passes(_is_listed, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_listed(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_query(value.get("query", {}))


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and ("skip" not in value or (type(item := value["skip"]) is int and item >= 0))
        and (type(item := value["count"]) is int and 1 <= item <= 100)
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "skip" in value:
        if (item := value["skip"]).__class__ is not int:
            yield Violation(f"{at}/skip", "type", "is a whole number", _TABLE)
        elif item < 0:
            yield Violation(f"{at}/skip", "range", "is at least 0", _TABLE)
    if "count" not in value:
        yield Violation(f"{at}/count", "required", "is required", _TABLE)
    elif (item := value["count"]).__class__ is not int:
        yield Violation(f"{at}/count", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 100:
        yield Violation(f"{at}/count", "range", "is 1 to 100", _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_listed(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["things"]) is list
            and all(map(_is_listed_things_item, item))
        )
        and len(value) == 1
    )


def _listed(value: Any, at: str) -> Iterator[Violation]:
    if "things" not in value:
        yield Violation(f"{at}/things", "required", "is required", _TABLE)
    elif not isinstance(item := value["things"], list):
        yield Violation(f"{at}/things", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Violation(f"{at}/things/{index}", "type", "is an object", _TABLE)
            else:
                yield from _listed_things_item(each, f"{at}/things/{index}")
    if not value.keys() <= _LISTED_MEMBERS:
        yield from undocumented(value, _LISTED_MEMBERS, at, _PAGE)


def _is_listed_things_item(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str and len(value) == 1


def _listed_things_item(value: Any, at: str) -> Iterator[Violation]:
    if "name" not in value:
        yield Violation(f"{at}/name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _TABLE)
    if not value.keys() <= _LISTED_THINGS_ITEM_MEMBERS:
        yield from undocumented(value, _LISTED_THINGS_ITEM_MEMBERS, at, _PAGE)
