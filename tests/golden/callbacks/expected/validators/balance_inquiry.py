"""Validators of balance_inquiry: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_PROSE = "thing, prose"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REQUEST_BODY_MEMBERS = frozenset({"customer"})


def balance_inquiry_request(value: Any) -> list[Violation]:
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
    if "Authorization" not in value:
        found.append(
            Violation(f"{at}/Authorization", "required", "is required", _PROSE)
        )
    elif not isinstance(value["Authorization"], str):
        found.append(Violation(f"{at}/Authorization", "type", "is text", _PROSE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "customer" not in value:
        found.append(Violation(f"{at}/customer", "required", "is required", _TABLE))
    elif not isinstance(item := value["customer"], str):
        found.append(Violation(f"{at}/customer", "type", "is text", _TABLE))
    elif not 1 <= len(item) <= 20:
        found.append(
            Violation(
                f"{at}/customer", "length", "is text of 1 to 20 characters", _TABLE
            )
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))
