"""What a constraint is, and how texts of one are written in code and in patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final, Protocol

from ..light import dataclass
from ..literals import literal
from ..verbatim import exact

Json = Any


@dataclass(frozen=True, slots=True)
class Sample:
    """A value at the edge of a constraint, and what it is."""

    label: str
    value: Json


class Constraint(Protocol):
    """One limit on a value of the right type."""

    rule: ClassVar[str]
    """The spec key, and the rule that a violation names."""

    @property
    def says(self) -> str:
        """Return the limit as a sentence without its subject."""
        ...

    def holds(self, value: Json) -> bool:
        """Tell whether *value*, which has the right type, keeps the limit."""
        ...

    def schema(self) -> dict[str, Json]:
        """Return the limit as JSON Schema keywords."""
        ...

    def breach(self, value: str, form: str) -> str:
        """Return a Python expression that is true where the name *value* breaks it.

        *form* is the expression for the field's written form, where it has one.
        """
        ...

    def near_misses(self, good: Json) -> Iterator[Sample]:
        """Yield values like *good* that break this limit, and as little else as can be."""
        ...

    def edges(self, good: Json) -> Iterator[Sample]:
        """Yield values like *good* at the edges of this limit, which keep it."""
        ...


class Edgeless:
    """A limit that has no edges: no value keeps it more narrowly than another."""

    __slots__ = ()

    def edges(self, good: Json) -> Iterator[Sample]:
        """Yield nothing."""
        return iter(())


class Sized:
    """A limit on how many parts a value has: characters, items or keys."""

    __slots__ = ()
    minimum: int | None
    maximum: int | None

    def holds(self, value: Json) -> bool:
        low, high = self.minimum or 0, self.maximum
        return low <= len(value) and (high is None or len(value) <= high)

    def breach(self, value: str, form: str) -> str:
        low, high = self.minimum, self.maximum
        if low == high:
            return f"len({value}) != {low}"
        if low is None:
            return f"len({value}) > {high}"
        if high is None:
            return f"len({value}) < {low}"
        return f"not {low} <= len({value}) <= {high}"


class OfCharacters(Edgeless):
    """A limit on the characters that a text may have."""

    __slots__ = ()

    @property
    def _class(self) -> str:
        """Return them as the inside of a class of a regular expression."""
        raise NotImplementedError

    def holds(self, value: Json) -> bool:
        return re.fullmatch(f"[{self._class}]*", value) is not None

    def schema(self) -> dict[str, Json]:
        return {"pattern": f"^[{self._class}]*$"}

    def breach(self, value: str, form: str) -> str:
        return f"not re.fullmatch({literal(f'[{self._class}]*')}, {value})"


def escaped(text: str) -> str:
    """Return a regular expression for *text*, which every dialect reads alike."""
    return "".join(f"\\{char}" if char in SYNTAX else char for char in exact(text))


SYNTAX: Final = frozenset(r"^$\.*+?()[]{}|/")
"""What may be escaped; ECMAScript refuses a backslash before anything else."""
