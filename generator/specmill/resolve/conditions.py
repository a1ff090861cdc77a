"""Conditions as meant: every place is a member, every value one that it can have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from .. import ir
from ..conditions import (
    Among,
    Below,
    Condition,
    Count,
    Every,
    Expression,
    Joined,
    Limit,
    Not,
    Place,
    Present,
    Some,
)
from ..diagnostics import report
from ..light import dataclass
from ..runtime import wire
from ..spec import ConditionSpec, RequiredWhere
from ..verbatim import compose, joined, wording
from .examples import mismatches
from .layers import Layered, evidence_at
from .places import member_path
from .scope import Scope

Parts = tuple[tuple[str, tuple[ir.Field, ...]], ...]
"""The fields of a message by the word for their part."""


def resolve_conditions(
    scope: Scope, specs: Iterable[ConditionSpec] | None, parts: Parts, prefix: str
) -> tuple[ir.Condition, ...]:
    """Return what is asked of the members in *parts*, field by field, then together.

    *prefix* is how paths of its fields begin: `request` or `replies.name`.
    """
    reader = _Reader(scope, parts)
    found = [
        *reader.of_fields(prefix),
        *(each for spec in specs or () for each in reader.of_spec(spec)),
    ]
    return tuple(
        ir.Condition(f"conditions.{number}", asks, evidence)
        for number, (asks, evidence) in enumerate(found, 1)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    scope: Scope
    parts: Parts

    # What a field says of itself ------------------------------------------------------

    def of_fields(self, prefix: str) -> Iterator[tuple[Condition, ir.Evidence]]:
        for part, fields in self.parts:
            for field, place in _placed(fields, (part,)):
                layered = self.scope.written.get(field.path)
                if layered is not None and field.path.startswith(f"{prefix}."):
                    yield from self._of_field(field, place, layered)

    def _of_field(
        self, field: ir.Field, place: Place, layered: Layered
    ) -> Iterator[tuple[Condition, ir.Evidence]]:
        if isinstance(field.source, ir.FromMembers):
            yield from self._of_made(field, place, layered)
        written = layered.required()
        if not isinstance(written, RequiredWhere):
            return
        when = self._settled(written, "if", written.if_)
        if when is None and written.outside is None:
            return
        asks = Condition(when, Present(place), written.outside or "", "")
        yield asks, field.evidence_of("required")

    def _of_made(
        self, field: ir.Field, place: Place, layered: Layered
    ) -> Iterator[tuple[Condition, ir.Evidence]]:
        """Yield that a member is made of others, which are there."""
        assert isinstance(field.source, ir.FromMembers)
        parts: list[Place | str] = []
        for part in field.source.places:
            if self._member(part[0], joined(".", part[1:])) is None:
                shown = {"place": joined(".", part), "where": "the request"}
                self.scope.tell("no-such-place", layered, "from", **shown)
                return
            parts += [field.source.separator, part] if parts else [part]
        told = tuple(part for part in parts if part != "")
        yield Condition(None, Joined(place, told), "", ""), field.evidence_of("else")

    # What is said of several ----------------------------------------------------------

    def of_spec(self, spec: ConditionSpec) -> Iterator[tuple[Condition, ir.Evidence]]:
        evidence = evidence_at(spec, "evidence", None)
        when = self._settled(spec, "if", spec.if_)
        key, then = next(self._asked(spec), ("", None))
        if then is None or (spec.if_ is not None and when is None):
            return
        then = self._settled(spec, key, then)
        if then is not None:
            yield Condition(
                when, then, spec.outside or "", spec.summary or ""
            ), evidence

    def _asked(self, spec: ConditionSpec) -> Iterator[tuple[str, Expression | None]]:
        """Yield the key that says what is asked, and that as an expression."""
        for key in ("holds", "then"):
            if getattr(spec, key) is not None:
                yield key, getattr(spec, key)
        for key, counts in _COUNTS.items():
            listed = getattr(spec, key.replace("-", "_"))
            if listed is not None:
                parts = self._listed(spec, key, listed)
                yield key, Count(parts, counts(len(parts))) if parts else None
        if spec.variants is not None:
            yield "variants", self._variants(spec)

    def _listed(
        self, spec: ConditionSpec, key: str, texts: Sequence[str]
    ) -> tuple[Expression, ...]:
        found = [self._place(spec, key, index, t) for index, t in enumerate(texts)]
        return tuple(Present(place) for place in found if place is not None)

    def _variants(self, spec: ConditionSpec) -> Expression | None:
        """Return that the members of exactly one group are there, all of them."""
        groups: list[Expression] = []
        whole: list[Expression] = []
        for name, texts in (spec.variants or {}).items():
            found = [self._place(spec, "variants", name, text) for text in texts]
            parts = tuple(Present(place) for place in found if place is not None)
            if len(parts) != len(texts):
                return None
            groups.append(parts[0] if len(parts) == 1 else Some(parts))
            if len(parts) > 1:
                whole.append(Count(parts, (0, len(parts))))
        one = Count(tuple(groups), (1,))
        return Every((one, *whole)) if whole else one

    # Places and values ----------------------------------------------------------------

    def _place(
        self, spec: ConditionSpec, key: str, inner: str | int, text: str
    ) -> Place | None:
        root, _, rest = text.partition(".")
        found = self._member(root, rest)
        if found is None:
            self._tell_no_place(spec, (key, inner), text)
        return None if found is None else found[0]

    def _member(self, root: str, rest: str) -> tuple[Place, ir.Field] | None:
        fields = dict(self.parts).get(root, ())
        path = member_path(ir.Record("", fields, open=False), rest)
        if path is None:
            return None
        return (root, *path), _at(fields, path)

    def _tell_no_place(
        self,
        spec: ConditionSpec | RequiredWhere,
        keys: tuple[str | int, ...],
        text: str,
    ) -> None:
        where = "this message"
        at = spec.at(*keys)
        self.scope.findings.append(report("no-such-place", at, place=text, where=where))

    def _settled(
        self,
        spec: ConditionSpec | RequiredWhere,
        key: str,
        expression: Expression | None,
    ) -> Expression | None:
        """Return *expression* if all of it can be meant, after telling what cannot."""
        if expression is None:
            return None
        before = len(self.scope.findings)
        for leaf in _leaves(expression):
            self._tell_faults(spec, key, leaf)
        return expression if len(self.scope.findings) == before else None

    def _tell_faults(
        self, spec: ConditionSpec | RequiredWhere, key: str, leaf: Expression
    ) -> None:
        fields: list[ir.Field] = []
        for place in leaf.places:
            found = self._member(place[0], joined(".", place[1:]))
            if found is None:
                self._tell_no_place(spec, (key,), joined(".", place))
                return
            fields.append(found[1])
        for says in _faults(leaf, fields):
            shown, at = joined(".", leaf.places[0]), spec.at(key)
            self.scope.findings.append(
                report("bad-comparison", at, place=shown, says=says)
            )


_COUNTS: Final[dict[str, Callable[[int], tuple[int, ...]]]] = {
    "exactly-one": lambda size: (1,),
    "at-least-one": lambda size: tuple(range(1, size + 1)),
    "at-most-one": lambda size: (0, 1),
    "together": lambda size: (0, size),
}
"""How many of the listed members may be there."""


def _placed(
    fields: Iterable[ir.Field], above: Place
) -> Iterator[tuple[ir.Field, Place]]:
    for field in fields:
        place = (*above, field.wire_name)
        yield field, place
        if isinstance(field.type, ir.Record):
            yield from _placed(field.type.fields, place)


def _at(fields: Iterable[ir.Field], path: ir.Path) -> ir.Field:
    field = next(each for each in fields if each.wire_name == path[0])
    if len(path) == 1:
        return field
    assert isinstance(field.type, ir.Record)
    return _at(field.type.fields, path[1:])


def _leaves(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Not):
        yield from _leaves(expression.part)
    elif isinstance(expression, Every | Some | Count):
        for part in expression.parts:
            yield from _leaves(part)
    else:
        yield expression


# What a comparison can be about -------------------------------------------------------


def _faults(leaf: Expression, fields: Sequence[ir.Field]) -> Iterator[str]:
    """Yield why members like *fields* cannot be compared as *leaf* does."""
    first = fields[0]
    if isinstance(leaf, Among):
        for value in leaf.values:
            yield from _never(first, value)
    if isinstance(leaf, Below):
        kinds = [_order(field) for field in fields]
        if None in kinds:
            yield "is neither a number nor a date, and has no order"
        elif len(set(kinds)) > 1:
            yield compose(
                "is {}, and {} is {}", kinds[0], fields[1].wire_name, kinds[1]
            )
        elif isinstance(leaf.other, Limit) and not _is_like(first, leaf.other.value):
            yield f"is {kinds[0]}, and {leaf.other.value!r} is not"
    elif isinstance(leaf, Joined):
        if not all(isinstance(field.type, ir.Text | ir.Integer) for field in fields):
            yield "is made of what is neither text nor a whole number"
    elif len(fields) == 2 and type(first.type) is not type(fields[1].type):
        yield compose("is of another type than {}", fields[1].wire_name)


def _never(field: ir.Field, value: ir.Json) -> Iterator[str]:
    """Yield why *field* can never have *value*."""
    for found in mismatches(field, value):
        yield compose("is never {}: that {}", repr(value), found.says)


def _is_like(field: ir.Field, value: ir.Json) -> bool:
    """Tell whether *value* is a date as *field* writes it, or a number as it has."""
    if isinstance(field.form, wire.DateText | wire.DateTimeText):
        return field.form.fits(value)
    return re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", wording(value), re.ASCII) is not None


def _order(field: ir.Field) -> str | None:
    """Return how values of *field* are ordered; None where they are not."""
    if isinstance(field.form, wire.DateText | wire.DateTimeText):
        return f"written as {field.form.pattern}"
    is_number = isinstance(field.form, wire.IntegerText | wire.DecimalText | wire.Epoch)
    if is_number or isinstance(field.type, ir.Integer | ir.Number):
        return "a number"
    return None
