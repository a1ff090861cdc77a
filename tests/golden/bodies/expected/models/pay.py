"""Replies of pay as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class PayAnsweredHeaders(ApiModel):
    """The documented headers of the reply (table)."""

    x_trace: Annotated[str, Field(alias="X-Trace")]
    """`X-Trace`; it is text of exactly 8 characters (table)."""
    x_left: Annotated[int | MISSING, Field(alias="X-Left")] = MISSING
    """`X-Left`; it is at least 0 (table)."""


class PayAnswered(ApiModel):
    """The result (HTTP status 2xx; table)."""

    code: str
    """`code` (table)."""
    text: str | MISSING = MISSING
    """`text` (table)."""
    amount: int | MISSING = MISSING
    """`amount` (table)."""
    paid: list[int] | MISSING = MISSING
    """`paid` (table)."""
    headers: Annotated[PayAnsweredHeaders, Field(alias="$headers")]
    """The documented headers of the reply (table)."""
