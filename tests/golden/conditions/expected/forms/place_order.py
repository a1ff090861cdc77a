"""Written forms of place_order: `parse` reads one, `write` writes it.

Page: Orders, https://docs.example.com/orders.
"""

from __future__ import annotations

from ..._runtime import wire

FROM = wire.DateText(pattern="dd.MM.yyyy")
"""`request.query.from` is a date as dd.MM.yyyy (prose)."""

TO = wire.DateText(pattern="dd.MM.yyyy")
"""`request.query.to` is a date as dd.MM.yyyy (prose)."""
