"""The limits of a value, and keys that limit nothing where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from .. import ir, spec
from ..constraints import (
    CHARS,
    Alternatives,
    Chars,
    Charset,
    Constraint,
    Decimals,
    Holding,
    InCase,
    Items,
    Length,
    LengthByScript,
    OneOf,
    Pattern,
    Prefix,
    Range,
    Standard,
    Starts,
    TextRange,
    Written,
)
from ..light import dataclass
from ..linear import Unfit, require_linear
from ..runtime import wire
from ..spec import UNKNOWN, FlagWords
from ..verbatim import wording
from .examples import mismatches
from .forms import misses
from .layers import Layered
from .possible import whole
from .scope import Scope


def constraints_of(
    scope: Scope, layered: Layered, form: wire.Form[Any] | None, kind: ir.Type
) -> Iterator[Constraint]:
    """Yield the limits in the order in which they are checked."""
    if isinstance(kind, ir.Text):
        yield from _of_text(scope, layered)
    if isinstance(kind, ir.Integer | ir.Number):
        yield from _of_number(layered, kind)
    if isinstance(kind, ir.Array | ir.Map) and layered.writes("count"):
        low, high = layered.get("count")
        yield Items(low, high, is_map=isinstance(kind, ir.Map))
    if not isinstance(kind, ir.Record | ir.Array | ir.Map):
        yield from _listed(layered)
    if form is not None:
        yield Written(form, tuple(misses(layered)))
        if isinstance(form, wire.IntegerText | wire.DecimalText):
            yield from _of_written_number(layered, form)


def _of_number(layered: Layered, kind: ir.Type) -> Iterator[Constraint]:
    if layered.writes("range"):
        low, high = layered.get("range")
        ends = whole(low, high) if isinstance(kind, ir.Integer) else (low, high)
        yield Range(*ends)
    if layered.writes("digits") or layered.writes("decimals"):
        yield Decimals(layered.get("digits"), layered.get("decimals", (None, None))[1])


def _of_written_number(layered: Layered, form: wire.Form[Any]) -> Iterator[Constraint]:
    if layered.writes("range"):
        low, high = layered.get("range")
        is_whole = isinstance(form, wire.IntegerText)
        yield TextRange(*(whole(low, high) if is_whole else (low, high)), form)


def _of_text(scope: Scope, layered: Layered) -> Iterator[Constraint]:
    if layered.writes("prefix"):
        yield Prefix(layered.get("prefix"))
    if layered.writes("length"):
        yield _length(layered.get("length"))
    if layered.writes("chars"):
        yield _chars(layered.get("chars"))
    if layered.writes("starts"):
        yield Starts(layered.get("starts"))
    if layered.get("case") in ("upper", "lower") and not layered.writes("enum"):
        yield InCase(layered.get("case") == "upper")
    for text, times in (layered.get("holds") or {}).items():
        yield Holding(text, times)
    if layered.writes("standard"):
        yield Standard(layered.get("standard"))
    if layered.writes("one-of") and _options_fit(scope, layered):
        yield _alternatives(layered.get("one-of"))
    if layered.writes("pattern") and _compiles(scope, layered):
        yield Pattern(layered.get("pattern"))


def _length(written: Any) -> Constraint:
    if isinstance(written, spec.LengthByScript):
        return LengthByScript(Length(*written.ascii), Length(*written.other))
    return Length(*written)


def _chars(written: Any) -> Constraint:
    if isinstance(written, spec.Charset):
        return Charset(written.of or (), written.and_ or "")
    return Chars(written) if written in CHARS else Charset((written,), "")


def _alternatives(options: Iterable[spec.Option]) -> Constraint:
    limits = tuple(tuple(_of_option(option)) for option in options)
    return Alternatives(limits, tuple(wording(option.summary) for option in options))


def _of_option(option: spec.Option) -> Iterator[Constraint]:
    if option.length is not None:
        yield Length(*option.length)
    if option.chars is not None:
        yield _chars(option.chars)
    if option.starts is not None:
        yield Starts(option.starts)
    if option.pattern is not None:
        yield Pattern(option.pattern)


def _compiles(scope: Scope, layered: Layered) -> bool:
    try:
        require_linear(layered.get("pattern"))
    except Unfit as unfit:
        scope.tell("bad-pattern", layered, "pattern", reason=str(unfit))
        return False
    return True


def _options_fit(scope: Scope, layered: Layered) -> bool:
    """Tell what is wrong with the patterns of sets of limits; whether nothing is."""
    unfit = False
    for number, option in enumerate(layered.get("one-of")):
        try:
            require_linear(option.pattern or "")
        except Unfit as error:
            unfit = True
            keys = ("one-of", number, "pattern")
            scope.tell("bad-pattern", layered, *keys, reason=str(error))
    return not unfit


def _listed(layered: Layered) -> Iterator[Constraint]:
    if layered.writes("const"):
        yield OneOf((layered.get("const"),), ("",), any_case=False)
    elif layered.writes("enum"):
        listed = layered.get("enum")
        by_value = isinstance(listed, dict)
        meanings = tuple(listed.values()) if by_value else ("",) * len(listed)
        any_case = layered.get("case") == UNKNOWN
        yield OneOf(tuple(listed), meanings, any_case=any_case)


# Keys where they say nothing ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Home:
    """What a key belongs to."""

    expects: str
    holds: Callable[[Scope, Layered, ir.Type], bool]


def _typed(expects: str, *types: str) -> _Home:
    return _Home(expects, lambda scope, layered, kind: layered.get("type") in types)


def _kind(expects: str, *kinds: type) -> _Home:
    return _Home(expects, lambda scope, layered, kind: isinstance(kind, kinds))


def _as_fits(scope: Scope, layered: Layered, kind: ir.Type) -> bool:
    written, kind_word = layered.get("as"), layered.get("type")
    if isinstance(written, FlagWords):
        return bool(kind_word == "boolean")
    if isinstance(written, spec.Joined):
        return kind_word in ("array", "map")
    if written in ("base64", "base64url"):
        return bool(kind_word == "string")
    return kind_word in ("integer", "number", "epoch")


def _side(expects: str, side: str) -> _Home:
    return _Home(expects, lambda scope, layered, kind: scope.side == side)


def _has_source(scope: Scope, layered: Layered, kind: ir.Type) -> bool:
    """Tell whether *layered* may have a source: of a reply, only times have one."""
    is_time = layered.get("type") in ("datetime", "epoch")
    return scope.side == "request" or (is_time and layered.get("from") == "clock")


_TEXT: Final = _kind("text", ir.Text)
_SCALAR: Final = _Home(
    "a value without parts",
    lambda scope, layered, kind: not isinstance(kind, ir.Record | ir.Array | ir.Map),
)
_OBJECT: Final = _typed("an object", "object")
HOMES: Final[dict[str, tuple[_Home, ...]]] = {
    "length": (_TEXT,),
    "pattern": (_TEXT,),
    "chars": (_TEXT,),
    "prefix": (_TEXT,),
    "case": (_TEXT,),
    "range": (_typed("a number", "integer", "number"),),
    "digits": (_typed("a number", "number"),),
    "decimals": (_typed("a number", "number"),),
    "minor-units": (_typed("an integer", "integer"),),
    "starts": (_TEXT,),
    "holds": (_TEXT,),
    "standard": (_TEXT,),
    "one-of": (_TEXT,),
    "blank": (_TEXT,),
    "pad": (_typed("a string", "string"),),
    "url": (_typed("a url", "url"),),
    "count": (_typed("an array or a map", "array", "map"),),
    "enum": (_SCALAR,),
    "const": (_SCALAR,),
    "default": (_SCALAR,),
    "format": (_typed("a date or datetime", "date", "datetime"),),
    "none": (_typed("a date or datetime", "date", "datetime"),),
    "zone": (_typed("a datetime", "datetime"),),
    "unit": (_typed("an epoch", "epoch"),),
    "as": (
        _Home(
            "a number or epoch (text), a boolean (words), a string (base64), a list (joined)",
            _as_fits,
        ),
    ),
    "media": (_typed("a file", "file"),),
    "size": (_typed("a file", "file"),),
    "pixels": (_typed("a file", "file"),),
    "part": (_typed("a file", "file"),),
    "items": (_typed("an array", "array"),),
    "values": (_typed("a map", "map"),),
    "fields": (_OBJECT,),
    "open": (_OBJECT,),
    "envelope": (_OBJECT, _side("a request", "request")),
    "from": (_Home("a request", _has_source),),
    "echoes": (_side("a reply", "reply"),),
}
"""What each key belongs to; a key that is not here belongs to every field."""

_EXCLUDES: Final = (
    ("const", "enum", True),
    ("const", "default", True),
    ("const", "from", False),
    ("prefix", "const", False),
    ("prefix", "enum", False),
    ("default", "default-from", True),
)
"""Keys that contradict each other; with True only where one floor says both."""


def tell_misplaced(
    scope: Scope, wire_name: str, layered: Layered, kind: ir.Type
) -> None:
    """Report keys that say nothing of a value of *kind*, or contradict each other."""
    written = layered.get("type")
    if written is None:
        return
    for key, homes in HOMES.items():
        if not layered.writes(key):
            continue
        home = next((h for h in homes if not h.holds(scope, layered, kind)), None)
        if home is not None:
            found = _found(scope, layered, home)
            names = {"key": key, "wire_name": wire_name, "expected": home.expects}
            scope.tell("misplaced", layered, key, **names, found=found)
    _tell_contradictions(scope, layered)
    if layered.get("case") in ("exact", UNKNOWN) and not layered.writes("enum"):
        scope.tell("needs-key", layered, "case", key="case", other="enum")
    if layered.get("secret"):
        for key in ("const", "default"):
            if layered.writes(key):
                scope.tell("secret-in-spec", layered, key, wire_name=wire_name, key=key)


def _found(scope: Scope, layered: Layered, home: _Home) -> str:
    if home.expects in ("a request", "a reply"):
        return f"in a {scope.side}"
    written = layered.get("type")
    as_text = layered.get("as") == "text" and written in ("integer", "number", "epoch")
    return f"of type {written}{' as text' if as_text else ''}"


def _tell_contradictions(scope: Scope, layered: Layered) -> None:
    for first, second, on_one_floor in _EXCLUDES:
        if on_one_floor:
            specs = (layer.spec for layer in layered.layers)
            both = any(each.wrote(first) and each.wrote(second) for each in specs)
        else:
            both = layered.writes(first) and layered.writes(second)
        if both:
            scope.tell("not-together", layered, second, first=first, second=second)


# Values that the spec itself lists ------------------------------------------------------

_CASES: Final = {"upper": str.upper, "lower": str.lower}


def tell_wrong_values(scope: Scope, layered: Layered, field: ir.Field) -> None:
    """Report listed, fixed and assumed values that the same field forbids."""
    fixed = "const" if layered.writes("const") else "enum"
    for key in (fixed, "default"):
        if not layered.writes(key) or isinstance(
            field.type, ir.Record | ir.Array | ir.Map
        ):
            continue
        listed = layered.get(key) if key == "enum" else (layered.get(key),)
        for value in listed:
            for says in _faults(field, key, value):
                names = {"value": value, "place": field.path, "says": says}
                scope.tell("value-breaks", layered, key, **names)


def _faults(field: ir.Field, key: str, value: Any) -> Iterator[str]:
    if key == "enum" and field.letter_case == UNKNOWN and isinstance(value, str):
        yield from _unclear_case(field, wording(value))
        return
    yield from (found.says for found in mismatches(field, value))
    in_case = _CASES.get(field.letter_case)
    if key == "enum" and in_case and isinstance(value, str) and in_case(value) != value:
        yield f"is not in {field.letter_case} case"


def _unclear_case(field: ir.Field, value: str) -> Iterator[str]:
    """Yield why *value* is not one listed value in whatever letter case."""
    if not value.isascii():
        yield "has letters whose other case is not sure, so that 'case' must be"
        return
    yield from (found.says for found in mismatches(field, value))
    listed = map(wording, field.listed)
    alike = {text for text in listed if text.upper() == value.upper()}
    if value != min(alike, default=value):
        yield "is listed already, in another letter case"
