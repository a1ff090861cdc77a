"""Receive a call of the partner's: bytes in, a proved and typed event out.

No framework and no input or output: `Handler` takes a `Call` and gives an
`Acknowledgement`, and `adapters` carries both over HTTP. `trusted` has what a call is
proved with, `judging` how, `acknowledging` what is answered.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from .acknowledging import acknowledgement
from .callbacks import Callback
from .calls import Acknowledgement as Acknowledgement
from .calls import Call as Call
from .calls import CallRefused as CallRefused
from .calls import named
from .declare import Encoding
from .judging import Clock, Reading
from .trusted import Credentials, CredentialValue, encoding_of

if TYPE_CHECKING:
    from .model import ApiModel

Event = TypeVar("Event", bound="ApiModel")

LIMIT: Final = 1_048_576
"""Bytes of a body that are read."""


class Handler(Generic[Event]):
    """Takes the calls of one callback; generated subclasses add their answers."""

    callback: ClassVar[Callback]

    def __init__(
        self,
        *,
        credentials: Mapping[str, CredentialValue] | None = None,
        facts: Mapping[str, str] | None = None,
        clock: Clock | None = None,
        limit: int = LIMIT,
    ) -> None:
        """Take what calls are proved with; *limit* is in bytes of a body.

        A credential that is not passed is read from its environment variable. Raises
        InvalidSetting where one is missing, unknown or no key: nothing is taken unproved.
        """
        self._credentials = Credentials(self.callback, credentials or {})
        self._encoding: Encoding | None = encoding_of(self.callback, facts or {})
        self._credentials.check_key()
        self._clock = clock or _now
        self.limit = limit

    def receive(self, call: Call) -> Event:
        """Return the event that *call* tells; CallRefused for any other call."""
        reading = Reading(
            self.callback, call, self._credentials, self._encoding, self._clock
        )
        found, observed = reading.document(self.limit)
        from . import model

        module = importlib.import_module(self.callback.models)
        kind: type[Event] = getattr(module, self.callback.model)
        event = model.read(kind, found, observed)
        if event is None:
            raise CallRefused(named(self.callback), "invalid")
        return event

    def handle(
        self, call: Call, answer: Callable[[Event], Acknowledgement]
    ) -> Acknowledgement:
        """Return what *answer* makes of the event, or the refusal of *call*.

        Only refusals of the call are answered here; what *answer* raises passes through.
        """
        try:
            event = self.receive(call)
        except CallRefused as refused:
            return refused.answer()
        return answer(event)

    def _acknowledged(
        self, name: str, event: Event, /, **arguments: object
    ) -> Acknowledgement:
        return acknowledgement(self.callback, name, event, arguments)


def _now() -> datetime:
    return datetime.now(UTC)
