"""Nothing to do is told at once, and never where there is something to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from specmill import own, quick, standing
from specmill.output import File, Lock
from specmill.output.files import sha256
from specmill.pipeline import Project, remember

SPEC = b"operation: send\n"
CODE = b"x = 1\n"
OLD = 1_000_000_000


@pytest.fixture
def current(tmp_path: Path) -> Project:
    """Return a project whose files are as its lock says, and are known to be."""
    project = Project(tmp_path)
    write(project, "specs/acme/send.yaml", SPEC)
    write(project, "generated/acme/client.py", CODE)
    write(project, ".specmill-cache/.gitignore", b"*\n")
    lock = Lock.of(
        own.tool(project.package),
        {"specs/acme/send.yaml": sha256(SPEC)},
        [File("acme/client.py", CODE)],
    )
    write(project, "generated/specmill.lock", lock.to_bytes())
    remember(project, lock)
    return project


def write(project: Project, path: str, content: bytes) -> Path:
    place = project.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place


def run(project: Project, *options: str) -> int | None:
    return quick.run(["generate", "--project", str(project.root), *options])


@pytest.mark.parametrize("options", [(), ("--check",)])
def test_what_is_current_is_told(
    options: tuple[str, ...], current: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(current, *options)

    assert (0, "generated is current: 1 file\n") == (code, capsys.readouterr().out)


def test_a_project_is_found_from_its_specs(
    current: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(current.root / "specs/acme")

    assert 0 == quick.run(["generate"])


def test_a_check_needs_no_index(current: Project) -> None:
    shutil.rmtree(current.root / ".specmill-cache")

    assert (None, 0) == (run(current), run(current, "--check"))


@pytest.mark.parametrize("path", ["../specs/acme/code.py", "acme/co de.py"])
def test_a_check_believes_no_lock_with_another_kind_of_path(
    path: str, current: Project
) -> None:
    write(current, f"generated/{path}", CODE)
    lock = current.target / "specmill.lock"
    lock.write_text(lock.read_text("utf-8").replace("acme/client.py", path), "utf-8")

    assert run(current, "--check") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (sha256(CODE), sha256(CODE).upper()),
        ('"acme/client.py"', '"acme/client.py" '),
        ("\n  }\n}", ",\n  }\n}"),
        (sha256(SPEC), f'{sha256(SPEC)}", "specs/other.yaml": "{sha256(SPEC)}'),
    ],
    ids=["a hash in capitals", "a space more", "a comma more", "two on a line"],
)
def test_a_check_believes_no_lock_that_is_written_otherwise(
    old: str, new: str, current: Project
) -> None:
    lock = current.target / "specmill.lock"
    assert old in lock.read_text("utf-8")
    lock.write_text(lock.read_text("utf-8").replace(old, new), "utf-8")

    assert run(current, "--check") is None


def test_a_path_that_stands_twice_is_left_to_the_whole_program(
    current: Project,
) -> None:
    lock = current.target / "specmill.lock"
    line = f'    "acme/client.py": "{sha256(CODE)}"'
    twice = lock.read_text("utf-8").replace(line, f"{line},\n{line}")
    lock.write_text(twice, "utf-8")

    assert run(current, "--check") is None


def test_a_check_reads_the_configuration_without_an_index(current: Project) -> None:
    shutil.rmtree(current.root / ".specmill-cache")
    (current.root / "generated").rename(current.root / "made")
    write(current, "pyproject.toml", b'[tool.specmill]\noutput = "made"\n')

    assert 0 == run(current, "--check")


def _same_size_and_times(path: Path) -> None:
    """Change the content as an archive does that restores size and times."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[:-2] + b"!\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _another_file(path: Path) -> None:
    before = path.stat()
    other = path.with_name("other")
    other.write_bytes(path.read_bytes()[:-2] + b"!\n")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


def _linked(path: Path) -> None:
    moved = path.parents[2] / "moved"
    moved.write_bytes(b"other\n")
    path.unlink()
    path.symlink_to(moved)


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda path: path.write_bytes(b"something else\n"),
    "restored": _same_size_and_times,
    "replaced": _another_file,
    "removed": lambda path: path.unlink(),
    "linked": _linked,
}


@pytest.mark.parametrize("options", [(), ("--check",)], ids=["generate", "check"])
@pytest.mark.parametrize("path", ["specs/acme/send.yaml", "generated/acme/client.py"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_file_is_left_to_the_whole_program(
    change: Callable[[Path], object],
    path: str,
    options: tuple[str, ...],
    current: Project,
) -> None:
    change(current.root / path)

    assert run(current, *options) is None


@pytest.mark.parametrize(
    "path",
    [
        "specs/acme/another.yaml",
        "specs/other/another.yml",
        "generated.specmill-0123456789ab/next",
        "generated/.specmill-0123456789ab/journal",
        "pyproject.toml",
    ],
)
def test_a_file_more_is_left_to_the_whole_program(path: str, current: Project) -> None:
    write(current, path, b"")

    assert run(current) is None


@pytest.mark.parametrize("options", [(), ("--check",)], ids=["generate", "check"])
def test_another_tool_is_left_to_the_whole_program(
    options: tuple[str, ...], current: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "_KNOWN", {})
    monkeypatch.setattr(own, "sources", lambda: ["own.py"])
    monkeypatch.setattr(own, "SHAPING", ("jinja2",))
    monkeypatch.setattr(sys, "path", [*sys.path, "/elsewhere"])

    assert run(current, *options) is None


def test_a_foreign_file_changes_nothing(current: Project) -> None:
    write(current, "generated/acme/notes.txt", b"mine")

    assert 0 == run(current)


def test_a_time_before_all_times_is_told_from_another(current: Project) -> None:
    early = -1_000_000_000  # seconds, where times begin at 1970
    spec = write(current, "specs/acme/send.yaml", SPEC)
    os.utime(spec, (early, early))
    lock = Lock.read(current.target)
    assert lock is not None
    remember(current, lock)
    before = run(current)
    os.utime(spec, (early, early + 1))

    assert (0, None) == (before, run(current))


@pytest.mark.parametrize("cut", [0, 10, 300, -400, -1])
def test_half_an_index_is_none(cut: int, current: Project) -> None:
    index = current.root / ".specmill-cache/index"
    index.write_bytes(index.read_bytes()[:cut])

    assert standing.read(str(current.root)) is None


def test_no_index_is_written_of_a_file_that_is_not_as_locked(current: Project) -> None:
    index = current.root / ".specmill-cache/index"
    index.unlink()
    write(current, "generated/acme/client.py", b"y = 1\n")
    lock = Lock.read(current.target)
    assert lock is not None

    remember(current, lock)

    assert not index.exists()


def test_no_index_is_written_while_the_clock_of_the_disk_stands_still(
    current: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = current.root / ".specmill-cache/index"
    index.unlink()
    lock = Lock.read(current.target)
    assert lock is not None
    monkeypatch.setattr(standing, "_now", lambda root: OLD)

    remember(current, lock)

    assert not index.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check"],
        ["generate", "--force"],
        ["generate", "--check", "--format", "json"],
        ["generate", "--project"],
        ["generate", "--project", "nowhere"],
    ],
)
def test_other_commands_are_left_to_the_whole_program(arguments: list[str]) -> None:
    assert quick.run(arguments) is None


HEAVY = ("typing", "re", "dataclasses", "argparse", "json", "pathlib", "hashlib")


def test_nothing_heavy_is_loaded_where_nothing_is_to_do(current: Project) -> None:
    script = (
        "import sys; before = set(sys.modules); from specmill.__main__ import main;"
        f"main(); print(sorted(({{*sys.modules}} - before) & {{*{HEAVY}}}))"
    )
    command = [sys.executable, "-c", script, "generate", "--project", current.root]
    given = {**os.environ, "PYTHONPATH": os.path.dirname(own.HERE)}

    # The first run looks for itself: another Python path finds other libraries.
    *_, told = [
        subprocess.run(command, capture_output=True, text=True, env=given).stdout
        for _ in range(2)
    ]

    assert ["generated is current: 1 file", "[]"] == told.splitlines()


def test_the_version_of_a_library_is_that_which_is_installed() -> None:
    from importlib.metadata import version

    assert [version(name) for name in own.SHAPING] == [
        own.version(name) for name in own.SHAPING
    ]
