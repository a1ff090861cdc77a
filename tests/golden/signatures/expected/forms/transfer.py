"""Written forms of transfer: `parse` reads one, `write` writes it.

Page: Thing, https://docs.example.com/thing.
"""

from __future__ import annotations

from ..._runtime import wire

X_TIME = wire.Epoch(unit="seconds", as_text=True)
"""`request.headers.X-Time` is epoch time in seconds, written as text (table)."""
