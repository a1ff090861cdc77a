"""Replies of make_thing as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from pydantic import MISSING

from partner_apis._runtime.model import ApiModel


class MakeThingMade(ApiModel):
    """The thing was made (HTTP status 200; table)."""

    code: str
    """`code` (table)."""
    status: str
    """`status` (table)."""
    name: str
    """`name` (table)."""
    request: str
    """`request` (table)."""
    batch: int | MISSING = MISSING
    """`batch` (table)."""


class MakeThingQueued(ApiModel):
    """The thing will be made (HTTP status 200 or 202; table)."""

    code: str
    """`code` (table)."""


class MakeThingRefused(ApiModel):
    """The thing was not made (HTTP status 400; table)."""

    code: str
    """`code` (table)."""
    message: str
    """`message` (table)."""
