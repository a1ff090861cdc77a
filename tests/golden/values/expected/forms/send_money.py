"""Written forms of send_money: `parse` reads one, `write` writes it.

Page: Orders, https://docs.example.com/orders.
"""

from __future__ import annotations

from ..._runtime import texts, wire

AMOUNT = wire.DecimalText(digits=16, least=2, most=2)
"""`request.body.amount` is a decimal number written as text with exactly 2 decimals and
at most 16 digits (table).
"""

BRANCH = texts.PaddedText(length=8, fill=" ", on="left")
"""`request.body.branch` is text of exactly 8 characters, filled with blanks on the left
(table).
"""

TAGS = texts.ListText(separator=",", item="[A-Za-z]{1,10}", minimum=1, maximum=3)
"""`request.body.tags` is a list joined by "," of 1 to 3 (table)."""

EXTRAS = texts.PairsText(separator=",", pair=":")
"""`request.body.extras` is name:value pairs joined by "," (table)."""

PICTURE = texts.Base64Text()
"""`request.body.picture` is base64 (table)."""

NOTIFY = texts.UrlText(
    schemes=("https",), takes_ip=False, takes_port=False, forbids=("localhost",)
)
"""`request.body.notify` is an address with https, a name for its host, no port, no
"localhost" (table).
"""

EXPIRES = wire.DateText(pattern="MM/yyyy")
"""`request.body.expires` is a month as MM/yyyy (table)."""

DAY = wire.DateText(pattern="yyyyMMdd")
"""`request.body.day` is a date as yyyyMMdd (table)."""
