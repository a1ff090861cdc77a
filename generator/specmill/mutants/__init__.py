"""How strong the contract tests are: whether they find one fact that is otherwise.

A mutant is a provider or a client in which one documented fact is changed. It is found
where a case fails, and survives where none does. A survivor is explained only by what
the spec says: that the page leaves the fact open, or that its evidence does not carry it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ..light import dataclass

if TYPE_CHECKING:
    from .. import ir
    from ..pipeline import Project

Change = TypeVar("Change")


@dataclass(frozen=True, slots=True)
class Mutant(Generic[Change]):
    """One side of a contract with one thing changed."""

    id: str
    """Unique among those of its subject."""
    fact: str
    """The documented fact by its name in the contract document; empty where no page
    says it, such as what HTTP or JSON demand."""
    says: str
    """What is otherwise, as a sentence about the changed side."""
    change: Change
    """What the subject makes of it."""


class Subject(Protocol[Change]):
    """One operation as one side keeps it, with its mutants and the cases about it."""

    @property
    def operation(self) -> str:
        """Return its name, such as `paytm.verify_otp`."""
        ...

    @property
    def side(self) -> str:
        """Return `provider` or `client`."""
        ...

    @property
    def environment(self) -> str:
        """Return whose cases are run; empty for those of the page."""
        ...

    def mutants(self) -> Sequence[Mutant[Change]]:
        """Return what is changed, the same at every call and in every process."""
        ...

    def fails(self) -> str | None:
        """Return the id of a case that fails although nothing is changed, or None."""
        ...

    def found_by(self, mutant: Mutant[Change]) -> str | None:
        """Return the id of the first case that fails, or None where none does."""
        ...

    def reason(self, mutant: Mutant[Change]) -> str | None:
        """Return why the documentation does not tell a survivor apart, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be measured."""

    operations: tuple[str, ...] = ()
    """Names such as `paytm.verify_otp`; all, where empty."""
    environment: str = ""
    """Whose cases are run; empty for those of the page."""
    side: str = "all"
    every: int = 1
    """How many mutants there are to one that is tried."""

    def has(self, operation: str) -> bool:
        return not self.operations or operation in self.operations


Subjects = Callable[["Project", "ir.Api", Wanted], Iterator[Subject[Any]]]
"""What a side offers: the subjects that are wanted, in order of partner and operation."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one mutant."""

    operation: str
    side: str
    environment: str
    mutant: str
    fact: str
    says: str
    found_by: str | None
    reason: str | None
    """Why a survivor is one; None where it was found, or where nothing explains it."""

    @property
    def is_explained(self) -> bool:
        return self.found_by is not None or self.reason is not None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def verdict(subject: Subject[Any], mutant: Mutant[Any]) -> Verdict:
    """Run the cases of *subject* against *mutant*, and explain it where it survives."""
    found_by = subject.found_by(mutant)
    return Verdict(
        operation=subject.operation,
        side=subject.side,
        environment=subject.environment,
        mutant=mutant.id,
        fact=mutant.fact,
        says=mutant.says,
        found_by=found_by,
        reason=subject.reason(mutant) if found_by is None else None,
    )
