"""Requests that keep or break the conditions between their members, found by trying.

Edits are tried in a fixed order, few before many, so that the same specs always become
the same requests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain, combinations, islice, product
from typing import Any, Final

from . import ir
from .conditions import (
    Among,
    Below,
    Count,
    Every,
    Expression,
    Joined,
    Limit,
    Not,
    Place,
    Same,
    Some,
)
from .harness.conditions import truth
from .harness.edits import Drop, Put
from .harness.pointers import NOTHING, drop, found, pointer_of, put, steps_of
from .harness.recipes import Moment
from .light import dataclass
from .members import Member, body_members, members, moment_of, wire_sample
from .runtime import wire
from .verbatim import joined, wording

Json = Any
Edits = tuple[Put | Drop, ...]

TRIED: Final = 400
"""Ways that are tried to make one condition true or false."""
ROUNDS: Final = 12
"""Conditions that are mended one after the other before giving up."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message with the members that it can have and what is asked of them."""

    members: tuple[Member, ...]
    conditions: tuple[ir.Condition, ...]
    moments: tuple[Moment, ...]

    def broken(self, document: Json) -> tuple[ir.Condition, ...]:
        """Return the enforced conditions that *document* breaks."""
        return tuple(
            each
            for each in self.conditions
            if each.asks.is_enforced and not self.keeps(each, document)
        )

    def keeps(self, condition: ir.Condition, document: Json) -> bool:
        asks = condition.asks
        is_asked = asks.when is None or self.truth(asks.when, document) is True
        return not is_asked or self.truth(asks.then, document) is not False

    def truth(self, expression: Expression, document: Json) -> bool | None:
        return truth(expression.document(), document, self.moments)

    def _member(self, place: Place) -> Member | None:
        """Return the member at *place*, if a caller decides on it."""
        return next((each for each in self._free() if each.steps == place), None)

    def _free(self) -> Iterator[Member]:
        for each in self.members:
            if isinstance(each.field.source, ir.Passed | ir.FromMembers):
                yield each

    # Finding --------------------------------------------------------------------------

    def settled(self, document: Json, keeping: Place = ()) -> Json | None:
        """Return *document*, edited as little as was found to keep every condition.

        What stands at *keeping* is left there. None where nothing was found.
        """
        for _ in range(ROUNDS):
            broken = self.broken(document)
            if not broken:
                return document
            ways = chain.from_iterable(self.keeping(each, document) for each in broken)
            edited = [
                each
                for edits in islice(ways, TRIED)
                if found(each := after(document, edits), keeping) is not NOTHING
            ]
            if not edited:
                return None
            document = min(edited, key=lambda each: len(self.broken(each)))
        return None

    def variants(self, document: Json) -> Iterator[Edits]:
        """Yield edits of a valid *document* after which members stand that it lacks.

        Together with *document* they have every member that can stand at all.
        """
        missing = [
            each
            for each in self._free()
            if found(document, each.steps) is NOTHING and each.steps[-1] != "0"
        ]
        while missing:
            first = missing.pop(0)
            edits = (*self._around(first, document), _with(first))
            other = self.settled(after(document, edits), keeping=first.steps)
            if other is None:
                continue
            yield difference(document, other)
            missing = [each for each in missing if found(other, each.steps) is NOTHING]

    def keeping(self, condition: ir.Condition, document: Json) -> Iterator[Edits]:
        """Yield edits after which *condition* is kept: what it asks, or not asked."""
        yield from self.making(condition.asks.then, True, document)
        if condition.asks.when is not None:
            yield from self.making(condition.asks.when, False, document)

    def breaking(self, condition: ir.Condition, document: Json) -> Iterator[Edits]:
        """Yield edits after which *condition* is broken and every other one is kept."""
        asks = condition.asks
        starts = self.making(asks.when, True, document) if asks.when else iter([()])
        for start in starts:
            begun = after(document, start)
            for end in self.making(asks.then, False, begun):
                edits = (*start, *end)
                broken = self.broken(after(document, edits))
                if broken == (condition,):
                    yield edits

    def making(
        self, expression: Expression, is_true: bool, document: Json
    ) -> Iterator[Edits]:
        """Yield edits after which *expression* is true, or false; fewest first."""
        seen: list[Edits] = []
        for edits in islice(self._tried(expression, is_true, document), TRIED):
            if edits not in seen:
                seen.append(edits)
                if self.truth(expression, after(document, edits)) is is_true:
                    yield edits

    def _tried(
        self, expression: Expression, is_true: bool, document: Json
    ) -> Iterator[Edits]:
        if self.truth(expression, document) is is_true:
            yield ()
        match expression:
            case Not(part):
                yield from self._tried(part, not is_true, document)
            case Every(parts):
                yield from self._of_parts(parts, is_true, all_of=is_true, at=document)
            case Some(parts):
                yield from self._of_parts(
                    parts, is_true, all_of=not is_true, at=document
                )
            case Count(parts, counts):
                yield from self._counted(parts, counts, is_true, document)
            case _:
                yield from self._of_leaf(expression, document)

    def _of_parts(
        self, parts: Sequence[Expression], is_true: bool, *, all_of: bool, at: Json
    ) -> Iterator[Edits]:
        ways = [list(islice(self._tried(each, is_true, at), 8)) for each in parts]
        if not all_of:
            for each in ways:
                yield from each
            return
        for chosen in product(*ways):
            yield _merged(chosen)

    def _counted(
        self,
        parts: Sequence[Expression],
        counts: Sequence[int],
        is_true: bool,
        document: Json,
    ) -> Iterator[Edits]:
        sizes = [n for n in range(len(parts) + 1) if (n in counts) is is_true]
        for size in sizes:
            for chosen in combinations(range(len(parts)), size):
                ways = [
                    list(islice(self._tried(part, index in chosen, document), 3))
                    for index, part in enumerate(parts)
                ]
                for edits in product(*ways):
                    yield _merged(edits)

    def _of_leaf(self, leaf: Expression, document: Json) -> Iterator[Edits]:
        for place in dict.fromkeys(leaf.places):
            member = self._member(place)
            if member is None:
                continue
            for value in self._values(member, leaf, document):
                if found(document, place) != value:
                    yield (*self._around(member, document), Put(member.pointer, value))
        for place in dict.fromkeys(leaf.places):
            member = self._member(place)
            if member is not None and member.field.required is not True:
                yield (Drop(member.pointer),)

    def _around(self, member: Member, document: Json) -> Edits:
        """Return the edits that put the objects around *member*, with all they need."""
        edits: list[Put | Drop] = []
        for end, field in enumerate(
            member.above, len(member.steps) - len(member.above)
        ):
            steps = member.steps[:end]
            if found(document, steps) is NOTHING:
                edits.append(Put(pointer_of(steps), wire_sample(field)))
        return tuple(edits)

    def _values(
        self, member: Member, leaf: Expression, document: Json
    ) -> Iterator[Json]:
        """Yield values for *member* that may make *leaf* true or false."""
        field = member.field
        listed = [*_stated(leaf), *self._beside(member, leaf, document), *field.listed]
        good = found(document, member.steps)
        sample = (
            good if good is not NOTHING and good is not None else wire_sample(field)
        )
        listed.append(sample)
        if isinstance(sample, str) and sample and not listed[:-1]:
            listed.append(sample[:-1] + ("0" if sample[-1] != "0" else "1"))
        for value in listed:
            if _can_be(field, value):
                yield value

    def _beside(
        self, member: Member, leaf: Expression, document: Json
    ) -> Iterator[Json]:
        """Yield values at, below and above those that *member* is compared with."""
        if isinstance(leaf, Joined) and leaf.place == member.steps:
            yield from joined_text(leaf, document)
        if not isinstance(leaf, Below | Same):
            return
        others: list[Json] = []
        if isinstance(leaf, Below) and isinstance(leaf.other, Limit):
            others.append(leaf.other.value)
        for place in leaf.places:
            if place != member.steps:
                value = found(document, place)
                other = self._member(place)
                is_there = value is not NOTHING and value is not None
                if other is not None:
                    others.append(value if is_there else wire_sample(other.field))
        for value in others:
            yield from _neighbors(member.field, value)


def request_message(operation: ir.Operation) -> Message:
    """Return the request of *operation* as a message."""
    return _message(members(operation), operation.request.conditions)


def reply_message(reply: ir.Reply) -> Message:
    """Return *reply* as a message."""
    return _message(body_members(reply.body), reply.conditions)


def _message(
    members: Iterable[Member], conditions: tuple[ir.Condition, ...]
) -> Message:
    found = tuple(members)
    moments = tuple(Moment(**each) for one in found for each in moment_of(one))
    return Message(found, conditions, moments)


def settled(message: Message, document: Json) -> Json:
    """Return *document* such that it keeps all conditions; as it is, where none does."""
    if not message.conditions:
        return document
    document = composed(message.conditions, document)
    found = message.settled(document)
    return document if found is None else found


def joined_text(leaf: Joined, document: Json) -> Iterator[str]:
    """Yield what *leaf* asks its member to be, if all parts are there."""
    parts = [
        part if isinstance(part, str) else found(document, part) for part in leaf.parts
    ]
    if not any(part is NOTHING or part is None for part in parts):
        yield joined("", map(wording, parts))


def composed(conditions: Iterable[ir.Condition], document: Json) -> Json:
    """Return *document* with every member that is made of others made anew."""
    for condition in conditions:
        leaf = condition.asks.then
        if isinstance(leaf, Joined) and condition.asks.when is None:
            for text in joined_text(leaf, document):
                if found(document, leaf.place) is not NOTHING:
                    document = put(document, leaf.place, text)
    return document


def after(document: Json, edits: Iterable[Put | Drop]) -> Json:
    """Return *document* after *edits*."""
    for edit in edits:
        steps = steps_of(edit.pointer)
        if isinstance(edit, Put):
            document = put(document, steps, edit.value)
        else:
            document = drop(document, steps)
    return document


def difference(before: Json, later: Json, above: Place = ()) -> Edits:
    """Return the edits that make *later* of *before*, both objects."""
    edits: list[Put | Drop] = []
    for name in (*before, *(each for each in later if each not in before)):
        steps = (*above, name)
        old, new = before.get(name, NOTHING), later.get(name, NOTHING)
        if new is NOTHING:
            edits.append(Drop(pointer_of(steps)))
        elif isinstance(old, dict) and isinstance(new, dict):
            edits += difference(old, new, steps)
        elif old.__class__ is not new.__class__ or old != new:
            edits.append(Put(pointer_of(steps), new))
    return tuple(edits)


def _with(member: Member) -> Put:
    return Put(member.pointer, wire_sample(member.field))


def _merged(parts: Iterable[Edits]) -> Edits:
    """Return several edits as one; the last on a place counts."""
    by_place = {edit.pointer: edit for edits in parts for edit in edits}
    return tuple(by_place.values())


def _stated(leaf: Expression) -> Iterator[Json]:
    if isinstance(leaf, Among):
        yield from leaf.values


def _can_be(field: ir.Field, value: Json) -> bool:
    """Tell whether *value* keeps the limits of *field* alone."""
    if isinstance(field.type, ir.Text) and not isinstance(value, str):
        return False
    return all(limit.holds(value) for limit in field.constraints)


def _neighbors(field: ir.Field, value: Json) -> Iterator[Json]:
    yield value
    shift: Callable[[int], Json] | None = None
    if isinstance(field.form, wire.DateText | wire.DateTimeText):
        form = field.form
        try:
            moment = form.parse(value)
        except ValueError:
            return
        if moment is not None:
            shift = lambda days: form.write(moment + timedelta(days=days))  # noqa: E731
    elif isinstance(value, int) and not isinstance(value, bool):
        shift = lambda step: value + step  # noqa: E731
    elif isinstance(value, str) and value.isdecimal() and value.isascii():
        shift = lambda step: str(int(value) + step).zfill(len(value))  # noqa: E731
    if shift is not None:
        yield shift(1)
        if not isinstance(value, int) or value > 0:
            yield shift(-1)
