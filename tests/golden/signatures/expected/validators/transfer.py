"""Validators of transfer: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented
from ..forms import transfer as forms

_TABLE = "thing, table"
_PAGE = "thing"

_REQUEST_HEADERS_MEMBERS = frozenset({"X-Time", "X-Nonce", "X-Signature"})
_REQUEST_BODY_MEMBERS = frozenset({"account"})
_ANSWERED_MEMBERS = frozenset({"code"})


def transfer_request(value: Any) -> list[Violation]:
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


def transfer_answered(value: Any) -> list[Violation]:
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
        and (type(item := value["X-Time"]) is str and forms.X_TIME.fits(item))
        and type(value["X-Nonce"]) is str
        and (type(item := value["X-Signature"]) is str and item.startswith("v1="))
        and len(value) == 3
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Time" not in value:
        yield Violation(f"{at}/X-Time", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Time"], str):
        yield Violation(f"{at}/X-Time", "type", "is text", _TABLE)
    elif not forms.X_TIME.fits(item):
        yield Violation(
            f"{at}/X-Time",
            "format",
            "is epoch time in seconds, written as text",
            _TABLE,
        )
    if "X-Nonce" not in value:
        yield Violation(f"{at}/X-Nonce", "required", "is required", _TABLE)
    elif not isinstance(value["X-Nonce"], str):
        yield Violation(f"{at}/X-Nonce", "type", "is text", _TABLE)
    if "X-Signature" not in value:
        yield Violation(f"{at}/X-Signature", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Signature"], str):
        yield Violation(f"{at}/X-Signature", "type", "is text", _TABLE)
    elif not item.startswith("v1="):
        yield Violation(f"{at}/X-Signature", "prefix", 'begins with "v1="', _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["account"]) is str and len(item) <= 20)
        and len(value) == 1
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "account" not in value:
        yield Violation(f"{at}/account", "required", "is required", _TABLE)
    elif not isinstance(item := value["account"], str):
        yield Violation(f"{at}/account", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Violation(
            f"{at}/account", "length", "is text of at most 20 characters", _TABLE
        )
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_answered(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _answered(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if not value.keys() <= _ANSWERED_MEMBERS:
        yield from undocumented(value, _ANSWERED_MEMBERS, at, _PAGE)
