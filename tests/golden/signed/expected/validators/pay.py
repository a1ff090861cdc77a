"""Validators of pay: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented
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


def pay_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-FLOW" not in value:
        found.append(Violation(f"{at}/X-FLOW", "required", "is required", _EXTERNAL_1))
    elif not isinstance(item := value["X-FLOW"], str):
        found.append(Violation(f"{at}/X-FLOW", "type", "is text", _EXTERNAL_1))
    elif len(item) != 32:
        found.append(
            Violation(
                f"{at}/X-FLOW", "length", "is text of exactly 32 characters", _TABLE
            )
        )
    if "CHANNEL" not in value:
        found.append(Violation(f"{at}/CHANNEL", "required", "is required", _TABLE))
    elif not isinstance(item := value["CHANNEL"], str):
        found.append(Violation(f"{at}/CHANNEL", "type", "is text", _TABLE))
    elif len(item) != 5:
        found.append(
            Violation(
                f"{at}/CHANNEL", "length", "is text of exactly 5 characters", _TABLE
            )
        )
    if "Authorization" not in value:
        found.append(
            Violation(f"{at}/Authorization", "required", "is required", _EXTERNAL_1)
        )
    elif not isinstance(item := value["Authorization"], str):
        found.append(Violation(f"{at}/Authorization", "type", "is text", _EXTERNAL_1))
    elif not item.startswith("Bearer "):
        found.append(
            Violation(
                f"{at}/Authorization", "prefix", 'begins with "Bearer "', _EXTERNAL_1
            )
        )
    if "X-TIME" not in value:
        found.append(Violation(f"{at}/X-TIME", "required", "is required", _EXTERNAL_1))
    elif not isinstance(item := value["X-TIME"], str):
        found.append(Violation(f"{at}/X-TIME", "type", "is text", _EXTERNAL_1))
    elif not forms.X_TIME.fits(item):
        found.append(
            Violation(
                f"{at}/X-TIME",
                "format",
                "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
                _EXTERNAL_1,
            )
        )
    if "X-SIGN" not in value:
        found.append(Violation(f"{at}/X-SIGN", "required", "is required", _EXTERNAL_1))
    elif not isinstance(value["X-SIGN"], str):
        found.append(Violation(f"{at}/X-SIGN", "type", "is text", _EXTERNAL_1))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "reference" not in value:
        found.append(Violation(f"{at}/reference", "required", "is required", _TABLE))
    elif not isinstance(item := value["reference"], str):
        found.append(Violation(f"{at}/reference", "type", "is text", _EXTERNAL_1))
    elif len(item) != 32:
        found.append(
            Violation(
                f"{at}/reference", "length", "is text of exactly 32 characters", _TABLE
            )
        )
    if "action" not in value:
        found.append(Violation(f"{at}/action", "required", "is required", _TABLE))
    elif not isinstance(item := value["action"], str):
        found.append(Violation(f"{at}/action", "type", "is text", _TABLE))
    elif item.upper() not in ("PAY", "UNDO"):
        found.append(
            Violation(
                f"{at}/action",
                "enum",
                'is one of "pay", "undo" in any letter case',
                _TABLE,
            )
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "responseCode" not in value:
        found.append(
            Violation(f"{at}/responseCode", "required", "is required", _EXTERNAL_1)
        )
    elif not isinstance(item := value["responseCode"], str):
        found.append(Violation(f"{at}/responseCode", "type", "is text", _EXTERNAL_1))
    elif len(item) != 7:
        found.append(
            Violation(
                f"{at}/responseCode",
                "length",
                "is text of exactly 7 characters",
                _EXTERNAL_1,
            )
        )
