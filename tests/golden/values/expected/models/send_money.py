"""Replies of send_money as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class SendMoneySent(ApiModel):
    """The money is sent (HTTP status 200; table)."""

    fee: float
    """`fee`; it is 0 to 100; it has at most 6 digits and at most 2 after the point
    (table).
    """
    amount: str
    """`amount`; it is a decimal number written as text with exactly 2 decimals and at
    most 16 digits (table).
    """
    items: list[str]
    """`items`; it has at most 3 items (table)."""


class SendMoneyRefused(ApiModel):
    """The money is not sent (HTTP status 400; table)."""

    error: str
    """`error` (table)."""
