"""Validators of move_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_BODY_MEMBERS = frozenset({"name"})
_ANSWERED_REASON_MEMBERS = frozenset({"number"})
_ANSWERED_MEMBERS = frozenset({"return", "reason", "text"})


def move_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def move_thing_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    if passes(_is_answered, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_answered(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value.get("body", {}))


def _is_request_body(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str and len(value) == 1


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "name" not in value:
        yield Violation(f"{at}/name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["return"]) is int
        and _is_answered_reason(value["reason"])
        and ("text" not in value or type(value["text"]) is str)
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "return" not in value:
        yield Violation(f"{at}/return", "required", "is required", _TABLE)
    elif value["return"].__class__ is not int:
        yield Violation(f"{at}/return", "type", "is a whole number", _TABLE)
    if "reason" not in value:
        yield Violation(f"{at}/reason", "required", "is required", _TABLE)
    elif not isinstance(item := value["reason"], dict):
        yield Violation(f"{at}/reason", "type", "is an object", _TABLE)
    else:
        yield from _answered_reason(item, f"{at}/reason")
    if "text" in value and not isinstance(value["text"], str):
        yield Violation(f"{at}/text", "type", "is text", _TABLE)
    if not value.keys() <= _ANSWERED_MEMBERS:
        yield from undocumented(value, _ANSWERED_MEMBERS, at, _PAGE)


def _is_answered_reason(value: Any) -> bool:
    return type(value) is dict and type(value["number"]) is str and len(value) == 1


def _answered_reason(value: Any, at: str) -> Iterator[Violation]:
    if "number" not in value:
        yield Violation(f"{at}/number", "required", "is required", _TABLE)
    elif not isinstance(value["number"], str):
        yield Violation(f"{at}/number", "type", "is text", _TABLE)
    if not value.keys() <= _ANSWERED_REASON_MEMBERS:
        yield from undocumented(value, _ANSWERED_REASON_MEMBERS, at, _PAGE)
