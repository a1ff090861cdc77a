"""Validators of wrap_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import (
    Inferred,
    Told,
    Violation,
    inside,
    passes,
    told,
    undocumented,
)
from ..forms import wrap_thing as forms

_PAGE = "thing"
_TABLE = "thing, table"
_INFERRED_1 = Inferred("thing, inferred: every sample has four")

_REQUEST_BODY_HEAD_MEMBERS = frozenset({"version", "sent"})
_REQUEST_BODY_EXTRA_MEMBERS = frozenset({"note", "price"})
_REQUEST_BODY_MEMBERS = frozenset({"head", "extra"})
_WRAPPED_EMPTY_MEMBERS: frozenset[str] = frozenset()
_WRAPPED_MEMBERS = frozenset({"empty"})


def wrap_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def wrap_thing_wrapped(value: Any) -> list[Violation]:
    """Return what in a reply `wrapped` breaks its documentation."""
    return [] if passes(_is_wrapped, value) else told("", _wrapped, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_body_head(value["head"])
        and ("extra" not in value or _is_request_body_extra(value["extra"]))
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "head" not in value:
        yield Told("head", "required", "is required", _TABLE)
    elif not isinstance(item := value["head"], dict):
        yield Told("head", "type", "is an object", _TABLE)
    else:
        yield from inside("head", _request_body_head(item))
    if "extra" in value:
        if not isinstance(item := value["extra"], dict):
            yield Told("extra", "type", "is an object", _TABLE)
        else:
            yield from inside("extra", _request_body_extra(item))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_head(value: Any) -> bool:
    return (
        type(value) is dict
        and ("version" not in value or type(value["version"]) is str)
        and (
            "sent" not in value
            or (type(item := value["sent"]) is str and forms.SENT.fits(item))
        )
        and _REQUEST_BODY_HEAD_MEMBERS.issuperset(value)
    )


def _request_body_head(value: Any) -> Iterator[Told]:
    if "version" in value and not isinstance(value["version"], str):
        yield Told("version", "type", "is text", _TABLE)
    if "sent" in value:
        if not isinstance(item := value["sent"], str):
            yield Told("sent", "type", "is text", _TABLE)
        elif not forms.SENT.fits(item):
            yield Told(
                "sent", "format", "is a date and time as yyyy-MM-dd HH:mm:ss", _TABLE
            )
    yield from undocumented(value, _REQUEST_BODY_HEAD_MEMBERS, _PAGE)


def _is_request_body_extra(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["note"]) is str and len(item) == 4)
        and (
            "price" not in value
            or (type(item := value["price"]) is int or isinstance(item, float))
        )
        and _REQUEST_BODY_EXTRA_MEMBERS.issuperset(value)
    )


def _request_body_extra(value: Any) -> Iterator[Told]:
    if "note" not in value:
        yield Told("note", "required", "is required", _TABLE)
    elif not isinstance(item := value["note"], str):
        yield Told("note", "type", "is text", _TABLE)
    elif len(item) != 4:
        yield Told("note", "length", "is text of exactly 4 characters", _INFERRED_1)
    if "price" in value and (
        isinstance(value["price"], bool) or not isinstance(value["price"], int | float)
    ):
        yield Told("price", "type", "is a number", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_EXTRA_MEMBERS, _PAGE)


def _is_wrapped(value: Any) -> bool:
    return type(value) is dict and _is_wrapped_empty(value["empty"]) and len(value) == 1


def _wrapped(value: Any) -> Iterator[Told]:
    if "empty" not in value:
        yield Told("empty", "required", "is required", _TABLE)
    elif not isinstance(item := value["empty"], dict):
        yield Told("empty", "type", "is an object", _TABLE)
    else:
        yield from inside("empty", _wrapped_empty(item))
    yield from undocumented(value, _WRAPPED_MEMBERS, _PAGE)


def _is_wrapped_empty(value: Any) -> bool:
    return type(value) is dict and len(value) == 0


def _wrapped_empty(value: Any) -> Iterator[Told]:
    yield from undocumented(value, _WRAPPED_EMPTY_MEMBERS, _PAGE)
