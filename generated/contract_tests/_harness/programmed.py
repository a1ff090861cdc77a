"""Cases about one server: the exact answer to every fault and every programmed value.

What an environment says beyond the page is exact, so its answers are: the HTTP status,
the code and the text, also where two faults meet and the order of the checks decides.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import ClassVar, Final

from .cases import Case, broken, shown
from .edits import Edit, Put
from .exchanges import Asked, Exchange, Server, fail, meaning
from .light import dataclass
from .pointers import found, same
from .wire import NoAnswer

NOT_SERVED: Final = (404, 405, 501)
"""What HTTP has for a method that there is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gets(Asked):
    """A request that gets exactly one answer."""

    answer: str
    """A code, or the name of a reply that carries none."""
    reply: str
    http: int | None
    """None where the environment names no single status."""
    message: str = ""
    """The exact text; empty where none is known."""

    @property
    def proves(self) -> str:
        return f"{self.what} gets {self.answer}"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        see(self, self, self.exchange(server))


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated(Case):
    """Requests one after another on one connection: each gets exactly one answer."""

    side: ClassVar[str] = "provider"

    answers: tuple[Gets, ...]
    """In texts, `{new}` stands for what was never sent before.

    `{other}` differs from it in letter case, and `{more}` begins with it.
    """

    @property
    def proves(self) -> str:
        told = ", then ".join(
            f"{each.what} gets {each.answer}" for each in self.answers
        )
        return f"one after another on one connection, {told}"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        new = fresh()
        with server.on_one_connection() as kept:
            for due in self.answers:
                edits = tuple(filled(each, new) for each in due.edits)
                try:
                    exchange = kept.ask(edits)
                except NoAnswer as error:
                    raise broken(server.contract, self, f"came: {error}") from None
                see(self, due, exchange)


def fresh() -> dict[str, str]:
    """Return texts that were never sent before, by what stands for them."""
    new = f"a{uuid.uuid4().hex[:15]}"
    return {"{new}": new, "{other}": new.swapcase(), "{more}": f"{new}1"}


def filled(edit: Edit, new: Mapping[str, str]) -> Edit:
    """Return *edit* with what is *new* where its text leaves room for it."""
    if not isinstance(edit, Put) or not isinstance(edit.value, str):
        return edit
    text = edit.value
    for name, value in new.items():
        text = text.replace(name, value)
    return Put(edit.pointer, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotServed(Case):
    """The valid request by another method, which nobody documents."""

    side: ClassVar[str] = "provider"

    method: str

    @property
    def proves(self) -> str:
        return f"the request by {self.method} is not served"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        try:
            exchange = server.ask((), method=self.method)
        except NoAnswer as error:
            raise broken(server.contract, self, f"came: {error}") from None
        if exchange.answer.status not in NOT_SERVED:
            listed = " or ".join(map(str, NOT_SERVED))
            raise fail(self, exchange, f"due: the HTTP status {listed}")


def see(case: Case, due: Gets, exchange: Exchange) -> None:
    """Hold an answer to what is *due*; Broken where it is another."""
    __tracebackhide__ = True
    meant = meaning(case, exchange)
    code = meant.code.code if meant.code else ""
    if due.answer not in (code, meant.reply.name):
        came = f"it is {code or meant.reply.name}"
        raise fail(case, exchange, f"due: {due.answer}; {came}")
    if meant.reply.name != due.reply:
        raise fail(case, exchange, f"due: the reply {due.reply}")
    if due.http not in (None, exchange.answer.status):
        raise fail(case, exchange, f"due: the HTTP status {due.http}")
    at = meant.reply.message_at
    if (
        due.message
        and at is not None
        and not same(found(exchange.read()[1], at), due.message)
    ):
        raise fail(case, exchange, f"due: the text {shown(due.message)}")
