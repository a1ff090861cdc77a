"""Mutants of generated clients apply to what is generated, and the tests find them."""

from __future__ import annotations

import ast
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from specmill.mutants import Wanted, client_declared, client_runtime
from specmill.mutants.client import Generated, NotGenerated, subjects
from specmill.mutants.client_runtime import LEFT
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parents[2]
PROJECT = Project(ROOT)
EVERY = 37
"""Mutants to one that is tried here; `specmill mutate` tries them all."""


@cache
def generated() -> tuple[Generated, ...]:
    return tuple(subjects(PROJECT, understand(PROJECT), Wanted()))


def named(operation: str) -> Generated:
    return next(each for each in generated() if each.operation == operation)


OPERATIONS = [each.operation for each in generated()]


def test_there_are_hundreds_of_mutants() -> None:
    counts = {each.operation: len(each.mutants()) for each in generated()}

    assert all(count > 200 for count in counts.values()), counts


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_mutant_has_a_name_of_its_own(operation: str) -> None:
    counts = Counter(mutant.id for mutant in named(operation).mutants())

    assert [] == [name for name, count in counts.items() if count > 1]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_mutant_is_python_that_differs(operation: str) -> None:
    subject = named(operation)
    for mutant in subject.mutants():
        change = mutant.change
        source = subject.meant.files[change.file]
        mutated = ast.parse(change.of(source.text))

        assert ast.dump(mutated) != ast.dump(source.tree), mutant.id


@pytest.mark.parametrize("row", client_runtime.ROWS, ids=lambda row: row.operator)
def test_what_an_edit_of_the_runtime_replaces_stands_there_once(
    row: client_runtime.Row,
) -> None:
    text = generated()[0].meant.runtime(row.file).text

    assert 1 == len(row.places(text))


@pytest.mark.parametrize("row", client_runtime.ROWS, ids=lambda row: row.operator)
def test_an_edit_of_the_runtime_is_told_by_some_operation(
    row: client_runtime.Row,
) -> None:
    told_by = [each for each in generated() if row.told_by(each.meant.operation)]

    assert told_by


@pytest.mark.parametrize("row", client_declared.ROWS, ids=lambda row: row.operator)
def test_a_way_to_declare_something_wrong_applies_to_some_operation(
    row: client_declared.Row,
) -> None:
    if row.operator in ("objects lost",):
        pytest.skip("no object of the five pages can be empty")
    made = {each.change.operator for one in generated() for each in one.mutants()}

    assert row.operator in made


@pytest.mark.parametrize("left", LEFT, ids=lambda left: left.what)
def test_what_no_contract_test_sees_is_held_by_a_test_that_there_is(
    left: client_runtime.Left,
) -> None:
    assert (ROOT / left.test).is_file()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_generated_client_passes_unchanged(operation: str) -> None:
    assert named(operation).fails() is None


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_generated_tests_find_a_wrong_client(operation: str) -> None:
    subject = named(operation)
    tried = subject.mutants()[::EVERY]
    survivors = [each.id for each in tried if subject.found_by(each) is None]

    assert [] == survivors


def test_a_blind_spot_of_the_tests_lets_a_mutant_survive(tmp_path: Path) -> None:
    for name in ("partner_apis", "contract_tests"):
        shutil.copytree(PROJECT.target / name, tmp_path / name)
    tests = tmp_path / "contract_tests" / "paytm" / "test_verify_otp.py"
    text = tests.read_text("utf-8")
    tests.write_text(
        text.replace('parametrize("case", CODES,', 'parametrize("case", (),')
    )
    subject = Generated(tmp_path, named("paytm.verify_otp").meant)
    mutant = next(
        each for each in subject.mutants() if each.id == "then changed: OtpAlreadyUsed"
    )

    assert named("paytm.verify_otp").found_by(mutant) is not None
    assert subject.found_by(mutant) is None


def test_what_was_not_generated_cannot_be_changed(tmp_path: Path) -> None:
    api = understand(PROJECT)

    with pytest.raises(NotGenerated, match="run specmill generate"):
        list(subjects(Project(tmp_path), api, Wanted()))
