"""The audit of dependencies: what it asks for, and what it makes of the answers."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from advisories import PROJECTS, floors, told_of

PROJECT = """
[build-system]
requires = ["setuptools>=83"]
[project]
dependencies = ["PyYAML>=6.0.2,<7", "other"]
[project.optional-dependencies]
more = ["thing[extra]>=1.2,<2"]
"""


def answer(libraries: list[dict[str, object]]) -> CompletedProcess[str]:
    return CompletedProcess([], 1, json.dumps({"dependencies": libraries}), "")


def test_the_lowest_version_of_every_requirement_is_asked_for(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text(PROJECT)

    assert ["pyyaml==6.0.2", "setuptools==83", "thing==1.2"] == floors(project)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.parent.name)
def test_a_library_has_one_floor(project: Path) -> None:
    names = [each.partition("==")[0] for each in floors(project)]

    assert "anyio" in names
    assert len(names) == len({*names})


def test_an_advisory_fails_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = {"id": "CVE-2026-0001", "fix_versions": ["1.3"]}
    done = answer([{"name": "thing", "version": "1.2", "vulns": [found]}])

    assert 1 == told_of("oldest allowed", done)
    assert "thing 1.2: CVE-2026-0001, fixed in 1.3" in capsys.readouterr().out


def test_an_audit_that_fails_is_no_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == told_of("a", CompletedProcess([], 2, "", "usage: pip-audit [-h]"))
    assert "a: pip-audit failed: usage: pip-audit [-h]\n" == capsys.readouterr().out


def test_no_advisory_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == told_of("a", answer([{"name": "b", "version": "1", "vulns": []}]))
    assert "a: 1 judged, 0 advisories" in capsys.readouterr().out


@pytest.mark.parametrize(
    "done",
    [
        CompletedProcess([], 1, "", "Traceback\nConnectionError: no route"),
        answer([{"name": "b", "skip_reason": "not found"}]),
    ],
    ids=["out of reach", "a mirror"],
)
def test_what_could_not_be_asked_is_told_as_skipped(
    done: CompletedProcess[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == told_of("installed", done)
    assert capsys.readouterr().out.startswith("installed: skipped, ")
