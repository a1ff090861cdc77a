"""Replies of get_loan as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class GetLoanFound(ApiModel):
    """The loan (HTTP status 200; table)."""

    state: str
    """`state` (table)."""


class GetLoanRefused(ApiModel):
    """The request is wrong (HTTP status 400; table)."""

    error: str
    """`error` (table)."""
