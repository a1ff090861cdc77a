from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import black
import pytest
from black.mode import Mode, TargetVersion

from specmill.output import FORMATTER, OutputError, tidy
from specmill.output.tidy import as_it_is, tidy_all

GOLDEN = Path(__file__).parents[1] / "golden"
FEATURES = sorted(path.parent for path in GOLDEN.glob("*/expected"))


def test_python_is_written_as_black_writes_it() -> None:
    assert b'x = {"a": 1}\n' == tidy("a.py", "x = {'a':1}")


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_black_leaves_alone_what_a_feature_becomes(feature: Path) -> None:
    mode = Mode(target_versions={TargetVersion.PY311})
    texts = [path.read_text("utf-8") for path in feature.rglob("expected/**/*.py")]

    assert texts == [black.format_str(text, mode=mode) for text in texts]


def test_texts_are_formatted_in_one_go_and_kept_apart() -> None:
    texts = [("b.py", "b = ''"), ("a.md", "a = ''"), ("b.pyi", "def f(): ...")]
    contents = (b'b = ""\n', b"a = ''\n", b"def f(): ...\n")

    assert contents == tuple(tidy_all(texts))


def test_python_that_black_leaves_alone_stays() -> None:
    assert b"x = 1\n" == tidy("a.py", "x = 1\n")


def test_no_configuration_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ruff.toml").write_text("line-length = 10\n")
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 10\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("RUFF_OUTPUT_FILE", str(tmp_path / "said"))

    assert b"call(first, second)\n" == tidy("a.py", "call(first, second)\n")


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


def test_the_formatter_is_named_with_its_version() -> None:
    assert f"ruff {version('ruff')}, 88 columns, Python 3.11" == FORMATTER


def test_the_version_is_told_without_loading_what_reads_versions() -> None:
    code = (
        "import sys; from specmill.output import FORMATTER, tidy; tidy('a.md', 'x');"
        "print('importlib.metadata' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert "False\n" == said.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [("def (", "a.py would not be valid Python"), ("x = ''", None)],
)
def test_black_takes_the_place_of_ruff_where_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, text: str, said: str | None
) -> None:
    monkeypatch.setattr(import_module("specmill.output.tidy"), "_BY", "black")
    if said is None:
        assert b'x = ""\n' == tidy("a.py", text)
        return

    with pytest.raises(OutputError, match=said):
        tidy("a.py", text)


def test_a_formatter_that_cannot_be_run_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ruff.find_ruff_bin", lambda: "/nowhere/ruff")

    with pytest.raises(OutputError, match="cannot run ruff"):
        tidy("a.py", "x = 1\n")


def test_what_is_known_to_be_python_is_not_compiled_again() -> None:
    assert b"def (\n" == as_it_is("a.py", "def (", is_sound=True)
