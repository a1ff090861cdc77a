"""Text of a spec is not formatted, and what is made of it is text of a spec again."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from specmill.ir import Evidence
from specmill.shapes.base import is_of_names
from specmill.verbatim import (
    Verbatim,
    as_json,
    compose,
    exact,
    joined,
    verbatim,
    wording,
)

HERE = Path(__file__).parent
TEXT = Verbatim('a "b"\n{c} %s')


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda text: f"{text}", id="an f-string"),
        pytest.param(lambda text: f"{text:>9}", id="an f-string with a form"),
        pytest.param(lambda text: f"{text!s}", id="an f-string with !s"),
        pytest.param(lambda text: "%s" % text, id="%"),  # noqa: UP031
        pytest.param(lambda text: "%(a)s" % {"a": text}, id="% by name"),  # noqa: UP031
        pytest.param(lambda text: "{}".format(text), id="format"),  # noqa: UP032
        pytest.param(lambda text: "{a}".format_map({"a": text}), id="format_map"),
        pytest.param(lambda text: format(text), id="format of it"),
        pytest.param(str, id="str"),
        pytest.param(print, id="print"),
        pytest.param(lambda text: text % (), id="as a template of %"),
        pytest.param(lambda text: text.format(c=1), id="as a template of format"),
        pytest.param(lambda text: text.format_map({"c": 1}), id="as one of format_map"),
        pytest.param(
            lambda text: Environment().from_string("{{ text }}").render(text=text),
            id="a template",
        ),
        pytest.param(
            lambda text: f"{Evidence('inferred', text)}", id="what says itself so"
        ),
    ],
)
def test_it_is_not_formatted(write: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError, match="is text of a spec, which is not formatted"):
        write(TEXT)


@pytest.mark.parametrize(
    "made",
    [
        TEXT + "x",
        "x" + TEXT,
        TEXT * 2,
        TEXT[1:],
        TEXT[0],
        next(iter(TEXT)),
        TEXT.strip(),
        TEXT.upper(),
        TEXT.replace("a", "b"),
        TEXT.removeprefix("a"),
        TEXT.split()[0],
        TEXT.partition(" ")[2],
        Verbatim(", ").join(["a", "b"]),
        compose("{} of {}", TEXT, 1),
        joined(", ", ["a", TEXT]),
        as_json({"a": TEXT}),
        wording("a"),
        wording(1),
        copy.deepcopy(TEXT),
        pickle.loads(pickle.dumps(TEXT)),
        verbatim([{"a": ("b",)}])[0]["a"][0],
        next(iter(verbatim({"a": 1}))),
    ],
    ids=ascii,
)
def test_what_is_made_of_it_is_one_too(made: str) -> None:
    assert Verbatim is type(made)


def test_it_is_compared_and_looked_up_as_its_characters() -> None:
    plain = exact(TEXT)

    assert (plain == TEXT, {plain: 1}[TEXT], len(plain)) == (True, 1, len(TEXT))


def test_it_is_json() -> None:
    assert json.dumps([exact(TEXT)]) == json.dumps([TEXT])


def test_it_counts_as_text_where_values_of_json_are_told_apart() -> None:
    assert str is TEXT.__class__


@given(st.text())
def test_its_repr_is_a_literal_of_ascii_characters(text: str) -> None:
    shown = repr(Verbatim(text))

    assert (True, text) == (shown.isascii(), ast.literal_eval(shown))


@given(st.text(), st.text())
def test_a_sentence_has_every_character(one: str, other: str) -> None:
    made = compose("{}: {}", Verbatim(one), other)

    assert f"{one}: {other}" == made


def test_a_sentence_without_a_place_for_a_value_is_refused() -> None:
    with pytest.raises(ValueError):
        compose("{}", "a", "b")


@pytest.mark.parametrize("value", ["a", ["a"], ("a",), {"a": ["a"]}])
def test_the_way_out_gives_plain_text(value: Any) -> None:
    out = exact(verbatim(value))

    assert (value, True) == (out, "Verbatim" not in {*map(_kind, _texts(out))})


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = [*value, *value.values()] if isinstance(value, dict) else value
    return [text for part in parts for text in _texts(part)]


def _kind(text: str) -> str:
    return type(text).__name__


@pytest.mark.parametrize(
    "pattern",
    [r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", r"[A-Z][A-Z0-9_]*", r"[1-5]xx", r"[a-z.-]+"],
)
def test_a_pattern_of_letters_and_digits_holds_names(pattern: str) -> None:
    assert is_of_names(pattern)


@pytest.mark.parametrize(
    "pattern",
    [None, r"\S+", r".+", r"[^a]", r"[a-z']+", r"[!-~]+", r"[.-_]+", r"a b", r"a|\""],
)
def test_another_pattern_holds_text(pattern: str | None) -> None:
    assert not is_of_names(pattern)


def test_no_text_of_a_spec_is_joined_in_passing() -> None:
    """`str.join` of plain text cannot be closed; no module of ours uses it so."""
    done = subprocess.run(
        [sys.executable, str(HERE / "joins.py")], capture_output=True, text=True
    )

    assert ("", "") == (done.stdout, done.stderr)
