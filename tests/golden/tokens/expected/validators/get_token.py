"""Validators of get_token: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Secret"})
_ISSUED_DATA_MEMBERS = frozenset({"token"})
_ISSUED_MEMBERS = frozenset({"data"})


def get_token_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        found += _request_headers(headers, "/headers")
    return found


def get_token_issued(value: Any) -> list[Violation]:
    """Return what in a reply `issued` breaks its documentation."""
    if passes(_is_issued, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_issued(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_headers(value.get("headers", {}))


def _is_request_headers(value: Any) -> bool:
    return type(value) is dict and type(value["X-Secret"]) is str and len(value) == 1


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Secret" not in value:
        yield Violation(f"{at}/X-Secret", "required", "is required", _TABLE)
    elif not isinstance(value["X-Secret"], str):
        yield Violation(f"{at}/X-Secret", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_issued(value: Any) -> bool:
    return type(value) is dict and _is_issued_data(value["data"]) and len(value) == 1


def _issued(value: Any, at: str) -> Iterator[Violation]:
    if "data" not in value:
        yield Violation(f"{at}/data", "required", "is required", _TABLE)
    elif not isinstance(item := value["data"], dict):
        yield Violation(f"{at}/data", "type", "is an object", _TABLE)
    else:
        yield from _issued_data(item, f"{at}/data")
    if not value.keys() <= _ISSUED_MEMBERS:
        yield from undocumented(value, _ISSUED_MEMBERS, at, _PAGE)


def _is_issued_data(value: Any) -> bool:
    return type(value) is dict and type(value["token"]) is str and len(value) == 1


def _issued_data(value: Any, at: str) -> Iterator[Violation]:
    if "token" not in value:
        yield Violation(f"{at}/token", "required", "is required", _TABLE)
    elif not isinstance(value["token"], str):
        yield Violation(f"{at}/token", "type", "is text", _TABLE)
    if not value.keys() <= _ISSUED_DATA_MEMBERS:
        yield from undocumented(value, _ISSUED_DATA_MEMBERS, at, _PAGE)
