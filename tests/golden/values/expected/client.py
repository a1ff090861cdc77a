"""Clients of Shop: one that blocks and one that is awaited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.send_money import SendMoneySent

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
    def send_money(
        self,
        *,
        amount: Decimal | str,
        fee: float | Decimal,
        cents: int,
        currency: str,
        country: Literal["DE", "FR"],
        phone: str,
        name: str,
        plate: str,
        number: str,
        text: str,
        template: str,
        branch: str,
        tags: Sequence[str] | str,
        extras: Mapping[str, str] | str,
        picture: bytes | str,
        notify: str,
        expires: date | str,
        lines: Sequence[object],
        note: str,
        day: date | str | Absent = ABSENT,
        service_id: str,
        customer_no: str,
        account: str,
    ) -> SendMoneySent:
        """Send money.

        - amount: `amount`; it is a decimal number written as text with exactly 2
          decimals and at most 16 digits; it is 0.01 to 99999.99 (table).
        - fee: `fee`; it is 0.5 to 100; it has at most 6 digits and at most 2 after
          the point (table).
        - cents: `cents`; it counts the smallest unit: 2 decimals are left out
          (table).
        - currency: `currency`; it is a currency as ISO 4217 has it, such as EUR
          (table).
        - country: `country`; it is a country as ISO 3166-1 has it, such as DE; it is
          one of "DE", "FR" (table).
        - phone: `phone`; it is text of 9 to 12 characters; it has digits only; it
          begins with "62" or "63" (table).
        - name: `name`; it is text of at most 35 characters; it has letters, digits, "
          " and "-" only (table).
        - plate: `plate`; it has no small letters (table).
        - number: `number`; it is one of these (a card: is text of exactly 16
          characters and has digits only; a BIN: is text of exactly 6 characters and has
          digits only) (table).
        - text: `text`; it is text of at most 160 characters of ASCII, and otherwise
          is text of at most 70 characters (table).
        - template: `template`; it holds "{code}" exactly once (table).
        - branch: `branch`; it is text of exactly 8 characters, filled with blanks on
          the left (table).
        - tags: `tags`; it is a list joined by "," of 1 to 3 (table).
        - extras: `extras`; it is name:value pairs joined by "," (table).
        - picture: `picture`; it is base64 (table).
        - notify: `notify`; it is an address with https, a name for its host, no port,
          no "localhost" (table).
        - expires: `expires`; it is a month as MM/yyyy (table).
        - lines: `lines`; it has 2 to 4 items (table).
        - note: `note`; it is text of 3 to 10 characters; it may be empty text
          (table).
        - day: `day`; it is a date as yyyyMMdd; the day of the call is assumed when it
          is left out (table).
        - service_id: `serviceId`; it is text of 3 to 8 characters (table).
        - customer_no: `customerNo`; it is text of at most 20 characters (table).
        - account: `account`; the partner changes it: leading zeros are dropped
          (table).

        Condition: body.virtualAccountNo is body.serviceId + "-" + body.customerNo
        (table)

        A call moves money; it is never repeated by itself.

        Raises `errors.NotSendable` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Orders, https://docs.example.com/orders (read 2026-01-31).
        """
        from .operations.send_money import OPERATION

        reply: SendMoneySent = self._call(
            OPERATION,
            {
                "amount": amount,
                "fee": fee,
                "cents": cents,
                "currency": currency,
                "country": country,
                "phone": phone,
                "name": name,
                "plate": plate,
                "number": number,
                "text": text,
                "template": template,
                "branch": branch,
                "tags": tags,
                "extras": extras,
                "picture": picture,
                "notify": notify,
                "expires": expires,
                "lines": lines,
                "note": note,
                "day": day,
                "service_id": service_id,
                "customer_no": customer_no,
                "account": account,
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
    async def send_money(
        self,
        *,
        amount: Decimal | str,
        fee: float | Decimal,
        cents: int,
        currency: str,
        country: Literal["DE", "FR"],
        phone: str,
        name: str,
        plate: str,
        number: str,
        text: str,
        template: str,
        branch: str,
        tags: Sequence[str] | str,
        extras: Mapping[str, str] | str,
        picture: bytes | str,
        notify: str,
        expires: date | str,
        lines: Sequence[object],
        note: str,
        day: date | str | Absent = ABSENT,
        service_id: str,
        customer_no: str,
        account: str,
    ) -> SendMoneySent:
        """Await what `ShopClient.send_money` does and raises.

        Page: Orders, https://docs.example.com/orders.
        """
        from .operations.send_money import OPERATION

        reply: SendMoneySent = await self._call(
            OPERATION,
            {
                "amount": amount,
                "fee": fee,
                "cents": cents,
                "currency": currency,
                "country": country,
                "phone": phone,
                "name": name,
                "plate": plate,
                "number": number,
                "text": text,
                "template": template,
                "branch": branch,
                "tags": tags,
                "extras": extras,
                "picture": picture,
                "notify": notify,
                "expires": expires,
                "lines": lines,
                "note": note,
                "day": day,
                "service_id": service_id,
                "customer_no": customer_no,
                "account": account,
            },
        )
        return reply
