"""Validators of list_things: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"skip", "count"})
_LISTED_THINGS_ITEM_MEMBERS = frozenset({"name"})
_LISTED_MEMBERS = frozenset({"things"})


def list_things_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    return found


def list_things_listed(value: Any) -> list[Violation]:
    """Return what in a reply `listed` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _listed(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "skip" in value:
        if (item := value["skip"]).__class__ is not int:
            found.append(Violation(f"{at}/skip", "type", "is a whole number", _TABLE))
        elif item < 0:
            found.append(Violation(f"{at}/skip", "range", "is at least 0", _TABLE))
    if "count" not in value:
        found.append(Violation(f"{at}/count", "required", "is required", _TABLE))
    elif (item := value["count"]).__class__ is not int:
        found.append(Violation(f"{at}/count", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 100:
        found.append(Violation(f"{at}/count", "range", "is 1 to 100", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _listed(value: Any, at: str, found: list[Violation]) -> None:
    if "things" not in value:
        found.append(Violation(f"{at}/things", "required", "is required", _TABLE))
    elif not isinstance(item := value["things"], list):
        found.append(Violation(f"{at}/things", "type", "is a list", _TABLE))
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                found.append(
                    Violation(f"{at}/things/{index}", "type", "is an object", _TABLE)
                )
            else:
                _listed_things_item(each, f"{at}/things/{index}", found)
    if not value.keys() <= _LISTED_MEMBERS:
        found.extend(undocumented(value, _LISTED_MEMBERS, at, _PAGE))


def _listed_things_item(value: Any, at: str, found: list[Violation]) -> None:
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    if not value.keys() <= _LISTED_THINGS_ITEM_MEMBERS:
        found.extend(undocumented(value, _LISTED_THINGS_ITEM_MEMBERS, at, _PAGE))
