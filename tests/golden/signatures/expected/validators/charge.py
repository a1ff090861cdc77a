"""Validators of charge: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def charge_answered(value: Any) -> list[Violation]:
    """Return what in a reply `answered` breaks its documentation."""
    return [] if passes(_is_answered, value) else told("", _answered, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["sign"]) is str
        and type(value["merchant"]) is str
        and (type(item := value["nonce"]) is str and len(item) == 16)
        and (type(item := value["amount"]) is str and len(item) <= 10)
        and ("extra" not in value or type(value["extra"]) is str)
        and ("note" not in value or type(value["note"]) is str)
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "sign" not in value:
        yield Told("sign", "required", "is required", _TABLE)
    elif not isinstance(value["sign"], str):
        yield Told("sign", "type", "is text", _TABLE)
    if "merchant" not in value:
        yield Told("merchant", "required", "is required", _TABLE)
    elif not isinstance(value["merchant"], str):
        yield Told("merchant", "type", "is text", _TABLE)
    if "nonce" not in value:
        yield Told("nonce", "required", "is required", _TABLE)
    elif not isinstance(item := value["nonce"], str):
        yield Told("nonce", "type", "is text", _TABLE)
    elif len(item) != 16:
        yield Told("nonce", "length", "is text of exactly 16 characters", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif not isinstance(item := value["amount"], str):
        yield Told("amount", "type", "is text", _TABLE)
    elif len(item) > 10:
        yield Told("amount", "length", "is text of at most 10 characters", _TABLE)
    if "extra" in value and not isinstance(value["extra"], str):
        yield Told("extra", "type", "is text", _TABLE)
    if "note" in value and not isinstance(value["note"], str):
        yield Told("note", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_answered(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _answered(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    yield from undocumented(value, _ANSWERED_MEMBERS, _PAGE)
