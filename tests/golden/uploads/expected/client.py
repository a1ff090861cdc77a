"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .._runtime.files import File as File
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.upload import UploadRefused, UploadStored

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
    def upload(
        self,
        *,
        customer: str,
        pages: int | Absent = ABSENT,
        photo: File,
        logo: File | Absent = ABSENT,
        document: File | Absent = ABSENT,
    ) -> UploadStored | UploadRefused:
        """Upload the documents of a customer.

        - customer: `customer`; it is text of at most 12 characters (table).
        - pages: `pages`; it is 1 to 9 (table).
        - photo: `photo`; its media is one of "image/png", "image/jpeg"; its size is
          at most 2048; its width is 1 to 1024; its height is 1 to 768 (table).
        - logo: `logo`; its media is "image/gif"; its width is 1 to 64; its height is
          1 to 64 (table).
        - document: `document`; its part is not "pdf"; its media is "text/plain"; its
          size is 100 to 4096 (table).

        A call stores files; it is never repeated by itself.

        Raises `errors.Missing`, `errors.Wrong`, `errors.NotParts` (definite),
        `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
        """
        from .operations.upload import OPERATION

        reply: UploadStored | UploadRefused = self._call(
            OPERATION,
            {
                "customer": customer,
                "pages": pages,
                "photo": photo,
                "logo": logo,
                "document": document,
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
    async def upload(
        self,
        *,
        customer: str,
        pages: int | Absent = ABSENT,
        photo: File,
        logo: File | Absent = ABSENT,
        document: File | Absent = ABSENT,
    ) -> UploadStored | UploadRefused:
        """Await what `AcmeClient.upload` does and raises.

        Page: Gateway, https://docs.example.com/gateway.
        """
        from .operations.upload import OPERATION

        reply: UploadStored | UploadRefused = await self._call(
            OPERATION,
            {
                "customer": customer,
                "pages": pages,
                "photo": photo,
                "logo": logo,
                "document": document,
            },
        )
        return reply
