"""`generate --watch` in a process of its own, edited under its eyes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from specmill import standing
from specmill.pipeline import Project

PATIENCE = 60.0
"""Seconds to wait for what should take a fraction of one."""
GENERATOR = Path(__file__).parents[1] / "generator"


@pytest.fixture
def watching(project: Project) -> Iterator[subprocess.Popen[str]]:
    """Yield a process that watches the project and has made its files once."""
    process = subprocess.Popen(
        [sys.executable, "-m", "specmill", "generate", "--watch"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(GENERATOR)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell starts what runs in the background deaf to Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert process.stdout is not None
        wait_for(lambda: (project.target / "specmill.lock").exists())
        while "up to date" not in process.stdout.readline():
            pass
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def edit(project: Project, old: str, new: str) -> None:
    spec = project.root / "specs/acme/send_otp.yaml"
    text = spec.read_text("utf-8")
    assert old in text
    spec.write_text(text.replace(old, new), "utf-8")


def test_an_edit_shows(watching: subprocess.Popen[str], project: Project) -> None:
    client = project.target / "partner_apis/acme/client.py"
    edit(project, "length: 8..15", "length: 8..14")

    wait_for(lambda: "8 to 14" in client.read_text("utf-8"))


def test_a_wrong_edit_is_told_and_a_right_one_after_it_shows(
    watching: subprocess.Popen[str], project: Project
) -> None:
    assert watching.stderr is not None
    client = project.target / "partner_apis/acme/client.py"
    edit(project, "length: 8..15", "length: 8..wrong")
    told = watching.stderr.readline()
    edit(project, "length: 8..wrong", "length: 8..14")

    assert "specs/acme/send_otp.yaml" in told
    wait_for(lambda: "8 to 14" in client.read_text("utf-8"))


def test_an_edit_loads_nothing_that_was_not_loaded_before(project: Project) -> None:
    script = (
        "import sys; from pathlib import Path; from specmill import watch;"
        "from specmill.pipeline import Project, generate; watch.load();"
        "loaded = {*sys.modules}; generate(Project(Path(sys.argv[1])));"
        "print([name for name in sys.modules if name.startswith('specmill')"
        " and name not in loaded])"
    )
    command = [sys.executable, "-c", script, str(project.root)]
    given = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    told = subprocess.run(command, capture_output=True, text=True, env=given).stdout

    assert "[]\n" == told


def test_a_spec_in_a_new_folder_is_seen(project: Project) -> None:
    root = os.fspath(project.root)
    before = standing.of_specs(root, project.specs)
    folder = project.root / "specs/other"
    folder.mkdir()
    (folder / "partner.yaml").write_text("partner: other\n", "utf-8")

    now = standing.of_specs(root, project.specs, before)

    assert {"specs/other", "specs/other/partner.yaml"} == now.keys() - before.keys()


def test_an_interrupt_ends_it_well(watching: subprocess.Popen[str]) -> None:
    watching.send_signal(signal.SIGINT)

    assert 0 == watching.wait(PATIENCE)
