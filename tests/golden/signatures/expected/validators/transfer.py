"""Validators of transfer: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented
from ..forms import transfer as forms

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Time", "X-Nonce", "X-Signature"})
_REQUEST_BODY_MEMBERS = frozenset({"account"})
_ANSWERED_MEMBERS = frozenset({"code"})


def transfer_request(value: Any) -> list[Violation]:
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


def transfer_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Time" not in value:
        found.append(Violation(f"{at}/X-Time", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-Time"], str):
        found.append(Violation(f"{at}/X-Time", "type", "is text", _TABLE))
    elif not forms.X_TIME.fits(item):
        found.append(
            Violation(
                f"{at}/X-Time",
                "format",
                "is epoch time in seconds, written as text",
                _TABLE,
            )
        )
    if "X-Nonce" not in value:
        found.append(Violation(f"{at}/X-Nonce", "required", "is required", _TABLE))
    elif not isinstance(value["X-Nonce"], str):
        found.append(Violation(f"{at}/X-Nonce", "type", "is text", _TABLE))
    if "X-Signature" not in value:
        found.append(Violation(f"{at}/X-Signature", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-Signature"], str):
        found.append(Violation(f"{at}/X-Signature", "type", "is text", _TABLE))
    elif not item.startswith("v1="):
        found.append(
            Violation(f"{at}/X-Signature", "prefix", 'begins with "v1="', _TABLE)
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "account" not in value:
        found.append(Violation(f"{at}/account", "required", "is required", _TABLE))
    elif not isinstance(item := value["account"], str):
        found.append(Violation(f"{at}/account", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(
                f"{at}/account", "length", "is text of at most 20 characters", _TABLE
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
