"""Bodies of XML, by expat: no entities, no document type, no way out of the document.

The members of an object are the elements in it, its attributes, or its text; a list is
an element that stands there more than once. What no page describes is kept under the
name it has, so that it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Final, NoReturn, cast
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from .declare import Body, Shape
from .leaves import read_leaf, write_leaf
from .light import dataclass
from .strict_json import MAX_DEPTH, Unreadable, Unwritable
from .violations import escaped

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_NO_CHAR: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RETURNS: Final = {"\r": "&#13;"}
_TEXT: Final = "#text"
"""The name of text that stands where no page has text."""
_ANY: Final = Shape(kind="any")


# Writing ------------------------------------------------------------------------------


def write(body: Body, value: object) -> bytes:
    """Return *value* as a document, its members in the order in which they stand."""
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    top = Shape(
        kind="object",
        members=body.shape.members,
        tag=body.root,
        namespace=body.namespace,
    )
    return f"{start}{''.join(_element(top, body.root, '', '', value, 0))}".encode()


def _element(
    shape: Shape, name: str, around: str, pointer: str, value: object, depth: int
) -> Iterator[str]:
    """Yield one element; *around* is the namespace of the one that it stands in."""
    if depth > MAX_DEPTH:
        raise Unwritable(pointer, "is nested too deep")
    if isinstance(value, list | tuple):
        item = _item(shape)
        for index, each in enumerate(value):
            at = f"{pointer}/{index}"
            yield from _element(item, name, around, at, each, depth + 1)
        return
    tag = shape.tag or name
    if not _NAME.fullmatch(tag):
        raise Unwritable(pointer, "has a name that no element can have")
    space = around if shape.namespace is None else shape.namespace
    marks = [f" xmlns={_quoted(space)}"] if space != around else []
    marks += [f" {key}={_quoted(text)}" for key, text in shape.attributes]
    if value is None:
        yield f'<{tag}{"".join(marks)} xmlns:xsi="{_XSI}" xsi:nil="true"/>'
        return
    members = cast("dict[str, object]", value) if isinstance(value, dict) else {}
    for key, each in members.items():
        if _of(shape, key).xml == "attribute":
            text = _text(f"{pointer}/{escaped(key)}", each)
            marks.append(f" {_of(shape, key).tag or key}={_quoted(text)}")
    yield f"<{tag}{''.join(marks)}>"
    if isinstance(value, dict):
        yield from _inside(shape, space, pointer, members, depth)
    else:
        yield escape(_text(pointer, value), _RETURNS)
    yield f"</{tag}>"


def _inside(
    shape: Shape, space: str, pointer: str, members: Mapping[str, object], depth: int
) -> Iterator[str]:
    for key, each in members.items():
        at, inner = f"{pointer}/{escaped(key)}", _of(shape, key)
        if inner.xml == "content":
            yield escape(_text(at, each), _RETURNS)
        elif inner.xml == "element":
            yield from _element(inner, key, space, at, each, depth + 1)


def _of(shape: Shape, key: str) -> Shape:
    return shape.members.get(key) or shape.item or _ANY


def _item(shape: Shape) -> Shape:
    """Return what a list holds, which stands in the elements of the list itself."""
    item = shape.item or _ANY
    return Shape(
        kind=item.kind,
        members=item.members,
        item=item.item,
        tag=shape.tag,
        attributes=shape.attributes,
        namespace=shape.namespace,
    )


def _quoted(text: str) -> str:
    return quoteattr(text, {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def _text(pointer: str, value: object) -> str:
    text = write_leaf(value)
    if text is None:
        raise Unwritable(pointer, f"is a {type(value).__name__}, which is no XML text")
    if _NO_CHAR.search(text):
        raise Unwritable(pointer, "is text with a character that XML does not have")
    return text


# Reading ------------------------------------------------------------------------------


@dataclass(slots=True)
class _Node:
    """One element as it came; names are pairs of namespace and local name."""

    name: tuple[str, str]
    attributes: dict[tuple[str, str], str]
    children: list[_Node] = field(default_factory=list["_Node"])
    texts: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        return "".join(self.texts)


def read(body: Body, content: bytes) -> object:
    """Return the members of the root; Unreadable for another root, or for no XML."""
    root = _parsed(content)
    if root.name != (body.namespace, body.root):
        raise Unreadable(f"the root of the body is not <{body.root}>")
    return _object(body.shape, root)


class _Refused(Exception):
    """The document has what it must not have; the text says what."""


def _parsed(content: bytes) -> _Node:
    stack: list[_Node] = [_Node(("", ""), {})]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > MAX_DEPTH:
            raise _Refused(f"the body is nested deeper than {MAX_DEPTH}")
        named = {_split(key): text for key, text in attributes.items()}
        node = _Node(_split(name), named)
        stack[-1].children.append(node)
        stack.append(node)

    def end(name: str) -> None:
        stack.pop()

    def text(found: str) -> None:
        stack[-1].texts.append(found)

    def refuse(*_: Any) -> NoReturn:
        raise _Refused("the body declares a document type or an entity")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    problem = ""
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        problem = f"the body is not XML at line {error.lineno}"
    except _Refused as error:
        problem = str(error)
    except (ValueError, LookupError):
        problem = "the body is XML in an encoding that is not known"
    if problem:
        raise Unreadable(problem)
    return stack[0].children[0]


def _split(name: str) -> tuple[str, str]:
    space, _, local = name.rpartition(" ")
    return space, local


def _value(shape: Shape, node: _Node) -> object:
    if node.attributes.get((_XSI, "nil")) in ("true", "1"):
        return None
    inner = _Node(node.name, _unmarked(shape, node), node.children, node.texts)
    has_parts = bool(inner.children or inner.attributes)
    if shape.kind in ("object", "map") or has_parts:
        return _object(shape, inner)
    # White space around a number is none of it; around text it may be.
    is_text = shape.kind in ("text", "any")
    return read_leaf(shape.kind, node.text if is_text else node.text.strip())


def _unmarked(shape: Shape, node: _Node) -> dict[tuple[str, str], str]:
    """Return the attributes that are values: not those that tell elements apart."""
    marks = dict(shape.attributes)
    return {
        name: text
        for name, text in node.attributes.items()
        if name[0] != _XSI and marks.get(name[1]) != text
    }


def _object(shape: Shape, node: _Node) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, text in node.attributes.items():
        if key[0] != _XSI:
            name, inner = _member_of_attribute(shape, key)
            found[name] = read_leaf(inner.kind, text)
    content = next((k for k, s in shape.members.items() if s.xml == "content"), "")
    if content:
        found[content] = read_leaf(shape.members[content].kind, node.text)
    elif node.text.strip():
        found[_TEXT] = node.text
    for child in node.children:
        name, inner = _member_of_element(shape, node.name[0], child)
        _add(found, name, inner, child)
    return found


def _member_of_attribute(shape: Shape, key: tuple[str, str]) -> tuple[str, Shape]:
    space, local = key
    for name, inner in shape.members.items():
        if inner.xml == "attribute" and not space and (inner.tag or name) == local:
            return name, inner
    return (f"{{{space}}}{local}" if space else f"@{local}"), _ANY


def _member_of_element(shape: Shape, around: str, child: _Node) -> tuple[str, Shape]:
    """Return the member that an element is; one of no page goes by its own name."""
    space, local = child.name
    for name, inner in shape.members.items():
        due = (
            around if inner.namespace is None else inner.namespace,
            inner.tag or name,
        )
        marks = all(child.attributes.get(("", k)) == v for k, v in inner.attributes)
        if inner.xml == "element" and child.name == due and marks:
            return name, inner
    known = shape.item or _ANY
    return (local if space == around else f"{{{space}}}{local}"), known


def _add(found: dict[str, object], name: str, shape: Shape, child: _Node) -> None:
    if shape.kind == "list":
        items = cast("list[object]", found.setdefault(name, []))
        items.append(_value(_item(shape), child))
    elif name not in found:
        found[name] = _value(shape, child)
    elif shape.kind != "any":
        raise Unreadable(f"<{child.name[1]}> stands there twice")
    elif isinstance(known := found[name], list):
        known.append(_value(shape, child))
    else:
        found[name] = [known, _value(shape, child)]
