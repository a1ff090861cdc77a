"""Shapes made of shapes: lists, tables, a choice of several."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Any

from ..diagnostics import Diagnostic, report
from ..light import dataclass
from ..read import Mapping, Node, Scalar, Sequence, plain
from ..verbatim import wording
from .base import UNKNOWN, Findings, Json, Schema, Shape, described, is_of_names, wrong


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of at least one value of one shape, none twice unless it *repeats*."""

    item: Shape
    repeats: bool = False

    @property
    def expects(self) -> str:
        return f"a list, each {self.item.expects}"

    def read(self, node: Node, findings: Findings) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence) or not node.items:
            is_empty = isinstance(node, Sequence)
            wrong(self, node, findings, hint="give at least one" if is_empty else "")
            return None
        if not self.repeats:
            findings.extend(_repeated(node))
        return tuple(self.item.read(item, findings) for item in node)

    def schema(self) -> Schema:
        return {
            "type": "array",
            "items": self.item.schema(),
            "minItems": 1,
            **({} if self.repeats else {"uniqueItems": True}),
        }


def _repeated(node: Sequence) -> Iterator[Diagnostic]:
    """Yield the values that stand a second time; JSON tells true from 1, not 1.0."""
    seen: set[Hashable] = set()
    for item in node:
        value = _comparable(plain(item))
        if value in seen:
            yield report("listed-twice", item.location, value=described(item))
        seen.add(value)


def _comparable(value: Json) -> Hashable:
    """Return *value* so that `==` compares it as JSON does, and so that it has a hash."""
    if isinstance(value, dict):
        return dict, frozenset((key, _comparable(each)) for key, each in value.items())
    if isinstance(value, list):
        return list, tuple(map(_comparable, value))
    return type(value) is bool, value


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping whose keys the author chooses, in the author's order."""

    value: Shape
    key: str | None = None
    """The pattern of a key; None lets any text be one."""
    key_says: str = "a name"
    at_least: int = 0

    @property
    def expects(self) -> str:
        return "a mapping with an entry" if self.at_least else "a mapping"

    def read(self, node: Node, findings: Findings) -> dict[str, Any] | None:
        if not isinstance(node, Mapping) or len(node.entries) < self.at_least:
            wrong(self, node, findings)
            return None
        written = str if is_of_names(self.key) else wording
        return {
            written(entry.key.value): self.value.read(entry.value, findings)
            for entry in node
            if self._key_fits(entry.key, findings)
        }

    def _key_fits(self, key: Scalar, findings: Findings) -> bool:
        if self.key is None or re.fullmatch(self.key, str(key.value), re.ASCII):
            return True
        says = self.key_says
        findings.append(
            report("bad-name", key.location, name=str(key.value), expected=says)
        )
        return False

    def schema(self) -> Schema:
        schema: Schema = {
            "type": "object",
            "additionalProperties": self.value.schema(),
        }
        if self.key is not None:
            says = f"this should be {self.key_says}"
            pattern = f"^(?:{self.key})$"
            schema["propertyNames"] = {"pattern": pattern, "patternErrorMessage": says}
        if self.at_least:
            schema["minProperties"] = self.at_least
        return schema


@dataclass(frozen=True, slots=True)
class Either:
    """One of several shapes, chosen by what kind of node stands there."""

    scalar: Shape | None = None
    mapping: Shape | None = None
    sequence: Shape | None = None

    @property
    def _present(self) -> Iterator[Shape]:
        return (s for s in (self.scalar, self.mapping, self.sequence) if s is not None)

    @property
    def expects(self) -> str:
        return " or ".join(shape.expects for shape in self._present)

    def read(self, node: Node, findings: Findings) -> Any:
        shape = self._for(node)
        if shape is None:
            wrong(self, node, findings)
            return None
        return shape.read(node, findings)

    def _for(self, node: Node) -> Shape | None:
        if isinstance(node, Mapping):
            return self.mapping
        return self.sequence if isinstance(node, Sequence) else self.scalar

    def schema(self) -> Schema:
        return {"anyOf": [shape.schema() for shape in self._present]}


@dataclass(frozen=True, slots=True)
class OrUnknown:
    """A value of *shape*, or the word `unknown` where the page does not say."""

    shape: Shape

    @property
    def expects(self) -> str:
        return f"{self.shape.expects}, or {UNKNOWN}"

    def read(self, node: Node, findings: Findings) -> Any:
        if isinstance(node, Scalar) and node.value == UNKNOWN:
            return UNKNOWN
        before = len(findings)
        value = self.shape.read(node, findings)
        if len(findings) > before and isinstance(node, Scalar):
            del findings[before:]
            wrong(self, node, findings)
            return None
        return value

    def schema(self) -> Schema:
        return {"anyOf": [{"const": UNKNOWN}, self.shape.schema()]}
