from __future__ import annotations

import json
import pickle
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.runtime.strict_json import (
    MAX_VALUES,
    ExactNumber,
    Unreadable,
    Unwritable,
    decode,
    encode,
    minify,
)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner)
    | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "the body is not JSON at character 1"),
        (b"{", "the body is not JSON at character 2"),
        (b'{"a":1}x', "the body is not JSON at character 8"),
        (b"'a'", "the body is not JSON at character 1"),
        (b'"\n"', "the body is not JSON at character 2"),
        (b"\xff", "the body is not UTF-8"),
        ('{"a":1}'.encode("utf-16"), "the body is not UTF-8"),
        (b"\xef\xbb\xbf{}", "the body begins with a byte order mark"),
        (b'{"a":1,"a":1}', "an object names a member twice"),
        (b'{"a":1,"\\u0061":2}', "an object names a member twice"),
        (b"NaN", "the body holds a number that JSON does not have"),
        (b"[-Infinity]", "the body holds a number that JSON does not have"),
        (b"1e999", "a number is beyond what can be computed with"),
        (b"1" * 65, "a number has more than 64 characters"),
        (b"0." + b"1" * 65, "a number has more than 64 characters"),
        (b'"\\ud800"', "a string holds half of a surrogate pair"),
        (b'{"\\udc00":1}', "a string holds half of a surrogate pair"),
        (b"[" * 65 + b"]" * 65, "the body is nested deeper than 64"),
        (b"[" * 100_000 + b"]" * 100_000, "the body is nested too deep"),
    ],
)
def test_what_two_readers_could_read_differently_is_refused(
    body: bytes, sentence: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(body)

    assert sentence == str(caught.value)


def test_a_refusal_does_not_hold_the_body() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(b'{"otp": 424242')

    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


def test_depth_is_counted_up_to_the_limit() -> None:
    assert [[[]]] == decode(b"[[[]]]", max_depth=3)


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert "\U0001f600" == decode(b'"\\ud83d\\ude00"')


def test_a_fraction_computes_as_a_float() -> None:
    assert 0.1 == decode(b"0.1")


def test_a_fraction_keeps_its_digits() -> None:
    number = decode(b"12345678901234567890.10")

    assert isinstance(number, ExactNumber)
    assert Decimal("12345678901234567890.10") == number.exact


def test_a_fraction_keeps_its_digits_in_a_pickle() -> None:
    number = pickle.loads(pickle.dumps(ExactNumber("1.10")))

    assert "1.10" == number.text


def test_members_keep_their_order() -> None:
    assert ["b", "a"] == list(decode(b'{"b":1,"a":2}'))  # type: ignore[call-overload]


def test_json_is_written_compactly_in_its_order_and_in_utf_8() -> None:
    assert '{"b":"é/","a":[1,null,true]}'.encode() == encode(
        {"b": "é/", "a": [1, None, True]}
    )


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"a": [float("nan")]}, "/a/0"),
        ({"a/b": {"~": b""}}, "/a~1b/~0"),
        ({"a": {1: 2}}, "/a"),
        ({"a": Decimal(1)}, "/a"),
        (["\ud800"], "/0"),
        ({"\ud800": 1}, ""),
        ({"a": 10**100}, "/a"),
        ({"a": {1, 2}}, "/a"),
    ],
)
def test_what_has_no_json_form_is_refused_with_its_place(
    value: Any, pointer: str
) -> None:
    with pytest.raises(Unwritable) as caught:
        encode(value)

    assert pointer == caught.value.pointer


def test_a_circle_is_refused() -> None:
    circle: list[Any] = []
    circle.append(circle)

    with pytest.raises(Unwritable, match="is nested too deep"):
        encode(circle)


def test_white_space_between_tokens_goes_and_within_strings_stays() -> None:
    body = b' {"a b" :\t"c \\" d\\\\" ,\r\n "e": [ 1, 2 ] } '

    assert b'{"a b":"c \\" d\\\\","e":[1,2]}' == minify(body)


@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    assert value == decode(encode(value))


@given(VALUES)
def test_minified_is_as_if_written_compactly(value: object) -> None:
    body = json.dumps(value, indent=2, ensure_ascii=False).encode()

    assert encode(value) == minify(body)


@given(st.binary(max_size=60))
def test_any_octets_are_read_or_refused(body: bytes) -> None:
    try:
        decode(body)
    except Unreadable as error:
        assert error.__context__ is None


@pytest.mark.parametrize(
    "body",
    [
        b"[" + b"0," * MAX_VALUES + b"0]",
        b'{"a":[' + b"[]," * MAX_VALUES + b"0]}",
        b"[" + b"[1]," * (MAX_VALUES // 2) + b"0]",
    ],
    ids=["numbers", "lists", "below-the-commas"],
)
def test_a_body_of_too_many_values_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable, match="more than 50000 values"):
        decode(body)


def test_a_comma_in_a_text_is_no_value() -> None:
    text = ',"\\' * MAX_VALUES

    assert [text] == decode(json.dumps([text]).encode())


@pytest.mark.parametrize("tail", [b'"' + b'\\"' * 400_000, b'"' * 400_001, b'"\\'])
def test_strings_without_an_end_cost_no_more_than_others(tail: bytes) -> None:
    began = time.process_time()
    with pytest.raises(Unreadable):
        decode(b"[" + b"0," * 60_000 + tail)

    assert time.process_time() - began < 2
