"""What the tests of the output floor share: files from a mapping, a run, a look."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import specmill
from specmill.output import Changes, File, Lock, apply, plan, recover, swap, turn

Run = Callable[..., Changes]
Look = Callable[[Path], dict[str, object]]


def _files(contents: Mapping[str, str]) -> tuple[File, ...]:
    return tuple(File(path, text.encode()) for path, text in contents.items())


SPARES: list[Path] = []
"""The folder in which old trees are kept, one to a root, where they are."""


def _run(
    root: Path, contents: Mapping[str, str], *, force: bool = False, wait: float = 5
) -> Changes:
    files = _files(contents)
    spare = str(SPARES[0] / root.absolute().parent.name) if SPARES else None
    with turn(root, wait=wait):
        recover(root)
        changes = plan(root, files, Lock.read(root), force=force)
        lock = Lock.of("specmill test", {}, files)
        apply(root, files, lock, changes, spare=spare)
    return changes


def _look(root: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(root.rglob("*")):
        mode = path.lstat().st_mode
        name = path.relative_to(root).as_posix()
        if stat.S_ISREG(mode):
            found[name] = path.read_text()
        else:
            found[name] = os.readlink(path) if stat.S_ISLNK(mode) else stat.S_IFMT(mode)
    return found


@pytest.fixture(autouse=True)
def children_find_specmill(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the processes that tests start import what the tests import."""
    monkeypatch.setenv("PYTHONPATH", str(Path(specmill.__file__).parents[1]))


@pytest.fixture
def files() -> Callable[[Mapping[str, str]], tuple[File, ...]]:
    return _files


@pytest.fixture
def run() -> Run:
    """A whole run: turn, recover, plan, apply."""
    return _run


@pytest.fixture
def look() -> Look:
    """All that stands in a folder: contents, targets of symlinks, kinds of the rest."""
    return _look


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """An output root that does not exist yet, in a folder that must end up clean."""
    project = tmp_path / "project"
    project.mkdir()
    yield project / "generated"
    assert {"generated"} >= set(os.listdir(project))


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that cannot exchange folders."""

    def refuse(one: str, other: str) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(swap, "exchange", refuse)


@pytest.fixture
def spares(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep old trees, of which the next ones are built, in this folder."""
    SPARES.append(tmp_path_factory.mktemp("spares"))
    yield SPARES[0]
    SPARES.clear()


@pytest.fixture(params=["swap", "spare", "journal"])
def way(request: pytest.FixtureRequest) -> str:
    """All ways to write a tree, one after the other."""
    if request.param == "journal":
        request.getfixturevalue("no_exchange")
    elif request.param == "spare":
        request.getfixturevalue("spares")
    return str(request.param)
