"""What several test modules share: a project in a folder of its own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from specmill.init import start
from specmill.pipeline import Project

ROOT = Path(__file__).parents[1]

with suppress(ImportError):  # the tests in a browser do without it
    from hypothesis import HealthCheck, settings

    # How fast a machine is says nothing about what is tested.
    settings.register_profile(
        "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what is generated now as what is expected",
    )
    parser.addoption(
        "--fuzz-seconds",
        type=float,
        default=12.0,
        metavar="S",
        help="how long mutated files are read; edited specs are tried twice as long",
    )
    parser.addoption(
        "--fuzz-from",
        type=int,
        default=0,
        metavar="N",
        help="the number that the first edits of specs follow from",
    )
    parser.addoption(
        "--kinds-run",
        metavar="FILE",
        help="what 'specmill test --project examples --json FILE' wrote",
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project as `specmill init` starts it."""
    project = Project(tmp_path)
    start(project, "acme", "send_otp")
    return project
