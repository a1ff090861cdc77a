"""Validators of get_report: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented
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
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    segments = value.get("segments", {})
    if not isinstance(segments, dict):
        found.append(Violation("/segments", "type", "is an object", _PAGE))
    else:
        _request_segments(segments, "/segments", found)
    return found


def get_report_as_json(value: Any) -> list[Violation]:
    """Return what in a reply `as_json` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _as_json(value, "", found)
    return found


def get_report_as_csv(value: Any) -> list[Violation]:
    """Return what in a reply `as_csv` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _as_csv(value, "", found)
    return found


def get_report_none_there(value: Any) -> list[Violation]:
    """Return what in a reply `none_there` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _none_there(value, "", found)
    return found


def get_report_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_segments(value: Any, at: str, found: list[Violation]) -> None:
    if "day" not in value:
        found.append(Violation(f"{at}/day", "required", "is required", _TABLE))
    elif not isinstance(item := value["day"], str):
        found.append(Violation(f"{at}/day", "type", "is text", _TABLE))
    elif not forms.DAY.fits(item):
        found.append(Violation(f"{at}/day", "format", "is a date as yyyyMMdd", _TABLE))
    if "format" not in value:
        found.append(Violation(f"{at}/format", "required", "is required", _TABLE))
    elif not isinstance(item := value["format"], str):
        found.append(Violation(f"{at}/format", "type", "is text", _TABLE))
    elif item not in ("json", "csv"):
        found.append(
            Violation(f"{at}/format", "enum", 'is one of "json", "csv"', _TABLE)
        )
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE))


def _as_json(value: Any, at: str, found: list[Violation]) -> None:
    if "payments" not in value:
        found.append(Violation(f"{at}/payments", "required", "is required", _TABLE))
    elif not isinstance(item := value["payments"], list):
        found.append(Violation(f"{at}/payments", "type", "is a list", _TABLE))
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                found.append(
                    Violation(f"{at}/payments/{index}", "type", "is an object", _TABLE)
                )
            else:
                _as_json_payments_item(each, f"{at}/payments/{index}", found)
    if not value.keys() <= _AS_JSON_MEMBERS:
        found.extend(undocumented(value, _AS_JSON_MEMBERS, at, _PAGE))


def _as_json_payments_item(value: Any, at: str, found: list[Violation]) -> None:
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif value["amount"].__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    if not value.keys() <= _AS_JSON_PAYMENTS_ITEM_MEMBERS:
        found.extend(undocumented(value, _AS_JSON_PAYMENTS_ITEM_MEMBERS, at, _PAGE))


def _as_csv(value: Any, at: str, found: list[Violation]) -> None:
    if "payments" not in value:
        found.append(Violation(f"{at}/payments", "required", "is required", _TABLE))
    elif not isinstance(item := value["payments"], list):
        found.append(Violation(f"{at}/payments", "type", "is a list", _TABLE))
    else:
        for index, each in enumerate(item):
            if not isinstance(each, dict):
                found.append(
                    Violation(f"{at}/payments/{index}", "type", "is an object", _TABLE)
                )
            else:
                _as_csv_payments_item(each, f"{at}/payments/{index}", found)
    if not value.keys() <= _AS_CSV_MEMBERS:
        found.extend(undocumented(value, _AS_CSV_MEMBERS, at, _PAGE))


def _as_csv_payments_item(value: Any, at: str, found: list[Violation]) -> None:
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif value["amount"].__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    if "note" in value and not isinstance(value["note"], str):
        found.append(Violation(f"{at}/note", "type", "is text", _TABLE))
    if not value.keys() <= _AS_CSV_PAYMENTS_ITEM_MEMBERS:
        found.extend(undocumented(value, _AS_CSV_PAYMENTS_ITEM_MEMBERS, at, _PAGE))


def _none_there(value: Any, at: str, found: list[Violation]) -> None:
    if not value.keys() <= _NONE_THERE_MEMBERS:
        found.extend(undocumented(value, _NONE_THERE_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
