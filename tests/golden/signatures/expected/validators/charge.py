"""Validators of charge: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_BODY_MEMBERS = frozenset(
    {"sign", "merchant", "nonce", "amount", "extra", "note"}
)
_ANSWERED_MEMBERS = frozenset({"code"})


def charge_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def charge_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _answered(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "sign" not in value:
        found.append(Violation(f"{at}/sign", "required", "is required", _TABLE))
    elif not isinstance(value["sign"], str):
        found.append(Violation(f"{at}/sign", "type", "is text", _TABLE))
    if "merchant" not in value:
        found.append(Violation(f"{at}/merchant", "required", "is required", _TABLE))
    elif not isinstance(value["merchant"], str):
        found.append(Violation(f"{at}/merchant", "type", "is text", _TABLE))
    if "nonce" not in value:
        found.append(Violation(f"{at}/nonce", "required", "is required", _TABLE))
    elif not isinstance(item := value["nonce"], str):
        found.append(Violation(f"{at}/nonce", "type", "is text", _TABLE))
    elif len(item) != 16:
        found.append(
            Violation(
                f"{at}/nonce", "length", "is text of exactly 16 characters", _TABLE
            )
        )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif not isinstance(item := value["amount"], str):
        found.append(Violation(f"{at}/amount", "type", "is text", _TABLE))
    elif len(item) > 10:
        found.append(
            Violation(
                f"{at}/amount", "length", "is text of at most 10 characters", _TABLE
            )
        )
    if "extra" in value and not isinstance(value["extra"], str):
        found.append(Violation(f"{at}/extra", "type", "is text", _TABLE))
    if "note" in value and not isinstance(value["note"], str):
        found.append(Violation(f"{at}/note", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _answered(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if not value.keys() <= _ANSWERED_MEMBERS:
        found.extend(undocumented(value, _ANSWERED_MEMBERS, at, _PAGE))
