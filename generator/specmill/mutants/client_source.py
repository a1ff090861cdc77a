"""Generated source as text and tree at once, and what is replaced in it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TypeVar

from .. import ir
from ..light import dataclass

_Node = TypeVar("_Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Place:
    """A node and the characters that it stands on."""

    node: ast.expr | ast.stmt | ast.arg | ast.keyword
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One generated file."""

    file: str
    """Its path below the generated folder."""
    text: str
    tree: ast.Module
    _lines: tuple[int, ...]
    """Where each line begins."""

    @classmethod
    def of(cls, file: str, text: str) -> Source:
        lines = text.splitlines(keepends=True)
        return cls(file, text, ast.parse(text), (0, *accumulate(map(len, lines))))

    def start(self, node: ast.AST) -> int:
        return self._at(node.lineno, node.col_offset)  # type: ignore[attr-defined]

    def end(self, node: ast.AST) -> int:
        return self._at(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def _at(self, line: int, octets: int) -> int:
        # The tree counts octets of UTF-8, and text characters.
        begin = self._lines[line - 1]
        before = self.text[begin : self._lines[line]].encode("utf-8")[:octets]
        return begin + len(before.decode("utf-8"))

    def written(self, node: ast.AST) -> str:
        return self.text[self.start(node) : self.end(node)]

    def all(self, kind: type[_Node], below: ast.AST | None = None) -> Iterator[_Node]:
        """Yield every node of *kind*, in the order of the text."""
        found = [
            node
            for node in ast.walk(below if below is not None else self.tree)
            if isinstance(node, kind)
        ]
        yield from sorted(found, key=lambda node: (self.start(node), -self.end(node)))

    def function(self, name: str, inside: str = "") -> ast.FunctionDef | None:
        """Return the function called *name*, which may be a method of *inside*."""
        outer: ast.AST = self.tree
        if inside:
            outer = next(each for each in self.all(ast.ClassDef) if each.name == inside)
        return next(
            (each for each in self.all(ast.FunctionDef, outer) if each.name == name),
            None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is replaced in one file, and what of it is otherwise then."""

    operator: str
    """The row of the table that it was made by."""
    at: str
    """What of the operation it is about, such as `/body/otp`."""
    says: str
    """What the mutant does, as a sentence about the client."""
    file: str
    start: int
    end: int
    text: str
    fact: str = ""
    """The documented fact that it breaks, by its name in the contract document."""
    first: str = ""
    """The test that will most likely find it."""

    @property
    def id(self) -> str:
        return f"{self.operator}: {self.at}" if self.at else self.operator

    def of(self, text: str) -> str:
        """Return what becomes of the file's *text*."""
        return text[: self.start] + self.text + text[self.end :]


@dataclass(frozen=True, slots=True)
class Subject:
    """One operation as it was generated."""

    package: str
    partner: ir.Partner
    operation: ir.Operation
    files: dict[str, Source]
    """The files of its partner and of the runtime, by their path below the folder."""

    def source(self, path: str) -> Source:
        """Return a file of the partner."""
        return self.files[f"{self.package}/{self.partner.name}/{path}"]

    def runtime(self, path: str) -> Source:
        """Return a file of the runtime."""
        return self.files[f"{self.package}/_runtime/{path}"]


Operators = Callable[[Subject], Iterator[Change]]
