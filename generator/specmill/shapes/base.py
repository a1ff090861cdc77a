"""What a shape is, and how it tells that a node is of another kind."""

from __future__ import annotations

from typing import Any, Final, Protocol

from ..diagnostics import Diagnostic, report
from ..read import Mapping, Node, Sequence

Json = Any
Schema = dict[str, Any]
Findings = list[Diagnostic]

UNKNOWN: Final = "unknown"
"""The word for what a page does not say, wherever a page may be silent."""


class Shape(Protocol):
    """One kind of value."""

    @property
    def expects(self) -> str:
        """Return what would be right, as the object of "expected"."""
        ...

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the value of *node*, or None after telling what is wrong with it."""
        ...

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        ...


def wrong(shape: Shape, node: Node, findings: Findings, *, hint: str = "") -> None:
    """Tell that *node* is of another kind than *shape*; *hint* says how, if it helps."""
    found = described(node)
    expected = f"{shape.expects}; {hint}" if hint else shape.expects
    findings.append(report("wrong-kind", node.location, found=found, expected=expected))


def described(node: Node) -> str:
    """Return what *node* is, as the object of "this is"."""
    if isinstance(node, Mapping):
        return "a mapping" if node.entries else "an empty mapping"
    if isinstance(node, Sequence):
        return "a list" if node.items else "an empty list"
    if isinstance(node.value, str):
        return f"'{node.value}'" if node.value.strip() else "empty text"
    return "null" if node.value is None else node.text
