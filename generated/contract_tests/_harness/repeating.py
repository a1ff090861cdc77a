"""Cases about calls that are made again with the key that the first was made with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner
from .edits import Put
from .exchanges import Meaning, Server, fail, meaning
from .light import dataclass
from .pointers import Json, found, steps_of
from .wire import NoAnswer

LOST: Final = "closed-before-answer"
"""The fault after which nobody knows whether the call was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats(Case):
    """A call whose outcome is lost, and the same call once more."""

    side: ClassVar[str] = "client"

    pointer: str
    """Where the key stands."""
    argument: str
    prefix: str = ""

    @property
    def proves(self) -> str:
        return (
            f"a call without {self.argument} is sent once with one of its own,"
            " which the error has and a second call takes"
        )

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        partner.provider.clear()
        lost = self._made(partner, client, fault=LOST)
        told = getattr(lost, "idempotency_key", None)
        first = self._last(partner, due=1)
        if told is None or first != self.prefix + told:
            says = f"the error has the key {told!r}; sent: {first!r}"
            raise broken(partner.contract, self, says)
        self._made(partner, client, key=told)
        if self._last(partner, due=2) != first:
            raise broken(partner.contract, self, "the second call has another key")
        self._made(partner, client)
        if self._last(partner, due=3) == first:
            raise broken(
                partner.contract, self, "a call of its own has the key of another"
            )

    def _made(
        self, partner: Partner, client: Client, *, key: str = "", fault: str = ""
    ) -> Any:
        """Make one call and return what it raised, if anything."""
        passed = {**client.arguments, self.argument: key}
        if not key:
            del passed[self.argument]
        try:
            client.call(partner.contract, partner.url(fault=fault), passed, TIMEOUT)
        except client.errors.ApiError as error:
            return error
        return None

    def _last(self, partner: Partner, due: int) -> Json:
        """Return the key of the last request, of which there are *due* by now."""
        __tracebackhide__ = True
        records = partner.provider.log.records
        if len(records) != due:
            raise broken(
                partner.contract, self, f"came: {len(records)} requests; due: {due}"
            )
        steps = steps_of(self.pointer)
        is_header = steps[0] == "headers"
        at = tuple(each.lower() for each in steps) if is_header else steps
        return found(records[-1].document, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Again(Case):
    """One request twice, with one key."""

    side: ClassVar[str] = "provider"

    pointer: str

    @property
    def proves(self) -> str:
        return "a call that is made again with its key is answered as the first was"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        key = self._new(server)
        told = list(self._answers(server, key))
        first, second = ((each.reply.name, each.code) for each in told)
        if first != second:
            code = second[1].code if second[1] else second[0]
            raise broken(server.contract, self, f"the second answer is {code}")

    def _answers(self, server: Server, key: Put) -> Iterable[Meaning]:
        __tracebackhide__ = True
        for _ in range(2):
            try:
                exchange = server.ask((key,))
            except NoAnswer as error:
                raise broken(server.contract, self, f"came: {error}") from None
            meant = meaning(self, exchange)
            if meant.outcome not in ("success", "alternative"):
                raise fail(self, exchange, "due: a success")
            yield meant

    def _new(self, server: Server) -> Put:
        """Return a key that was never sent, as long as the example."""
        import uuid

        contract = server.contract
        example = str(found(contract.example, steps_of(self.pointer)))
        source = next(each for each in contract.sources if each.pointer == self.pointer)
        length = len(example) - len(source.prefix)
        # Decimal digits are what every kind of key may have.
        digits = f"{uuid.uuid4().int:039d}"[-length:].rjust(length, "1")
        return Put(self.pointer, source.prefix + digits)
