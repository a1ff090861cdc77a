"""Replies of get_newest_loan as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class GetNewestLoanFound(ApiModel):
    """The loan (HTTP status 200; table)."""

    newest: str
    """`newest` (table)."""
