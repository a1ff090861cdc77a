"""Whether a value surely fits a schema: a look of plain comparisons.

Of each schema a function is made once. Nearly every value fits, and then the library
that tells what is wrong is not asked, and not even loaded. A keyword that no look knows
makes a schema that nothing surely fits; what surely fits has no error by the library,
which a test holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, reduce
from operator import ge, le, pos
from typing import Any, Final, TypeVar

from .moments import is_written
from .pointers import Json
from .recipes import Moment

Look = Callable[[Json], bool]
_Made = TypeVar("_Made")
_MOST: Final = 16384
"""Schemas that are kept ready; those of a thousand operations are more."""


def fits(schema: Json, value: Json) -> bool:
    """Tell whether *value* surely fits *schema*."""
    return _look(schema)(value)


def once(make: Callable[[Json], _Made]) -> Callable[[Json], _Made]:
    """Let what is made of a schema be made once, and be found by the schema's identity."""
    ready: dict[int, tuple[Json, _Made]] = {}
    # A schema is kept with it, lest its identity be another's.

    def found(schema: Json) -> _Made:
        known = ready.get(id(schema))
        if known is None:
            if len(ready) >= _MOST:
                ready.clear()
            known = ready[id(schema)] = schema, make(schema)
        return known[1]

    return found


@cache
def exact(pattern: str) -> re.Pattern[str]:
    """Compile *pattern* as schemas mean it."""
    # `$` also matches before a line end, and `\d` also matches digits of other scripts.
    exactly = re.sub(r"(?<!\\)((?:\\\\)*)\$\Z", r"\1\\Z", pattern)
    return re.compile(exactly, re.ASCII)


@once
def _look(schema: Json) -> Look:
    if not isinstance(schema, dict) or not schema.keys() <= _KNOWN.keys():
        return _unsure
    checks = [make(schema) for key, make in _KNOWN.items() if key in schema and make]
    return reduce(_both, checks) if checks else _sure


def _both(one: Look, other: Look) -> Look:
    return lambda value: one(value) and other(value)


def _sure(value: Json) -> bool:
    return True


def _unsure(value: Json) -> bool:
    return False


# What makes a check, by keyword: most are about one kind of value, and no other --------


def _type(schema: Json) -> Look:
    told = schema["type"]
    names = [told] if isinstance(told, str) else told
    kinds = frozenset(kind for name in names for kind in _TYPES[name])
    return lambda value: type(value) in kinds


_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "object": (dict,),
    "array": (list,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _enum(schema: Json) -> Look:
    # To Python 1 is True; of what cannot be a key, nobody is sure.
    listed = [each for each in schema["enum"] if type(each) in _PLAIN]
    known = frozenset((type(each), each) for each in listed)
    return lambda value: type(value) in _PLAIN and (type(value), value) in known


_PLAIN: Final = frozenset({str, int, bool, type(None)})


def _const(schema: Json) -> Look:
    return _enum({"enum": [schema["const"]]})


def _pattern(schema: Json) -> Look:
    search = exact(schema["pattern"]).search
    return lambda value: type(value) is not str or search(value) is not None


def _not(schema: Json) -> Look:
    """Make a check of the one thing that is told so: what a text does not match."""
    if schema["not"].keys() != {"pattern"}:
        return _unsure
    search = exact(schema["not"]["pattern"]).search
    return lambda value: type(value) is str and search(value) is None


def _required(schema: Json) -> Look:
    names = frozenset(schema["required"])
    return lambda value: type(value) is not dict or value.keys() >= names


def _properties(schema: Json) -> Look:
    members = tuple((name, _look(each)) for name, each in schema["properties"].items())

    def look(value: Json) -> bool:
        if type(value) is dict:
            for name, fitting in members:
                if name in value and not fitting(value[name]):
                    return False
        return True

    return look


def _others(schema: Json) -> Look:
    known = frozenset(schema.get("properties", ()))
    told = schema["additionalProperties"]
    if told is False:
        return lambda value: type(value) is not dict or value.keys() <= known
    fitting = _look(told)
    return lambda value: type(value) is not dict or all(
        fitting(each) for name, each in value.items() if name not in known
    )


def _items(schema: Json) -> Look:
    fitting = _look(schema["items"])
    return lambda value: type(value) is not list or all(map(fitting, value))


def _all(schema: Json) -> Look:
    looks = tuple(map(_look, schema["allOf"]))
    return lambda value: all(look(value) for look in looks)


def _any(schema: Json) -> Look:
    looks = tuple(map(_look, schema["anyOf"]))
    return lambda value: any(look(value) for look in looks)


def _moment(schema: Json) -> Look:
    moment = Moment(pointer="", **schema["x-moment"])
    return lambda value: value is None or is_written(moment, value)


def _limit(
    key: str,
    keeps: Callable[[Any, Any], bool],
    measure: Callable[[Any], Any],
    *kinds: type,
) -> Callable[[Json], Look]:
    def make(schema: Json) -> Look:
        limit = schema[key]
        return lambda value: type(value) not in kinds or keeps(measure(value), limit)

    return make


_KNOWN: Final[dict[str, Callable[[Json], Look] | None]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "minLength": _limit("minLength", ge, len, str),
    "maxLength": _limit("maxLength", le, len, str),
    "pattern": _pattern,
    "minimum": _limit("minimum", ge, pos, int, float),
    "maximum": _limit("maximum", le, pos, int, float),
    "required": _required,
    "additionalProperties": _others,
    "properties": _properties,
    "minProperties": _limit("minProperties", ge, len, dict),
    "maxProperties": _limit("maxProperties", le, len, dict),
    "items": _items,
    "minItems": _limit("minItems", ge, len, list),
    "maxItems": _limit("maxItems", le, len, list),
    "allOf": _all,
    "anyOf": _any,
    "not": _not,
    "x-moment": _moment,
    "xml": None,
    "file": None,
}
"""What a look knows, the cheapest first; what says nothing of a value has no check."""
