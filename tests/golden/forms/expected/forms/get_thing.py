"""Written forms of get_thing: `parse` reads one, `write` writes it.

Page: Thing, https://docs.example.com/thing.
"""

from __future__ import annotations

from ..._runtime import wire

BORN = wire.DateText(pattern="dd/MM/yyyy")
"""`request.body.born` is a date as dd/MM/yyyy (table)."""

AMOUNT = wire.DecimalText()
"""`request.body.amount` is a decimal number written as text (table)."""

STATUS_TEXT = wire.Flag(true="True", false="False")
"""`replies.found.body.Status` is "True" for true or "False" for false (example)."""

CLOSED = wire.DateText(pattern="yyyy-MM-dd", none="0000-00-00")
"""`replies.found.body.closed` is a date as yyyy-MM-dd, or 0000-00-00 for none
(example).
"""

FETCHED = wire.DateTimeText(pattern="yyyy-MM-dd HH:mm:ss")
"""`replies.found.body.fetched` is a date and time as yyyy-MM-dd HH:mm:ss (example)."""

IS_NEW = wire.Flag(true=1, false=0)
"""`replies.found.body.isNew` is 1 for true or 0 for false (example)."""

SCORE = wire.IntegerText()
"""`replies.found.body.score` is an integer written as text (example)."""

ITEM_CLOSED = wire.DateText(pattern="dd/MM/yyyy")
"""`replies.found.body.history[].closed` is a date as dd/MM/yyyy (example)."""
