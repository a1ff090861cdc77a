"""Validators of payout_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from typing import Any

from ..._runtime.violations import Inferred, Violation, undocumented

_PAGE = "thing"
_TABLE = "thing, table"
_INFERRED_1 = Inferred("thing, inferred: every sample has four")
_EXTERNAL_1 = "thing, external: a guide, inferred from practice"
_PROSE = "thing, prose"

_REQUEST_BODY_MEMBERS = frozenset({"payoutId", "amount", "bank", "sign"})
_TAKEN_MEMBERS = frozenset({"payoutId"})


def payout_notice_request(value: Any) -> list[Violation]:
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


def payout_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _taken(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "payoutId" not in value:
        found.append(Violation(f"{at}/payoutId", "required", "is required", _TABLE))
    elif not isinstance(item := value["payoutId"], str):
        found.append(Violation(f"{at}/payoutId", "type", "is text", _TABLE))
    elif len(item) != 8:
        found.append(
            Violation(
                f"{at}/payoutId", "length", "is text of exactly 8 characters", _TABLE
            )
        )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif (item := value["amount"]).__class__ is not int:
        found.append(Violation(f"{at}/amount", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 999:
        found.append(Violation(f"{at}/amount", "range", "is 1 to 999", _TABLE))
    if "bank" in value:
        if not isinstance(item := value["bank"], str):
            found.append(Violation(f"{at}/bank", "type", "is text", _EXTERNAL_1))
        else:
            if len(item) != 4:
                found.append(
                    Violation(
                        f"{at}/bank",
                        "length",
                        "is text of exactly 4 characters",
                        _INFERRED_1,
                    )
                )
            if not re.fullmatch("[0-9]*", item):
                found.append(
                    Violation(f"{at}/bank", "chars", "has digits only", _EXTERNAL_1)
                )
    if "sign" not in value:
        found.append(Violation(f"{at}/sign", "required", "is required", _TABLE))
    elif not isinstance(value["sign"], str):
        found.append(Violation(f"{at}/sign", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _taken(value: Any, at: str, found: list[Violation]) -> None:
    if "payoutId" not in value:
        found.append(Violation(f"{at}/payoutId", "required", "is required", _PROSE))
    elif not isinstance(value["payoutId"], str):
        found.append(Violation(f"{at}/payoutId", "type", "is text", _PROSE))
    if not value.keys() <= _TAKEN_MEMBERS:
        found.extend(undocumented(value, _TAKEN_MEMBERS, at, _PAGE))
