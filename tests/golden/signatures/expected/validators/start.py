"""Validators of start: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Verify"})
_REQUEST_BODY_MEMBERS = frozenset({"order"})
_ANSWERED_MEMBERS = frozenset({"code"})


def start_request(value: Any) -> list[Violation]:
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


def start_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Verify" not in value:
        found.append(Violation(f"{at}/X-Verify", "required", "is required", _TABLE))
    elif not isinstance(value["X-Verify"], str):
        found.append(Violation(f"{at}/X-Verify", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "order" not in value:
        found.append(Violation(f"{at}/order", "required", "is required", _TABLE))
    elif not isinstance(item := value["order"], str):
        found.append(Violation(f"{at}/order", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(
                f"{at}/order", "length", "is text of at most 20 characters", _TABLE
            )
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))
