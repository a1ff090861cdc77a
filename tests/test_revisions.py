"""A page is revised: one edit of a spec, one command, and the tests follow."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from specmill.pipeline import Outcome, Project, generate

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the five endpoints, generated, and the cache of the run."""
    folder = tmp_path_factory.mktemp("endpoints")
    pages_alone = shutil.ignore_patterns("environments")
    shutil.copytree(ROOT / "specs", folder / "specs", ignore=pages_alone)
    generate(Project(folder))
    return folder


@pytest.fixture
def project(generated: Path, tmp_path: Path) -> Project:
    """Return the five endpoints, generated, in a folder of their own."""
    return Project(Path(shutil.copytree(generated, tmp_path / "project")))


def revise(project: Project, path: str, pattern: str, new: str) -> Outcome:
    """Edit one place of a spec and generate."""
    spec = project.root / "specs" / path
    text, count = re.subn(pattern, new, spec.read_text("utf-8"), flags=re.MULTILINE)
    assert 1 == count
    spec.write_text(text, "utf-8")
    return generate(project)


def contract_tests(project: Project, name: str) -> subprocess.CompletedProcess[str]:
    """Run the contract tests of one operation, as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", name],
        cwd=project.target / "contract_tests",
        capture_output=True,
        text=True,
        check=False,
    )


REVISIONS = {
    "a length": (
        "ayoconnect/verify_otp.yaml",
        r"^(      otp:(?:\n        .*)*?\n        length: )6$",
        r"\g<1>4..8",
        "ayoconnect",
        "verify_otp",
        {"client.py", "validators"},
    ),
    "a code": (
        "paytm/verify_otp.yaml",
        r"^codes:$",
        'codes:\n  "777": {outcome: rejected, error: DeviceBlocked, then: restart,'
        " with: {status: F}, message: Device blocked, evidence: table}",
        "paytm",
        "verify_otp",
        {"client.py", "errors.py", "operations"},
    ),
    "a name": (
        "aopay/transaction_send_otp.yaml",
        r"^(      )Pincode:$",
        r"\1PinCode:",
        "aopay",
        "transaction_send_otp",
        {"client.py", "operations", "validators"},
    ),
    "a service code": (
        "ayoconnect/verify_otp.yaml",
        r'^service: "04"$',
        'service: "34"',
        "ayoconnect",
        "verify_otp",
        {"errors.py", "operations"},
    ),
    "a listed value": (
        "aopay/transaction_send_otp.yaml",
        r"enum: \[IMPS, NEFT\]",
        "enum: [IMPS]",
        "aopay",
        "transaction_send_otp",
        {"client.py", "validators"},
    ),
}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_revision_touches_what_it_should_and_the_contract_tests_follow(
    project: Project, revision: str
) -> None:
    path, pattern, new, partner, operation, parts = REVISIONS[revision]

    changes = revise(project, path, pattern, new).changes

    touched = {
        each.removeprefix(f"partner_apis/{partner}/").split("/")[0]
        for each in changes.changed
        if each.startswith("partner_apis/")
    }
    tests = {each for each in changes.changed if each.startswith("contract_tests/")}
    folder = f"contract_tests/{partner}"
    assert parts == touched
    assert {f"{folder}/{operation}.json", f"{folder}/test_{operation}.py"} == tests
    assert () == (*changes.added, *changes.removed)
    found = contract_tests(project, f"{partner}/test_{operation}.py")
    assert 0 == found.returncode, found.stdout[-2000:]


def test_a_server_that_missed_the_revision_is_found(project: Project) -> None:
    path, pattern, new, *_ = REVISIONS["a length"]
    contract = project.target / "contract_tests/ayoconnect/verify_otp.json"
    before = contract.read_bytes()
    revise(project, path, pattern, new)
    contract.write_bytes(before)  # the embedded provider still asks for six

    found = contract_tests(project, "ayoconnect/test_verify_otp.py")

    assert 1 == found.returncode
    assert "body.otp" in found.stdout
