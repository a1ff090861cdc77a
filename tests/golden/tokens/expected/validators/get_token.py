"""Validators of get_token: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Secret"})
_ISSUED_DATA_MEMBERS = frozenset({"token"})
_ISSUED_MEMBERS = frozenset({"data"})


def get_token_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    return found


def get_token_issued(value: Any) -> list[Violation]:
    """Return what in a reply `issued` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _issued(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Secret" not in value:
        found.append(Violation(f"{at}/X-Secret", "required", "is required", _TABLE))
    elif not isinstance(value["X-Secret"], str):
        found.append(Violation(f"{at}/X-Secret", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _issued(value: Any, at: str, found: list[Violation]) -> None:
    if "data" not in value:
        found.append(Violation(f"{at}/data", "required", "is required", _TABLE))
    elif not isinstance(item := value["data"], dict):
        found.append(Violation(f"{at}/data", "type", "is an object", _TABLE))
    else:
        _issued_data(item, f"{at}/data", found)
    if not value.keys() <= _ISSUED_MEMBERS:
        found.extend(undocumented(value, _ISSUED_MEMBERS, at, _PAGE))


def _issued_data(value: Any, at: str, found: list[Violation]) -> None:
    if "token" not in value:
        found.append(Violation(f"{at}/token", "required", "is required", _TABLE))
    elif not isinstance(value["token"], str):
        found.append(Violation(f"{at}/token", "type", "is text", _TABLE))
    if not value.keys() <= _ISSUED_DATA_MEMBERS:
        found.extend(undocumented(value, _ISSUED_DATA_MEMBERS, at, _PAGE))
