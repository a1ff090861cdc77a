"""Written forms of get_report: `parse` reads one, `write` writes it.

Page: Gateway, https://docs.example.com/gateway.
"""

from __future__ import annotations

from ..._runtime import wire

DAY = wire.DateText(pattern="yyyyMMdd")
"""`request.segments.day` is a date as yyyyMMdd (table)."""
