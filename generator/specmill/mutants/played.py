"""Servers that check, in an environment, in another order, less, or answer otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from .. import ir
from ..harness.contract import Check, Contract, Played, Result, Sequence
from ..harness.pointers import found, pointer_of, steps_of
from . import Mutant
from .seams import Change, Told
from .signing import LAXER, Compared, can_pass


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers whose checks or results are otherwise; none without an environment."""
    if contract.played is None:
        return
    for row in _rows(contract, contract.played):
        yield Mutant(
            id=row.label,
            fact="",
            says=row.says,
            change=Change(told_by=row.told_by, contract=_playing(row.played)),
        )


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    says: str
    told_by: Told
    played: Played


def _playing(played: Played) -> Callable[[Contract], Contract]:
    return lambda contract: replace(contract, played=played)


def _rows(contract: Contract, played: Played) -> Iterator[_Row]:
    names = _answers(contract, played)
    for number, check in enumerate(played.checks):
        for pointer in check.pointers or ("",):
            yield from _skipped(played, number, check, pointer)
            yield from _answered_otherwise(played, number, check, pointer, names)
        yield from _exchanged_places(played, number, check)
    yield from _exchanged_checks(played)
    yield from _compared(contract, played)
    yield from _accepts(played)
    yield from _results(played, names)
    yield from _sequences(played)


def _answers(contract: Contract, played: Played) -> tuple[str, ...]:
    """Return every answer that the environment gives, each once, in order."""
    names = [name for check in played.checks for name in check.answers.values()]
    names += [each.answer for each in played.results]
    return tuple(dict.fromkeys(names))


# Checks -------------------------------------------------------------------------------


def _skipped(played: Played, number: int, check: Check, pointer: str) -> Iterator[_Row]:
    for kind in check.answers:
        rest = {each: name for each, name in check.answers.items() if each != kind}
        at = _named(pointer)
        yield _Row(
            f"check {number + 1} skips {kind} of {at}",
            f"{at} is not checked for {kind} in check {number + 1}",
            "refusal",
            _with_checks(played, number, *_split(check, pointer, rest)),
        )


def _answered_otherwise(
    played: Played, number: int, check: Check, pointer: str, names: tuple[str, ...]
) -> Iterator[_Row]:
    for kind, own in check.answers.items():
        for name in names:
            if name == own:
                continue
            at, answers = _named(pointer), {**check.answers, kind: name}
            yield _Row(
                f"check {number + 1} answers {name} to {kind} of {at}",
                f"{kind} of {at} is answered with {name}, not {own}",
                "answer",
                _with_checks(played, number, *_split(check, pointer, answers)),
            )


def _split(check: Check, pointer: str, answers: Mapping[str, str]) -> Iterator[Check]:
    """Yield *check* in parts, so that *pointer* alone has other *answers*."""
    if not pointer:
        yield Check((), answers)
        return
    at = check.pointers.index(pointer)
    parts = (
        Check(check.pointers[:at], check.answers),
        Check((pointer,), answers),
        Check(check.pointers[at + 1 :], check.answers),
    )
    yield from (each for each in parts if each.pointers)


def _with_checks(played: Played, number: int, *instead: Check) -> Played:
    before, after = played.checks[:number], played.checks[number + 1 :]
    return replace(played, checks=(*before, *instead, *after))


def _exchanged_places(played: Played, number: int, check: Check) -> Iterator[_Row]:
    for at, (first, second) in enumerate(_neighbors(check.pointers)):
        order = (*check.pointers[:at], second, first, *check.pointers[at + 2 :])
        yield _Row(
            f"check {number + 1} has {_named(second)} before {_named(first)}",
            f"{_named(second)} is checked before {_named(first)}",
            "answer",
            _with_checks(played, number, replace(check, pointers=order)),
        )


def _exchanged_checks(played: Played) -> Iterator[_Row]:
    for at, (first, second) in enumerate(_neighbors(played.checks)):
        order = (*played.checks[:at], second, first, *played.checks[at + 2 :])
        yield _Row(
            f"check {at + 2} before check {at + 1}",
            f"check {at + 2} is made before check {at + 1}",
            "answer",
            replace(played, checks=order),
        )


def _neighbors(items: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
    yield from pairwise(items)


def _named(pointer: str) -> str:
    return ".".join(steps_of(pointer)) or "the body"


# Values that it knows -----------------------------------------------------------------


class _Passing(tuple[Any, ...]):
    """Values that pass for one: what is in it is decided by a comparison."""

    __slots__ = ()

    def __contains__(self, value: object) -> bool:
        due, start, passes = self
        is_text = isinstance(value, str) and value.startswith(start)
        return is_text and passes(str(value).removeprefix(start), due)


def _compared(contract: Contract, played: Played) -> Iterator[_Row]:
    """Yield servers that let more pass for a credential than the one they know."""
    prefixes = {each.pointer: each.prefix for each in contract.sources}
    places = [
        pointer
        for check in played.checks
        if "credential" in check.answers
        for pointer in check.pointers
    ]
    for pointer in dict.fromkeys(places):
        known = found(contract.example, steps_of(pointer))
        prefix = prefixes.get(pointer, "")
        due = str(known).removeprefix(prefix)
        for label, (says, passes) in LAXER.items():
            if can_pass(due, passes):
                at = _named(pointer)
                near = _Passing((due, prefix, _near(due, passes)))
                accepts = {**played.accepts, pointer: near}
                yield _Row(
                    f"{at} {label}",
                    f"{at} {says}",
                    "refusal",
                    replace(played, accepts=accepts),
                )


def _near(due: str, passes: Compared) -> Compared:
    # Empty text and the value itself are for the other checks.
    return lambda came, _: came not in ("", due) and passes(came, due)


def _accepts(played: Played) -> Iterator[_Row]:
    for pointer, values in played.accepts.items():
        for value in values:
            rest = tuple(each for each in values if each != value)
            yield _Row(
                f"{_named(pointer)} as {value} is not accepted",
                f"{_named(pointer)} as {value!r} is held to the limits of the page",
                "acceptance",
                replace(played, accepts={**played.accepts, pointer: rest}),
            )


# Results ------------------------------------------------------------------------------


def _results(played: Played, names: tuple[str, ...]) -> Iterator[_Row]:
    for at, result in enumerate(played.results):
        before, after = played.results[:at], played.results[at + 1 :]
        when = " and ".join(f"{path[-1]} {value}" for path, value in result.when)
        label = when or "any other values"
        if result.when:
            yield _Row(
                f"{label} is not programmed",
                f"{label} is answered like any other values",
                "answer",
                replace(played, results=(*before, *after)),
            )
        for name in names:
            if name != result.answer:
                other = replace(result, answer=name)
                yield _Row(
                    f"{label} gets {name}",
                    f"{label} gets {name}, not {result.answer}",
                    "answer",
                    replace(played, results=(*before, other, *after)),
                )
        yield from _laxly_programmed(played, at, result, label)


def _laxly_programmed(
    played: Played, at: int, result: Result, label: str
) -> Iterator[_Row]:
    """Yield servers that take more for a programmed value than that value."""
    for number, (path, value) in enumerate(result.when):
        for how, (says, passes) in LAXER.items():
            if not isinstance(value, str) or not can_pass(value, passes):
                continue
            others = (*result.when[:number], *result.when[number + 1 :])
            lax = _LaxResult(others, result.answer, path, value, passes)
            results = [*played.results]
            results[at] = lax
            yield _Row(
                f"{label} {how}",
                f"the programmed {'.'.join(path)} {says}",
                "answer",
                replace(played, results=tuple(results)),
            )


@dataclass(frozen=True)
class _LaxResult(Result):
    """A result for every text that passes for the programmed one."""

    path: tuple[str, ...]
    due: str
    passes: Compared

    def fits(self, request: Any) -> bool:
        came = found(request, self.path)
        is_near = isinstance(came, str) and (
            came == self.due or self.passes(came, self.due)
        )
        return is_near and Result.fits(self, request)


def _sequences(played: Played) -> Iterator[_Row]:
    for at, sequence in enumerate(played.sequences):
        before, after = played.sequences[:at], played.sequences[at + 1 :]
        places = " and ".join(pointer_of(path) for path, _ in sequence.values)
        for label, answers in _other_answers(sequence):
            others = (*before, replace(sequence, answers=answers), *after)
            yield _Row(
                f"{places} sent again {label}",
                f"a request with the same {places} {label}",
                "answer",
                replace(played, sequences=others),
            )


def _other_answers(
    sequence: Sequence,
) -> Iterator[tuple[str, tuple[str, ...]]]:
    answers = sequence.answers
    if len(set(answers)) > 1:
        yield "gets the first answer for ever", answers[:1]
        yield "gets the last answer one time too late", (answers[0], *answers)
        yield "gets the first answer every other time", (*answers, answers[0])
