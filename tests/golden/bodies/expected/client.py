"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.ask_balance import AskBalanceTold
    from .models.get_report import GetReportAsCsv, GetReportAsJson, GetReportNoneThere
    from .models.pay import PayAnswered
    from .models.send_text import SendTextRefused, SendTextSent

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
    def ask_balance(
        self,
        *,
        account: str,
    ) -> AskBalanceTold:
        """Ask for the balance.

        - account: `account`; it is text of at most 12 characters (example).

        Raises `errors.Fault` (definite), `errors.OutcomeUnknown`, `errors.NotSent`,
        `errors.InvalidRequest`.

        Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
        """
        from .operations.ask_balance import OPERATION

        reply: AskBalanceTold = self._call(
            OPERATION,
            {
                "account": account,
            },
        )
        return reply

    @discreet
    def get_report(
        self,
        *,
        day: date | str,
        format: Literal["json", "csv"],
    ) -> GetReportAsJson | GetReportAsCsv | GetReportNoneThere:
        """Get the payments of a day.

        - day: `day`; it is a date as yyyyMMdd (table).
        - format: `format`; it is one of "json", "csv" (table).

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
        """
        from .operations.get_report import OPERATION

        reply: GetReportAsJson | GetReportAsCsv | GetReportNoneThere = self._call(
            OPERATION,
            {
                "day": day,
                "format": format,
            },
        )
        return reply

    @discreet
    def pay(
        self,
        *,
        currency: str,
        amount: int,
        phone: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        note: str | None | Absent = ABSENT,
        items: Mapping[str, object] | Absent = ABSENT,
        tags: Sequence[object] | Absent = ABSENT,
    ) -> PayAnswered:
        """Pay.

        - currency: `currency`; it is text of exactly 3 characters (table).
        - amount: `value`; it is at least 1 (table).
        - phone: `phone`; it has digits only (table).
        - email: `email`; it is text of at most 30 characters (table).
        - note: `note`; it is text of at most 40 characters (table).
        - items: `items` (table).
        - tags: `tags` (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.Refused`, `errors.NotReadable` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
        """
        from .operations.pay import OPERATION

        reply: PayAnswered = self._call(
            OPERATION,
            {
                "currency": currency,
                "amount": amount,
                "phone": phone,
                "email": email,
                "note": note,
                "items": items,
                "tags": tags,
            },
        )
        return reply

    @discreet
    def send_text(
        self,
        *,
        text: str,
        to: Sequence[object],
        flash: bool | Absent = ABSENT,
        count: int | Absent = ABSENT,
        sender: Mapping[str, object] | Absent = ABSENT,
    ) -> SendTextSent | SendTextRefused:
        """Send a text message.

        - text: `text`; it is text of at most 160 characters (table).
        - to: `to` (table).
        - flash: `flash` (table).
        - count: `count`; it is 1 to 9 (table).
        - sender: `sender` (table).

        A call sends a message; it is never repeated by itself.

        Raises `errors.NoText`, `errors.BadValue`, `errors.NotAForm` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
        """
        from .operations.send_text import OPERATION

        reply: SendTextSent | SendTextRefused = self._call(
            OPERATION,
            {
                "text": text,
                "to": to,
                "flash": flash,
                "count": count,
                "sender": sender,
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
    async def ask_balance(
        self,
        *,
        account: str,
    ) -> AskBalanceTold:
        """Await what `AcmeClient.ask_balance` does and raises.

        Page: Gateway, https://docs.example.com/gateway.
        """
        from .operations.ask_balance import OPERATION

        reply: AskBalanceTold = await self._call(
            OPERATION,
            {
                "account": account,
            },
        )
        return reply

    @discreet_async
    async def get_report(
        self,
        *,
        day: date | str,
        format: Literal["json", "csv"],
    ) -> GetReportAsJson | GetReportAsCsv | GetReportNoneThere:
        """Await what `AcmeClient.get_report` does and raises.

        Page: Gateway, https://docs.example.com/gateway.
        """
        from .operations.get_report import OPERATION

        reply: GetReportAsJson | GetReportAsCsv | GetReportNoneThere = await self._call(
            OPERATION,
            {
                "day": day,
                "format": format,
            },
        )
        return reply

    @discreet_async
    async def pay(
        self,
        *,
        currency: str,
        amount: int,
        phone: str | Absent = ABSENT,
        email: str | Absent = ABSENT,
        note: str | None | Absent = ABSENT,
        items: Mapping[str, object] | Absent = ABSENT,
        tags: Sequence[object] | Absent = ABSENT,
    ) -> PayAnswered:
        """Await what `AcmeClient.pay` does and raises.

        Page: Gateway, https://docs.example.com/gateway.
        """
        from .operations.pay import OPERATION

        reply: PayAnswered = await self._call(
            OPERATION,
            {
                "currency": currency,
                "amount": amount,
                "phone": phone,
                "email": email,
                "note": note,
                "items": items,
                "tags": tags,
            },
        )
        return reply

    @discreet_async
    async def send_text(
        self,
        *,
        text: str,
        to: Sequence[object],
        flash: bool | Absent = ABSENT,
        count: int | Absent = ABSENT,
        sender: Mapping[str, object] | Absent = ABSENT,
    ) -> SendTextSent | SendTextRefused:
        """Await what `AcmeClient.send_text` does and raises.

        Page: Gateway, https://docs.example.com/gateway.
        """
        from .operations.send_text import OPERATION

        reply: SendTextSent | SendTextRefused = await self._call(
            OPERATION,
            {
                "text": text,
                "to": to,
                "flash": flash,
                "count": count,
                "sender": sender,
            },
        )
        return reply
