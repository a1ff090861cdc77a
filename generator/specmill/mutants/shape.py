"""Servers that take another shape of request: the limits of one member are otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from .. import ir
from ..constraints import Chars, Constraint, Length, OneOf, Pattern, Prefix, Range
from ..harness.contract import Contract
from ..harness.pointers import Steps, found, put
from ..json_schema import field_schema
from ..members import Member, evidence_key, is_unknown, members
from . import Mutant
from .seams import Change, Told

Schema = dict[str, Any]


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers in which one member may be what it may not, or may not be what it may."""
    for member in members(operation):
        is_typed = operation.request.writing.format == "json"
        for row in _rows(member, is_typed=is_typed):
            yield Mutant(
                id=f"{member.fact} {row.label}",
                fact=f"{member.fact}.{row.key}",
                says=f"{member.fact} {row.says}",
                change=Change(
                    told_by=row.told_by, contract=_with_schema(member, row.made)
                ),
            )


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    key: str
    says: str
    told_by: Told
    made: Callable[[Schema, Schema], tuple[Schema, Schema]]
    """From the schema of a member and that around it to the two as they are instead."""


def _rows(member: Member, *, is_typed: bool) -> Iterator[_Row]:
    yield from _presence(member)
    if member.place == "body" and is_typed:
        yield from _types(member.field)
    for limit in member.field.constraints:
        yield from _limits(member.field, limit)


# Presence -----------------------------------------------------------------------------


def _presence(member: Member) -> Iterator[_Row]:
    field = member.field
    name = field.wire_name.lower() if member.place == "headers" else field.wire_name
    if member.steps[-1].isdecimal() or member.place == "segments":
        return  # a path has all of its segments
    if field.required is True:
        yield _Row(
            "not required",
            "required",
            "may be left out",
            "refusal",
            lambda own, outer: (own, _requiring(outer, name, False)),
        )
    elif field.required is False or is_unknown(field.required):
        yield _Row(
            "required",
            "required",
            "must be there",
            "acceptance",
            lambda own, outer: (own, _requiring(outer, name, True)),
        )


def _requiring(outer: Schema, name: str, is_required: bool) -> Schema:
    others = [each for each in outer["required"] if each != name]
    return {**outer, "required": [*others, name] if is_required else others}


# Types --------------------------------------------------------------------------------

_SAID: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "object": "an object",
    "array": "a list",
}


def _types(field: ir.Field) -> Iterator[_Row]:
    schema = field_schema(field, strict=False)
    own = schema.get("type")
    if own is None:
        return
    kinds = own if isinstance(own, list) else [own]
    for other, says in _SAID.items():
        if other in kinds or (other, kinds[0]) == ("integer", "number"):
            continue
        yield _Row(
            f"also {says}",
            "type",
            f"may be {says}",
            "refusal",
            _inner(partial(_also, kind=other)),
        )
    if "null" in kinds:
        yield _Row(
            "never null",
            "nullable",
            "is refused as null",
            "acceptance",
            _inner(lambda schema: {**schema, "type": schema["type"][0]}),
        )


def _also(schema: Schema, kind: str) -> Schema:
    """Return *schema* with values of another type let through, whatever they are."""
    return {"anyOf": [{"type": kind}, schema]}


def _inner(
    made: Callable[[Schema], Schema],
) -> Callable[[Schema, Schema], tuple[Schema, Schema]]:
    return lambda own, outer: (made(own), outer)


# Limits -------------------------------------------------------------------------------

Instead = tuple[str, Told, Constraint | None]
"""A label, by what it is told, and the limit that is held instead; None for none."""


def _limits(field: ir.Field, limit: Constraint) -> Iterator[_Row]:
    key = evidence_key(field, limit.rule)
    for label, told_by, instead in _instead(limit):
        others = [each for each in field.constraints if each is not limit]
        kept = others if instead is None else [*others, instead]
        changed = replace(field, constraints=tuple(kept))
        yield _Row(
            f"{key} {label}",
            key,
            instead.says if instead is not None else f"is not held to: {limit.says}",
            told_by,
            _inner(partial(_rebuilt, field=changed)),
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
            yield "longer", "acceptance", Prefix(f"{prefix}x")
        case _:
            pass


_OTHER_CHARS: Final[dict[str, tuple[tuple[Any, Told], ...]]] = {
    "digits": (("hex", "refusal"), ("alphanumeric", "refusal")),
    "letters": (("alphanumeric", "refusal"),),
    "alphanumeric": (("digits", "acceptance"), ("letters", "acceptance")),
    "hex": (("alphanumeric", "refusal"), ("digits", "acceptance")),
}


def _shifted(limit: Length | Range) -> Iterator[Instead]:
    low, high = limit.minimum, limit.maximum
    made = type(limit)
    if low is not None:
        yield "one less at least", "refusal", made(low - 1, high)
        yield "one more at least", "acceptance", made(low + 1, _at_least(high, low + 1))
        yield "no least", "refusal", made(None, high)
    if high is not None:
        yield "one more at most", "refusal", made(low, high + 1)
        yield "one less at most", "acceptance", made(_at_most(low, high - 1), high - 1)
        yield "no greatest", "refusal", made(low, None)


def _at_least(high: int | None, low: int) -> int | None:
    return None if high is None else max(high, low)


def _at_most(low: int | None, high: int) -> int | None:
    return None if low is None else min(low, high)


def _listed(limit: OneOf) -> Iterator[Instead]:
    for value in limit.values:
        rest = tuple(each for each in limit.values if each != value)
        if rest:
            yield f"without {value}", "acceptance", replace(limit, values=rest)
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
    return "".join(f"[{char}]" if char in ".+*?()/|{}" else char for char in text)


def _beginnings(texts: list[str]) -> list[str]:
    return [text[:end] for text in texts for end in range(len(text), 0, -1)]


# Where --------------------------------------------------------------------------------


def _with_schema(
    member: Member, made: Callable[[Schema, Schema], tuple[Schema, Schema]]
) -> Callable[[Contract], Contract]:
    """Return what puts another schema of *member* into a contract."""
    steps = schema_steps(member)

    def change(contract: Contract) -> Contract:
        outer_steps = steps[:-1] if steps[-1] == "items" else steps[:-2]
        own, outer = found(contract.schema, steps), found(contract.schema, outer_steps)
        inner, around = made(own, outer)
        schema = put(put(contract.schema, outer_steps, around), steps, inner)
        return replace(contract, schema=schema)

    return change


def schema_steps(member: Member) -> Steps:
    """Return where the schema of *member* stands in that of the request."""
    steps = member.steps
    if member.place == "headers":
        steps = ("headers", steps[1].lower(), *steps[2:])
    return tuple(
        name
        for step in steps
        for name in (("items",) if step.isdecimal() else ("properties", step))
    )
