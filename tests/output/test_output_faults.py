"""Calls of the system that fail, each of them once, by every way to write a tree."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from specmill.output import Changes, OutputError

Run = Callable[..., Changes]
Look = Callable[[Path], dict[str, object]]

OLD = {"p/a.py": "a = 1\n", "p/b.py": "b = 1\n", "q/c.py": "c = 1\n", "x": "1\n"}
NEW = {"p/a.py": "a = 2\n", "p/b.py": "b = 1\n", "r/s/e.py": "e = 2\n", "x/y": "2\n"}
FAULTS = {
    "open": (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EDQUOT),
    "write": (errno.ENOSPC, errno.EIO, errno.EDQUOT),
    "fsync": (errno.EIO, errno.ENOSPC),
    "close": (errno.EIO, errno.EDQUOT),
    "read": (errno.EIO, errno.ESTALE),
    "link": (errno.EIO, errno.EMLINK, errno.EDQUOT, errno.EPERM),
    "rename": (errno.EIO, errno.EXDEV, errno.EACCES),
    "replace": (errno.EIO, errno.EACCES),
    "unlink": (errno.EIO, errno.EACCES, errno.ESTALE),
    "mkdir": (errno.ENOSPC, errno.EDQUOT, errno.EACCES),
    "rmdir": (errno.EIO, errno.ESTALE),
    "scandir": (errno.EIO, errno.EACCES, errno.EMFILE),
    "listdir": (errno.EIO, errno.ESTALE),
    "lstat": (errno.EIO, errno.EACCES, errno.ESTALE),
    "stat": (errno.EIO, errno.EACCES),
    "fstat": (errno.EIO, errno.ESTALE),
    "chmod": (errno.EIO, errno.EPERM),
    "utime": (errno.EIO, errno.EPERM),
}
"""Calls, and what a file system may say in place of doing them."""
MOST_CALLS = 200
CLOSE = os.close


class Faulty:
    """Fails at its *number*-th call, and does what it stands for at any other."""

    def __init__(self, real: Callable[..., Any], number: int, code: int) -> None:
        self.real = real
        self.left = number
        self.code = code

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.left -= 1
        if not self.left:
            if self.real is CLOSE:  # Linux closes first, and then tells
                self.real(*args)
            raise OSError(self.code, os.strerror(self.code))
        return self.real(*args, **kwargs)


@contextmanager
def failing(call: str, number: int) -> Iterator[Faulty]:
    """Let one call of the system fail, the *number*-th of its kind."""
    codes = FAULTS[call]
    code = codes[number % len(codes)]
    with pytest.MonkeyPatch.context() as patch:
        if call == "write":
            real = io.FileIO.write
            faulty = Faulty(real, number, code)

            class Raw(io.FileIO):
                def write(self, octets: Any) -> int:
                    return int(faulty(self, octets))

            def opened(descriptor: int, mode: str) -> io.BufferedWriter:
                return io.BufferedWriter(Raw(descriptor, mode))

            patch.setattr(os, "fdopen", opened)
        else:
            faulty = Faulty(getattr(os, call), number, code)
            patch.setattr(os, call, faulty)
        yield faulty


@pytest.mark.parametrize("call", FAULTS)
def test_a_call_that_fails_leaves_the_old_tree_or_the_new_one(
    call: str, root: Path, run: Run, look: Look, way: str
) -> None:
    for contents in (OLD, NEW, OLD):  # so that an old tree is kept, if any is
        run(root, contents)
    (root / "p/mine.txt").write_text("mine")
    old = look(root)
    run(root, NEW)
    new = look(root)
    is_told = []
    for number in range(1, MOST_CALLS):
        run(root, OLD)
        with failing(call, number) as faulty:
            said = told(run, root)
        found = look(root)
        run(root, NEW)

        assert found in (old, new) or "half replaced" in said, (number, said)
        assert new == look(root), (number, said)
        assert ["generated"] == os.listdir(root.parent), (number, said)

        is_told.append(bool(said))
        if faulty.left > 0:
            break

    assert len(is_told) < MOST_CALLS - 1
    assert is_told[-1] is False


def told(run: Run, root: Path) -> str:
    """Return what is told of a run that cannot be carried out."""
    try:
        run(root, NEW, wait=0)
    except (OutputError, OSError) as error:
        return str(error)
    return ""
