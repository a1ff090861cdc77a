"""Replies of verify_otp as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Verify OTP API,
https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification (read
2026-11-21).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class VerifyOtpAnsweredQParams(ApiModel):
    """Parameters of the page on which a PIN is set (external: ASPI SNAP Developer Site
    (Registrasi)).
    """

    action: str | MISSING = MISSING
    """The kind of OTP action; it is text of at most 10 characters (external: ASPI SNAP
    Developer Site (Registrasi)).
    """


class VerifyOtpAnsweredAdditionalInfo(ApiModel):
    """What a provider adds to the standard (external: ASPI SNAP Developer Site
    (Registrasi)).
    """


class VerifyOtpAnswered(ApiModel):
    """The result of the check; its code decides what it means (HTTP status 200 or 202
    or 400 or 401 or 403 or 404 or 405 or 409 or 429 or 500 or 504; external: ASPI SNAP
    Developer Site (Registrasi)).
    """

    response_code: Annotated[str, Field(alias="responseCode")]
    """HTTP status, service and case, put together; it is text of exactly 7 characters
    (external: ASPI SNAP Developer Site (Registrasi)); it has digits only (inferred:
    HTTP status and service and case are digits throughout).
    """
    response_message: Annotated[str, Field(alias="responseMessage")]
    """The code in words; match on the code, not on this; it is text of at most 150
    characters (external: ASPI SNAP Developer Site (Registrasi)).
    """
    original_reference_no: Annotated[
        str | MISSING, Field(alias="originalReferenceNo")
    ] = MISSING
    """The provider's number of the transaction, as it was sent; it is text of at most
    64 characters (external: ASPI SNAP Developer Site (Registrasi)).
    """
    original_partner_reference_no: Annotated[
        str | MISSING, Field(alias="originalPartnerReferenceNo")
    ] = MISSING
    """The caller's number of the transaction; it is text of at most 64 characters
    (external: ASPI SNAP Developer Site (Registrasi)).
    """
    account_no: Annotated[str | MISSING, Field(alias="accountNo")] = MISSING
    """The customer's account number; it is text of at most 11 characters (external:
    ASPI SNAP Developer Site (Registrasi)).
    """
    bank_card_token: Annotated[str | MISSING, Field(alias="bankCardToken")] = MISSING
    """The token that stands for the card in payments; it is text of at most 128
    characters (external: ASPI SNAP Developer Site (Registrasi)).
    """
    card_pan: Annotated[str | MISSING, Field(alias="cardPan")] = MISSING
    """The card; it is text of at most 16 characters (external: ASPI SNAP Developer Site
    (Registrasi)).
    """
    customer_id: Annotated[str | MISSING, Field(alias="customerId")] = MISSING
    """The customer; it is text of at most 45 characters (external: ASPI SNAP Developer
    Site (Registrasi)).
    """
    email: str | MISSING = MISSING
    """The customer's e-mail address; it is text of at most 254 characters (external:
    ASPI SNAP Developer Site (Registrasi)).
    """
    expired_datetime: Annotated[str | MISSING, Field(alias="expiredDatetime")] = MISSING
    """When it expires; it is text of at most 25 characters (external: ASPI SNAP
    Developer Site (Registrasi)).
    """
    expiry_date: Annotated[str | MISSING, Field(alias="expiryDate")] = MISSING
    """When the card expires as MMYY; it is text of at most 4 characters (external: ASPI
    SNAP Developer Site (Registrasi)).
    """
    identification_no: Annotated[str | MISSING, Field(alias="identificationNo")] = (
        MISSING
    )
    """The customer's national number; it is text of at most 64 characters (external:
    ASPI SNAP Developer Site (Registrasi)).
    """
    linkage_token: Annotated[str | MISSING, Field(alias="linkageToken")] = MISSING
    """The token for the redirection to the PIN; it is text of at most 204 characters
    (external: ASPI SNAP Developer Site (Registrasi)).
    """
    phone_no: Annotated[str | MISSING, Field(alias="phoneNo")] = MISSING
    """The customer's phone number, beginning with 62; it is text of at most 16
    characters (external: ASPI SNAP Developer Site (Registrasi)).
    """
    q_params_url: Annotated[str | MISSING, Field(alias="qParamsURL")] = MISSING
    """The page on which a PIN is set; it is text of at most 100 characters (external:
    ASPI SNAP Developer Site (Registrasi)).
    """
    q_params: Annotated[VerifyOtpAnsweredQParams | MISSING, Field(alias="qParams")] = (
        MISSING
    )
    """Parameters of the page on which a PIN is set (external: ASPI SNAP Developer Site
    (Registrasi)).
    """
    send_otp_flag: Annotated[str | MISSING, Field(alias="sendOtpFlag")] = MISSING
    """Whether the provider's OTP is used; it is text of at most 3 characters; it is one
    of "YES", "NO"; YES means the provider sends the OTP; NO means it does not
    (external: ASPI SNAP Developer Site (Registrasi)).
    """
    subscribe_datetime: Annotated[str | MISSING, Field(alias="subscribeDatetime")] = (
        MISSING
    )
    """When the customer signed up; it is text of at most 25 characters (external: ASPI
    SNAP Developer Site (Registrasi)).
    """
    token_expiry_time: Annotated[str | MISSING, Field(alias="tokenExpiryTime")] = (
        MISSING
    )
    """When the token expires; it is text of at most 25 characters (external: ASPI SNAP
    Developer Site (Registrasi)).
    """
    transaction_timestamp: Annotated[
        str | MISSING, Field(alias="transactionTimestamp")
    ] = MISSING
    """When it happened; it is text of at most 25 characters (external: ASPI SNAP
    Developer Site (Registrasi)).
    """
    additional_info: Annotated[
        VerifyOtpAnsweredAdditionalInfo | MISSING, Field(alias="additionalInfo")
    ] = MISSING
    """What a provider adds to the standard (external: ASPI SNAP Developer Site
    (Registrasi)).
    """
