"""Replies of transfer as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class TransferAnswered(ApiModel):
    """What became of it (HTTP status 200; table)."""

    code: str
    """`code` (table)."""
