"""Mappings whose keys the language declares, as classes of what is written there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import field, fields
from functools import cache
from typing import Any, ClassVar, cast

from ..diagnostics import Diagnostic, nearest, report
from ..light import dataclass
from ..read import Mapping, Node, Sequence
from ..source import Location
from .base import Findings, Schema, Shape, wrong


@dataclass(frozen=True, slots=True)
class Written:
    """Something written in a spec; it knows where each of its keys stands."""

    node: Mapping = field(repr=False, compare=False)

    choices: ClassVar[tuple[str, ...]] = ()
    """Keys of which exactly one must be there."""
    needs: ClassVar[MappingOf[str, str]] = {}
    """Keys that say nothing without another."""

    def at(self, *keys: str | int) -> Location:
        """Return where the value under *keys* stands, or the nearest thing around it."""
        here: Node = self.node
        for key in keys:
            inner = _inside(here, key)
            if inner is None:
                break
            here = inner
        return here.location

    def wrote(self, key: str) -> bool:
        """Tell whether the author wrote *key*."""
        return key in self.node.names

    @property
    def contents(self) -> Iterator[Any]:
        """The values of the keys that the author wrote."""
        keys = keys_of(type(self))
        for name in self.node.names:
            declared = keys.get(name)  # type: ignore[arg-type]
            if declared is not None:
                yield getattr(self, declared.attribute)


def _inside(node: Node, key: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(key, str):
        return node.get(key)
    if isinstance(node, Sequence) and isinstance(key, int):
        return node.items[key] if key < len(node.items) else None
    return None


def key(
    shape: Shape | Callable[[], Shape],
    says: str,
    *,
    required: bool = False,
    default: Any = None,
) -> Any:
    """Declare one key of a spec record: its shape and its meaning in a sentence."""
    return field(
        default=default,
        metadata={"shape": shape, "says": says, "required": required},
    )


@dataclass(frozen=True, slots=True)
class Key:
    """One declared key of a record."""

    name: str
    attribute: str
    shape: Shape
    says: str
    required: bool
    order: int
    """Its place among the keys of the record."""


def keys_of(record: type[Written]) -> dict[str, Key]:
    """Return the declared keys of *record* by their spelling in a spec."""
    return _keys_of(cast(Any, record))


@cache
def _keys_of(record: Any) -> dict[str, Key]:
    return {key.name: key for key in _declared(record)}


def _declared(record: type[Written]) -> Iterator[Key]:
    for order, each in enumerate(fields(record)):
        if "shape" in each.metadata:
            shape = each.metadata["shape"]
            yield Key(
                name=each.name.rstrip("_").replace("_", "-"),
                attribute=each.name,
                shape=shape() if not hasattr(shape, "read") else shape,
                says=each.metadata["says"],
                required=each.metadata["required"],
                order=order,
            )


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the keys that a class of `spec` declares."""

    of: Callable[[], type[Written]]
    name: str

    @property
    def expects(self) -> str:
        return f"a mapping ({self.name})"

    def read(self, node: Node, findings: Findings) -> Written | None:
        if not isinstance(node, Mapping):
            wrong(self, node, findings)
            return None
        record = self.of()
        findings.extend(_misused_keys(node, record, self.name))
        keys = keys_of(record)
        written = [
            (keys[str(each.key.value)], each.value)
            for each in node
            if each.key.value in keys
        ]
        values: dict[str, Any] = {}
        for declared, inner in sorted(written, key=lambda each: each[0].order):
            values[declared.attribute] = declared.shape.read(inner, findings)
        return record(node, **values)

    def schema(self) -> Schema:
        return {"$ref": f"#/definitions/{self.of().__name__}"}


def _misused_keys(
    node: Mapping, record: type[Written], where: str
) -> Iterator[Diagnostic]:
    """Yield keys that are unknown, missing, in each other's way or of no use."""
    keys = keys_of(record)
    written = {str(entry.key.value): entry.key for entry in node}
    for name, place in written.items():
        if name not in keys:
            near = nearest(name, keys)
            yield report(
                "unknown-key", place.location, near=near, key=name, where=where
            )
    for declared in keys.values():
        if declared.required and declared.name not in written:
            key = declared.name
            yield report("missing-key", node.location, key=key, where=where)
    is_known = written.keys() <= keys.keys()
    if is_known and record.choices and len(written.keys() & set(record.choices)) != 1:
        keys_said = ", ".join(record.choices)
        yield report("choose-one", node.location, where=where, keys=keys_said)
    for key, other in record.needs.items():
        if key in written and other not in written:
            yield report("needs-key", written[key].location, key=key, other=other)


def record_schema(record: type[Written]) -> Schema:
    """Return the JSON Schema of a record: its keys, which must be there, no others."""
    keys = keys_of(record).values()
    schema: Schema = {
        "type": "object",
        "description": _first_line(record),
        "properties": {
            key.name: _described(key.shape.schema(), key.says) for key in keys
        },
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }
    if record.choices:
        schema["oneOf"] = [{"required": [name]} for name in record.choices]
    if record.needs:
        schema["dependencies"] = {key: [other] for key, other in record.needs.items()}
    return schema


def _described(schema: Schema, says: str) -> Schema:
    """Return *schema* with a description; beside `$ref` draft 7 would ignore it."""
    if "$ref" in schema:
        return {"description": says, "allOf": [schema]}
    return {"description": says, **schema}


def _first_line(record: type[Written]) -> str:
    return (record.__doc__ or "").strip().splitlines()[0]
