"""Requests again, at once and after others: what a server remembers, and of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from .. import ir
from ..harness.at_once import AtOnce
from ..harness.edits import Put, SignedBefore
from ..harness.moving import Moves
from ..harness.pointers import found, pointer_of
from ..harness.programmed import Gets, Repeated
from ..members import body_members, form_of
from ..verbatim import Verbatim, compose, joined
from .faults import steps
from .order import Step, together, touched
from .programmed import choices, others_of, steady
from .stage import Edits, Stage
from .values import holds_all

_TRIES: Final = 6
"""How often a result is asked for before the valid request: more than any limit."""
_AGAIN: Final = 3
"""How often the last answer of a sequence is asked for again: it stays so."""
_CALLERS: Final = 8
"""How many call at the same time."""


def repeated(stage: Stage) -> Iterator[Repeated]:
    """Yield requests one after another: what was sent before changes nothing."""
    valid = next(stage.due("the request", ()), None)
    if valid is None:
        return
    results = [
        stage.gets(each.label, each.edits, each.answer, "")
        for each in steady(stage)
        if not each.kind and each.answer != valid.answer
    ]
    for result in results:
        answers = (*(result,) * _TRIES, valid)
        yield _repeated(stage, compose("{}, again and again", result.id), answers)
    for check in stage.played.checks:
        used = (step for _, step in steps(stage, check) if _is_signed_before(step))
        for step in islice(used, 1):
            changed = stage.gets(step.label, step.edits, step.answer, step.field)
            yield _repeated(stage, "a signature that was right", (valid, changed))
    for sequence in stage.played.sequences:
        yield from _sequence(stage, sequence, results, valid)


def _is_signed_before(step: Step) -> bool:
    """Tell whether the body was changed after the request was signed."""
    at_body = any(touched(each)[:1] == ("body",) for each in step.edits)
    return at_body and SignedBefore() in step.edits


def _sequence(
    stage: Stage, sequence: ir.Sequence, results: Iterable[Gets], valid: Gets
) -> Iterator[Repeated]:
    name = _of(sequence)

    def turn(number: int, instead: str) -> Gets:
        edits = _with(sequence, instead)
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
    others = tuple(_results_of(stage, once[0].edits, results))
    label = compose("faults and other results after {}", name)
    yield _repeated(stage, label, (*once, *faults, *others, once[-1]))
    alike = _of_no_sequence(stage, sequence)
    answer = stage.answer(alike) if alike else ""
    if answer:
        told = stage.gets("the same of another kind", alike, answer, "")
        label = compose("{} after the same of another kind", name)
        yield _repeated(stage, label, (told, *once))


def _of(sequence: ir.Sequence) -> Verbatim:
    return joined(", ", (text for _, text in sequence.values))


def _with(sequence: ir.Sequence, new: str) -> Edits:
    """Return the values that *sequence* is about, with *new* where they leave room."""
    return tuple(
        Put(pointer_of(path), text.replace("{new}", new))
        for path, text in sequence.values
    )


def _results_of(stage: Stage, edits: Edits, results: Iterable[Gets]) -> Iterator[Gets]:
    """Yield other results of the request after *edits*: they are no turns of it."""
    for result in results:
        both = (*edits, *result.edits)
        yield stage.gets(result.id, both, result.answer, "")


def _of_no_sequence(stage: Stage, sequence: ir.Sequence) -> Edits:
    """Return valid values that are new, too, and that no sequence is about.

    There are none where a value that a server only knows cannot be another one.
    """
    alike: list[Put] = []
    for path, _ in sequence.values:
        good, member = found(stage.contract.example, path), stage.members[path]
        text = compose("{}{}", good[:-1], "{new}") if isinstance(good, str) else ""
        is_known = "credential" in stage.kinds.get(path, ())
        if is_known or not text or not holds_all(member.field, text):
            return ()
        alike.append(Put(pointer_of(path), text))
    return tuple(alike)


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
    for choice, value in choices(stage):
        name = compose("{} as {}", choice.fact, value)
        edits = (*due.edits, Put(choice.pointer, value))
        yield stage.gets(name, edits, due.answer, "")
    at = {edit.pointer for edit in due.edits if isinstance(edit, Put)}
    for member, other in others_of(stage):
        if other.pointer not in at:
            name = compose("another {}", member.fact)
            yield stage.gets(name, (*due.edits, other), due.answer, "")


def at_once(stage: Stage) -> Iterator[AtOnce]:
    """Yield calls of several at the same time: none gets the answer of another."""
    callers = tuple(_callers(stage))
    if len(callers) > 1:
        yield _at_once(stage, "callers with other values", callers)
    for sequence in stage.played.sequences:
        edits = _with(sequence, "{new}")
        due = (*sequence.answers, *sequence.answers[-1:] * (_CALLERS // 2))
        answers = tuple(
            stage.gets(f"caller {number}", edits, each, "")
            for number, each in enumerate(due, 1)
        )
        label = compose("{} from several callers", _of(sequence))
        yield _at_once(stage, label, answers, in_any_order=True)


def _at_once(
    stage: Stage, label: str, answers: tuple[Gets, ...], *, in_any_order: bool = False
) -> AtOnce:
    return AtOnce(
        id=label,
        answers=answers,
        in_any_order=in_any_order,
        fact="",
        evidence=str(stage.played.evidence),
    )


def _callers(stage: Stage) -> Iterator[Gets]:
    """Yield requests that are answered otherwise each, or answered with what is theirs."""
    looks = (*stage.programmed(), *stage.otherwise(), _valid(stage))
    ways = {each.answer: each for each in looks if each.answer}
    for number in range(_CALLERS):
        own = _echoed(stage, number)
        if len(ways) > 1 and (number % 2 or not own):
            step = list(ways.values())[(number // 2 if own else number) % len(ways)]
            yield stage.gets(step.label, step.edits, step.answer, "")
        elif own:
            yield from stage.due(f"caller {number + 1}", own)


def _valid(stage: Stage) -> Step:
    return Step("the request", (), stage.answer(()), "")


def _echoed(stage: Stage, number: int) -> Edits:
    """Return values of one of several callers for what comes back."""
    example = stage.contract.example
    edits: list[Put] = []
    places = {ours for each in stage.contract.replies for _, ours in each.echoes}
    for path in sorted(places):
        good, field = found(example, path), stage.members[path].field
        own = _own(good, number)
        is_passed = path[0] == "body" or isinstance(field.source, ir.Passed)
        if is_passed and own != good and holds_all(field, own):
            edits.append(Put(pointer_of(path), own))
    return tuple(edits)


def _own(good: Any, number: int) -> Any:
    """Return a value like *good* that is of one of several callers."""
    if isinstance(good, str):
        others = [each for each in "0123456789" if each != good[-1:]]
        return compose("{}{}", good[:-1], others[number]) if good else good
    return {"caller": number} if isinstance(good, dict) else good


def moving(stage: Stage) -> Iterator[Moves]:
    """Yield the milliseconds that a reply says it was made at."""
    for step in (_valid(stage), *stage.otherwise()):
        if not step.answer:
            continue
        due = stage.gets(step.label, step.edits, step.answer, "")
        for at in _clocks(stage, due.reply):
            label = compose("{} of {}", joined(".", at), step.label)
            told = {"fact": due.fact, "evidence": due.evidence}
            yield Moves(id=label, edits=step.edits, at=pointer_of(at[1:]), **told)


def _clocks(stage: Stage, name: str) -> Iterator[ir.Path]:
    """Yield where the body of a reply tells the time in milliseconds."""
    for reply in stage.played.operation.replies:
        for member in body_members(reply.body) if reply.name == name else ():
            is_clock = isinstance(member.field.source, ir.FromClock)
            kinds = [each["kind"] for each in form_of(member.field)]
            if is_clock and "milliseconds" in kinds:
                yield member.steps


def _repeated(stage: Stage, label: str, answers: tuple[Gets, ...]) -> Repeated:
    return Repeated(
        id=label, answers=answers, fact="", evidence=str(stage.played.evidence)
    )
