"""Members that are there, but under another name or in another place than the page's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from .. import ir
from ..harness.edits import Drop, Put
from ..harness.pointers import found, pointer_of
from ..harness.programmed import Gets
from ..members import Member
from ..verbatim import compose, joined
from .stage import Edits, Stage


def misnamed(stage: Stage, member: Member, good: Any) -> Iterator[tuple[str, Edits]]:
    """Yield *member* under a name that is nearly its own, and in another place."""
    *above, name = member.steps
    if good is None:
        return
    for other in dict.fromkeys(near_names(member)):
        if other != name:
            there = pointer_of((*above, other))
            yield compose("called {}", other), (Drop(member.pointer), Put(there, good))
    if member.place == "headers":
        return
    outside = ("body",) if member.place == "query" else tuple(above[:1])
    is_elsewhere = outside != tuple(above) and (*outside, name) not in stage.members
    if is_elsewhere and isinstance(stage.contract.example.get("body"), dict):
        there = pointer_of((*outside, name))
        yield compose("in {}", outside[0]), (Drop(member.pointer), Put(there, good))


def near_names(member: Member) -> Iterator[str]:
    """Yield names that are nearly the page's: no letter case tells those of headers."""
    name, ours = member.field.wire_name, member.field.name.replace("_", "")
    if member.place == "headers":
        yield name.replace("-", "_")
        return
    yield from (name.swapcase(), name.lower(), name.upper())
    yield from _unhumped(name)
    # Where ours is spelled otherwise, the page's is a slip that someone may have mended.
    if list(ours.lower()) != [each for each in name.lower() if each.isalnum()]:
        yield ours.capitalize() if name[:1].isupper() else ours


def _unhumped(name: str) -> Iterator[str]:
    """Yield *name* with one of its inner capitals in small letters."""
    for at, letter in enumerate(name):
        if at and letter.isupper():
            yield compose("{}{}{}", name[:at], letter.lower(), name[at + 1 :])


def emptied(stage: Stage) -> Iterator[Gets]:
    """Yield objects without members: they are nowhere, elsewhere or called otherwise."""
    records = (
        path
        for path, member in stage.members.items()
        if isinstance(member.field.type, ir.Record) and member.place == "body"
    )
    for path in (("body",), *records):
        inside = found(stage.contract.example, path)
        due = _first_absent(stage, path)
        if due is None or not isinstance(inside, dict) or not inside:
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


_AROUND: Final = "around it"


def _moved(
    stage: Stage, path: ir.Path, inside: Mapping[str, Any]
) -> Iterator[tuple[str, Edits]]:
    """Yield where else the members of an object may stand, and edits that put them."""
    spaced = ((*path, compose("{} ", name)) for name in inside)
    yield "with a space after their names", _put(spaced, inside.values())
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
