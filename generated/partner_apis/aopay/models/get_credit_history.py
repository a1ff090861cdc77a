"""Replies of get_credit_history as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class GetCreditHistoryHistoryDataResultUserInfo(ApiModel):
    """The customer (example)."""

    cibil_id: str | MISSING = MISSING
    """What identifies the customer's credit profile, masked (example)."""
    cibil_score: str | MISSING = MISSING
    """The score; its range is not stated; it is an integer written as text (example)."""
    first_name: str | MISSING = MISSING
    """The first name (example)."""
    middle_name: str | MISSING = MISSING
    """The middle name; empty where there is none (example)."""
    last_name: str | MISSING = MISSING
    """The last name (example)."""
    mobile_number: str | MISSING = MISSING
    """The mobile number, masked at its end (example)."""
    cibil_score_fetch_date: str | None | MISSING = MISSING
    """When the score was fetched, in a zone that is not stated; it is a date and time
    as yyyy-MM-dd HH:mm:ss (example).
    """


class GetCreditHistoryHistoryDataResultActivityInfoItem(ApiModel):
    """One account (example)."""

    account_detail_id: str | MISSING = MISSING
    """What identifies the entry, masked (example)."""
    member_name: str | MISSING = MISSING
    """The lender (example)."""
    account_number: str | MISSING = MISSING
    """The account number, masked at its start (example)."""
    date_opened: str | MISSING = MISSING
    """The day on which it was opened; it is a date as yyyy-MM-dd (example)."""
    date_closed: str | MISSING = MISSING
    """The day on which it was closed, or the sign for not closed; it is a date as
    yyyy-MM-dd, or 0000-00-00 for none (example).
    """
    newly_opened: str | MISSING = MISSING
    """Whether it was opened of late; it is "1" for true or "0" for false (example)."""
    name: str | MISSING = MISSING
    """The kind of loan (example)."""


class GetCreditHistoryHistoryDataResultCreditAge(ApiModel):
    """How long the customer has had credit (example)."""

    credit_age: str | MISSING = MISSING
    """Years and months in words (example)."""


class GetCreditHistoryHistoryDataResultCreditMix(ApiModel):
    """The kinds of loan (example)."""

    secured_loan: str | MISSING = MISSING
    """How many secured loans there are; it is an integer written as text (example)."""
    unsecured_loan: str | MISSING = MISSING
    """How many unsecured loans there are; it is an integer written as text (example)."""
    total_percent_completed: str | MISSING = MISSING
    """A percentage; of what is not stated (example); it is a decimal number written as
    text (inferred: a percentage need not be whole).
    """


class GetCreditHistoryHistoryDataResultCreditUtilize(ApiModel):
    """How much of the credit is used (example)."""

    credit_utilize: str | MISSING = MISSING
    """The share that is used, presumably in percent (example); it is a decimal number
    written as text (inferred: a percentage need not be whole).
    """
    credit_limit: str | MISSING = MISSING
    """The limit, without a currency (example); it is a decimal number written as text
    (inferred: an amount need not be whole).
    """
    total_balance: str | MISSING = MISSING
    """The balance, without a currency (example); it is a decimal number written as text
    (inferred: an amount need not be whole).
    """


class GetCreditHistoryRefused(ApiModel):
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


class GetCreditHistoryRefusedByTable(ApiModel):
    """The call was refused, in the form of the page's table (HTTP status 401; table)."""

    responsecode: int | MISSING = MISSING
    """The code of the refusal (table)."""
    status: bool | MISSING = MISSING
    """Whether the call succeeded (table)."""
    message: str | MISSING = MISSING
    """The refusal in words (table)."""


class GetCreditHistoryHistoryDataResult(ApiModel):
    """The credit report (example)."""

    user_info: Annotated[
        GetCreditHistoryHistoryDataResultUserInfo | MISSING, Field(alias="userInfo")
    ] = MISSING
    """The customer (example)."""
    activity_info: Annotated[
        list[GetCreditHistoryHistoryDataResultActivityInfoItem] | MISSING,
        Field(alias="activityInfo"),
    ] = MISSING
    """The loans and other accounts (example)."""
    credit_age: Annotated[
        GetCreditHistoryHistoryDataResultCreditAge | MISSING, Field(alias="creditAge")
    ] = MISSING
    """How long the customer has had credit (example)."""
    credit_mix: Annotated[
        GetCreditHistoryHistoryDataResultCreditMix | MISSING, Field(alias="creditMix")
    ] = MISSING
    """The kinds of loan (example)."""
    inquiry_count: Annotated[int | MISSING, Field(alias="inquiryCount")] = MISSING
    """How many inquiries there were (example)."""
    last_month_inquiry_count: Annotated[
        int | MISSING, Field(alias="lastMonthInquiryCount")
    ] = MISSING
    """How many were in the last month (example)."""
    last6_month_inquiry_count: Annotated[
        int | MISSING, Field(alias="last6MonthInquiryCount")
    ] = MISSING
    """How many were in the last six months (example)."""
    credit_utilize: Annotated[
        GetCreditHistoryHistoryDataResultCreditUtilize | MISSING,
        Field(alias="creditUtilize"),
    ] = MISSING
    """How much of the credit is used (example)."""
    on_time_payment_percentile: Annotated[
        int | MISSING, Field(alias="onTimePaymentPercentile")
    ] = MISSING
    """How punctual the payments are (example)."""


class GetCreditHistoryHistoryData(ApiModel):
    """What was found (example)."""

    result: GetCreditHistoryHistoryDataResult | MISSING = MISSING
    """The credit report (example)."""
    status: str | MISSING = MISSING
    """The result of the inner call in one word (example)."""
    message: str | MISSING = MISSING
    """The result of the inner call in words (example)."""
    access_token: str | MISSING = MISSING
    """Not described; by its form, a token for more calls (example)."""


class GetCreditHistoryHistory(ApiModel):
    """The credit history (HTTP status 200; example)."""

    error_code: str | MISSING = MISSING
    """The code of the result; a success has one too (example)."""
    status: str | MISSING = MISSING
    """The result in one word (example)."""
    message: str | MISSING = MISSING
    """The result in words (example)."""
    soft_ref_id: str | MISSING = MISSING
    """The reference of this call (example)."""
    data: GetCreditHistoryHistoryData | MISSING = MISSING
    """What was found (example)."""
