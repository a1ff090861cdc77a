"""Validators of pay: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented
from ..forms import pay as forms

_PAGE = "thing"
_EXTERNAL_1 = "thing, external: the house standard"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset(
    {"X-FLOW", "CHANNEL", "Authorization", "X-TIME", "X-SIGN"}
)
_REQUEST_BODY_MEMBERS = frozenset({"reference", "action"})


def pay_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ..., "body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-FLOW"]) is str and len(item) == 32)
        and (type(item := value["CHANNEL"]) is str and len(item) == 5)
        and (type(item := value["Authorization"]) is str and item.startswith("Bearer "))
        and (type(item := value["X-TIME"]) is str and forms.X_TIME.fits(item))
        and type(value["X-SIGN"]) is str
        and len(value) == 5
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-FLOW" not in value:
        yield Told("X-FLOW", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["X-FLOW"], str):
        yield Told("X-FLOW", "type", "is text", _EXTERNAL_1)
    elif len(item) != 32:
        yield Told("X-FLOW", "length", "is text of exactly 32 characters", _TABLE)
    if "CHANNEL" not in value:
        yield Told("CHANNEL", "required", "is required", _TABLE)
    elif not isinstance(item := value["CHANNEL"], str):
        yield Told("CHANNEL", "type", "is text", _TABLE)
    elif len(item) != 5:
        yield Told("CHANNEL", "length", "is text of exactly 5 characters", _TABLE)
    if "Authorization" not in value:
        yield Told("Authorization", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["Authorization"], str):
        yield Told("Authorization", "type", "is text", _EXTERNAL_1)
    elif not item.startswith("Bearer "):
        yield Told("Authorization", "prefix", 'begins with "Bearer "', _EXTERNAL_1)
    if "X-TIME" not in value:
        yield Told("X-TIME", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["X-TIME"], str):
        yield Told("X-TIME", "type", "is text", _EXTERNAL_1)
    elif not forms.X_TIME.fits(item):
        yield Told(
            "X-TIME",
            "format",
            "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
            _EXTERNAL_1,
        )
    if "X-SIGN" not in value:
        yield Told("X-SIGN", "required", "is required", _EXTERNAL_1)
    elif not isinstance(value["X-SIGN"], str):
        yield Told("X-SIGN", "type", "is text", _EXTERNAL_1)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["reference"]) is str and len(item) == 32)
        and (
            type(item := value["action"]) is str
            and item.isascii()
            and item.upper() in ("PAY", "UNDO")
        )
        and len(value) == 2
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "reference" not in value:
        yield Told("reference", "required", "is required", _TABLE)
    elif not isinstance(item := value["reference"], str):
        yield Told("reference", "type", "is text", _EXTERNAL_1)
    elif len(item) != 32:
        yield Told("reference", "length", "is text of exactly 32 characters", _TABLE)
    if "action" not in value:
        yield Told("action", "required", "is required", _TABLE)
    elif not isinstance(item := value["action"], str):
        yield Told("action", "type", "is text", _TABLE)
    elif not (item.isascii() and item.upper() in ("PAY", "UNDO")):
        yield Told(
            "action", "enum", 'is one of "pay", "undo" in any letter case', _TABLE
        )
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return type(value) is dict and (
        type(item := value["responseCode"]) is str and len(item) == 7
    )


def _answered(value: Any) -> Iterator[Told]:
    if "responseCode" not in value:
        yield Told("responseCode", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["responseCode"], str):
        yield Told("responseCode", "type", "is text", _EXTERNAL_1)
    elif len(item) != 7:
        yield Told(
            "responseCode", "length", "is text of exactly 7 characters", _EXTERNAL_1
        )
