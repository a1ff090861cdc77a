"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.list_things import ListThingsListed, ListThingsListedThingsItem

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
    def list_things(
        self,
        *,
        skip: int | Absent = ABSENT,
        count: int,
    ) -> ListThingsListed:
        """List all things.

        - skip: `skip`; it is at least 0 (table).
        - count: `count`; it is 1 to 100 (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.list_things import OPERATION

        reply: ListThingsListed = self._call(
            OPERATION,
            {
                "skip": skip,
                "count": count,
            },
        )
        return reply

    def each_list_things(
        self,
        *,
        skip: int | Absent = ABSENT,
        count: int,
    ) -> Iterator[ListThingsListedThingsItem]:
        """Yield the items of all parts that `list_things` returns.

        Each part is a call for `count` items after the first `skip` (prose); the last
        one is empty or shorter.

        Raises what the call raises.
        """
        from .operations.list_things import OPERATION

        return self._each(
            OPERATION,
            {
                "skip": skip,
                "count": count,
            },
        )


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def list_things(
        self,
        *,
        skip: int | Absent = ABSENT,
        count: int,
    ) -> ListThingsListed:
        """Await what `AcmeClient.list_things` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.list_things import OPERATION

        reply: ListThingsListed = await self._call(
            OPERATION,
            {
                "skip": skip,
                "count": count,
            },
        )
        return reply

    def each_list_things(
        self,
        *,
        skip: int | Absent = ABSENT,
        count: int,
    ) -> AsyncIterator[ListThingsListedThingsItem]:
        """Yield what `AcmeClient.each_list_things` does."""
        from .operations.list_things import OPERATION

        return self._each(
            OPERATION,
            {
                "skip": skip,
                "count": count,
            },
        )
