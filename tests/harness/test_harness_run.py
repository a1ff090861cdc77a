"""What a run of the generated suite loads that is of no use to it, and what it leaves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKS = """
def test_of_mine(pytestconfig):
    known = pytestconfig.pluginmanager
    print("loaded:", [each for each in {names} if known.hasplugin(each)])
"""
NAMES = ("anyio", "hypothesispytest", "pyreqwest", "typeguard")
"""What the libraries of the generated package, of its extra and of specmill bring."""


def loaded(folder: Path, *options: str) -> str:
    """Return what a test that stands where the generated ones stand says of plugins."""
    shutil.copy(ROOT / "generated" / "pyproject.toml", folder)
    tests = folder / "contract_tests"
    tests.mkdir()
    (tests / "test_mine.py").write_text(ASKS.format(names=NAMES))
    command = [sys.executable, "-m", "pytest", "-s", "-p", "no:cacheprovider", tests]
    told = subprocess.run([*command, *options], capture_output=True, text=True).stdout
    return told.partition("loaded: ")[2].partition("\n")[0]


def test_plugins_for_other_tests_are_not_loaded(tmp_path: Path) -> None:
    assert "[]" == loaded(tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_a_plugin_that_was_left_out_comes_back_by_its_name(
    tmp_path: Path, name: str
) -> None:
    pytest.importorskip(name.removesuffix("pytest"))

    assert f"[{name!r}]" == loaded(tmp_path, "-p", name)
