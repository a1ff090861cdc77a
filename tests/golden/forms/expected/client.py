"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.get_thing import GetThingFound

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
    def get_thing(
        self,
        *,
        born: date | str,
        amount: Decimal | str,
    ) -> GetThingFound:
        """Get a thing.

        - born: `born`; it is a date as dd/MM/yyyy (table).
        - amount: `amount`; it is a decimal number written as text (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.get_thing import OPERATION

        reply: GetThingFound = self._call(
            OPERATION,
            {
                "born": born,
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
    async def get_thing(
        self,
        *,
        born: date | str,
        amount: Decimal | str,
    ) -> GetThingFound:
        """Await what `AcmeClient.get_thing` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.get_thing import OPERATION

        reply: GetThingFound = await self._call(
            OPERATION,
            {
                "born": born,
                "amount": amount,
            },
        )
        return reply
