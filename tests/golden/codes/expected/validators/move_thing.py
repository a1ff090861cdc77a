"""Validators of move_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_BODY_MEMBERS = frozenset({"name"})
_ANSWERED_REASON_MEMBERS = frozenset({"number"})
_ANSWERED_MEMBERS = frozenset({"return", "reason", "text"})


def move_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def move_thing_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "return" not in value:
        found.append(Violation(f"{at}/return", "required", "is required", _TABLE))
    elif value["return"].__class__ is not int:
        found.append(Violation(f"{at}/return", "type", "is a whole number", _TABLE))
    if "reason" not in value:
        found.append(Violation(f"{at}/reason", "required", "is required", _TABLE))
    elif not isinstance(item := value["reason"], dict):
        found.append(Violation(f"{at}/reason", "type", "is an object", _TABLE))
    else:
        _answered_reason(item, f"{at}/reason", found)
    if "text" in value and not isinstance(value["text"], str):
        found.append(Violation(f"{at}/text", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))


def _answered_reason(value: Any, at: str, found: list[Violation]) -> None:
    if "number" not in value:
        found.append(Violation(f"{at}/number", "required", "is required", _TABLE))
    elif not isinstance(value["number"], str):
        found.append(Violation(f"{at}/number", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_REASON_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_REASON_MEMBERS, at, _PAGE))
