"""Cases about credentials that a client fetches by another operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner, runner, ticking
from .contract import Contract
from .edits import Put
from .light import dataclass

if TYPE_CHECKING:
    from .desk import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetches(Case):
    """Calls without a credential that another operation returns."""

    side: ClassVar[str] = "client"

    credential: str

    @property
    def proves(self) -> str:
        return (
            f"{self.credential} is fetched once for several calls, again when it has"
            " ended, and shown by nothing"
        )

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract, provider = partner.contract, partner.provider
        fetch = self._fetching(partner)
        own, other = contract.operation, fetch.operation
        provider.clear()
        shown = self._made(partner, client, fetch, (1, 1))
        self._see(partner, [other, own, own])
        if self._declared(contract).example in shown:
            raise broken(partner.contract, self, "the repr of the client holds it")
        provider.clear()
        self._made(partner, client, fetch, (2,))
        came = [each.operation.partition(".")[2] for each in provider.log.records]
        if came.count(other) != 1 or came.count(own) != 2:
            raise broken(partner.contract, self, f"two calls at once made {came}")
        lasts_at = self._lasts_at(contract)
        if lasts_at:
            provider.clear()
            provider.next(edits=(Put(lasts_at, 0),))
            self._made(partner, client, fetch, (1, 1))
            self._see(partner, [other, own, other, own])

    def _fetching(self, partner: Partner) -> Contract:
        fetched = self._declared(partner.contract).fetched
        name = f"{partner.contract.partner}.{fetched.operation if fetched else ''}"
        return next(each for each in partner.provider.contracts if each.name == name)

    def _declared(self, contract: Contract) -> Any:
        return next(e for e in contract.credentials if e.name == self.credential)

    def _lasts_at(self, contract: Contract) -> str:
        fetched = self._declared(contract).fetched
        return str(fetched.lasts_at) if fetched else ""

    def _made(
        self,
        partner: Partner,
        client: Client,
        fetch: Contract,
        rounds: tuple[int, ...],
    ) -> str:
        """Make calls, so many at once in each round, and return the client's repr."""
        contract = partner.contract
        known = (*contract.credentials, *fetch.credentials)
        settings: dict[str, Any] = {
            "base_url": partner.provider.url(contract.partner),
            "credentials": {e.name: e.example for e in known if e.fetched is None},
            "facts": {**contract.stated, **fetch.stated},
            "timeout": TIMEOUT,
            "clock": ticking(),
        }
        with client.alone(contract):
            if client.is_awaited:
                return runner().run(_awaited(client, contract, settings, rounds))
            return _in_threads(client, contract, settings, rounds)

    def _see(self, partner: Partner, due: list[str]) -> None:
        __tracebackhide__ = True
        records = partner.provider.log.records
        came = [each.operation.partition(".")[2] for each in records]
        if came != due:
            raise broken(partner.contract, self, f"came: {came}; due: {due}")
        wrong = list(_unknown(records))
        if wrong:
            raise broken(partner.contract, self, *wrong)


def _unknown(records: list[Record]) -> Iterator[str]:
    """Yield what the provider found wrong with credentials."""
    for record in records:
        for fault in record.faults:
            if fault.kind == "credential":
                yield f"{record.operation}: {fault}"


def _in_threads(
    client: Client,
    contract: Contract,
    settings: Mapping[str, Any],
    rounds: tuple[int, ...],
) -> str:
    from concurrent.futures import ThreadPoolExecutor

    def call(caller: Any) -> None:
        getattr(caller, contract.operation)(**client.arguments)

    with client.kind(**settings) as caller, ThreadPoolExecutor(max(rounds)) as pool:
        for at_once in rounds:
            list(pool.map(call, [caller] * at_once))
        return repr(caller)


async def _awaited(
    client: Client,
    contract: Contract,
    settings: Mapping[str, Any],
    rounds: tuple[int, ...],
) -> str:
    async with client.kind(**settings) as caller:
        for at_once in rounds:
            call = getattr(caller, contract.operation)
            import asyncio

            await asyncio.gather(*(call(**client.arguments) for _ in range(at_once)))
        return repr(caller)
