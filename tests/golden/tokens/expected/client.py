"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.get_token import GetTokenIssued
    from .models.pay import PayPaid
    from .models.refund import RefundRefunded

_FACT_NAMES = ()
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`. Credentials: `secret`, `token`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def get_token(
        self,
    ) -> GetTokenIssued:
        """Get a token.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.get_token import OPERATION

        reply: GetTokenIssued = self._call(
            OPERATION,
            {},
        )
        return reply

    @discreet
    def pay(
        self,
    ) -> PayPaid:
        """Pay.

        A call moves money; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.pay import OPERATION

        reply: PayPaid = self._call(
            OPERATION,
            {},
        )
        return reply

    @discreet
    def refund(
        self,
        *,
        id: str,
    ) -> RefundRefunded:
        """Give a payment back.

        - id: `id`; from the reply of pay, at body.id (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.refund import OPERATION

        reply: RefundRefunded = self._call(
            OPERATION,
            {
                "id": id,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`. Credentials: `secret`, `token`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def get_token(
        self,
    ) -> GetTokenIssued:
        """Await what `AcmeClient.get_token` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.get_token import OPERATION

        reply: GetTokenIssued = await self._call(
            OPERATION,
            {},
        )
        return reply

    @discreet_async
    async def pay(
        self,
    ) -> PayPaid:
        """Await what `AcmeClient.pay` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.pay import OPERATION

        reply: PayPaid = await self._call(
            OPERATION,
            {},
        )
        return reply

    @discreet_async
    async def refund(
        self,
        *,
        id: str,
    ) -> RefundRefunded:
        """Await what `AcmeClient.refund` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.refund import OPERATION

        reply: RefundRefunded = await self._call(
            OPERATION,
            {
                "id": id,
            },
        )
        return reply
