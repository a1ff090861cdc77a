"""Cases about callers who call at the same time: each gets an answer of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Barrier
from typing import ClassVar

from .cases import Case, broken
from .exchanges import Exchange, Server, fail, meaning
from .light import dataclass
from .programmed import Gets, filled, fresh, see
from .wire import Answer, NoAnswer, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce(Case):
    """Requests at the same time, of which each gets exactly one answer."""

    side: ClassVar[str] = "provider"

    answers: tuple[Gets, ...]
    """In texts, `{new}` stands for what was never sent before."""
    in_any_order: bool = False
    """True where all ask the same, so that nobody says which of them is the first."""

    @property
    def proves(self) -> str:
        told = " and ".join(f"{each.what} gets {each.answer}" for each in self.answers)
        return f"at the same time, {told}"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        try:
            came = tuple(_sent(server, self.answers))
        except NoAnswer as error:
            raise broken(server.contract, self, f"came: {error}") from None
        left = list(self.answers)
        for exchange, due in zip(came, self.answers, strict=True):
            due = self._first(left, exchange) if self.in_any_order else due
            see(self, due, exchange)

    def _first(self, left: list[Gets], exchange: Exchange) -> Gets:
        """Take the answer that came from those that are due; Broken where it is none."""
        __tracebackhide__ = True
        meant = meaning(self, exchange)
        code = meant.code.code if meant.code else meant.reply.name
        due = next((each for each in left if each.answer == code), None)
        if due is None:
            rest = " or ".join(dict.fromkeys(each.answer for each in left))
            raise fail(self, exchange, f"due: {rest}; it is {code} once too often")
        left.remove(due)
        return due


def _sent(server: Server, asked: tuple[Gets, ...]) -> Iterator[Exchange]:
    """Yield what came of each request: all are ready before the first is sent."""
    from concurrent.futures import ThreadPoolExecutor  # of which most runs need nothing

    new, gate = fresh(), Barrier(len(asked))

    def together(base_url: str, request: Request) -> Answer:
        gate.wait()
        return server.sends(base_url, request)

    ready = replace(server, sends=together)

    def exchange(due: Gets) -> Exchange:
        return ready.ask(tuple(filled(each, new) for each in due.edits))

    with ThreadPoolExecutor(len(asked)) as pool:
        yield from pool.map(exchange, asked)
