"""Cases are collected as pytest would, under the same names, and told apart from tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_harness_plugin import TEST, folder, run

__all__ = ["folder"]

TABLES = TEST + """
CLIENTS = ("sync", "async")

@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", CASES[:2] + CASES[:1], ids=str)
def test_both(case, client, partner):
    assert partner and client in CLIENTS and case in CASES

@pytest.mark.parametrize("case, client", [(CASES[3], CLIENTS[0])], ids=str)
def test_rows(case, client):
    assert (CASES[3], "sync") == (case, client)

@pytest.mark.parametrize("number", [1, 2])
def test_of_my_own(number, server, tmp_path):
    assert server.ask(()).answer.status == 200

@pytest.mark.skip
@pytest.mark.parametrize("case", CASES, ids=str)
def test_skipped(case):
    raise AssertionError

class TestOfMine:
    def test_method(self, partner):
        assert partner
"""


@pytest.fixture
def tables(folder: Path) -> Path:
    (folder / "acme" / "test_confirm.py").write_text(TABLES)
    return folder


def collected(folder: Path, *options: str) -> list[str]:
    """Return the names of all tests, without their file."""
    told = run(folder, "--collect-only", "-q", *options).stdout.splitlines()
    return [line.partition("::")[2] for line in told if "::" in line]


def test_rows_have_the_names_that_pytest_gives(tables: Path) -> None:
    ours = collected(tables)
    conftest = tables / "conftest.py"
    hook = "pytest_pycollect_makeitem"
    conftest.write_text(
        "\n".join(
            each for each in conftest.read_text().splitlines() if hook not in each
        )
    )

    assert sorted(collected(tables)) == sorted(ours)


def test_what_is_no_table_is_left_to_pytest(tables: Path) -> None:
    told = run(tables, "-k", "my_own or method or skipped")

    assert "3 passed, 4 skipped" in told.stdout


def test_rows_of_tables_are_given_to_their_test(tables: Path) -> None:
    told = run(tables, "-k", "both or rows")

    assert "7 passed" in told.stdout


def test_a_case_can_be_chosen_by_its_name(tables: Path) -> None:
    told = run(tables / "acme" / "test_confirm.py::test_provider[no-otp]")

    assert "1 passed" in told.stdout


def test_a_failure_is_told_without_the_code_of_the_harness(tables: Path) -> None:
    module = tables / "acme" / "test_confirm.py"
    module.write_text(TEST.replace('codes=("10",)', 'codes=("11",)'))
    told = run(tables, "-k", "no-otp").stdout

    assert "acme.confirm: a request with no /body/otp is refused with 11" in told
    assert "exchanges.py" not in told
