"""The exceptions of a client: one tree, by what is known about the call.

    ApiError
    |-- InvalidSetting        the client cannot be built as asked
    |-- InvalidRequest        nothing was sent: the request is not as documented
    |   |-- MissingFact       ... the documentation leaves open what the call needs
    |   |-- MissingCredential ... a credential was not supplied
    |   `-- MissingCertificate .. the client has no certificate to present
    |-- NotSent               no byte of the request left: it is safe to repeat it
    |-- Rejected              the partner refused: documented and definite
    |   `-- (one class to a documented code, generated)
    `-- OutcomeUnknown        nobody knows: do not fail the transaction, do not repeat
        `-- (one class to a documented code that says so, generated)

No exception holds a secret, the request or the body of the reply in its text, its
arguments or its pickle; `reply` is left behind when one is pickled or copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, Literal, Self

from .violations import Violation

Reason = Literal[
    "timeout",
    "connection-lost",
    "gateway-error",
    "undocumented-status",
    "undocumented-code",
    "undocumented-reply",
    "unreadable",
    "contradictory",
    "unverified",
    "documented",
    "not-final",
]

WHY: Final[dict[Reason, str]] = {
    "timeout": "no complete answer came in time",
    "connection-lost": "the connection was lost before the answer was complete",
    "gateway-error": "a gateway answered in place of the partner",
    "undocumented-status": "the HTTP status is not documented",
    "undocumented-code": "the code is not documented",
    "undocumented-reply": "the reply has a shape that is not documented",
    "unreadable": "the reply cannot be read",
    "contradictory": "the reply contradicts itself, the request or its documentation",
    "unverified": "the reply is not proved to be the partner's",
    "documented": "the documentation says that the outcome is open",
    "not-final": "the documented schedule ended before a final state",
}

MESSAGE_LIMIT: Final = 200


class ApiError(Exception):
    """The root: `except ApiError` catches all that a client raises on purpose."""

    operation: str = ""
    """The operation that was called, such as `paytm.verify_otp`."""

    def __init__(self, operation: str = "") -> None:
        super().__init__()
        self.operation = operation

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restore, (type(self), self._kept())

    def __copy__(self) -> Self:
        restored: Self = _restore(type(self), self._kept())
        return restored

    def __deepcopy__(self, memo: object) -> Self:
        restored: Self = _restore(type(self), self._kept())
        return restored

    def _kept(self) -> dict[str, object]:
        """What a copy or a pickle takes along."""
        return {name: kept for name, kept in vars(self).items() if name != "_reply"}


class InvalidSetting(ApiError, ValueError):
    """The client cannot be built as asked."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class InvalidRequest(ApiError):
    """Nothing was sent: the request is not as documented; every violation is listed."""

    def __init__(
        self, operation: str = "", violations: tuple[Violation, ...] = ()
    ) -> None:
        super().__init__(operation)
        self.violations = violations

    def __str__(self) -> str:
        listed = "; ".join(str(violation) for violation in self.violations)
        return f"{self.operation} was not sent: {listed}"


class MissingFact(InvalidRequest):
    """Nothing was sent: the documentation leaves open what this call needs."""

    def __init__(self, operation: str = "", fact: str = "", lacks: str = "") -> None:
        super().__init__(operation)
        self.fact = fact
        self.lacks = lacks

    def __str__(self) -> str:
        return (
            f"{self.operation} was not sent: the documentation does not say "
            f"{self.lacks}; supply it as facts={{{self.fact!r}: ...}} "
            "or choose an environment that settles it"
        )


class MissingCredential(InvalidRequest):
    """Nothing was sent: a credential was not supplied."""

    def __init__(
        self,
        operation: str = "",
        name: str = "",
        variable: str = "",
        instead: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        super().__init__(operation)
        self.name = name
        self.variable = variable
        self.instead = instead
        """Groups of other credentials of which all could be supplied in its place."""

    def __str__(self) -> str:
        ways = [" and ".join(map(repr, group)) for group in self.instead]
        instead = f", or in its place {' or '.join(ways)}" if ways else ""
        return (
            f"{self.operation} was not sent: the credential {self.name!r} is missing; "
            f"supply it as credentials={{{self.name!r}: ...}} "
            f"or in the environment variable {self.variable}{instead}"
        )


class MissingCertificate(InvalidRequest):
    """Nothing was sent: the client has no certificate to present."""

    def __str__(self) -> str:
        return (
            f"{self.operation} was not sent: the partner asks for a certificate of the "
            "client; pass ssl_context= with one loaded, or a transport that has it"
        )


class NotSent(ApiError):
    """No byte of the request left; repeating the call is safe."""

    def __init__(self, operation: str = "", reason: str = "") -> None:
        super().__init__(operation)
        self.reason = reason
        """Why not, as a sentence: `no connection: Connection refused`."""

    def __str__(self) -> str:
        return f"{self.operation} was not sent: {self.reason}"


class _Answered(ApiError):
    """What a rejection and an open outcome have in common: all that an answer told.

    Generated subclasses set `code`, `documented_message` and `then` for their class.
    """

    code: str | None = None
    """The partner's code, as it came."""
    documented_message: str | None = None
    """The message that the documentation gives for the code; `{name}` in it stands for
    text that differs."""
    documented_messages: tuple[str, ...] = ()
    """All of them, where the documentation gives several."""
    final: bool | None = None
    """Whether the outcome stays as it is; None where the documentation does not say."""
    retry_after: int | None = None
    """Seconds after which the documentation allows to repeat the call."""
    retry_times: int | None = None
    """How many times the documentation allows to repeat the call."""
    then: str | None = None
    """What to do next, in a word, such as `ask-again`."""
    message: str | None = None
    """The partner's message, as it came but for the secrets of the call."""
    http_status: int | None = None
    idempotency_key: str | None = None
    """What the call was made with, and may be made again with where the documentation
    says so; None where the call has no such key."""

    def __init__(
        self,
        operation: str = "",
        *,
        code: str | None = None,
        message: str | None = None,
        http_status: int | None = None,
        then: str | None = None,
        reply: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(operation)
        if code is not None:
            self.code = code
        if then is not None:
            self.then = then
        self.message = message
        self.http_status = http_status
        self._reply = None if reply is None else _Sealed(reply)

    @property
    def reply(self) -> Any:
        """The model of the documented reply that came; None where none was read."""
        sealed: _Sealed | None = vars(self).get("_reply")
        return None if sealed is None else sealed.open()

    @property
    def named(self) -> dict[str, str]:
        """What the partner's message has for each `{name}` of the documented one."""
        if self.message is None:
            return {}
        for template in self.documented_messages or (self.documented_message or "",):
            found = _filled_in(template, self.message)
            if found:
                return found
        return {}

    def _told(self) -> str:
        said = None if self.message is None else f'"{printable(self.message)}"'
        facts = (
            ("code", None if self.code is None else printable(self.code)),
            ("message", said),
            ("HTTP status", self.http_status),
            ("then", self.then),
        )
        told = [f"{name} {fact}" for name, fact in facts if fact is not None]
        return f" ({', '.join(told)})" if told else ""


class Rejected(_Answered):
    """The partner refused the call, in a way that its documentation describes."""

    def __str__(self) -> str:
        return f"{self.operation} was rejected{self._told()}"


class OutcomeUnknown(_Answered):
    """Nobody knows what became of the call: do not fail the transaction."""

    reason: Reason = "documented"

    def __init__(
        self,
        operation: str = "",
        *,
        reason: Reason | None = None,
        detail: str = "",
        code: str | None = None,
        message: str | None = None,
        http_status: int | None = None,
        then: str | None = None,
        reply: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(
            operation,
            code=code,
            message=message,
            http_status=http_status,
            then=then,
            reply=reply,
        )
        if reason is not None:
            self.reason = reason
        self.detail = detail
        """What exactly, as a sentence; it never holds a value."""

    def __str__(self) -> str:
        detail = f": {self.detail}" if self.detail else ""
        return (
            f"the outcome of {self.operation} is unknown: "
            f"{WHY[self.reason]}{detail}{self._told()}"
        )


class _Sealed:
    """A reply that is built when someone asks for it, and shown to nobody else."""

    __slots__ = ("_build", "_built")

    def __init__(self, build: Callable[[], object]) -> None:
        self._build: Callable[[], object] | None = build
        self._built: object = None

    def open(self) -> object:
        if self._build is not None:
            self._built = self._build()
            self._build = None
        return self._built


def printable(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """Cut foreign text and escape what a terminal or a log would act on."""
    cut = text if len(text) <= limit else text[:limit] + "..."
    escaped = cut.encode("unicode_escape").decode("ascii")
    return escaped.replace('"', '\\"')


def _filled_in(template: str, text: str) -> dict[str, str]:
    """Return what *text* has for each `{name}` of *template*; {} where it is another."""
    first, *rest = _NAME.split(template)
    names, parts = rest[::2], rest[1::2]
    if not text.startswith(first) or not text.endswith(parts[-1] if parts else ""):
        return {}
    found: dict[str, str] = {}
    at = len(first)
    for name, part in zip(names, parts, strict=True):
        is_last = len(found) == len(names) - 1
        end = len(text) - len(part) if is_last else text.find(part, at + 1)
        if end <= at:
            return {}
        found[name] = text[at:end]
        at = end + len(part)
    return found


_NAME: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def _restore(kind: Any, kept: dict[str, object]) -> Any:
    error = kind.__new__(kind)
    vars(error).update(kept)
    return error
