from __future__ import annotations

import pytest

from specmill.output import Draft, File, OutputError, plan
from specmill.output.files import above, by_path, parents

UNSAFE = [
    "",
    "/etc/passwd",
    "../up.py",
    "a/../b.py",
    "./a.py",
    "a//b.py",
    "a/",
    "a\\b.py",
    "C:/a.py",
    "a b.py",
    "a\n.py",
    "a.py\n",
    "caf\u00e9.py",
    "\u202egp.py",
    "end.",
    "nul",
    "a/CON.py",
    "com1.tar.gz",
    "x" * 201,
]


@pytest.mark.parametrize("path", UNSAFE)
def test_a_file_has_no_unsafe_path(path: str) -> None:
    with pytest.raises(OutputError, match="cannot be the path of a generated file"):
        File(path, b"")


def test_a_draft_has_no_unsafe_path() -> None:
    with pytest.raises(OutputError, match="cannot be the path"):
        Draft("../up.py", "key", str)


@pytest.mark.parametrize(
    "path", ["a.py", ".gitattributes", "a/b/c-d_e.f.py", "console.py", "com10"]
)
def test_usual_paths_are_safe(path: str) -> None:
    assert path == File(path, b"").path


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.py", "A.py"), ("a.py", "a.py"), ("a", "a/b.py"), ("A", "a/b/c.py")],
)
def test_two_files_that_would_meet_are_refused(one: str, other: str) -> None:
    with pytest.raises(OutputError, match="would be"):
        by_path([File(one, b"1"), File(other, b"2")])


@pytest.mark.parametrize("path", ["specmill.lock", "Specmill.Lock", ".specmill-a/b"])
def test_our_own_names_are_refused(path: str) -> None:
    with pytest.raises(OutputError, match="specmill keeps for itself"):
        plan("nowhere", [File(path, b"")], None)


def test_files_come_in_the_order_of_their_paths() -> None:
    files = [File("b", b"2"), File("a", b"1")]

    assert ["a", "b"] == list(by_path(files))


def test_parents_are_listed_from_the_outermost() -> None:
    assert ("a", "a/b") == parents("a/b/c.py")


def test_a_file_in_the_root_has_no_parents() -> None:
    assert set() == above(["c.py"])
