"""Validators of pay: what its page says of each value.

Page: Pay, https://docs.example.com/pay (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "pay"
_TABLE = "pay, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"Authorization"})
_REQUEST_BODY_MEMBERS = frozenset({"amount", "reference", "kind"})
_ANSWERED_MEMBERS = frozenset({"code", "text", "reference"})


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
    if "Authorization" not in value:
        found.append(
            Violation(f"{at}/Authorization", "required", "is required", _TABLE)
        )
    elif not isinstance(item := value["Authorization"], str):
        found.append(Violation(f"{at}/Authorization", "type", "is text", _TABLE))
    elif not item.startswith("Bearer "):
        found.append(
            Violation(f"{at}/Authorization", "prefix", 'begins with "Bearer "', _TABLE)
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif (item := value["amount"]).__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    elif item < 1:
        found.append(Violation(f"{at}/amount", "range", "is at least 1", _TABLE))
    if "reference" not in value:
        found.append(Violation(f"{at}/reference", "required", "is required", _TABLE))
    elif not isinstance(item := value["reference"], str):
        found.append(Violation(f"{at}/reference", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(
                f"{at}/reference", "length", "is text of at most 20 characters", _TABLE
            )
        )
    if "kind" in value:
        if not isinstance(item := value["kind"], str):
            found.append(Violation(f"{at}/kind", "type", "is text", _TABLE))
        elif item not in ("A", "B"):
            found.append(Violation(f"{at}/kind", "enum", 'is one of "A", "B"', _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if "text" not in value:
        found.append(Violation(f"{at}/text", "required", "is required", _TABLE))
    elif not isinstance(value["text"], str):
        found.append(Violation(f"{at}/text", "type", "is text", _TABLE))
    if "reference" in value and not isinstance(value["reference"], str):
        found.append(Violation(f"{at}/reference", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))
