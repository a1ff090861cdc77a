"""A light dataclass behaves as the standard library's of the same declaration."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import dataclass as heavy
from dataclasses import field
from typing import Any, ClassVar

import pytest

from specmill.light import light_dataclass as light

Decorate = Callable[..., Callable[[type], type]]


def _made(decorate: Any) -> dict[str, Any]:
    """Return classes of every kind of declaration, made by *decorate*."""

    @decorate(frozen=True, slots=True)
    class Plain:
        """Two fields, one with a default."""

        name: str
        size: int = 3

    @decorate(frozen=True, slots=True, kw_only=True)
    class Named:
        """A list of its own, a field apart from comparison, one that is not shown."""

        kinds: ClassVar[tuple[str, ...]] = ("a",)
        size: int
        tags: list[str] = field(default_factory=list)
        place: str = field(default="", compare=False)
        secret: str = field(default="made-up", repr=False)

    @decorate(frozen=True, slots=True)
    class Wider(Plain):
        """One field more, and one worked out."""

        depth: int = 0
        whole: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "whole", self.size * self.depth)

    @decorate(frozen=True, slots=True)
    class Empty:
        """None at all."""

    @decorate(slots=True)
    class Open:
        """One that may change."""

        size: int
        seen: list[int] = field(default_factory=list, init=False)

    @decorate(frozen=True, slots=True, eq=False)
    class Lone:
        """Equal to itself alone."""

        size: int

    @decorate(frozen=True, slots=True, repr=False)
    class Shown:
        """With methods of its own."""

        size: int

        def __repr__(self) -> str:
            return "shown"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    made = (Plain, Named, Wider, Empty, Open, Lone, Shown)
    return {each.__name__: each for each in made}


OURS, THEIRS = _made(light), _made(heavy)
VALUES: dict[str, tuple[str, tuple[Any, ...], dict[str, Any]]] = {
    "positional": ("Plain", ("a", 4), {}),
    "default": ("Plain", ("a",), {}),
    "by name": ("Plain", (), {"size": 1, "name": "a"}),
    "keywords only": ("Named", (), {"size": 1}),
    "all keywords": ("Named", (), {"size": 1, "tags": ["x"], "place": "p"}),
    "inherited": ("Wider", ("a", 4, 5), {}),
    "empty": ("Empty", (), {}),
    "open": ("Open", (4,), {}),
    "own methods": ("Shown", (4,), {}),
}
EACH = pytest.mark.parametrize(
    ("name", "args", "kwargs"), VALUES.values(), ids=VALUES.keys()
)


def _values(value: Any) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}


@EACH
def test_a_value_holds_the_same(name: str, args: Any, kwargs: Any) -> None:
    ours, theirs = OURS[name](*args, **kwargs), THEIRS[name](*args, **kwargs)

    assert _values(theirs) == _values(ours)


@EACH
def test_a_value_shows_the_same(name: str, args: Any, kwargs: Any) -> None:
    ours, theirs = OURS[name](*args, **kwargs), THEIRS[name](*args, **kwargs)

    assert repr(theirs) == repr(ours)


@EACH
def test_values_that_hold_the_same_are_equal(name: str, args: Any, kwargs: Any) -> None:
    kind = OURS[name]

    assert kind(*args, **kwargs) == kind(*args, **kwargs)


@pytest.mark.parametrize("made", (OURS, THEIRS), ids=("ours", "theirs"))
def test_a_field_apart_from_comparison_does_not_count(made: dict[str, Any]) -> None:
    first, second = (made["Named"](size=1, place=place) for place in "ab")

    assert first == second


@pytest.mark.parametrize("made", (OURS, THEIRS), ids=("ours", "theirs"))
def test_values_that_differ_are_not_equal(made: dict[str, Any]) -> None:
    assert made["Plain"]("a") != made["Plain"]("b")


@pytest.mark.parametrize("made", (OURS, THEIRS), ids=("ours", "theirs"))
def test_values_of_two_classes_are_not_equal(made: dict[str, Any]) -> None:
    assert made["Plain"]("a") != made["Wider"]("a")


@pytest.mark.parametrize("made", (OURS, THEIRS), ids=("ours", "theirs"))
def test_a_value_without_equality_is_equal_to_itself_alone(
    made: dict[str, Any],
) -> None:
    assert made["Lone"](1) != made["Lone"](1)


@pytest.mark.parametrize("name", ("Plain", "Wider"))
def test_equal_values_have_one_hash(name: str) -> None:
    assert hash(OURS[name]("a", 2)) == hash(OURS[name]("a", 2))


def test_a_value_that_may_change_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(OURS["Open"](1))


@pytest.mark.parametrize("made", (OURS, THEIRS), ids=("ours", "theirs"))
def test_a_frozen_value_takes_no_other_value(made: dict[str, Any]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field"):
        made["Plain"]("a").name = "b"


@pytest.mark.parametrize("made", (OURS, THEIRS), ids=("ours", "theirs"))
def test_a_frozen_value_loses_none(made: dict[str, Any]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field"):
        del made["Plain"]("a").name


@pytest.mark.parametrize(
    ("name", "args", "kwargs"),
    (("Plain", (), {}), ("Plain", ("a", 1, 2), {}), ("Named", (1,), {})),
    ids=("too few", "too many", "not by name"),
)
def test_wrong_arguments_are_told_alike(name: str, args: Any, kwargs: Any) -> None:
    told = []
    for made in (OURS, THEIRS):
        with pytest.raises(TypeError) as caught:
            made[name](*args, **kwargs)
        told.append(str(caught.value).rpartition(".")[2])

    assert told[0] == told[1]


@pytest.mark.parametrize("name", OURS)
def test_fields_and_patterns_are_the_same(name: str) -> None:
    told = [
        (
            made[name].__match_args__,
            made[name].__slots__,
            [each.name for each in dataclasses.fields(made[name])],
        )
        for made in (OURS, THEIRS)
    ]

    assert told[0] == told[1]


def test_replace_changes_one_field() -> None:
    replaced = dataclasses.replace(OURS["Plain"]("a"), size=9)

    assert OURS["Plain"]("a", 9) == replaced


def test_two_values_share_no_default() -> None:
    first, second = (OURS["Named"](size=1) for _ in range(2))

    assert first.tags is not second.tags


def test_a_class_without_slots_is_refused() -> None:
    with pytest.raises(TypeError, match="slots"):
        light(frozen=True, slots=False)


@light(frozen=True, slots=True)
class Kept:
    """At the root of a module, where pickle finds it."""

    name: str
    size: int = 3


@pytest.mark.parametrize(
    "copied",
    (copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))),
    ids=("copy", "deepcopy", "pickle"),
)
def test_a_copy_is_equal(copied: Callable[[Any], Any]) -> None:
    value: Any = Kept("a")  # type: ignore[call-arg]

    assert value == copied(value)
