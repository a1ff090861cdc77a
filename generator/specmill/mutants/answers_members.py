"""Answers with a member that is missing, of another type, or not what was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from ..harness.desk import Record
from ..harness.pointers import NOTHING, Json, Steps, drop, found, pointer_of, put
from ..harness.replies import Reply
from ..light import dataclass
from .answers_rows import Row, in_reply, swapped


def members(reply: Reply, schema: Json, above: Steps) -> Iterator[Row]:
    """Yield answers that have one member otherwise, however deep it stands."""
    name = f"replies.{reply.name}"
    where = ".".join((name, *above))
    if schema.get("additionalProperties") is False:
        yield _in(
            reply, (*above, "xUnknownMember"), where, "comes beside", _Put("text")
        )
    for key, inner in schema.get("properties", {}).items():
        at = (*above, key)
        fact = ".".join((name, *at))
        if found(reply.example, at) is NOTHING:
            continue
        if key in schema["required"]:
            yield _in(reply, at, f"{fact}.required", "is left out", _Drop())
        is_told = key in schema["required"] or not schema.get(
            "additionalProperties", True
        )
        for label, renamed in _renamed(key, is_told):
            yield _in(reply, at, fact, f"is called {label}", _Rename(renamed))
        for says, value in _retyped(found(reply.example, at), inner):
            yield _in(reply, at, fact, says, value)
        if inner.get("x-now", {}).get("kind") == "milliseconds":
            yield _in(reply, at, fact, "stands still", _Still({}))
            yield _in(reply, at, fact, "has no milliseconds", _Made(_of_seconds))
        unlike = {
            says: (key_of, value)
            for key_of, says, value in _unlike(found(reply.example, at), inner)
        }
        for says, (key_of, value) in unlike.items():
            yield _in(reply, at, f"{fact}.{key_of}", says, value)
        yield from members(reply, inner, at)


def _in(reply: Reply, at: Steps, fact: str, says: str, edit: Any) -> Row:
    place = f"{reply.name}.{'.'.join(at)}"
    return Row(
        f"reply {place} {says}",
        fact,
        f"{place} {says}",
        in_reply(reply, lambda body, record: edit(body, at)),
    )


@dataclass(frozen=True, slots=True)
class _Put:
    value: Json

    def __call__(self, body: Json, at: Steps) -> Json:
        return put(body, at, self.value)


@dataclass(frozen=True, slots=True)
class _Made:
    """Put what is made of the value that stands there."""

    make: Callable[[Json], Json]

    def __call__(self, body: Json, at: Steps) -> Json:
        value = found(body, at)
        return body if value is NOTHING else put(body, at, self.make(value))


@dataclass(frozen=True, slots=True)
class _Still:
    """Put what stood there first."""

    first: dict[str, Json]

    def __call__(self, body: Json, at: Steps) -> Json:
        return put(body, at, self.first.setdefault("value", found(body, at)))


def _of_seconds(value: Json) -> Json:
    """Return milliseconds that are whole seconds."""
    return value[:-3] + "000" if isinstance(value, str) else value // 1000 * 1000


@dataclass(frozen=True, slots=True)
class _Drop:
    def __call__(self, body: Json, at: Steps) -> Json:
        return drop(body, at)


@dataclass(frozen=True, slots=True)
class _Rename:
    name: str

    def __call__(self, body: Json, at: Steps) -> Json:
        value = found(body, at)
        if value is NOTHING:
            return body
        return put(drop(body, at), (*at[:-1], self.name), value)


def _renamed(key: str, is_told: bool) -> Iterator[tuple[str, str]]:
    """Yield other names: where other members may come, those in other letter case."""
    cases = (key.swapcase()[:1] + key[1:], key.upper(), key.lower())
    for name in dict.fromkeys((*cases, *((f"{key}s", f"{key}_") if is_told else ()))):
        if name != key:
            yield name, name


def _retyped(value: Json, schema: Json) -> Iterator[tuple[str, Any]]:
    kinds = schema.get("type")
    if kinds is None:
        return
    listed = kinds if isinstance(kinds, list) else [kinds]
    for kind, says, make in _TYPES:
        is_whole = kind == "integer" and "number" in listed
        if kind not in listed and not is_whole:
            yield says, _Made(make)


def _as_number(value: Json) -> int:
    return int(value) if str(value).isdecimal() else len(str(value))


_TYPES: Final[tuple[tuple[str, str, Callable[[Json], Json]], ...]] = (
    ("null", "is null", lambda value: None),
    ("string", "is text", lambda value: json.dumps(value)),
    ("integer", "is a whole number", _as_number),
    ("number", "is a fraction", lambda value: _as_number(value) + 0.5),
    ("boolean", "is a truth", lambda value: bool(value)),
    ("array", "is a list", lambda value: [value]),
    ("object", "is an object", lambda value: {"value": value}),
)


def _unlike(value: Json, schema: Json) -> Iterator[tuple[str, str, Any]]:
    """Yield values of the right type that a limit of the reply does not let through."""
    for limit in (schema, *schema.get("allOf", ())):
        if "enum" in limit:
            key = "const" if len(limit["enum"]) == 1 else "enum"
            if isinstance(value, str):
                yield key, "is not listed", _Put(f"{value}x")
                if value.swapcase() not in (value, *limit["enum"]):
                    yield key, "is in other letter case", _Made(swapped)
            elif isinstance(value, int):
                yield key, "is not listed", _Put(77)
        if "maxLength" in limit:
            text = (str(value) + "0" * limit["maxLength"])[: limit["maxLength"] + 1]
            yield "length", "is one character long", _Put(text)
        if limit.get("minLength"):
            text = str(value)[: limit["minLength"] - 1]
            yield "length", "is one character short", _Put(text)


# Echoes -------------------------------------------------------------------------------


def echoes(reply: Reply) -> Iterator[Row]:
    for theirs, ours in reply.echoes:
        value = found(reply.example, theirs)
        for label, make in _ECHOED:
            if not isinstance(value, str) or make(value) == value:
                continue
            place = f"{reply.name}.{'.'.join(theirs)}"
            yield Row(
                f"reply {place} comes back {label}",
                f"replies.{place}.echoes",
                f"{place} is {pointer_of(ours)} {label}",
                in_reply(reply, _Echo(theirs, make)),
            )
        yield Row(
            f"reply {reply.name}.{'.'.join(theirs)} of the example",
            f"replies.{reply.name}.{'.'.join(theirs)}.echoes",
            f"{'.'.join(theirs)} is that of the page's example, whatever was sent",
            in_reply(reply, _Constant(theirs, value)),
        )


def read_echoes(reply: Reply) -> Iterator[Row]:
    """Yield answers in which what came back was taken for what it looks like."""
    for theirs, _ in reply.echoes:
        place = f"{reply.name}.{'.'.join(theirs)}"
        is_text = isinstance(found(reply.example, theirs), str)
        for label, make in (*_READ, *(() if is_text else _READ_INSIDE)):
            yield Row(
                f"reply {place} comes back {label}",
                f"replies.{place}.echoes",
                f"{place} comes back {label}",
                in_reply(reply, _Read(theirs, make)),
            )


@dataclass(frozen=True, slots=True)
class _Read:
    at: Steps
    make: Callable[[Json], Json]

    def __call__(self, body: Json, record: Record) -> Json:
        value = found(body, self.at)
        return body if value is NOTHING else put(body, self.at, self._read(value))

    def _read(self, value: Json) -> Json:
        if isinstance(value, dict):
            value = {name: self._read(each) for name, each in value.items()}
        elif isinstance(value, list):
            value = [self._read(each) for each in value]
        return self.make(value)


def _of_text(make: Callable[[str], Json]) -> Callable[[Json], Json]:
    return lambda value: make(value) if isinstance(value, str) else value


def _of_names(holds: Callable[[str], bool]) -> Callable[[Json], Json]:
    def make(value: Json) -> Json:
        if not isinstance(value, dict):
            return value
        return {name: each for name, each in value.items() if holds(name)}

    return make


def _number(text: str) -> Json:
    return float(text) if re.fullmatch("[0-9]+([.][0-9]+)?(e[0-9]+)?", text) else text


_READ: Final[tuple[tuple[str, Callable[[Json], Json]], ...]] = (
    ("with numbers for their digits", _of_text(_number)),
    (
        "with plain blanks",
        _of_text(lambda text: text.replace("\u00a0", " ")),
    ),
    (
        "without what takes no room",
        _of_text(lambda text: text.replace("\u200b", "")),
    ),
)
_READ_INSIDE: Final[tuple[tuple[str, Callable[[Json], Json]], ...]] = (
    ("with null for its name", _of_text(lambda x: None if x == "null" else x)),
    ("with truths for their names", _of_text(lambda x: x == "true" or x)),
    ("with days for times", _of_text(lambda x: re.sub("(?<=[0-9])T.*", "", x))),
    ("without numbers as names", _of_names(lambda name: not name.isdigit())),
    ("without signs in names", _of_names(lambda name: not re.search("[.$@]", name))),
    ("without blanks about names", _of_names(lambda name: name == name.strip())),
)
"""What becomes of every value in what comes back, by how that is said."""


@dataclass(frozen=True, slots=True)
class _Echo:
    at: Steps
    make: Callable[[str], str]

    def __call__(self, body: Json, record: Record) -> Json:
        value = found(body, self.at)
        return put(body, self.at, self.make(value)) if isinstance(value, str) else body


@dataclass(frozen=True, slots=True)
class _Constant:
    at: Steps
    value: Json

    def __call__(self, body: Json, record: Record) -> Json:
        return put(body, self.at, self.value)


_ECHOED: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("in capitals", str.upper),
    ("in small letters", str.lower),
    ("cut short", lambda text: text[:-1]),
    ("with more after it", lambda text: f"{text}x"),
    ("another's", lambda text: text[:-1] + ("0" if text[-1:] != "0" else "1")),
    ("empty", lambda text: ""),
)
