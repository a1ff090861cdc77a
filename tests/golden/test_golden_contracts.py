"""The contract tests of every golden project pass against the embedded provider."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from test_golden import FEATURES, HERE

from specmill.pipeline import Project, generate
from specmill.suite import run


@pytest.mark.parametrize("feature", FEATURES)
def test_the_contract_tests_of_a_feature_pass(
    feature: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HERE / feature / "specs", tmp_path / "specs")
    project = Project(tmp_path)
    generate(project)

    code = run([project.target / "contract_tests"], (), tmp_path / "run.json")

    assert 0 == code, capfd.readouterr().out[-3000:]
