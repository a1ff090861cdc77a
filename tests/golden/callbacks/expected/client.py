"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

_FACT_NAMES = ()
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`. Credentials: `webhook_secret`, `public_key`, `hook_user`,
    `hook_password`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def get_payment(
        self,
        *,
        payment_id: str,
    ) -> object:
        """Tell what became of a payment.

        - payment_id: `paymentId`; it is text of exactly 12 characters (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.get_payment import OPERATION

        reply: object = self._call(
            OPERATION,
            {
                "payment_id": payment_id,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`. Credentials: `webhook_secret`, `public_key`, `hook_user`,
    `hook_password`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def get_payment(
        self,
        *,
        payment_id: str,
    ) -> object:
        """Await what `AcmeClient.get_payment` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.get_payment import OPERATION

        reply: object = await self._call(
            OPERATION,
            {
                "payment_id": payment_id,
            },
        )
        return reply
