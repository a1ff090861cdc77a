"""Every place of the language where text stands, found by walking its schema.

A position is a key of a record, and what is below it as far as no other record begins:
`FieldSpec.enum[]` is an item of the list, `FieldSpec.enum{}` a value of the mapping and
`FieldSpec.enum{key}` one of its keys.
A spot is where a position occurs in a file: it is met once in every part of a spec
(`request.body` and `request.headers` are two), so that what is written from it is, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from specmill.check import json_schema
from specmill.nodes import Entry, Mapping, Node, Scalar, Sequence

Schema = dict[str, Any]
Steps = tuple[int, ...]
"""The way to a node: the index of an entry or item on every level."""

SCHEMA: Schema = json_schema()
KEY = -1
"""As a last step: the key of the entry, not its value."""


@dataclass(frozen=True)
class Spot:
    """One place of one file: its position, the part of the spec, the way to it."""

    position: str
    part: str
    file: str
    steps: Steps
    is_key: bool = False


# What the language has ------------------------------------------------------------------


def positions() -> frozenset[str]:
    """Return every position that takes text."""
    found: set[str] = set()
    for name, record in SCHEMA["definitions"].items():
        for key, schema in record["properties"].items():
            found.update(_below(schema, f"{name}.{key}"))
    return frozenset(found)


def _below(schema: Schema, position: str) -> Iterator[str]:
    for each in _branches(schema):
        if "$ref" in each:
            continue
        if _takes_text(each):
            yield position
        if "items" in each:
            yield from _below(each["items"], f"{position}[]")
        if isinstance(each.get("additionalProperties"), dict):
            yield f"{position}{{key}}"
            yield from _below(each["additionalProperties"], f"{position}{{}}")


def _branches(schema: Schema) -> Iterator[Schema]:
    """Yield what may stand somewhere, one kind each."""
    if "anyOf" in schema:
        for each in schema["anyOf"]:
            yield from _branches(each)
    elif "allOf" in schema:
        yield from _branches(schema["allOf"][0])
    else:
        yield schema


def _takes_text(schema: Schema) -> bool:
    if "const" in schema:
        return isinstance(schema["const"], str)
    if "enum" in schema:
        return any(isinstance(each, str) for each in schema["enum"])
    kinds = schema.get("type", ["string"])
    return "string" in ([kinds] if isinstance(kinds, str) else kinds)


# Where it occurs ------------------------------------------------------------------------


def spots(file: str, root: Mapping) -> Iterator[Spot]:
    """Yield the places of one spec file where text stands or may stand."""
    kind = next(
        each["then"]["$ref"]
        for each in SCHEMA["allOf"]
        if root.get(each["if"]["required"][0]) is not None
    )
    yield from _in_record(root, kind, "", _Here(file, ()))


@dataclass(frozen=True)
class _Here:
    file: str
    steps: Steps

    def at(self, index: int) -> _Here:
        return replace(self, steps=(*self.steps, index))

    def spot(self, position: str, part: str, is_key: bool = False) -> Spot:
        return Spot(position, part, self.file, self.steps, is_key)


def _in_record(node: Mapping, ref: str, part: str, here: _Here) -> Iterator[Spot]:
    name = ref.rpartition("/")[2]
    properties = SCHEMA["definitions"][name]["properties"]
    for index, entry in enumerate(node.entries):
        key = str(entry.key.value)
        inner = _longer(part, f"{name}.{key}")
        yield from _in_value(
            entry.value, properties[key], f"{name}.{key}", inner, here.at(index)
        )


def _longer(part: str, step: str) -> str:
    """Return the part below *step*; an object inside of an object is one part."""
    steps = part.split("/") if part else []
    return "/".join(steps if step in steps else [*steps, step])


def _in_value(
    node: Node, schema: Schema, position: str, part: str, here: _Here
) -> Iterator[Spot]:
    branch = _branch(node, schema)
    if "$ref" in branch:
        assert isinstance(node, Mapping)
        yield from _in_record(node, branch["$ref"], part, here)
    elif isinstance(node, Scalar):
        if any(map(_takes_text, _branches(schema))):
            yield here.spot(position, part)
    elif isinstance(node, Sequence):
        items = branch.get("items", {})
        for index, item in enumerate(node.items):
            yield from _in_value(item, items, f"{position}[]", part, here.at(index))
    else:
        values = branch.get("additionalProperties", {})
        for index, entry in enumerate(node.entries):
            yield here.at(index).spot(f"{position}{{key}}", part, is_key=True)
            yield from _in_value(
                entry.value, values, f"{position}{{}}", part, here.at(index)
            )


def _branch(node: Node, schema: Schema) -> Schema:
    """Return the kind of value that *node* is."""
    fitting = [each for each in _branches(schema) if _may_be(node, each)]
    return fitting[0] if fitting else {}


def _may_be(node: Node, schema: Schema) -> bool:
    if "$ref" in schema:
        if not isinstance(node, Mapping):
            return False
        record = SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]]
        keys = {str(each.key.value) for each in node}
        return keys <= record["properties"].keys() and keys >= set(record["required"])
    if "enum" in schema or "const" in schema:
        return isinstance(node, Scalar)
    wanted = {Scalar: None, Sequence: "array", Mapping: "object"}[type(node)]
    if wanted is None:
        return schema.get("type") not in ("array", "object")
    return schema.get("type", wanted) == wanted


# Another text there ---------------------------------------------------------------------


def put(root: Mapping, spot: Spot, text: str) -> Mapping:
    """Return *root* with *text* at *spot*."""
    changed = _put(root, spot.steps, text, spot.is_key)
    assert isinstance(changed, Mapping)
    return changed


def _put(node: Node, steps: Steps, text: str, is_key: bool) -> Node:
    if not steps:
        return Scalar(text, text, True, node.location)
    index, *rest = steps
    if isinstance(node, Sequence):
        items = list(node.items)
        items[index] = _put(items[index], tuple(rest), text, is_key)
        return replace(node, items=tuple(items))
    assert isinstance(node, Mapping)
    entries = list(node.entries)
    old = entries[index]
    if is_key and not rest:
        key = Scalar(text, text, True, old.key.location)
        entries[index] = Entry(key, old.value)
    else:
        entries[index] = Entry(old.key, _put(old.value, tuple(rest), text, is_key))
    return replace(node, entries=tuple(entries))


# As YAML --------------------------------------------------------------------------------


def as_yaml(node: Node, indent: str = "") -> str:
    """Return *node* as YAML that reads back as the same values."""
    if isinstance(node, Mapping) and node.entries:
        pad = f"\n{indent}"
        return "".join(
            f"{pad}{_quoted(str(each.key.value))}: {as_yaml(each.value, indent + ' ')}"
            for each in node
        )
    if isinstance(node, Sequence) and node.items:
        return "".join(f"\n{indent}- {as_yaml(each, indent + ' ')}" for each in node)
    if isinstance(node, Scalar):
        return _quoted(node.text) if isinstance(node.value, str) else node.text
    return "{}" if isinstance(node, Mapping) else "[]"


@cache
def _quoted(text: str) -> str:
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(char: str) -> str:
    if char in '\\"':
        return f"\\{char}"
    if " " <= char <= "~":
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
