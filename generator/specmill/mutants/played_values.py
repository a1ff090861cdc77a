"""Servers that take more for a value than the one they know, or bring another result."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from ..cases.values import holds_all, near_texts
from ..harness.contract import Contract
from ..harness.notes import Played, Result, Sequence
from ..harness.pointers import found, pointer_of, steps_of
from ..light import dataclass
from ..members import Member
from .played_rows import Row, Server, named
from .seams import blaming
from .signing import LAXER, Compared, can_pass


def values(server: Server) -> Iterator[Row]:
    """Yield servers that know other values, and other results for them."""
    yield from _compared(server.contract, server.played)
    yield from _accepts(server.played)
    yield from _results(server)
    yield from _sequences(server.played)
    yield from _narrower(server)


class _Passing(tuple[Any, ...]):
    """Values that pass for one: what is in it is decided by a comparison."""

    __slots__ = ()

    def __contains__(self, value: object) -> bool:
        due, start, passes = self
        is_text = isinstance(value, str) and value.startswith(start)
        return is_text and passes(str(value).removeprefix(start), due)


def _compared(contract: Contract, played: Played) -> Iterator[Row]:
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
        for label, (says, passes) in _LAXER.items():
            if can_pass(due, passes) or (
                _zeroed(due) != due and passes(_zeroed(due), due)
            ):
                at = named(pointer)
                near = _Passing((due, prefix, _near(due, passes)))
                accepts = {**played.accepts, pointer: near}
                yield Row(
                    f"{at} {label}",
                    f"{at} {says}",
                    "refusal",
                    replace(played, accepts=accepts),
                )


def _zeroed(text: str) -> str:
    """Return *text* with a zero before the number that it ends with."""
    return re.sub("([0-9]+)$", r"0\1", text)


def _by_number(came: str, due: str) -> bool:
    return came == _zeroed(due)


_LAXER: Final[dict[str, tuple[str, Compared]]] = {
    **LAXER,
    "by its number": ("is compared by its number", _by_number),
}


def _near(due: str, passes: Compared) -> Compared:
    # Empty text and the value itself are for the other checks.
    return lambda came, _: came not in ("", due) and passes(came, due)


def _accepts(played: Played) -> Iterator[Row]:
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
            yield Row(
                f"{named(pointer)} as {value} is not accepted",
                f"{named(pointer)} as {value!r} is refused",
                "acceptance",
                replace(played, accepts={**played.accepts, pointer: rest}),
                judged=blaming(pointer, kinds[-1], partial(operator.eq, value)),
            )


# Results ------------------------------------------------------------------------------


def _results(server: Server) -> Iterator[Row]:
    played = server.played
    for at, result in enumerate(played.results):
        before, after = played.results[:at], played.results[at + 1 :]
        when = " and ".join(f"{path[-1]} {value}" for path, value in result.when)
        label = when or "any other values"
        if result.when:
            yield Row(
                f"{label} is not programmed",
                f"{label} is answered like any other values",
                "answer",
                replace(played, results=(*before, *after)),
            )
        for name in server.answers:
            if name != result.answer:
                other = replace(result, answer=name)
                yield Row(
                    f"{label} gets {name}",
                    f"{label} gets {name}, not {result.answer}",
                    "answer",
                    replace(played, results=(*before, other, *after)),
                )
        yield from _laxly_programmed(server, at, result, label)


def _laxly_programmed(
    server: Server, at: int, result: Result, label: str
) -> Iterator[Row]:
    """Yield servers that take more for a programmed value than that value."""
    for number, (path, value) in enumerate(result.when):
        member = server.members[pointer_of(path)]
        for how, (says, passes) in LAXER.items():
            if not isinstance(value, str) or not _is_valid_near(member, value, passes):
                continue
            others = (*result.when[:number], *result.when[number + 1 :])
            results = [*server.played.results]
            results[at] = _LaxResult(others, result.answer, path, value, passes)
            yield Row(
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


def _sequences(played: Played) -> Iterator[Row]:
    for at, sequence in enumerate(played.sequences):
        before, after = played.sequences[:at], played.sequences[at + 1 :]
        places = " and ".join(pointer_of(path) for path, _ in sequence.values)
        for label, answers in _other_answers(sequence):
            others = (*before, replace(sequence, answers=answers), *after)
            yield Row(
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


def _narrower(server: Server) -> Iterator[Row]:
    """Yield servers that know a request again only with the same text of a member.

    Whoever sends it again seldom sends the same time with it.
    """
    played = server.played
    for at, sequence in enumerate(played.sequences):
        before, after = played.sequences[:at], played.sequences[at + 1 :]
        for path in _free(server, sequence):
            values = (*sequence.values, (path, "{new}"))
            others = (*before, replace(sequence, values=values), *after)
            yield Row(
                f"sent again with another {'.'.join(path)} is new",
                f"a request that is sent again with another {'.'.join(path)} is new",
                "answer",
                replace(played, sequences=others),
            )


def _free(server: Server, sequence: Sequence) -> Iterator[tuple[str, ...]]:
    """Yield texts of the body that nothing else is said of than their type."""
    said = {path for path, _ in sequence.values}
    said |= {path for each in server.played.results for path, _ in each.when}
    for check in server.played.checks:
        for pointer in check.pointers if "type" in check.answers else ():
            member, path = server.members[pointer], steps_of(pointer)
            text = found(server.contract.example, path)
            is_free = not member.field.constraints and path not in said
            if isinstance(text, str) and is_free and not _is_known(server, pointer):
                yield path


def _is_known(server: Server, pointer: str) -> bool:
    return any(
        pointer in check.pointers and "credential" in check.answers
        for check in server.played.checks
    )
