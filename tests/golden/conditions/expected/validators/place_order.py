"""Validators of place_order: what its page says of each value.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.conditions import below, member
from ..._runtime.violations import Violation, undocumented
from ..forms import place_order as forms

_PAGE = "orders"
_PROSE = "orders, prose"
_TABLE = "orders, table"

_REQUEST_QUERY_MEMBERS = frozenset({"from", "to"})
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Mode", "X-Trace"})
_REQUEST_BODY_MEMBERS = frozenset(
    {"method", "card", "phone", "email", "size", "least", "most", "vat"}
)
_PLACED_MEMBERS = frozenset({"state", "due"})
_REFUSED_MEMBERS = frozenset({"error"})


def place_order_request(value: Any) -> list[Violation]:
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
        member(value, "headers", "X-Mode") == "test"
        and member(value, "headers", "X-Trace") is None
    ):
        found.append(
            Violation(
                "/headers/X-Trace",
                "condition",
                'is required where headers.X-Mode is "test"',
                _TABLE,
            )
        )
    if (
        member(value, "body", "method") == "CARD"
        and member(value, "body", "card") is None
    ):
        found.append(
            Violation(
                "/body/card",
                "condition",
                'is required where body.method is "CARD"',
                _TABLE,
            )
        )
    if (
        sum(
            [
                member(value, "body", "phone") is not None,
                member(value, "body", "email") is not None,
            ]
        )
        != 1
    ):
        found.append(
            Violation(
                "/body/phone",
                "condition",
                "breaks the condition that exactly one of body.phone, body.email is there",
                _PROSE,
            )
        )
    if below(member(value, "body", "most"), member(value, "body", "least")):
        found.append(
            Violation(
                "/body/least",
                "condition",
                "breaks the condition that body.least is at most body.most",
                _PROSE,
            )
        )
    if below(member(value, "query", "to"), member(value, "query", "from"), forms.FROM):
        found.append(
            Violation(
                "/query/from",
                "condition",
                "breaks the condition that query.from is at most query.to",
                _PROSE,
            )
        )
    if (
        member(value, "body", "size") is not None
        and member(value, "body", "method") not in (None, "CARD")
    ) and member(value, "body", "size") not in (None, "S", "M"):
        found.append(
            Violation(
                "/body/size",
                "condition",
                'breaks the condition that body.size is "S" or "M" where body.size is there and body.method is not "CARD"',
                _PROSE,
            )
        )
    return found


def place_order_placed(value: Any) -> list[Violation]:
    """Return what in a reply `placed` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _placed(value, "", found)
    if member(value, "state") == "LATER" and member(value, "due") is None:
        found.append(
            Violation(
                "/due", "condition", 'is required where body.state is "LATER"', _TABLE
            )
        )
    return found


def place_order_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "from" in value:
        if not isinstance(item := value["from"], str):
            found.append(Violation(f"{at}/from", "type", "is text", _TABLE))
        elif not forms.FROM.fits(item):
            found.append(
                Violation(f"{at}/from", "format", "is a date as dd.MM.yyyy", _PROSE)
            )
    if "to" in value:
        if not isinstance(item := value["to"], str):
            found.append(Violation(f"{at}/to", "type", "is text", _TABLE))
        elif not forms.TO.fits(item):
            found.append(
                Violation(f"{at}/to", "format", "is a date as dd.MM.yyyy", _PROSE)
            )
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Mode" not in value:
        found.append(Violation(f"{at}/X-Mode", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-Mode"], str):
        found.append(Violation(f"{at}/X-Mode", "type", "is text", _TABLE))
    elif item not in ("live", "test"):
        found.append(
            Violation(f"{at}/X-Mode", "enum", 'is one of "live", "test"', _TABLE)
        )
    if "X-Trace" in value and not isinstance(value["X-Trace"], str):
        found.append(Violation(f"{at}/X-Trace", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "method" not in value:
        found.append(Violation(f"{at}/method", "required", "is required", _TABLE))
    elif not isinstance(item := value["method"], str):
        found.append(Violation(f"{at}/method", "type", "is text", _TABLE))
    elif item not in ("CARD", "CASH"):
        found.append(
            Violation(f"{at}/method", "enum", 'is one of "CARD", "CASH"', _TABLE)
        )
    if "card" in value and not isinstance(value["card"], str):
        found.append(Violation(f"{at}/card", "type", "is text", _TABLE))
    if "phone" in value and not isinstance(value["phone"], str):
        found.append(Violation(f"{at}/phone", "type", "is text", _TABLE))
    if "email" in value and not isinstance(value["email"], str):
        found.append(Violation(f"{at}/email", "type", "is text", _TABLE))
    if "size" in value:
        if not isinstance(item := value["size"], str):
            found.append(Violation(f"{at}/size", "type", "is text", _TABLE))
        elif item not in ("S", "M", "L"):
            found.append(
                Violation(f"{at}/size", "enum", 'is one of "S", "M", "L"', _TABLE)
            )
    if "least" in value:
        if (item := value["least"]).__class__ is not int:
            found.append(Violation(f"{at}/least", "type", "is a whole number", _TABLE))
        elif item < 1:
            found.append(Violation(f"{at}/least", "range", "is at least 1", _TABLE))
    if "most" in value:
        if (item := value["most"]).__class__ is not int:
            found.append(Violation(f"{at}/most", "type", "is a whole number", _TABLE))
        elif item < 1:
            found.append(Violation(f"{at}/most", "range", "is at least 1", _TABLE))
    if "vat" in value and not isinstance(value["vat"], str):
        found.append(Violation(f"{at}/vat", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _placed(value: Any, at: str, found: list[Violation]) -> None:
    if "state" not in value:
        found.append(Violation(f"{at}/state", "required", "is required", _TABLE))
    elif not isinstance(item := value["state"], str):
        found.append(Violation(f"{at}/state", "type", "is text", _TABLE))
    elif item not in ("DONE", "LATER"):
        found.append(
            Violation(f"{at}/state", "enum", 'is one of "DONE", "LATER"', _TABLE)
        )
    if "due" in value and not isinstance(value["due"], str):
        found.append(Violation(f"{at}/due", "type", "is text", _TABLE))
    if not value.keys() <= _PLACED_MEMBERS:
        found.extend(undocumented(value, _PLACED_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "error" not in value:
        found.append(Violation(f"{at}/error", "required", "is required", _TABLE))
    elif not isinstance(value["error"], str):
        found.append(Violation(f"{at}/error", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
