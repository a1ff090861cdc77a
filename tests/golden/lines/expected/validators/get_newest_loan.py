"""Validators of get_newest_loan: what its page says of each value.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "loans"
_TABLE = "loans, table"

_FOUND_MEMBERS = frozenset({"newest"})


def get_newest_loan_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return found


def get_newest_loan_found(value: Any) -> list[Violation]:
    """Return what in a reply `found` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _found(value, "", found)
    return found


def _found(value: Any, at: str, found: list[Violation]) -> None:
    if "newest" not in value:
        found.append(Violation(f"{at}/newest", "required", "is required", _TABLE))
    elif not isinstance(value["newest"], str):
        found.append(Violation(f"{at}/newest", "type", "is text", _TABLE))
    if not value.keys() <= _FOUND_MEMBERS:
        found.extend(undocumented(value, _FOUND_MEMBERS, at, _PAGE))
