"""Validators of statement: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Sign"})
_REQUEST_BODY_LINES_ITEM_MEMBERS = frozenset({"payment", "amount"})
_REQUEST_BODY_MEMBERS = frozenset({"lines"})


def statement_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ..., "body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Sign" not in value:
        found.append(Violation(f"{at}/X-Sign", "required", "is required", _TABLE))
    elif not isinstance(value["X-Sign"], str):
        found.append(Violation(f"{at}/X-Sign", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "lines" not in value:
        found.append(Violation(f"{at}/lines", "required", "is required", _TABLE))
    elif not isinstance(item := value["lines"], list):
        found.append(Violation(f"{at}/lines", "type", "is a list", _TABLE))
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                found.append(
                    Violation(f"{at}/lines/{index}", "type", "is an object", _TABLE)
                )
            else:
                _request_body_lines_item(each, f"{at}/lines/{index}", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_lines_item(value: Any, at: str, found: list[Violation]) -> None:
    if "payment" not in value:
        found.append(Violation(f"{at}/payment", "required", "is required", _TABLE))
    elif not isinstance(item := value["payment"], str):
        found.append(Violation(f"{at}/payment", "type", "is text", _TABLE))
    elif len(item) != 12:
        found.append(
            Violation(
                f"{at}/payment", "length", "is text of exactly 12 characters", _TABLE
            )
        )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif (item := value["amount"]).__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    elif item < 1:
        found.append(Violation(f"{at}/amount", "range", "is at least 1", _TABLE))
    if not value.keys() <= _REQUEST_BODY_LINES_ITEM_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_LINES_ITEM_MEMBERS, at, _PAGE))
