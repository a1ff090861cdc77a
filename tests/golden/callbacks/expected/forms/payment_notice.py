"""Written forms of payment_notice: `parse` reads one, `write` writes it.

Page: Thing, https://docs.example.com/thing.
"""

from __future__ import annotations

from ..._runtime import wire

X_TIME = wire.DateTimeText(pattern="yyyy-MM-ddTHH:mm:ssTZD")
"""`request.headers.X-Time` is a date and time as yyyy-MM-ddTHH:mm:ssTZD (table)."""
