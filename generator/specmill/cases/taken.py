"""Requests that one server takes, however they are written, and methods that it has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir
from ..constraints import Length, resized
from ..harness.edits import Drop, MediaType, Put, Written
from ..harness.exchanges import Accepted
from ..harness.pointers import found, pointer_of
from ..harness.programmed import Gets, NotServed
from ..members import Member
from ..verbatim import compose, joined
from .misplaced import all_put, beside, near_names, slip_of, unlisted
from .near import ANYTHING, RICH, control_texts, free_texts
from .stage import Stage
from .values import altered, at, holds_all, other_types, takes_empty


def not_served(stage: Stage) -> Iterator[NotServed]:
    """Yield the methods that the page does not document."""
    request = stage.played.operation.request
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        if method not in stage.contract.methods:
            yield NotServed(
                id=method,
                method=method,
                fact="method",
                evidence=str(request.method_evidence),
            )


def accepted(stage: Stage, shapes: Iterable[Any]) -> Iterator[Gets]:
    """Yield requests with another valid value each, and the valid one otherwise put."""
    yield from _shapes(stage, shapes)
    yield from _others(stage)
    yield from _echoes(stage)
    yield from _free(stage)
    yield from _written(stage)
    yield from _called(stage)
    yield from _open(stage)


def _shapes(stage: Stage, found: Iterable[Any]) -> Iterator[Gets]:
    """Yield the shapes that the page documents, with the results that they have."""
    for case in found:
        if isinstance(case, Accepted):
            yield from stage.due(case.id, case.edits)


def _others(stage: Stage) -> Iterator[Gets]:
    for path, values in stage.played.accepts:
        for value in values:
            edits = (Put(pointer_of(path), value),)
            label = compose("{} as {}", joined(".", path), value)
            yield from stage.due(label, edits)


def _echoes(stage: Stage) -> Iterator[Gets]:
    """Yield other values of what comes back, so that no constant passes for it."""
    places = {ours for each in stage.contract.replies for _, ours in each.echoes}
    for path in sorted(places):
        good = found(stage.contract.example, path)
        is_inside = path[0] == "body"
        if not (is_inside or _is_passed(stage.members[path])):
            continue
        for label, value in _echoed(good) if is_inside else _other_lines(good):
            edits = (Put(pointer_of(path), value),)
            if holds_all(stage.members[path].field, value):
                name = compose("{} comes back{}", ".".join(path), label)
                yield from stage.due(name, edits)


def _free(stage: Stage) -> Iterator[Gets]:
    """Yield texts that no check is said to refuse."""
    free = tuple(free_members(stage))
    is_json = stage.played.operation.request.writing.format == "json"
    for member, good in free:
        controls = control_texts(member) if is_json else ()
        texts = (*free_texts(member, good), *controls, *_empty(stage, member))
        for label, text in texts:
            edits = (Put(member.pointer, text),)
            name = compose("{} {}", member.fact, label)
            yield from stage.due(name, edits)
    fellows = [each for each, good in free if not _decides(stage, each, good)]
    others = [good for each, good in free if is_programmed(stage, each)]
    for text in (*_ALIKE, *others) if len(fellows) > 1 else ():
        alike = ((each, _as_long(each, text)) for each in fellows)
        changed = tuple(
            Put(each.pointer, text)
            for each, text in alike
            if holds_all(each.field, text)
        )
        if changed:
            label = compose("every text that is free as {}", text[:4])
            yield from stage.due(label, changed)


_ALIKE: Final = ("0", "-1", "9999", "1e5", "null", "2.5" * 1500)
"""What stands in all texts at once: they need not be great, short or different."""


def _as_long(member: Member, text: str) -> str:
    """Return *text* at the length that *member* is limited to, where it is."""
    limits = (each for each in member.field.constraints if isinstance(each, Length))
    size = next((each.maximum for each in limits if each.maximum), None)
    return resized(text, size) if size else text


def free_members(stage: Stage) -> Iterator[tuple[Member, str]]:
    """Yield members whose text no check limits beyond its length, and what they have."""
    kinds = stage.kinds
    for path in (each for each in stage.members if "type" in kinds.get(each, ())):
        member = stage.members[path]
        good = at(stage.contract.example, member)
        source = member.field.source
        is_free = isinstance(source, ir.Passed | ir.FromCredential)
        is_free = is_free and "credential" not in kinds[path]
        if member.place == "body" and isinstance(good, str) and is_free:
            yield member, good


def is_programmed(stage: Stage, member: Member) -> bool:
    """Tell whether some value of *member* brings a result of its own."""
    return any(path == member.steps for one in stage.results for path, _ in one.when)


def _decides(stage: Stage, member: Member, good: str) -> bool:
    """Tell whether the result of the valid request is that for *good*."""
    told = (each for one in stage.results for each in one.when)
    return (member.steps, good) in told


def _empty(stage: Stage, member: Member) -> Iterator[tuple[str, str]]:
    """Yield empty text where no check is said to find it."""
    if "empty" not in stage.kinds[member.steps] and takes_empty(member.field):
        yield "empty", ""


def _written(stage: Stage) -> Iterator[Gets]:
    """Yield the valid request as other writers of JSON would put it."""
    is_json = stage.played.operation.request.writing.format == "json"
    if is_json and "body" in stage.contract.example:
        for edit in (Written("escaped"), Written("reversed"), Written("tabs")):
            yield from stage.due(f"a request with {edit}", (edit,))


def _called(stage: Stage) -> Iterator[Gets]:
    """Yield the valid request with what many say of its type, where nobody looks at it."""
    if "body" in stage.contract.example and not stage.minds_media_type:
        media = stage.contract.body.media.partition(";")[0]
        edits = (MediaType(compose("{}; charset=utf-8", media)),)
        yield from stage.due("a request that names its charset", edits)


def _open(stage: Stage) -> Iterator[Gets]:
    """Yield members that no page lists, wherever the server ignores them."""
    header = (Put("/headers/X-Unknown", "text"),)
    yield from stage.due("a header that no page lists", header)
    request = stage.played.operation.request
    body = request.body
    places: list[ir.Path] = [("body",)] if body is not None and body.open else []
    places += [
        path
        for path, member in stage.members.items()
        if isinstance(member.field.type, ir.Record) and member.field.type.open
    ]
    yield from _beside(stage, places)
    for number, edits in enumerate(beside(stage, places), 1):
        yield from stage.due(f"other values under other names ({number})", edits)
    in_query = tuple(_in_query(stage)) if ("body",) in places else ()
    if in_query and request.signature is None:
        yield from stage.due("other values in the query", in_query)
    for path in places:
        edits = (Put(pointer_of((*path, "xUnknownMember")), "text"),)
        label = compose("another member in {}", joined(".", path))
        yield from stage.due(label, edits)
        if request.writing.format == "json":
            several = tuple(
                Put(pointer_of((*path, compose("xUnknown {}", name))), value)
                for name, value in ANYTHING.items()
            )
            label = compose("other members of every type in {}", joined(".", path))
            yield from stage.due(label, several)


def _beside(stage: Stage, places: Iterable[ir.Path]) -> Iterator[Gets]:
    """Yield requests without a member that have others, called nearly as it is."""
    for path, member in stage.members.items():
        is_optional = member.field.required is False and path[:-1] in places
        if not is_optional or "type" not in stage.kinds.get(path, ()):
            continue
        names = (*near_names(member), slip_of(member))
        others = (each for each in names if each not in ("", path[-1]))
        near = unlisted(stage, ((*path[:-1], each) for each in dict.fromkeys(others)))
        wrong = next(other_types(member), None)
        if near and wrong is not None:
            edits = (Drop(member.pointer), *all_put(near, wrong.value))
            label = compose("names that are nearly {}", member.fact)
            yield from stage.due(label, edits)


def _in_query(stage: Stage) -> Iterator[Put]:
    """Yield other values of texts of the body where no page has them."""
    for path, member in stage.members.items():
        good = at(stage.contract.example, member)
        there = ("query", path[-1])
        is_text = member.place == "body" and isinstance(good, str)
        if is_text and there not in stage.members:
            yield Put(pointer_of(there), altered(good))


def _echoed(good: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(good, str) and good:
        yield "", altered(good)
        yield " in small letters", "".join(_letter(each) for each in good)
        yield " in capitals", "".join(_letter(each).upper() for each in good)
        yield " in letters of both cases", _mixed(good)
        yield " over two lines", resized("a\nb ", len(good))
        for size in {len(good), len(RICH), 300}:
            yield f" with signs, of {size}", resized(RICH, size)
    elif isinstance(good, dict):
        yield " with one of everything", dict(ANYTHING)


def _is_passed(member: Member) -> bool:
    return isinstance(member.field.source, ir.Passed)


def _other_lines(good: Any) -> Iterator[tuple[str, Any]]:
    """Yield other values that a path, a query or a header carries as they are."""
    if isinstance(good, str) and good:
        yield "", altered(good)
        yield " in small letters", "".join(map(_letter, good))


def _letter(char: str) -> str:
    return chr(ord("a") + ord(char) % 26)


def _mixed(text: str) -> str:
    letters = map(_letter, text)
    return "".join(x.upper() if n % 2 else x for n, x in enumerate(letters))
