from __future__ import annotations

import pytest

from specmill.output import OutputError, tidy


def test_python_stays_as_it_is_written() -> None:
    assert b"x = {'a':1}\n" == tidy("a.py", "x = {'a':1}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def (", "a.py would not be valid Python"),
        ("return 1\n", "a.py would not be valid Python"),
        ("x = '\\d'\n", "a.py would not be valid Python"),
        ("x = '\ud800'\n", "half a surrogate pair"),
    ],
)
def test_bad_python_is_refused(text: str, said: str) -> None:
    with pytest.raises(OutputError, match=said):
        tidy("a.py", text)


def test_a_surrogate_is_refused_in_other_text() -> None:
    with pytest.raises(OutputError, match="half a surrogate pair"):
        tidy("a.md", "\ud800")


@pytest.mark.parametrize("path", ["a.json", "a.md", "a.toml", "a.txt"])
@pytest.mark.parametrize("text", ["x = {'a':1}", "x = {'a':1}\n", "x = {'a':1}\n\n\n"])
def test_other_text_only_ends_with_one_newline(path: str, text: str) -> None:
    assert b"x = {'a':1}\n" == tidy(path, text)


@pytest.mark.parametrize("path", ["py.typed", "__init__.py"])
def test_an_empty_file_stays_empty(path: str) -> None:
    assert b"" == tidy(path, "")


def test_text_is_written_as_utf_8() -> None:
    assert "\u20b9\n".encode() == tidy("a.md", "\u20b9")


def test_what_is_known_to_be_python_is_not_compiled_again() -> None:
    assert b"def (\n" == tidy("a.py", "def (", is_sound=True)
