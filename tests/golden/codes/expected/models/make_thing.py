"""Replies of make_thing as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class MakeThingAnswered(ApiModel):
    """What became of the thing (HTTP status 200 or 400 or 404 or 503; table)."""

    code: str
    """`code` (table)."""
    message: str
    """`message` (table)."""
