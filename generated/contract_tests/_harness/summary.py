"""What the tests found, counted by operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any, Literal

from .contract import Contract, Fact
from .light import dataclass

Outcome = Literal["passed", "failed", "observed", "skipped"]


@dataclass(frozen=True, slots=True)
class Observation:
    """What a server does where the page says nothing; never a failure."""

    id: str
    fact: str
    why: str
    came: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one case: plain values, so that one process can tell another."""

    operation: str
    place: int
    """Where the case stands among all that were collected."""
    test: str
    """The function, such as `test_refuses`."""
    case: str
    side: str
    client: str = ""
    """`sync` or `async` where the case is about a client."""
    fact: str = ""
    evidence: str = ""
    proves: str = ""
    outcome: Outcome = "passed"
    address: str = ""
    """Where the server is; empty for the embedded provider."""
    why: str = ""
    """Why it was only observed or skipped."""
    came: str = ""
    """What was observed."""
    told: tuple[str, ...] = ()
    """The paragraphs of a failure."""
    seconds: float = 0.0


@dataclass(slots=True)
class Tally:
    """The results of one operation."""

    contract: Contract
    results: list[Result] = field(default_factory=list[Result])
    observations: list[Observation] = field(default_factory=list[Observation])
    skipped: str = ""
    """Why nothing was tried."""

    def add(self, result: Result) -> None:
        """Count *result*."""
        self.results.append(result)
        if result.outcome == "skipped":
            self.skipped = result.why
        if result.outcome == "observed":
            self.observations.append(
                Observation(result.case, result.fact, result.why, result.came)
            )

    def number(self, outcome: Outcome) -> int:
        """Return how many cases came out so."""
        return sum(each.outcome == outcome for each in self.results)

    def cited(self) -> Counter[tuple[str, Outcome]]:
        """Return how many cases that cite a text came out so: many cite the same."""
        return Counter((each.fact, each.outcome) for each in self.results)

    @property
    def known(self) -> tuple[Fact, ...]:
        """Return the facts that a request can show."""
        return tuple(fact for fact in self.contract.facts if fact.testable)

    @property
    def covered(self) -> tuple[Fact, ...]:
        cited = {each.fact for each in self.results if each.outcome == "passed"}
        return tuple(
            fact for fact in self.known if any(covers(each, fact) for each in cited)
        )

    def line(self) -> str:
        """Return the results on one line."""
        if self.skipped and not self.number("passed") + self.number("failed"):
            return f"{self.contract.name}: skipped, {self.skipped}"
        return (
            f"{self.contract.name}: {self.number('passed')} passed,"
            f" {self.number('failed')} failed, {self.number('observed')} observed;"
            f" {len(self.covered)} of {len(self.known)} facts shown"
        )


def covers(cited: str, fact: Fact) -> bool:
    """Tell whether a case that cites *cited* shows *fact*."""
    if cited == "request":
        return fact.kind in ("line", "member", "type")
    if cited.endswith(".*"):
        return fact.id == cited[:-2] or fact.id.startswith(cited[:-1])
    return fact.id == cited


def tallies(
    results: Iterable[Result], contracts: Mapping[str, Contract]
) -> tuple[Tally, ...]:
    """Return the results by operation, both in the order of the contracts and cases."""
    found = {name: Tally(contract) for name, contract in contracts.items()}
    for result in sorted(results, key=lambda each: (each.place, each.case)):
        found[result.operation].add(result)
    return tuple(each for each in found.values() if each.results)


def report(found: Iterable[Tally], *, is_verbose: bool) -> Iterator[str]:
    """Yield the lines of a summary, with each observation where it is to be verbose."""
    for tally in found:
        yield tally.line()
        for observation in tally.observations if is_verbose else ():
            yield f"  observed {observation.id}: {observation.came}"


def told_facts(tally: Tally) -> Iterator[dict[str, Any]]:
    """Yield each fact and what became of it, for the document."""
    cited = tally.cited()
    for fact in tally.contract.facts:
        came = Counter[Outcome]()
        for (text, outcome), number in cited.items():
            if covers(text, fact):
                came[outcome] += number
        yield _told_fact(fact, came["passed"], came["failed"])


def _told_fact(fact: Fact, passed: int, failed: int) -> dict[str, Any]:
    state = "failed" if failed else "shown" if passed else "not-shown"
    return {
        "id": fact.id,
        "kind": fact.kind,
        "says": fact.says,
        "evidence": fact.evidence,
        "state": state if fact.testable else "not-testable",
        "passed": passed,
        "failed": failed,
    }
