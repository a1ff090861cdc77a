"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.wrap_thing import WrapThingWrapped

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
    def wrap_thing(
        self,
        *,
        version: str | Absent = ABSENT,
        sent: datetime | str | Absent = ABSENT,
        note: str | Absent = ABSENT,
        price: float | Decimal | Absent = ABSENT,
    ) -> WrapThingWrapped:
        """Wrap a thing.

        - version: `version` (table).
        - sent: `sent`; it is a date and time as yyyy-MM-dd HH:mm:ss (table).
        - note: `note` (table); it is text of exactly 4 characters (inferred: every
          sample has four).
        - price: `price` (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.wrap_thing import OPERATION

        reply: WrapThingWrapped = self._call(
            OPERATION,
            {
                "version": version,
                "sent": sent,
                "note": note,
                "price": price,
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
    async def wrap_thing(
        self,
        *,
        version: str | Absent = ABSENT,
        sent: datetime | str | Absent = ABSENT,
        note: str | Absent = ABSENT,
        price: float | Decimal | Absent = ABSENT,
    ) -> WrapThingWrapped:
        """Await what `AcmeClient.wrap_thing` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.wrap_thing import OPERATION

        reply: WrapThingWrapped = await self._call(
            OPERATION,
            {
                "version": version,
                "sent": sent,
                "note": note,
                "price": price,
            },
        )
        return reply
