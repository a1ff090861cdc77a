"""Replies of order as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Order, https://docs.example.com/order (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class OrderOrderedThing(ApiModel):
    """`thing` (table)."""

    name: str
    """`name` (table)."""


class OrderOrdered(ApiModel):
    """The thing was ordered (HTTP status 200; table)."""

    state: str
    """`state` (table)."""
    thing: OrderOrderedThing
    """`thing` (table)."""
