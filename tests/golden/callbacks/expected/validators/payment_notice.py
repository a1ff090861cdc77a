"""Validators of payment_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from typing import Any

from ..._runtime.conditions import member
from ..._runtime.violations import Violation, undocumented
from ..forms import payment_notice as forms

_PAGE = "thing"
_TABLE = "thing, table"
_PROSE = "thing, prose"

_REQUEST_QUERY_MEMBERS = frozenset({"attempt"})
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Signature", "X-Time"})
_REQUEST_BODY_PAYER_MEMBERS = frozenset({"phone"})
_TAKEN_MEMBERS = frozenset({"code", "paymentId", "ourReference"})
_UNHEARD_OF_MEMBERS = frozenset({"code", "message"})


def payment_notice_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "headers": ..., "body": ...}: the members as they are
    sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
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
    if (
        member(value, "body", "status") == "FAILED"
        and member(value, "body", "reason") is None
    ):
        found.append(
            Violation(
                "/body/reason",
                "condition",
                'is required where body.status is "FAILED"',
                _PROSE,
            )
        )
    return found


def payment_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _taken(value, "", found)
    return found


def payment_notice_unheard_of(value: Any) -> list[Violation]:
    """Return what in a reply `unheard_of` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _unheard_of(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "attempt" in value:
        if (item := value["attempt"]).__class__ is not int:
            found.append(
                Violation(f"{at}/attempt", "type", "is a whole number", _TABLE)
            )
        elif not 1 <= item <= 9:
            found.append(Violation(f"{at}/attempt", "range", "is 1 to 9", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Signature" not in value:
        found.append(Violation(f"{at}/X-Signature", "required", "is required", _PROSE))
    elif not isinstance(item := value["X-Signature"], str):
        found.append(Violation(f"{at}/X-Signature", "type", "is text", _PROSE))
    elif not item.startswith("sha256="):
        found.append(
            Violation(f"{at}/X-Signature", "prefix", 'begins with "sha256="', _PROSE)
        )
    if "X-Time" not in value:
        found.append(Violation(f"{at}/X-Time", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-Time"], str):
        found.append(Violation(f"{at}/X-Time", "type", "is text", _TABLE))
    elif not forms.X_TIME.fits(item):
        found.append(
            Violation(
                f"{at}/X-Time",
                "format",
                "is a date and time as yyyy-MM-ddTHH:mm:ssTZD",
                _TABLE,
            )
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "paymentId" not in value:
        found.append(Violation(f"{at}/paymentId", "required", "is required", _TABLE))
    elif not isinstance(item := value["paymentId"], str):
        found.append(Violation(f"{at}/paymentId", "type", "is text", _TABLE))
    elif len(item) != 12:
        found.append(
            Violation(
                f"{at}/paymentId", "length", "is text of exactly 12 characters", _TABLE
            )
        )
    if "status" not in value:
        found.append(Violation(f"{at}/status", "required", "is required", _TABLE))
    elif not isinstance(item := value["status"], str):
        found.append(Violation(f"{at}/status", "type", "is text", _TABLE))
    elif item not in ("PAID", "FAILED"):
        found.append(
            Violation(f"{at}/status", "enum", 'is one of "PAID", "FAILED"', _TABLE)
        )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif (item := value["amount"]).__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 1000000:
        found.append(Violation(f"{at}/amount", "range", "is 1 to 1000000", _TABLE))
    if "reason" in value:
        if not isinstance(item := value["reason"], str):
            found.append(Violation(f"{at}/reason", "type", "is text", _PROSE))
        elif len(item) > 80:
            found.append(
                Violation(
                    f"{at}/reason", "length", "is text of at most 80 characters", _PROSE
                )
            )
    if "payer" in value:
        if not isinstance(item := value["payer"], dict):
            found.append(Violation(f"{at}/payer", "type", "is an object", _TABLE))
        else:
            _request_body_payer(item, f"{at}/payer", found)


def _request_body_payer(value: Any, at: str, found: list[Violation]) -> None:
    if "phone" not in value:
        found.append(Violation(f"{at}/phone", "required", "is required", _TABLE))
    elif not isinstance(item := value["phone"], str):
        found.append(Violation(f"{at}/phone", "type", "is text", _TABLE))
    else:
        if not 8 <= len(item) <= 15:
            found.append(
                Violation(
                    f"{at}/phone", "length", "is text of 8 to 15 characters", _TABLE
                )
            )
        if not re.fullmatch("[0-9]*", item):
            found.append(Violation(f"{at}/phone", "chars", "has digits only", _TABLE))
    if not value.keys() <= _REQUEST_BODY_PAYER_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_PAYER_MEMBERS, at, _PAGE))


def _taken(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(item := value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    elif item != "00":
        found.append(Violation(f"{at}/code", "enum", 'is "00"', _TABLE))
    if "paymentId" not in value:
        found.append(Violation(f"{at}/paymentId", "required", "is required", _TABLE))
    elif not isinstance(value["paymentId"], str):
        found.append(Violation(f"{at}/paymentId", "type", "is text", _TABLE))
    if "ourReference" in value:
        if not isinstance(item := value["ourReference"], str):
            found.append(Violation(f"{at}/ourReference", "type", "is text", _TABLE))
        elif not 1 <= len(item) <= 20:
            found.append(
                Violation(
                    f"{at}/ourReference",
                    "length",
                    "is text of 1 to 20 characters",
                    _TABLE,
                )
            )
    if not value.keys() <= _TAKEN_MEMBERS:
        found.extend(undocumented(value, _TAKEN_MEMBERS, at, _PAGE))


def _unheard_of(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(item := value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    elif item != "14":
        found.append(Violation(f"{at}/code", "enum", 'is "14"', _TABLE))
    if "message" not in value:
        found.append(Violation(f"{at}/message", "required", "is required", _TABLE))
    elif not isinstance(item := value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _TABLE))
    elif not 1 <= len(item) <= 40:
        found.append(
            Violation(
                f"{at}/message", "length", "is text of 1 to 40 characters", _TABLE
            )
        )
    if not value.keys() <= _UNHEARD_OF_MEMBERS:
        found.extend(undocumented(value, _UNHEARD_OF_MEMBERS, at, _PAGE))
