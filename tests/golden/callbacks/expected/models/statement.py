"""What statement tells us, as its page documents it.

Members that a call does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class StatementBodyLinesItem(ApiModel):
    """`[]` (table)."""

    payment: str
    """`payment`; it is text of exactly 12 characters (table)."""
    amount: int
    """`amount`; it is at least 1 (table)."""


class StatementBody(ApiModel):
    """The body (inferred: what comes has such a part)."""

    lines: list[StatementBodyLinesItem]
    """`lines` (table)."""


class Statement(ApiModel):
    """Hand over the payments of a day."""

    body: StatementBody
    """The body (inferred: what comes has such a part)."""
