"""Rows of a table that have much in common, which is said once above them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from .cases import Case
from .edits import Drop, Edit, Put
from .light import dataclass
from .pointers import NOTHING, Json, pointer_of, steps_of
from .strict import Judges, Try

C = TypeVar("C", bound=Case)


class Columns(Generic[C]):
    """What the rows below it hold, and what is the same in all of them.

    Every id begins with *about*; *facts* has the rest of it in place of its braces. What
    an id begins with is a place: a `key` is a fact about it, and a `value` is what stands
    there, or at the pointer *where*, and what is *passed* for the argument of that name.
    `NOTHING` leaves it out, and another edit stands for itself. A cell under `a=b` is
    both.
    """

    def __init__(
        self,
        kind: type[C],
        names: str,
        /,
        *,
        about: str = "",
        facts: str = "",
        where: str = "",
        passed: str = "",
        **same: Any,
    ) -> None:
        self._kind, self._same = kind, same
        self._names = [each.split("=") for each in names.split()]
        self._about, self._facts = about, facts
        self._where, self._passed = where, passed
        fields = kind.__dataclass_fields__
        self._edits = next(
            (each for each in ("edits", "arrives") if each in fields), ""
        )

    def case(self, row: tuple[Any, ...]) -> C:
        """Return the case of *row*, which may end where the rest is as usual."""
        named = zip(self._names[: len(row)], row, strict=True)
        told = {name: cell for names, cell in named for name in names}
        told = {**self._same, **told}
        if self._facts:
            told["fact"] = self._facts.replace("{}", told["id"])
        if self._about:
            told["id"] = f"{self._about} {told['id']}"
        place = told["id"].partition(" ")[0]
        if "key" in told:
            told["fact"] = f"{place}.{told.pop('key')}"
        if "value" in told:
            told |= self._valued(place, told.pop("value"))
        return self._kind(**told)

    def _valued(self, place: str, value: Any) -> Iterator[tuple[str, Any]]:
        if self._passed and value is NOTHING:
            yield "omits", (self._passed,)
        elif self._passed:
            yield "arguments", {self._passed: value}
        if self._edits:
            at = self._where or pointer_of(place.split("."))
            edit = Drop(at) if value is NOTHING else Put(at, value)
            yield self._edits, (value if isinstance(value, Edit) else edit,)


def rows(columns: Columns[C], *found: tuple[Any, ...]) -> Iterator[C]:
    """Yield the case of every row."""
    return map(columns.case, found)


# Validators ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Of:
    """The request, or a reply by its name, and the fact that its places show."""

    name: str
    fact: str
    evidence: str


class Keeps:
    """Values that break no rule."""

    def __init__(self, *values: Json) -> None:
        self._values = values

    def tries(self, pointer: str) -> Iterator[Try]:
        return (Try(Put(pointer, value)) for value in self._values)


class Breaks:
    """Values that break *rule*."""

    def __init__(self, rule: str, *values: Json) -> None:
        self._rule, self._values = rule, values

    def tries(self, pointer: str) -> Iterator[Try]:
        return (Try(Put(pointer, value), self._rule) for value in self._values)


class Lacks:
    """The place left out, which breaks *rule*."""

    def __init__(self, rule: str = "") -> None:
        self._rule = rule

    def tries(self, pointer: str) -> Iterator[Try]:
        yield Try(Drop(pointer), self._rule)


class At:
    """A place, and what is tried there, in this order."""

    def __init__(self, pointer: str, *found: Keeps | Breaks | Lacks | Try) -> None:
        self.pointer, self._found = pointer, found

    @property
    def tries(self) -> tuple[Try, ...]:
        return tuple(
            one
            for each in self._found
            for one in ((each,) if isinstance(each, Try) else each.tries(self.pointer))
        )


def judged(of: Of, *places: At) -> Iterator[Judges]:
    """Yield what the validator makes of the values at every place."""
    for at in places:
        yield Judges(
            f"{of.name}: {'.'.join(steps_of(at.pointer))}",
            of.fact,
            of.evidence,
            of=of.name,
            pointer=at.pointer,
            tries=at.tries,
        )
