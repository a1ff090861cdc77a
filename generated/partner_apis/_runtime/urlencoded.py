"""Bodies as HTML forms write them: `name=value` joined by `&`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast
from urllib.parse import quote_plus, unquote_to_bytes

from .declare import Body, Shape
from .leaves import decoded, read_leaf, write_leaf
from .strict_json import MAX_DEPTH, Unreadable, Unwritable
from .violations import escaped

_STEP: Final = re.compile(r"\[([^\[\]]*)\]")
_MAX_ITEMS: Final = 10_000
_ANY: Final = Shape(kind="any")


def write(body: Body, value: object) -> bytes:
    """Return *value* as a form; the members of an object are `outer[inner]`."""
    pairs = _pairs(body, "", "", value, MAX_DEPTH)
    return "&".join(
        f"{_escaped(name)}={_escaped(text)}" for name, text in pairs
    ).encode("ascii")


def _escaped(text: str) -> str:
    return quote_plus(text, safe="[]")


def _pairs(
    body: Body, name: str, pointer: str, value: object, depth: int
) -> Iterator[tuple[str, str]]:
    if depth == 0:
        raise Unwritable(pointer, "is nested too deep")
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            at = f"{pointer}/{escaped(key)}"
            yield from _pairs(
                body, f"{name}[{key}]" if name else key, at, inner, depth - 1
            )
    elif isinstance(value, list | tuple):
        yield from _listed(body, name, pointer, tuple(value), depth)
    else:
        yield name, _text(pointer, value)


def _listed(
    body: Body, name: str, pointer: str, items: tuple[object, ...], depth: int
) -> Iterator[tuple[str, str]]:
    if body.lists == "commas":
        texts = [_text(f"{pointer}/{at}", item) for at, item in enumerate(items)]
        if any("," in text for text in texts):
            raise Unwritable(pointer, "is a list joined by commas, and an item has one")
        yield name, ",".join(texts)
        return
    for index, item in enumerate(items):
        at = f"{pointer}/{index}"
        if isinstance(item, dict | list | tuple):
            yield from _pairs(body, f"{name}[{index}]", at, item, depth - 1)
        else:
            mark = "[]" if body.lists == "brackets" else ""
            yield f"{name}{mark}", _text(at, item)


def _text(pointer: str, value: object) -> str:
    text = write_leaf(value)
    if text is None:
        found = "null" if value is None else f"a {type(value).__name__}"
        raise Unwritable(pointer, f"is {found}, which a form does not have")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = None
    if text is None:
        raise Unwritable(pointer, "is text that holds half of a surrogate pair")
    return text


# Reading ------------------------------------------------------------------------------


def read(body: Body, content: bytes) -> object:
    """Return the members of a form, typed as they are documented."""
    found: dict[str, object] = {}
    text = decoded(content)
    for pair in text.split("&") if text else ():
        name, _, value = pair.partition("=")
        _put(body, found, _unescaped(name), _unescaped(value))
    return _shaped(body, body.shape, found)


def _unescaped(text: str) -> str:
    return decoded(unquote_to_bytes(text.replace("+", " ")))


def _put(body: Body, found: dict[str, object], name: str, value: str) -> None:
    steps = _steps(name)
    if len(steps) > MAX_DEPTH:
        raise Unreadable(f"the body is nested deeper than {MAX_DEPTH}")
    here = found
    for step in steps[:-1]:
        inner = here.setdefault(step, {})
        if not isinstance(inner, dict):
            raise Unreadable("a member is both a value and an object")
        here = cast("dict[str, object]", inner)
    last = steps[-1] or str(len(here))
    if last not in here:
        here[last] = value
    elif isinstance(known := here[last], list):
        known.append(value)
    else:
        here[last] = [known, value]


def _steps(name: str) -> list[str]:
    head, bracket, rest = name.partition("[")
    rest = bracket + rest
    if not bracket or not head or not re.fullmatch(r"(?:\[[^\[\]]*\])+", rest):
        return [name]
    return [head, *_STEP.findall(rest)]


def _shaped(body: Body, shape: Shape, value: object) -> object:
    """Return *value* as *shape* has it: lists from repeated names, typed leaves."""
    if shape.kind == "list":
        item = shape.item or _ANY
        return [_shaped(body, item, each) for each in _items(body, value)]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        inner = shape.item or _ANY
        return {
            name: _shaped(body, shape.members.get(name, inner), each)
            for name, each in members.items()
        }
    if isinstance(value, list):
        if shape.kind != "any":
            raise Unreadable("a member is named twice")
        return value
    return read_leaf(shape.kind, str(value))


def _items(body: Body, value: object) -> list[object]:
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return [members[key] for key in sorted(members, key=_index)]
    if isinstance(value, list):
        return cast("list[object]", value)
    return list(str(value).split(",")) if body.lists == "commas" else [value]


def _index(key: str) -> int:
    if not key.isdecimal() or int(key) > _MAX_ITEMS:
        raise Unreadable("the items of a list are not numbered")
    return int(key)
