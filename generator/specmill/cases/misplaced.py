"""Members that are there, but under another name or in another place than the page's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from .. import ir
from ..harness.edits import Drop, Put, Raw
from ..harness.pointers import found, pointer_of
from ..harness.programmed import Gets
from ..members import Member
from ..verbatim import compose, joined
from .stage import Edits, Stage
from .values import at


def misnamed(stage: Stage, member: Member, good: Any) -> Iterator[tuple[str, Edits]]:
    """Yield *member* under names that are nearly its own, and in other places.

    All of them stand in one request: whoever takes one of them is found by it.
    """
    if good is None:
        return
    *above, name = member.steps
    near = (each for each in dict.fromkeys(near_names(member)) if each != name)
    there = unlisted(stage, ((*above, each) for each in near))
    if there:
        yield "called otherwise", (Drop(member.pointer), *all_put(there, good))
    slip = slip_of(member)
    if slip:
        other = pointer_of((*above, slip))
        yield compose("called {}", slip), (Drop(member.pointer), Put(other, good))
    if member.place == "headers":
        return
    own = member.steps
    others = (each for each in objects_of(stage) if each not in (own[:-1], own))
    elsewhere = unlisted(stage, ((*path, name) for path in others))
    if elsewhere:
        yield "elsewhere", (Drop(member.pointer), *all_put(elsewhere, good))


def beside(stage: Stage, open_: Sequence[ir.Path]) -> Iterator[Edits]:
    """Yield other values under names that are nearly a member's, and of members of others.

    They stand in the objects *open_*, which may have members that no page lists; all
    that the page lists is there, too.
    """
    for path in open_:
        near: list[Edits] = []
        far: list[Edits] = []
        for member in stage.members.values():
            *above, name = member.steps
            good = at(stage.contract.example, member)
            if not isinstance(good, str) or member.place not in ("body", "query"):
                continue
            is_own = tuple(above) == path
            names = dict.fromkeys(near_names(member)) if is_own else (name,)
            there = unlisted(stage, ((*path, each) for each in names))
            (near if is_own else far).append(all_put(there, "x" + good))
        yield from (tuple(chain(*each)) for each in (near, far) if any(each))


def objects_of(stage: Stage) -> list[ir.Path]:
    """Return the places of the objects that the body of the valid request has."""
    records = (
        path
        for path, member in stage.members.items()
        if isinstance(member.field.type, ir.Record) and member.place == "body"
    )
    example = stage.contract.example
    all_of = (("body",), *records)
    return [path for path in all_of if isinstance(found(example, path), dict)]


def unlisted(stage: Stage, places: Iterable[ir.Path]) -> list[ir.Path]:
    """Return those of *places* at which the page has no member."""
    return [path for path in places if path not in stage.members]


def all_put(places: Iterable[ir.Path], value: Any) -> Edits:
    """Return edits that put *value* at each of *places*."""
    return tuple(Put(pointer_of(path), value) for path in places)


def near_names(member: Member) -> Iterator[str]:
    """Yield names that are nearly the page's: no letter case tells those of headers."""
    name, words = member.field.wire_name, member.field.name.split("_")
    if member.place == "headers":
        yield name.replace("-", "_")
        return
    yield from (name.swapcase(), name.lower(), name.upper())
    yield from (name[:1].swapcase() + name[1:], *_unhumped(name))
    camel = joined("", (each.capitalize() for each in words))
    yield from (camel, camel[:1].lower() + camel[1:])
    yield from (joined("_", words), joined("-", words))


def slip_of(member: Member) -> str:
    """Return the name that the page may have meant; empty where it has that one.

    Where ours is spelled otherwise, the page's is a slip that someone may have mended.
    """
    name, ours = member.field.wire_name, member.field.name.replace("_", "")
    if list(ours.lower()) == [each for each in name.lower() if each.isalnum()]:
        return ""
    return ours.capitalize() if name[:1].isupper() else ours


def _unhumped(name: str) -> Iterator[str]:
    """Yield *name* with one of its inner capitals in small letters, or ID for Id."""
    for number, letter in enumerate(name):
        if number and letter.isupper():
            start, end = name[:number], name[number + 1 :]
            yield compose("{}{}{}", start, letter.lower(), end)
    if name.endswith("Id"):
        yield name[:-1] + "D"


def emptied(stage: Stage) -> Iterator[Gets]:
    """Yield objects without members: they are nowhere, elsewhere or called otherwise."""
    for path in objects_of(stage):
        inside = found(stage.contract.example, path)
        due = _first_absent(stage, path)
        if due is None or not inside:
            continue
        label, nothing = joined(".", path), Put(pointer_of(path), {})
        yield stage.gets(compose("{} without members", label), (nothing,), *due)
        moved = dict(_moved(stage, path, inside))
        for where, there in moved.items():
            if there:
                name = compose("members of {} {}", label, where)
                yield stage.gets(name, (nothing, *there), *due)
        around = moved.get(_AROUND)
        if around and due == _absent(stage, path):
            name = compose("members of {} in its place", label)
            yield stage.gets(name, (Drop(nothing.pointer), *around), *due)
    yield from _flat(stage)
    yield from _without_a_body(stage)


def _flat(stage: Stage) -> Iterator[Gets]:
    """Yield the members of all objects of the body beside each other, in none of them."""
    inner = [path for path in objects_of(stage)[1:] if len(path) == 2]
    due = _absent(stage, inner[0]) if len(inner) > 1 else None
    if due is None or any(_absent(stage, path) != due for path in inner):
        return
    members: dict[ir.Path, Any] = {
        ("body", name): value
        for path in inner
        for name, value in found(stage.contract.example, path).items()
    }
    places = unlisted(stage, members)
    edits = (
        *(Drop(pointer_of(path)) for path in inner),
        *_put(places, (members[path] for path in places)),
    )
    yield stage.gets("members of all objects in their place", edits, *due)


def _without_a_body(stage: Stage) -> Iterator[Gets]:
    """Yield the members of the body in the query of a request that has no body."""
    told = (dict(each.answers).get("not-json") for each in stage.played.checks)
    answer = next(filter(None, told), None)
    if answer is None or stage.played.operation.request.signature is not None:
        return
    inside = stage.contract.example["body"]
    there = dict(_moved(stage, ("body",), inside))["in the query"]
    if there:
        name = "members of the body in the query, and nothing in the body"
        yield stage.gets(name, (Raw(""), *there), answer, "")


_AROUND: Final = "around it"
_WRAPPERS: Final = ("data", "request", "body", "payload", "params")
"""What careless code may look into for members that are not there."""


def _moved(
    stage: Stage, path: ir.Path, inside: Mapping[str, Any]
) -> Iterator[tuple[str, Edits]]:
    """Yield where else the members of an object may stand, and edits that put them."""
    spaced = ((*path, compose("{} ", name)) for name in inside)
    yield "with a space after their names", _put(spaced, inside.values())
    wrappers = unlisted(stage, ((*path, name) for name in _WRAPPERS))
    yield "in an object of their own", all_put(wrappers, inside)
    if len(path) > 1:
        around = {(*path[:-1], name): value for name, value in inside.items()}
        where = _AROUND
    elif stage.played.operation.request.signature is None:
        around = {("query", x): v for x, v in inside.items() if isinstance(v, str)}
        where = "in the query"
    else:
        return  # whether a query is signed is seldom said
    free = {at: value for at, value in around.items() if at not in stage.members}
    yield where, _put(free, free.values())


def _put(places: Iterable[ir.Path], values: Iterable[Any]) -> Edits:
    pairs = zip(places, values, strict=True)
    return tuple(Put(pointer_of(at), value) for at, value in pairs)


def _first_absent(stage: Stage, path: ir.Path) -> tuple[str, str] | None:
    """Return the answer to the first absent member of *path*, and what it names."""
    for check in stage.played.checks:
        answers = dict(check.answers)
        below = [each for each in check.places if each[: len(path)] == path != each]
        if "absent" in answers and below:
            return answers["absent"], stage.named(below[0], answers["absent"])
        if below and answers.keys() & {"credential", "signature"}:
            return None  # what is not there may be a wrong one, too
    return None


def _absent(stage: Stage, path: ir.Path) -> tuple[str, str] | None:
    for check in stage.played.checks:
        answers = dict(check.answers)
        if "absent" in answers and path in check.places:
            return answers["absent"], stage.named(path, answers["absent"])
    return None
