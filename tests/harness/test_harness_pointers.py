"""Pointers lead into objects and lists, and what they change is a copy."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.harness.pointers import NOTHING, alike, drop

DOCUMENT = {"goods": [{"name": "a", "size": 1}, {"name": "b"}]}


@pytest.mark.parametrize(
    "steps, expected",
    [
        (("goods", "0", "size"), [{"name": "a"}, {"name": "b"}]),
        (("goods", "1", "name"), [{"name": "a", "size": 1}, {}]),
        (("goods", "0"), [{"name": "b"}]),
        (("goods", "2"), DOCUMENT["goods"]),
        (("goods", "name"), DOCUMENT["goods"]),
        (("goods", "0", "name", "x"), DOCUMENT["goods"]),
    ],
    ids=str,
)
def test_what_is_dropped_may_stand_in_a_list(
    steps: tuple[str, ...], expected: Any
) -> None:
    assert {"goods": expected} == drop(DOCUMENT, steps)


def test_a_drop_leaves_the_document_as_it_was() -> None:
    before = repr(DOCUMENT)

    drop(DOCUMENT, ("goods", "0", "size"))

    assert before == repr(DOCUMENT)


@pytest.mark.parametrize("value", [None, "", {}, 0])
def test_what_is_not_there_is_like_nothing_else(value: object) -> None:
    assert alike(NOTHING, NOTHING)
    assert not alike(NOTHING, value)
