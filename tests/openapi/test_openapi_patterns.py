"""Patterns of Python in the dialect of ECMAScript: the same texts, or nothing said."""

from __future__ import annotations

import re

import pytest

from specmill.openapi.patterns import ecma, of_moment
from specmill.runtime import wire

TEXTS = (
    "",
    "a",
    "ab",
    "12",
    "1\n",
    "a-b",
    "a b",
    "a\u00a0b",
    "[x]",
    "/x",
    "\u0664",
    "a|",
)


@pytest.mark.parametrize(
    "pattern",
    [
        "[0-9]{2}",
        "^[a-z]+$",
        r"a\-b",
        r"\[x\]",
        "a|ab",
        r"\d+",
        r"a\sb",
        r"a[\s-]b",
        "a.b",
    ],
)
def test_a_pattern_takes_the_same_texts(pattern: str) -> None:
    found = ecma(pattern)

    assert found is not None
    # What is left has one meaning in both dialects, but for `$` before a line end.
    exact = found.removesuffix("$") + r"\Z"
    due = [bool(re.fullmatch(pattern, text, re.ASCII)) for text in TEXTS]
    assert due == [bool(re.search(exact, text, re.ASCII)) for text in TEXTS]


@pytest.mark.parametrize(
    ("pattern", "due"),
    [
        (r"a\-b", "^(?:a-b)$"),
        (r"a\sb", r"^(?:a[ \t\n\r\f\v]b)$"),
        ("a.b", r"^(?:a[^\n]b)$"),
        (r"[\:]", "^(?:[:])$"),
        (r"\/x", r"^(?:\/x)$"),
    ],
)
def test_what_ecmascript_reads_otherwise_is_rewritten(pattern: str, due: str) -> None:
    assert due == ecma(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(?P<a>x)",
        "(?i:x)",
        "a++",
        "(?>a)",
        r"\Aa",
        r"a\Z",
        r"(a)\1",
        "a{,2}",
        "[]a]",
        "x$y",
    ],
)
def test_what_cannot_be_rewritten_is_not_said(pattern: str) -> None:
    assert ecma(pattern) is None


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("31/01/1999", True),
        ("32/01/1999", False),
        ("31/13/1999", False),
        ("1/01/1999", False),
        ("00/00/0000", True),
    ],
)
def test_a_date_has_the_pattern_of_its_form(text: str, fits: bool) -> None:
    pattern = of_moment(wire.DateText("dd/MM/yyyy", none="00/00/0000"))

    assert fits == bool(re.search(pattern, text))


def test_a_time_has_a_zone_where_its_form_has_one() -> None:
    pattern = of_moment(wire.DateTimeText("yyyy-MM-ddTHH:mm:ssTZD"))

    assert re.search(pattern, "2026-01-31T10:20:30+07:00")
    assert not re.search(pattern, "2026-01-31T10:20:30")
