"""What is written without a formatter stands as black leaves it."""

from __future__ import annotations

from pathlib import Path

import black
import pytest

from specmill.config import find_project
from specmill.emit import emit
from specmill.emit.text import literal
from specmill.pipeline import understand

ROOT = Path(__file__).parents[1]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/specs"))
PROJECTS = (ROOT, ROOT / "examples", *(specs.parent for specs in GOLDEN))
TEXTS = ("", "'", '"', "'\"", "''\"", '\'""', "\\'\"", "\n'\"", "\u202e'\"")


def left(source: str) -> str:
    """Return what black makes of *source*."""
    return black.format_str(source, mode=black.Mode())


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_black_leaves_what_is_laid_out_alone(project: Path) -> None:
    drafts = [
        each
        for each in emit(understand(find_project(project)))
        # Copied modules are ours, and held to black where they stand.
        if each.is_laid_out and "/test_" in each.path
    ]
    texts = {each.path: each.render() for each in drafts}

    assert [] == [path for path, text in texts.items() if text != left(text)]


@pytest.mark.parametrize("value", [*TEXTS, *(text.encode() for text in TEXTS)])
def test_black_leaves_a_literal_alone(value: str | bytes) -> None:
    source = f"x = {literal(value)}\n"

    assert source == left(source)


@pytest.mark.parametrize("value", [*TEXTS, *(text.encode() for text in TEXTS)])
def test_a_literal_is_the_value(value: str | bytes) -> None:
    assert value == eval(literal(value))
