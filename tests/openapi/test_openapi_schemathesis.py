"""Schemathesis, which knows the exported document alone, against the embedded provider.

What it sees otherwise than the provider is in `EXPLAINED`, each with the reason; what is
not there fails, and so does an entry that no longer occurs.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from specmill.harness.provider import Provider

HERE = Path(__file__).parent
EXAMPLES = 10
"""Random requests for each operation and phase, beside those for every limit."""

EXPLAINED = {
    ("paytm.verify_otp", r"valid, rejected: absent: /(query|body)/\w+ is absent"): (
        "no page says that they are required: it is inferred, which the document does not"
        " assert and the embedded provider, which stands for our clients, does"
    ),
    (
        "aopay.transaction_send_otp",
        r"valid, rejected: value: /body/(Amount|DOB|Latitude|Longitute) ",
    ): "that their text is a number or a date is inferred from one sample",
    ("paytm.verify_otp", "ST201 Schema-violating request accepted"): (
        "it was refused, by a code in the body: no page says that a refusal has another"
        " HTTP status than a success, and Schemathesis knows of nothing else"
    ),
    ("ayoconnect.verify_otp", "ST203 Missing required header accepted"): (
        "it was refused with 400, as the standard answers what is mandatory and absent;"
        " of Authorization Schemathesis asks for 401"
    ),
    ("ayoconnect.verify_otp", "ST401 API accepts invalid authentication"): (
        "the hooks replace every token of the right form by the one that is known, also"
        " the one that Schemathesis made up to be refused"
    ),
}
"""Reasons by operation and by what was told of it, as a regular expression."""


@dataclass(frozen=True)
class Run:
    """What one run of Schemathesis told."""

    disagreements: set[tuple[str, str]]
    tested: int
    cases: int


@pytest.fixture(scope="module")
def run(
    mounted: Path, provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Run:
    if importlib.util.find_spec("schemathesis") is None:
        pytest.skip("Schemathesis is not installed; run 'tox -e openapi'")
    folder = tmp_path_factory.mktemp("schemathesis")
    told, report = folder / "told.jsonl", folder / "report.json"
    told.touch()
    path = os.pathsep.join((str(HERE), *sys.path))
    more = {"TOLD": str(told), "SCHEMATHESIS_HOOKS": "schemathesis_hooks"}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", str(mounted)),
            *(
                "--url",
                provider.address,
                "--seed",
                "1",
                "--max-examples",
                f"{EXAMPLES}",
            ),
            *("--phases", "examples,coverage,fuzzing", "--continue-on-failure"),
            *("--no-shrink", "--report", "json", "--report-json-path", str(report)),
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stdout + done.stderr
    return _read(
        json.loads(report.read_text("utf-8")),
        told.read_text("utf-8"),
        _names(json.loads(mounted.read_text("utf-8"))),
    )


def _read(report: dict[str, Any], told: str, names: dict[str, str]) -> Run:
    own = {
        (name, f"{held_for}, {outcome}: {says}")
        for name, held_for, outcome, says in map(json.loads, told.splitlines())
    }
    theirs = {
        (names.get(operation, operation), f"{failure['code']} {failure['title']}")
        for failure in report["failures"]
        for operation in failure["operations"]
    }
    return Run(
        own | theirs, report["operations"]["tested"], report["test_cases"]["generated"]
    )


def _names(document: dict[str, Any]) -> dict[str, str]:
    """Return the operations by method and path, as Schemathesis names them."""
    return {
        f"{method.upper()} {path}": operation["operationId"]
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if "operationId" in operation
    }


def _explains(explanation: tuple[str, str], told: tuple[str, str]) -> bool:
    operation, pattern = explanation
    return operation == told[0] and re.match(pattern, told[1]) is not None


def test_no_disagreement_is_unexplained(run: Run) -> None:
    found = [
        told
        for told in sorted(run.disagreements)
        if not any(_explains(each, told) for each in EXPLAINED)
    ]

    assert not found, "\n".join(map(str, found))


def test_no_explanation_is_out_of_date(run: Run) -> None:
    gone = [
        each
        for each in EXPLAINED
        if not any(_explains(each, told) for told in run.disagreements)
    ]

    assert not gone, "\n".join(map(str, gone))


def test_every_operation_was_tested(run: Run) -> None:
    assert 5 == run.tested
    assert run.cases > 300
