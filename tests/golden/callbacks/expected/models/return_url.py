"""What return_url tells us, as its page documents it.

Members that a call does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from partner_apis._runtime.model import ApiModel


class ReturnUrlSegments(ApiModel):
    """What stood in the path (inferred: what comes has such a part)."""

    payment_id: Annotated[str, Field(alias="paymentId")]
    """`paymentId`; it is text of exactly 12 characters (prose)."""


class ReturnUrlQuery(ApiModel):
    """The query (inferred: what comes has such a part)."""

    result: str
    """`result`; it is one of "ok", "cancelled" (prose)."""


class ReturnUrl(ApiModel):
    """The payer's browser comes back from the payment page."""

    segments: ReturnUrlSegments
    """What stood in the path (inferred: what comes has such a part)."""
    query: ReturnUrlQuery
    """The query (inferred: what comes has such a part)."""
