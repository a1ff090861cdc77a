"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.pay import PayAnswered

_FACT_NAMES = ()
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`, `rehearsal`. Credentials: `token`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def pay(
        self,
        *,
        amount: int,
        reference: str,
        kind: Literal["A", "B"] | Absent = ABSENT,
    ) -> PayAnswered:
        """Pay.

        - amount: `amount`; it is at least 1 (table).
        - reference: `reference`; it is text of at most 20 characters (table).
        - kind: `kind`; it is one of "A", "B" (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.Wrong`, `errors.Refused` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Pay, https://docs.example.com/pay (read 2026-01-31).
        """
        from .operations.pay import OPERATION

        reply: PayAnswered = self._call(
            OPERATION,
            {
                "amount": amount,
                "reference": reference,
                "kind": kind,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`, `rehearsal`. Credentials: `token`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def pay(
        self,
        *,
        amount: int,
        reference: str,
        kind: Literal["A", "B"] | Absent = ABSENT,
    ) -> PayAnswered:
        """Await what `AcmeClient.pay` does and raises.

        Page: Pay, https://docs.example.com/pay.
        """
        from .operations.pay import OPERATION

        reply: PayAnswered = await self._call(
            OPERATION,
            {
                "amount": amount,
                "reference": reference,
                "kind": kind,
            },
        )
        return reply
