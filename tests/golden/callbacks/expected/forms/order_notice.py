"""Written forms of order_notice: `parse` reads one, `write` writes it.

Page: Thing, https://docs.example.com/thing.
"""

from __future__ import annotations

from ..._runtime import wire

SENT = wire.Epoch(unit="seconds", as_text=False)
"""`request.body.sent` is epoch time in seconds, written as an integer (table)."""
