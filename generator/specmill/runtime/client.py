"""The two bases of the generated clients, which differ in how they wait and only there.

A generated client sets `_partner` and `_fact_names` and declares its operations; a
method hands its operation and its arguments to `_call`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Self, TypeVar

from .conclude import Conclusion, conclude
from .declare import Operation, Partner
from .errors import (
    ApiError,
    InvalidRequest,
    MissingCertificate,
    NotSent,
    OutcomeUnknown,
    printable,
)
from .fetching import (
    WAITED,
    fetching,
    is_refusal_of_credentials,
    to_fetch,
    unfetched,
)
from .light import dataclass
from .paging import Parts
from .polling import ended, is_final, pauses
from .prepare import Prepared, prepare
from .secret import Secret
from .settings import Clock, CredentialValue, Settings
from .transport import Answer, AsyncTransport, Failure, Transport, broken
from .transports import Fast, async_transport, sync_transport

if TYPE_CHECKING:
    import ssl

    import httpx2

_T = TypeVar("_T")
_SHOWN_POINTERS: Final = 10


@dataclass(frozen=True, slots=True, repr=False)
class _Begun:
    """A call on its way."""

    prepared: Prepared
    started: float
    deadline: float
    fetched: Mapping[str, Secret] = field(default_factory=dict[str, Secret])
    """The credentials that another call returned."""


Found = dict[str, Secret] | ApiError
"""What was fetched for a call, or what it raises in place of being sent."""


class _Client:
    """What both clients share: all but the sending."""

    _partner: ClassVar[Partner]
    _fact_names: ClassVar[tuple[str, ...]] = ()
    """All names that `facts=` accepts: those that the operations leave unsettled."""
    _flow_names: ClassVar[tuple[str, ...]] = ()
    """The names that `flow` accepts; () accepts any."""

    _settings: Settings
    _presents: bool = False
    """Whether the transport may have a certificate to present."""

    def flow(self, **values: str) -> Self:
        """Return this client bound to values that all calls of one flow share.

        The two share one transport; an argument of a call goes before a bound value.
        """
        bound = object.__new__(type(self))
        vars(bound).update(vars(self))
        bound._settings = self._settings.bind(values, self._flow_names)
        return bound

    def __repr__(self) -> str:
        settings: Settings | None = vars(self).get("_settings")
        if settings is None:  # shown by a debugger before it was built
            return f"<{type(self).__name__}>"
        return (
            f"<{type(self).__name__} {settings.partner.name} "
            f"{settings.environment or 'custom'} {settings.base_url}>"
        )

    def _deadline(self) -> float:
        return time.monotonic() + self._settings.timeout

    def _begin(
        self,
        operation: Operation,
        arguments: Mapping[str, object],
        fetched: Found,
        deadline: float | None,
    ) -> _Begun | ApiError:
        """Return the call as it is sent, by *deadline* or within the usual time."""
        if isinstance(fetched, ApiError):
            _log(operation, logging.INFO, "was not sent: not-sent")
            return fetched
        is_safe = self._settings.base_url.lower().startswith("https:")
        if operation.certificate and is_safe and not self._presents:
            _log(operation, logging.INFO, "was not sent: invalid-request")
            return MissingCertificate(f"{operation.partner}.{operation.name}")
        settings = (
            replace(self._settings, fetched=fetched) if fetched else self._settings
        )
        try:
            prepared = prepare(settings, operation, arguments)
        except (InvalidRequest, NotSent) as error:
            is_ours = isinstance(error, InvalidRequest)
            word = "invalid-request" if is_ours else "not-sent"
            _log(operation, logging.INFO, "was not sent: %s", word)
            # Returned, not raised: the frames up to here hold the values.
            return error.with_traceback(None)
        _log(operation, logging.DEBUG, "is sent")
        until = self._deadline() if deadline is None else deadline
        return _Begun(prepared, time.monotonic(), until, fetched)

    def _link(self, operation: Operation, arguments: Mapping[str, object]) -> str:
        """Return the URL that a browser is sent to; InvalidRequest if it must not be."""
        begun = self._begin(operation, arguments, {}, None)
        del arguments
        if isinstance(begun, ApiError):
            raise begun
        return begun.prepared.request.url

    def _end(self, begun: _Begun, answer: Answer | Failure) -> Conclusion:
        conclusion = _concluded(begun.prepared, answer)
        if isinstance(answer, Answer) and answer.settle is not None:
            # What was not believed may be of another call: so may what comes next.
            answer.settle(not isinstance(conclusion.error, OutcomeUnknown))
        if is_refusal_of_credentials(conclusion.error):
            self._settings.tokens.drop(begun.fetched)
        milliseconds = (time.monotonic() - begun.started) * 1000
        _log(
            begun.prepared.operation,
            logging.INFO,
            "HTTP %s, %s, %.0f ms%s",
            conclusion.http_status or "-",
            conclusion.word,
            milliseconds,
            _differences(conclusion),
        )
        return conclusion


class SyncClient(_Client):
    """The base of a generated client whose calls block."""

    def __init__(
        self,
        *,
        environment: str | None = None,
        base_url: str | None = None,
        credentials: Mapping[str, CredentialValue] | None = None,
        facts: Mapping[str, str] | None = None,
        timeout: float = 30.0,
        transport: httpx2.BaseTransport | Transport | Fast | None = None,
        ssl_context: ssl.SSLContext | None = None,
        clock: Clock | None = None,
        keepalive_expiry: float | None = None,
    ) -> None:
        """Check all settings; InvalidSetting for one that cannot be.

        *timeout* is in seconds, for a whole call; *ssl_context* is for the default
        transport, which verifies certificates also without it. "pyreqwest" as
        *transport* makes the same promises for less time, where it is installed.
        *keepalive_expiry* is for how many seconds a connection may stand idle before
        another call goes over it; without, each call opens its own.
        """
        self._settings = Settings.of(
            self._partner,
            fact_names=self._fact_names,
            environment=environment,
            base_url=base_url,
            credentials=credentials,
            facts=facts,
            timeout=timeout,
            clock=clock,
        )
        self._presents = transport is not None or ssl_context is not None
        self._transport = _Open(
            sync_transport(transport, ssl_context, keepalive_expiry)
        )

    def close(self) -> None:
        """Close the transport; calls after it are refused with NotSent."""
        self._transport.is_open = False
        self._transport.inner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _call(
        self,
        operation: Operation,
        arguments: Mapping[str, object],
        deadline: float | None = None,
    ) -> Any:
        """Make one call and return the model of its reply; else raise an ApiError."""
        until = self._deadline() if deadline is None else deadline
        fetched = self._fetched(operation, until)
        shared = until if fetched else deadline  # what was fetched took some of it
        begun = self._begin(operation, arguments, fetched, shared)
        del arguments
        if isinstance(begun, ApiError):
            raise begun
        answer: Answer | Failure
        try:
            transport = self._transport.checked()
            answer = transport.send(begun.prepared.request, begun.deadline)
        except Failure as failure:
            answer = failure.with_traceback(None)
        except Exception as error:
            answer = broken(error)
        except BaseException as interrupt:
            _log(operation, logging.INFO, "was interrupted")
            # The frames below hold what was sent.
            raise interrupt.with_traceback(None) from None
        conclusion = self._end(begun, answer)
        # What was sent must not hang on to the traceback of an error.
        del begun, answer
        if conclusion.error is not None:
            raise conclusion.error
        return conclusion.reply

    def _fetched(self, operation: Operation, deadline: float) -> Found:
        """Return the credentials that other calls return, after making those calls."""
        settings = self._settings
        found: dict[str, Secret] = {}
        for name, how in to_fetch(settings, operation):
            turn = settings.tokens.lock(name)
            if not turn.acquire(timeout=max(deadline - time.monotonic(), 0)):
                return unfetched(operation, name, TimeoutError(WAITED))
            try:
                held = settings.tokens.held(name)
                if held is None:
                    since = settings.tokens.now()
                    reply = self._call(fetching(how), {}, deadline)
                    held = settings.tokens.keep(name, how, reply, since)
                found[name] = held
            except (ApiError, LookupError) as error:
                return unfetched(operation, name, error)
            finally:
                turn.release()
        return found

    def _poll(
        self,
        operation: Operation,
        arguments: Mapping[str, object],
        sleep: Callable[[float], None],
        now: Callable[[], float],
    ) -> Any:
        """Call until a state is final; OutcomeUnknown where the schedule ends before."""
        reply = self._call(operation, arguments)
        for seconds in pauses(operation, now):
            if is_final(operation, reply):
                return reply
            sleep(seconds)
            reply = self._call(operation, arguments)
        if is_final(operation, reply):
            return reply
        raise ended(operation)

    def _each(
        self, operation: Operation, arguments: Mapping[str, object]
    ) -> Iterator[Any]:
        """Yield the items of all parts of a list; a part is asked for when needed."""
        parts = Parts(operation, arguments)
        del arguments
        while not parts.is_over:
            yield from parts.items(self._call(operation, parts.arguments()))


class AsyncClient(_Client):
    """The base of a generated client whose calls are awaited."""

    def __init__(
        self,
        *,
        environment: str | None = None,
        base_url: str | None = None,
        credentials: Mapping[str, CredentialValue] | None = None,
        facts: Mapping[str, str] | None = None,
        timeout: float = 30.0,
        transport: httpx2.AsyncBaseTransport | AsyncTransport | Fast | None = None,
        ssl_context: ssl.SSLContext | None = None,
        clock: Clock | None = None,
        keepalive_expiry: float | None = None,
    ) -> None:
        """Check all settings; InvalidSetting for one that cannot be.

        *timeout* is in seconds, for a whole call; *ssl_context* is for the default
        transport, which verifies certificates also without it. "pyreqwest" as
        *transport* makes the same promises for less time, where it is installed.
        *keepalive_expiry* is for how many seconds a connection may stand idle before
        another call goes over it; without, each call opens its own.
        """
        self._settings = Settings.of(
            self._partner,
            fact_names=self._fact_names,
            environment=environment,
            base_url=base_url,
            credentials=credentials,
            facts=facts,
            timeout=timeout,
            clock=clock,
        )
        self._presents = transport is not None or ssl_context is not None
        self._transport = _Open(
            async_transport(transport, ssl_context, keepalive_expiry)
        )

    async def aclose(self) -> None:
        """Close the transport; calls after it are refused with NotSent."""
        self._transport.is_open = False
        await self._transport.inner.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _call(
        self,
        operation: Operation,
        arguments: Mapping[str, object],
        deadline: float | None = None,
    ) -> Any:
        """Make one call and return the model of its reply; else raise an ApiError."""
        until = self._deadline() if deadline is None else deadline
        fetched = await self._fetched(operation, until)
        shared = until if fetched else deadline  # what was fetched took some of it
        begun = self._begin(operation, arguments, fetched, shared)
        del arguments
        if isinstance(begun, ApiError):
            raise begun
        answer: Answer | Failure
        try:
            transport = self._transport.checked()
            answer = await transport.send(begun.prepared.request, begun.deadline)
        except Failure as failure:
            answer = failure.with_traceback(None)
        except Exception as error:
            answer = broken(error)
        except BaseException as interrupt:
            _log(operation, logging.INFO, "was interrupted")
            # The frames below hold what was sent.
            raise interrupt.with_traceback(None) from None
        conclusion = self._end(begun, answer)
        # What was sent must not hang on to the traceback of an error.
        del begun, answer
        if conclusion.error is not None:
            raise conclusion.error
        return conclusion.reply

    async def _fetched(self, operation: Operation, deadline: float) -> Found:
        """Return the credentials that other calls return, after making those calls."""
        settings = self._settings
        found: dict[str, Secret] = {}
        for name, how in to_fetch(settings, operation):
            # Whoever waits for its turn is cancelled with the call, or waits as long as
            # the call before it may take.
            async with settings.tokens.turn(name):
                held = settings.tokens.held(name)
                try:
                    if held is None:
                        since = settings.tokens.now()
                        reply = await self._call(fetching(how), {}, deadline)
                        held = settings.tokens.keep(name, how, reply, since)
                    found[name] = held
                except (ApiError, LookupError) as error:
                    return unfetched(operation, name, error)
        return found

    async def _poll(
        self,
        operation: Operation,
        arguments: Mapping[str, object],
        sleep: Callable[[float], Awaitable[None]],
        now: Callable[[], float],
    ) -> Any:
        """Call until a state is final; OutcomeUnknown where the schedule ends before."""
        reply = await self._call(operation, arguments)
        for seconds in pauses(operation, now):
            if is_final(operation, reply):
                return reply
            await sleep(seconds)
            reply = await self._call(operation, arguments)
        if is_final(operation, reply):
            return reply
        raise ended(operation)

    async def _each(
        self, operation: Operation, arguments: Mapping[str, object]
    ) -> AsyncIterator[Any]:
        """Yield the items of all parts of a list; a part is asked for when needed."""
        parts = Parts(operation, arguments)
        del arguments
        while not parts.is_over:
            for item in parts.items(await self._call(operation, parts.arguments())):
                yield item


def _concluded(prepared: Prepared, answer: Answer | Failure) -> Conclusion:
    """Judge *answer*; what cannot even be judged leaves the outcome open like any other."""
    if not isinstance(answer, Answer | Failure):
        says = f"the transport returned a {type(answer).__name__}"
        answer = Failure(True, "unreadable", says)
    try:
        return conclude(prepared, answer)
    except Exception as error:
        says = f"it could not be judged: {type(error).__name__}"
    return conclude(prepared, Failure(True, "unreadable", says))


class _Open(Generic[_T]):
    """A transport and whether it may still be used; shared by the clients of a flow."""

    def __init__(self, inner: _T) -> None:
        self.inner = inner
        self.is_open = True

    def checked(self) -> _T:
        if not self.is_open:
            raise Failure(False, "connection-lost", "the client is closed")
        return self.inner


def _differences(conclusion: Conclusion) -> str:
    """Say where a reply differs from its documentation, by pointers alone."""
    pointers = [printable(each.pointer) for each in conclusion.observed]
    if not pointers:
        return ""
    more = len(pointers) - _SHOWN_POINTERS
    shown = ", ".join(pointers[:_SHOWN_POINTERS])
    return f", undocumented at {shown}" + (f" and {more} more" if more > 0 else "")


def _log(operation: Operation, level: int, text: str, *told: object) -> None:
    _logger(operation.partner).log(level, f"%s {text}", operation.name, *told)


@cache
def _logger(partner: str) -> logging.Logger:
    return logging.getLogger(f"partner_apis.{partner}")
