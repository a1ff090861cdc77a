from __future__ import annotations

from pathlib import Path

from specmill.output import File, Lock, apply, diff, plan


def lines(
    root: Path, old: list[File], new: list[File], limit: int = 1_000
) -> list[str]:
    apply(root, old, Lock.of("", {}, old), plan(root, old, None))
    changes = plan(root, new, Lock.read(root), force=True)
    return list(diff(root, new, changes, limit=limit))


def test_a_changed_file_is_a_unified_diff(root: Path) -> None:
    told = lines(root, [File("a", b"1\n2\n")], [File("a", b"1\n3\n")])

    assert ["--- a", "+++ a", "@@ -1,3 +1,3 @@", " 1", "-2", "+3", " "] == told


def test_an_added_and_a_removed_file_stand_against_nothing(root: Path) -> None:
    told = lines(root, [File("a", b"1")], [File("b", b"2")])
    names = [line for line in told if line.startswith(("---", "+++"))]

    assert ["--- a", "+++ /dev/null", "--- /dev/null", "+++ b"] == names


def test_the_same_files_have_no_diff(root: Path) -> None:
    assert [] == lines(root, [File("a", b"1")], [File("a", b"1")])


def test_an_edited_file_is_shown_as_it_stands(root: Path) -> None:
    files = [File("a", b"1\n")]
    apply(root, files, Lock.of("", {}, files), plan(root, files, None))
    (root / "a").write_text("mine\n")
    told = list(diff(root, files, plan(root, files, Lock.read(root), force=True)))

    assert "-mine" in told
    assert "+1" in told


def test_no_line_can_steer_a_terminal(root: Path) -> None:
    old = "\x1b]0;title\x07\r\u202e\u2028".encode() + b"\xff\n"
    told = lines(root, [File("a", old)], [File("a", b"")])

    assert "-\\x1b]0;title\\x07\\r\\u202e\\u2028\\xff" in told
    assert all(line.isprintable() for line in told)


def test_a_long_diff_is_cut(root: Path) -> None:
    text = b"".join(b"%d\n" % number for number in range(1_000))
    told = lines(root, [File("a", b"")], [File("a", text)])

    assert 201 == len(told)
    assert "... and more of a" == told[-1]


def test_many_diffs_are_cut(root: Path) -> None:
    new = [File(f"f{number}", b"x\n") for number in range(50)]
    told = lines(root, [], new, limit=20)

    assert 21 == len(told)
    assert "... and more" == told[-1]


def test_a_long_line_is_cut(root: Path) -> None:
    told = lines(root, [], [File("a", b"x" * 10_000)])

    assert 203 == max(len(line) for line in told)


def test_huge_files_are_not_compared_line_by_line(root: Path) -> None:
    old = b"".join(b"%d\n" % (number % 7) for number in range(9_000))
    new = b"".join(b"%d\n" % (number % 5) for number in range(9_000))
    told = lines(root, [File("a", old)], [File("a", new)])

    assert "differs; 9001 lines on the disk, 9001 would be written" == told[-1]
