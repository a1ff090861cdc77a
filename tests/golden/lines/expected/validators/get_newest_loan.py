"""Validators of get_newest_loan: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_FOUND_MEMBERS = frozenset({"newest"})


def get_newest_loan_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    return found


def get_newest_loan_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    return [] if passes(_is_found, value) else told("", _found, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict


def _is_found(value: Any) -> bool:
    return type(value) is dict and type(value["newest"]) is str and len(value) == 1


def _found(value: Any) -> Iterator[Told]:
    if "newest" not in value:
        yield Told("newest", "required", "is required", _TABLE)
    elif not isinstance(value["newest"], str):
        yield Told("newest", "type", "is text", _TABLE)
    yield from undocumented(value, _FOUND_MEMBERS, _PAGE)
