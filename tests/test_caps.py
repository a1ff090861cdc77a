"""How much a project may hold: the most is read in time, one more is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, process_time

import pytest

from acme import meant_operation, with_fields
from specmill import pipeline
from specmill.check import MAX_FIELDS, check
from specmill.clock import Clock
from specmill.constraints.amounts import resized_items
from specmill.constraints.plain import resized
from specmill.diagnostics import Diagnostic, Refused
from specmill.pipeline import MAX_SPECS, Project, read_specs
from specmill.read import MAX_ITEMS, read

FIELD = "{type: string, required: true, evidence: table}"


def fields(number: int) -> str:
    """Return *number* fields, those of objects among them."""
    each = number // 4 - 1
    inner = "".join(f"    f{at}: {FIELD}\n" for at in range(each))
    objects = "".join(
        f"o{at}:\n  type: object\n  required: true\n  evidence: table\n  fields:\n{inner}"
        for at in range(4)
    )
    return objects + "".join(f"m{at}: {FIELD}\n" for at in range(number % 4))


def refusal(spec: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as refused:
        meant_operation(spec)
    return refused.value.diagnostics


def seconds(spec: str) -> float:
    """Return the processor time until a spec is read and checked."""
    begun = process_time()
    check(read("acme/pay.yaml", spec.encode()))
    return process_time() - begun


def test_a_spec_with_the_most_fields_is_read_in_time() -> None:
    assert seconds(with_fields(fields(MAX_FIELDS))) < 2


def test_one_field_more_is_refused_with_its_place() -> None:
    spec = with_fields(fields(MAX_FIELDS + 1))
    (told,) = refusal(spec)
    last = next(at for at, line in enumerate(spec.split("\n"), 1) if " m0:" in line)

    assert ("too-many-fields", last) == (told.code, told.location.line)


def test_the_most_values_of_one_field_are_read_in_time() -> None:
    listed = ", ".join(f"v{at}" for at in range(MAX_ITEMS))
    spec = with_fields(
        f"id: {{type: string, required: true, evidence: table, enum: [{listed}]}}\n"
    )

    assert seconds(spec) < 2


def test_one_value_more_is_refused() -> None:
    listed = ", ".join(f"v{at}" for at in range(MAX_ITEMS + 1))
    spec = with_fields(
        f"id: {{type: string, required: true, evidence: table, enum: [{listed}]}}\n"
    )

    assert ["too-many-items"] == [each.code for each in refusal(spec)]


def project_of(folder: Path, names: range, content: bytes = b"") -> Project:
    (folder / "specs").mkdir()
    for name in names:
        (folder / "specs" / f"{name:05}.yaml").write_bytes(content)
    return Project(folder)


def test_one_spec_too_many_is_refused_before_any_is_read(tmp_path: Path) -> None:
    project = project_of(tmp_path, range(MAX_SPECS + 1))
    with pytest.raises(Refused) as refused:
        read_specs(project)
    (told,) = refused.value.diagnostics

    assert ("too-many-specs", "specs") == (told.code, told.location.path)
    assert f"{MAX_SPECS + 1} specs stand in this folder" in told.message


def test_specs_too_big_together_are_refused_at_the_first_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(tmp_path, range(3), b"# 5\n\n")
    monkeypatch.setattr(pipeline, "MAX_TOTAL", 10)
    with pytest.raises(Refused) as refused:
        read_specs(project)
    (told,) = refused.value.diagnostics

    assert ("specs-too-big", "specs/00002.yaml") == (told.code, told.location.path)


def test_specs_as_big_together_as_may_be_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(tmp_path, range(2), b"# 5\n\n")
    monkeypatch.setattr(pipeline, "MAX_TOTAL", 10)

    assert 2 == len(read_specs(project))


# Time ----------------------------------------------------------------------------------

ENOUGH = 600
"""Seconds in which any of the runs below would be done."""


def limited(project: Project, seconds: float) -> Project:
    """Return *project* with ten more partners and so much time, as configured."""
    for name in "bcdefghijk":
        folder = project.root / "specs" / name
        folder.mkdir()
        for each in (project.root / "specs/acme").iterdir():
            text = each.read_text().replace("partner: acme", f"partner: {name}")
            (folder / each.name).write_text(text)
    allow(project, seconds)
    return project


def allow(project: Project, seconds: float) -> None:
    table = f"[tool.specmill]\nmax_seconds = {seconds}\n"
    (project.root / "pyproject.toml").write_text(table)


def ran(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "specmill", *arguments],
        cwd=project.root,
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=ENOUGH,
    )


def files(project: Project) -> Iterator[Path]:
    """Yield what stands in the project, less what is kept for later runs."""
    for path in sorted(project.root.rglob("*")):
        if ".specmill-cache" not in path.parts:
            yield path


@pytest.mark.parametrize("command", ["check", "generate"])
def test_a_run_that_takes_longer_than_it_may_is_refused(
    project: Project, command: str
) -> None:
    ended = ran(limited(project, 0.01), command)

    assert 1 == ended.returncode
    assert "out-of-time: after 0.01 seconds the run had come no further" in ended.stderr
    assert "raise 'max_seconds' in [tool.specmill]" in ended.stderr


def test_a_run_that_is_too_long_leaves_the_tree_as_it_was(project: Project) -> None:
    assert 0 == ran(project, "generate").returncode
    before = {
        path: path.read_bytes()
        for path in files(limited(project, 0.2))
        if path.is_file()
    }

    ended = ran(project, "generate")

    assert 1 == ended.returncode
    assert before == {
        path: path.read_bytes() for path in files(project) if path.is_file()
    }


def test_a_run_with_time_enough_is_not_told_of_it(project: Project) -> None:
    assert 0 == ran(limited(project, ENOUGH), "check").returncode


def test_there_is_a_look_at_the_clock_for_every_file_and_every_operation(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(Clock, "look", lambda self, path: looked.append(path))

    pipeline.generate(limited(project, ENOUGH))

    for path in (project.root / "specs").rglob("*.yaml"):
        assert str(path.relative_to(project.root)) in looked
    operation = "specs/b/send_otp.yaml"
    assert looked.count(operation) > 1  # read, then resolved
    assert looked.count("specs/b") > 10  # a file each


def test_a_run_ends_soon_after_its_time(project: Project) -> None:
    begun = monotonic()
    ran(limited(project, 0.01), "generate")
    in_vain = monotonic() - begun
    allow(project, ENOUGH)
    begun = monotonic()
    ran(project, "generate")

    assert in_vain < (monotonic() - begun) / 2


# What cases write out -------------------------------------------------------------------


def test_what_grows_with_a_limit_grows_no_faster() -> None:
    """A list or text is continued by its own parts, which may be many."""
    listed, text = ["a"] * 100_000, "a" * 100_000
    begun = process_time()

    assert 100_001 == len(resized_items(listed, 100_001))
    assert 100_001 == len(resized(text, 100_001))
    assert process_time() - begun < 0.5


@pytest.mark.parametrize(
    "field",
    [
        "{type: string, required: true, evidence: table, length: ..4000001}",
        "{type: array, required: true, evidence: table, count: 99999999,"
        " items: {type: string}}",
        "{type: array, required: true, evidence: table, count: ..99999999,"
        " as: {joined: ','}, items: {type: string}}",
        "{type: map, required: true, evidence: table, count: 50000,"
        " values: {type: string}}",
        "{type: string, required: true, evidence: table,"
        " one-of: [{summary: long, length: 99999999}]}",
        "{type: string, required: true, evidence: table,"
        " length: {ascii: 99999999, other: 5}}",
        "{type: array, required: true, evidence: table, count: 300, items: {type: array,"
        " count: 300, items: {type: array, count: 300, items: {type: string}}}}",
    ],
)
def test_what_no_case_could_write_out_is_refused_at_once(field: str) -> None:
    begun = process_time()

    assert ["shows-too-much"] == [
        each.code for each in refusal(with_fields(f"x: {field}\n"))
    ]
    assert process_time() - begun < 1


@pytest.mark.parametrize("kind", ["array", "map"])
def test_entries_of_which_nothing_is_said_are_counted_too(kind: str) -> None:
    field = "{type: %s, required: true, evidence: table, count: %s}"
    few, many = (with_fields(f"x: {field % (kind, n)}\n") for n in ("5", "99999999"))

    assert ["no-items"] == [each.code for each in refusal(few)]
    assert {"no-items", "shows-too-much"} == {each.code for each in refusal(many)}


def test_many_long_texts_are_refused_together() -> None:
    each = "{type: string, required: true, evidence: table, length: ..1000000}"
    spec = with_fields("".join(f"x{at}: {each}\n" for at in range(5)))
    (told,) = refusal(spec)

    assert "shows-too-much" == told.code
    assert "x4" in spec.split("\n")[told.location.line - 1]
