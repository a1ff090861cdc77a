"""`specmill test`: which contract tests it runs, what it tells and where it writes."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from specmill.__main__ import main
from specmill.init import start
from specmill.pipeline import Project, generate


def run(project: Project, *arguments: str) -> int:
    return main(["test", "--project", str(project.root), *arguments])


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project of two partners with three operations, generated."""
    project = Project(tmp_path_factory.mktemp("generated"))
    for partner, name in (("acme", "pay"), ("acme", "refund"), ("other", "pay")):
        start(project, partner, name)
    generate(project)
    return project


def test_test_runs_the_contract_tests_and_ends_in_a_table(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    generate(project)

    code = run(project)

    out = capfd.readouterr().out
    assert 0 == code
    assert re.search(r"^acme\.send_otp +\d+ +0 +\d+ +\d+ of \d+$", out, re.MULTILINE)
    assert out.rstrip().endswith("every case is as the pages say")


def test_test_needs_generated_tests(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(project)

    assert 2 == code
    assert "run 'specmill generate'" in capsys.readouterr().err


def test_test_tells_that_the_generated_tests_are_stale(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    generate(project)
    (project.target / "contract_tests/conftest.py").unlink()

    code = run(project)

    assert 2 == code
    assert "generated/ is stale: generated/contract_tests/conftest.py is missing" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ["acme.pay", "acme.refund", "other.pay"]),
        (["acme"], ["acme.pay", "acme.refund"]),
        (["other.pay"], ["other.pay"]),
        (["refund", "other"], ["acme.refund", "other.pay"]),
    ],
)
def test_the_operations_that_are_named_are_tested(
    generated: Project, tmp_path: Path, names: list[str], expected: list[str]
) -> None:
    results = tmp_path / "run.json"

    code = run(generated, *names, "--json", str(results), "--", "-k", "every_reply")

    found = json.loads(results.read_text())["operations"]
    assert 0 == code
    assert expected == sorted(each["operation"] for each in found)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("refnud", "there is no operation 'refnud'; did you mean 'refund'?"),
        ("pay", "'pay' could be acme.pay or other.pay"),
    ],
)
def test_a_name_that_is_none_is_wrong_use(
    generated: Project, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    code = run(generated, name)

    assert 2 == code
    assert told in capsys.readouterr().err


def test_results_that_were_there_do_not_outlive_a_run_that_breaks(
    generated: Project, tmp_path: Path
) -> None:
    results = tmp_path / "run.json"
    results.write_text("of an older run")

    code = run(generated, "--json", str(results), "--", "--no-such-option")

    assert 2 == code
    assert not results.exists()


@pytest.mark.skipif(os.name != "posix", reason="of POSIX pipes")
def test_results_go_into_a_pipe_that_is_named(
    generated: Project, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        run(generated, "refund", "--json", str(pipe), "--", "-k", "nothing_of_the_kind")
        found = os.read(reader, 65_536)
    finally:
        os.close(reader)

    assert b"specmill-report" in found
