from __future__ import annotations

import copy
import json
import pickle

import pytest

from specmill.runtime.secret import Secret

SECRET = Secret("open sesame")


@pytest.mark.parametrize(
    "shown",
    [
        repr(SECRET),
        str(SECRET),
        f"{SECRET:>20}",
        "".join(["", str(SECRET)]),
        f"{[SECRET]}",
    ],
)
def test_no_text_shows_the_value(shown: str) -> None:
    assert "sesame" not in shown


def test_the_value_is_revealed_on_request() -> None:
    assert "open sesame" == SECRET.reveal()


def test_equal_values_are_equal_secrets() -> None:
    assert Secret("a") == Secret("a")


def test_other_values_are_other_secrets() -> None:
    assert Secret("a") != Secret("b")


def test_a_secret_is_not_equal_to_its_text() -> None:
    assert Secret("a") != "a"


def test_a_secret_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(SECRET)


def test_a_secret_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="not written to a pickle"):
        pickle.dumps(SECRET)


def test_a_secret_is_not_json() -> None:
    with pytest.raises(TypeError):
        json.dumps({"key": SECRET})


def test_a_copy_is_the_secret_itself() -> None:
    assert copy.deepcopy(SECRET) is SECRET


def test_a_secret_gives_no_state_to_what_writes_objects() -> None:
    with pytest.raises(TypeError, match="not written to a pickle"):
        object.__getattribute__(SECRET, "__getstate__")()
