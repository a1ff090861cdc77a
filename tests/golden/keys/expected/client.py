"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.pay import PayPaid

_FACT_NAMES = ()
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def pay(
        self,
        *,
        x_key: str | Absent = ABSENT,
        amount: int,
    ) -> PayPaid:
        """Pay.

        - x_key: `X-Key`; it is text of exactly 20 characters; it has digits only;
          made for each call that does not pass it (table).
        - amount: `amount` (table).

        A call may be made again within 3600 s with the `x_key` of the first, which an
        error has as `idempotency_key` (prose).

        A call moves money; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.pay import OPERATION

        reply: PayPaid = self._call(
            OPERATION,
            {
                "x_key": x_key,
                "amount": amount,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def pay(
        self,
        *,
        x_key: str | Absent = ABSENT,
        amount: int,
    ) -> PayPaid:
        """Await what `AcmeClient.pay` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.pay import OPERATION

        reply: PayPaid = await self._call(
            OPERATION,
            {
                "x_key": x_key,
                "amount": amount,
            },
        )
        return reply
