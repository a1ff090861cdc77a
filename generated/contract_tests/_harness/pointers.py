"""JSON pointers into a request or a reply: the floor of the harness."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

Json = Any
Steps = tuple[str, ...]


class Nothing:
    """The type of `NOTHING`, which stands where a document has no member."""

    def __repr__(self) -> str:
        return "nothing"


NOTHING: Final = Nothing()


@lru_cache(maxsize=4096)
def steps_of(pointer: str) -> Steps:
    """Return the names in *pointer*; the pointer of the whole document has none."""
    return tuple(
        step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]
    )


def pointer_of(steps: Iterable[object]) -> str:
    """Return the JSON pointer that leads through *steps*."""
    return "/".join(["", *map(_escaped, steps)])


def _escaped(step: object) -> str:
    name = step if isinstance(step, str) else str(step)
    if "~" in name or "/" in name:
        return name.replace("~", "~0").replace("/", "~1")
    return name


def found(document: Json, steps: Steps) -> Json:
    """Return what stands at *steps*, or `NOTHING`."""
    for step in steps:
        document = _child(document, step)
        if document is NOTHING:
            return NOTHING
    return document


def sent_at(request: Json, steps: Steps) -> Json:
    """Return what *request* has at *steps*, or `NOTHING`; headers have no letter case."""
    if steps[:1] != ("headers",):
        return found(request, steps)
    headers = found(request, steps[:1])
    by_name = {} if headers is NOTHING else headers
    named = (
        value for name, value in by_name.items() if name.lower() == steps[1].lower()
    )
    return next(named, NOTHING)


def _child(document: Json, step: str) -> Json:
    if isinstance(document, dict):
        return document.get(step, NOTHING)
    is_index = isinstance(document, list) and step.isdecimal()
    if is_index and int(step) < len(document):
        return document[int(step)]
    return NOTHING


def put(document: Json, steps: Steps, value: Json) -> Json:
    """Return a copy of *document* with *value* at *steps*; missing objects are made."""
    if not steps:
        return value
    first, rest = steps[0], steps[1:]
    if isinstance(document, list):
        items = list(document)
        items[int(first)] = put(items[int(first)], rest, value)
        return items
    members = dict(document) if isinstance(document, dict) else {}
    members[first] = put(members.get(first, {}), rest, value)
    return members


def drop(document: Json, steps: Steps) -> Json:
    """Return a copy of *document* without what stands at *steps*."""
    if _child(document, steps[0]) is NOTHING:
        return document
    is_list = isinstance(document, list)
    key: Any = int(steps[0]) if is_list else steps[0]
    rest, copy = steps[1:], list(document) if is_list else dict(document)
    if rest:
        copy[key] = drop(copy[key], rest)
    else:
        del copy[key]
    return copy


def alike(one: Json, other: Json) -> bool:
    """Compare two documents as JSON does: members have no order, 1 is not 1.0."""
    return one is other or _canonical(one) == _canonical(other)


def _canonical(value: Json) -> str:
    return "" if value is NOTHING else json.dumps(value, sort_keys=True)


def same(found: Json, expected: Json) -> bool:
    """Compare two scalars as JSON does, where true is not 1 and 1 is not "1"."""
    return found.__class__ is expected.__class__ and bool(found == expected)
