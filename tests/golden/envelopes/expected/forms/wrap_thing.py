"""Written forms of wrap_thing: `parse` reads one, `write` writes it.

Page: Thing, https://docs.example.com/thing.
"""

from __future__ import annotations

from ..._runtime import wire

SENT = wire.DateTimeText(pattern="yyyy-MM-dd HH:mm:ss", zone="+07:00")
"""`request.body.head.sent` is a date and time as yyyy-MM-dd HH:mm:ss (table)."""
