"""The smallest spec for a feature, and the files that it becomes.

`pytest tests/golden --rewrite-golden` writes what is generated now as expected.
"""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from specmill.emit import emit
from specmill.output import finish
from specmill.pipeline import Project, understand

HERE = Path(__file__).parent
FEATURES = sorted(path.name for path in HERE.iterdir() if (path / "specs").is_dir())
PARTS = (
    "callbacks/",
    "client",
    "errors",
    "forms/",
    "models/",
    "operations/",
    "validators/",
)


def generated(feature: str) -> dict[str, str]:
    """Return what shows the feature: the partner's files that are not the same for all."""
    api = understand(Project(HERE / feature))
    (partner,) = api.partners
    folder = f"{api.package}/{partner.name}/"
    shown = tuple(folder + part for part in PARTS)
    drafts = [
        each
        for each in emit(api)
        if each.path.startswith(shown) and not each.path.endswith("/__init__.py")
    ]
    files, _ = finish(drafts)
    return {
        file.path.removeprefix(folder): file.content.decode("utf-8") for file in files
    }


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_becomes_the_expected_files(
    feature: str, request: pytest.FixtureRequest
) -> None:
    expected = HERE / feature / "expected"
    found = generated(feature)
    if request.config.getoption("--rewrite-golden"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, "utf-8")
    written = {
        path.relative_to(expected).as_posix(): path.read_text("utf-8")
        for path in expected.rglob("*.py")
    }

    assert written == found


@pytest.mark.parametrize("feature", FEATURES[::4])
def test_without_ruff_black_writes_the_same_files(
    feature: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_ruff = generated(feature)
    tidy = import_module("specmill.output.tidy")
    monkeypatch.setattr(tidy, "_BY", "black")
    monkeypatch.setattr(tidy, "_by_ruff", None)

    assert by_ruff == generated(feature)
