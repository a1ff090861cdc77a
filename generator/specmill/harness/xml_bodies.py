"""XML by ElementTree, from and to documents, as the key `xml` of their schemas says.

A document type is refused before anything is parsed: without one there are no entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from .bodies import kinds_of, text_of, typed
from .pointers import Json

_NIL: Final = "{http://www.w3.org/2001/XMLSchema-instance}nil"
Element = ElementTree.Element


def written(root: str, namespace: str, schema: Json, document: Json) -> bytes:
    """Return *document* as an XML document."""
    element = Element(_name(namespace, root))
    _fill(element, namespace, schema, document)
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(element)


def read(root: str, namespace: str, schema: Json, content: bytes) -> Json:
    """Return the document in *content*; ValueError where it is not as documented."""
    if b"<!" in content.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise ValueError("there is a document type")
    try:
        element = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise ValueError(f"it is not XML: {error}") from None
    if element.tag != _name(namespace, root):
        raise ValueError(f"the root is {element.tag}")
    return _members(element, namespace, schema)


def _name(namespace: str, tag: str) -> str:
    return f"{{{namespace}}}{tag}" if namespace else tag


def _mark(schema: Json) -> Json:
    return schema.get("xml", {}) if isinstance(schema, dict) else {}


# Writing ------------------------------------------------------------------------------


def _fill(element: Element, around: str, schema: Json, value: Json) -> None:
    if value is None:
        element.set(_NIL, "true")
    elif not isinstance(value, dict):
        element.text = text_of(value)
    else:
        for name, each in value.items():
            _put(element, around, name, _schema_of(schema, name), each)


def _put(element: Element, around: str, name: str, schema: Json, value: Json) -> None:
    mark = _mark(schema)
    kind, tag = mark.get("kind", "element"), mark.get("tag", name)
    if kind == "attribute":
        element.set(tag, text_of(value))
    elif kind == "content":
        element.text = text_of(value)
    else:
        space = mark.get("namespace", around)
        is_list = isinstance(value, list)
        for each in value if is_list else [value]:
            child = ElementTree.SubElement(element, _name(space, tag))
            for key, text in mark.get("attributes", {}).items():
                child.set(key, text)
            _fill(child, space, schema.get("items", {}) if is_list else schema, each)


def _schema_of(schema: Json, name: str) -> Json:
    known = schema.get("properties", {})
    more = schema.get("additionalProperties", {})
    return known.get(name, more if isinstance(more, dict) else {})


# Reading ------------------------------------------------------------------------------


def _members(element: Element, around: str, schema: Json) -> dict[str, Json]:
    found: dict[str, Json] = {}
    own = _mark(schema).get("attributes", {})
    for key, text in element.attrib.items():
        if key != _NIL and own.get(key) != text:
            name = _named(schema, "attribute", key) or f"@{key}"
            found[name] = typed(text, _schema_of(schema, name))
    content = _named(schema, "content", "")
    if content:
        text = "".join(_texts(element))
        found[content] = typed(text, _schema_of(schema, content))
    elif "".join(_texts(element)).strip():
        found["#text"] = "".join(_texts(element))
    for child in element:
        name, space = _element_name(schema, around, child)
        inner = _schema_of(schema, name)
        if "array" in kinds_of(inner):
            item = {**inner.get("items", {}), "xml": _mark(inner)}
            found.setdefault(name, []).append(_value(child, space, item))
        elif name in found:
            raise ValueError(f"{name} stands there twice")
        else:
            found[name] = _value(child, space, inner)
    return found


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    yield from (child.tail or "" for child in element)


def _named(schema: Json, kind: str, tag: str) -> str:
    """Return the member that is an attribute called *tag*, or the content."""
    for name, each in schema.get("properties", {}).items():
        mark = _mark(each)
        is_kind = mark.get("kind", "element") == kind
        if is_kind and (kind == "content" or mark.get("tag", name) == tag):
            return str(name)
    return ""


def _element_name(schema: Json, around: str, child: Element) -> tuple[str, str]:
    """Return the member that an element is, and the namespace of what is in it."""
    for name, each in schema.get("properties", {}).items():
        mark = _mark(each)
        space = mark.get("namespace", around)
        marks = mark.get("attributes", {}).items()
        if (
            mark.get("kind", "element") == "element"
            and child.tag == _name(space, mark.get("tag", name))
            and all(child.get(key) == text for key, text in marks)
        ):
            return name, space
    return child.tag.removeprefix(f"{{{around}}}"), around


def _value(element: Element, around: str, schema: Json) -> Json:
    if element.get(_NIL) in ("true", "1"):
        return None
    marks = _mark(schema).get("attributes", {})
    own = [key for key, text in element.attrib.items() if marks.get(key) != text]
    if "object" in kinds_of(schema) or own or len(element):
        return _members(element, around, schema)
    text = element.text or ""
    is_text = not kinds_of(schema) & {"integer", "number", "boolean"}
    return typed(text if is_text else text.strip(), schema)
