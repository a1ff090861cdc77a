"""Validators of get_state: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"name"})
_TOLD_THING_MEMBERS = frozenset({"state"})
_TOLD_MEMBERS = frozenset({"thing"})


def get_state_request(value: Any) -> list[Violation]:
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


def get_state_told(value: Any) -> list[Violation]:
    """Return what in a reply `told` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _told(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _told(value: Any, at: str, found: list[Violation]) -> None:
    if "thing" not in value:
        found.append(Violation(f"{at}/thing", "required", "is required", _TABLE))
    elif not isinstance(item := value["thing"], dict):
        found.append(Violation(f"{at}/thing", "type", "is an object", _TABLE))
    else:
        _told_thing(item, f"{at}/thing", found)
    if not value.keys() <= _TOLD_MEMBERS:
        found.extend(undocumented(value, _TOLD_MEMBERS, at, _PAGE))


def _told_thing(value: Any, at: str, found: list[Violation]) -> None:
    if "state" not in value:
        found.append(Violation(f"{at}/state", "required", "is required", _TABLE))
    elif not isinstance(item := value["state"], str):
        found.append(Violation(f"{at}/state", "type", "is text", _TABLE))
    elif item not in ("MAKING", "MADE", "BROKEN", "LOST"):
        found.append(
            Violation(
                f"{at}/state",
                "enum",
                'is one of "MAKING", "MADE", "BROKEN", "LOST"',
                _TABLE,
            )
        )
    if not value.keys() <= _TOLD_THING_MEMBERS:
        found.extend(undocumented(value, _TOLD_THING_MEMBERS, at, _PAGE))
