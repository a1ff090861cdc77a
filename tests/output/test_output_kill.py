"""A run that is killed, at every step and at random moments, by both ways to write."""

from __future__ import annotations

import itertools
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from specmill.output import LOCK, Changes, EditedByHand, Lock, recover

Run = Callable[..., Changes]
Look = Callable[[Path], dict[str, object]]

OLD = {"p/a.py": "a = 1\n", "p/b.py": "b = 1\n", "q/c.py": "c = 1\n", "x": "1\n"}
NEW = {"p/a.py": "a = 2\n", "p/b.py": "b = 1\n", "r/s/e.py": "e = 2\n", "x/y": "2\n"}
STEPS = frozenset(
    {
        "os.link",
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.chmod",
        "os.utime",
        "ctypes.dlopen",
    }
)
"""What changes the disk, and the exchange, which is called soon after its library."""

MOST_STEPS = 400


def die_at(step: int) -> None:
    """Kill this process before its *step*-th change of the disk."""
    left = [step]

    def count(event: str, details: tuple[Any, ...]) -> None:
        if event in STEPS or (event == "open" and details[2] & os.O_CREAT):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def is_killed(act: Callable[[], object], step: int) -> bool:
    """Do *act* in a child that is killed at *step*; False if it got to its end."""
    child = os.fork()
    if not child:
        code = 1
        try:
            die_at(step)
            act()
            code = 0
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL)
    return status != 0


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Callable[[int], Path]:
    """Make the old tree with somebody's own files in it, once for every kill."""

    def make(step: int) -> Path:
        root = tmp_path / str(step) / "generated"
        for contents in (OLD, NEW, OLD):  # so that an old tree is kept, if any is
            run(root, contents)
        (root / "p/mine.txt").write_text("mine")
        (root / ".venv").mkdir()
        (root / ".venv/link").symlink_to("nowhere")
        (root / "q/__pycache__").mkdir()
        (root / "q/__pycache__/c.pyc").write_text("")
        return root

    return make


@pytest.fixture
def old(project: Callable[[int], Path], look: Look) -> dict[str, object]:
    return look(project(0))


@pytest.fixture
def new(project: Callable[[int], Path], run: Run, look: Look) -> dict[str, object]:
    root = project(MOST_STEPS)
    run(root, NEW)
    return look(root)


def test_killed_at_any_step_the_tree_is_old_or_new(
    project: Callable[[int], Path],
    run: Run,
    look: Look,
    old: dict[str, object],
    new: dict[str, object],
    way: str,
) -> None:
    reached = []
    for step in range(1, MOST_STEPS):
        root = project(step)
        killed = is_killed(partial(run, root, NEW), step)
        if way == "journal":
            recover(root)
        found = look(root)

        assert found in (old, new), step

        run(root, NEW)

        assert look(root) == new, step
        assert ["generated"] == os.listdir(root.parent), step

        reached.append(found == new)
        if not killed:
            break

    assert len(reached) < MOST_STEPS - 1
    assert (reached[0], reached[-1]) == (False, True)
    assert reached == sorted(reached)


def test_a_killed_recovery_is_recovered(
    project: Callable[[int], Path],
    run: Run,
    look: Look,
    new: dict[str, object],
    way: str,
) -> None:
    def killed_late(root: Path) -> Path:
        is_killed(partial(run, root, NEW), last)
        return root

    last = 1
    while not is_recovered_as(new, killed_late(project(-last)), look):
        last += 1
    for step in range(1, MOST_STEPS):
        root = killed_late(project(step))
        killed = is_killed(partial(recover, root), step)
        recover(root)

        assert look(root) == new, step
        assert ["generated"] == os.listdir(root.parent), step

        if not killed:
            break

    assert 10 < step < MOST_STEPS - 1


def test_an_edit_made_after_the_kill_is_kept(
    project: Callable[[int], Path], run: Run, no_exchange: None
) -> None:
    """The journal names `p/a.py`, which somebody edits before the next run."""
    step = 1
    root = project(step)
    while is_killed(partial(run, root, NEW), step) and not journals(root):
        step += 1
        root = project(step)
    (root / "p/a.py").write_text("mine\n")
    with pytest.raises(EditedByHand) as caught:
        run(root, NEW)

    assert ("p/a.py",) == caught.value.paths
    assert "mine\n" == (root / "p/a.py").read_text()
    assert "e = 2\n" == (root / "r/s/e.py").read_text()


def journals(root: Path) -> list[Path]:
    return list(root.glob(".specmill-*/journal"))


def is_recovered_as(tree: dict[str, object], root: Path, look: Look) -> bool:
    recover(root)
    return look(root) == tree


def test_a_first_run_that_is_killed_leaves_nothing_or_all(
    tmp_path: Path, run: Run, look: Look
) -> None:
    run(tmp_path / "whole", NEW)
    new = look(tmp_path / "whole")
    for step in range(1, MOST_STEPS):
        root = tmp_path / str(step) / "generated"
        killed = is_killed(partial(run, root, NEW), step)

        assert not root.exists() or look(root) == new, step

        run(root, NEW)

        assert look(root) == new, step
        assert ["generated"] == os.listdir(root.parent), step

        if not killed:
            break

    assert 10 < step < MOST_STEPS - 1


def version(name: str) -> dict[str, str]:
    paths = [f"p{number % 7}/m{number}.py" for number in range(40)]
    paths += [f"{name}{number % 5}/only{number}.py" for number in range(15)]
    return dict.fromkeys(paths, name * 500)


def runs_until_killed(run: Run, root: Path) -> int:
    """Start a process that writes one version after the other; return its id."""
    child = os.fork()
    if not child:
        try:
            for name in itertools.cycle("ba"):
                run(root, version(name))
        finally:
            os._exit(1)
    return child


def test_killed_at_random_the_tree_is_whole(root: Path, run: Run, way: str) -> None:
    chance = random.Random(way)
    run(root, version("a"))
    for _ in range(25):
        child = runs_until_killed(run, root)
        time.sleep(chance.uniform(0, 0.15))
        os.kill(child, signal.SIGKILL)

        assert signal.SIGKILL == os.waitpid(child, 0)[1]

        if way == "journal":
            recover(root)

        assert version_of(root) in ("a", "b")

    run(root, {"end.py": "1\n"})

    assert {"end.py", LOCK} == set(os.listdir(root))
    assert ["generated"] == os.listdir(root.parent)


def version_of(root: Path) -> str:
    """Return the name of the version that *root* holds, every file and no other."""
    lock = Lock.read(root)
    found = {
        path.relative_to(root).as_posix(): path.read_text()
        for path in root.rglob("*")
        if path.is_file() and path.name != LOCK
    }
    name = found["p0/m0.py"][:1]

    assert version(name) == found
    assert lock and found.keys() == lock.files.keys()

    return name
