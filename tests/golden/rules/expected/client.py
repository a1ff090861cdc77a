"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.order import OrderOrdered

_FACT_NAMES = ()
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`, `production`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def order(
        self,
        *,
        number: str,
        amount: int,
        test: Literal["1"] | Absent = ABSENT,
    ) -> OrderOrdered:
        """Order a thing.

        - number: `number`; it is text of at most 20 characters (table).
        - amount: `amount`; it is at least 1 (table).
        - test: `test`; it is "1" (table).

        Rule: A number is taken once a day. (unique per day; prose)

        Rule: No more than the account holds. (limited by the balance of the account;
        prose)

        Rule: At most five calls a second. (5 calls per second; prose)

        Rule: Orders are taken on weekdays. (08:00 to 17:00, +07:00, days mon, tue, wed,
        thu, fri; prose)

        Rule: Only known addresses are let in. (address must be registered; prose)

        Rule: The state may be asked for every half minute. (poll every 30 s, times 10,
        for 300; prose)

        Rule: This marks a test. (test: 1; table)

        Rule: The result comes later. (the result comes by query, operation order;
        prose)

        Rule: Every number is taken. (in sandbox; prose)

        Rule: New members may appear in a reply. (prose)

        Rule: This call will go. (since 2025, instead the call order_things; prose)

        Rule: Names are not to be kept. (prose)

        Rule: An order is open for ten minutes. (prose)

        A call orders a thing; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Order, https://docs.example.com/order (read 2026-01-31).
        """
        from .operations.order import OPERATION

        reply: OrderOrdered = self._call(
            OPERATION,
            {
                "number": number,
                "amount": amount,
                "test": test,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`, `production`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def order(
        self,
        *,
        number: str,
        amount: int,
        test: Literal["1"] | Absent = ABSENT,
    ) -> OrderOrdered:
        """Await what `AcmeClient.order` does and raises.

        Page: Order, https://docs.example.com/order.
        """
        from .operations.order import OPERATION

        reply: OrderOrdered = await self._call(
            OPERATION,
            {
                "number": number,
                "amount": amount,
                "test": test,
            },
        )
        return reply
