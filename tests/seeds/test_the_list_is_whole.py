"""Every number of the acceptance list stands in the name of a test, or says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NOT_HELD = HERE.parents[1] / "specs" / "not_held.md"
FACTS = {"A0": 23, "A1": 26, "A2": 21, "P": 27, "Y": 23}
DEFECTS = {"A0": 28, "A1": 30, "A2": 22, "P": 27, "Y": 25}

SNIPPETS = {"A0-F21", "A1-F25", "A2-F21", "P-F27"}
"""Facts that no spec holds at all: the languages of the snippets."""
SAID_NOT_HELD = {
    *SNIPPETS,
    *("A0-F2", "A0-F3", "A0-F17"),
    *(f"A0-F{each}" for each in range(6, 13)),
    *("A1-F2", "A1-F18", "A1-F21"),
    *(f"A1-F{each}" for each in range(6, 16)),
    *("A2-F10", "A2-F11", "A2-F13"),
    *("P-F4", "P-F11", "P-F14", "Y-F4"),
}
"""Facts of which something is not held, such as the values of the samples."""
NOTHING_TO_PROVE = {
    "A0-D22": "nothing is taken from the Node snippet",
    "A0-D23": "nothing is taken from the C# snippet",
}
"""Defects whose decision is that nothing follows from them."""


def numbers(kind: str, counts: dict[str, int]) -> set[str]:
    return {
        f"{page}-{kind}{each}"
        for page, count in counts.items()
        for each in range(1, count + 1)
    }


def named(kind: str) -> set[str]:
    """Return the numbers in the names of the tests beside this module."""
    found = re.compile(rf"^def test_(A0|A1|A2|P|Y)_{kind}(\d+)_\w+\(", re.MULTILINE)
    return {
        f"{page}-{kind}{number}"
        for module in HERE.glob("test_*.py")
        for page, number in found.findall(module.read_text())
    }


def reasons() -> dict[str, str]:
    """Return the table of what is not held: the reason by number, ranges taken apart."""
    return {
        number: cells[2]
        for line in NOT_HELD.read_text().splitlines()
        if re.match(r"\| (A0|A1|A2|P|Y)-F", line)
        for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
        for number in _apart(cells[0])
    }


def _apart(cell: str) -> Iterator[str]:
    for part in cell.split(", "):
        first, _, last = part.partition(" to ")
        page, number = first.split("-F")
        end = last.split("-F")[1] if last else number
        yield from (f"{page}-F{each}" for each in range(int(number), int(end) + 1))


def test_there_are_120_facts_and_132_defects() -> None:
    assert (120, 132) == (sum(FACTS.values()), sum(DEFECTS.values()))


def test_every_fact_is_a_test_but_for_the_languages_of_the_snippets() -> None:
    assert numbers("F", FACTS) == named("F") | SNIPPETS
    assert set() == named("F") & SNIPPETS


def test_every_defect_is_a_test_but_for_those_that_nothing_follows_from() -> None:
    assert numbers("D", DEFECTS) == named("D") | set(NOTHING_TO_PROVE)
    assert set() == named("D") & set(NOTHING_TO_PROVE)


@pytest.mark.parametrize("number", sorted(SAID_NOT_HELD))
def test_what_is_not_held_has_a_reason(number: str) -> None:
    assert reasons()[number]


def test_nothing_else_is_said_not_to_be_held() -> None:
    assert SAID_NOT_HELD == set(reasons())
