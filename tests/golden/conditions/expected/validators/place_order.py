"""Validators of place_order: what its page says of each value.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.conditions import below, member
from ..._runtime.violations import Violation, passes, undocumented
from ..forms import place_order as forms

_TABLE = "orders, table"
_PROSE = "orders, prose"
_PAGE = "orders"

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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        found += _request_query(query, "/query")
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
    if passes(_is_placed, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = list(_placed(value, ""))
    if member(value, "state") == "LATER" and member(value, "due") is None:
        found.append(
            Violation(
                "/due", "condition", 'is required where body.state is "LATER"', _TABLE
            )
        )
    return found


def place_order_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value.get("query", {}))
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
        and not (
            member(value, "headers", "X-Mode") == "test"
            and member(value, "headers", "X-Trace") is None
        )
        and not (
            member(value, "body", "method") == "CARD"
            and member(value, "body", "card") is None
        )
        and not (
            sum(
                [
                    member(value, "body", "phone") is not None,
                    member(value, "body", "email") is not None,
                ]
            )
            != 1
        )
        and not (below(member(value, "body", "most"), member(value, "body", "least")))
        and not (
            below(
                member(value, "query", "to"), member(value, "query", "from"), forms.FROM
            )
        )
        and not (
            (
                member(value, "body", "size") is not None
                and member(value, "body", "method") not in (None, "CARD")
            )
            and member(value, "body", "size") not in (None, "S", "M")
        )
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "from" not in value
            or (type(item := value["from"]) is str and forms.FROM.fits(item))
        )
        and (
            "to" not in value
            or (type(item := value["to"]) is str and forms.TO.fits(item))
        )
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "from" in value:
        if not isinstance(item := value["from"], str):
            yield Violation(f"{at}/from", "type", "is text", _TABLE)
        elif not forms.FROM.fits(item):
            yield Violation(f"{at}/from", "format", "is a date as dd.MM.yyyy", _PROSE)
    if "to" in value:
        if not isinstance(item := value["to"], str):
            yield Violation(f"{at}/to", "type", "is text", _TABLE)
        elif not forms.TO.fits(item):
            yield Violation(f"{at}/to", "format", "is a date as dd.MM.yyyy", _PROSE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Mode"]) is str and item in ("live", "test"))
        and ("X-Trace" not in value or type(value["X-Trace"]) is str)
        and _REQUEST_HEADERS_MEMBERS.issuperset(value)
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Mode" not in value:
        yield Violation(f"{at}/X-Mode", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Mode"], str):
        yield Violation(f"{at}/X-Mode", "type", "is text", _TABLE)
    elif item not in ("live", "test"):
        yield Violation(f"{at}/X-Mode", "enum", 'is one of "live", "test"', _TABLE)
    if "X-Trace" in value and not isinstance(value["X-Trace"], str):
        yield Violation(f"{at}/X-Trace", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["method"]) is str and item in ("CARD", "CASH"))
        and ("card" not in value or type(value["card"]) is str)
        and ("phone" not in value or type(value["phone"]) is str)
        and ("email" not in value or type(value["email"]) is str)
        and (
            "size" not in value
            or (type(item := value["size"]) is str and item in ("S", "M", "L"))
        )
        and (
            "least" not in value or (type(item := value["least"]) is int and item >= 1)
        )
        and ("most" not in value or (type(item := value["most"]) is int and item >= 1))
        and ("vat" not in value or type(value["vat"]) is str)
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "method" not in value:
        yield Violation(f"{at}/method", "required", "is required", _TABLE)
    elif not isinstance(item := value["method"], str):
        yield Violation(f"{at}/method", "type", "is text", _TABLE)
    elif item not in ("CARD", "CASH"):
        yield Violation(f"{at}/method", "enum", 'is one of "CARD", "CASH"', _TABLE)
    if "card" in value and not isinstance(value["card"], str):
        yield Violation(f"{at}/card", "type", "is text", _TABLE)
    if "phone" in value and not isinstance(value["phone"], str):
        yield Violation(f"{at}/phone", "type", "is text", _TABLE)
    if "email" in value and not isinstance(value["email"], str):
        yield Violation(f"{at}/email", "type", "is text", _TABLE)
    if "size" in value:
        if not isinstance(item := value["size"], str):
            yield Violation(f"{at}/size", "type", "is text", _TABLE)
        elif item not in ("S", "M", "L"):
            yield Violation(f"{at}/size", "enum", 'is one of "S", "M", "L"', _TABLE)
    if "least" in value:
        if (item := value["least"]).__class__ is not int:
            yield Violation(f"{at}/least", "type", "is a whole number", _TABLE)
        elif item < 1:
            yield Violation(f"{at}/least", "range", "is at least 1", _TABLE)
    if "most" in value:
        if (item := value["most"]).__class__ is not int:
            yield Violation(f"{at}/most", "type", "is a whole number", _TABLE)
        elif item < 1:
            yield Violation(f"{at}/most", "range", "is at least 1", _TABLE)
    if "vat" in value and not isinstance(value["vat"], str):
        yield Violation(f"{at}/vat", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_placed(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["state"]) is str and item in ("DONE", "LATER"))
        and ("due" not in value or type(value["due"]) is str)
        and _PLACED_MEMBERS.issuperset(value)
        and not (member(value, "state") == "LATER" and member(value, "due") is None)
    )


def _placed(value: Any, at: str) -> Iterator[Violation]:
    if "state" not in value:
        yield Violation(f"{at}/state", "required", "is required", _TABLE)
    elif not isinstance(item := value["state"], str):
        yield Violation(f"{at}/state", "type", "is text", _TABLE)
    elif item not in ("DONE", "LATER"):
        yield Violation(f"{at}/state", "enum", 'is one of "DONE", "LATER"', _TABLE)
    if "due" in value and not isinstance(value["due"], str):
        yield Violation(f"{at}/due", "type", "is text", _TABLE)
    if not value.keys() <= _PLACED_MEMBERS:
        yield from undocumented(value, _PLACED_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "error" not in value:
        yield Violation(f"{at}/error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Violation(f"{at}/error", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)
