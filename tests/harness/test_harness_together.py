"""Cases about keys, tokens, ways to prove who calls, envelopes and items: what they miss.

A golden project or an example is generated, its runtime is changed in one place, and its
contract tests have to tell.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from specmill.pipeline import Project, generate

SPECS = Path(__file__).parents[2] / "examples" / "specs"
PARTNERS = ("kestrel", "obsidian")

BREAKS = {
    "a key is made anew for the same call": (
        "sources.py",
        "if given is ABSENT:",
        "if True:",
        "kestrel/test_pay_out.py",
        "test_repeats_nothing_by_itself",
    ),
    "an error does not tell the key": (
        "conclude.py",
        "conclusion.error.idempotency_key = prepared.idempotency_key",
        "pass",
        "kestrel/test_pay_out.py",
        "test_repeats_nothing_by_itself",
    ),
    "a token is fetched for every call": (
        "fetching.py",
        "return found.value if found is not None and self.now() < found.until else None",
        "return None",
        "kestrel/test_pay_out.py",
        "test_fetches_what_another_call_returns",
    ),
    "a token is kept for ever": (
        "fetching.py",
        "self.now() < found.until",
        "found.until",
        "kestrel/test_pay_out.py",
        "test_fetches_what_another_call_returns",
    ),
    "all ways to prove who calls are sent at once": (
        "sources.py",
        "return frozenset(name for g in groups for name in g) - set(group)",
        "return frozenset()",
        "kestrel/test_list_payouts.py",
        "test_sends_what_the_page_documents",
    ),
    "a call without a certificate is sent": (
        "client.py",
        "if operation.certificate and is_safe and not self._presents:",
        "if False:",
        "obsidian/test_ask_limit.py",
        "test_presents_a_certificate",
    ),
    "an unlisted code of an item is a refusal": (
        "partial.py",
        'told.outcomes.get(code, "unknown")',
        'told.outcomes.get(code, "rejected")',
        "kestrel/test_pay_many.py",
        "test_tells_what_became_of_each_item",
    ),
    "a body is sent without its envelope": (
        "codecs.py",
        "return seal(body.sealed, content), body.media or media",
        "return content, body.media or media",
        "obsidian/test_pay.py",
        "test_sends_what_the_page_documents",
    ),
}


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the generated packages of the partners that have such calls."""
    folder = tmp_path_factory.mktemp("together")
    for name in PARTNERS:
        shutil.copytree(SPECS / name, folder / "specs" / name)
    generate(Project(folder))
    return folder / "generated"


def passes(folder: Path, module: str, test: str) -> bool:
    command = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", test)
    path = f"contract_tests/{module}"
    ran = subprocess.run([sys.executable, *command, path], cwd=folder, check=False)
    assert ran.returncode in (0, 1)
    return ran.returncode == 0


@pytest.mark.parametrize("what", BREAKS)
def test_a_client_that_does_otherwise_is_told(
    what: str, whole: Path, tmp_path: Path
) -> None:
    file, old, new, module, test = BREAKS[what]
    shutil.copytree(whole, tmp_path / "generated")
    path = tmp_path / "generated" / "partner_apis" / "_runtime" / file
    text = path.read_text("utf-8")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), "utf-8")

    assert not passes(tmp_path / "generated", module, test)


def test_the_unchanged_client_passes(whole: Path) -> None:
    assert passes(whole, "kestrel/test_pay_many.py", "test_tells_what_became")
