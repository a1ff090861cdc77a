"""What is told about wrong specs: one file to a case, the expectation at its top.

`tests/errors/<floor>/<case>.yaml` starts with comments `# LINE:COLUMN code: sentence`.
Where a comment cannot stand (raw bytes, an empty file) the case is a `.bin` and its
expectation the `.expected` beside it.  A case of `resolve` is an operation of the partner
`acme`, or several files, each after a line `#: path`.  A new floor adds its runner to
`RUNNERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from specmill.check import check
from specmill.diagnostics import CATALOGUE, Diagnostic, Refused
from specmill.pipeline import Project, understand
from specmill.read import read
from specmill.resolve import resolve

ERRORS = Path(__file__).parent / "errors"

EXPECTATION = re.compile(r"(?:# )?(\d+:\d+ (?:warning: )?([a-z0-9-]+): .*)")

MADE_BY_TESTS = {
    *("file-too-big", "too-long", "too-many-nodes"),
    *("too-many-fields", "too-many-specs", "specs-too-big"),
    "out-of-time",
}
"""Codes that need files too large to keep, or time; `test_read.py` and `test_caps.py` do."""

PARTNER = b"""
partner: acme
title: Acme
pages: {pay: {title: Pay, url: "https://docs.example.com/pay", read: "2026-01-31"}}
servers: {sandbox: {url: "https://sandbox.example.com"}}
"""

PART = re.compile(r"#: (\S+)")


def run_read(path: Path) -> tuple[Diagnostic, ...]:
    try:
        read(path.name, path.read_bytes())
    except Refused as refused:
        return refused.diagnostics
    return ()


def run_check(path: Path) -> tuple[Diagnostic, ...]:
    try:
        check(read(path.name, path.read_bytes()))
    except Refused as refused:
        return refused.diagnostics
    return ()


def run_resolve(path: Path) -> tuple[Diagnostic, ...]:
    told: list[Diagnostic] = []
    parts = {"acme/partner.yaml": PARTNER, **parts_of(path)}
    specs = [check(read(name, content)) for name, content in parts.items()]
    try:
        resolve(specs, warn=told.append)
    except Refused as refused:
        return refused.diagnostics
    return tuple(told)


def parts_of(path: Path) -> dict[str, bytes]:
    """The files of a case, each below blank lines so that it keeps its line numbers."""
    lines = path.read_text("utf-8").split("\n")
    names = {
        index: found[1]
        for index, line in enumerate(lines)
        if (found := PART.match(line))
    }
    starts = [*names, len(lines)] if names else [-1, len(lines)]
    return {
        names.get(start, "acme/pay.yaml"): "\n".join(
            [""] * (start + 1) + lines[start + 1 : end]
        ).encode()
        for start, end in pairwise(starts)
    }


def run_pipeline(path: Path) -> tuple[Diagnostic, ...]:
    """Understand a project whose specs are in the folder that is called like the case."""
    try:
        understand(Project(path.parent, specs=path.stem))
    except Refused as refused:
        return refused.diagnostics
    return ()


RUNNERS: dict[str, Callable[[Path], tuple[Diagnostic, ...]]] = {
    "read": run_read,
    "check": run_check,
    "resolve": run_resolve,
    "pipeline": run_pipeline,
}

CASES = [
    path
    for folder in RUNNERS
    for path in sorted((ERRORS / folder).rglob("*"))
    if path.suffix in {".yaml", ".bin"}
]


def expected(path: Path) -> list[str]:
    """The lines that a case expects, in order, without their comment signs."""
    beside = path.with_suffix(".expected")
    source = beside if path.suffix == ".bin" else path
    lines = []
    for line in source.read_text("utf-8").split("\n"):
        if not (found := EXPECTATION.fullmatch(line)):
            break
        lines.append(found[1])
    return lines


def told(diagnostic: Diagnostic) -> str:
    severity = "warning: " if diagnostic.severity == "warning" else ""
    place = f"{diagnostic.location.line}:{diagnostic.location.column}"
    return f"{place} {severity}{diagnostic.code}: {diagnostic.message}"


@pytest.mark.parametrize(
    "path", CASES, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_case_is_told_as_its_file_expects(path: Path) -> None:
    diagnostics = RUNNERS[path.relative_to(ERRORS).parts[0]](path)

    assert expected(path) == [told(each) for each in diagnostics]


@pytest.mark.parametrize(
    "path", CASES, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_case_expects_something(path: Path) -> None:
    assert expected(path)


def test_every_code_has_a_case() -> None:
    shown = {
        found[2]
        for path in CASES
        for line in expected(path)
        if (found := EXPECTATION.fullmatch(line))
    }

    assert set(CATALOGUE) == shown | MADE_BY_TESTS


def test_every_folder_has_a_runner() -> None:
    folders = {path.name for path in ERRORS.iterdir() if path.is_dir()}

    assert folders == set(RUNNERS)
