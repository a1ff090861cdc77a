"""Validators of get_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented
from ..forms import get_thing as forms

_PAGE = "thing"
_TABLE = "thing, table"
_EXAMPLE = "thing, example"

_REQUEST_BODY_MEMBERS = frozenset({"born", "amount"})
_FOUND_HISTORY_ITEM_MEMBERS = frozenset({"closed"})
_FOUND_MEMBERS = frozenset(
    {"status", "Status", "closed", "fetched", "isNew", "score", "history"}
)


def get_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def get_thing_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    return [] if passes(_is_found, value) else told("", _found, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["born"]) is str and forms.BORN.fits(item))
        and (type(item := value["amount"]) is str and forms.AMOUNT.fits(item))
        and len(value) == 2
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "born" not in value:
        yield Told("born", "required", "is required", _TABLE)
    elif not isinstance(item := value["born"], str):
        yield Told("born", "type", "is text", _TABLE)
    elif not forms.BORN.fits(item):
        yield Told("born", "format", "is a date as dd/MM/yyyy", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif not isinstance(item := value["amount"], str):
        yield Told("amount", "type", "is text", _TABLE)
    elif not forms.AMOUNT.fits(item):
        yield Told("amount", "format", "is a decimal number written as text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_found(value: Any) -> bool:
    return (
        type(value) is dict
        and ("status" not in value or type(value["status"]) is bool)
        and (
            "Status" not in value
            or (type(item := value["Status"]) is str and forms.STATUS_TEXT.fits(item))
        )
        and (
            "closed" not in value
            or (type(item := value["closed"]) is str and forms.CLOSED.fits(item))
        )
        and (
            "fetched" not in value
            or (
                (item := value["fetched"]) is None
                or (type(item) is str and forms.FETCHED.fits(item))
            )
        )
        and (
            "isNew" not in value
            or (type(item := value["isNew"]) is int and forms.IS_NEW.fits(item))
        )
        and (
            "score" not in value
            or (type(item := value["score"]) is str and forms.SCORE.fits(item))
        )
        and (
            "history" not in value
            or (
                type(item := value["history"]) is list
                and all(map(_is_found_history_item, item))
            )
        )
        and _FOUND_MEMBERS.issuperset(value)
    )


def _found(value: Any) -> Iterator[Told]:
    if "status" in value and value["status"].__class__ is not bool:
        yield Told("status", "type", "is true or false", _EXAMPLE)
    if "Status" in value:
        if not isinstance(item := value["Status"], str):
            yield Told("Status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS_TEXT.fits(item):
            yield Told(
                "Status", "format", 'is "True" for true or "False" for false', _EXAMPLE
            )
    if "closed" in value:
        if not isinstance(item := value["closed"], str):
            yield Told("closed", "type", "is text", _EXAMPLE)
        elif not forms.CLOSED.fits(item):
            yield Told(
                "closed",
                "format",
                "is a date as yyyy-MM-dd, or 0000-00-00 for none",
                _EXAMPLE,
            )
    if "fetched" in value:
        if value["fetched"] is None:
            pass
        elif not isinstance(item := value["fetched"], str):
            yield Told("fetched", "type", "is text", _EXAMPLE)
        elif not forms.FETCHED.fits(item):
            yield Told(
                "fetched",
                "format",
                "is a date and time as yyyy-MM-dd HH:mm:ss",
                _EXAMPLE,
            )
    if "isNew" in value:
        if (item := value["isNew"]).__class__ is not int:
            yield Told("isNew", "type", "is a whole number", _EXAMPLE)
        elif not forms.IS_NEW.fits(item):
            yield Told("isNew", "format", "is 1 for true or 0 for false", _EXAMPLE)
    if "score" in value:
        if not isinstance(item := value["score"], str):
            yield Told("score", "type", "is text", _EXAMPLE)
        elif not forms.SCORE.fits(item):
            yield Told("score", "format", "is an integer written as text", _EXAMPLE)
    if "history" in value:
        if not isinstance(item := value["history"], list):
            yield Told("history", "type", "is a list", _EXAMPLE)
        else:
            for index, each in enumerate(item):
                if not isinstance(each, dict):
                    yield Told(f"history/{index}", "type", "is an object", _EXAMPLE)
                else:
                    yield from inside(f"history/{index}", _found_history_item(each))
    yield from undocumented(value, _FOUND_MEMBERS, _PAGE)


def _is_found_history_item(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "closed" not in value
            or (type(item := value["closed"]) is str and forms.ITEM_CLOSED.fits(item))
        )
        and _FOUND_HISTORY_ITEM_MEMBERS.issuperset(value)
    )


def _found_history_item(value: Any) -> Iterator[Told]:
    if "closed" in value:
        if not isinstance(item := value["closed"], str):
            yield Told("closed", "type", "is text", _EXAMPLE)
        elif not forms.ITEM_CLOSED.fits(item):
            yield Told("closed", "format", "is a date as dd/MM/yyyy", _EXAMPLE)
    yield from undocumented(value, _FOUND_HISTORY_ITEM_MEMBERS, _PAGE)
