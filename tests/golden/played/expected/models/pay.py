"""Replies of pay as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Pay, https://docs.example.com/pay (read 2026-01-31).
"""

from __future__ import annotations

from pydantic import MISSING

from partner_apis._runtime.model import ApiModel


class PayAnswered(ApiModel):
    """The result (HTTP status 200; table)."""

    code: str
    """`code` (table)."""
    text: str
    """`text` (table)."""
    reference: str | MISSING = MISSING
    """`reference` (table)."""
