"""Cases about what the generated client makes of answers, and of answers that fail."""

from __future__ import annotations

import threading
from dataclasses import field
from typing import Any, ClassVar, Final

from .calls import only_record
from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner
from .light import dataclass
from .pointers import Json

SHORT: Final = (0.04, 0.1, 0.4, 1.6)
"""Seconds that a call waits where the provider never answers in full.

A busy machine may need the shortest before a byte has left; then the next one is tried.
"""
TOO_LONG: Final = 2.0
"""Seconds after which the provider hangs up on a call that should not wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered(Case):
    side: ClassVar[str] = "client"

    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    """Keyword arguments that ask for the answer."""

    def _call(self, partner: Partner, client: Client, answer: str) -> Any:
        base_url = partner.url(reply=answer)
        passed = {**client.arguments, **self.arguments}
        return client.call(partner.contract, base_url, passed, TIMEOUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returns(_Answered):
    """A documented answer that the client returns."""

    answer: str
    """The name of a reply, or a code."""
    model: str
    """The class of what is returned."""
    reads: dict[str, Json] = field(default_factory=dict[str, Json])
    """What stands at attributes of it, such as `body.result_info.result_code`."""

    @property
    def proves(self) -> str:
        return f"the answer {self.answer} is returned as {self.model}"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        partner.provider.clear()
        try:
            reply = self._call(partner, client, self.answer)
        except client.errors.ApiError as error:
            raise broken(
                partner.contract, self, f"the client raised: {error}"
            ) from None
        only_record(self, partner)
        if type(reply).__name__ != self.model:
            raise broken(partner.contract, self, f"came: a {type(reply).__name__}")
        for path, value in self.reads.items():
            came = _read(reply, path)
            if came != value or isinstance(came, bool) != isinstance(value, bool):
                raise broken(
                    partner.contract, self, f"{path} is {came!r}; due: {value!r}"
                )


def _read(reply: Any, path: str) -> Any:
    for name in path.split("."):
        reply = reply[int(name)] if name.isdecimal() else getattr(reply, name)
    return reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Raises(_Answered):
    """A documented answer that the client raises."""

    answer: str
    """The name of a reply, or a code."""
    error: str
    """The exception's class."""
    base: str
    """`Rejected` or `OutcomeUnknown`."""
    http: int
    code: str = ""
    message: str = ""
    says: str = ""
    """The message that the page gives for the code."""
    then: str = ""
    """What to do next, in a word."""
    model: str = ""
    """The class of the reply that the error carries."""

    @property
    def proves(self) -> str:
        return f"the answer {self.answer} is raised as {self.error}, a {self.base}"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        partner.provider.clear()
        try:
            reply = self._call(partner, client, self.answer)
        except client.errors.ApiError as error:
            raised = error
        else:
            came = f"the client returned a {type(reply).__name__}"
            raise broken(partner.contract, self, came)
        only_record(self, partner)
        wrong = self._wrong(client, raised, partner.contract.name)
        if wrong:
            raise broken(
                partner.contract, self, *wrong, f"the client raised: {raised!r}"
            )

    def _wrong(self, client: Client, raised: Any, operation: str) -> list[str]:
        if type(raised) is not getattr(client.errors, self.error):
            return [f"came: a {type(raised).__name__}"]
        wrong = []
        if not isinstance(raised, getattr(client.errors, self.base)):
            wrong.append(f"it is no {self.base}")
        if getattr(raised, "reason", "documented") != "documented":
            wrong.append(f"it was not recognized: {raised.reason}")
        if raised.http_status != self.http:
            wrong.append(f"http_status is {raised.http_status}; due: {self.http}")
        if self.code and raised.code != self.code:
            wrong.append(f"code is {raised.code!r}; due: {self.code!r}")
        if self.message and raised.message != self.message:
            wrong.append(f"message is {raised.message!r}; due: {self.message!r}")
        due = {
            "operation": operation,
            "documented_message": self.says or None,
            "then": self.then or None,
        }
        for name, value in due.items():
            if getattr(raised, name) != value:
                wrong.append(f"{name} is {getattr(raised, name)!r}; due: {value!r}")
        if type(raised.reply).__name__ != self.model:
            wrong.append(f"reply is a {type(raised.reply).__name__}; due: {self.model}")
        return wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Fails(Case):
    """A failure between provider and client, after which nobody knows the outcome."""

    side: ClassVar[str] = "client"

    fault: str
    """The name of a fault in `faults.FAULTS`."""
    reasons: tuple[str, ...]
    """The reasons that the client may give."""

    @property
    def proves(self) -> str:
        return f"a provider that has the fault {self.fault} leaves the outcome unknown"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        raised, times = self._ended(partner, client)
        if isinstance(raised, client.errors.NotSent):
            raise broken(partner.contract, self, f"came: {raised!r}")
        if raised.reason not in self.reasons:
            told = f"it says {raised.reason}; due: {' or '.join(self.reasons)}"
            raise broken(partner.contract, self, told)
        if times != 1:
            raise broken(
                partner.contract, self, f"it was sent {times} times; due: once"
            )

    def _ended(self, partner: Partner, client: Client) -> tuple[Any, int]:
        """Return what the call raises, with time enough to be sent, and how often it was."""
        if "timeout" not in self.reasons:
            raised = self._raised(partner, client, TIMEOUT, is_waiting=False)
            return raised, partner.provider.log.connections
        raised, times = None, 0
        for timeout in SHORT:
            raised = self._raised(partner, client, timeout, is_waiting=True)
            times = partner.provider.met()
            if not isinstance(raised, client.errors.NotSent):
                break
        return raised, times

    def _raised(
        self, partner: Partner, client: Client, timeout: float, is_waiting: bool
    ) -> Any:
        __tracebackhide__ = True
        partner.provider.clear()
        base_url = partner.url(fault=self.fault)
        patience = threading.Timer(TOO_LONG, partner.provider.hang_up)
        try:
            if is_waiting:
                patience.start()
            client.call(partner.contract, base_url, client.arguments, timeout)
        except (client.errors.OutcomeUnknown, client.errors.NotSent) as error:
            return error
        except client.errors.ApiError as error:
            raise broken(partner.contract, self, f"came: {error!r}") from None
        finally:
            patience.cancel()
        raise broken(partner.contract, self, "came: a success")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable(Case):
    """A provider that cannot be reached: it is certain that nothing was sent."""

    side: ClassVar[str] = "client"

    @property
    def proves(self) -> str:
        return "a call that finds no connection was not sent"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        base_url = f"http://127.0.0.1:{_closed_port()}"
        try:
            client.call(partner.contract, base_url, client.arguments, TIMEOUT)
        except client.errors.NotSent:
            return
        except client.errors.ApiError as error:
            raise broken(partner.contract, self, f"came: {error!r}") from None
        raise broken(partner.contract, self, "came: a success")


def _closed_port() -> int:
    import socket

    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port
