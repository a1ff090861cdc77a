"""Clients of Ayoconnect Direct Debit: one that blocks and one that is awaited.

Payments from linked bank accounts, confirmed by the customer with an OTP.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.verify_otp import VerifyOtpAnswered

_FACT_NAMES = (
    "verify_otp.body.action.case",
    "verify_otp.path",
    "verify_otp.signature.encoding",
)
_FLOW_NAMES = ("external_id",)


class AyoconnectClient(SyncClient):
    """A client of Ayoconnect Direct Debit; calls block until the outcome is known.

    Environments: `sandbox`, `production`. Credentials: `client_secret`, `b2b_token`,
    `b2b2c_token`, `partner_id`, `channel_id`, `merchant_id`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def verify_otp(
        self,
        *,
        external_id: str | Absent = ABSENT,
        original_partner_reference_no: str,
        original_reference_no: str,
        action: str,
        otp: str,
        additional_info: Mapping[str, object],
    ) -> VerifyOtpAnswered:
        """Check the OTP that confirms a direct debit payment or the unbinding of an
        account.

        - external_id: The reference number of the payment or unbinding, the same in
          its whole flow; it is text of exactly 32 characters; it has letters and digits
          only; from the call that began the flow (table).
        - original_partner_reference_no: The caller's number of the payment or
          unbinding; it is text of exactly 32 characters; from the call that began the
          flow (table).
        - original_reference_no: Ayoconnect's number of the payment or unbinding; it
          is text of exactly 32 characters; from the reply to the call that created the
          OTP (table).
        - action: What the OTP confirms; it is text of 7 to 9 characters (table); it
          is one of "payment", "unbinding" in any letter case; payment means a direct
          debit payment; unbinding means the unbinding of an account (external:
          constants of a live client of an older version).
        - otp: The one-time password that the customer received; it is text of exactly
          6 characters (table).
        - additional_info: More about the check; the page lists no members (table).

        Rule: No HTTP status outside 2xx makes the transaction failed. (prose)

        Rule: Nor does a 502, a 504, a timeout of the client or a fault of the network.
        (prose)

        Rule: Wait for the callback; it tells what became of the transaction. (prose)

        Rule: Ask Ayoconnect by WhatsApp, or its Operations team by e-mail, when no
        callback comes within the agreed time. (prose)

        Rule: The value of the payment or unbinding that the OTP confirms is used here
        too. (table)

        Rule: The channel stays the same in one flow. (table)

        Rule: The customer has been sent an OTP before. (table)

        Rule: A payment is not given up before three attempts at the OTP; three wrong
        ones block the account. (external: Ayoconnect page on API flows)

        Rule: A code is the HTTP status, 04 and a case; Ayoconnect's own table shows 200
        00, 202 00, 400 00 to 400 02, 401 00 and 401 01 before it is cut. (external:
        Ayoconnect page on response codes)

        A call uses up the OTP and lets the payment or the unbinding go ahead; it is
        never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Verify OTP API,
        https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification (read
        2026-11-21).
        """
        from .operations.verify_otp import OPERATION

        reply: VerifyOtpAnswered = self._call(
            OPERATION,
            {
                "external_id": external_id,
                "original_partner_reference_no": original_partner_reference_no,
                "original_reference_no": original_reference_no,
                "action": action,
                "otp": otp,
                "additional_info": additional_info,
            },
        )
        return reply


class AsyncAyoconnectClient(AsyncClient):
    """A client of Ayoconnect Direct Debit whose calls are awaited.

    Environments: `sandbox`, `production`. Credentials: `client_secret`, `b2b_token`,
    `b2b2c_token`, `partner_id`, `channel_id`, `merchant_id`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def verify_otp(
        self,
        *,
        external_id: str | Absent = ABSENT,
        original_partner_reference_no: str,
        original_reference_no: str,
        action: str,
        otp: str,
        additional_info: Mapping[str, object],
    ) -> VerifyOtpAnswered:
        """Await what `AyoconnectClient.verify_otp` does and raises.

        Page: Verify OTP API,
        https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification.
        """
        from .operations.verify_otp import OPERATION

        reply: VerifyOtpAnswered = await self._call(
            OPERATION,
            {
                "external_id": external_id,
                "original_partner_reference_no": original_partner_reference_no,
                "original_reference_no": original_reference_no,
                "action": action,
                "otp": otp,
                "additional_info": additional_info,
            },
        )
        return reply
