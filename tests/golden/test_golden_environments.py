"""What an environment becomes: every request that its server has one answer to.

`pytest tests/golden --rewrite-golden` writes what is made now as expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest
from test_golden import HERE

from specmill.cases import PlayedCases, played_cases
from specmill.harness.cases import Case
from specmill.harness.programmed import Gets, Repeated
from specmill.pipeline import Project, understand

EXPECTED = HERE / "played" / "cases.txt"


def lines() -> Iterator[str]:
    """Yield every table, and every case of it on a line: its name, then what it gets."""
    (partner,) = understand(Project(HERE / "played")).partners
    (environment,) = partner.played
    (played,) = environment.operations
    found = played_cases(partner, environment, played)
    for table in fields(PlayedCases):
        yield f"{table.name}:"
        yield from (f"  {told(case)}" for case in getattr(found, table.name))


def told(case: Case) -> str:
    of = f"{case.id}: {case.proves} ({case.fact or 'no fact'}, {case.evidence})"
    if isinstance(case, Gets):
        return f"{of}, {gets(case)}"
    if isinstance(case, Repeated):
        return f"{of}, {', then '.join(map(gets, case.answers))}"
    return of


def gets(case: Gets) -> str:
    return f"HTTP {case.http} {case.reply} {case.message!r}"


def test_an_environment_becomes_the_expected_cases(
    request: pytest.FixtureRequest,
) -> None:
    found = "\n".join((*lines(), ""))
    if request.config.getoption("--rewrite-golden"):
        EXPECTED.write_text(found, "utf-8")

    assert EXPECTED.read_text("utf-8") == found
