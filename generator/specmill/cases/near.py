"""Texts that are nearly right, and bodies that are nearly JSON."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from .. import ir
from ..constraints import (
    Chars,
    Constraint,
    Length,
    OneOf,
    Pattern,
    Sample,
    Starts,
    resized,
)
from ..members import Member
from ..verbatim import compose, joined
from .values import altered

Json = Any


def nested(levels: int) -> Json:
    """Return objects in each other, and a few lists in the innermost."""
    return {"a": nested(levels - 1)} if levels else [[[["i"]]]]


RICH: Final = (
    ' \u00e9e\u0301\u4e2d "q" \\ / <b>&amp; it\'s  {x} %41 +1,2;=a-b_C\ufb01 \u200b\u00a0'
)
"""Text in which everything stands that careless code trips over."""
ANYTHING: Final[Mapping[str, Json]] = {
    "text": RICH,
    "more text": "\t\U0001f600\x7f",
    "Two Words": "In Both Cases",
    "over": "two\nlines",
    "empty": "",
    "Zero": 0,
    "less": -2.75,
    "fine": 0.123456789,
    "small": 0.00001,
    "great": 2**53 - 1,
    "no": False,
    "yes": True,
    "nothing": None,
    "object": {"inner": {"": None}, "empty": {}, "list": []},
    "no members": {},
    "no items": [],
    "deep": nested(16),
    "list": [3, "b", "a", [], {}, None, False, 3],
    "one": [7],
    "Numbers": {"Whole": 1, "Part": 0.5, "Each": [2, {"Half": 2.5}]},
    "like others": {
        "number": "12",
        "part": "0.50",
        "truth": "true",
        "null": "null",
        "time": "2026-01-02T03:04:05.678+07:00",
        "list": "[1, 2]",
    },
    "names": {
        "7": 7,
        "a.b": 1,
        "a[b]": 2,
        "$a": 3,
        "_a": 4,
        "@type": "a",
        "__proto__": "b",
        " a ": 5,
        "\u00e9\u4e2d": 6,
        "password": "c",
    },
    "long": "0123456789" * 30,
}
"""An object that holds one of everything."""
_LONG: Final = 1000


def near(text: str) -> Iterator[tuple[str, str]]:
    """Yield texts that are nearly *text*, without white space at an end."""
    yield "with another end", altered(text)
    yield "with another beginning", ("y" if text[:1] != "y" else "z") + text[1:]
    yield "in other letter case", text.swapcase()
    yield "in small letters", text.lower()
    yield "in capitals", text.upper()
    yield "with a capital", text.capitalize()
    yield "and more", text + "x"
    yield "and more of its own", text + text[-1:]
    yield "after more", "x" + text
    yield "and another word", text + " x"
    yield "and more after a comma", text + ",x"
    yield "after a scheme", "Bearer " + text
    yield "after another word", "x " + text
    yield "and more after a colon", text + ":x"
    yield "cut short", text[:-1]
    yield "short at its beginning", text[1:]
    yield "cut in half", text[: len(text) // 2]
    yield "backwards", text[::-1]
    yield "with other signs", text.replace("-", "_")
    yield "without its signs", joined("", filter(str.isalnum, text))
    yield "in wide characters", text.translate(_WIDE)
    yield "with digits for letters", text.translate(_DIGITS)
    yield "with letters for digits", text.translate(_LETTERS)
    yield "in braces", "{" + text + "}"
    yield "in quotes", '"' + text + '"'
    yield from _counted(text)


_WIDE: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
"""What looks like ASCII, and is it for whoever compares characters by compatibility."""
_DIGITS: Final = str.maketrans("OoIlSBZ", "0011582")
_LETTERS: Final = str.maketrans("01582", "OISBZ")
"""What looks alike on paper."""


def _counted(text: str) -> Iterator[tuple[str, str]]:
    """Yield *text* with the numbers beside the one that it ends with."""
    digits = re.search("[0-9]*$", text)
    number = digits[0] if digits else ""
    for label, other in (("after", 1), ("before", -1)):
        counted = int(number or 0) + other
        if number and counted >= 0:
            told = str(counted).zfill(len(number))
            yield f"with the number {label}", text[: -len(number)] + told
    bare = number.lstrip("0")
    if bare not in ("", number):
        yield "without the zeros of its number", text[: -len(number)] + bare
    if number:
        yield "with a zero before its number", text[: -len(number)] + "0" + number


def padded(text: str) -> Iterator[tuple[str, str]]:
    """Yield *text* with what no header carries at its ends, and some readers drop."""
    yield "after a space", " " + text
    yield "and a space", text + " "
    yield "and a line end", text + "\n"
    yield "and a zero byte", text + "\0"


def near_values(value: str) -> Iterator[tuple[str, str]]:
    """Yield texts that are nearly a value for which something is programmed."""
    yield from near(value)
    yield from padded(value)
    if value.isdecimal() and value.isascii():
        size = len(value)
        yield "after a zero", "0" + value
        yield "and a zero", value + "0"
        yield "as a decimal", value + ".0"
        yield "with a sign", "+" + value
        yield "with a space inside", compose("{} {}", value[:1], value[1:])
        yield "with a zero byte inside", compose("{}\0{}", value[:1], value[1:])
        yield "after a country", "+91" + value
        yield "after the digits of a country", "91" + value
        yield "in digits that are not ASCII", value.translate(_OTHER_DIGITS)
        yield "counted up", ("123456789" * size)[:size]
        yield "counted down", ("987654321" * size)[:size]
        for digit in "0123456789":
            yield f"as {digit} only", digit * size
        for text in _OFTEN:
            yield "as " + text, text


_OFTEN: Final = ("1234", "123456", "0000", "000000", "999999")
"""What tests of other servers often have as the right one."""
_OTHER_DIGITS: Final = {ord("0") + digit: 0x0660 + digit for digit in range(10)}


def near_basic(user: str, password: str) -> Iterator[tuple[str, str]]:
    """Yield headers that are nearly HTTP Basic with *user* and *password*."""
    for label, pair in (
        ("with the password of nobody", (user, f"{password[::-1]}x")),
        ("with the user of nobody", (f"{user[::-1]}x", password)),
        ("without a password", (user, "")),
        ("without a user", ("", password)),
        ("with its password in other letter case", (user, password.swapcase())),
        ("with its user in other letter case", (user.swapcase(), password)),
        ("with its password and more", (user, f"{password}x")),
        ("with its password cut short", (user, password[:-1])),
        ("with its password after a space", (user, f" {password}")),
        ("with more after a colon", (user, f"{password}:x")),
        ("with user and password exchanged", (password, user)),
    ):
        yield label, f"Basic {_of_basic(*pair)}"
    right = _of_basic(user, password)
    yield "without a colon", f"Basic {base64.b64encode(user.encode()).decode()}"
    yield "with its scheme in small letters", f"basic {right}"
    yield "with another scheme", f"Bearer {right}"
    yield "without a scheme", right
    yield "with two spaces", f"Basic  {right}"
    yield "in plain text", f"Basic {user}:{password}"
    yield "with a sign that is not base64", f"Basic {right[:4]}*{right[4:]}"
    yield "with padding too much", f"Basic {right}=="


def _of_basic(user: str, password: str) -> str:
    return base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def free_texts(member: Member, good: str) -> Iterator[tuple[str, str]]:
    """Yield texts that nothing but the length of *member* could refuse."""
    limits = member.field.constraints
    if all(isinstance(limit, Length) for limit in limits):
        lengths = [limit for limit in limits if isinstance(limit, Length)]
        size = next((each.maximum for each in lengths if each.maximum), None)
        size = size if size is not None and size < _LONG else None
        yield "blank", " " * (size or 1)
        for number, text in enumerate(_signs(size), 1):
            yield f"of signs ({number})", text
        if size is None:
            yield "long", resized(good, _LONG)


def control_texts(member: Member) -> Iterator[tuple[str, str]]:
    """Yield text of control characters that nothing but a length could refuse."""
    lengths = [x for x in member.field.constraints if isinstance(x, Length)]
    if len(lengths) == len(member.field.constraints):
        size = next((x.maximum for x in lengths if x.maximum), len(_CONTROLS))
        yield "of control characters", resized(_CONTROLS, min(size, _LONG))


_CONTROLS: Final = "a\0\x01\t\r\n\x1b\x7f\x85"


def _signs(size: int | None) -> Iterator[str]:
    """Yield texts of *size* that have every sign together; None for any size."""
    if size is None:
        # Who counts UTF-16 may find another length than who counts characters.
        yield f"{RICH}\U0001f600"
        return
    for start in range(0, len(RICH), size):
        yield resized(RICH[start:] + RICH[:start], size)


def more_types(member: Member, good: Json) -> Iterator[Sample]:
    """Yield values of other types that careless code takes for the right ones."""
    kind = member.field.type
    if isinstance(kind, ir.Anything) or member.place != "body":
        return
    if not isinstance(kind, ir.Boolean):
        yield Sample("false", False)
    if not isinstance(kind, ir.Integer | ir.Number):
        yield Sample("zero", 0)
        yield Sample("a fraction", 2.5)
    if not isinstance(kind, ir.Array):
        yield Sample("a list of it", [good])
    if not isinstance(kind, ir.Record | ir.Map):
        yield Sample("an object that holds it", {"value": good})
    if isinstance(good, str) and _is_as_long(member, good):
        yield Sample("a number as long", int("1" * len(good)))
    if not isinstance(good, str) and not isinstance(kind, ir.Text):
        yield Sample("its JSON as text", json.dumps(good))
        yield Sample("empty text", "")
    if isinstance(kind, ir.Boolean):
        for value in ("false", "1", "0", "Y", 1):
            yield Sample(f"{json.dumps(value)}", value)


def _is_as_long(member: Member, good: str) -> bool:
    """Tell whether a number could pass for *good*: of digits, or of a fixed length."""
    is_number = good.isdecimal() and good.isascii()
    return is_number or any(isinstance(x, Length) for x in member.field.constraints)


def near_limits(limit: Constraint, good: Json) -> Iterator[Sample]:
    """Yield more values that break *limit* as careless code would not notice."""
    if isinstance(limit, OneOf) and not limit.any_case:
        values = [each for each in limit.values if isinstance(each, str) and each]
        for number, value in enumerate(values):
            all_of = (*near(value), *padded(value))
            for label, text in all_of if number == 0 else _nearest(value):
                if not limit.holds(text) and text:
                    yield Sample(compose("{} {}", value, label), text)
            other = "".join(chr((ord(each) - 64) % 26 + 65) for each in value.upper())
            if not limit.holds(other):
                yield Sample("of capitals like " + value, other)
        yield Sample("blank", " ")
        for both in (
            (joined(",", values), joined(" ", values)) if len(values) > 1 else ()
        ):
            yield Sample("as " + both, both)
    elif isinstance(limit, Pattern | Starts) and isinstance(good, str):
        if not limit.holds("x\n" + good):
            yield Sample("on a second line", "x\n" + good)
    elif isinstance(limit, Chars) and isinstance(good, str) and good:
        for sign in "_ .+/:a":
            text = compose("{}{}{}", good[:1], sign, good[2:])
            if not limit.holds(text):
                yield Sample(f"with {sign!r} in it", text)
        for sign in "+-":
            if not limit.holds(sign + good[1:]):
                yield Sample(compose("with {} before it", repr(sign)), sign + good[1:])
    elif isinstance(limit, Length) and isinstance(good, str):
        for size in (1, (limit.minimum or 0) // 2):
            if size and not limit.holds(good[:size]):
                yield Sample(f"of {size} in length", resized(good, size))
        for size in ((limit.maximum or 0) + 4, 2 * (limit.maximum or 0), 300):
            if limit.maximum and not limit.holds(resized(good, size)):
                yield Sample(f"of {size} in length", resized(good, size))


def _nearest(value: str) -> Iterator[tuple[str, str]]:
    yield "in small letters", value.lower()
    yield "with a capital", value.capitalize()
    yield "cut short", value[:-1]
    yield "and a space", value + " "


def not_json(body: Json) -> Iterator[tuple[str, str]]:
    """Yield texts that a lenient reader takes for *body*, which is an object."""
    text = json.dumps(body, separators=(",", ":"))
    inner, members = text[1:-1], list(body)
    yield "cut short", "{"
    yield "text", "not json"
    yield "nothing", ""
    yield "white space", " \n"
    yield "two objects", "{}{}"
    yield "in single quotes", text.replace('"', "'")
    yield "without its last brace", text[:-1]
    yield "followed by more", f"{text}x"
    yield "followed by a semicolon", f"{text};"
    yield "followed by itself", f"{text}{text}"
    yield "followed by a zero byte", f"{text}\0"
    yield "after more", f"x{text}"
    yield "after a guard", f")]}}',{text}"
    yield "with a comma too much", f"{{{inner},}}"
    yield "with a comma too few", text.replace(',"', '\n"', 1)
    yield "with a comment", f"{{/* x */{inner}}}"
    yield "with a name without quotes", text.replace(
        compose('"{}"', members[0]), members[0], 1
    )
    yield "with a line end in a text", f'{{"xNote":"a\nb",{inner}}}'
    yield "with a tab in a text", f'{{"xNote":"a\tb",{inner}}}'
    yield "with a byte that is not UTF-8", f'{{"xNote":"\udcff",{inner}}}'
    yield "with a zero before a number", f'{{"xNote":01,{inner}}}'
    yield "a form", "&".join(name + "=x" for name in members)


def not_objects(body: Json) -> Iterator[tuple[str, str]]:
    """Yield JSON that is no object, but that a lenient reader takes for *body*."""
    text = json.dumps(body, separators=(",", ":"))
    yield "a list", "[]"
    yield "a list of an object", f"[{text}]"
    yield "a list of pairs", json.dumps([list(pair) for pair in body.items()])
    yield "an object in quotes", json.dumps(text)
    yield "text in quotes", '"text"'
    yield "empty text in quotes", '""'
    yield "a number", "1"
    yield "zero", "0"
    yield "true", "true"
    yield "false", "false"
    yield "null", "null"
