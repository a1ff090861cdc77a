"""Validators of get_token: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

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
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    return found


def get_token_issued(value: Any) -> list[Violation]:
    """Return what in a reply `issued` breaks its documentation."""
    return [] if passes(_is_issued, value) else told("", _issued, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_headers(value["headers"])


def _is_request_headers(value: Any) -> bool:
    return type(value) is dict and type(value["X-Secret"]) is str and len(value) == 1


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Secret" not in value:
        yield Told("X-Secret", "required", "is required", _TABLE)
    elif not isinstance(value["X-Secret"], str):
        yield Told("X-Secret", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_issued(value: Any) -> bool:
    return type(value) is dict and _is_issued_data(value["data"]) and len(value) == 1


def _issued(value: Any) -> Iterator[Told]:
    if "data" not in value:
        yield Told("data", "required", "is required", _TABLE)
    elif not isinstance(item := value["data"], dict):
        yield Told("data", "type", "is an object", _TABLE)
    else:
        yield from inside("data", _issued_data(item))
    yield from undocumented(value, _ISSUED_MEMBERS, _PAGE)


def _is_issued_data(value: Any) -> bool:
    return type(value) is dict and type(value["token"]) is str and len(value) == 1


def _issued_data(value: Any) -> Iterator[Told]:
    if "token" not in value:
        yield Told("token", "required", "is required", _TABLE)
    elif not isinstance(value["token"], str):
        yield Told("token", "type", "is text", _TABLE)
    yield from undocumented(value, _ISSUED_DATA_MEMBERS, _PAGE)
