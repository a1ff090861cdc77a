"""Validators of order_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented
from ..forms import order_notice as forms

_PAGE = "thing"
_TABLE = "thing, table"
_PROSE = "thing, prose"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Signature"})
_REQUEST_BODY_MEMBERS = frozenset({"order", "sent", "item"})
_TAKEN_MEMBERS = frozenset({"order"})


def order_notice_request(value: Any) -> list[Violation]:
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


def order_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _taken(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Signature" not in value:
        found.append(Violation(f"{at}/X-Signature", "required", "is required", _TABLE))
    elif not isinstance(value["X-Signature"], str):
        found.append(Violation(f"{at}/X-Signature", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "order" not in value:
        found.append(Violation(f"{at}/order", "required", "is required", _TABLE))
    elif not isinstance(item := value["order"], str):
        found.append(Violation(f"{at}/order", "type", "is text", _TABLE))
    elif not 1 <= len(item) <= 12:
        found.append(
            Violation(f"{at}/order", "length", "is text of 1 to 12 characters", _TABLE)
        )
    if "sent" not in value:
        found.append(Violation(f"{at}/sent", "required", "is required", _TABLE))
    elif (item := value["sent"]).__class__ is not int:
        found.append(Violation(f"{at}/sent", "type", "is a whole number", _TABLE))
    elif not forms.SENT.fits(item):
        found.append(
            Violation(
                f"{at}/sent",
                "format",
                "is epoch time in seconds, written as an integer",
                _TABLE,
            )
        )
    if "item" not in value:
        found.append(Violation(f"{at}/item", "required", "is required", _TABLE))
    elif not isinstance(item := value["item"], list):
        found.append(Violation(f"{at}/item", "type", "is a list", _TABLE))
    else:
        if not 1 <= len(item) <= 5:
            found.append(Violation(f"{at}/item", "count", "has 1 to 5 items", _TABLE))
        for index, each in enumerate(item):
            if not isinstance(each, str):
                found.append(Violation(f"{at}/item/{index}", "type", "is text", _TABLE))
            elif not 1 <= len(each) <= 20:
                found.append(
                    Violation(
                        f"{at}/item/{index}",
                        "length",
                        "is text of 1 to 20 characters",
                        _TABLE,
                    )
                )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _taken(value: Any, at: str, found: list[Violation]) -> None:
    if "order" not in value:
        found.append(Violation(f"{at}/order", "required", "is required", _PROSE))
    elif not isinstance(value["order"], str):
        found.append(Violation(f"{at}/order", "type", "is text", _PROSE))
    if not value.keys() <= _TAKEN_MEMBERS:
        found.extend(undocumented(value, _TAKEN_MEMBERS, at, _PAGE))
