"""How much a project may hold: the most is read in time, one more is refused."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from acme import meant_operation, with_fields
from specmill import pipeline
from specmill.check import MAX_FIELDS, check
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
