"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.make_thing import MakeThingMade, MakeThingQueued, MakeThingRefused

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
        batch: int | Absent = ABSENT,
        x_request_id: str,
        name: str,
        kind: Literal["A", "B"] | Absent = ABSENT,
    ) -> MakeThingMade | MakeThingQueued | MakeThingRefused:
        """Make a thing.

        - batch: `batch`; it is at least 1 (table).
        - x_request_id: `X-Request-Id`; it is text of exactly 8 characters (table).
        - name: `name`; it is text of at most 20 characters (table).
        - kind: `kind`; it is one of "A", "B"; A means a small one; B means a big one;
          A is assumed when it is left out (table).

        Rule: A thing lives for a minute. (prose)

        A call makes a thing; it is never repeated by itself.

        Raises `errors.NoName` (definite), `errors.OutcomeUnknown`, `errors.NotSent`,
        `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.make_thing import OPERATION

        reply: MakeThingMade | MakeThingQueued | MakeThingRefused = self._call(
            OPERATION,
            {
                "batch": batch,
                "x_request_id": x_request_id,
                "name": name,
                "kind": kind,
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
        batch: int | Absent = ABSENT,
        x_request_id: str,
        name: str,
        kind: Literal["A", "B"] | Absent = ABSENT,
    ) -> MakeThingMade | MakeThingQueued | MakeThingRefused:
        """Await what `AcmeClient.make_thing` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.make_thing import OPERATION

        reply: MakeThingMade | MakeThingQueued | MakeThingRefused = await self._call(
            OPERATION,
            {
                "batch": batch,
                "x_request_id": x_request_id,
                "name": name,
                "kind": kind,
            },
        )
        return reply
