from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from specmill.output import Busy, OutputError
from specmill.output import turn as take_turn

# The module, which the package hides behind its function of the same name.
TURN = sys.modules["specmill.output.turn"]

HOLD = """\
import sys, time
from specmill.output import turn
with turn(sys.argv[1]):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(root: Path, seconds: float) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", HOLD, str(root), str(seconds)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert child.stdout
    assert b"held\n" == child.stdout.readline()
    return child


@pytest.fixture(params=["folder", "file"])
def root(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An output root, where folders can be locked and where they cannot."""
    if request.param == "file":
        lock = TURN._lock

        def refuse_folders(opened: int) -> bool:
            if stat.S_ISDIR(os.fstat(opened).st_mode):
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            return bool(lock(opened))

        monkeypatch.setattr(TURN, "_lock", refuse_folders)
    return tmp_path / "project" / "generated"


def test_a_second_run_is_told_that_it_is_not_alone(root: Path) -> None:
    told = pytest.raises(Busy, match="another run is writing to")
    with take_turn(root), told, take_turn(root, wait=0):
        pass


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    with hold(tmp_path / "generated", 0.3):
        start = time.monotonic()
        with take_turn(tmp_path / "generated"):
            waited = time.monotonic() - start

    assert 0.1 < waited < 4


def test_a_second_run_does_not_wait_for_ever(tmp_path: Path) -> None:
    with hold(tmp_path / "generated", 60) as child:
        start = time.monotonic()
        with pytest.raises(Busy), take_turn(tmp_path / "generated", wait=0.2):
            pass
        waited = time.monotonic() - start
        child.kill()

    assert 0.2 <= waited < 2


def test_the_turn_of_a_killed_run_ends(tmp_path: Path) -> None:
    child = hold(tmp_path / "generated", 60)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    with take_turn(tmp_path / "generated", wait=0):
        pass


def test_a_turn_may_be_taken_again(root: Path) -> None:
    for _ in range(2):
        with take_turn(root, wait=0):
            pass


def test_a_turn_ends_with_a_failure(root: Path) -> None:
    with pytest.raises(ZeroDivisionError), take_turn(root):
        raise ZeroDivisionError
    with take_turn(root, wait=0):
        pass


def test_a_turn_leaves_no_file(root: Path) -> None:
    with take_turn(root):
        pass

    assert [] == os.listdir(root.parent)


def test_a_place_that_cannot_be_locked_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = pytest.raises(OutputError, match=r"cannot lock .*generated")
    with told, take_turn(tmp_path / "file" / "generated"):
        pass


def test_a_lock_file_that_its_last_holder_removed_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / ".generated.specmill-lock"
    attempts = []

    def lock(opened: int) -> bool:
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        attempts.append(opened)
        if len(attempts) == 1:
            place.unlink()
        return True

    monkeypatch.setattr(TURN, "_lock", lock)
    with take_turn(tmp_path / "generated"):
        assert place.exists()

    assert 2 == len(attempts)


RUNS = """\
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from conftest import _run
for turn in range(15):
    names = [f"{sys.argv[3]}{n}.py" for n in range(10)] + ["both.py"]
    _run(Path(sys.argv[2]), {name: sys.argv[3] for name in names}, wait=60)
"""


def test_of_runs_at_the_same_time_one_wins_whole(tmp_path: Path) -> None:
    place = tmp_path / "generated"
    command = [sys.executable, "-c", RUNS, os.path.dirname(__file__), str(place)]
    runs = [subprocess.Popen([*command, name]) for name in "abc"]

    assert [0, 0, 0] == [run.wait() for run in runs]

    winner = (place / "both.py").read_text()
    expected = {f"{winner}{n}.py" for n in range(10)} | {"both.py", "specmill.lock"}

    assert expected == set(os.listdir(place))
    assert ["generated"] == os.listdir(tmp_path)
