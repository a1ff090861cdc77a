"""What payout_notice tells us, as its page documents it.

Members that a call does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class PayoutNoticeBody(ApiModel):
    """The body (inferred: what comes has such a part)."""

    payout_id: Annotated[str, Field(alias="payoutId")]
    """`payoutId`; it is text of exactly 8 characters (table)."""
    amount: int
    """`amount`; it is 1 to 999 (table)."""
    bank: str | MISSING = MISSING
    """`bank` (external: a guide, inferred from practice); it is text of exactly 4
    characters (inferred: every sample has four); it has digits only (external: a guide,
    inferred from practice).
    """


class PayoutNotice(ApiModel):
    """Tell that a payout has left."""

    body: PayoutNoticeBody
    """The body (inferred: what comes has such a part)."""
