"""Clients of Shop: one that blocks and one that is awaited."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.place_order import PlaceOrderPlaced

_FACT_NAMES = ()
_FLOW_NAMES = ()


class ShopClient(SyncClient):
    """A client of Shop; calls block until the outcome is known.

    Environments: `production`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def place_order(
        self,
        *,
        from_: date | str | Absent = ABSENT,
        to: date | str | Absent = ABSENT,
        x_mode: Literal["live", "test"],
        x_trace: str | Absent = ABSENT,
        method: Literal["CARD", "CASH"],
        card: str | Absent = ABSENT,
        phone: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        size: Literal["S", "M", "L"] | Absent = ABSENT,
        least: int | Absent = ABSENT,
        most: int | Absent = ABSENT,
        vat: str | Absent = ABSENT,
    ) -> PlaceOrderPlaced:
        """Place an order.

        - from_: `from` (table); it is a date as dd.MM.yyyy (prose).
        - to: `to` (table); it is a date as dd.MM.yyyy (prose).
        - x_mode: `X-Mode`; it is one of "live", "test" (table).
        - x_trace: `X-Trace`; is required where headers.X-Mode is "test" (table).
        - method: `method`; it is one of "CARD", "CASH" (table).
        - card: `card`; is required where body.method is "CARD" (table).
        - phone: `phone` (table).
        - email: `email` (table).
        - size: `size`; it is one of "S", "M", "L" (table).
        - least: `least`; it is at least 1 (table).
        - most: `most`; it is at least 1 (table).
        - vat: `vat`; is required where the account is a company's (table).

        Condition: exactly one of body.phone, body.email is there (prose)

        Condition: body.least is at most body.most (prose)

        Condition: query.from is at most query.to (prose)

        Condition: body.size is "S" or "M" where body.size is there and body.method is
        not "CARD" (prose)

        A call places an order; it is never repeated by itself.

        Raises `errors.OrderRefused` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Orders, https://docs.example.com/orders (read 2026-01-31).
        """
        from .operations.place_order import OPERATION

        reply: PlaceOrderPlaced = self._call(
            OPERATION,
            {
                "from_": from_,
                "to": to,
                "x_mode": x_mode,
                "x_trace": x_trace,
                "method": method,
                "card": card,
                "phone": phone,
                "email": email,
                "size": size,
                "least": least,
                "most": most,
                "vat": vat,
            },
        )
        return reply


class AsyncShopClient(AsyncClient):
    """A client of Shop whose calls are awaited.

    Environments: `production`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def place_order(
        self,
        *,
        from_: date | str | Absent = ABSENT,
        to: date | str | Absent = ABSENT,
        x_mode: Literal["live", "test"],
        x_trace: str | Absent = ABSENT,
        method: Literal["CARD", "CASH"],
        card: str | Absent = ABSENT,
        phone: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        size: Literal["S", "M", "L"] | Absent = ABSENT,
        least: int | Absent = ABSENT,
        most: int | Absent = ABSENT,
        vat: str | Absent = ABSENT,
    ) -> PlaceOrderPlaced:
        """Await what `ShopClient.place_order` does and raises.

        Page: Orders, https://docs.example.com/orders.
        """
        from .operations.place_order import OPERATION

        reply: PlaceOrderPlaced = await self._call(
            OPERATION,
            {
                "from_": from_,
                "to": to,
                "x_mode": x_mode,
                "x_trace": x_trace,
                "method": method,
                "card": card,
                "phone": phone,
                "email": email,
                "size": size,
                "least": least,
                "most": most,
                "vat": vat,
            },
        )
        return reply
