"""The README of the generated distribution: every example is run as it stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from specmill.contracts import contract
from specmill.harness.provider import Provider
from specmill.ir import Partner
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parents[2]
README = ROOT / "generated/README.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
PARTNERS = {each.name: each for each in understand(Project(ROOT)).partners}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    contracts = [
        contract(partner, operation)
        for partner in PARTNERS.values()
        for operation in partner.operations
    ]
    with Provider(contracts) as running:
        yield running


def variables(partner: Partner, provider: Provider) -> dict[str, str]:
    """Return the environment variables that the README lists, with made-up values."""
    found = {each.variable: each.example for each in partner.credentials}
    return {**found, partner.base_url_variable: provider.url(partner.name)}


def test_there_is_an_example_for_every_operation() -> None:
    operations = [each for partner in PARTNERS.values() for each in partner.operations]

    assert len(operations) == len(EXAMPLES)


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda text: re.findall(r"\.(\w+)\(", text)[0]
)
def test_an_example_runs_and_prints_the_reply(
    example: str, provider: Provider, tmp_path: Path
) -> None:
    name = re.findall(r"from partner_apis\.(\w+) import", example)[0]
    script = tmp_path / "example.py"
    script.write_text(example, "utf-8")

    found = subprocess.run(
        [sys.executable, script],
        env={
            **os.environ,
            **variables(PARTNERS[name], provider),
            "PYTHONPATH": str(ROOT / "generated"),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert "" == found.stderr
    assert re.fullmatch(r"[A-Z]\w+\n", found.stdout), found.stdout
