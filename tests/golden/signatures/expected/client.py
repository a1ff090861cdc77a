"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.charge import ChargeAnswered
    from .models.look_up import LookUpAnswered
    from .models.start import StartAnswered
    from .models.transfer import TransferAnswered

_FACT_NAMES = (
    "charge.signature.encoding",
    "look_up.signature.encoding",
    "start.signature.encoding",
    "transfer.signature.encoding",
)
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `sandbox`. Credentials: `merchant`, `secret`, `salt`, `salt_index`,
    `private_key`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def charge(
        self,
        *,
        amount: str,
        extra: str | Absent = ABSENT,
        note: str | Absent = ABSENT,
    ) -> ChargeAnswered:
        """Charge a card.

        - amount: `amount`; it is text of at most 10 characters (table).
        - extra: `extra` (table).
        - note: `note` (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.BadField`, `errors.BadSignature` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.charge import OPERATION

        reply: ChargeAnswered = self._call(
            OPERATION,
            {
                "amount": amount,
                "extra": extra,
                "note": note,
            },
        )
        return reply

    @discreet
    def look_up(
        self,
        *,
        id: str,
        amount: str | Absent = ABSENT,
        x_place: str | Absent = ABSENT,
    ) -> LookUpAnswered:
        """Look a payment up.

        - id: `id`; it is text of at most 20 characters (table).
        - amount: `amount` (table).
        - x_place: `X-Place` (table).

        Raises `errors.BadField`, `errors.BadSignature` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.look_up import OPERATION

        reply: LookUpAnswered = self._call(
            OPERATION,
            {
                "id": id,
                "amount": amount,
                "x_place": x_place,
            },
        )
        return reply

    @discreet
    def start(
        self,
        *,
        order: str,
    ) -> StartAnswered:
        """Start a payment.

        - order: `order`; it is text of at most 20 characters (table).

        A call starts a payment; it is never repeated by itself.

        Raises `errors.BadField`, `errors.BadSignature` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Thing, https://docs.example.com/thing (read 2026-01-31).
        """
        from .operations.start import OPERATION

        reply: StartAnswered = self._call(
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

        Raises `errors.BadField`, `errors.BadSignature` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

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

    Environments: `sandbox`. Credentials: `merchant`, `secret`, `salt`, `salt_index`,
    `private_key`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def charge(
        self,
        *,
        amount: str,
        extra: str | Absent = ABSENT,
        note: str | Absent = ABSENT,
    ) -> ChargeAnswered:
        """Await what `AcmeClient.charge` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.charge import OPERATION

        reply: ChargeAnswered = await self._call(
            OPERATION,
            {
                "amount": amount,
                "extra": extra,
                "note": note,
            },
        )
        return reply

    @discreet_async
    async def look_up(
        self,
        *,
        id: str,
        amount: str | Absent = ABSENT,
        x_place: str | Absent = ABSENT,
    ) -> LookUpAnswered:
        """Await what `AcmeClient.look_up` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.look_up import OPERATION

        reply: LookUpAnswered = await self._call(
            OPERATION,
            {
                "id": id,
                "amount": amount,
                "x_place": x_place,
            },
        )
        return reply

    @discreet_async
    async def start(
        self,
        *,
        order: str,
    ) -> StartAnswered:
        """Await what `AcmeClient.start` does and raises.

        Page: Thing, https://docs.example.com/thing.
        """
        from .operations.start import OPERATION

        reply: StartAnswered = await self._call(
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
