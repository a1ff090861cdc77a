"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.pay import PayAnswered

_FACT_NAMES = ("pay.path", "pay.body.action.case", "pay.signature.encoding")
_FLOW_NAMES = ("flow_id",)


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`. Credentials: `token`, `secret`, `channel`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def pay(
        self,
        *,
        flow_id: str | Absent = ABSENT,
        reference: str,
        action: str,
    ) -> PayAnswered:
        """Pay.

        - flow_id: `X-FLOW` (external: the house standard); it is text of exactly 32
          characters (table).
        - reference: `reference` (external: the house standard); it is text of exactly
          32 characters (table).
        - action: `action`; it is one of "pay", "undo" in any letter case (table).

        Rule: A status other than 2xx is no failure. (prose)

        A call moves money; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.pay import OPERATION

        reply: PayAnswered = self._call(
            OPERATION,
            {
                "flow_id": flow_id,
                "reference": reference,
                "action": action,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`. Credentials: `token`, `secret`, `channel`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def pay(
        self,
        *,
        flow_id: str | Absent = ABSENT,
        reference: str,
        action: str,
    ) -> PayAnswered:
        """Await what `AcmeClient.pay` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.pay import OPERATION

        reply: PayAnswered = await self._call(
            OPERATION,
            {
                "flow_id": flow_id,
                "reference": reference,
                "action": action,
            },
        )
        return reply
