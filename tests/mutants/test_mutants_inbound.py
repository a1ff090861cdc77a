"""Broken handlers of calls to us: the contract tests of a callback find each of them."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from specmill.pipeline import Project, generate

SPECS = Path(__file__).parents[1] / "golden" / "callbacks" / "specs"
NOTICE = "acme/callbacks/payment_notice.py"
CALLS = "_runtime/calls.py"
JUDGING = "_runtime/judging.py"
PROVING = "_runtime/proving.py"
ANSWERING = "_runtime/acknowledging.py"


@dataclass(frozen=True, slots=True)
class Row:
    """A text of a generated file, and what stands there in its place."""

    name: str
    file: str
    written: str
    broken: str
    callback: str = "payment_notice"
    """Whose contract tests find it."""

    def __str__(self) -> str:
        return self.name


ROWS = (
    Row("a signature is not looked at", JUDGING,
        "if proof is not None and not self._is_signed(proof):", "if False:"),
    Row("a time is not looked at", PROVING,
        "return abs(now - moment) <= timedelta(seconds=window)", "return True"),
    Row("a time in the future is taken", PROVING,
        "abs(now - moment) <= timedelta", "now - moment <= timedelta"),
    Row("a method is not looked at", JUDGING,
        "if callback.methods and self._call.method not in callback.methods:",
        "if False:"),
    Row("what is not as documented is taken", JUDGING,
        "        if fatal:", "        if False:"),
    Row("a member that no page has refuses", CALLS,
        'return violation.rule != "undocumented" and', "return", "balance_inquiry"),
    Row("a refusal tells a status of its own", CALLS, '"signature": (401,',
        '"signature": (403,'),
    Row("a refusal tells more than its status", CALLS,
        'Acknowledgement(self.http_status, (), b"")',
        "Acknowledgement(self.http_status, (), str(self).encode())"),
    Row("a call is answered like one that was taken", CALLS,
        "Acknowledgement(self.http_status, (),", "Acknowledgement(200, (),"),
    Row("an echo is lost", ANSWERING,
        "return standing(came, source.path)", "return ABSENT"),
    Row("a header of an answer is lost", ANSWERING,
        "_put(headers if member.place", "_put({} if member.place"),
    Row("numbers of a query stay text", JUDGING,
        'if kind == "integer" and', 'if kind == "none" and'),
    Row("another algorithm", NOTICE, "HMAC-SHA256", "HMAC-SHA512"),
    Row("another window", NOTICE, "window=300", "window=30"),
    Row("another prefix", NOTICE, 'prefix="sha256="', 'prefix="sha1="'),
    Row("another constant", NOTICE, 'd.Constant("00")', 'd.Constant("0")'),
    Row("another status", NOTICE, "http=404", "http=400"),
    Row("another method", NOTICE, 'methods=("POST",)', 'methods=("PUT",)'),
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("inbound")
    shutil.copytree(SPECS, root / "specs")
    found = Project(root)
    generate(found)
    return found


def suite(target: Path, callback: str) -> int | None:
    """Run the contract tests of *callback* until one fails, and return the exit code.

    They run in a fork, which has imported what they stand on.
    """
    tests = target / "contract_tests" / "acme" / "callbacks" / f"test_{callback}.py"
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_run, args=(target, tests))
    process.start()
    process.join(60)
    return process.exitcode


def _run(target: Path, tests: Path) -> None:
    sys.dont_write_bytecode = False  # what all of them share is compiled once
    os.chdir(target)
    for name in [*sys.modules]:  # of another test, which had another package
        if name.partition(".")[0] in ("contract_tests", "partner_apis"):
            del sys.modules[name]
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    options = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist")
    os._exit(pytest.main([*options, f"--rootdir={target}", str(tests)]))


def test_the_handler_as_it_is_generated_passes(project: Project) -> None:
    assert 0 == suite(project.target, "payment_notice")


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_broken_handler_is_found(row: Row, project: Project) -> None:
    file = project.target / "partner_apis" / row.file
    text = file.read_text("utf-8")
    assert row.written in text, "the table is behind what is generated"
    try:
        write(file, text.replace(row.written, row.broken))
        code = suite(project.target, row.callback)
    finally:
        write(file, text)

    assert 1 == code


def write(file: Path, text: str) -> None:
    """Write a module, and forget what was compiled of it, which only knows seconds."""
    file.write_text(text, "utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        compiled.unlink()
