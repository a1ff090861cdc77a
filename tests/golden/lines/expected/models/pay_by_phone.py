"""Replies of pay_by_phone as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class PayByPhonePaid(ApiModel):
    """It is paid (HTTP status 200; table)."""

    by: str
    """`by` (table)."""


class PayByPhoneRefused(ApiModel):
    """It is not paid (HTTP status 400; table)."""

    error: str
    """`error` (table)."""
