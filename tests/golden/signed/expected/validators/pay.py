"""Validators of pay: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented
from ..forms import pay as forms

_EXTERNAL_1 = "thing, external: the house standard"
_TABLE = "thing, table"
_PAGE = "thing"

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
    found: list[Violation] = []
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        found += _request_headers(headers, "/headers")
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    if passes(_is_answered, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_answered(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
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


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-FLOW" not in value:
        yield Violation(f"{at}/X-FLOW", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["X-FLOW"], str):
        yield Violation(f"{at}/X-FLOW", "type", "is text", _EXTERNAL_1)
    elif len(item) != 32:
        yield Violation(
            f"{at}/X-FLOW", "length", "is text of exactly 32 characters", _TABLE
        )
    if "CHANNEL" not in value:
        yield Violation(f"{at}/CHANNEL", "required", "is required", _TABLE)
    elif not isinstance(item := value["CHANNEL"], str):
        yield Violation(f"{at}/CHANNEL", "type", "is text", _TABLE)
    elif len(item) != 5:
        yield Violation(
            f"{at}/CHANNEL", "length", "is text of exactly 5 characters", _TABLE
        )
    if "Authorization" not in value:
        yield Violation(f"{at}/Authorization", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["Authorization"], str):
        yield Violation(f"{at}/Authorization", "type", "is text", _EXTERNAL_1)
    elif not item.startswith("Bearer "):
        yield Violation(
            f"{at}/Authorization", "prefix", 'begins with "Bearer "', _EXTERNAL_1
        )
    if "X-TIME" not in value:
        yield Violation(f"{at}/X-TIME", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["X-TIME"], str):
        yield Violation(f"{at}/X-TIME", "type", "is text", _EXTERNAL_1)
    elif not forms.X_TIME.fits(item):
        yield Violation(
            f"{at}/X-TIME",
            "format",
            "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
            _EXTERNAL_1,
        )
    if "X-SIGN" not in value:
        yield Violation(f"{at}/X-SIGN", "required", "is required", _EXTERNAL_1)
    elif not isinstance(value["X-SIGN"], str):
        yield Violation(f"{at}/X-SIGN", "type", "is text", _EXTERNAL_1)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["reference"]) is str and len(item) == 32)
        and (type(item := value["action"]) is str and item.upper() in ("PAY", "UNDO"))
        and len(value) == 2
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "reference" not in value:
        yield Violation(f"{at}/reference", "required", "is required", _TABLE)
    elif not isinstance(item := value["reference"], str):
        yield Violation(f"{at}/reference", "type", "is text", _EXTERNAL_1)
    elif len(item) != 32:
        yield Violation(
            f"{at}/reference", "length", "is text of exactly 32 characters", _TABLE
        )
    if "action" not in value:
        yield Violation(f"{at}/action", "required", "is required", _TABLE)
    elif not isinstance(item := value["action"], str):
        yield Violation(f"{at}/action", "type", "is text", _TABLE)
    elif item.upper() not in ("PAY", "UNDO"):
        yield Violation(
            f"{at}/action", "enum", 'is one of "pay", "undo" in any letter case', _TABLE
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_answered(value: Any) -> bool:
    return type(value) is dict and (
        type(item := value["responseCode"]) is str and len(item) == 7
    )


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "responseCode" not in value:
        yield Violation(f"{at}/responseCode", "required", "is required", _EXTERNAL_1)
    elif not isinstance(item := value["responseCode"], str):
        yield Violation(f"{at}/responseCode", "type", "is text", _EXTERNAL_1)
    elif len(item) != 7:
        yield Violation(
            f"{at}/responseCode",
            "length",
            "is text of exactly 7 characters",
            _EXTERNAL_1,
        )
