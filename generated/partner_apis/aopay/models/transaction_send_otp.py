"""Replies of transaction_send_otp as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class TransactionSendOtpOtpSentData(ApiModel):
    """The customer, as another call describes him; not expected here (table)."""

    fname: str | MISSING = MISSING
    """The first name (table)."""
    lname: str | MISSING = MISSING
    """The last name (table)."""
    mobile: str | MISSING = MISSING
    """The mobile number (table)."""
    status: str | MISSING = MISSING
    """Not described (table)."""
    bank3_limit: int | MISSING = MISSING
    """Not described (table)."""
    bank3_status: str | MISSING = MISSING
    """Not described (table)."""
    bank2_limit: int | MISSING = MISSING
    """Not described (table)."""
    bank1_limit: int | MISSING = MISSING
    """Not described (table)."""


class TransactionSendOtpRegistrationStarted(ApiModel):
    """The customer is not registered; an OTP for the registration was sent instead
    (HTTP status 200 or 202; table).
    """

    status: bool | MISSING = MISSING
    """Whether the call succeeded; false in the sample (table)."""
    response_code: int | MISSING = MISSING
    """The code of the result (table)."""
    stateresp: str | MISSING = MISSING
    """What the registration that follows has to be given (table)."""
    message: str | MISSING = MISSING
    """The result in words; match on the code (table)."""


class TransactionSendOtpRefused(ApiModel):
    """The call was refused, in the form of the page's sample (HTTP status 401;
    example).
    """

    response_code: int | MISSING = MISSING
    """The code of the refusal (example)."""
    status: bool | MISSING = MISSING
    """Whether the call succeeded (example)."""
    message: str | MISSING = MISSING
    """The refusal in words; match on the code (example)."""


class TransactionSendOtpRefusedByTable(ApiModel):
    """The call was refused, in the form of the page's table (HTTP status 401; table)."""

    responsecode: int | MISSING = MISSING
    """The code of the refusal (table)."""
    status: bool | MISSING = MISSING
    """Whether the call succeeded (table)."""
    message: str | MISSING = MISSING
    """The refusal in words; match on the code (table)."""


class TransactionSendOtpOtpSent(ApiModel):
    """The OTP was sent to the customer (HTTP status 200; example)."""

    status: bool | MISSING = MISSING
    """Whether the call succeeded (table)."""
    response_code: int | MISSING = MISSING
    """The code of the result (table)."""
    message: str | MISSING = MISSING
    """The result in words; match on the code (table)."""
    stateresp: str | MISSING = MISSING
    """What the transfer that follows has to be given (example)."""
    status_text: Annotated[str | MISSING, Field(alias="Status")] = MISSING
    """Whether the call succeeded, again, as text (example); it is "True" for true or
    "False" for false (inferred: the other word is that of the sample of submit_otp).
    """
    value: Annotated[str | MISSING, Field(alias="Value")] = MISSING
    """The message again (example)."""
    data: TransactionSendOtpOtpSentData | MISSING = MISSING
    """The customer, as another call describes him; not expected here (table)."""
