"""A call of the partner's as values: what came, what is answered, why it is refused.

Below `receiving`. No refusal holds a value of the call or of a credential.
"""

from __future__ import annotations

from typing import Final, Literal

from .callbacks import Callback
from .light import dataclass
from .violations import FATAL, Violation

Reason = Literal[
    "method",
    "too-large",
    "credential",
    "signature",
    "stale",
    "unreadable",
    "invalid",
]

_WHY: Final[dict[Reason, tuple[int, str]]] = {
    "method": (405, "the method is not the documented one"),
    "too-large": (413, "the body is larger than what is read"),
    "credential": (401, "a credential is missing or is not the known one"),
    "signature": (401, "the signature is missing or is not that of this call"),
    "stale": (401, "the call is too old, or is ahead of time"),
    "unreadable": (400, "the body is not strictly as documented"),
    "invalid": (400, "the call is not as documented"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Call:
    """A call as it came over the wire; its repr shows nothing of it."""

    method: str
    path: str
    """As it stood in the request line, without the query."""
    query: str
    """As it stood in the request line, without the question mark."""
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Acknowledgement:
    """What is answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class CallRefused(Exception):
    """A call that is not taken; neither its text nor its pickle holds a value of it."""

    def __init__(
        self, callback: str, reason: Reason, violations: tuple[Violation, ...] = ()
    ) -> None:
        super().__init__(callback, reason, violations)
        self.callback = callback
        """The callback, such as `acme.payment_notice`."""
        self.reason: Reason = reason
        self.violations = violations
        """What is not as documented, where the reason is `invalid`."""

    @property
    def http_status(self) -> int:
        return _WHY[self.reason][0]

    def __str__(self) -> str:
        listed = "".join(f"; {each}" for each in self.violations)
        return f"{self.callback} was refused: {_WHY[self.reason][1]}{listed}"

    def answer(self) -> Acknowledgement:
        """Return what tells the partner that its call was not taken, and nothing more."""
        return Acknowledgement(self.http_status, (), b"")


def named(callback: Callback) -> str:
    """Return the name of a callback as refusals tell it."""
    return f"{callback.partner}.{callback.name}"


def refuses(violation: Violation) -> bool:
    """Tell whether a call is refused for it: an inference of ours refuses nobody.

    Members that no page documents may come at any time, and are kept.
    """
    if violation.rule in FATAL or violation.rule == "twice":
        return True
    return violation.rule != "undocumented" and not violation.is_inferred
