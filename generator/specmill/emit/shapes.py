"""How bodies are written, as the values that a client declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import ir
from ..literals import literal

_KINDS: Final[dict[type, str]] = {
    ir.Text: "text",
    ir.Integer: "integer",
    ir.Number: "number",
    ir.Boolean: "boolean",
    ir.Anything: "any",
    ir.Record: "object",
    ir.Array: "list",
    ir.Map: "map",
}


def body(writing: ir.Writing, record: ir.Record | None) -> str:
    """Return the constructor call of a body; its shape is left out for None."""
    plain = ir.Writing()
    given = [f"format={literal(writing.format)}"]
    for key in ("media", "root", "namespace", "lists", "layout", "separator", "header"):
        value = getattr(writing, key)
        if value != getattr(plain, key):
            given.append(f"{key}={literal(value)}")
    if writing.sealed is not None:
        given.append(f"sealed={_seal(writing.sealed)}")
    if record is not None:
        given.append(f"shape={shape(record)}")
    return f"d.Body({', '.join(given)})"


def _seal(seal: ir.Seal) -> str:
    given = [f"algorithm={literal(seal.algorithm)}"]
    given += [f"member={literal(seal.member)}"] if seal.member else []
    given += [f"encoding={literal(seal.encoding)}"] if seal.encoding != "base64" else []
    given += [f"key=d.Credential({literal(seal.key)})"] if seal.key else []
    if seal.key_written != "text":
        given.append(f"key_written={literal(seal.key_written)}")
    given += [f"vector_in={literal(seal.vector_in)}"] if seal.vector_in else []
    return f"d.Seal({', '.join(given)})"


def shape(kind: ir.Type, mark: ir.XmlMark | None = None) -> str:
    """Return the constructor call of the shape of a value."""
    return f"d.Shape({', '.join(_arguments(kind, mark))})"


def _arguments(kind: ir.Type, mark: ir.XmlMark | None) -> Iterator[str]:
    name = _KINDS[type(kind)]
    if name != "text":
        yield f"kind={literal(name)}"
    if isinstance(kind, ir.Record) and kind.fields:
        members = (
            f"{literal(each.wire_name)}: {shape(each.type, each.xml)}"
            for each in kind.fields
        )
        yield f"members={{{', '.join(members)},}}"
    elif isinstance(kind, ir.Array | ir.Map):
        item = kind.item if isinstance(kind, ir.Array) else kind.value
        yield f"item={shape(item.type, item.xml)}"
    if mark is not None:
        yield from _marks(mark)


def _marks(mark: ir.XmlMark) -> Iterator[str]:
    if mark.kind != "element":
        yield f"xml={literal(mark.kind)}"
    if mark.tag:
        yield f"tag={literal(mark.tag)}"
    if mark.attributes:
        yield f"attributes={literal(mark.attributes)}"
    if mark.namespace is not None:
        yield f"namespace={literal(mark.namespace)}"
