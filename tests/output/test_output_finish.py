from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from specmill.output import Cache, Counts, Draft, File, OutputError, finish

TEXT = "x = {'a':1}\n"
DONE = b'x = {"a": 1}\n'


def drafts(key: str = "1", text: str = TEXT) -> list[Draft]:
    return [Draft("b.py", key, lambda: text), Draft("a.md", key, lambda: "# A")]


def refuse() -> str:
    raise AssertionError("rendered although its key is known")


def test_files_come_in_the_order_of_the_drafts(tmp_path: Path) -> None:
    files, _ = finish(drafts(), Cache(tmp_path))

    assert (File("b.py", DONE), File("a.md", b"# A\n")) == files


def test_a_first_run_renders_and_formats(tmp_path: Path) -> None:
    _, counts = finish(drafts(), Cache(tmp_path))

    assert Counts(rendered=2, formatted=1, reused=0) == counts


def test_a_known_key_is_not_rendered(tmp_path: Path) -> None:
    finish(drafts(), Cache(tmp_path))
    again = [Draft("b.py", "1", refuse), Draft("a.md", "1", refuse)]
    files, counts = finish(again, Cache(tmp_path))

    assert Counts(rendered=0, formatted=0, reused=2) == counts
    assert (File("b.py", DONE), File("a.md", b"# A\n")) == files


def test_a_known_text_is_not_formatted_again(tmp_path: Path) -> None:
    finish(drafts("1"), Cache(tmp_path))
    files, counts = finish(drafts("2"), Cache(tmp_path))

    assert Counts(rendered=2, formatted=0, reused=0) == counts
    assert File("b.py", DONE) == files[0]


def test_what_is_laid_out_is_not_formatted(tmp_path: Path) -> None:
    laid_out = Draft("b.py", "1", lambda: TEXT, is_laid_out=True)
    files, counts = finish([laid_out], Cache(tmp_path))

    assert Counts(rendered=1, formatted=0, reused=0) == counts
    assert (File("b.py", TEXT.encode()),) == files


def test_what_is_laid_out_has_to_compile() -> None:
    with pytest.raises(OutputError, match=r"b\.py would not be valid Python"):
        finish([Draft("b.py", "1", lambda: "x = ", is_laid_out=True)])


def test_a_key_is_known_for_its_path_only(tmp_path: Path) -> None:
    finish([Draft("a.py", "1", lambda: "x = 1")], Cache(tmp_path))
    files, _ = finish([Draft("b.py", "1", lambda: "x = 2")], Cache(tmp_path))

    assert (File("b.py", b"x = 2\n"),) == files


def test_the_files_are_the_same_without_a_cache(tmp_path: Path) -> None:
    cached, _ = finish(drafts(), Cache(tmp_path))
    files, counts = finish(drafts())

    assert cached == files
    assert Counts(rendered=2, formatted=1, reused=0) == counts


def test_a_damaged_cache_changes_no_file(tmp_path: Path) -> None:
    expected, _ = finish(drafts(), Cache(tmp_path))
    for entry in tmp_path.rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"import os\n")

    assert expected == finish(drafts(), Cache(tmp_path))[0]


def test_a_file_that_the_cache_has_lost_meanwhile_is_told(tmp_path: Path) -> None:
    files, _ = finish(drafts(), Cache(tmp_path / "cache"))
    shutil.rmtree(tmp_path / "cache")

    with pytest.raises(OutputError, match=r"b\.py is made of was changed .* run again"):
        _ = files[0].content


def test_a_file_is_held_where_nothing_can_be_cached(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    files, _ = finish(drafts(), Cache(tmp_path / "cache"))

    assert DONE == files[0].content


def test_text_that_is_not_python_is_not_cached(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(OutputError, match=r"b\.py would not be valid"):
            finish(drafts(text="def ("), Cache(tmp_path))


def test_another_formatter_formats_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(drafts(), Cache(tmp_path))
    monkeypatch.setitem(finish.__globals__, "FORMATTER", "ruff 99")
    _, counts = finish(drafts(), Cache(tmp_path))

    assert Counts(rendered=2, formatted=1, reused=0) == counts
