"""Validators of place_order: what its page says of each value.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.conditions import below, member
from ..._runtime.violations import Told, Violation, passes, told, undocumented
from ..forms import place_order as forms

_PAGE = "orders"
_TABLE = "orders, table"
_PROSE = "orders, prose"

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
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    found += told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
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
    found = told("", _placed, value, _PAGE)
    if member(value, "state") == "LATER" and member(value, "due") is None:
        found.append(
            Violation(
                "/due", "condition", 'is required where body.state is "LATER"', _TABLE
            )
        )
    return found


def place_order_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value["query"])
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
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


def _request_query(value: Any) -> Iterator[Told]:
    if "from" in value:
        if not isinstance(item := value["from"], str):
            yield Told("from", "type", "is text", _TABLE)
        elif not forms.FROM.fits(item):
            yield Told("from", "format", "is a date as dd.MM.yyyy", _PROSE)
    if "to" in value:
        if not isinstance(item := value["to"], str):
            yield Told("to", "type", "is text", _TABLE)
        elif not forms.TO.fits(item):
            yield Told("to", "format", "is a date as dd.MM.yyyy", _PROSE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Mode"]) is str and item in ("live", "test"))
        and ("X-Trace" not in value or type(value["X-Trace"]) is str)
        and _REQUEST_HEADERS_MEMBERS.issuperset(value)
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Mode" not in value:
        yield Told("X-Mode", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Mode"], str):
        yield Told("X-Mode", "type", "is text", _TABLE)
    elif item not in ("live", "test"):
        yield Told("X-Mode", "enum", 'is one of "live", "test"', _TABLE)
    if "X-Trace" in value and not isinstance(value["X-Trace"], str):
        yield Told("X-Trace", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


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


def _request_body(value: Any) -> Iterator[Told]:
    if "method" not in value:
        yield Told("method", "required", "is required", _TABLE)
    elif not isinstance(item := value["method"], str):
        yield Told("method", "type", "is text", _TABLE)
    elif item not in ("CARD", "CASH"):
        yield Told("method", "enum", 'is one of "CARD", "CASH"', _TABLE)
    if "card" in value and not isinstance(value["card"], str):
        yield Told("card", "type", "is text", _TABLE)
    if "phone" in value and not isinstance(value["phone"], str):
        yield Told("phone", "type", "is text", _TABLE)
    if "email" in value and not isinstance(value["email"], str):
        yield Told("email", "type", "is text", _TABLE)
    if "size" in value:
        if not isinstance(item := value["size"], str):
            yield Told("size", "type", "is text", _TABLE)
        elif item not in ("S", "M", "L"):
            yield Told("size", "enum", 'is one of "S", "M", "L"', _TABLE)
    if "least" in value:
        if (item := value["least"]).__class__ is not int:
            yield Told("least", "type", "is a whole number", _TABLE)
        elif item < 1:
            yield Told("least", "range", "is at least 1", _TABLE)
    if "most" in value:
        if (item := value["most"]).__class__ is not int:
            yield Told("most", "type", "is a whole number", _TABLE)
        elif item < 1:
            yield Told("most", "range", "is at least 1", _TABLE)
    if "vat" in value and not isinstance(value["vat"], str):
        yield Told("vat", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_placed(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["state"]) is str and item in ("DONE", "LATER"))
        and ("due" not in value or type(value["due"]) is str)
        and _PLACED_MEMBERS.issuperset(value)
        and not (member(value, "state") == "LATER" and member(value, "due") is None)
    )


def _placed(value: Any) -> Iterator[Told]:
    if "state" not in value:
        yield Told("state", "required", "is required", _TABLE)
    elif not isinstance(item := value["state"], str):
        yield Told("state", "type", "is text", _TABLE)
    elif item not in ("DONE", "LATER"):
        yield Told("state", "enum", 'is one of "DONE", "LATER"', _TABLE)
    if "due" in value and not isinstance(value["due"], str):
        yield Told("due", "type", "is text", _TABLE)
    yield from undocumented(value, _PLACED_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any) -> Iterator[Told]:
    if "error" not in value:
        yield Told("error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Told("error", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
