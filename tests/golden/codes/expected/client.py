"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.make_thing import MakeThingAnswered
    from .models.move_thing import MoveThingAnswered

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
    def make_thing(
        self,
        *,
        name: str,
    ) -> MakeThingAnswered:
        """Make a thing.

        - name: `name`; it is text of at most 20 characters (table).

        A call makes a thing; it is never repeated by itself.

        Raises `errors.BadMember`, `errors.NotMade`, `errors.NotFound` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.make_thing import OPERATION

        reply: MakeThingAnswered = self._call(
            OPERATION,
            {
                "name": name,
            },
        )
        return reply

    @discreet
    def move_thing(
        self,
        *,
        name: str,
    ) -> MoveThingAnswered:
        """Move a thing.

        - name: `name` (table).

        A call moves a thing; it is never repeated by itself.

        Raises `errors.Refused`, `errors.TooHeavy` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.move_thing import OPERATION

        reply: MoveThingAnswered = self._call(
            OPERATION,
            {
                "name": name,
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
    async def make_thing(
        self,
        *,
        name: str,
    ) -> MakeThingAnswered:
        """Await what `AcmeClient.make_thing` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.make_thing import OPERATION

        reply: MakeThingAnswered = await self._call(
            OPERATION,
            {
                "name": name,
            },
        )
        return reply

    @discreet_async
    async def move_thing(
        self,
        *,
        name: str,
    ) -> MoveThingAnswered:
        """Await what `AcmeClient.move_thing` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.move_thing import OPERATION

        reply: MoveThingAnswered = await self._call(
            OPERATION,
            {
                "name": name,
            },
        )
        return reply
