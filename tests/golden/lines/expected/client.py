"""Clients of Acme: one that blocks and one that is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.absent import ABSENT, Absent
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.discreet import discreet, discreet_async
from .environments import PARTNER

if TYPE_CHECKING:
    from .models.get_loan import GetLoanFound
    from .models.get_newest_loan import GetNewestLoanFound
    from .models.pay_by_card import PayByCardPaid
    from .models.pay_by_phone import PayByPhonePaid

_FACT_NAMES = ("get_loan.method",)
_FLOW_NAMES = ()


class AcmeClient(SyncClient):
    """A client of Acme; calls block until the outcome is known.

    Environments: `own`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet
    def get_loan(
        self,
        *,
        loan_id: str,
        term: int,
        full: bool | Absent = ABSENT,
    ) -> GetLoanFound:
        """Look a loan up.

        - loan_id: `loanId`; it is text of at most 12 characters (table).
        - term: `term`; it is 1 to 60 (table).
        - full: `full` (table).

        Raises `errors.BadRequest` (definite), `errors.OutcomeUnknown`,
        `errors.NotSent`, `errors.InvalidRequest`.

        Page: Loans, https://docs.example.com/loans (read 2026-01-31).
        """
        from .operations.get_loan import OPERATION

        reply: GetLoanFound = self._call(
            OPERATION,
            {
                "loan_id": loan_id,
                "term": term,
                "full": full,
            },
        )
        return reply

    @discreet
    def get_newest_loan(
        self,
    ) -> GetNewestLoanFound:
        """Look the newest loan up.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Loans, https://docs.example.com/loans (read 2026-01-31).
        """
        from .operations.get_newest_loan import OPERATION

        reply: GetNewestLoanFound = self._call(
            OPERATION,
            {},
        )
        return reply

    @discreet
    def pay_by_card(
        self,
        *,
        card: str,
    ) -> PayByCardPaid:
        """Pay by card.

        - card: `card`; it is text of at most 16 characters (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Loans, https://docs.example.com/loans (read 2026-01-31).
        """
        from .operations.pay_by_card import OPERATION

        reply: PayByCardPaid = self._call(
            OPERATION,
            {
                "card": card,
            },
        )
        return reply

    @discreet
    def pay_by_phone(
        self,
        *,
        phone: str,
    ) -> PayByPhonePaid:
        """Pay by phone.

        - phone: `phone`; it is text of at most 16 characters (table).

        A call moves money; it is never repeated by itself.

        Raises `errors.OutcomeUnknown`, `errors.NotSent`, `errors.InvalidRequest`.

        Page: Loans, https://docs.example.com/loans (read 2026-01-31).
        """
        from .operations.pay_by_phone import OPERATION

        reply: PayByPhonePaid = self._call(
            OPERATION,
            {
                "phone": phone,
            },
        )
        return reply

    @discreet
    def checkout(
        self,
        *,
        loan_id: str,
        amount: int,
        back: str | Absent = ABSENT,
    ) -> str:
        """Let the customer pay on a page of Acme.

        - loan_id: `loanId`; it is text of at most 12 characters (table).
        - amount: `amount`; it is at least 1 (table).
        - back: `back` (table).

        Returns the URL that a browser is sent to; nothing is sent from here.

        Raises `errors.InvalidRequest`.

        Page: Loans, https://docs.example.com/loans (read 2026-01-31).
        """
        from .operations.checkout import OPERATION

        return self._link(
            OPERATION,
            {
                "loan_id": loan_id,
                "amount": amount,
                "back": back,
            },
        )


class AsyncAcmeClient(AsyncClient):
    """A client of Acme whose calls are awaited.

    Environments: `own`.
    """

    _partner = PARTNER
    _fact_names = _FACT_NAMES
    _flow_names = _FLOW_NAMES

    @discreet_async
    async def get_loan(
        self,
        *,
        loan_id: str,
        term: int,
        full: bool | Absent = ABSENT,
    ) -> GetLoanFound:
        """Await what `AcmeClient.get_loan` does and raises.

        Page: Loans, https://docs.example.com/loans.
        """
        from .operations.get_loan import OPERATION

        reply: GetLoanFound = await self._call(
            OPERATION,
            {
                "loan_id": loan_id,
                "term": term,
                "full": full,
            },
        )
        return reply

    @discreet_async
    async def get_newest_loan(
        self,
    ) -> GetNewestLoanFound:
        """Await what `AcmeClient.get_newest_loan` does and raises.

        Page: Loans, https://docs.example.com/loans.
        """
        from .operations.get_newest_loan import OPERATION

        reply: GetNewestLoanFound = await self._call(
            OPERATION,
            {},
        )
        return reply

    @discreet_async
    async def pay_by_card(
        self,
        *,
        card: str,
    ) -> PayByCardPaid:
        """Await what `AcmeClient.pay_by_card` does and raises.

        Page: Loans, https://docs.example.com/loans.
        """
        from .operations.pay_by_card import OPERATION

        reply: PayByCardPaid = await self._call(
            OPERATION,
            {
                "card": card,
            },
        )
        return reply

    @discreet_async
    async def pay_by_phone(
        self,
        *,
        phone: str,
    ) -> PayByPhonePaid:
        """Await what `AcmeClient.pay_by_phone` does and raises.

        Page: Loans, https://docs.example.com/loans.
        """
        from .operations.pay_by_phone import OPERATION

        reply: PayByPhonePaid = await self._call(
            OPERATION,
            {
                "phone": phone,
            },
        )
        return reply

    @discreet
    def checkout(
        self,
        *,
        loan_id: str,
        amount: int,
        back: str | Absent = ABSENT,
    ) -> str:
        """Let the customer pay on a page of Acme.

        - loan_id: `loanId`; it is text of at most 12 characters (table).
        - amount: `amount`; it is at least 1 (table).
        - back: `back` (table).

        Returns the URL that a browser is sent to; nothing is sent from here.

        Raises `errors.InvalidRequest`.

        Page: Loans, https://docs.example.com/loans (read 2026-01-31).
        """
        from .operations.checkout import OPERATION

        return self._link(
            OPERATION,
            {
                "loan_id": loan_id,
                "amount": amount,
                "back": back,
            },
        )
