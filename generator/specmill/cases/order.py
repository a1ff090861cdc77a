"""Requests with several faults, of which the first that a server looks at is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..harness.edits import (
    Drop,
    Edit,
    MediaType,
    OtherCredential,
    Put,
    Raw,
    Spaced,
    Written,
)
from ..harness.pointers import steps_of
from ..light import dataclass
from ..verbatim import compose

Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a server looks at, a request that trips over it, and the answer."""

    label: str
    edits: Edits
    answer: str
    field: str
    kind: str = ""
    """The kind of fault; empty for a programmed value."""

    @property
    def told(self) -> tuple[str, str]:
        return self.answer, self.field


@dataclass(frozen=True, slots=True)
class Place:
    """What a server looks at at once, with one step to each fault that it may find."""

    steps: tuple[Step, ...]
    check: int
    """The number of the check that it belongs to."""
    unsettled: bool = False
    """True where nobody says whether it comes before the next check or after it."""

    def is_before(self, other: Place) -> bool:
        """Tell whether it is known to be looked at before *other*, which stands later."""
        return not (self.unsettled and other.check == self.check + 1)


def in_order(places: Sequence[Place]) -> Iterator[tuple[str, Step, Edits]]:
    """Yield a label, the step that is answered, and edits that have it and later ones.

    Each fault meets as many later ones as one request can have: whatever a server looks
    at too early is among them. So a pair for each two places is not needed.
    """
    for number, place in enumerate(places):
        later = [each for each in places[number + 1 :] if place.is_before(each)]
        absent = {each.answer for each in place.steps if each.kind == "absent"}
        for step in place.steps:
            is_as_absent = step.kind == "empty" and step.answer in absent
            seen: set[frozenset[str]] = set()
            for label, others in _meetings(step, later, is_once=is_as_absent):
                edits = (
                    *step.edits,
                    *(each for other in others for each in other.edits),
                )
                key = frozenset(map(repr, edits))
                if key not in seen and any(each.told != step.told for each in others):
                    seen.add(key)
                    yield compose("{}, before {}", step.label, label), step, edits


def _meetings(
    step: Step, later: Sequence[Place], *, is_once: bool
) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield later faults that *step* is to meet, and what they are.

    A step that is answered just as another one of its place meets them *is_once*.
    """
    # From the end, for a body that is not JSON leaves no place for faults in its members.
    yield "all from the end", _gathered(step, later[::-1], 0)
    if is_once:
        return
    for turn in range(min(3, max((len(place.steps) for place in later), default=0))):
        yield f"all after it ({turn + 1})", _gathered(step, later, turn)


def _gathered(step: Step, places: Iterable[Place], turn: int) -> tuple[Step, ...]:
    """Return one step of each of *places* that a request can have with *step*."""
    chosen: list[Step] = []
    for place in places:
        at = turn % len(place.steps)
        for each in (*place.steps[at:], *place.steps[:at]):
            # What is answered just as *step* is would hide what comes too early.
            is_told_apart = each.told != step.told
            if is_told_apart and all(together(one, each) for one in (step, *chosen)):
                chosen.append(each)
                break
    return tuple(chosen)


def together(first: Step, second: Step) -> bool:
    """Tell whether one request can have both faults: no edit undoes another."""
    for one in first.edits:
        for other in second.edits:
            a, b = touched(one), touched(other)
            if a[: len(b)] == b or b[: len(a)] == a:
                return False
    return True


def touched(edit: Edit) -> tuple[str, ...]:
    """Return the place that *edit* changes."""
    if isinstance(edit, Put | Drop | OtherCredential):
        return steps_of(edit.pointer)
    if isinstance(edit, MediaType):
        return ("headers", "Content-Type")
    return ("body",) if isinstance(edit, Raw | Spaced | Written) else ("signature",)
