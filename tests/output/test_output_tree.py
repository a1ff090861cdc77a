from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from specmill.output import (
    LOCK,
    Changes,
    EditedByHand,
    File,
    Lock,
    OutputError,
    apply,
    plan,
    swap,
)

Run = Callable[..., Changes]
Look = Callable[[Path], dict[str, object]]
Files = Callable[[Mapping[str, str]], tuple[File, ...]]

OLD = {"p/a.py": "a = 1\n", "p/b.py": "b = 1\n", "q/c.py": "c = 1\n", "d.md": "# d\n"}
NEW = {"p/a.py": "a = 2\n", "p/b.py": "b = 1\n", "r/e.py": "e = 2\n", "d.md": "# d\n"}


def content(root: Path, look: Look) -> dict[str, object]:
    return {
        path: text
        for path, text in look(root).items()
        if path != LOCK and text != stat.S_IFDIR
    }


def test_a_first_run_makes_the_folder(root: Path, run: Run, look: Look) -> None:
    changes = run(root, OLD)

    assert Changes(added=tuple(sorted(OLD))) == changes
    assert content(root, look) == OLD


def test_a_first_run_makes_the_folders_above(tmp_path: Path, run: Run) -> None:
    run(tmp_path / "x" / "y", OLD)

    assert "a = 1\n" == (tmp_path / "x" / "y" / "p" / "a.py").read_text()


def test_the_plan_tells_what_differs(root: Path, run: Run, files: Files) -> None:
    run(root, OLD)
    changes = plan(root, files(NEW), Lock.read(root))

    assert changes == Changes(
        added=("r/e.py",),
        changed=("p/a.py",),
        removed=("q/c.py",),
        unchanged=("d.md", "p/b.py"),
    )


def test_a_plan_writes_nothing(root: Path, files: Files) -> None:
    plan(root, files(NEW), None)

    assert not root.exists()


def test_the_folder_holds_the_new_files(
    root: Path, run: Run, look: Look, way: str
) -> None:
    run(root, OLD)
    run(root, NEW)

    assert content(root, look) == NEW
    assert {"p", "r", "d.md", LOCK} == set(os.listdir(root))


def test_the_lock_lists_what_stands(root: Path, run: Run, files: Files) -> None:
    run(root, OLD)
    run(root, NEW)

    assert Lock.of("specmill test", {}, files(NEW)) == Lock.read(root)


def test_nothing_is_written_if_nothing_changes(root: Path, run: Run, way: str) -> None:
    run(root, OLD)
    before = _states(root)
    changes = run(root, OLD)

    assert changes.is_clean
    assert before == _states(root)


def _states(root: Path) -> dict[Path, tuple[int, ...]]:
    """Return what a change of each file would change; reading one changes neither."""
    found = {path: path.lstat() for path in (root, *root.rglob("*"))}
    return {
        path: (each.st_ino, each.st_mode, each.st_size, each.st_ctime_ns)
        for path, each in found.items()
    }


def test_unchanged_files_keep_their_times(root: Path, run: Run, way: str) -> None:
    run(root, OLD)
    os.utime(root / "p/b.py", ns=(1, 2))
    run(root, NEW)

    assert 2 == (root / "p/b.py").stat().st_mtime_ns


def test_folders_without_changes_keep_their_times(
    root: Path, run: Run, way: str
) -> None:
    run(root, OLD)
    (root / "own").mkdir()
    os.utime(root / "own", ns=(1, 2))
    run(root, NEW)

    assert 2 == (root / "own").stat().st_mtime_ns


def test_modes_are_kept(root: Path, run: Run, way: str) -> None:
    run(root, OLD)
    (root / "p").chmod(0o750)
    (root / "p/a.py").chmod(0o440)
    root.chmod(0o701)
    run(root, NEW)
    paths = (root, root / "p", root / "p/a.py")

    assert [0o701, 0o750, 0o440] == [stat.S_IMODE(p.stat().st_mode) for p in paths]


def test_a_change_of_specs_alone_replaces_only_the_lock(
    root: Path, run: Run, files: Files
) -> None:
    run(root, OLD)
    inode = root.stat().st_ino
    lock = Lock.of("specmill test", {"specs/a.yaml": "0" * 64}, files(OLD))
    apply(root, files(OLD), lock, plan(root, files(OLD), Lock.read(root)))

    assert lock == Lock.read(root)
    assert inode == root.stat().st_ino


def test_a_deleted_file_is_made_again(root: Path, run: Run, way: str) -> None:
    run(root, OLD)
    (root / "p/a.py").unlink()

    assert ("p/a.py",) == run(root, OLD).added
    assert "a = 1\n" == (root / "p/a.py").read_text()


def test_edited_files_are_refused_and_named(
    root: Path, run: Run, look: Look, way: str
) -> None:
    run(root, OLD)
    (root / "p/a.py").write_text("mine\n")
    (root / "q/c.py").write_text("mine too\n")
    before = look(root)
    with pytest.raises(EditedByHand) as caught:
        run(root, NEW)

    assert ("p/a.py", "q/c.py") == caught.value.paths
    assert "p/a.py, q/c.py" in str(caught.value)
    assert before == look(root)


def test_force_overwrites_edited_files(
    root: Path, run: Run, look: Look, way: str
) -> None:
    run(root, OLD)
    (root / "p/a.py").write_text("mine\n")
    (root / "q/c.py").write_text("mine too\n")
    changes = run(root, NEW, force=True)

    assert ("p/a.py", "q/c.py") == changes.edited
    assert content(root, look) == NEW


def test_an_edit_that_says_what_would_be_written_is_none(root: Path, run: Run) -> None:
    run(root, OLD)
    (root / "p/a.py").write_text(NEW["p/a.py"])

    assert "p/a.py" in run(root, NEW).unchanged


def test_files_of_a_fresh_clone_without_lock_are_taken_over(
    root: Path, run: Run
) -> None:
    run(root, OLD)
    (root / LOCK).unlink()

    assert tuple(sorted(OLD)) == run(root, OLD).unchanged
    assert (root / LOCK).exists()


def test_a_foreign_file_in_the_place_of_ours_is_an_edit(root: Path, run: Run) -> None:
    root.mkdir()
    (root / "d.md").write_text("mine\n")
    with pytest.raises(EditedByHand) as caught:
        run(root, OLD)

    assert ("d.md",) == caught.value.paths


def test_foreign_files_are_kept(root: Path, run: Run, look: Look, way: str) -> None:
    run(root, OLD)
    (root / "q/notes.txt").write_text("mine")
    (root / "empty").mkdir()
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/python").symlink_to("/usr/bin/python3")
    (root / ".venv/dangling").symlink_to("nowhere")
    os.mkfifo(root / "fifo")
    (root / "caf\u00e9 \u202e.txt").write_text("mine")
    run(root, NEW)
    found = look(root)

    assert "mine" == found["q/notes.txt"] == found["caf\u00e9 \u202e.txt"]
    assert "/usr/bin/python3" == found[".venv/bin/python"]
    assert "nowhere" == found[".venv/dangling"]
    assert (stat.S_IFDIR, stat.S_IFIFO) == (found["empty"], found["fifo"])


def test_foreign_files_keep_their_inodes(root: Path, run: Run, way: str) -> None:
    run(root, OLD)
    (root / "mine").write_text("mine")
    before = (root / "mine").stat()
    run(root, NEW)
    after = (root / "mine").stat()

    assert (before.st_ino, 1) == (after.st_ino, after.st_nlink)


def test_compiled_python_does_not_hold_a_folder(root: Path, run: Run, way: str) -> None:
    run(root, OLD)
    (root / "q/__pycache__").mkdir()
    (root / "q/__pycache__/c.cpython-311.pyc").write_bytes(b"")
    run(root, NEW)

    assert not (root / "q").exists()


def test_a_folder_stays_itself_when_its_only_file_is_renamed(
    root: Path, run: Run, way: str
) -> None:
    run(root, {"p/old.py": "1"})
    (root / "p").chmod(0o750)
    run(root, {"p/new.py": "1"})

    assert 0o750 == stat.S_IMODE((root / "p").stat().st_mode)
    assert ["new.py"] == os.listdir(root / "p")


def test_a_file_may_become_a_folder_and_back(
    root: Path, run: Run, look: Look, way: str
) -> None:
    flat, deep = {"x": "file"}, {"x/y/z": "file"}
    for contents in (flat, deep, flat):
        run(root, contents)

        assert content(root, look) == contents


def test_a_foreign_folder_in_the_way_is_refused(
    root: Path, run: Run, look: Look, way: str
) -> None:
    run(root, OLD)
    (root / "r/e.py").mkdir(parents=True)
    before = look(root)
    with pytest.raises(OutputError, match=r"r/e\.py is a folder that specmill did not"):
        run(root, NEW, force=True)

    assert before == look(root)


def test_a_foreign_file_where_a_folder_goes_is_refused(
    root: Path, run: Run, look: Look, way: str
) -> None:
    run(root, OLD)
    (root / "r").write_text("mine")
    before = look(root)
    with pytest.raises(OutputError, match=r"r is a file that .* in the way of r/e\.py"):
        run(root, NEW, force=True)

    assert before == look(root)


def test_a_root_that_is_a_symlink_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").symlink_to("there")
    with pytest.raises(OutputError, match="is a symlink; name the folder"):
        run(tmp_path / "here", OLD, force=True)

    assert [] == os.listdir(tmp_path / "there")


def test_a_root_that_is_a_file_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "here").write_text("mine")
    with pytest.raises(OutputError, match="is not a folder"):
        run(tmp_path / "here", OLD, force=True)

    assert "mine" == (tmp_path / "here").read_text()


def test_a_folder_that_is_a_symlink_is_refused(
    root: Path, tmp_path: Path, run: Run, way: str
) -> None:
    (tmp_path / "outside").mkdir()
    root.mkdir()
    (root / "p").symlink_to(tmp_path / "outside")
    with pytest.raises(OutputError, match="p is a symlink where a folder of generated"):
        run(root, OLD, force=True)

    assert [] == os.listdir(tmp_path / "outside")


def test_nothing_is_removed_beyond_a_symlink(
    root: Path, tmp_path: Path, run: Run, way: str
) -> None:
    run(root, OLD)
    (root / "q").rename(tmp_path / "outside")
    (root / "q").symlink_to(tmp_path / "outside")

    assert () == run(root, NEW).removed
    assert "c = 1\n" == (tmp_path / "outside/c.py").read_text()


def test_a_symlink_in_the_place_of_a_file_is_an_edit(
    root: Path, tmp_path: Path, run: Run, way: str
) -> None:
    (tmp_path / "outside").write_text("a = 1\n")
    run(root, OLD)
    (root / "p/a.py").unlink()
    (root / "p/a.py").symlink_to(tmp_path / "outside")
    with pytest.raises(EditedByHand):
        run(root, NEW)
    run(root, NEW, force=True)

    assert "a = 1\n" == (tmp_path / "outside").read_text()
    assert not (root / "p/a.py").is_symlink()
    assert "a = 2\n" == (root / "p/a.py").read_text()


def test_a_hard_link_is_not_written_through(
    root: Path, tmp_path: Path, run: Run, way: str
) -> None:
    run(root, OLD)
    os.link(root / "p/a.py", tmp_path / "outside")
    run(root, NEW)

    assert "a = 1\n" == (tmp_path / "outside").read_text()
    assert "a = 2\n" == (root / "p/a.py").read_text()


def test_a_fifo_in_the_place_of_a_file_is_not_waited_for(
    root: Path, run: Run, way: str
) -> None:
    run(root, OLD)
    (root / "p/a.py").unlink()
    os.mkfifo(root / "p/a.py")
    with pytest.raises(EditedByHand):
        run(root, NEW)
    run(root, NEW, force=True)

    assert "a = 2\n" == (root / "p/a.py").read_text()


def test_a_lock_that_names_files_outside_removes_none(
    root: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "outside").write_text("a")
    files = (File("outside", b"a"),)
    root.mkdir()
    lock = Lock.of("", {}, files).to_bytes().replace(b'"outside"', b'"../../outside"')
    (root / LOCK).write_bytes(lock)
    with pytest.raises(OutputError, match="cannot be the path of a generated file"):
        run(root, OLD)

    assert "a" == (tmp_path / "outside").read_text()


@pytest.mark.parametrize("has_links", [True, False])
def test_an_edit_made_after_the_plan_is_kept(
    root: Path,
    run: Run,
    files: Files,
    look: Look,
    monkeypatch: pytest.MonkeyPatch,
    has_links: bool,
) -> None:
    run(root, OLD)
    if not has_links:
        refuse_links(monkeypatch)
    changes = plan(root, files(NEW), Lock.read(root))
    (root / "p/a.py").write_text("mine")
    before = look(root)
    with pytest.raises(OutputError, match="somebody changed generated files"):
        apply(root, files(NEW), Lock.of("", {}, files(NEW)), changes)

    assert before == look(root)


def refuse_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)


def test_a_disk_without_hard_links_is_well(
    root: Path, run: Run, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, OLD)
    refuse_links(monkeypatch)
    run(root, NEW)

    assert content(root, look) == NEW


def test_foreign_files_saved_during_the_exchange_are_kept(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, OLD)
    (root / "mine").write_text("old")
    exchange = swap.exchange

    def slow(tree: str, other: str) -> None:
        (root / "deep/er").mkdir(parents=True)
        (root / "deep/er/late").write_text("late")
        (root / "draft").write_text("new")
        (root / "draft").rename(root / "mine")
        exchange(tree, other)

    monkeypatch.setattr(swap, "exchange", slow)
    run(root, NEW)

    assert "late" == (root / "deep/er/late").read_text()
    assert "new" == (root / "mine").read_text()
    assert "a = 2\n" == (root / "p/a.py").read_text()


@pytest.mark.parametrize("when", ["before", "between", "after"])
def test_a_link_that_takes_the_place_of_the_root_is_not_followed(
    when: str, tmp_path: Path, run: Run, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, outside = tmp_path / "project/generated", tmp_path / "outside"
    run(root, OLD)
    (root / "mine").write_text("mine")
    outside.mkdir()
    (outside / "yours").write_text("yours")
    exchange, put_in_place = swap.exchange, swap._put_in_place

    def link() -> None:
        root.rename(tmp_path / "moved")
        root.symlink_to(outside)

    def exchanged(tree: str, other: str) -> None:
        if when == "between":
            link()
        exchange(tree, other)
        if when == "after":
            link()

    def put(tree: str, other: str) -> None:
        if when == "before":
            link()
        put_in_place(tree, other)

    monkeypatch.setattr(swap, "exchange", exchanged)
    monkeypatch.setattr(swap, "_put_in_place", put)
    with suppress(OutputError):
        run(root, NEW)

    assert {"yours": "yours"} == look(outside)
    assert "mine" == (tmp_path / "moved/mine").read_text()


HOLDS: dict[str, Callable[[Path], object]] = {
    "nothing": shutil.rmtree,
    "less": lambda spare: shutil.rmtree(spare / "p"),
    "a foreign folder": lambda spare: (spare / "own/deep").mkdir(parents=True),
    "a file for a folder": lambda spare: (
        shutil.rmtree(spare / "p"),
        (spare / "p").write_text("x"),
    ),
    "a folder for a file": lambda spare: (
        (spare / "d.md").unlink(),
        (spare / "d.md").mkdir(),
    ),
    "another file": lambda spare: (
        (spare / "p/b.py").unlink(),
        (spare / "p/b.py").write_text("b = 9\n"),
    ),
    "a link": lambda spare: (
        (spare / "d.md").unlink(),
        (spare / "d.md").symlink_to("/"),
    ),
    "a file alone": lambda spare: (shutil.rmtree(spare), spare.write_text("x")),
}


@pytest.mark.parametrize("change", HOLDS.values(), ids=HOLDS)
def test_whatever_the_spare_holds_the_tree_is_the_next(
    change: Callable[[Path], object], root: Path, run: Run, look: Look, spares: Path
) -> None:
    for contents in (OLD, NEW, OLD):
        run(root, contents)
    change(spare_of(root, spares))
    run(root, NEW)

    assert content(root, look) == NEW


def spare_of(root: Path, spares: Path) -> Path:
    return spares / root.parent.name


def test_what_is_kept_is_not_linked_again_from_a_spare(
    root: Path, run: Run, files: Files, spares: Path
) -> None:
    for contents in (OLD, NEW, OLD):
        run(root, contents)
    before = (root / "p/b.py").stat()
    lock = Lock.of("specmill test", {}, files(NEW))
    changes = plan(root, files(NEW), Lock.read(root))
    touched = apply(root, files(NEW), lock, changes, spare=str(spare_of(root, spares)))

    assert "p/b.py" not in touched
    assert before.st_ctime_ns == (root / "p/b.py").stat().st_ctime_ns


def test_foreign_files_are_not_kept_in_the_spare(
    root: Path, run: Run, spares: Path
) -> None:
    run(root, OLD)
    (root / "mine").write_text("mine")
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/tool").write_text("mine")
    run(root, NEW)

    spare = spare_of(root, spares)
    found = {each.relative_to(spare) for each in spare.rglob("*") if each.is_file()}
    assert {Path(each) for each in (*OLD, LOCK)} == found


def test_a_process_in_the_root_stays_there(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(root, OLD)
    monkeypatch.chdir(root / "p")
    run(root, NEW)

    assert "a = 2\n" == Path("a.py").read_text()
    assert str(root / "p") == os.getcwd()


def test_a_relative_root_is_well(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root.parent)
    run(Path("generated"), OLD)
    monkeypatch.chdir(root)
    run(Path("."), NEW)

    assert "a = 2\n" == (root / "p/a.py").read_text()


FULL = """\
import resource, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from specmill.output import *
from conftest import _run
if {journal}:
    import errno, os
    def refuse(*_, **__):
        raise OSError(errno.EPERM, "no hard links")
    os.link = refuse
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    _run(Path({root!r}), {{**{new!r}, "z.py": "z" * 5000}})
except OutputError as error:
    print(error)
"""


@pytest.mark.parametrize("journal", [False, True])
def test_a_full_disk_leaves_the_old_tree(
    root: Path, run: Run, look: Look, journal: bool
) -> None:
    run(root, OLD)
    before = look(root)
    here = os.path.dirname(__file__)
    code = FULL.format(tests=here, root=str(root), new=NEW, journal=journal)
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert f"cannot write {root}: file too large\n" == said.stdout
    assert before == look(root)


def test_a_full_disk_makes_no_half_folder(root: Path) -> None:
    here = os.path.dirname(__file__)
    code = FULL.format(tests=here, root=str(root), new=NEW, journal=False)
    subprocess.run([sys.executable, "-c", code], check=True)

    assert not root.exists()


def _as_somebody(act: Callable[[], object]) -> None:
    """Run *act* in a child without the powers of root; fail if it does."""
    child = os.fork()
    if not child:
        code = 1
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            act()
            code = 0
        finally:
            os._exit(code)
    assert 0 == os.waitpid(child, 0)[1]


@pytest.fixture
def others(tmp_path: Path, root: Path) -> Path:
    """An output root of somebody who is not root, for `_as_somebody`."""
    for folder in (tmp_path, *tmp_path.parents):
        if os.geteuid() == 0 and folder.stat().st_mode & 0o5 != 0o5:
            if folder.stat().st_uid != 0 or len(folder.parts) < 3:
                pytest.skip("the folders above cannot be opened to another user")
            folder.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(root.parent, 65534, 65534)
    return root


@pytest.mark.parametrize("closed", [".", "p", ".."])
def test_a_read_only_folder_keeps_the_old_tree(
    others: Path, run: Run, look: Look, closed: str
) -> None:
    _as_somebody(lambda: run(others, OLD))
    before = look(others)
    folder = (others / closed).resolve()
    folder.chmod(0o555)

    def act() -> None:
        if closed == "..":
            # Only the root itself can be written, which is enough.
            run(others, NEW)
            return
        with pytest.raises(OutputError, match="is read-only; make it writable"):
            run(others, NEW)

    _as_somebody(act)
    folder.chmod(0o755)

    assert (before == look(others)) == (closed != "..")


def test_a_read_only_folder_of_others_is_kept(others: Path, run: Run) -> None:
    _as_somebody(lambda: run(others, OLD))

    def act() -> None:
        (others / "own").mkdir()
        (others / "own/file").write_text("mine")
        (others / "own").chmod(0o555)
        run(others, NEW)

    _as_somebody(act)

    assert 0o555 == stat.S_IMODE((others / "own").stat().st_mode)
    assert "mine" == (others / "own/file").read_text()


def test_a_first_run_in_a_read_only_folder_is_refused(others: Path, run: Run) -> None:
    others.parent.chmod(0o555)

    def act() -> None:
        with pytest.raises(OutputError, match=r"cannot write .*: permission denied"):
            run(others, OLD)

    _as_somebody(act)
    others.parent.chmod(0o755)

    assert not others.exists()
