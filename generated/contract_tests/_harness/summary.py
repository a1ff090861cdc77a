"""What the tests found, counted by operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from .cases import Case
from .contract import Contract, Fact


@dataclass(frozen=True, slots=True)
class Observation:
    """What a server does where the page says nothing; never a failure."""

    id: str
    fact: str
    why: str
    came: str


@dataclass(slots=True)
class Tally:
    """The results of one operation."""

    contract: Contract
    passed: int = 0
    failed: int = 0
    failures: list[str] = field(default_factory=list[str])
    observations: list[Observation] = field(default_factory=list[Observation])
    skipped: str = ""
    """Why nothing was tried."""
    _cited: set[str] = field(default_factory=set[str])

    def count(self, case: Case, passed: bool) -> None:
        if case.is_observation:
            return
        if not passed:
            self.failed += 1
            self.failures.append(case.id)
            return
        self.passed += 1
        self._cited.add(case.fact)

    @property
    def known(self) -> tuple[Fact, ...]:
        """Return the facts that a request can show."""
        return tuple(fact for fact in self.contract.facts if fact.testable)

    @property
    def covered(self) -> tuple[Fact, ...]:
        return tuple(
            fact
            for fact in self.known
            if any(covers(cited, fact) for cited in self._cited)
        )

    def line(self) -> str:
        """Return the results on one line."""
        if self.skipped:
            return f"{self.contract.name}: skipped, {self.skipped}"
        return (
            f"{self.contract.name}: {self.passed} passed, {self.failed} failed, "
            f"{len(self.observations)} observed; "
            f"{len(self.covered)} of {len(self.known)} facts shown"
        )

    def as_json(self) -> dict[str, Any]:
        shown = {fact.id for fact in self.covered}
        return {
            "operation": self.contract.name,
            "passed": self.passed,
            "failed": self.failed,
            "failures": self.failures,
            "skipped": self.skipped,
            "observations": [asdict(each) for each in self.observations],
            "facts": {
                "known": len(self.known),
                "shown": len(shown),
                "not-shown": [each.id for each in self.known if each.id not in shown],
                "not-testable": [
                    each.id for each in self.contract.facts if not each.testable
                ],
            },
        }


def covers(cited: str, fact: Fact) -> bool:
    """Tell whether a case that cites *cited* shows *fact*."""
    if cited == "request":
        return fact.kind in ("line", "member", "type")
    if cited.endswith(".*"):
        return fact.id == cited[:-2] or fact.id.startswith(cited[:-1])
    return fact.id == cited


def report(tallies: Iterable[Tally], *, is_verbose: bool) -> Iterator[str]:
    """Yield the lines of a summary, with each observation where it is to be verbose."""
    for tally in tallies:
        yield tally.line()
        for observation in tally.observations if is_verbose else ():
            yield f"  observed {observation.id}: {observation.came}"
