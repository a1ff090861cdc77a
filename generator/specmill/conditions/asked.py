"""A condition: what a page asks of several members of one message together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..light import dataclass
from ..verbatim import compose, joined
from .expressions import Every, Expression, Not, Place, Present, Writer

Json = Any


@dataclass(frozen=True, slots=True)
class Condition:
    """What a page asks of several members of one message together."""

    when: Expression | None
    """Where it asks; None where it always does."""
    then: Expression
    outside: str
    """What no message shows and decides whether it asks; empty where nothing does."""
    summary: str

    @property
    def is_enforced(self) -> bool:
        """Tell whether a message alone can break it."""
        return not self.outside

    @property
    def place(self) -> Place:
        """Return the place that is told where it is broken."""
        return self.then.places[0]

    @property
    def asks_presence(self) -> bool:
        """Tell whether a broken one is a member that is missing."""
        return isinstance(self.then, Present)

    def says(self) -> str:
        """Return it as a sentence without a full stop."""
        where = joined(" and ", _where(self.when, self.outside))
        return compose(
            "{}{}", self.then.says(), compose(" where {}", where) if where else ""
        )

    def asked(self) -> str:
        """Return what is asked of the member at `place`, as a predicate."""
        where = joined(" and ", _where(self.when, self.outside))
        if isinstance(self.then, Present) and where:
            return compose("is required where {}", where)
        return compose("breaks the condition that {}", self.says())

    def broken(self, write: Writer) -> str:
        """Return Python that is true where the message breaks it."""
        if self.when is None:
            return self.then.python(write, is_true=False)
        return Every((self.when, Not(self.then))).python(write)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the functions of the runtime that the Python of it uses."""
        text = self.broken(Writer())
        return tuple(name for name in _FUNCTIONS if f"{name}(" in text)

    def document(self) -> Json:
        """Return it as JSON, for the contract tests."""
        return {
            "when": None if self.when is None else self.when.document(),
            "then": self.then.document(),
            "at": list(self.place),
            "kind": "absent" if self.asks_presence else "value",
            "says": self.says(),
        }

    @property
    def places(self) -> tuple[Place, ...]:
        """Return every place that it speaks of."""
        return (*(self.when.places if self.when else ()), *self.then.places)


_FUNCTIONS: Final = ("at_most", "below", "differ", "joined", "member", "same")


def _where(when: Expression | None, outside: str) -> Iterator[str]:
    if when is not None:
        yield when.says()
    if outside:
        yield outside.rstrip(".")
