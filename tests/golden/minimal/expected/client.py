"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

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
    def find_thing(
        self,
        *,
        id: str,
    ) -> object:
        """Find a thing.

        - id: `id` (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.find_thing import OPERATION

        reply: object = self._call(
            OPERATION,
            {
                "id": id,
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
    async def find_thing(
        self,
        *,
        id: str,
    ) -> object:
        """Await what `AcmeClient.find_thing` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.find_thing import OPERATION

        reply: object = await self._call(
            OPERATION,
            {
                "id": id,
            },
        )
        return reply
