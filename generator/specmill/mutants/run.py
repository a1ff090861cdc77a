"""All mutants of all subjects, over several processes, and what to tell about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from typing import Any, Final

from ..pipeline import Project, understand
from . import Subject, Subjects, Verdict, Wanted, verdict
from .client import subjects as client_subjects
from .provider import subjects as provider_subjects

SIDES: Final[dict[str, Subjects]] = {
    "provider": provider_subjects,
    "client": client_subjects,
}
_AT_ONCE: Final = 8
"""Mutants that a process is handed at a time."""


class Unsound(Exception):
    """What is to be measured does not work unchanged."""


_own: list[Subject[Any]] = []
"""The subjects of this process, where it is one of several."""


def subjects(project: Project, wanted: Wanted) -> Iterator[Subject[Any]]:
    """Yield what is measured; raises Refused for specs that cannot be meant."""
    api = understand(project)
    for side, found in SIDES.items():
        if wanted.side in (side, "all"):
            yield from found(project, api, wanted)


def run(project: Project, wanted: Wanted, processes: int) -> list[Verdict]:
    """Return the verdict on every mutant, in order; Unsound where nothing can be told.

    Where a case fails although nothing is changed, it would find every mutant.
    """
    found = list(subjects(project, wanted))
    for each in found:
        case = each.fails()
        if case is not None:
            raise Unsound(
                f"the case {case!r} of {each.operation} fails although nothing is"
                f" changed in the {each.side}"
            )
    counts = [len(each.mutants()) for each in found]
    tasks = [(at, n) for at, count in enumerate(counts) for n in range(count)]
    tasks = tasks[:: wanted.every]
    if processes == 1:
        return [verdict(found[at], found[at].mutants()[n]) for at, n in tasks]
    with ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_start, initargs=(project, wanted)
    ) as pool:
        return list(pool.map(_verdict, tasks, chunksize=_AT_ONCE))


def _start(project: Project, wanted: Wanted) -> None:
    _own[:] = subjects(project, wanted)


def _verdict(task: tuple[int, int]) -> Verdict:
    at, number = task
    return verdict(_own[at], _own[at].mutants()[number])


# Told ---------------------------------------------------------------------------------


def as_text(found: Sequence[Verdict]) -> Iterator[str]:
    """Yield a line to an operation and one to a survivor, then what to make of it."""
    for title, verdicts in _by_subject(found):
        survivors = [each for each in verdicts if each.found_by is None]
        explained = sum(each.is_explained for each in survivors)
        yield (
            f"{title}: {len(verdicts)} mutants, {len(verdicts) - len(survivors)} found,"
            f" {explained} explained, {len(survivors) - explained} unexplained"
        )
        for each in survivors:
            why = each.reason or "UNEXPLAINED: no case tells it apart"
            yield f"  survives: {each.mutant}: {each.says}; {why}"
    unexplained = sum(not each.is_explained for each in found)
    yield ""
    yield (
        f"{_count(unexplained, 'mutant')} survived that the documentation decides"
        if unexplained
        else "no mutant survived that the documentation decides"
    )


def as_json(found: Sequence[Verdict]) -> str:
    """Return every verdict, and the totals of each operation, as a JSON document."""
    totals = [
        {
            "subject": title,
            "mutants": len(verdicts),
            "found": sum(each.found_by is not None for each in verdicts),
            "unexplained": sum(not each.is_explained for each in verdicts),
        }
        for title, verdicts in _by_subject(found)
    ]
    told = {"subjects": totals, "mutants": [each.as_json() for each in found]}
    return json.dumps(told, indent=2, ensure_ascii=False)


def _by_subject(found: Iterable[Verdict]) -> Iterator[tuple[str, list[Verdict]]]:
    for title, verdicts in groupby(found, _title):
        yield title, list(verdicts)


def _title(each: Verdict) -> str:
    played = f" as {each.environment}" if each.environment else ""
    return f"{each.operation}{played}, {each.side}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
