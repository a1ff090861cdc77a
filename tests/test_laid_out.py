"""What is generated stands as black leaves it, and ruff; neither takes part in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import black
import pytest
from black.mode import Mode, TargetVersion

from specmill.config import find_project
from specmill.emit import emit
from specmill.emit.lines import laid_out
from specmill.emit.text import folded
from specmill.literals import literal
from specmill.pipeline import understand

ROOT = Path(__file__).parents[1]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/specs"))
PROJECTS = (ROOT, ROOT / "examples", *(specs.parent for specs in GOLDEN))
TEXTS = ("", "'", '"', "'\"", "''\"", '\'""', "\\'\"", "\n'\"", "\u202e'\"")
COPIES = ("/_runtime/", "/_harness/")
"""Our own modules, which are held to black where they stand."""


def left(source: str) -> str:
    """Return what black makes of *source*."""
    return black.format_str(source, mode=mode(88))


def mode(width: int) -> Mode:
    return Mode({TargetVersion.PY311}, width)


def by_ruff(texts: Sequence[str]) -> list[str]:
    """Return what ruff's formatter makes of each of *texts*."""
    with TemporaryDirectory() as folder:
        places = [Path(folder, f"{number}.py") for number in range(len(texts))]
        for place, text in zip(places, texts, strict=True):
            place.write_text(text, "utf-8")
        command = (sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache")
        subprocess.run([*command, folder], check=True, capture_output=True)
        return [place.read_text("utf-8") for place in places]


def generated(project: Path) -> dict[str, str]:
    """Return the Python that is made of the specs of *project*, by path."""
    return {
        each.path: each.render().rstrip("\n") + "\n"
        for each in emit(understand(find_project(project)))
        if each.path.endswith(".py") and not any(part in each.path for part in COPIES)
    }


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_black_and_ruff_leave_what_is_generated_alone(project: Path) -> None:
    found = generated(project)
    by_black = {path: left(text) for path, text in found.items()}

    assert found == by_black
    assert [*found.values()] == by_ruff([*found.values()])


STATEMENTS = (
    "from .a import first, second, third, fourth",
    "from .a import (first as first,)",
    "x = (1, 2,)",
    "x = (1,)",
    "x = f(1,)",
    "x[1,] = 2",
    "x = {'first': f(1, 2, 3), 'second': [1, 2, 3, 4]}",
    "x = first.second(third)(fourth, fifth, sixth)",
    "x = f(first, second, name=[1, 2], other={'a': 1})",
    "x = f([first, second, third, fourth, fifth])",
    "x = ('the first of two texts ' 'and the second one')",
    "x = f(says=('the first of two texts ' 'and the second one'))",
    "x: tuple[First, Second, ...] = (first, second, third)",
    "x: dict[str, Any] = f(first, second)",
    "x = 'a text that does not fit on a line'",
    "x = 'one', 'two', 'three', 'four', 'five'",
    "x += f(first, second, third, fourth)",
    "x = -first + second * third - fourth % fifth",
    "x = f(first or second, *third, **fourth)",
    "x = [f(each) for each in those if each is not None]",
    "x = {a: b for a, b in sorted(those.items())}",
    "found.append(Violation(f'{at}/name', 'type', 'is text', _TABLE))",
    "return [Violation('', 'type', 'is an object', _PAGE)]",
    "return first and second and third and fourth and fifth",
    "raise ValueError('a text that does not fit on one line')",
    "def f(self, first: int, second: str) -> None:\n    pass",
    "def f(first_of_them: First | None = None) -> Second:\n    pass",
    "def f(first_of_them: dict[str, object]) -> None:\n    pass",
    "async def f(first: int, second: str = '', *, third: int) -> None:\n    pass",
    "class First(Second, Third, Fourth, Fifth, Sixth):\n    pass",
    "if not isinstance(item := value['first'], int | float):\n    pass",
    "if (first and second):\n    pass",
    "if first in (1, 2, 3, 4) or second not in (5, 6, 7, 8):\n    pass",
    "if first is not None and second(third, fourth) == fifth:\n    pass",
    "if sum([a is None, b is None, c is None, d is None]) < 1:\n    pass",
    "if f(first) and not Decimal('1') <= g(second) <= Decimal('9'):\n    pass",
    "if (len(item) > 160 if item.isascii() else len(item) > 70):\n    pass",
    "assert first(second, third) == fourth(fifth, sixth)",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_is_broken_as_black_breaks_it(
    statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = statement.replace("'", '"') + "\n"
    for width in (88, 60, 48, 40, 32):
        for module in ("lines", "statement"):
            monkeypatch.setattr(f"specmill.emit.{module}.WIDTH", width)

        assert black.format_str(source, mode=mode(width)) == laid_out(source)


@pytest.mark.parametrize(
    "text",
    [
        '"""A docstring that (begins\n\nand ends."""\n',
        "x = f(1)  # a comment that is (longer than what it is said of, which is odd)\n",
        "# A line that is longer than any line may be, and has brackets (as this one has.\n",
        'x = "a text with (brackets"\ny = 1\n',
    ],
)
def test_what_is_no_code_stays(text: str) -> None:
    assert text == laid_out(text)


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

    assert left(source) == by_ruff([source])[0]


def test_a_long_text_is_within_the_width() -> None:
    shape, deep, opening, closing = PLACES["an argument"]
    texts = [("abc " * 60)[:length] for length in range(55, 190)]
    source = "".join(
        shape.format(folded(each, deep, opening, closing)) for each in texts
    )

    assert max(map(len, left(source).splitlines())) <= 88
