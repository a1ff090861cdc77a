"""Every kind of fact is said by an example, and its contract test passes.

One test to a kind, named after it; `--kinds-run FILE` takes what
`specmill test --project examples --json FILE` wrote in place of a run of its own.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from kinds import HOW_MANY, PAGE, ROOT, Kind, kinds, page, stands
from specmill.config import find_project
from specmill.pipeline import generate
from specmill.suite import run

KINDS = kinds()
BY_NAME = [pytest.param(each, id=each.name) for each in KINDS]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the examples, generated."""
    folder = tmp_path_factory.mktemp("examples")
    ignored = shutil.ignore_patterns("generated", ".specmill-cache")
    shutil.copytree(ROOT / "examples", folder, ignore=ignored, dirs_exist_ok=True)
    generate(find_project(folder))
    return folder


@pytest.fixture(scope="session")
def outcomes(
    folder: Path,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, set[str]]:
    """Return what became of each case, by `operation: id`."""
    found = request.config.getoption("--kinds-run")
    results = Path(found) if found else tmp_path_factory.mktemp("run") / "run.json"
    if not found:
        run([folder / "generated" / "contract_tests"], ("-q", "-q"), results)
    document = json.loads(results.read_text("utf-8"))
    told: dict[str, set[str]] = defaultdict(set)
    for operation in document["operations"]:
        for case in operation["cases"]:
            told[f"{operation['operation']}: {case['case']}"].add(case["outcome"])
    return told


def test_there_is_a_row_to_every_kind() -> None:
    assert HOW_MANY == len({each.name for each in KINDS}) == len(KINDS)


def test_the_page_is_what_the_rows_say() -> None:
    assert PAGE.read_text("utf-8") == page(KINDS)


@pytest.mark.parametrize("kind", BY_NAME)
def test_a_row_has_no_empty_cell(kind: Kind) -> None:
    if kind.missing:
        assert ((), "", (), "") == (kind.says, kind.enforces, kind.tests, kind.told)
    else:
        assert kind.says and kind.enforces
        assert kind.tests or kind.told


@pytest.mark.parametrize("kind", BY_NAME)
def test_a_kind_is_said_and_shown(kind: Kind, request: pytest.FixtureRequest) -> None:
    if kind.missing:
        pytest.skip(f"not yet: {kind.missing}")
    assert [] == [each for each in kind.says if not stands(each)]
    if kind.tests:
        outcomes = request.getfixturevalue("outcomes")
        assert [] == [each for each in kind.tests if {"passed"} != outcomes.get(each)]
    if kind.told:
        folder: Path = request.getfixturevalue("folder")
        file, _, text = kind.told.partition(": ")
        told = (folder / "generated" / file).read_text("utf-8")
        assert text in " ".join(told.split())
