"""The provider's side: a server that keeps one documented fact otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, Final

from .. import ir
from ..cases import cases, played_cases
from ..contracts import contract, played_contract
from ..harness.cases import Broken, shown
from ..harness.contract import Contract
from ..harness.exchanges import Accepted, Server
from ..harness.judge import Judgement, Received
from ..harness.pointers import NOTHING, Json, Steps, found
from ..harness.requests import made_up
from ..harness.summary import Tally
from ..harness.wire import Answer, Request
from ..pipeline import Project
from ..verbatim import exact
from . import Mutant, Wanted, answers, line, played, shape, signing
from .reasons import reason
from .seams import UNCHANGED, Change, Changed, arrived

FAMILIES: Final = (
    line.mutants,
    shape.mutants,
    signing.mutants,
    played.mutants,
    answers.mutants,
)
"""Every table of mutation operators: from an operation and its contract to mutants."""


def subjects(project: Project, api: ir.Api, wanted: Wanted) -> Iterator[Kept]:
    """Yield every operation that is wanted, as its page or an environment has it."""
    for partner in api.partners:
        if not wanted.environment:
            for operation in partner.operations:
                if wanted.has(f"{partner.name}.{operation.name}"):
                    yield _of_page(partner, operation)
            continue
        for environment in partner.played:
            if environment.name == wanted.environment:
                for each in environment.operations:
                    if wanted.has(f"{partner.name}.{each.operation.name}"):
                        yield _of_environment(partner, environment, each)


def _of_page(partner: ir.Partner, operation: ir.Operation) -> Kept:
    tables = cases(partner, operation)
    return Kept(
        operation_meant=operation,
        contract=contract(partner, operation),
        cases=(*tables.accepted, *tables.refused, *tables.answers),
    )


def _of_environment(
    partner: ir.Partner, environment: ir.Environment, own: ir.Played
) -> Kept:
    made = played_cases(partner, environment, own)
    tables = (getattr(made, each.name) for each in fields(made))
    return Kept(
        operation_meant=own.operation,
        contract=played_contract(partner, environment, own),
        cases=tuple(each for table in tables for each in table),
        environment=environment.name,
    )


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One operation as a provider keeps it, with the cases that hold it to its page."""

    operation_meant: ir.Operation
    contract: Contract
    cases: tuple[Any, ...]
    environment: str = ""
    side: str = field(default="provider", init=False)

    @property
    def operation(self) -> str:
        return self.contract.name

    @cached_property
    def _mutants(self) -> tuple[Mutant[Change], ...]:
        return tuple(
            exact(mutant)
            for family in FAMILIES
            for mutant in family(self.operation_meant, self.contract)
        )

    def mutants(self) -> Sequence[Mutant[Change]]:
        return self._mutants

    def fails(self) -> str | None:
        return next(
            (str(each.id) for each in self._held if self._is_broken(each, UNCHANGED)),
            None,
        )

    def found_by(self, mutant: Mutant[Change]) -> str | None:
        """Return the first case that fails; those about the mutant's fact come first."""
        changed = Changed.of(self.contract, mutant.change, self._memory)
        reach = mutant.change.reach
        for trial in sorted(self._trials, key=lambda each: _distance(each, mutant)):
            is_beyond = reach is not None and self._is_beyond(trial, reach)
            if is_beyond or trial.is_answered_alike(changed):
                continue
            if self._is_broken(trial.case, mutant.change):
                return str(trial.case.id)
        return None

    def reason(self, mutant: Mutant[Change]) -> str | None:
        return reason(self.operation_meant, self.contract, mutant)

    def _is_broken(self, case: Any, change: Change) -> bool:
        """Tell whether *case* fails with a provider that is changed so."""
        try:
            case.check(self._server(Changed.of(self.contract, change).sends))
        except Broken:
            return True
        return False

    def _server(self, sends: Callable[[str, Request], Answer]) -> Server:
        return Server(
            self.contract,
            f"http://provider.invalid/{self.contract.partner}",
            made_up(self.contract),
            Tally(self.contract),
            is_embedded=True,
            sends=sends,
        )

    # What is known of the unchanged provider ------------------------------------------

    @cached_property
    def _held(self) -> tuple[Any, ...]:
        return tuple(each for each in self.cases if not each.is_observation)

    @cached_property
    def _trials(self) -> tuple[_Trial, ...]:
        return tuple(self._trial(each) for each in self._held)

    @cached_property
    def _memory(self) -> dict[Received, Judgement]:
        return {
            each.received: each.judgement
            for each in self._trials
            if each.received is not None
        }

    @cached_property
    def _valid(self) -> Json:
        """Return the valid request as a document."""
        return self._trial(_VALID).judgement.document

    def _trial(self, case: Any) -> _Trial:
        """Run *case* against the unchanged provider and keep what came of it."""
        unchanged = Changed.of(self.contract, UNCHANGED)
        sent: list[tuple[Request, Answer]] = []

        def sends(base_url: str, request: Request) -> Answer:
            answer = unchanged.sends(base_url, request)
            sent.append((request, answer))
            return answer

        case.check(self._server(sends))
        if len(sent) != 1:
            return _Trial(case, None, None, _UNKNOWN)
        ((request, answer),) = sent
        received = arrived(self.contract, request)
        judgement = unchanged.desk.judge(self.contract, received)
        return _Trial(case, received, answer, judgement)

    def _is_beyond(self, trial: _Trial, reach: Steps) -> bool:
        """Tell whether a request has at *reach* what the valid one has, which is tried."""
        if trial.received is None or not getattr(trial.case, "edits", ()):
            return False
        valid = found(self._valid, reach)
        return valid is not NOTHING and shown(valid) == shown(
            found(trial.judgement.document, reach)
        )


_UNKNOWN: Final = Judgement(None, ())
_VALID: Final = Accepted(id="", fact="", evidence="")


@dataclass(frozen=True, slots=True)
class _Trial:
    """A case as it passes with the unchanged provider."""

    case: Any
    received: Received | None
    """The request; None for a case that is not of one."""
    answer: Answer | None
    judgement: Judgement

    def is_answered_alike(self, changed: Changed) -> bool:
        """Tell whether the changed provider answers the very same."""
        if self.received is None:
            return False
        return changed.answers(self.received) == self.answer


def _distance(trial: _Trial, mutant: Mutant[Change]) -> int:
    """Return how far a case is from a fact, by what their names share."""
    own, fact = trial.case.fact, mutant.fact
    if own == fact:
        return 0
    return 1 if fact and own.startswith(fact.rpartition(".")[0]) else 2
