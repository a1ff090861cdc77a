"""Replies of place_order as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from pydantic import MISSING

from partner_apis._runtime.model import ApiModel


class PlaceOrderPlaced(ApiModel):
    """The order is placed (HTTP status 200; table)."""

    state: str
    """`state`; it is one of "DONE", "LATER" (table)."""
    due: str | MISSING = MISSING
    """`due` (table)."""


class PlaceOrderRefused(ApiModel):
    """The order is refused (HTTP status 400; table)."""

    error: str
    """`error` (table)."""
