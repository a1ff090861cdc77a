"""Regular expressions are matched in linear time or refused."""

from __future__ import annotations

import re
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specmill.linear import Unfit, can_hold, require_linear, width

USUAL = (
    *(
        "",
        r"^[a-zA-Z0-9]*$",
        r"\d{10}",
        r"[6-9]\d{9}",
        r"[A-Z]{4}[A-Z0-9]{7}",
        "a{1,64}",
    ),
    *(r"(?:ab|cd)+", r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]{1,2})?", "a*b*c*", "(a?)*"),
    *(r"[^@]+@[^@.]+(?:\.[^@.]+)+", r"[A-Za-z]+(?: [A-Za-z]+)*", r"\+?[1-9]\d{1,14}"),
    *("x|y|", "(?:0|[1-9][0-9]*)", r"\w{1,200}", r"[\s\S]{1,400}", "a?a?a?", "[^é]+"),
    *(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", r"\d{0,3}\d{0,3}", "(?:a|[ab])*c"),
)
SLOW = (
    *("(a+)+", "(a*)*b", "(a|aa)+$", "a*a*b", ".*.*=.*", r"([^@]+)@([^@]+)\.([^@]+)"),
    *("^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*", "(x+x+)+y", r"\d+\d+", "(?:a?b?)*c"),
    *("(a?){30}a{30}", "(a?|b?){30}", ".*foo.{20}", "((a?)?){20}", "x*x*x*y"),
    *("(?:(?:a?){9}){9}b", "(?:a+?)+?b", r"(\w+\s?)+$", r"^(\d+)*$", "(.|\n)*x.*x"),
)
FOREIGN = (
    *(r"(a)\1", "(?=a)b", "(?!a)b", "(?<=a)b", "(?i)a", "(?i:a)b", "(?>a)b", "a*+"),
    *("[", "(", "*", "a{2000}", "(?P<n>a)(?P=n)", "(a)(?(1)b)", "(?x) a", "(?:())*"),
)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("[a-z]+", ",", False),
        ("[^;]+", ",", True),
        ("[a-z]+, [a-z]+", ", ", True),
        ("[a-z ]+[,a-z]", ", ", False),
        ("a|,b", ",b", True),
        ("[\u00e0-\u00e9]+", "\u00e5", True),
    ],
)
def test_what_a_match_can_hold_is_known(
    pattern: str, text: str, expected: bool
) -> None:
    assert expected is can_hold(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("[A-Z]{2,4}", (2, 4)), ("a+b?", (1, None)), ("(?:ab|c)$", (1, 2))],
)
def test_how_long_a_match_is_is_known(
    pattern: str, expected: tuple[int, int | None]
) -> None:
    assert expected == width(pattern)


@pytest.mark.parametrize("pattern", USUAL)
def test_a_usual_pattern_is_taken(pattern: str) -> None:
    require_linear(pattern)


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_may_take_long_is_refused(pattern: str) -> None:
    with pytest.raises(Unfit, match=r"many ways|too intricate"):
        require_linear(pattern)


@pytest.mark.parametrize("pattern", FOREIGN)
def test_a_pattern_of_more_than_an_automaton_is_refused(pattern: str) -> None:
    with pytest.raises(Unfit):
        require_linear(pattern)


@pytest.mark.parametrize(
    "pattern", ["(" * 300 + "a" + ")" * 300, "(a?){60}" * 8, "a" * 65536]
)
def test_a_pattern_is_judged_in_little_time(pattern: str) -> None:
    begun = process_time()
    with suppress(Unfit):
        require_linear(pattern)

    assert process_time() - begun < 2


PARTS = st.recursive(
    st.sampled_from(["a", "b", "[ab]", ".", "a?", "b*", "[^a]+", "a{2,4}", "(?:)"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        inner.map(lambda one: f"(?:{one})*"),
        inner.map(lambda one: f"(?:{one}){{0,3}}"),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(PARTS, st.sampled_from(["a", "b", "ab", "aab"]))
def test_what_is_taken_is_matched_quickly(pattern: str, word: str) -> None:
    try:
        require_linear(pattern)
    except Unfit:
        return
    begun = process_time()
    re.fullmatch(pattern, word * (2_000 // len(word)) + "!", re.ASCII)

    assert process_time() - begun < 0.2
