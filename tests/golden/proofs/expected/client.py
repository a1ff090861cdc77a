"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.charge import ChargeAnswered
    from .models.transfer import TransferAnswered

_FACT_NAMES = ("charge.signature.encoding", "transfer.signature.encoding")
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`. Credentials: `secret`, `public_key`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def charge(
        self,
        *,
        order: str,
    ) -> ChargeAnswered:
        """Charge a card.

        - order: `order`; it is text of at most 20 characters (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.BadField` (definite), `errors.OutcomeUnknown`, `errors.NotSent`,
        `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.charge import OPERATION

        reply: ChargeAnswered = self._call(
            OPERATION,
            {
                "order": order,
            },
        )
        return reply

    @discreet
    def transfer(
        self,
        *,
        account: str,
    ) -> TransferAnswered:
        """Transfer money.

        - account: `account`; it is text of at most 20 characters (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.BadField` (definite), `errors.OutcomeUnknown`, `errors.NotSent`,
        `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.transfer import OPERATION

        reply: TransferAnswered = self._call(
            OPERATION,
            {
                "account": account,
            },
        )
        return reply


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `sandbox`. Credentials: `secret`, `public_key`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def charge(
        self,
        *,
        order: str,
    ) -> ChargeAnswered:
        """Await what `AcmeClient.charge` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.charge import OPERATION

        reply: ChargeAnswered = await self._call(
            OPERATION,
            {
                "order": order,
            },
        )
        return reply

    @discreet_async
    async def transfer(
        self,
        *,
        account: str,
    ) -> TransferAnswered:
        """Await what `AcmeClient.transfer` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.transfer import OPERATION

        reply: TransferAnswered = await self._call(
            OPERATION,
            {
                "account": account,
            },
        )
        return reply
