"""A look of a generated validator takes nothing that the validator would tell of.

Tried are all validators of this project, of the examples and of the golden files, with
messages that are edited near the edges of what their pages say.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specmill import ir
from specmill.config import find_project
from specmill.emit import emit
from specmill.emit.looks import kept
from specmill.members import wire_sample
from specmill.pipeline import Project, understand
from specmill.runtime.strict_json import ExactNumber
from specmill.verbatim import exact

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
FEATURES = sorted(path.name for path in GOLDEN.iterdir() if (path / "specs").is_dir())
PROJECTS = ("generated", "examples", *FEATURES)


class Text(str):
    """Text that is not plainly text."""


ODD = (
    *(None, "", " ", "x", "7\n", "\u0664", Text("1"), True, 0, -1, 1.5),
    *(float("nan"), ExactNumber("1.50"), 10**30, [], [None], ["x"], {}, {"x": 1}),
)


@dataclass(frozen=True)
class Judged:
    """One validator, and the members of what it judges."""

    module: ModuleType
    name: str
    places: Mapping[str, tuple[ir.Field, ...]]
    """By the part of a request; the empty one is a reply."""

    def __str__(self) -> str:
        return self.name

    def found(self, value: Any) -> list[str]:
        return [str(each) for each in getattr(self.module, self.name)(value)]

    def sound(self) -> Any:
        parts = {
            place: {each.wire_name: wire_sample(each) for each in fields}
            for place, fields in self.places.items()
        }
        return exact(parts.get("", parts))

    def members(self) -> list[tuple[tuple[Any, ...], ir.Field]]:
        return [
            found
            for place, fields in self.places.items()
            for found in _members((place,) if place else (), fields)
        ]


def _members(
    above: tuple[Any, ...], fields: tuple[ir.Field, ...]
) -> Iterator[tuple[tuple[Any, ...], ir.Field]]:
    for each in fields:
        path, kind = (*above, exact(each.wire_name)), each.type
        yield path, each
        while isinstance(kind, ir.Array):
            path, each, kind = (*path, 0), kind.item, kind.item.type
            yield path, each
        if isinstance(kind, ir.Record):
            yield from _members(path, kind.fields)


@cache
def judged(project: str) -> tuple[Judged, ...]:
    """Return the validators of *project*, as they stand generated."""
    if project in FEATURES:
        return tuple(_of_golden(GOLDEN / project))
    if project == "examples":
        return tuple(_of_package(ROOT / "examples", _written(ROOT / "examples")))
    return tuple(_of_package(ROOT, ROOT / "generated"))


def _written(root: Path) -> Path:
    """Return a folder of what is generated of *root*, of which nothing is kept."""
    folder = Path(mkdtemp(prefix="specmill-looks-"))
    atexit.register(rmtree, folder)
    for each in emit(understand(find_project(root))):
        if each.path.endswith(".py") and not each.path.startswith("contract_tests/"):
            (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / each.path).write_text(each.render(), "utf-8")
    return folder


def _of_package(root: Path, folder: Path) -> Iterator[Judged]:
    api = understand(find_project(root))
    sys.path.insert(0, str(folder))
    try:
        for partner in api.partners:
            for operation in partner.calls:
                name = f"{api.package}.{partner.name}.validators.{operation.name}"
                yield from _of(operation, import_module(name))
    finally:
        sys.path.remove(str(folder))


def _of_golden(root: Path) -> Iterator[Judged]:
    package, expected = f"looked_at_{root.name}", root / "expected"
    for name, path in (
        (package, expected),
        (f"{package}._runtime", ROOT / "generated" / "partner_apis" / "_runtime"),
        (f"{package}.partner", expected),
        (f"{package}.partner.forms", expected / "forms"),
        (f"{package}.partner.validators", expected / "validators"),
    ):
        module = ModuleType(name)
        module.__path__ = [str(path)]
        sys.modules[name] = module
    (partner,) = understand(Project(root)).partners
    for operation in partner.calls:
        name = f"{package}.partner.validators.{operation.name}"
        yield from _of(operation, import_module(name))


def _of(operation: ir.Operation, module: ModuleType) -> Iterator[Judged]:
    request = {place: fields for place, fields in operation.request.places() if fields}
    yield Judged(module, f"{operation.name}_request", request)
    for reply in operation.replies:
        name = f"{operation.name}_{reply.name}"
        yield Judged(module, name, {"": reply.body.fields})
        if reply.headers is not None:
            yield Judged(module, f"{name}_headers", {"": reply.headers.fields})


@contextmanager
def blind(module: ModuleType) -> Iterator[None]:
    """Let every look of *module* find something, so that everything is told."""
    real = module.passes
    module.passes = lambda look, value: False
    try:
        yield
    finally:
        module.passes = real


GONE = object()
"""What a member is where it is left out."""


@st.composite
def messages(draw: st.DrawFn, project: str) -> tuple[Judged, Any]:
    """Return a validator and a message that is sound but for two members at most."""
    one = draw(st.sampled_from(judged(project)))
    message, members = one.sound(), one.members()
    for _ in range(draw(st.integers(0, 2)) if members else 0):
        path, each = draw(st.sampled_from(members))
        put(message, path, draw(st.sampled_from(near(each))))
        if draw(st.integers(0, 9)) == 0:
            put(message, (*path[:-1], "unheard of"), draw(st.sampled_from(ODD)))
    return one, message


def singly_edited(one: Judged) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    """Yield sound messages with one edit: where, what and the whole."""
    sound = one.sound()
    for path, each in one.members():
        for value in near(each):
            message = deepcopy(sound)
            put(message, path, value)
            yield path, value, message
        message = deepcopy(sound)
        put(message, (*path[:-1], "unheard of"), "x")
        yield (*path[:-1], "unheard of"), "x", message


def near(each: ir.Field) -> list[Any]:
    """Return what may and what may not stand for *each*, at its edges."""
    sound = exact(wire_sample(each))
    found = [GONE, sound, *ODD]
    for limit in each.constraints:
        for samples in (limit.edges, limit.near_misses):
            with suppress(TypeError, AttributeError, ValueError):  # of another type
                found += (exact(sample.value) for sample in samples(sound))
    return found


def put(message: Any, path: tuple[Any, ...], value: Any) -> None:
    """Let *value* stand at *path*, if what is around it still does."""
    for step in path[:-1]:
        if isinstance(message, dict):
            message = message.get(step)
        else:
            message = message[0] if isinstance(message, list) and message else None
    if isinstance(message, list) and message and path[-1] == 0:
        message[0] = None if value is GONE else value
    elif isinstance(message, dict) and value is GONE:
        message.pop(path[-1], None)
    elif isinstance(message, dict):
        message[path[-1]] = value


def told_without_a_look(one: Judged, message: Any) -> list[str]:
    with blind(one.module):
        return one.found(message)


@pytest.mark.parametrize("project", PROJECTS)
def test_a_look_takes_nothing_that_is_told_of_one_member(project: str) -> None:
    missed = [
        (str(one), path, value)
        for one in judged(project)
        for path, value, message in singly_edited(one)
        if one.found(message) != told_without_a_look(one, message)
    ]

    assert [] == missed


@pytest.mark.parametrize("project", PROJECTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_look_takes_nothing_that_is_told_of_several(
    project: str, data: st.DataObject
) -> None:
    one, message = data.draw(messages(project))

    assert told_without_a_look(one, message) == one.found(message)


@pytest.mark.parametrize("project", PROJECTS)
def test_a_sound_message_passes_at_a_look(project: str) -> None:
    left = [
        str(one)
        for one in judged(project)
        if one.found(one.sound()) == [] and not passed(one)
    ]

    assert [] == left


def passed(one: Judged) -> bool:
    asked: list[bool] = []
    real = one.module.passes
    one.module.passes = lambda look, value: asked.append(real(look, value)) or asked[0]
    try:
        one.found(one.sound())
    finally:
        one.module.passes = real
    return asked == [True]


@pytest.mark.parametrize(
    ("breach", "says"),
    [
        ("not 1 <= len(item) <= 20", "1 <= len(item) <= 20"),
        ("len(item) != 3", "len(item) == 3"),
        ("item not in ('a', 'b')", "item in ('a', 'b')"),
        ("item in ('a',)", "item not in ('a',)"),
        ("item > 5", "item <= 5"),
        ("exceeds(item, 5, 2)", "not exceeds(item, 5, 2)"),
        ("(a) and (b)", "not ((a) and (b))"),
        ("not _PATTERN_1.fullmatch(item)", "_PATTERN_1.fullmatch(item) is not None"),
    ],
)
def test_what_is_kept_is_said_plainly(breach: str, says: str) -> None:
    assert says == kept(breach)
