"""Replies of get_token as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class GetTokenIssuedData(ApiModel):
    """`data` (table)."""

    token: str
    """`token` (table)."""


class GetTokenIssued(ApiModel):
    """The token (HTTP status 200; table)."""

    data: GetTokenIssuedData
    """`data` (table)."""
