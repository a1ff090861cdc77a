"""Servers that check less, in another order, or answer a fault otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from .. import ir
from ..cases.refusals import carries_refusal
from ..harness.notes import Check, Played
from ..light import dataclass
from ..members import evidence_key
from ..verbatim import compose
from .played_rows import Row, Server, named


def checks(server: Server) -> Iterator[Row]:
    """Yield servers that skip a check, answer it otherwise, or make it too early."""
    for number, check in enumerate(server.played.checks):
        for pointer in check.pointers or ("",):
            for kind in _kinds(server, check, pointer):
                at = _At(number, check, pointer, kind)
                if not _is_seen_next(server, at):
                    yield _skipped(server, at)
                yield from _answered_otherwise(server, at)
        yield from _exchanged_places(server, number, check)
        yield from _exchanged_kinds(server, number, check)
    yield from _exchanged_checks(server)


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


def _kinds(server: Server, check: Check, pointer: str) -> Iterator[str]:
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


def _skipped(server: Server, at: _At) -> Row:
    """Return a server that does not see one kind of fault, nor what stands in for it."""
    check, own = at.check, at.check.answers[at.kind]
    blind = {
        at.kind,
        *(each for each in _ALSO[at.kind] if check.answers.get(each) == own),
    }
    rest = {each: name for each, name in check.answers.items() if each not in blind}
    place = named(at.pointer)
    split = _split(check, at.pointer, rest)
    return Row(
        f"{at.label} skips {at.kind} of {place}",
        f"{place} is not checked for {at.kind} in {at.label}",
        "refusal",
        _with_checks(server.played, at.number, *split),
        _fact_at(server, at),
    )


def _is_seen_next(server: Server, at: _At) -> bool:
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


def _fact_at(server: Server, at: _At) -> str:
    """Return the fact whose breach is the fault: for a value, a limit that is said."""
    member = server.members.get(at.pointer)
    if member is None or at.kind != "value":
        return ""
    keys = [evidence_key(member.field, each.rule) for each in member.field.constraints]
    said = [key for key in keys if carries_refusal(member.field.evidence_of(key))]
    return compose("{}.{}", member.fact, (said or keys)[0]) if keys else ""


def _answered_otherwise(server: Server, at: _At) -> Iterator[Row]:
    own, place = at.check.answers[at.kind], named(at.pointer)
    for name in server.answers:
        if name != own:
            answers = {**at.check.answers, at.kind: name}
            split = _split(at.check, at.pointer, answers)
            yield Row(
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


def _exchanged_places(server: Server, number: int, check: Check) -> Iterator[Row]:
    if not _differ(server, check):
        return  # which fault comes first does not show
    for at, (first, second) in enumerate(_neighbors(check.pointers)):
        if _can_meet((first,), (second,)):
            order = (*check.pointers[:at], second, first, *check.pointers[at + 2 :])
            yield Row(
                f"check {number + 1} has {named(second)} before {named(first)}",
                f"{named(second)} is checked before {named(first)}",
                "answer",
                _with_checks(server.played, number, replace(check, pointers=order)),
            )


def _exchanged_kinds(server: Server, number: int, check: Check) -> Iterator[Row]:
    """Yield servers that look for one kind of fault in all places before the others."""
    for kind, answer in check.answers.items():
        rest = {each: name for each, name in check.answers.items() if each != kind}
        is_told = server.names_field(answer) or bool(set(rest.values()) - {answer})
        if is_told and kind in _APART and _shows_first(server, check, kind):
            first = replace(check, answers={kind: answer})
            yield Row(
                f"check {number + 1} looks for {kind} first",
                f"all places of check {number + 1} are looked at for {kind} first",
                "answer",
                _with_checks(
                    server.played, number, first, replace(check, answers=rest)
                ),
            )


def _shows_first(server: Server, check: Check, kind: str) -> bool:
    """Tell whether *kind* at one place can meet another fault at an earlier one."""
    kinds = [(each, {*_kinds(server, check, each)}) for each in check.pointers]
    return any(
        kind in later and earlier - {kind} and _can_meet((first,), (second,))
        for at, (first, earlier) in enumerate(kinds)
        for second, later in kinds[at + 1 :]
    )


_APART: Final = ("absent", "empty", "type")
"""What can be seen without anything else of a member being right."""


def _exchanged_checks(server: Server) -> Iterator[Row]:
    checks = server.played.checks
    for at, (first, second) in enumerate(_neighbors(checks)):
        if _differ(server, first, second) and _can_meet(
            first.pointers, second.pointers
        ):
            order = (*checks[:at], second, first, *checks[at + 2 :])
            yield Row(
                f"check {at + 2} before check {at + 1}",
                f"check {at + 2} is made before check {at + 1}",
                "answer",
                replace(server.played, checks=order),
                left_open=_NO_ORDER if first.unsettled else "",
            )


_NO_ORDER: Final = "nobody says which of the two is looked at first"


def _differ(server: Server, *checks: Check) -> bool:
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
