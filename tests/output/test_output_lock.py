from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from specmill.output import LOCK, File, Lock, OutputError

ONE = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
TEXT = f"""\
{{
  "format": 1,
  "tool": "specmill 0.1.0",
  "specs": {{
    "specs/p/a.yaml": "{ONE}",
    "specs/p/b.yaml": "{ONE}"
  }},
  "files": {{
    "p/a.py": "{ONE}"
  }}
}}
"""


def written(folder: Path, text: str) -> Path:
    (folder / LOCK).write_text(text)
    return folder


def test_a_lock_has_one_line_for_each_path() -> None:
    specs = {"specs/p/b.yaml": ONE, "specs/p/a.yaml": ONE}
    lock = Lock.of("specmill 0.1.0", specs, [File("p/a.py", b"1")])

    assert TEXT == lock.to_bytes().decode()


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    lock = Lock.of("tool", {"\u20b9 \U0001f600.yaml": ONE}, [File("a.py", b"1")])
    (tmp_path / LOCK).write_bytes(lock.to_bytes())

    assert lock == Lock.read(tmp_path)


def test_a_folder_without_a_lock_has_none(tmp_path: Path) -> None:
    assert Lock.read(tmp_path) is None


def test_a_missing_folder_has_no_lock(tmp_path: Path) -> None:
    assert Lock.read(tmp_path / "missing") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"format": 1', '"format": 2', "2: format 2 is not the format of this"),
        ('"tool"', '"tools"', "1: key 'tool' is missing; restore it from version"),
        ('"tool": "specmill 0.1.0"', '"tool": 3', "3: 'tool' is not a text"),
        ('"files"', '"x": {},\n  "files"', "8: key 'x' is unknown"),
        (f'b.yaml": "{ONE}"', 'b.yaml": "1"', "6: 'specs/p/b.yaml' has no SHA-256"),
        ("b.yaml", "a.yaml", "6: 'specs/p/a.yaml' stands here twice"),
        ("p/a.py", "../a.py", "9: '../a.py' cannot be the path of a generated file"),
        ("p/a.py", "/etc/x", "9: '/etc/x' cannot be the path of a generated file"),
        (
            '  "files"',
            '<<<<<<< ours\n  "files"',
            "8: a merge conflict is not resolved; restore it from version control, or "
            "take either side",
        ),
        ('"format": 1,', '"format": 1', "3: this is not JSON"),
        ('"format": 1,', "", "1: this is not a lock file of specmill"),
        (TEXT, "", "1: this is not JSON"),
        (TEXT, "[]", "1: this is not a lock file of specmill"),
        (TEXT, "[" * 100_000, "1: this is not a lock file of specmill"),
    ],
)
def test_a_damaged_lock_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in TEXT
    with pytest.raises(OutputError) as caught:
        Lock.read(written(tmp_path, TEXT.replace(old, new)))

    assert str(caught.value).startswith(f"{tmp_path / LOCK}:{said}")


def test_a_lock_that_is_not_text_is_damaged(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"\xff\0")

    with pytest.raises(OutputError, match=r"specmill\.lock:1: this is not JSON"):
        Lock.read(tmp_path)


def test_a_fifo_in_place_of_the_lock_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LOCK)

    with pytest.raises(OutputError, match="not a regular file"):
        Lock.read(tmp_path)


def test_a_symlink_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text(TEXT)
    (tmp_path / LOCK).symlink_to("other")

    with pytest.raises(OutputError, match="not a regular file"):
        Lock.read(tmp_path)


def test_a_lock_is_json(tmp_path: Path) -> None:
    assert ["format", "tool", "specs", "files"] == list(json.loads(TEXT))
