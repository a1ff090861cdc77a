"""Each limit on a value says the same in every way in which it is said."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.constraints import (
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
    Sample,
    Standard,
    Starts,
    TextRange,
    Written,
    resized,
)
from specmill.harness.schemas import schema_errors
from specmill.runtime import wire
from specmill.runtime.amounts import exceeds
from specmill.verbatim import exact

DATE = Written(wire.DateText("yyyy-MM-dd"), (Sample("a word", "soon"),))

LIMITS: tuple[tuple[Constraint, tuple[Any, ...], tuple[Any, ...]], ...] = (
    (Length(6, 6), ("123456",), ("12345", "1234567")),
    (Length(None, 2), ("", "ab"), ("abc",)),
    (Length(2, None), ("ab", "é🂡"), ("a", "")),
    (Length(2, 3), ("ab", "abc"), ("a", "abcd")),
    (Range(1, 5), (1, 5, 2.5), (0, 6, 5.5)),
    (Range(None, 5), (-9, 5), (6,)),
    (Range(1, None), (1, 9), (0,)),
    (OneOf(("A", "B"), ("", ""), False), ("A", "B"), ("a", "C", "")),
    (OneOf(("A",), ("",), False), ("A",), ("B",)),
    (OneOf((1, 2), ("", ""), False), (1, 2), (3,)),
    (OneOf(("pay", "a.b"), ("", ""), True), ("PAY", "pay", "A.B"), ("pays", "axb")),
    (OneOf(("is",), ("",), True), ("IS", "iS"), ("\u0131s", "i\u017f")),
    (Chars("digits"), ("", "019"), ("1a", "1-", "\u0664")),
    (Chars("letters"), ("aZ",), ("a1", "é")),
    (Chars("alphanumeric"), ("aZ0",), ("a-", "\u0664")),
    (Chars("hex"), ("09afAF",), ("g",)),
    (Pattern("[A-Z]{2}|x"), ("AB", "x"), ("ABC", "xx", "")),
    (Prefix("Bearer "), ("Bearer a", "Bearer "), ("bearer a", "a", "")),
    (Range(Decimal("0.5"), Decimal("9.5")), (0.5, 9.5, 1), (0.4, 9.6)),
    (Charset(("digits", "upper"), " -"), ("A1 -", ""), ("a", "1_", "\u0664")),
    (Charset(("ascii",), ""), ("a~", ""), ("\u00e9", "a\n")),
    (Starts(("62", "tel:")), ("621", "tel:1"), ("6", "x62", "")),
    (InCase(True), ("AB1", ""), ("aB",)),
    (InCase(False), ("ab1",), ("aB",)),
    (
        LengthByScript(Length(None, 4), Length(None, 2)),
        ("abcd", "\u00e9b"),
        ("abcde", "\u00e9bc"),
    ),
    (Holding("{a}", 1), ("x{a}y", "{a}"), ("x", "{a}{a}", "")),
    (Holding("{a}", 0), ("x", ""), ("{a}",)),
    (Standard("ISO 4217"), ("EUR",), ("eur", "EU", "EURO")),
    (Standard("UUID"), ("00000000-0000-4000-8000-00000000000A",), ("0", "x" * 36)),
    (
        Alternatives(
            ((Length(4, 4), Chars("digits")), (Length(2, 2),)), ("a card", "a BIN")
        ),
        ("1234", "ab"),
        ("abcd", "123", ""),
    ),
    (Decimals(5, 2), (1, 123.45, 0.01), (1.234, 1234, 1234.5)),
    (Decimals(None, 0), (1, 100.0), (0.5,)),
    (
        TextRange(Decimal("0.01"), 5, wire.DecimalText(None, 2, 2)),
        ("0.01", "5.00"),
        ("0.00", "5.01"),
    ),
    (Items(1, 2, is_map=False), ([1], [1, 2]), ([], [1, 2, 3])),
    (Items(None, 1, is_map=True), ({}, {"a": 1}), ({"a": 1, "b": 2},)),
)
"""Limits with values that keep them and values that break them."""

CASES = [
    pytest.param(limit, value, keeps, id=f"{exact(limit.says)}: {value!r}")
    for limit, good, bad in LIMITS
    for keeps, values in ((True, good), (False, bad))
    for value in values
]
EACH = [pytest.param(limit, good[0], id=exact(limit.says)) for limit, good, _ in LIMITS]


@pytest.mark.parametrize(("limit", "value", "keeps"), CASES)
def test_predicate_tells_who_keeps_a_limit(
    limit: Constraint, value: Any, keeps: bool
) -> None:
    assert keeps is limit.holds(value)


@pytest.mark.parametrize(("limit", "value", "keeps"), CASES)
def test_python_test_tells_the_same(limit: Constraint, value: Any, keeps: bool) -> None:
    names = {"value": value, "re": re, "exceeds": exceeds, "Decimal": Decimal}
    form = getattr(limit, "form", None)
    breaks = eval(limit.breach("value", "form"), {**names, "form": form})

    assert keeps is not breaks


def test_a_limit_with_a_condition_of_its_own_stands_beside_others() -> None:
    by_script = LengthByScript(Length(None, 4), Length(None, 2))
    limit = Alternatives(((Chars("digits"), by_script),), ("a number",))

    assert not limit.holds("\u00e9")
    assert eval(limit.breach("value", "form"), {"re": re, "value": "\u00e9"})


@pytest.mark.parametrize(("limit", "value", "keeps"), CASES)
def test_json_schema_tells_the_same(limit: Constraint, value: Any, keeps: bool) -> None:
    assert keeps is (schema_errors(limit.schema(), value) == [])


@pytest.mark.parametrize(("limit", "good"), EACH)
def test_a_near_miss_breaks_the_limit(limit: Constraint, good: Any) -> None:
    kept = [miss for miss in limit.near_misses(good) if limit.holds(miss.value)]

    assert [] == kept


@pytest.mark.parametrize(
    ("limit", "good"), [each for each in EACH if "1, 2" not in str(each.id)]
)
def test_every_limit_has_a_near_miss(limit: Constraint, good: Any) -> None:
    good = good or "00"

    assert list(limit.near_misses(good))


@pytest.mark.parametrize(("limit", "good"), EACH)
def test_an_edge_keeps_the_limit(limit: Constraint, good: Any) -> None:
    broken = [each for each in limit.edges(good) if not limit.holds(each.value)]

    assert [] == broken


@pytest.mark.parametrize(
    ("limit", "good", "values"),
    [
        (Length(2, 4), "abc", ["ab", "abca"]),
        (Length(None, 2), "a", ["aa"]),
        (Range(1, Decimal("9.5")), 5, [1, 9.5]),
        (OneOf(("A", "B"), ("", ""), False), "A", ["A", "B"]),
        (Chars("hex"), "12", ["aa", "AA", "77"]),
        (Chars("digits"), "12", []),
        (Starts(("62", "+62")), "6212", ["6212", "+6212"]),
        (Items(1, 2, False), ["a"], [["a"], ["a", "a"]]),
        (Pattern("[A-Z]"), "A", []),
    ],
)
def test_the_edges_of_a_limit_are_its_ends(
    limit: Constraint, good: Any, values: list[Any]
) -> None:
    assert values == [each.value for each in limit.edges(good)]


@pytest.mark.parametrize(("limit", "good"), EACH)
def test_a_limit_is_said_without_its_subject(limit: Constraint, good: Any) -> None:
    assert re.match(r"(is|has|matches|begins with|holds) \S", limit.says)


class TestWords:
    @pytest.mark.parametrize(
        ("limit", "expected"),
        [
            (Length(1, 1), "is text of exactly 1 character"),
            (Length(None, 64), "is text of at most 64 characters"),
            (Length(2, None), "is text of at least 2 characters"),
            (Length(7, 9), "is text of 7 to 9 characters"),
            (Range(1, 5), "is 1 to 5"),
            (OneOf(("A",), ("",), False), 'is "A"'),
            (OneOf(("A", 1), ("", ""), False), 'is one of "A", 1'),
            (OneOf(("a",), ("",), True), 'is "a" in any letter case'),
            (Chars("digits"), "has digits only"),
            (Prefix("a"), 'begins with "a"'),
            (DATE, "is a date as yyyy-MM-dd"),
        ],
    )
    def test_a_limit_is_a_sentence(self, limit: Constraint, expected: str) -> None:
        assert expected == limit.says


class TestOneOf:
    @pytest.mark.parametrize(
        ("listed", "value"), [(1, True), (True, 1), (1, 1.0), ("1", 1)]
    )
    def test_values_of_other_types_are_not_listed(
        self, listed: Any, value: Any
    ) -> None:
        assert not OneOf((listed,), ("",), False).holds(value)


class TestWritten:
    def test_the_form_decides(self) -> None:
        assert (True, False) == (DATE.holds("2026-01-31"), DATE.holds("2026-02-31"))

    def test_a_miss_that_the_form_takes_is_none(self) -> None:
        either = Written(DATE.form, (*DATE.misses, Sample("a date", "2026-01-31")))

        assert ["soon"] == [each.value for each in either.near_misses("2026-01-31")]

    def test_the_test_asks_the_form(self) -> None:
        assert eval(DATE.breach("'soon'", "form"), {"form": DATE.form})


class TestResized:
    @given(st.text(max_size=20), st.integers(min_value=0, max_value=50))
    def test_text_has_the_length(self, text: str, length: int) -> None:
        assert length == len(resized(text, length))

    @given(st.text(min_size=1, max_size=9), st.integers(min_value=0, max_value=50))
    def test_text_keeps_its_characters(self, text: str, length: int) -> None:
        assert set(resized(text, length)) <= set(text)
