"""What payment_notice tells us, as its page documents it.

Members that a call does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class PaymentNoticeQuery(ApiModel):
    """The query (inferred: what comes has such a part)."""

    attempt: int | MISSING = MISSING
    """`attempt`; it is 1 to 9 (table)."""


class PaymentNoticeHeaders(ApiModel):
    """The documented headers (inferred: what comes has such a part)."""

    x_time: Annotated[str, Field(alias="X-Time")]
    """`X-Time`; it is a date and time as yyyy-MM-ddTHH:mm:ssTZD (table)."""


class PaymentNoticeBodyPayer(ApiModel):
    """`payer` (table)."""

    phone: str
    """`phone`; it is text of 8 to 15 characters; it has digits only (table)."""


class PaymentNoticeBody(ApiModel):
    """The body (inferred: what comes has such a part)."""

    payment_id: Annotated[str, Field(alias="paymentId")]
    """`paymentId`; it is text of exactly 12 characters (table)."""
    status: str
    """`status`; it is one of "PAID", "FAILED" (table)."""
    amount: int
    """Hundredths; it is 1 to 1000000 (table)."""
    reason: str | MISSING = MISSING
    """`reason`; it is text of at most 80 characters (prose)."""
    payer: PaymentNoticeBodyPayer | MISSING = MISSING
    """`payer` (table)."""


class PaymentNotice(ApiModel):
    """Tell that a payment was made or has failed."""

    query: PaymentNoticeQuery
    """The query (inferred: what comes has such a part)."""
    headers: PaymentNoticeHeaders
    """The documented headers (inferred: what comes has such a part)."""
    body: PaymentNoticeBody
    """The body (inferred: what comes has such a part)."""
