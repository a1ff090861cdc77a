"""From specs to a folder of code: what is done again, what is kept, what is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from specmill import standing
from specmill.diagnostics import Refused
from specmill.output import EditedByHand
from specmill.pipeline import Project, generate

ROOT = Path(__file__).parents[1]


def edit(project: Project, path: str, old: str, new: str) -> None:
    """Replace *old*, which has to be there, in a spec."""
    file = project.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_run_renders_and_writes_nothing(project: Project) -> None:
    generate(project)

    outcome = generate(project)

    assert 0 == outcome.counts.rendered
    assert outcome.changes.is_clean


def test_a_longer_length_touches_what_states_it_and_nothing_else(
    project: Project,
) -> None:
    generate(project)
    edit(project, "specs/acme/send_otp.yaml", "length: 8..15", "length: 8..16")

    outcome = generate(project)

    touched = {path for path in outcome.changes.changed if "contract_tests" not in path}
    assert touched == {
        "partner_apis/acme/client.py",
        "partner_apis/acme/validators/send_otp.py",
    }
    assert outcome.counts.rendered == len(outcome.changes.changed)


def test_a_new_code_touches_errors_and_the_operation(project: Project) -> None:
    generate(project)
    edit(
        project,
        "specs/acme/send_otp.yaml",
        "codes:\n",
        'codes:\n  "12": {outcome: rejected, error: TooMany, message: Too many,'
        " in: [refused], evidence: table}\n",
    )

    outcome = generate(project)

    touched = {path for path in outcome.changes.changed if "contract_tests" not in path}
    assert touched == {
        "partner_apis/acme/client.py",
        "partner_apis/acme/errors.py",
        "partner_apis/acme/operations/send_otp.py",
    }


def test_a_comment_in_a_spec_changes_no_file(project: Project) -> None:
    generate(project)
    edit(project, "specs/acme/send_otp.yaml", "request:", "# read twice\nrequest:")

    outcome = generate(project)

    assert outcome.changes.is_clean
    assert 0 == outcome.counts.rendered


def test_the_files_of_a_removed_operation_are_removed(project: Project) -> None:
    spec = project.root / "specs/acme/send_otp.yaml"
    other = project.root / "specs/acme/resend_otp.yaml"
    other.write_text(
        spec.read_text().replace("operation: send_otp", "operation: resend_otp")
    )
    generate(project)
    other.unlink()

    outcome = generate(project)

    assert "partner_apis/acme/operations/resend_otp.py" in outcome.changes.removed
    assert not (project.target / "partner_apis/acme/operations/resend_otp.py").exists()


def test_a_file_that_somebody_edited_is_named_and_kept(project: Project) -> None:
    generate(project)
    edited = project.target / "partner_apis/acme/client.py"
    edited.write_text(edited.read_text() + "\n# mine\n")
    edit(project, "specs/acme/send_otp.yaml", "length: 8..15", "length: 8..16")

    with pytest.raises(EditedByHand, match=r"partner_apis/acme/client\.py"):
        generate(project)

    assert edited.read_text().endswith("# mine\n")


def test_an_edit_is_noticed_when_no_spec_changed(project: Project) -> None:
    generate(project)
    edited = project.target / "partner_apis/acme/errors.py"
    edited.write_text("")

    with pytest.raises(EditedByHand, match=r"partner_apis/acme/errors\.py"):
        generate(project)


def test_force_overwrites_an_edited_file(project: Project) -> None:
    generate(project)
    edited = project.target / "partner_apis/acme/client.py"
    before = edited.read_bytes()
    edited.write_text("mine")

    generate(project, force=True)

    assert before == edited.read_bytes()


def test_a_foreign_file_is_never_removed(project: Project) -> None:
    generate(project)
    foreign = project.target / "partner_apis/acme/notes.txt"
    foreign.write_text("mine")
    edit(project, "specs/acme/send_otp.yaml", "length: 8..15", "length: 8..16")

    generate(project)

    assert "mine" == foreign.read_text()


def test_check_writes_nothing_and_shows_a_diff(project: Project) -> None:
    generate(project)
    before = tree(project.target)
    edit(project, "specs/acme/send_otp.yaml", "length: 8..15", "length: 8..16")

    outcome = generate(project, check_only=True)

    assert before == tree(project.target)
    assert any(line.startswith("+") and "8 to 16" in line for line in outcome.diff)


def test_a_broken_spec_leaves_the_output_as_it_was(project: Project) -> None:
    generate(project)
    before = tree(project.target)
    edit(project, "specs/acme/send_otp.yaml", "outcome: success", "outcome: succes")

    with pytest.raises(Refused):
        generate(project)

    assert before == tree(project.target)


def test_findings_of_all_files_are_told_at_once(project: Project) -> None:
    edit(project, "specs/acme/send_otp.yaml", "effect:", "efect:")
    edit(project, "specs/acme/partner.yaml", "title: Acme", "titel: Acme")

    with pytest.raises(Refused) as refused:
        generate(project)

    files = {finding.location.path for finding in refused.value.diagnostics}
    assert {"specs/acme/partner.yaml", "specs/acme/send_otp.yaml"} == files


def test_a_partner_without_operations_is_a_package_already(project: Project) -> None:
    (project.root / "specs/acme/send_otp.yaml").unlink()
    generate(project)

    imported = "from partner_apis.acme import AcmeClient, validators"
    subprocess.run([sys.executable, "-c", imported], cwd=project.target, check=True)


ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Kolkata"},
    {
        "PYTHONHASHSEED": "2",
        "LC_ALL": "C.UTF-8",
        "TZ": "America/New_York",
        "HOME": "/nowhere",
        "TMPDIR": "/tmp",
        "PYTHONOPTIMIZE": "1",
    },
)
UMASKS = (0o022, 0o077)


def test_the_bytes_do_not_depend_on_hash_seed_locale_zone_or_folder(
    tmp_path: Path,
) -> None:
    trees = []
    for number, variables in enumerate(ENVIRONMENTS):
        folder = tmp_path / f"checkout{number}" / ("deep" * number or "flat")
        shutil.copytree(ROOT / "specs/paytm", folder / "specs/paytm")
        subprocess.run(
            [sys.executable, "-m", "specmill", "generate", "--project", folder],
            env={
                **os.environ,
                **variables,
                "PYTHONPATH": str(ROOT / "generator"),
            },
            cwd=tmp_path if number else folder,
            umask=UMASKS[number],
            check=True,
            capture_output=True,
        )
        trees.append(tree(folder / "generated"))

    first, second = trees
    assert first == second


def test_a_folder_of_specs_that_cannot_be_looked_into_is_not_taken_for_empty() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        shut = Path(folder, "specs", "acme")
        shut.mkdir(parents=True)
        shut.chmod(0)
        was = os.geteuid()
        if was == 0:  # root looks into everything
            os.seteuid(65534)
        try:
            with pytest.raises(PermissionError):
                standing.spec_paths(folder, "specs")
        finally:
            os.seteuid(was)
            shut.chmod(0o755)
