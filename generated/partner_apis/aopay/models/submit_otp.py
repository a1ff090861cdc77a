"""Replies of submit_otp as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx (read
2026-11-21).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class SubmitOtpAcceptedResult(ApiModel):
    """What is known of the check (example)."""

    cibil_id: str | MISSING = MISSING
    """What identifies the customer's credit profile, masked (example)."""
    cibil_status: str | MISSING = MISSING
    """The result of the check in one word (example)."""
    is_returning_customer: int | MISSING = MISSING
    """Whether the customer was there before (inferred: the name asks yes or no and the
    sample is 0); it is 1 for true or 0 for false (inferred: 1 is the other of the two
    usual numbers).
    """
    cibil_score_fetch_date: str | None | MISSING = MISSING
    """When the score was fetched; null in the sample; it is a date and time as
    yyyy-MM-dd HH:mm:ss (inferred: the same member of get_credit_history).
    """


class SubmitOtpRefused(ApiModel):
    """The call was refused, in the form of the page's sample (HTTP status 401;
    example).
    """

    code: str | MISSING = MISSING
    """The code of the refusal (example)."""
    description: str | MISSING = MISSING
    """The refusal in words; match on the code (example)."""
    merchant_trxn_ref_id: Annotated[Any | MISSING, Field(alias="merchantTrxnRefId")] = (
        MISSING
    )
    """Not described; null in the sample (example)."""
    token: Any | MISSING = MISSING
    """Not described; null in the sample (example)."""
    status: str | MISSING = MISSING
    """Whether the call succeeded (example); it is "True" for true or "False" for false
    (inferred: the other word is that of the sample of transaction_send_otp).
    """


class SubmitOtpRefusedByTable(ApiModel):
    """The call was refused, in the form of the page's table (HTTP status 401; table)."""

    responsecode: int | MISSING = MISSING
    """The code of the refusal (table)."""
    status: bool | MISSING = MISSING
    """Whether the call succeeded (table)."""
    message: str | MISSING = MISSING
    """The refusal in words (table)."""


class SubmitOtpAccepted(ApiModel):
    """The OTP was right (HTTP status 200; example)."""

    status: str | MISSING = MISSING
    """The result in one word (example)."""
    message: str | MISSING = MISSING
    """The result in words (example)."""
    error_code: str | MISSING = MISSING
    """The code of the result; a success has one too (example)."""
    merchant_trans_id: str | MISSING = MISSING
    """The reference of this call (example)."""
    access_token: Any | MISSING = MISSING
    """Not described; null in the sample (example)."""
    result: SubmitOtpAcceptedResult | MISSING = MISSING
    """What is known of the check (example)."""
