"""Replies of verify_otp as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api (read
2026-11-21).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class VerifyOtpAnsweredHead(ApiModel):
    """What the reply is, apart from what it answers (table)."""

    response_timestamp: Annotated[str | MISSING, Field(alias="responseTimestamp")] = (
        MISSING
    )
    """When the reply was sent, as epoch time; it is epoch time in an unstated unit,
    written as text (table).
    """


class VerifyOtpAnsweredBodyResultInfo(ApiModel):
    """The result of the call (table)."""

    result_status: Annotated[str | MISSING, Field(alias="resultStatus")] = MISSING
    """The class of the result (table); it is one of "S", "F"; S means success; F means
    failure (inferred: the two values of the code table).
    """
    result_code: Annotated[str | MISSING, Field(alias="resultCode")] = MISSING
    """The code of the result (table); it is text of at most 64 characters (prose)."""
    result_msg: Annotated[str | MISSING, Field(alias="resultMsg")] = MISSING
    """The result in words; match on the code, not on this (table)."""


class VerifyOtpAnsweredBody(ApiModel):
    """What the reply answers (table)."""

    result_info: Annotated[
        VerifyOtpAnsweredBodyResultInfo | MISSING, Field(alias="resultInfo")
    ] = MISSING
    """The result of the call (table)."""
    authenticated: bool | MISSING = MISSING
    """Whether the customer is authenticated (table)."""
    pay_options_info: Annotated[
        dict[str, Any] | MISSING, Field(alias="payOptionsInfo")
    ] = MISSING
    """The payment options of the customer (table)."""


class VerifyOtpAnswered(ApiModel):
    """The result of the check; its code decides what it means (HTTP status not said;
    table).
    """

    head: VerifyOtpAnsweredHead | MISSING = MISSING
    """What the reply is, apart from what it answers (table)."""
    body: VerifyOtpAnsweredBody | MISSING = MISSING
    """What the reply answers (table)."""
