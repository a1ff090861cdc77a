"""The provider's side: a server that keeps one documented fact otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, Final

from .. import ir
from ..cases import cases, played_cases
from ..contracts import contract, played_contract
from ..harness.cases import Broken, Case
from ..harness.contract import Contract
from ..harness.exchanges import Server
from ..harness.requests import made_up
from ..harness.summary import Tally
from ..pipeline import Project
from . import Mutant, Wanted, shape
from .reasons import reason
from .seams import UNCHANGED, Change, Changed

FAMILIES: Final = (shape.mutants,)
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
                for played in environment.operations:
                    if wanted.has(f"{partner.name}.{played.operation.name}"):
                        yield _of_environment(partner, environment, played)


def _of_page(partner: ir.Partner, operation: ir.Operation) -> Kept:
    found = cases(partner, operation)
    return Kept(
        operation_meant=operation,
        contract=contract(partner, operation),
        cases=(*found.accepted, *found.refused, *found.answers),
    )


def _of_environment(
    partner: ir.Partner, environment: ir.Environment, played: ir.Played
) -> Kept:
    found = played_cases(partner, environment, played)
    tables = (getattr(found, each.name) for each in fields(found))
    return Kept(
        operation_meant=played.operation,
        contract=played_contract(partner, environment, played),
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
            mutant
            for family in FAMILIES
            for mutant in family(self.operation_meant, self.contract)
        )

    def mutants(self) -> Sequence[Mutant[Change]]:
        return self._mutants

    def fails(self) -> str | None:
        return self._first_failing(UNCHANGED, "")

    def found_by(self, mutant: Mutant[Change]) -> str | None:
        return self._first_failing(mutant.change, mutant.fact)

    def reason(self, mutant: Mutant[Change]) -> str | None:
        return reason(self.operation_meant, self.contract, mutant)

    def _first_failing(self, change: Change, fact: str) -> str | None:
        """Return the id of the first case that fails, those about *fact* tried first."""
        server = Server(
            self.contract,
            f"http://provider.invalid/{self.contract.partner}",
            made_up(self.contract),
            Tally(self.contract),
            is_embedded=True,
            sends=Changed.of(self.contract, change).sends,
        )
        for case in sorted(self.cases, key=lambda each: _distance(each, fact)):
            if case.is_observation:
                continue
            try:
                case.check(server)
            except Broken:
                return str(case.id)
        return None


def _distance(case: Case, fact: str) -> int:
    """Return how far a case is from *fact*, by what their names share."""
    if case.fact == fact:
        return 0
    return 1 if fact and case.fact.startswith(fact.rpartition(".")[0]) else 2
