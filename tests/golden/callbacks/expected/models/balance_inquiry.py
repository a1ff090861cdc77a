"""What balance_inquiry tells us, as its page documents it.

Members that a call does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class BalanceInquiryBody(ApiModel):
    """The body (inferred: what comes has such a part)."""

    customer: str
    """`customer`; it is text of 1 to 20 characters (table)."""


class BalanceInquiry(ApiModel):
    """Ask what a customer owes."""

    body: BalanceInquiryBody
    """The body (inferred: what comes has such a part)."""
