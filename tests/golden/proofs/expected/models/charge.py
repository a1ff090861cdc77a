"""Replies of charge as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class ChargeAnswered(ApiModel):
    """What became of it (HTTP status 200; table)."""

    code: str
    """`code` (table)."""
    amount: float
    """`amount` (table)."""
    sign: str
    """`sign` (table)."""
