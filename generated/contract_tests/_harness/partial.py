"""Cases about replies that tell what became of each of several items."""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar

from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner
from .edits import Put
from .light import dataclass
from .pointers import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Tells(Case):
    """A reply with an item to each documented code, and one that is not documented."""

    side: ClassVar[str] = "client"

    answer: str
    pointer: str
    """Where in the body the items are."""
    items: tuple[Json, ...]
    outcomes: tuple[tuple[str, str], ...]
    """The code and the outcome that each of them is told with."""

    @property
    def proves(self) -> str:
        return "each item of a reply is told with the outcome of its own code"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract, provider = partner.contract, partner.provider
        provider.clear()
        edit = Put(self.pointer, list(self.items))
        provider.next(reply=self.answer, edits=(edit,))
        try:
            reply = client.call(contract, partner.url(), client.arguments, TIMEOUT)
        except client.errors.ApiError as error:
            raise broken(contract, self, f"the client raised: {error!r}") from None
        package = client.kind.__module__.split(".")[0]
        partial: Any = import_module(f"{package}._runtime.partial")
        told = tuple((e.code, e.outcome) for e in partial.item_outcomes(reply))
        if told != self.outcomes:
            due = f"due: {self.outcomes}"
            raise broken(contract, self, f"came: {told}", due)
