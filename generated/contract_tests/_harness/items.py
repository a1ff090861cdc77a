"""One pytest item to a case, without what a fixture for each argument would cost.

A test of a table takes rows (`case`, and `client` where there is one) and what the case
is about, such as the server. Such functions are collected here, with the names that
pytest would give; whatever else a module has is left to pytest.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from .cases import Case
from .contract import Contract

Given = Mapping[str, Callable[[pytest.Item], Any]]
"""What makes an argument that is no row, by its name."""
_ROWS: Final = frozenset({"case", "client"})


class CaseItem(pytest.Item):
    """One case, tried by the function that stands in the module."""

    def __init__(
        self,
        *,
        function: Callable[..., None],
        rows: Mapping[str, Any],
        given: Given,
        **node: Any,
    ) -> None:
        super().__init__(**node)
        self._function = function
        self._given = given
        self.rows = rows
        self.arguments: dict[str, Any] = {}
        """What the function was called with; empty until it is."""

    @property
    def case(self) -> Case:
        found: Case = self.rows["case"]
        return found

    def runtest(self) -> None:
        made = {name: make(self) for name, make in self._given.items()}
        self.arguments = {**self.rows, **made}
        self._function(**self.arguments)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._function.__code__.co_firstlineno - 1, self.name


def contract_of(item: pytest.Item) -> Contract | None:
    """Return the contract of the module that a test stands in."""
    module = item.getparent(pytest.Module)
    found = getattr(module.obj, "CONTRACT", None) if module else None
    return found if isinstance(found, Contract) else None


def items_of(
    collector: pytest.Module, name: str, function: object, given: Given
) -> list[CaseItem] | None:
    """Return an item to each case of *function*; None where it is no test of a table."""
    if not inspect.isfunction(function):
        return None
    marks: Sequence[pytest.Mark] = getattr(function, "pytestmark", ())
    needed = set(inspect.signature(function).parameters)
    rows = {each for mark in marks for each in _names(mark)}
    if "case" not in rows or not rows <= _ROWS or not needed <= rows | set(given):
        return None
    made = {each: make for each, make in given.items() if each in needed}
    return [
        CaseItem.from_parent(
            collector, name=f"{name}[{told}]", function=function, rows=row, given=made
        )
        for told, row in _rows(marks)
    ]


def _distinct(names: Sequence[str]) -> Iterator[str]:
    """Yield *names*, those that occur again with a number."""
    often, seen = Counter(names), Counter[str]()
    for name in names:
        yield f"{name}{seen[name]}" if often[name] > 1 else name
        seen[name] += 1


def _names(mark: pytest.Mark) -> list[str]:
    """Return the arguments that a mark is about; any other mark is about itself."""
    if mark.name != "parametrize":
        return [f"@{mark.name}"]
    return [name.strip() for name in mark.args[0].split(",")]


def _rows(marks: Sequence[pytest.Mark]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row of the tables together, and its name."""
    for found in product(*map(_table, marks)):
        row = {name: value for _, each in found for name, value in each.items()}
        yield "-".join(told for told, _ in found), row


def _table(mark: pytest.Mark) -> list[tuple[str, dict[str, Any]]]:
    names, values = _names(mark), mark.args[1]
    rows = [(value,) if len(names) == 1 else value for value in values]
    told = _distinct(["-".join(map(_told, row)) for row in rows])
    return [
        (each, dict(zip(names, row, strict=True)))
        for each, row in zip(told, rows, strict=True)
    ]


def _told(value: object) -> str:
    """Return the name of a row in the letters that pytest uses."""
    return str(value).encode("unicode_escape").decode("ascii")
