"""Validators of get_report: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented
from ..forms import get_report as forms

_TABLE = "gateway, table"
_PAGE = "gateway"

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
    found: list[Violation] = []
    segments = value.get("segments", {})
    if not isinstance(segments, dict):
        found.append(Violation("/segments", "type", "is an object", _PAGE))
    else:
        found += _request_segments(segments, "/segments")
    return found


def get_report_as_json(value: Any) -> list[Violation]:
    """Return what in a reply `as_json` breaks its documentation."""
    if passes(_is_as_json, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_as_json(value, ""))


def get_report_as_csv(value: Any) -> list[Violation]:
    """Return what in a reply `as_csv` breaks its documentation."""
    if passes(_is_as_csv, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_as_csv(value, ""))


def get_report_none_there(value: Any) -> list[Violation]:
    """Return what in a reply `none_there` breaks its documentation."""
    if passes(_is_none_there, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_none_there(value, ""))


def get_report_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_segments(value.get("segments", {}))


def _is_request_segments(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["day"]) is str and forms.DAY.fits(item))
        and (type(item := value["format"]) is str and item in ("json", "csv"))
        and len(value) == 2
    )


def _request_segments(value: Any, at: str) -> Iterator[Violation]:
    if "day" not in value:
        yield Violation(f"{at}/day", "required", "is required", _TABLE)
    elif not isinstance(item := value["day"], str):
        yield Violation(f"{at}/day", "type", "is text", _TABLE)
    elif not forms.DAY.fits(item):
        yield Violation(f"{at}/day", "format", "is a date as yyyyMMdd", _TABLE)
    if "format" not in value:
        yield Violation(f"{at}/format", "required", "is required", _TABLE)
    elif not isinstance(item := value["format"], str):
        yield Violation(f"{at}/format", "type", "is text", _TABLE)
    elif item not in ("json", "csv"):
        yield Violation(f"{at}/format", "enum", 'is one of "json", "csv"', _TABLE)
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE)


def _is_as_json(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["payments"]) is list
            and all(map(_is_as_json_payments_item, item))
        )
        and len(value) == 1
    )


def _as_json(value: Any, at: str) -> Iterator[Violation]:
    if "payments" not in value:
        yield Violation(f"{at}/payments", "required", "is required", _TABLE)
    elif not isinstance(item := value["payments"], list):
        yield Violation(f"{at}/payments", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Violation(
                    f"{at}/payments/{index}", "type", "is an object", _TABLE
                )
            else:
                yield from _as_json_payments_item(each, f"{at}/payments/{index}")
    if not value.keys() <= _AS_JSON_MEMBERS:
        yield from undocumented(value, _AS_JSON_MEMBERS, at, _PAGE)


def _is_as_json_payments_item(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["id"]) is str
        and type(value["amount"]) is int
        and len(value) == 2
    )


def _as_json_payments_item(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif value["amount"].__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    if not value.keys() <= _AS_JSON_PAYMENTS_ITEM_MEMBERS:
        yield from undocumented(value, _AS_JSON_PAYMENTS_ITEM_MEMBERS, at, _PAGE)


def _is_as_csv(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["payments"]) is list
            and all(map(_is_as_csv_payments_item, item))
        )
        and len(value) == 1
    )


def _as_csv(value: Any, at: str) -> Iterator[Violation]:
    if "payments" not in value:
        yield Violation(f"{at}/payments", "required", "is required", _TABLE)
    elif not isinstance(item := value["payments"], list):
        yield Violation(f"{at}/payments", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                yield Violation(
                    f"{at}/payments/{index}", "type", "is an object", _TABLE
                )
            else:
                yield from _as_csv_payments_item(each, f"{at}/payments/{index}")
    if not value.keys() <= _AS_CSV_MEMBERS:
        yield from undocumented(value, _AS_CSV_MEMBERS, at, _PAGE)


def _is_as_csv_payments_item(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["id"]) is str
        and type(value["amount"]) is int
        and ("note" not in value or type(value["note"]) is str)
        and _AS_CSV_PAYMENTS_ITEM_MEMBERS.issuperset(value)
    )


def _as_csv_payments_item(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _TABLE)
    elif value["amount"].__class__ is not int:
        yield Violation(f"{at}/amount", "type", "is a whole number", _TABLE)
    if "note" in value and not isinstance(value["note"], str):
        yield Violation(f"{at}/note", "type", "is text", _TABLE)
    if not value.keys() <= _AS_CSV_PAYMENTS_ITEM_MEMBERS:
        yield from undocumented(value, _AS_CSV_PAYMENTS_ITEM_MEMBERS, at, _PAGE)


def _is_none_there(value: Any) -> bool:
    return type(value) is dict and len(value) == 0


def _none_there(value: Any, at: str) -> Iterator[Violation]:
    if not value.keys() <= _NONE_THERE_MEMBERS:
        yield from undocumented(value, _NONE_THERE_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and len(value) == 0


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)
