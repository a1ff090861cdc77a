"""Clients of AOPay: one that blocks and one that is awaited.

Credit reports of customers and domestic money transfer, both confirmed by OTP.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.get_credit_history import GetCreditHistoryHistory
    from .models.submit_otp import SubmitOtpAccepted
    from .models.transaction_send_otp import (
        TransactionSendOtpOtpSent,
        TransactionSendOtpRegistrationStarted,
    )

_FACT_NAMES = ()
_FLOW_NAMES = ()


class AopayClient(SyncClient):
    """A client of AOPay; calls block until the outcome is known.

    Environments: `production`. Credentials: `registration_id`, `company_code`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def get_credit_history(
        self,
        *,
        client_order_id: str | Absent = ABSENT,
        cibil_id: str | Absent = ABSENT,
    ) -> GetCreditHistoryHistory:
        """Get the credit history of a customer.

        - client_order_id: The caller's own number of this request, unique; the page
          does not say whether it is required (table).
        - cibil_id: What identifies the customer's credit profile or a check of it;
          the page does not say whether it is required (table).

        Rule: client_order_id links a reply to the caller's order, though no reply
        repeats it. (table)

        Raises `errors.AmountRequired` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Get Credit History,
        https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx (read 2026-11-21).
        """
        from .operations.get_credit_history import OPERATION

        reply: GetCreditHistoryHistory = self._call(
            OPERATION,
            {
                "client_order_id": client_order_id,
                "cibil_id": cibil_id,
            },
        )
        return reply

    @discreet
    def submit_otp(
        self,
        *,
        cibil_id: str | Absent = ABSENT,
        access_token: str | Absent = ABSENT,
        otp: str | Absent = ABSENT,
        question_key: str | Absent = ABSENT,
        answer_key: str | Absent = ABSENT,
    ) -> SubmitOtpAccepted:
        """Submit the OTP that the customer received from the Generate OTP call.

        - cibil_id: What identifies the customer's credit profile or this check of it;
          the page does not say whether it is required (table).
        - access_token: The token that authorizes access to the credit data; the page
          does not say whether it is required; from the CIBIL interface or what stands
          before it (table).
        - otp: The one-time password that was sent to the customer's mobile; the page
          does not say whether it is required; from the customer, after the Generate OTP
          call (table).
        - question_key: Not described; by its name, a security question; the page does
          not say whether it is required (example).
        - answer_key: Not described; by its name, the answer to the security question;
          the page does not say whether it is required (example).

        Rule: The OTP comes from the Generate OTP call, which has to be made before.
        (prose)

        A call uses up the OTP; it is never repeated by itself.

        Raises `errors.AmountRequired` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx (read
        2026-11-21).
        """
        from .operations.submit_otp import OPERATION

        reply: SubmitOtpAccepted = self._call(
            OPERATION,
            {
                "cibil_id": cibil_id,
                "access_token": access_token,
                "otp": otp,
                "question_key": question_key,
                "answer_key": answer_key,
            },
        )
        return reply

    @discreet
    def transaction_send_otp(
        self,
        *,
        mobile_number: str | Absent = ABSENT,
        bene_id: str | Absent = ABSENT,
        txntype: Literal["IMPS", "NEFT"] | Absent = ABSENT,
        amount: Decimal | str | Absent = ABSENT,
        pincode: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        dob: date | str | Absent = ABSENT,
        latitude: Decimal | str | Absent = ABSENT,
        longitude: Decimal | str | Absent = ABSENT,
    ) -> TransactionSendOtpOtpSent | TransactionSendOtpRegistrationStarted:
        """Send the customer the OTP that authorizes a money transfer.

        - mobile_number: The mobile number of the customer who sends the money; the
          page does not say whether it is required (table).
        - bene_id: The beneficiary, as registered under the sender; the page does not
          say whether it is required; from the call that registers or fetches
          beneficiaries (table).
        - txntype: The kind of transfer; it is one of "IMPS", "NEFT"; the page does
          not say whether it is required (table).
        - amount: The amount; neither currency nor decimals are stated (example); it
          is a decimal number written as text (inferred: the sample is a number); the
          page does not say whether it is required (example).
        - pincode: The postal code of the customer; the page does not say whether it
          is required (example).
        - address: The address of the customer; the page does not say whether it is
          required (example).
        - dob: The customer's date of birth (example); it is a date as dd/MM/yyyy
          (inferred: the first part of the sample is greater than 12); the page does not
          say whether it is required (example).
        - latitude: Where the customer is, in degrees (example); it is a decimal
          number written as text (inferred: the sample is a number); the page does not
          say whether it is required (example).
        - longitude: Where the customer is, in degrees; the wire name is spelled like
          this (example); it is a decimal number written as text (inferred: the sample
          is a number); the page does not say whether it is required (example).

        Rule: The OTP is valid for 90 seconds. (prose)

        Rule: stateresp has to be handed to the call that follows. (external: the flow
        of PaySprint and AOPay's own page that registers a customer)

        Rule: The beneficiary has to be registered under the sender before. (table)

        A call sends an OTP to the customer's mobile; it is never repeated by itself.

        Raises `errors.AuthenticationFailed` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Transaction Send OTP,
        https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx (read 2026-11-21).
        """
        from .operations.transaction_send_otp import OPERATION

        reply: TransactionSendOtpOtpSent | TransactionSendOtpRegistrationStarted
        reply = self._call(
            OPERATION,
            {
                "mobile_number": mobile_number,
                "bene_id": bene_id,
                "txntype": txntype,
                "amount": amount,
                "pincode": pincode,
                "address": address,
                "dob": dob,
                "latitude": latitude,
                "longitude": longitude,
            },
        )
        return reply


class AsyncAopayClient(AsyncClient):
    """A client of AOPay whose calls are awaited.

    Environments: `production`. Credentials: `registration_id`, `company_code`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def get_credit_history(
        self,
        *,
        client_order_id: str | Absent = ABSENT,
        cibil_id: str | Absent = ABSENT,
    ) -> GetCreditHistoryHistory:
        """Await what `AopayClient.get_credit_history` does and raises.

        Page: Get Credit History,
        https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx.
        """
        from .operations.get_credit_history import OPERATION

        reply: GetCreditHistoryHistory = await self._call(
            OPERATION,
            {
                "client_order_id": client_order_id,
                "cibil_id": cibil_id,
            },
        )
        return reply

    @discreet_async
    async def submit_otp(
        self,
        *,
        cibil_id: str | Absent = ABSENT,
        access_token: str | Absent = ABSENT,
        otp: str | Absent = ABSENT,
        question_key: str | Absent = ABSENT,
        answer_key: str | Absent = ABSENT,
    ) -> SubmitOtpAccepted:
        """Await what `AopayClient.submit_otp` does and raises.

        Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx.
        """
        from .operations.submit_otp import OPERATION

        reply: SubmitOtpAccepted = await self._call(
            OPERATION,
            {
                "cibil_id": cibil_id,
                "access_token": access_token,
                "otp": otp,
                "question_key": question_key,
                "answer_key": answer_key,
            },
        )
        return reply

    @discreet_async
    async def transaction_send_otp(
        self,
        *,
        mobile_number: str | Absent = ABSENT,
        bene_id: str | Absent = ABSENT,
        txntype: Literal["IMPS", "NEFT"] | Absent = ABSENT,
        amount: Decimal | str | Absent = ABSENT,
        pincode: str | Absent = ABSENT,
        address: str | Absent = ABSENT,
        dob: date | str | Absent = ABSENT,
        latitude: Decimal | str | Absent = ABSENT,
        longitude: Decimal | str | Absent = ABSENT,
    ) -> TransactionSendOtpOtpSent | TransactionSendOtpRegistrationStarted:
        """Await what `AopayClient.transaction_send_otp` does and raises.

        Page: Transaction Send OTP,
        https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx.
        """
        from .operations.transaction_send_otp import OPERATION

        reply: TransactionSendOtpOtpSent | TransactionSendOtpRegistrationStarted
        reply = await self._call(
            OPERATION,
            {
                "mobile_number": mobile_number,
                "bene_id": bene_id,
                "txntype": txntype,
                "amount": amount,
                "pincode": pincode,
                "address": address,
                "dob": dob,
                "latitude": latitude,
                "longitude": longitude,
            },
        )
        return reply
