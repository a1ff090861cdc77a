"""The pass from an operation to the cases of its contract tests.

A case is made from a fact only where the evidence carries it. An inference, and what the
page leaves open, is observed: tried and reported, never failed. An example shows that
something works, never that anything else is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import ir
from ..contracts import contract
from ..harness.calls import Call, InvalidCall
from ..harness.certified import Presents
from ..harness.contract import Contract
from ..harness.exchanges import Accepted, Answers, Observed, Refused
from ..harness.fetching import Fetches
from ..harness.hidden import Hides
from ..harness.outcomes import Fails, Raises, Returns
from ..harness.partial import Tells
from ..harness.repeating import Again, Repeats
from ..harness.series import Polls, Stands, Turns
from ..harness.strict import Chooses, Differs, Judges
from ..harness.vectors import Signs
from ..light import dataclass
from ..verbatim import exact
from .accepted import accepted
from .answers import answers
from .client import arguments_of, calls, invalid_calls
from .environment import PlayedCases, played_cases
from .outcomes import failures, outcomes
from .partial import partial
from .refused import refused
from .repeating import again, repeats
from .series import polls, stands, turns
from .setups import certified, fetched, hidden, set_up, without
from .strict import chosen, differing
from .validators import judged
from .values import changes
from .vectors import vectors

__all__ = ["Cases", "PlayedCases", "as_written", "cases", "played_cases"]


@dataclass(frozen=True, slots=True)
class Cases:
    """The tables of one operation's contract tests."""

    arguments: Mapping[str, Any]
    """What a full call is given."""
    calls: tuple[Call, ...]
    judged: tuple[Judges, ...]
    invalid_calls: tuple[InvalidCall, ...]
    vectors: tuple[Signs, ...]
    replies: tuple[Returns | Raises, ...]
    codes: tuple[Returns | Raises, ...]
    failures: tuple[Fails, ...]
    differing: tuple[Differs, ...]
    hidden: tuple[Hides, ...]
    chosen: tuple[Chooses, ...]
    repeats: tuple[Repeats, ...]
    fetched: tuple[Fetches, ...]
    states: tuple[Stands, ...]
    polled: tuple[Polls, ...]
    parts: tuple[Turns, ...]
    certified: tuple[Presents, ...]
    partial: tuple[Tells, ...]
    accepted: tuple[Accepted, ...]
    refused: tuple[Refused, ...]
    again: tuple[Again, ...]
    answers: tuple[Answers, ...]
    observed: tuple[Observed, ...]


def cases(
    partner: ir.Partner, operation: ir.Operation, document: Contract | None = None
) -> Cases:
    """Return everything that is shown of *operation*, whose contract *document* is.

    Its texts are plain ones: the harness writes its own sentences of them.
    """
    return exact(as_written(partner, operation, document))


def as_written(
    partner: ir.Partner, operation: ir.Operation, document: Contract | None = None
) -> Cases:
    """Return the same, with the texts of the spec as such."""
    document = document or contract(partner, operation)
    provider = tuple(
        each
        for each in (*accepted(operation, document), *refused(operation, document))
        if changes(document.example, each.edits)
    )
    return Cases(
        arguments=arguments_of(operation, document),
        calls=(*calls(operation, document), *set_up(partner, operation, document)),
        judged=tuple(judged(operation, document)),
        invalid_calls=(
            *invalid_calls(operation, document),
            *without(partner, operation),
        ),
        vectors=tuple(vectors(operation)),
        replies=tuple(
            outcomes(operation, document, (r.name for r in document.replies))
        ),
        codes=tuple(outcomes(operation, document, (c.code for c in document.codes))),
        failures=tuple(failures(operation, document)),
        differing=tuple(differing(operation, document)),
        hidden=tuple(hidden(operation, document)),
        chosen=tuple(chosen(partner)),
        repeats=tuple(repeats(operation)),
        fetched=tuple(fetched(partner, operation)),
        states=tuple(stands(operation, document)),
        polled=tuple(polls(operation, document)),
        parts=tuple(turns(operation, document)),
        certified=tuple(certified(operation)),
        partial=tuple(partial(operation, document)),
        accepted=tuple(each for each in provider if isinstance(each, Accepted)),
        refused=tuple(each for each in provider if isinstance(each, Refused)),
        again=tuple(again(operation)),
        answers=tuple(answers(document)),
        observed=tuple(each for each in provider if isinstance(each, Observed)),
    )
