"""What order_notice tells us, as its page documents it.

Members that a call does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class OrderNoticeBody(ApiModel):
    """The body (inferred: what comes has such a part)."""

    order: str
    """`order`; it is text of 1 to 12 characters (table)."""
    sent: int
    """`sent`; it is epoch time in seconds, written as an integer (table)."""
    item: list[str]
    """`item`; it has 1 to 5 items (table)."""


class OrderNotice(ApiModel):
    """Tell that an order was sent."""

    body: OrderNoticeBody
    """The body (inferred: what comes has such a part)."""
