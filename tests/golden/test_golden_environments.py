"""What an environment becomes: every request that its server has one answer to.

`pytest tests/golden --rewrite-golden` writes what is made now as expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from shutil import copytree

import pytest
from test_golden import HERE

from specmill.cases import PlayedCases, played_cases
from specmill.harness.cases import Case
from specmill.harness.programmed import Gets, Repeated
from specmill.pipeline import Project, understand

EXPECTED = HERE / "played" / "cases.txt"


def cases_of(folder: Path) -> PlayedCases:
    """Return the cases of the one environment of a project."""
    (partner,) = understand(Project(folder)).partners
    (environment,) = partner.played
    (played,) = environment.operations
    return played_cases(partner, environment, played)


def lines() -> Iterator[str]:
    """Yield every table, and every case of it on a line: its name, then what it gets."""
    found = cases_of(HERE / "played")
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


def test_a_request_that_no_result_is_said_for_is_no_case(tmp_path: Path) -> None:
    copytree(HERE / "played" / "specs", tmp_path / "specs")
    rehearsal = tmp_path / "specs" / "acme" / "environments" / "rehearsal.yaml"
    text = rehearsal.read_text("utf-8")
    rehearsal.write_text(text.replace('      - answer: "0000"\n', ""), "utf-8")

    assert ("amount 13", "amount 14 and kind B") == tuple(
        case.id for case in cases_of(tmp_path).results
    )
