"""Cases about what the generated client never shows: secrets, and what people told."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, Final

from .bodies import text_of
from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner
from .edits import Put
from .light import dataclass
from .pointers import NOTHING, found, steps_of

SHORTEST: Final = 4
"""Shorter texts stand by chance in what is shown."""
_ADDRESS: Final = re.compile("0x[0-9a-f]+")
"""Where an object lies in memory, which may hold any digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hides(Case):
    """A call after which no text that is made by accident holds a secret."""

    side: ClassVar[str] = "client"

    answer: str = ""
    """The name of a reply or a code; empty for that of a good request."""
    message_at: str = ""
    """Where the answer repeats the secrets, if it does."""
    breaks: str = ""
    """An argument that makes the call one that must not be sent."""

    @property
    def proves(self) -> str:
        after = f"the answer {self.answer}" if self.answer else "a call"
        told = " that repeats them" if self.message_at else ""
        return f"no log, repr or exception holds a secret after {after}{told}"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract, provider = partner.contract, partner.provider
        secrets = {text for text in self._secrets(partner) if len(text) >= SHORTEST}
        provider.clear()
        edits = (
            (Put(self.message_at, " ".join(sorted(secrets))),)
            if self.message_at
            else ()
        )
        provider.next(reply=self.answer, edits=edits)
        arguments = dict(client.arguments)
        if self.breaks:
            arguments[self.breaks] = [arguments[self.breaks]]
        with _logged() as lines:
            try:
                came = client.call(contract, partner.url(), arguments, TIMEOUT)
            except client.errors.ApiError as error:
                came = error
        shown = (("a log record", "\n".join(lines)), self._client(partner, client))
        for what, text in (*shown, *_shown(came)):
            bare = _ADDRESS.sub("", text)
            if any(secret in bare for secret in secrets):
                raise broken(contract, self, f"{what} holds a secret")
        if self.breaks and not isinstance(came, client.errors.InvalidRequest):
            raise broken(contract, self, f"came: {came!r}", "due: InvalidRequest")
        message = getattr(came, "message", None)
        if edits and isinstance(came, Exception) and "***" not in str(message):
            raise broken(contract, self, f"message is {message!r}; due: secrets as ***")
        if not lines:
            raise broken(contract, self, "nothing was logged")

    def _client(self, partner: Partner, client: Client) -> tuple[str, str]:
        known = {each.name: each.example for each in partner.contract.credentials}
        built = client.kind(base_url=partner.url(), credentials=known)
        return "the repr of the client", repr(built)

    def _secrets(self, partner: Partner) -> Iterator[str]:
        """Yield the texts of this call that must not be told on."""
        contract = partner.contract
        for credential in contract.credentials:
            if credential.secret:
                yield credential.example
        for pointer in contract.secrets:
            value = found(contract.example, steps_of(pointer))
            if value is not NOTHING and isinstance(value, str | int):
                yield text_of(value)


def _shown(came: Any) -> Iterator[tuple[str, str]]:
    """Yield what a program shows of *came* without meaning to."""
    import pickle

    yield "its repr", repr(came)
    if not isinstance(came, Exception):
        return
    yield "its text", str(came)
    yield "its arguments", repr((came.args, vars(came)))
    yield "its traceback", "".join(traceback.format_exception(came))
    yield "its pickle", pickle.dumps(came).decode("latin-1")


@contextmanager
def _logged() -> Iterator[list[str]]:
    """Catch every log record, however unimportant."""
    import logging

    lines: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.getMessage()} {record.exc_info!r}")

    root, handler = logging.getLogger(), Handler(logging.DEBUG)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
