"""Requests that pass every check: what is programmed for them, and for nothing near."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from ..constraints import OneOf
from ..harness.edits import Put
from ..harness.pointers import pointer_of
from ..harness.programmed import Gets
from ..members import Member
from ..verbatim import compose, joined
from .faults import steps
from .near import near_values
from .order import Step, together
from .stage import Stage
from .taken import free_members, is_programmed
from .values import altered, at, edges, fits, holds_all, other_truth


def results(stage: Stage) -> Iterator[Gets]:
    """Yield every programmed result, and that nothing but its values brings it."""
    yield from _programmed(stage)
    yield from _near(stage)
    yield from _elsewhere(stage)
    yield from _crossed(stage)


def _programmed(stage: Stage) -> Iterator[Gets]:
    """Yield a request for every programmed result, and one for all others."""
    for step in stage.programmed():
        yield stage.gets(step.label, step.edits, step.answer, "")
    default = next((each for each in stage.results if not each.when), None)
    if default is not None:
        edits = tuple(stage.unprogrammed())
        yield stage.gets("any other values", edits, default.answer, "")


def _near(stage: Stage) -> Iterator[Gets]:
    """Yield values that are near to programmed ones, and have nothing of theirs."""
    seen: set[tuple[ir.Path, str]] = set()
    for path, value in (each for one in stage.results for each in one.when):
        member = stage.members[path]
        is_text = isinstance(value, str) and isinstance(member.field.type, ir.Text)
        for label, text in near_values(value) if is_text else ():
            is_valid = bool(text) and fits(member, text)
            is_valid = is_valid and holds_all(member.field, text)
            if is_valid and (path, text) not in seen:
                seen.add((path, text))
                edits = (Put(pointer_of(path), text),)
                name = compose("{} {} {}", path[-1], value, label)
                yield from stage.due(name, edits)


def _elsewhere(stage: Stage) -> Iterator[Gets]:
    """Yield programmed values where they mean nothing."""
    for path, value in (each for one in stage.results for each in one.when):
        for other, member in stage.members.items():
            if other != path and isinstance(value, str) and _is_free(stage, member):
                edits = (Put(member.pointer, value),)
                name = compose("{} {} as {}", path[-1], value, joined(".", other))
                if holds_all(member.field, value):
                    yield from stage.due(name, edits)


def _is_free(stage: Stage, member: Member) -> bool:
    """Tell whether *member* is text that the server compares with nothing."""
    source = member.field.source
    is_callers = isinstance(source, ir.Passed | ir.FromCredential)
    is_known = "credential" in stage.kinds.get(member.steps, ())
    good = at(stage.contract.example, member)
    return is_callers and not is_known and isinstance(good, str)


def _crossed(stage: Stage) -> Iterator[Gets]:
    """Yield every other choice with every programmed result: none depends on it."""
    every = tuple(steady(stage))
    for member, value in choices(stage):
        choice = Put(member.pointer, value)
        for step in every:
            edits = (choice, *step.edits)
            name = compose("{} as {}, {}", member.fact, value, step.label)
            yield stage.gets(name, edits, step.answer, step.field)
    others = tuple(edit for _, edit in others_of(stage))
    for step in every if others else ():
        if all(together(Step("", (each,), "", ""), step) for each in others):
            name = compose("other texts everywhere, {}", step.label)
            yield stage.gets(name, (*others, *step.edits), step.answer, step.field)
    for member, value in choices(stage) if others else ():
        edits = (Put(member.pointer, value), *others)
        name = compose("{} as {}, other texts everywhere", member.fact, value)
        yield from stage.due(name, edits)


def others_of(stage: Stage) -> Iterator[tuple[Member, Put]]:
    """Yield what the server compares with nothing, as other texts and members."""
    for member, good in free_members(stage):
        other = altered(good)
        if not is_programmed(stage, member) and holds_all(member.field, other):
            yield member, Put(member.pointer, other)
    for member in stage.members.values():
        kind = member.field.type
        is_open = isinstance(kind, ir.Record) and kind.open
        if is_open and at(stage.contract.example, member) == {}:
            yield member, Put(member.pointer, {"xUnknown": "text"})


def choices(stage: Stage) -> Iterator[tuple[Member, Any]]:
    """Yield the other listed values and truths of what brings no programmed result."""
    for member in stage.members.values():
        if is_programmed(stage, member):
            continue
        good = at(stage.contract.example, member)
        for limit, each in edges(member, good):
            if isinstance(limit, OneOf):
                yield member, each.value
        yield from ((member, truth) for truth in other_truth(member, good))


def steady(stage: Stage) -> Iterator[Step]:
    """Yield the results, and what no choice of the caller may turn off."""
    yield from stage.programmed()
    yield from stage.otherwise()
    for check in stage.played.checks:
        for kind in ("credential", "signature"):
            of_kind = (step for _, step in steps(stage, check) if step.kind == kind)
            first = next(of_kind, None)
            if first is not None:
                yield first
