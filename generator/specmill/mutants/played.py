"""Servers that check, in an environment, in another order, less, or answer otherwise."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any, Final

from .. import ir
from ..cases.refusals import carries_refusal
from ..cases.values import holds_all, near_texts
from ..harness.contract import Contract
from ..harness.notes import Check, Played, Result, Sequence
from ..harness.pointers import found, pointer_of, steps_of
from ..light import dataclass
from ..members import Member, evidence_key, members
from ..verbatim import compose
from . import Mutant
from .seams import Change, Judged, Told, blaming
from .signing import LAXER, Compared, can_pass


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers whose checks or results are otherwise; none without an environment."""
    if contract.played is None:
        return
    own = {each.pointer: each for each in members(operation)}
    for row in _rows(_Server(contract, contract.played, own)):
        yield Mutant(
            id=row.label,
            fact=row.fact,
            says=row.says,
            change=Change(
                told_by=row.told_by,
                contract=_playing(row.played),
                judged=row.judged,
                left_open=row.left_open,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Server:
    """What is known of the server that is changed."""

    contract: Contract
    played: Played
    members: Mapping[str, Member]

    @property
    def answers(self) -> tuple[str, ...]:
        """Return every answer that the environment gives, each once, in order."""
        names = [name for each in self.played.checks for name in each.answers.values()]
        names += [each.answer for each in self.played.results]
        return tuple(dict.fromkeys(names))

    def names_field(self, answer: str) -> bool:
        """Tell whether the text of *answer* names what it is about."""
        code = self.contract.code(answer)
        return code is not None and "{field}" in code.message


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    says: str
    told_by: Told
    played: Played
    fact: str = ""
    judged: Judged = lambda known, received, judgement: judgement
    left_open: str = ""


def _playing(played: Played) -> Callable[[Contract], Contract]:
    return lambda contract: replace(contract, played=played)


def _rows(server: _Server) -> Iterator[_Row]:
    played = server.played
    for number, check in enumerate(played.checks):
        for pointer in check.pointers or ("",):
            for kind in _kinds(server, check, pointer):
                at = _At(number, check, pointer, kind)
                if not _is_seen_next(server, at):
                    yield _skipped(server, at)
                yield from _answered_otherwise(server, at)
        yield from _exchanged_places(server, number, check)
    yield from _exchanged_checks(server)
    yield from _compared(server.contract, played)
    yield from _accepts(played)
    yield from _results(server)
    yield from _sequences(played)


# Checks -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _At:
    """One kind of fault at one place of one check."""

    number: int
    check: Check
    pointer: str
    kind: str

    @property
    def label(self) -> str:
        return f"check {self.number + 1}"


def _kinds(server: _Server, check: Check, pointer: str) -> Iterator[str]:
    """Yield the kinds of fault that *check* can find at *pointer*."""
    member = server.members.get(pointer)
    for kind in check.answers:
        is_text = member is None or isinstance(member.field.type, ir.Text)
        has_limits = member is None or bool(member.field.constraints)
        is_needless = (kind == "empty" and not is_text) or (
            kind == "value" and not has_limits
        )
        if not is_needless:
            yield kind


def _skipped(server: _Server, at: _At) -> _Row:
    """Return a server that does not see one kind of fault, nor what stands in for it."""
    check, own = at.check, at.check.answers[at.kind]
    blind = {
        at.kind,
        *(each for each in _ALSO[at.kind] if check.answers.get(each) == own),
    }
    rest = {each: name for each, name in check.answers.items() if each not in blind}
    place = _named(at.pointer)
    split = _split(check, at.pointer, rest)
    return _Row(
        f"{at.label} skips {at.kind} of {place}",
        f"{place} is not checked for {at.kind} in {at.label}",
        "refusal",
        _with_checks(server.played, at.number, *split),
        _fact_at(server, at),
    )


def _is_seen_next(server: _Server, at: _At) -> bool:
    """Tell whether the next look, at the same place, gives the same answer to the fault.

    What one check skips there, the other finds before anything else is looked at.
    """
    is_last = at.check.pointers[-1:] == (at.pointer,)
    following = server.played.checks[at.number + 1 : at.number + 2]
    return is_last and any(
        each.pointers[:1] == (at.pointer,)
        and each.answers.get(kind) == at.check.answers[at.kind]
        for each in following
        for kind in (at.kind, *_ALSO[at.kind])
    )


_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "absent": ("credential",),
    "empty": ("value", "credential"),
    "type": ("value", "credential"),
    "value": ("credential",),
    "credential": (),
    "signature": (),
    "not-json": (),
    "not-object": (),
}
"""Which other kinds a value with one kind of fault has, too."""


def _fact_at(server: _Server, at: _At) -> str:
    """Return the fact whose breach is the fault: for a value, a limit that is said."""
    member = server.members.get(at.pointer)
    if member is None or at.kind != "value":
        return ""
    keys = [evidence_key(member.field, each.rule) for each in member.field.constraints]
    said = [key for key in keys if carries_refusal(member.field.evidence_of(key))]
    return compose("{}.{}", member.fact, (said or keys)[0]) if keys else ""


def _answered_otherwise(server: _Server, at: _At) -> Iterator[_Row]:
    own, place = at.check.answers[at.kind], _named(at.pointer)
    for name in server.answers:
        if name != own:
            answers = {**at.check.answers, at.kind: name}
            split = _split(at.check, at.pointer, answers)
            yield _Row(
                f"{at.label} answers {name} to {at.kind} of {place}",
                f"{at.kind} of {place} is answered with {name}, not {own}",
                "answer",
                _with_checks(server.played, at.number, *split),
                _fact_at(server, at),
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


def _exchanged_places(server: _Server, number: int, check: Check) -> Iterator[_Row]:
    if not _differ(server, check):
        return  # which fault comes first does not show
    for at, (first, second) in enumerate(_neighbors(check.pointers)):
        if _can_meet((first,), (second,)):
            order = (*check.pointers[:at], second, first, *check.pointers[at + 2 :])
            yield _Row(
                f"check {number + 1} has {_named(second)} before {_named(first)}",
                f"{_named(second)} is checked before {_named(first)}",
                "answer",
                _with_checks(server.played, number, replace(check, pointers=order)),
            )


def _exchanged_checks(server: _Server) -> Iterator[_Row]:
    checks = server.played.checks
    for at, (first, second) in enumerate(_neighbors(checks)):
        if _differ(server, first, second) and _can_meet(
            first.pointers, second.pointers
        ):
            order = (*checks[:at], second, first, *checks[at + 2 :])
            yield _Row(
                f"check {at + 2} before check {at + 1}",
                f"check {at + 2} is made before check {at + 1}",
                "answer",
                replace(server.played, checks=order),
                left_open=_NO_ORDER if first.unsettled else "",
            )


_NO_ORDER: Final = "nobody says which of the two is looked at first"


def _differ(server: _Server, *checks: Check) -> bool:
    """Tell whether answers show which fault was found."""
    names = {name for check in checks for name in check.answers.values()}
    return len(names) > 1 or any(map(server.names_field, names))


def _can_meet(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether one request can have a fault at both; none without a body in it."""
    return any(
        not _is_within(one, other) and not _is_within(other, one)
        for one in first or ("/body",)
        for other in second or ("/body",)
    )


def _is_within(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/")


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
    """Yield servers that refuse a value which is said to be accepted."""
    for pointer, values in played.accepts.items():
        kinds: list[Any] = [
            kind
            for check in played.checks
            if pointer in check.pointers
            for kind in check.answers
        ]
        for value in values if kinds else ():
            rest = tuple(each for each in values if each != value)
            yield _Row(
                f"{_named(pointer)} as {value} is not accepted",
                f"{_named(pointer)} as {value!r} is refused",
                "acceptance",
                replace(played, accepts={**played.accepts, pointer: rest}),
                judged=blaming(pointer, kinds[-1], partial(operator.eq, value)),
            )


# Results ------------------------------------------------------------------------------


def _results(server: _Server) -> Iterator[_Row]:
    played = server.played
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
        for name in server.answers:
            if name != result.answer:
                other = replace(result, answer=name)
                yield _Row(
                    f"{label} gets {name}",
                    f"{label} gets {name}, not {result.answer}",
                    "answer",
                    replace(played, results=(*before, other, *after)),
                )
        yield from _laxly_programmed(server, at, result, label)


def _laxly_programmed(
    server: _Server, at: int, result: Result, label: str
) -> Iterator[_Row]:
    """Yield servers that take more for a programmed value than that value."""
    for number, (path, value) in enumerate(result.when):
        member = server.members[pointer_of(path)]
        for how, (says, passes) in LAXER.items():
            if not isinstance(value, str) or not _is_valid_near(member, value, passes):
                continue
            others = (*result.when[:number], *result.when[number + 1 :])
            results = [*server.played.results]
            results[at] = _LaxResult(others, result.answer, path, value, passes)
            yield _Row(
                f"{label} {how}",
                f"the programmed {'.'.join(path)} {says}",
                "answer",
                replace(server.played, results=tuple(results)),
            )


def _is_valid_near(member: Member, value: str, passes: Compared) -> bool:
    """Tell whether a valid value passes for *value*, which it is not."""
    return any(
        near != value and passes(near, value) and holds_all(member.field, near)
        for _, near in near_texts(value)
    )


@dataclass(frozen=True, slots=True)
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
