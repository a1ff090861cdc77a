"""What a shape is, and how it tells that a node is of another kind."""

from __future__ import annotations

import re
from functools import cache
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


@cache
def is_of_names(pattern: str | None) -> bool:
    """Tell whether *pattern* lets nothing pass but letters, digits and `_ - . :`.

    What such a pattern holds is a name, which is plain; other text is `Verbatim`.
    """
    return pattern is not None and _OF_NAMES.fullmatch(pattern) is not None


_OF_NAMES: Final = re.compile(
    r"""(?: [\w:-] | \\\. | \(\?: | [)|*+?] | \{[0-9]+,?[0-9]*\}
        | \[ (?: [a-z]-[a-z] | [A-Z]-[A-Z] | [0-9]-[0-9] | [\w.:] )* -? \] )+""",
    re.ASCII | re.VERBOSE,
)
"""Signs that stand for themselves, classes of them, groups, and how often."""


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
