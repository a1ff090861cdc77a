"""The kinds of rules: what a page says that is about no single value.

One row to a kind; a new kind is a row here, and its keys are keys of `spec.RuleSpec`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .light import dataclass
from .verbatim import Verbatim, exact, joined, wording

COMMON: Final = ("say", "kind", "after", "field", "evidence")
"""Keys that a rule of any kind may have."""


@dataclass(frozen=True, slots=True)
class RuleKind:
    """One kind of rule: what it is for, and the keys that it has beyond the common."""

    says: str
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    tells: str = ""
    """Its terms in words, where all keys in it are there; the sentence alone otherwise."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (*COMMON, *self.needs, *self.takes)


KINDS: Final[Mapping[str, RuleKind]] = {
    "lifetime": RuleKind("how long something is valid", takes=("seconds",)),
    "do-not-fail": RuleKind("that no error outside 2xx is a definite failure"),
    "wait-for-callback": RuleKind("that the result comes by a callback"),
    "prerequisite": RuleKind("what must have been done before"),
    "same-in-flow": RuleKind("that calls of one flow share a value"),
    "contact": RuleKind("whom to ask"),
    "note": RuleKind("anything else"),
    "unique": RuleKind(
        "within what a value must not come twice",
        ("field", "per"),
        tells="unique per {per}",
    ),
    "limit-against": RuleKind(
        "that a value is limited by another resource",
        ("field", "against"),
        tells="limited by {against}",
    ),
    "rate-limit": RuleKind(
        "how many calls are taken",
        ("calls", "per"),
        tells="{calls} calls per {per}",
    ),
    "hours": RuleKind(
        "when the partner works",
        ("from", "to", "zone"),
        ("days",),
        tells="{from} to {to}, {zone}",
    ),
    "whitelist": RuleKind(
        "what the partner must be told before it lets anyone in",
        ("what",),
        tells="{what} must be registered",
    ),
    "schedule": RuleKind(
        "how often something is done again",
        ("what", "every"),
        ("times", "for"),
        tells="{what} every {every} s",
    ),
    "test-mode": RuleKind(
        "how a call is marked as a test", ("field", "value"), tells="test: {value}"
    ),
    "asynchronous": RuleKind(
        "that the result comes later, and how",
        ("by",),
        ("operation",),
        tells="the result comes by {by}",
    ),
    "tolerant": RuleKind("that replies may have members that no page tells"),
    "deprecated": RuleKind(
        "that the page advises against the call", takes=("since", "instead")
    ),
    "personal": RuleKind("how data about persons is to be treated"),
    "environment": RuleKind(
        "what is otherwise in some environments", ("in",), tells="in {in}"
    ),
}
"""The kinds of rules by their word."""


def told(kind: str, terms: Mapping[str, object]) -> Verbatim:
    """Return the terms of a rule in a few words; empty where its sentence says all."""
    shown = {key: _shown(value) for key, value in terms.items()}
    known = KINDS[kind]
    words = [known.tells.format_map(shown)] if known.tells and terms else []
    more = (key for key in known.takes if key in shown and key != "seconds")
    return joined(", ", [*words, *(f"{key} {shown[key]}" for key in more)])


def _shown(value: object) -> str:
    each = value if isinstance(value, tuple) else (value,)
    return exact(joined(", ", map(wording, each)))
