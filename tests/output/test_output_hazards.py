"""The command line among links, pipes, devices and limits: a message, no traceback.

Whatever stands in the way, the command ends, says why in a sentence, ends with a
documented code, leaves no litter and touches nothing outside of the output folder.
"""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from specmill.init import start
from specmill.pipeline import Project

GENERATOR = Path(__file__).parents[2] / "generator"
OUTSIDE = "kept as it was\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="of POSIX file systems")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with its generated files, to be copied."""
    folder = tmp_path_factory.mktemp("ready") / "project"
    folder.mkdir()
    start(Project(folder), "acme", "send_otp")
    told = specmill(folder, "generate")

    assert 0 == told.returncode, told.stderr
    return folder


@pytest.fixture
def project(ready: Path, tmp_path: Path) -> Path:
    """Return a copy of the project, with a file outside of it to be kept."""
    folder = tmp_path / "project"
    subprocess.run(["cp", "-a", ready, folder], check=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "file").write_text(OUTSIDE)
    return folder


def specmill(
    folder: Path, *arguments: str, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command; a file may grow to *limit* octets, if that is given."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "specmill", *arguments, "--project", folder],
        env={**os.environ, "PYTHONPATH": str(GENERATOR)},
        preexec_fn=limited,
        capture_output=True,
        text=True,
        errors="backslashreplace",
        timeout=120,
    )


def well_told(told: subprocess.CompletedProcess[str], folder: Path) -> None:
    """Fail for a traceback, an undocumented code, litter or a touched file outside."""
    assert told.returncode in (0, 1, 2)
    assert "Traceback" not in told.stderr
    assert told.returncode == 0 or told.stderr.strip()
    assert told.stderr.replace("\n", "").isprintable()
    litter = [each for each in os.listdir(folder) if ".specmill-" in each]
    assert [] == [each for each in litter if each != ".specmill-cache"]
    assert OUTSIDE == (folder.parent / "outside" / "file").read_text()
    assert ["file"] == os.listdir(folder.parent / "outside")


def replaced(path: Path, by: Callable[[Path], object]) -> None:
    """Put something else in the place of *path*."""
    if path.is_dir() and not path.is_symlink():
        subprocess.run(["rm", "-rf", path], check=True)
    else:
        path.unlink(missing_ok=True)
    by(path)


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the name of a socket is short
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


KINDS: dict[str, Callable[[Path], object]] = {
    "a link outside": lambda path: path.symlink_to("../../outside/file"),
    "a link to a folder": lambda path: path.symlink_to(path.parents[1]),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a hard link": lambda path: os.link(_outside(path), path),
    "a pipe": lambda path: os.mkfifo(path),
    "a socket": _socket,
    "a folder": lambda path: path.mkdir(),
    "nothing at all": lambda path: None,
    "an empty file": lambda path: path.touch(),
    "octets": lambda path: path.write_bytes(bytes(range(256))),
}


def _outside(path: Path) -> Path:
    return next(each for each in path.parents if each.name == "project").parent / (
        "outside/file"
    )


PLACES = {
    "a file": "generated/partner_apis/acme/client.py",
    "a folder": "generated/partner_apis/acme",
    "the lock": "generated/specmill.lock",
    "the root": "generated",
    "the cache": ".specmill-cache",
    "a spec": "specs/acme/send_otp.yaml",
    "the folder of specs": "specs",
    "the configuration": "pyproject.toml",
}


MET = [
    pytest.param(PLACES[place], KINDS[kind], id=f"{kind} for {place}")
    for place, kinds in {
        "a file": (
            "a link outside",
            "a link to itself",
            "a hard link",
            "a pipe",
            "a folder",
        ),
        "a folder": ("a link to a folder", "a pipe", "an empty file"),
        "the lock": ("a link outside", "a pipe", "a folder", "octets"),
        "the root": ("a link to a folder", "a socket", "a pipe"),
        "the cache": ("a link to nothing", "a pipe", "octets"),
        "a spec": ("a link to a device", "a link to nothing", "a pipe", "octets"),
        "the folder of specs": ("a link to itself", "an empty file", "nothing at all"),
        "the configuration": ("a pipe", "a folder", "octets"),
    }.items()
    for kind in kinds
]


@pytest.mark.parametrize(("place", "kind"), MET)
def test_whatever_stands_in_the_way_is_told(
    project: Path, place: str, kind: Callable[[Path], object]
) -> None:
    replaced(project / place, kind)

    well_told(specmill(project, "generate"), project)


@pytest.mark.parametrize("limit", [0, 4096])
def test_a_limit_of_the_size_of_files_keeps_the_old_tree(
    project: Path, limit: int
) -> None:
    before = (project / "generated/specmill.lock").read_bytes()
    spec = project / "specs/acme/send_otp.yaml"
    spec.write_text(spec.read_text().replace("summary: ", "summary: Now "))
    subprocess.run(["rm", "-rf", project / ".specmill-cache"], check=True)
    told = specmill(project, "generate", limit=limit)

    well_told(told, project)
    assert 2 == told.returncode
    assert before == (project / "generated/specmill.lock").read_bytes()


@pytest.mark.parametrize(
    "name",
    ["a\nb.yaml", "\x1b[31m.yaml", "\udcff.yaml", "\u202eb.yaml", "SEND_OTP.yaml"],
)
def test_names_of_specs_are_told_without_their_signs(project: Path, name: str) -> None:
    spec = project / "specs/acme/send_otp.yaml"
    (project / "specs/acme" / name).write_bytes(spec.read_bytes())

    well_told(specmill(project, "check"), project)
