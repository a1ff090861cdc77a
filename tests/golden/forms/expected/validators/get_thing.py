"""Validators of get_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented
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
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def get_thing_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _found(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "born" not in value:
        found.append(Violation(f"{at}/born", "required", "is required", _TABLE))
    elif not isinstance(item := value["born"], str):
        found.append(Violation(f"{at}/born", "type", "is text", _TABLE))
    elif not forms.BORN.fits(item):
        found.append(
            Violation(f"{at}/born", "format", "is a date as dd/MM/yyyy", _TABLE)
        )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif not isinstance(item := value["amount"], str):
        found.append(Violation(f"{at}/amount", "type", "is text", _TABLE))
    elif not forms.AMOUNT.fits(item):
        found.append(
            Violation(
                f"{at}/amount", "format", "is a decimal number written as text", _TABLE
            )
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _found(value: Any, at: str, found: list[Violation]) -> None:
    if "status" in value and value["status"].__class__ is not bool:
        found.append(Violation(f"{at}/status", "type", "is true or false", _EXAMPLE))
    if "Status" in value:
        if not isinstance(item := value["Status"], str):
            found.append(Violation(f"{at}/Status", "type", "is text", _EXAMPLE))
        elif not forms.STATUS_TEXT.fits(item):
            found.append(
                Violation(
                    f"{at}/Status",
                    "format",
                    'is "True" for true or "False" for false',
                    _EXAMPLE,
                )
            )
    if "closed" in value:
        if not isinstance(item := value["closed"], str):
            found.append(Violation(f"{at}/closed", "type", "is text", _EXAMPLE))
        elif not forms.CLOSED.fits(item):
            found.append(
                Violation(
                    f"{at}/closed",
                    "format",
                    "is a date as yyyy-MM-dd, or 0000-00-00 for none",
                    _EXAMPLE,
                )
            )
    if "fetched" in value:
        if value["fetched"] is None:
            pass
        elif not isinstance(item := value["fetched"], str):
            found.append(Violation(f"{at}/fetched", "type", "is text", _EXAMPLE))
        elif not forms.FETCHED.fits(item):
            found.append(
                Violation(
                    f"{at}/fetched",
                    "format",
                    "is a date and time as yyyy-MM-dd HH:mm:ss",
                    _EXAMPLE,
                )
            )
    if "isNew" in value:
        if (item := value["isNew"]).__class__ is not int:
            found.append(
                Violation(f"{at}/isNew", "type", "is a whole number", _EXAMPLE)
            )
        elif not forms.IS_NEW.fits(item):
            found.append(
                Violation(
                    f"{at}/isNew", "format", "is 1 for true or 0 for false", _EXAMPLE
                )
            )
    if "score" in value:
        if not isinstance(item := value["score"], str):
            found.append(Violation(f"{at}/score", "type", "is text", _EXAMPLE))
        elif not forms.SCORE.fits(item):
            found.append(
                Violation(
                    f"{at}/score", "format", "is an integer written as text", _EXAMPLE
                )
            )
    if "history" in value:
        if not isinstance(item := value["history"], list):
            found.append(Violation(f"{at}/history", "type", "is a list", _EXAMPLE))
        else:
            for index, each in enumerate(item):
                if not isinstance(each, dict):
                    found.append(
                        Violation(
                            f"{at}/history/{index}", "type", "is an object", _EXAMPLE
                        )
                    )
                else:
                    _found_history_item(each, f"{at}/history/{index}", found)
    if not value.keys() <= _FOUND_MEMBERS:
        found.extend(undocumented(value, _FOUND_MEMBERS, at, _PAGE))


def _found_history_item(value: Any, at: str, found: list[Violation]) -> None:
    if "closed" in value:
        if not isinstance(item := value["closed"], str):
            found.append(Violation(f"{at}/closed", "type", "is text", _EXAMPLE))
        elif not forms.ITEM_CLOSED.fits(item):
            found.append(
                Violation(f"{at}/closed", "format", "is a date as dd/MM/yyyy", _EXAMPLE)
            )
    if not value.keys() <= _FOUND_HISTORY_ITEM_MEMBERS:
        found.extend(undocumented(value, _FOUND_HISTORY_ITEM_MEMBERS, at, _PAGE))
