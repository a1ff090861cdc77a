"""Servers that take another shape of request: the limits of one member are otherwise."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import Any, Final

from .. import ir
from ..constraints import (
    Chars,
    Constraint,
    Length,
    OneOf,
    Pattern,
    Prefix,
    Range,
    Written,
    resized,
)
from ..harness.contract import Contract
from ..harness.judge import Kind
from ..harness.notes import Played
from ..harness.pointers import NOTHING, Steps, found, put
from ..json_schema import field_schema
from ..light import dataclass
from ..members import Member, evidence_key, is_unknown, members
from ..verbatim import compose, exact
from . import Mutant
from .seams import Change, Told, blaming, forgiving

Schema = dict[str, Any]


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers in which one member may be what it may not, or may not be what it may."""
    for member in members(operation):
        for row in _rows(operation, member, contract):
            yield Mutant(
                id=compose("{} {}", member.fact, row.label),
                fact=compose("{}.{}", member.fact, row.key),
                says=compose("{} {}", member.fact, row.says),
                change=replace(row.change, reach=_reach(member)),
            )


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    key: str
    says: str
    change: Change


def _rows(
    operation: ir.Operation, member: Member, contract: Contract
) -> Iterator[_Row]:
    if contract.played is None:
        yield from _presence(member)
        if operation.request.writing.format == "json":
            yield from _types(member)
    elif not _is_checked(member, contract.played):
        return
    good = found(contract.example, member.steps)
    accepts = contract.played.accepts if contract.played else ()
    for limit in member.field.constraints:
        yield from _limits(member, limit, good, accepts)


def _is_checked(member: Member, played: Played) -> bool:
    """Tell whether an environment looks at the values of *member*."""
    return any(
        member.pointer in check.pointers and "value" in check.answers
        for check in played.checks
    )


# Presence -----------------------------------------------------------------------------


def _presence(member: Member) -> Iterator[_Row]:
    if member.steps[-1].isdecimal() or member.place == "segments":
        return  # a path has all of its segments
    if member.field.required is True:
        change = _lax(member, ("absent",), lambda value: value is NOTHING)
        yield _Row("not required", "required", "may be left out", change)
    else:
        change = _strict(member, "absent", lambda value: value is NOTHING)
        yield _Row("required", "required", "must be there", change)


def _lax(
    member: Member, kinds: tuple[Kind, ...], holds: Callable[[Any], bool]
) -> Change:
    return Change(told_by="refusal", judged=forgiving(member.pointer, kinds, holds))


def _strict(member: Member, kind: Kind, holds: Callable[[Any], bool]) -> Change:
    return Change(told_by="acceptance", judged=blaming(member.pointer, kind, holds))


# Types --------------------------------------------------------------------------------

_TYPES: Final[tuple[tuple[str, str, tuple[type, ...]], ...]] = (
    ("string", "text", (str,)),
    ("integer", "a whole number", (int,)),
    ("number", "a number", (int, float)),
    ("boolean", "true or false", (bool,)),
    ("null", "null", (type(None),)),
    ("object", "an object", (dict,)),
    ("array", "a list", (list,)),
)


def _types(member: Member) -> Iterator[_Row]:
    own = field_schema(member.field, strict=False).get("type")
    if own is None or member.place != "body":
        return
    listed = own if isinstance(own, list) else [own]
    for name, says, classes in _TYPES:
        if name in listed or (name, listed[0]) == ("integer", "number"):
            continue
        change = _lax(member, ("type", "value", "empty"), partial(_is_of, classes))
        yield _Row(f"also {says}", "type", f"may be {says}", change)
    if "null" in listed:
        change = _strict(member, "type", lambda value: value is None)
        yield _Row("never null", "nullable", "is refused as null", change)


def _is_of(classes: tuple[type, ...], value: Any) -> bool:
    return type(value) in classes


# Limits -------------------------------------------------------------------------------

Instead = tuple[str, Told, Constraint | None]
"""A label, by what it is told, and the limit that is held instead; None for none."""


def _limits(
    member: Member, limit: Constraint, good: Any, accepts: Container[str]
) -> Iterator[_Row]:
    field, key = member.field, evidence_key(member.field, limit.rule)
    others = tuple(each for each in field.constraints if each is not limit)
    for label, told_by, instead in _instead(limit):
        kept = others if instead is None else (*others, instead)
        if not _can_be_told(field.constraints, kept, good):
            continue  # the other limits say the same
        if told_by == "acceptance" and member.pointer in accepts:
            continue  # what is accepted there whatever the page says is told by itself
        says = instead.says if instead else compose("is not held to: {}", limit.says)
        made = partial(_rebuilt, field=replace(field, constraints=kept))
        contract = _with_schema(member, made)
        if isinstance(limit, Written):
            contract = _without_moment(member.pointer)
        is_cased = told_by == "refusal" or not is_unknown(field.letter_case)
        left_open = "" if is_cased else "the page leaves the letter case open"
        change = Change(told_by=told_by, contract=contract, left_open=left_open)
        yield _Row(compose("{} {}", key, label), key, says, change)


def _can_be_told(
    before: tuple[Constraint, ...], after: tuple[Constraint, ...], good: Any
) -> bool:
    """Tell whether a value near *good* is kept by one set of limits alone."""
    return any(
        all(each.holds(value) for each in before)
        != all(each.holds(value) for each in after)
        for limit in (*before, *after)
        for value in _around(limit, good)
    )


def _around(limit: Constraint, good: Any) -> Iterator[Any]:
    """Yield values at which *limit* may say another thing than one that is near to it."""
    yield good
    yield from (miss.value for miss in limit.near_misses(good))
    if isinstance(limit, OneOf):
        for value in limit.values:
            yield from (value, *_written_otherwise(value))
    if isinstance(limit, Length) and isinstance(good, str):
        for end in (limit.minimum, limit.maximum):
            if end is not None:
                yield from (resized(good, end), resized(good, end + 1))
    if isinstance(limit, Chars):
        yield from ("1" * len(good), "a" * len(good), "g" * len(good))


def _written_otherwise(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (
            value.swapcase(),
            compose("{}x", value),
            compose("x{}", value),
            value[:-1],
        )


def _rebuilt(schema: Schema, field: ir.Field) -> Schema:
    """Return the schema of *field*, which refuses empty text where *schema* does."""
    made = field_schema(field, strict=False)
    if schema.get("minLength") == 1 and "minLength" not in made:
        made["minLength"] = 1
    return made


def _instead(limit: Constraint) -> Iterator[Instead]:
    yield "not held", "refusal", None
    match limit:
        case Length() | Range():
            yield from _shifted(limit)
        case OneOf():
            yield from _listed(limit)
        case Chars(kind):
            for other, told_by in _OTHER_CHARS[kind]:
                yield f"{other} instead", told_by, Chars(other)
        case Prefix(prefix):
            if prefix != prefix.rstrip():
                yield "without its space", "refusal", Prefix(prefix.rstrip())
            yield "longer", "acceptance", Prefix(compose("{}x", prefix))
        case _:
            pass


_OTHER_CHARS: Final[dict[str, tuple[tuple[Any, Told], ...]]] = {
    "digits": (("hex", "refusal"), ("alphanumeric", "refusal")),
    "letters": (("alphanumeric", "refusal"),),
    "alphanumeric": (("digits", "acceptance"), ("letters", "acceptance")),
    "hex": (("alphanumeric", "refusal"), ("digits", "acceptance")),
}


def _shifted(limit: Length | Range) -> Iterator[Instead]:
    low: Any = limit.minimum
    high: Any = limit.maximum
    made: Any = type(limit)
    if low is not None:
        yield "one less at least", "refusal", made(low - 1, high)
        yield "one more at least", "acceptance", made(low + 1, _at_least(high, low + 1))
        yield "no least", "refusal", made(None, high)
    if high is not None:
        yield "one more at most", "refusal", made(low, high + 1)
        yield "one less at most", "acceptance", made(_at_most(low, high - 1), high - 1)
        yield "no greatest", "refusal", made(low, None)


def _at_least(high: Any, low: Any) -> Any:
    return None if high is None else max(high, low)


def _at_most(low: Any, high: Any) -> Any:
    return None if low is None else min(low, high)


def _listed(limit: OneOf) -> Iterator[Instead]:
    for value in limit.values:
        rest = tuple(each for each in limit.values if each != value)
        if rest:
            yield compose("without {}", value), "acceptance", replace(
                limit, values=rest
            )
    texts = [each for each in limit.values if isinstance(each, str)]
    if not texts:
        return
    if not limit.any_case and any(each.swapcase() != each for each in texts):
        yield "in any letter case", "refusal", replace(limit, any_case=True)
    for label, pattern in (
        ("and anything after", f"(?s:(?:{_either(texts)}).*)"),
        ("and anything before", f"(?s:.*(?:{_either(texts)}))"),
        ("or a part of one", f"(?:{_either(_beginnings(texts))})"),
    ):
        yield label, "refusal", Pattern(pattern)


def _either(texts: list[str]) -> str:
    return "|".join(map(_escaped, texts))


def _escaped(text: str) -> str:
    return "".join(
        f"[{char}]" if char in ".+*?()/|{}" else char for char in exact(text)
    )


def _beginnings(texts: list[str]) -> list[str]:
    return [text[:end] for text in texts for end in range(len(text), 0, -1)]


# Where --------------------------------------------------------------------------------


def _with_schema(
    member: Member, made: Callable[[Schema], Schema]
) -> Callable[[Contract], Contract]:
    """Return what puts another schema of *member* into a contract."""
    steps = _schema_steps(member)

    def change(contract: Contract) -> Contract:
        schema = made(found(contract.schema, steps))
        return replace(contract, schema=put(contract.schema, steps, schema))

    return change


def _without_moment(pointer: str) -> Callable[[Contract], Contract]:
    """Return what takes any text for a date or time."""

    def change(contract: Contract) -> Contract:
        kept = tuple(each for each in contract.moments if each.pointer != pointer)
        return replace(contract, moments=kept)

    return change


def _reach(member: Member) -> Steps:
    """Return where in a request as a document the changed member stands."""
    place, *steps = member.steps
    if place == "headers":
        steps[0] = steps[0].lower()
    return (place, *takewhile(lambda step: not step.isdecimal(), steps))


def _schema_steps(member: Member) -> Steps:
    """Return where the schema of *member* stands in that of the request."""
    steps = member.steps
    if member.place == "headers":
        steps = ("headers", steps[1].lower(), *steps[2:])
    return tuple(
        name
        for step in steps
        for name in (("items",) if step.isdecimal() else ("properties", step))
    )
