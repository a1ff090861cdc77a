"""Validators of get_report: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented
from ..forms import get_report as forms

_PAGE = "gateway"
_TABLE = "gateway, table"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"day", "format"})
_AS_JSON_PAYMENTS_ITEM_MEMBERS = frozenset({"id", "amount"})
_AS_JSON_MEMBERS = frozenset({"payments"})
_AS_CSV_PAYMENTS_ITEM_MEMBERS = frozenset({"id", "amount", "note"})
_AS_CSV_MEMBERS = frozenset({"payments"})
_NONE_THERE_MEMBERS: frozenset[str] = frozenset()
_REFUSED_MEMBERS: frozenset[str] = frozenset()


def get_report_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/segments", _request_segments, value.get("segments", {}), _PAGE)
    return found


def get_report_as_json(value: Any) -> list[Violation]:
    """Return what in a reply `as_json` breaks its documentation."""
    return [] if passes(_is_as_json, value) else told("", _as_json, value, _PAGE)


def get_report_as_csv(value: Any) -> list[Violation]:
    """Return what in a reply `as_csv` breaks its documentation."""
    return [] if passes(_is_as_csv, value) else told("", _as_csv, value, _PAGE)


def get_report_none_there(value: Any) -> list[Violation]:
    """Return what in a reply `none_there` breaks its documentation."""
    return [] if passes(_is_none_there, value) else told("", _none_there, value, _PAGE)


def get_report_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_segments(value["segments"])


def _is_request_segments(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["day"]) is str and forms.DAY.fits(item))
        and (type(item := value["format"]) is str and item in ("json", "csv"))
        and len(value) == 2
    )


def _request_segments(value: Any) -> Iterator[Told]:
    if "day" not in value:
        yield Told("day", "required", "is required", _TABLE)
    elif not isinstance(item := value["day"], str):
        yield Told("day", "type", "is text", _TABLE)
    elif not forms.DAY.fits(item):
        yield Told("day", "format", "is a date as yyyyMMdd", _TABLE)
    if "format" not in value:
        yield Told("format", "required", "is required", _TABLE)
    elif not isinstance(item := value["format"], str):
        yield Told("format", "type", "is text", _TABLE)
    elif item not in ("json", "csv"):
        yield Told("format", "enum", 'is one of "json", "csv"', _TABLE)
    yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, _PAGE)


def _is_as_json(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["payments"]) is list
            and all(map(_is_as_json_payments_item, item))
        )
        and len(value) == 1
    )


def _as_json(value: Any) -> Iterator[Told]:
    if "payments" not in value:
        yield Told("payments", "required", "is required", _TABLE)
    elif not isinstance(item := value["payments"], list):
        yield Told("payments", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Told(f"payments/{index}", "type", "is an object", _TABLE)
            else:
                yield from inside(f"payments/{index}", _as_json_payments_item(each))
    yield from undocumented(value, _AS_JSON_MEMBERS, _PAGE)


def _is_as_json_payments_item(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["id"]) is str
        and type(value["amount"]) is int
        and len(value) == 2
    )


def _as_json_payments_item(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif value["amount"].__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _AS_JSON_PAYMENTS_ITEM_MEMBERS, _PAGE)


def _is_as_csv(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["payments"]) is list
            and all(map(_is_as_csv_payments_item, item))
        )
        and len(value) == 1
    )


def _as_csv(value: Any) -> Iterator[Told]:
    if "payments" not in value:
        yield Told("payments", "required", "is required", _TABLE)
    elif not isinstance(item := value["payments"], list):
        yield Told("payments", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Told(f"payments/{index}", "type", "is an object", _TABLE)
            else:
                yield from inside(f"payments/{index}", _as_csv_payments_item(each))
    yield from undocumented(value, _AS_CSV_MEMBERS, _PAGE)


def _is_as_csv_payments_item(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["id"]) is str
        and type(value["amount"]) is int
        and ("note" not in value or type(value["note"]) is str)
        and _AS_CSV_PAYMENTS_ITEM_MEMBERS.issuperset(value)
    )


def _as_csv_payments_item(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif value["amount"].__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    if "note" in value and not isinstance(value["note"], str):
        yield Told("note", "type", "is text", _TABLE)
    yield from undocumented(value, _AS_CSV_PAYMENTS_ITEM_MEMBERS, _PAGE)


def _is_none_there(value: Any) -> bool:
    return type(value) is dict and len(value) == 0


def _none_there(value: Any) -> Iterator[Told]:
    yield from undocumented(value, _NONE_THERE_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and len(value) == 0


def _refused(value: Any) -> Iterator[Told]:
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
