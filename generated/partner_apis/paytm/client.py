"""Clients of Paytm AI router: one that blocks and one that is awaited.

Login and payment options of Paytm customers behind one router.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.verify_otp import VerifyOtpAnswered

_FACT_NAMES = ()
_FLOW_NAMES = ()


class PaytmClient(SyncClient):
    """A client of Paytm AI router; calls block until the outcome is known.

    Environments: `staging`, `production`. Credentials: `user`, `password`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def verify_otp(
        self,
        *,
        mid: str,
        order_id: str,
        request_time_stamp: str | Absent = ABSENT,
        token_type: str,
        token: str,
        channel_id: Literal["WEB", "WAP", "APP", "SYSTEM"] | Absent = ABSENT,
        version: str | Absent = ABSENT,
        otp: str,
        remember_me: bool | Absent = ABSENT,
    ) -> VerifyOtpAnswered:
        """Check the OTP that a customer typed and finish the login to the router.

        - mid: The merchant that the order belongs to (example).
        - order_id: The order that the customer pays (example); it is text of at most
          50 characters (external: Paytm Create Order page); from the Create Order call
          (example).
        - request_time_stamp: When the request is sent, as epoch time; it is epoch
          time in an unstated unit, written as text (table).
        - token_type: The kind of token; TXN_TOKEN is the one the page names (table).
        - token: The transaction token; from the Create Order call (table).
        - channel_id: Where the customer is; it is one of "WEB", "WAP", "APP",
          "SYSTEM"; WEB is assumed when it is left out (table).
        - version: The version of the interface, shown only in the sample call; the
          page does not say whether it is required (example).
        - otp: The one-time password that the customer received by SMS or e-mail
          (table).
        - remember_me: Log the customer in by itself next time (table).

        Rule: The OTP is valid for one session. (table)

        Rule: The order exists and its transaction token is the one that is sent.
        (external: Paytm page on the flow of the AI router)

        Rule: The customer was sent an OTP before. (external: Paytm page on the flow of
        the AI router)

        Rule: A customer who has reached the limit of OTPs raises a query at
        paytm.com/care. (table)

        A call uses up the OTP and logs the customer in; it is never repeated by itself.

        Raises `errors.ParameterMissing`, `errors.MandatoryElementMissing`,
        `errors.InvalidParameters`, `errors.SessionExpired`, `errors.MidMismatch`,
        `errors.OrderIdMismatch` and 7 more (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Verify OTP API,
        https://business.paytm.com/docs/api/ai-router-verify-otp-api (read 2026-11-21).
        """
        from .operations.verify_otp import OPERATION

        reply: VerifyOtpAnswered = self._call(
            OPERATION,
            {
                "mid": mid,
                "order_id": order_id,
                "request_time_stamp": request_time_stamp,
                "token_type": token_type,
                "token": token,
                "channel_id": channel_id,
                "version": version,
                "otp": otp,
                "remember_me": remember_me,
            },
        )
        return reply


class AsyncPaytmClient(AsyncClient):
    """A client of Paytm AI router whose calls are awaited.

    Environments: `staging`, `production`. Credentials: `user`, `password`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def verify_otp(
        self,
        *,
        mid: str,
        order_id: str,
        request_time_stamp: str | Absent = ABSENT,
        token_type: str,
        token: str,
        channel_id: Literal["WEB", "WAP", "APP", "SYSTEM"] | Absent = ABSENT,
        version: str | Absent = ABSENT,
        otp: str,
        remember_me: bool | Absent = ABSENT,
    ) -> VerifyOtpAnswered:
        """Await what `PaytmClient.verify_otp` does and raises.

        Page: Verify OTP API,
        https://business.paytm.com/docs/api/ai-router-verify-otp-api.
        """
        from .operations.verify_otp import OPERATION

        reply: VerifyOtpAnswered = await self._call(
            OPERATION,
            {
                "mid": mid,
                "order_id": order_id,
                "request_time_stamp": request_time_stamp,
                "token_type": token_type,
                "token": token,
                "channel_id": channel_id,
                "version": version,
                "otp": otp,
                "remember_me": remember_me,
            },
        )
        return reply
