"""Replies of send_text as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class SendTextSent(ApiModel):
    """The message is sent (HTTP status 200; table)."""

    status: str
    """`status` (table)."""
    id: str
    """`id`; it has digits only (table)."""
    parts: int
    """`parts` (table)."""


class SendTextRefused(ApiModel):
    """The message is not sent (HTTP status 200; table)."""

    code: str
    """`code` (table)."""
    reason: str
    """`reason` (table)."""
