"""What is written without a formatter stands as black leaves it, and black as ruff does."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import black
import pytest

from specmill.config import find_project
from specmill.emit import emit
from specmill.emit.text import folded
from specmill.literals import literal
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


PLACES = {
    "an attribute": ("class A:\n    message = {}\n", 4, "message = ", ""),
    "an argument": ("x = f(\n    says={},\n    more=1,\n)\n", 4, "says=", ","),
    "the one argument": ("_A = Inferred({})\n", 0, "_A = Inferred(", ")"),
    "an item": ("x = (\n    {},\n    1,\n)\n", 4, "", ","),
}


@pytest.mark.parametrize("place", PLACES)
def test_ruff_and_black_leave_a_long_text_alike(place: str) -> None:
    shape, deep, opening, closing = PLACES[place]
    source = ""
    for length in range(55, 190):
        text = ("abc " * 60)[:length]
        written = folded(text, deep, opening, closing)
        if place == "the one argument" and written.startswith("("):
            written = written[1:-1]
        source += shape.format(written)

    assert [*by("black", source)] == [*by("ruff", source)]


def test_a_long_text_is_within_the_width() -> None:
    shape, deep, opening, closing = PLACES["an argument"]
    texts = [("abc " * 60)[:length] for length in range(55, 190)]
    source = "".join(
        shape.format(folded(each, deep, opening, closing)) for each in texts
    )

    assert max(map(len, left(source).splitlines())) <= 88


def test_ruff_and_black_write_the_same_files_of_the_specs_here() -> None:
    drafts = [
        each
        for each in emit(understand(find_project(ROOT)))
        if each.path.startswith(FOLDED) and not each.is_laid_out
    ]
    texts = [each.render() for each in drafts]

    assert [*by("black", *texts)] == [*by("ruff", *texts)]


FOLDED = tuple(
    f"partner_apis/{partner}/{part}"
    for partner in ("aopay", "ayoconnect", "paytm")
    for part in ("environments", "errors", "operations/", "validators/")
)
"""Where texts are long."""


def by(formatter: str, *texts: str) -> Iterator[bytes]:
    """Return what a formatter makes of *texts*."""
    tidy = import_module("specmill.output.tidy")
    given = [(f"{number}.py", text.encode()) for number, text in enumerate(texts)]
    found: Iterator[bytes] = getattr(tidy, f"_by_{formatter}")(given)
    return found
