"""How bodies are written: formats, and what each of them cannot carry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from .. import ir
from ..diagnostics import nearest, report
from ..spec import XML_NAME, BodySpec
from .layers import Layered, evidence_at
from .scope import INNER, Scope

NONE: Final = "none"
_OWN_KEYS: Final = {
    "root": "xml",
    "namespace": "xml",
    "lists": "form",
    "layout": "text",
    "separator": "csv",
    "header": "csv",
}
"""The format that a key of a body belongs to."""


def writing_of(scope: Scope, spec: BodySpec | str | None) -> ir.Writing:
    """Return how a body is written, after telling of keys that are not of its format."""
    if spec == NONE:
        return ir.Writing(format="none")
    if not isinstance(spec, BodySpec):
        return ir.JSON
    for key, format in _OWN_KEYS.items():
        if spec.wrote(key) and spec.format != format:
            shown = {"key": key, "expected": format, "found": spec.format}
            scope.findings.append(report("other-format", spec.at(key), **shown))
    if spec.format == "xml" and spec.root is None:
        scope.findings.append(report("no-root", spec.at("format")))
    written: Any = spec.format
    lists: Any = spec.lists or "repeat"
    return ir.Writing(
        format=written,
        media=spec.media or "",
        root=spec.root or "",
        namespace=spec.namespace or "",
        lists=lists,
        layout=spec.layout or "",
        separator=spec.separator or ",",
        header=spec.header is not False,
        sealed=_sealed(scope, spec),
    )


def _sealed(scope: Scope, spec: BodySpec) -> ir.Seal | None:
    """Return the envelope of a body, after telling why it cannot be made."""
    seal = spec.sealed
    if seal is None:
        return None
    key = str(seal.key_.credential) if seal.key_ is not None else ""
    is_plain = seal.as_ == "base64"
    for at, is_wrong, says in (
        ("key", is_plain and key, "of base64 has no key"),
        ("vector", is_plain and seal.vector, "of base64 has no initialization vector"),
        ("as", not is_plain and not key, f"of {seal.as_} needs a 'key'"),
        (
            "vector",
            seal.vector and not seal.in_,
            "has no other member: name it in 'in'",
        ),
        ("vector", seal.vector and seal.vector == seal.in_, "has one member for both"),
        ("as", spec.format in ("multipart", "csv"), f"cannot hold {spec.format}"),
    ):
        if is_wrong:
            scope.findings.append(report("bad-seal", seal.at(at), says=says))
    if key and key not in scope.credentials:
        near, where = nearest(key, scope.credentials), seal.at("key")
        scope.findings.append(report("no-such-credential", where, near=near, name=key))
    return ir.Seal(
        algorithm=str(seal.as_),
        member=seal.in_ or "",
        encoding=seal.encoding or "base64",
        key=key,
        key_written=seal.key_written or "text",
        vector_in=seal.vector or "",
        evidence=evidence_at(seal, "evidence", None),
    )


def mark_of(layered: Layered) -> ir.XmlMark | None:
    """Return how a member stands in XML, where it says so."""
    keys = ("attribute", "content", "tag", "attributes", "namespace")
    if not any(map(layered.writes, keys)):
        return None
    namespace = layered.get("namespace")
    return ir.XmlMark(
        kind=(
            "attribute"
            if layered.get("attribute")
            else "content" if layered.get("content") else "element"
        ),
        tag=layered.get("tag", ""),
        attributes=tuple((layered.get("attributes") or {}).items()),
        namespace="" if namespace == NONE else namespace,
    )


# What a format cannot carry -----------------------------------------------------------


def tell_unwritable(scope: Scope, writing: ir.Writing, record: ir.Record) -> None:
    """Report members that the format of a body has no way to write."""
    for field in _all(record.fields):
        if writing.format != "xml" and field.xml is not None:
            key = next(
                each for each in _MARKS if scope.written[field.path].writes(each)
            )
            shown = {"key": key, "expected": "xml", "found": writing.format}
            scope.tell_at("other-format", field.path, key, **shown)
    for field in _all(record.fields):
        is_file = isinstance(field.type, ir.Record) and field.type.is_file
        if is_file and writing.format != "multipart":
            shown = {"wire_name": field.wire_name, "found": "a file"}
            place = f"the format {writing.format}"
            scope.tell_at("no-carrier", field.path, "type", **shown, place=place)
    for field, key, found in _FINDERS.get(writing.format, _nothing)(writing, record):
        place = _NAMES[writing.format]
        shown = {"wire_name": field.wire_name, "place": place, "found": found}
        scope.tell_at("no-carrier", field.path, key, **shown)
    if writing.format in ("text", "csv") and not _is_whole(writing, record):
        field_path = record.fields[0].path if record.fields else ""
        if field_path:
            says = _WHOLE[writing.format]
            scope.tell_at("not-of-format", field_path, format=writing.format, says=says)


_MARKS: Final = ("attribute", "content", "tag", "attributes", "namespace")
_NAMES: Final = {
    "form": "a form",
    "multipart": "a multipart body",
    "xml": "XML",
    "text": "text",
    "csv": "CSV",
}
_WHOLE: Final = {
    "text": "one member, or 'layout' with each of them in braces",
    "csv": "one member, a list of objects: the lines",
}
Odd = Iterator[tuple[ir.Field, str, str]]


def _all(fields: tuple[ir.Field, ...]) -> Iterator[ir.Field]:
    for field in fields:
        yield field
        kind = field.type
        if isinstance(kind, ir.Record):
            yield from _all(kind.fields)
        elif isinstance(kind, ir.Array | ir.Map):
            yield from _all((kind.item if isinstance(kind, ir.Array) else kind.value,))


def _nothing(writing: ir.Writing, record: ir.Record) -> Odd:
    yield from ()


def _in_form(writing: ir.Writing, record: ir.Record) -> Odd:
    for field in _all(record.fields):
        if field.nullable:
            yield field, "nullable", "null at times"
        if not isinstance(field.type, ir.Array) or writing.lists == "brackets":
            continue
        if not isinstance(field.type.item.type, _PLAIN):
            yield field, "type", "a list of more than plain values"


_PLAIN: Final = ir.Text | ir.Integer | ir.Number | ir.Boolean | ir.Anything


def _in_parts(writing: ir.Writing, record: ir.Record) -> Odd:
    for field in record.fields:
        held = field.type.item.type if isinstance(field.type, ir.Array) else field.type
        is_file = isinstance(held, ir.Record) and held.is_file
        if field.nullable:
            yield field, "nullable", "null at times"
        elif not is_file and not isinstance(held, _PLAIN):
            yield field, "type", "a value with parts"


def _second_contents(record: ir.Record) -> Odd:
    inner = [each.type for each in _all(record.fields)]
    for each in (record, *(kind for kind in inner if isinstance(kind, ir.Record))):
        contents = [
            field for field in each.fields if field.xml and field.xml.kind == "content"
        ]
        for field in contents[1:]:
            yield field, "content", "a second text of one element"


def _in_xml(writing: ir.Writing, record: ir.Record) -> Odd:
    yield from _second_contents(record)
    for field in _all(record.fields):
        if _tag(field).lower() == "xmlns":
            yield field, "type", "a name that declares a namespace (give it a 'tag')"
        is_inner = field.xml is not None and field.xml.kind != "element"
        if is_inner and not isinstance(field.type, _PLAIN):
            yield field, "type", "more than plain text in an attribute or as content"
        kind = field.type
        if isinstance(kind, ir.Array) and isinstance(kind.item.type, ir.Array):
            yield field, "type", "a list of lists"
        is_named = field.wire_name not in INNER.values()
        if is_named and not re.fullmatch(XML_NAME, _tag(field)):
            yield field, "type", "a name that no element can have (give it a 'tag')"


def _tag(field: ir.Field) -> str:
    return (field.xml.tag if field.xml else "") or field.wire_name


def _in_text(writing: ir.Writing, record: ir.Record) -> Odd:
    for field in record.fields:
        if not isinstance(field.type, _PLAIN):
            yield field, "type", "a value with parts"
        elif field.nullable:
            yield field, "nullable", "null at times"


def _in_csv(writing: ir.Writing, record: ir.Record) -> Odd:
    for outer in record.fields[:1]:
        kind = outer.type
        line = kind.item.type if isinstance(kind, ir.Array) else None
        if isinstance(line, ir.Record):
            yield from _in_text(writing, line)


_FINDERS: Final[dict[str, Callable[[ir.Writing, ir.Record], Odd]]] = {
    "form": _in_form,
    "multipart": _in_parts,
    "xml": _in_xml,
    "text": _in_text,
    "csv": _in_csv,
}


def _is_whole(writing: ir.Writing, record: ir.Record) -> bool:
    names = [field.wire_name for field in record.fields]
    if writing.format == "text":
        held = re.findall(r"\{([^{}]*)\}", writing.layout)
        return sorted(held) == sorted(names) if writing.layout else len(names) == 1
    kind = record.fields[0].type if len(names) == 1 else None
    return isinstance(kind, ir.Array) and isinstance(kind.item.type, ir.Record)
