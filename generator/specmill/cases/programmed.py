"""Requests that pass every check: what is programmed for them, and for nothing near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir
from ..constraints import OneOf
from ..harness.edits import Put
from ..harness.pointers import pointer_of
from ..harness.programmed import Gets, Repeated
from ..members import Member
from ..verbatim import compose, joined
from .faults import steps
from .near import near_values
from .order import Step, together
from .stage import Edits, Stage
from .values import at, edges, fits, holds_all, other_truth

_TRIES: Final = 6
"""How often a result is asked for before the valid request: more than any limit."""
_AGAIN: Final = 3
"""How often the last answer of a sequence is asked for again: it stays so."""


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
    for member, value in _choices(stage):
        choice = Put(member.pointer, value)
        for step in _steady(stage):
            edits = (choice, *step.edits)
            name = compose("{} as {}, {}", member.fact, value, step.label)
            yield stage.gets(name, edits, step.answer, step.field)


def _choices(stage: Stage) -> Iterator[tuple[Member, Any]]:
    """Yield the other listed values and truths of what brings no programmed result."""
    programmed = {path for one in stage.results for path, _ in one.when}
    for path, member in stage.members.items():
        if path in programmed:
            continue
        good = at(stage.contract.example, member)
        for limit, each in edges(member, good):
            if isinstance(limit, OneOf):
                yield member, each.value
        yield from ((member, truth) for truth in other_truth(member, good))


def _steady(stage: Stage) -> Iterator[Step]:
    """Yield the results, and what no choice of the caller may turn off."""
    yield from stage.programmed()
    yield from stage.otherwise()
    for check in stage.played.checks:
        for kind in ("credential", "signature"):
            of_kind = (step for _, step in steps(stage, check) if step.kind == kind)
            first = next(of_kind, None)
            if first is not None:
                yield first


def repeated(stage: Stage) -> Iterator[Repeated]:
    """Yield requests one after another: what was sent before changes nothing."""
    valid = next(stage.due("the request", ()), None)
    if valid is None:
        return
    results = [
        stage.gets(each.label, each.edits, each.answer, "")
        for each in _steady(stage)
        if not each.kind and each.answer != valid.answer
    ]
    for result in results:
        answers = (*(result,) * _TRIES, valid)
        yield _repeated(stage, compose("{}, again and again", result.id), answers)
    for sequence in stage.played.sequences:
        yield from _sequence(stage, sequence, results, valid)


def _sequence(
    stage: Stage, sequence: ir.Sequence, results: Iterable[Gets], valid: Gets
) -> Iterator[Repeated]:
    name = joined(", ", (text for _, text in sequence.values))

    def turn(number: int, instead: str) -> Gets:
        edits = tuple(
            Put(pointer_of(path), text.replace("{new}", instead))
            for path, text in sequence.values
        )
        return stage.gets(f"time {number + 1}", edits, sequence.answers[number], "")

    times = range(len(sequence.answers))
    once = [turn(number, "{new}") for number in times]
    yield _repeated(stage, compose("{} again", name), (*once, *(once[-1],) * _AGAIN))
    by_turns = [turn(n, new) for n in times for new in ("{new}", "{other}", "{more}")]
    yield _repeated(
        stage, compose("{} and others by turns", name), (*by_turns, valid, once[-1])
    )
    for result in results:
        edits = (*once[0].edits, *result.edits)
        before = stage.gets(result.id, edits, result.answer, "")
        label = compose("{} after {}", name, result.id)
        yield _repeated(stage, label, (before, before, *once))
    faults = tuple(_faulty(stage, once[0].edits))
    yield _repeated(stage, compose("{} after faults", name), (*faults, *once))
    changed = tuple(_otherwise_chosen(stage, once[-1]))
    if changed:
        label = compose("{} with other choices", name)
        yield _repeated(stage, label, (*once, *changed))


def _faulty(stage: Stage, edits: Edits) -> Iterator[Gets]:
    """Yield one fault of each kind of each check in the request after *edits*."""
    itself = Step("", edits, "", "")
    for check in stage.played.checks:
        kinds: set[str] = set()
        for _, step in steps(stage, check):
            if step.kind not in kinds and together(itself, step):
                kinds.add(step.kind)
                both = (*edits, *step.edits)
                yield stage.gets(step.label, both, step.answer, step.field)


def _otherwise_chosen(stage: Stage, due: Gets) -> Iterator[Gets]:
    """Yield *due* with every other choice, which changes nothing of its answer."""
    for choice, value in _choices(stage):
        name = compose("{} as {}", choice.fact, value)
        edits = (*due.edits, Put(choice.pointer, value))
        yield stage.gets(name, edits, due.answer, "")


def _repeated(stage: Stage, label: str, answers: tuple[Gets, ...]) -> Repeated:
    return Repeated(
        id=label, answers=answers, fact="", evidence=str(stage.played.evidence)
    )
