"""Validators of payout_notice: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Inferred, Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"
_INFERRED_1 = Inferred("thing, inferred: every sample has four")
_EXTERNAL_1 = "thing, external: a guide, inferred from practice"
_PROSE = "thing, prose"

_PATTERN_1 = re.compile("[0-9]*")
_REQUEST_BODY_MEMBERS = frozenset({"payoutId", "amount", "bank", "sign"})
_TAKEN_MEMBERS = frozenset({"payoutId"})


def payout_notice_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def payout_notice_taken(value: Any) -> list[Violation]:
    """Return what in a reply `taken` breaks its documentation."""
    return [] if passes(_is_taken, value) else told("", _taken, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["payoutId"]) is str and len(item) == 8)
        and (type(item := value["amount"]) is int and 1 <= item <= 999)
        and (
            "bank" not in value
            or (
                type(item := value["bank"]) is str
                and len(item) == 4
                and item.isascii()
                and item.isdigit()
            )
        )
        and type(value["sign"]) is str
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "payoutId" not in value:
        yield Told("payoutId", "required", "is required", _TABLE)
    elif not isinstance(item := value["payoutId"], str):
        yield Told("payoutId", "type", "is text", _TABLE)
    elif len(item) != 8:
        yield Told("payoutId", "length", "is text of exactly 8 characters", _TABLE)
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif (item := value["amount"]).__class__ is not int:
        yield Told("amount", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 999:
        yield Told("amount", "range", "is 1 to 999", _TABLE)
    if "bank" in value:
        if not isinstance(item := value["bank"], str):
            yield Told("bank", "type", "is text", _EXTERNAL_1)
        else:
            if len(item) != 4:
                yield Told(
                    "bank", "length", "is text of exactly 4 characters", _INFERRED_1
                )
            if not _PATTERN_1.fullmatch(item):
                yield Told("bank", "chars", "has digits only", _EXTERNAL_1)
    if "sign" not in value:
        yield Told("sign", "required", "is required", _TABLE)
    elif not isinstance(value["sign"], str):
        yield Told("sign", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_taken(value: Any) -> bool:
    return type(value) is dict and type(value["payoutId"]) is str and len(value) == 1


def _taken(value: Any) -> Iterator[Told]:
    if "payoutId" not in value:
        yield Told("payoutId", "required", "is required", _PROSE)
    elif not isinstance(value["payoutId"], str):
        yield Told("payoutId", "type", "is text", _PROSE)
    yield from undocumented(value, _TAKEN_MEMBERS, _PAGE)
