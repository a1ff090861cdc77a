"""Conditions: read from text, said in words, and judged alike by two paths."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.conditions import (
    Among,
    Below,
    Condition,
    Count,
    Every,
    Expression,
    Limit,
    Not,
    Present,
    Same,
    Some,
    Unclear,
    Writer,
    parse,
)
from specmill.harness.conditions import truth
from specmill.runtime import conditions as runtime

A, B, C = ("body", "a"), ("body", "b"), ("query", "c")
PLACES = (A, B, C)
VALUES = (1, 2, "1", "2", "x")

leaves: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Present, st.sampled_from(PLACES)),
    st.builds(
        Among,
        st.sampled_from(PLACES),
        st.lists(st.sampled_from(VALUES), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(Same, st.sampled_from(PLACES), st.sampled_from(PLACES)),
    st.builds(
        Below,
        st.sampled_from(PLACES),
        st.one_of(st.sampled_from(PLACES), st.builds(Limit, st.sampled_from((1, 2)))),
        st.booleans(),
    ),
)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(Every, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Some, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(
            Count, st.lists(inner, min_size=2, max_size=3).map(tuple), st.just((1,))
        ),
    ),
    max_leaves=5,
)
documents = st.fixed_dictionaries(
    {
        "body": st.dictionaries(
            st.sampled_from("ab"), st.sampled_from((*VALUES, None))
        ),
        "query": st.dictionaries(st.just("c"), st.sampled_from(VALUES)),
    }
)


def by_python(expression: Expression, document: Any, *, is_true: bool) -> bool:
    names = {**vars(runtime), "value": document}
    return bool(eval(expression.python(Writer(), is_true), names))


@given(expressions, documents)
def test_the_validator_and_the_judge_find_the_same_true(
    expression: Expression, document: Any
) -> None:
    judged = truth(expression.document(), document, ())

    assert (judged is True) == by_python(expression, document, is_true=True)


@given(expressions, documents)
def test_the_validator_and_the_judge_find_the_same_false(
    expression: Expression, document: Any
) -> None:
    judged = truth(expression.document(), document, ())

    assert (judged is False) == by_python(expression, document, is_true=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('body.a = "x"', Among(A, ("x",))),
        ("body.a != 1", Not(Among(A, (1,)))),
        ('body.a in ["x", 1, true]', Among(A, ("x", 1, True))),
        ("body.a is present", Present(A)),
        ("body.a is absent", Not(Present(A))),
        ("body.a = query.c", Same(A, C)),
        ("body.a <= 10", Below(A, Limit(10), or_same=True)),
        ("body.a > query.c", Not(Below(A, C, or_same=True))),
        (
            "body.a is present and body.b is present or query.c is present",
            Some((Every((Present(A), Present(B))), Present(C))),
        ),
        (
            "not (body.a is present or body.b is present)",
            Not(Some((Present(A), Present(B)))),
        ),
        ('body."odd name".x = 1', Among(("body", "odd name", "x"), (1,))),
    ],
)
def test_text_is_read(text: str, expected: Expression) -> None:
    assert expected == parse(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the end stands where a place such as body.amount is due"),
        (
            "body.a",
            "the end stands where is or in or = or != or <= or >= or < or > is due",
        ),
        ("body.a = 1 body.b = 2", "body.b stands where the end is due"),
        ("body.a is paid", "paid stands where present or absent is due"),
        ("body.a in [1", "the end stands where , or ] is due"),
        ("(body.a = 1", "the end stands where ) is due"),
        ("__import__('os')", "\"__import__('os')\" is no part of a condition"),
        ("(" * 30 + "body.a = 1", "it is nested more than 20 deep"),
    ],
)
def test_text_that_is_no_condition_is_told(text: str, says: str) -> None:
    with pytest.raises(Unclear) as raised:
        parse(text)

    assert says == str(raised.value)


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        (
            Condition(Among(A, ("x",)), Present(B), "", ""),
            'is required where body.a is "x"',
        ),
        (
            Condition(None, Count((Present(A), Present(B)), (1,)), "", ""),
            "breaks the condition that exactly one of body.a, body.b is there",
        ),
        (
            Condition(None, Below(A, C, or_same=True), "", ""),
            "breaks the condition that body.a is at most query.c",
        ),
        (
            Condition(None, Present(A), "a feature is on", ""),
            "is required where a feature is on",
        ),
    ],
)
def test_a_condition_says_what_it_asks(condition: Condition, says: str) -> None:
    assert says == condition.asked()


def test_text_of_a_value_stays_text_in_python() -> None:
    odd = 'x" or __import__("os").abort() or "'

    written = Among(A, (odd,)).python(Writer())

    assert eval(written, {**vars(runtime), "value": {"body": {"a": odd}}})
