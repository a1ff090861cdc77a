"""Validators of move_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

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
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def move_thing_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return type(value) is dict and type(value["name"]) is str and len(value) == 1


def _request_body(value: Any) -> Iterator[Told]:
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["return"]) is int
        and _is_answered_reason(value["reason"])
        and ("text" not in value or type(value["text"]) is str)
        and _ANSWERED_MEMBERS.issuperset(value)
    )


def _answered(value: Any) -> Iterator[Told]:
    if "return" not in value:
        yield Told("return", "required", "is required", _TABLE)
    elif value["return"].__class__ is not int:
        yield Told("return", "type", "is a whole number", _TABLE)
    if "reason" not in value:
        yield Told("reason", "required", "is required", _TABLE)
    elif not isinstance(item := value["reason"], dict):
        yield Told("reason", "type", "is an object", _TABLE)
    else:
        yield from inside("reason", _answered_reason(item))
    if "text" in value and not isinstance(value["text"], str):
        yield Told("text", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)


def _is_answered_reason(value: Any) -> bool:
    return type(value) is dict and type(value["number"]) is str and len(value) == 1


def _answered_reason(value: Any) -> Iterator[Told]:
    if "number" not in value:
        yield Told("number", "required", "is required", _TABLE)
    elif not isinstance(value["number"], str):
        yield Told("number", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_REASON_MEMBERS, _PAGE)
