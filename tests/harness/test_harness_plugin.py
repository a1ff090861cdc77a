"""The pytest plugin in runs of its own, over one made-up operation."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from specmill.emit.contract_tests import HARNESS
from specmill.emit.package import copied
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of

CONFTEST = (
    Path(__file__).parents[2]
    / "generator"
    / "specmill"
    / "templates"
    / "contract_conftest.py.j2"
)
TEST = """
import pytest
from .._harness.reading import beside
from .._harness.edits import Drop, Put
from .._harness.exchanges import Accepted, Answers, Observed, Refused

CONTRACT = beside(__file__, "confirm")
CASES = (
    Accepted(id="everything", fact="request", evidence="table"),
    Refused(id="no-otp", fact="body.otp.length", evidence="table",
            edits=(Drop("/body/otp"),), fault="absent", codes=("10",)),
    Observed(id="more", fact="", evidence="", edits=(Put("/body/x", 1),), why="unsaid"),
    Answers(id="busy", fact="", evidence="", answer="30", reply="done", http=200),
)

@pytest.mark.parametrize("case", CASES, ids=str)
def test_provider(case, server):
    case.check(server)

def test_client(partner):
    assert partner.url().endswith("/acme")
"""
FAULTY = """
from .._harness.requests import made_up, request_of
from .._harness.wire import send
from .test_confirm import CONTRACT

def test_faulty(faulty):
    provider = faulty("bad-gateway", "none")
    url = provider.url("acme")
    made = request_of(CONTRACT, made_up(CONTRACT), (), url)
    statuses = [send(url, made).status for _ in range(2)]
    assert [502, 200] == statuses
"""


@pytest.fixture
def folder(tmp_path: Path, document: dict[str, Any]) -> Path:
    tests = tmp_path / "generated" / "contract_tests"
    tests.mkdir(parents=True)
    # As the generated project has it: a root, above which nothing is looked for.
    (tests.parent / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    (tests / "_harness").mkdir()
    for each in copied(HARNESS, "_harness"):
        (tests / each.path).write_text(each.render(), "utf-8")
    (tests / "acme").mkdir()
    for name in ("__init__.py", "acme/__init__.py"):
        (tests / name).write_text("")
    (tests / "conftest.py").write_text(CONFTEST.read_text().replace("{{ doc }}\n", ""))
    (tests / "acme" / "test_confirm.py").write_text(TEST)
    document["environments"] = [
        {"name": "sandbox", "url": "unknown", "facts": {}, "variables": {}}
    ]
    (tests / "acme" / "confirm.json").write_text(json.dumps(document))
    return tests


def run(
    folder: Path, *options: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", folder, *options],
        cwd=folder.anchor,
        env={"PYTHONDONTWRITEBYTECODE": "1", **variables},
        capture_output=True,
        text=True,
    )


def test_everything_runs_against_the_embedded_provider(folder: Path) -> None:
    told = run(folder)

    assert 0 == told.returncode
    assert "acme.confirm: 3 passed, 0 failed, 1 observed; 1 of 1 facts shown" in (
        told.stdout
    )


def test_a_test_can_have_a_provider_with_faults(folder: Path) -> None:
    (folder / "acme" / "test_faulty.py").write_text(FAULTY)
    found = run(folder, "-k", "test_faulty")

    assert 0 == found.returncode, found.stdout


def test_the_results_are_written_as_json(folder: Path, tmp_path: Path) -> None:
    run(folder, "--report-json", str(tmp_path / "report.json"))

    (found,) = json.loads((tmp_path / "report.json").read_text())["operations"]
    assert ("acme.confirm", 3, 0) == (
        found["operation"],
        found["passed"],
        found["failed"],
    )
    observed = [each for each in found["cases"] if each["outcome"] == "observed"]
    assert ["more"] == [each["case"] for each in observed]


def test_a_real_server_gets_the_provider_side_alone(
    folder: Path, document: dict[str, Any]
) -> None:
    document["partner"] = "elsewhere"
    for credential in document["credentials"]:
        credential["example"] = f"real-{credential['name']}"
    with Provider([contract_of(document)]) as real:
        told = run(
            folder,
            "--base-url",
            real.url("elsewhere"),
            ACME_TOKEN="real-token",
            ACME_SECRET="real-secret",
        )

    assert "2 passed, 0 failed, 1 observed" in told.stdout
    assert "2 deselected" in told.stdout


def test_a_drifted_server_fails(folder: Path, document: dict[str, Any]) -> None:
    document["codes"][1]["code"] = "99"
    with Provider([contract_of(document)]) as real:
        told = run(
            folder,
            "--base-url",
            real.url("acme"),
            ACME_TOKEN="example-token",
            ACME_SECRET="example-secret",
        )

    assert 1 == told.returncode
    assert "due: a documented code; 99 is none" in told.stdout


def test_missing_credentials_skip_with_their_names(folder: Path) -> None:
    told = run(folder, "--base-url", "http://127.0.0.1:9")

    assert "acme.confirm: skipped" in told.stdout
    assert "ACME_SECRET, ACME_TOKEN" in told.stdout


def test_nothing_is_changed_on_another_machine_unless_it_is_allowed(
    folder: Path,
) -> None:
    told = run(
        folder, "--base-url", "http://partner.invalid", ACME_TOKEN="t", ACME_SECRET="s"
    )

    assert 0 == told.returncode
    assert "skipped, a call confirms an order: pass --allow-effects" in told.stdout


def test_effects_that_are_allowed_are_tried_on_another_machine(folder: Path) -> None:
    options = ("--base-url", "http://partner.invalid", "--allow-effects")
    told = run(folder, *options, ACME_TOKEN="t", ACME_SECRET="s")

    assert 1 == told.returncode
    assert "pass --allow-effects" not in told.stdout


def test_an_environment_without_an_address_is_told(folder: Path) -> None:
    told = run(folder, "--environment", "sandbox")

    assert "skipped, no address is known: pass --base-url" in told.stdout


def test_an_unknown_environment_is_wrong_use(folder: Path) -> None:
    told = run(folder, "--environment", "sandpit")

    assert 4 == told.returncode
    assert "there is no environment 'sandpit'; known are: sandbox" in told.stderr
