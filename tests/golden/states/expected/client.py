"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.get_state import GetStateTold

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
    def get_state(
        self,
        *,
        name: str,
    ) -> GetStateTold:
        """Ask what became of a thing.

        - name: `name` (table).

        States at thing.state: MAKING (not final, allows get_state, it is worked on),
        MADE (final), BROKEN (final), LOST (not said whether final, nobody knows where
        it is) (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.get_state import OPERATION

        reply: GetStateTold = self._call(
            OPERATION,
            {
                "name": name,
            },
        )
        return reply

    @discreet
    def poll_get_state(
        self,
        *,
        name: str,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> GetStateTold:
        """Call `get_state` until its state is final.

        Asked every 5 s for at most 60 s (prose).

        Raises what the call raises, and `errors.OutcomeUnknown` (`not-final`) where the
        schedule ends before. `sleep` waits, `now` tells the seconds.
        """
        from .operations.get_state import OPERATION

        reply: GetStateTold = self._poll(
            OPERATION,
            {
                "name": name,
            },
            sleep,
            now,
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
    async def get_state(
        self,
        *,
        name: str,
    ) -> GetStateTold:
        """Await what `AcmeClient.get_state` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.get_state import OPERATION

        reply: GetStateTold = await self._call(
            OPERATION,
            {
                "name": name,
            },
        )
        return reply

    @discreet_async
    async def poll_get_state(
        self,
        *,
        name: str,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> GetStateTold:
        """Await what `AcmeClient.poll_get_state` does."""
        from .operations.get_state import OPERATION

        reply: GetStateTold = await self._poll(
            OPERATION,
            {
                "name": name,
            },
            sleep,
            now,
        )
        return reply
