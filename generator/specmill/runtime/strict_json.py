"""Read and write JSON with nothing left to guess, for bodies that move money.

Numbers with a fraction or an exponent are read as `ExactNumber`: a float to everything
that computes or checks types, with the text as it came for everything that must be
exact. No message holds any of the content, and no exception refers to it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NoReturn, cast

from .violations import escaped

MAX_DEPTH: Final = 64
MAX_DIGITS: Final = 64
MAX_VALUES: Final = 50_000
"""Values of a body, and names: more would take longer to judge than a call may take."""
MAX_BITS: Final = 212
"""As many as 64 digits need."""

_SPACE_OR_STRING: Final = re.compile(
    rb'("[^"\\]*(?:\\.[^"\\]*)*")|[ \t\r\n]+', re.DOTALL
)
# Also a string without an end is one, so that every quote is looked at once.
_STRING: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)


class Unreadable(ValueError):
    """The body is not JSON in the strict sense; the text says why."""


class Unwritable(ValueError):
    """A value has no JSON form; *pointer* says where it stands."""

    def __init__(self, pointer: str, sentence: str) -> None:
        super().__init__(sentence)
        self.pointer = pointer


class ExactNumber(float):
    """A float that remembers the digits it was read from."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> ExactNumber:
        number = super().__new__(cls, text)
        number.text = text
        return number

    @property
    def exact(self) -> Decimal:
        return Decimal(self.text)

    def __reduce__(self) -> tuple[type[ExactNumber], tuple[str]]:
        return ExactNumber, (self.text,)


def decode(body: bytes, *, max_depth: int = MAX_DEPTH) -> object:
    """Read *body*; Unreadable for anything that two readers could read differently."""
    if len(body) > MAX_VALUES and _is_crowded(body):
        raise Unreadable(_CROWDED)
    value, problem = _read(body)
    if problem is None and not _is_plain(body, max_depth):
        problem = next(_oddities(value, max_depth), None)
    if problem is not None:
        raise Unreadable(problem)
    return value


def encode(value: object, *, max_depth: int = MAX_DEPTH) -> bytes:
    """Write *value* compactly, in its own order, as UTF-8; else Unwritable."""
    if not _is_sound(value, max_depth):
        for pointer, problem in _unwritable(value, "", max_depth):
            raise Unwritable(pointer, problem)
    return _ENCODER.encode(value).encode("utf-8")


def minify(body: bytes) -> bytes:
    """Remove the white space between the tokens of JSON text and nothing else."""
    return _SPACE_OR_STRING.sub(lambda match: match[1] or b"", body)


def _is_crowded(body: bytes) -> bool:
    """Tell, before any value is built, whether there are too many."""
    if body.count(b",") <= MAX_VALUES:
        return False
    return _STRING.sub(b"", body).count(b",") > MAX_VALUES


def _is_plain(body: bytes, max_depth: int) -> bool:
    """Tell of most bodies, without looking at a value, that nothing in them is odd.

    A body without so many brackets is nowhere nested as deep, one without so many
    octets has fewer values, and UTF-8 has no halves of pairs: they come as escapes.
    """
    return (
        len(body) <= MAX_VALUES
        and body.count(b"[") + body.count(b"{") <= max_depth
        and (b"\\" not in body or (b"\\ud" not in body and b"\\uD" not in body))
    )


_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":")
)
_CROWDED: Final = f"the body holds more than {MAX_VALUES} values"


def _read(body: bytes) -> tuple[object, str | None]:
    # Returned, not raised from: an exception in flight would keep the body alive in
    # its context, where a report of the error would find it.
    try:
        text = body.decode("utf-8")
        is_long = _LONG_NUMBER in body.translate(_DIGITS_AS_NINES)
        decoder = _DECODER if is_long else _OF_SHORT_NUMBERS
        return decoder.decode(text), None
    except UnicodeDecodeError:
        return None, "the body is not UTF-8"
    except json.JSONDecodeError as error:
        if body.startswith(b"\xef\xbb\xbf"):
            return None, "the body begins with a byte order mark"
        return None, f"the body is not JSON at character {error.pos + 1}"
    except RecursionError:
        return None, "the body is nested too deep"
    except Unreadable as error:
        return None, str(error)


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Unreadable("an object names a member twice")
    return members


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise Unreadable(f"a number has more than {MAX_DIGITS} characters")
    return int(text)


def _fraction(text: str) -> ExactNumber:
    if len(text) > MAX_DIGITS:
        raise Unreadable(f"a number has more than {MAX_DIGITS} characters")
    number = ExactNumber(text)
    if math.isinf(number):
        raise Unreadable("a number is beyond what can be computed with")
    return number


def _constant(text: str) -> NoReturn:
    raise Unreadable("the body holds a number that JSON does not have")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_members,
    parse_int=_integer,
    parse_float=_fraction,
    parse_constant=_constant,
)
# A number of few characters needs no look of ours, and what does not call Python is fast.
_LONG_NUMBER: Final = b"9" * MAX_DIGITS
_DIGITS_AS_NINES: Final = bytes.maketrans(b"012345678", b"999999999")
_OF_SHORT_NUMBERS: Final = json.JSONDecoder(
    object_pairs_hook=_members, parse_float=_fraction, parse_constant=_constant
)


def _oddities(value: object, max_depth: int) -> Iterator[str]:
    level: list[object] = [value]
    values_left = MAX_VALUES
    for depth in range(max_depth + 1):
        if depth == max_depth and any(isinstance(item, dict | list) for item in level):
            break
        values_left -= len(level)
        if values_left < 0:
            yield _CROWDED
            return
        if any(not _is_text(item) for item in level if isinstance(item, str)):
            yield "a string holds half of a surrogate pair"
        level = [inner for item in level for inner in _inner(item)]
        if not level:
            return
    yield f"the body is nested deeper than {max_depth}"


def _inner(item: object) -> Iterator[object]:
    if isinstance(item, dict):
        yield from item.keys()
        yield from item.values()
    elif isinstance(item, list):
        yield from item


def _is_sound(value: object, depth: int) -> bool:
    """Tell of most objects and lists, in one look, that they have a JSON form.

    Of others, and of what is in them, nothing is known yet.
    """
    if value.__class__ is dict:
        members = cast("dict[object, object]", value)
        if not all(map(_is_name, members)):
            return False
        inner: Iterable[object] = members.values()
    elif value.__class__ is list:
        inner = cast("list[object]", value)
    else:
        return False
    for each in inner:
        kind = each.__class__
        if kind is str:
            is_sound = _is_text(cast("str", each))
        elif kind is int:
            is_sound = cast("int", each).bit_length() <= MAX_BITS
        elif kind is bool or each is None:
            continue
        else:
            is_sound = depth > 1 and _is_sound(each, depth - 1)
        if not is_sound:
            return False
    return True


def _is_name(name: object) -> bool:
    return isinstance(name, str) and _is_text(name)


def _unwritable(value: object, pointer: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict | list | tuple) and depth == 0:
        yield pointer, "is nested too deep"
    elif isinstance(value, dict):
        for name, member in value.items():
            if not _is_name(name):
                yield pointer, "is an object with a member whose name is not text"
            else:
                step = f"{pointer}/{escaped(name)}"
                yield from _unwritable(member, step, depth - 1)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _unwritable(item, f"{pointer}/{index}", depth - 1)
    elif isinstance(value, str):
        if not _is_text(value):
            yield pointer, "is text that holds half of a surrogate pair"
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield pointer, "is a number that JSON does not have"
    elif isinstance(value, int):
        if value.bit_length() > MAX_BITS:
            yield pointer, "is a number with too many digits"
    elif value is not None:
        yield pointer, f"is a {type(value).__name__}, which JSON does not have"


def _is_text(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
