"""Replies of upload as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class UploadStored(ApiModel):
    """The files are stored (HTTP status 201; table)."""

    id: str
    """`id` (table)."""


class UploadRefused(ApiModel):
    """The files are not stored (HTTP status 400; table)."""

    code: str
    """`code` (table)."""
