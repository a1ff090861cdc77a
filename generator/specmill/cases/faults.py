"""Requests with faults that one server is said to find, and what it answers to them."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from .. import ir
from ..contract_requests import MEDIA
from ..facts import part_labels
from ..harness.edits import (
    Drop,
    MediaType,
    Missigned,
    OtherCredential,
    Put,
    Raw,
    SignedBefore,
    Written,
)
from ..harness.exchanges import Observed
from ..harness.pointers import pointer_of
from ..harness.programmed import Gets
from ..members import Member, evidence_key
from ..samples import is_limited
from ..verbatim import compose
from .misplaced import emptied, misnamed
from .missigned import near_signatures
from .near import (
    free_texts,
    more_types,
    near,
    near_basic,
    near_limits,
    not_json,
    not_objects,
    padded,
)
from .order import Place, Step, in_order, touched
from .refusals import carries_refusal
from .stage import Edits, Stage
from .values import (
    BROKEN,
    altered,
    at,
    changes,
    edges,
    fits,
    near_misses,
    other_types,
    unread,
)


def faults(stage: Stage) -> Iterator[Gets]:
    """Yield requests with one fault each."""
    for check in stage.played.checks:
        for _, step in steps(stage, check):
            yield stage.gets(step.label, step.edits, step.answer, step.field)
    if stage.played.operation.request.writing.format == "json":
        yield from emptied(stage)


def _places(stage: Stage) -> Iterator[Place]:
    """Yield all that the server looks at, in order, with a fault of each kind."""
    for number, check in enumerate(stage.played.checks):
        by_place: dict[ir.Path, dict[Any, Step]] = {}
        for at_place, step in steps(stage, check):
            key = step.kind, _broken_by(stage, at_place, step)
            by_place.setdefault(at_place, {}).setdefault(key, step)
        for found in by_place.values():
            yield Place(tuple(found.values()), number, check.unsettled)


def _broken_by(stage: Stage, path: ir.Path, step: Step) -> frozenset[str]:
    """Return the rules that the value of *step* breaks: each may be looked at apart."""
    edit = step.edits[0]
    if isinstance(edit, Missigned) and edit.part == "whole":
        return frozenset({edit.part})  # one that is short may be looked at first
    if step.kind != "value" or not isinstance(edit, Put):
        return frozenset()
    field = stage.members[path].field
    if not is_limited(field, edit.value):
        return frozenset()
    return frozenset(
        each.rule for each in field.constraints if not each.holds(edit.value)
    )


def steps(stage: Stage, check: ir.Check) -> Iterator[tuple[ir.Path, Step]]:
    answers = dict(check.answers)
    for kind, label, edits in _bodies(stage):
        if kind in answers:
            yield (), Step(f"body that is {label}", edits, answers[kind], "", kind)
    wrong = dict(check.wrong)
    for path in check.places:
        member = stage.members[path]
        for kind, answer in check.answers:
            listed = wrong.get(path, ()) if kind == "value" else ()
            for label, edits in _broken(stage, member, kind, listed):
                name = compose("{} {}", member.fact, label)
                yield path, Step(name, edits, answer, stage.named(path, answer), kind)


def _bodies(stage: Stage) -> Iterator[tuple[str, str, Edits]]:
    """Yield bodies that cannot be read, by their kind of fault."""
    format_ = stage.played.operation.request.writing.format
    if format_ == "json":
        body = stage.contract.example["body"]
        yield from (("not-json", label, (Raw(text),)) for label, text in not_json(body))
        listed = not_objects(body)
        yield from (("not-object", label, (Raw(text),)) for label, text in listed)
        is_flat = all(isinstance(each, str) for each in body.values())
        if is_flat and not stage.minds_media_type:
            form = (Raw(urlencode(body)), MediaType(MEDIA["form"]))
            yield "not-json", "a form that says so", form
    else:
        for kind, texts in BROKEN[format_]:
            yield from ((kind, label, (Raw(text),)) for label, text in texts)
    yield "media-type", "of another media type", (MediaType("text/x-unknown"),)


def _broken(
    stage: Stage, member: Member, kind: str, wrong: Iterable[Any]
) -> Iterator[tuple[str, Edits]]:
    """Yield requests in which *member* has one fault of *kind*."""
    good, pointer = at(stage.contract.example, member), member.pointer
    if kind == "absent":
        yield "left out", (Drop(pointer),)
        yield from misnamed(stage, member, good)
    elif kind == "empty" and isinstance(member.field.type, ir.Text):
        yield "empty", (Put(pointer, ""),)
    elif kind == "type":
        is_typed = stage.played.operation.request.writing.format == "json"
        of_types = (*other_types(member), *more_types(member, good))
        for sample in of_types if is_typed else unread(member):
            yield f"as {sample.label}", (Put(pointer, sample.value),)
    elif kind == "value":
        yield from _outside(stage, member, good)
        for value in wrong:
            yield compose("as {}", value), (Put(pointer, value),)
    elif kind == "credential":
        yield from _of_nobody(stage, member, good)
    elif kind == "signature":
        yield from _missigned(stage, member)


def _outside(stage: Stage, member: Member, good: Any) -> Iterator[tuple[str, Edits]]:
    """Yield values outside of the limits that the server is said to hold."""
    seen: list[Any] = []
    more = (
        (limit, sample)
        for limit in member.field.constraints
        for sample in near_limits(limit, good)
        if fits(member, sample.value)
    )
    for limit, sample in (*near_misses(member, good), *more):
        key = evidence_key(member.field, limit.rule)
        is_new = sample.value not in seen
        if is_new and carries_refusal(member.field.evidence_of(key)):
            seen.append(sample.value)
            yield sample.label, (Put(member.pointer, sample.value),)


def observed(stage: Stage) -> Iterator[Observed]:
    """Yield values outside of limits that nobody says the server holds them to."""
    places = {
        path: None
        for check in stage.played.checks
        for path in check.places
        if "value" in dict(check.answers)
    }
    for path in places:
        member = stage.members[path]
        for limit, sample in near_misses(member, at(stage.contract.example, member)):
            key = evidence_key(member.field, limit.rule)
            evidence = member.field.evidence_of(key)
            if not carries_refusal(evidence):
                yield Observed(
                    id=compose("{} {}", member.fact, sample.label),
                    edits=(Put(member.pointer, sample.value),),
                    why=evidence.detail or "only an example shows it",
                    fact=compose("{}.{}", member.fact, key),
                    evidence=str(evidence),
                )


def _of_nobody(stage: Stage, member: Member, good: Any) -> Iterator[tuple[str, Edits]]:
    """Yield values that are near to the one that the server knows."""
    if isinstance(member.field.source, ir.FromCredential | ir.FromBasic):
        yield "of nobody", (OtherCredential(member.pointer),)
    seen = {"", good, member.field.prefix}
    for label, text in _near_known(member, good):
        if text not in seen and fits(member, text):
            seen.add(text)
            yield label, (Put(member.pointer, text),)
    if isinstance(member.field.source, ir.FromBasic):
        for other, text in _tokens(stage):
            yield compose("with {} instead", other.fact), (Put(member.pointer, text),)
    for other, text in _mistaken(stage, member):
        edits = (Put(member.pointer, text),)
        yield compose("as {}", other.fact), edits
        if _is_exchangeable(stage, member, other):
            yield compose("exchanged with {}", other.fact), (
                *edits,
                Put(other.pointer, good),
            )


def _near_known(member: Member, good: str) -> Iterator[tuple[str, str]]:
    prefix = member.field.prefix
    bare = good.removeprefix(prefix)
    for label, text in near(bare):
        yield label, prefix + text
    if isinstance(member.field.source, ir.FromBasic):
        user, _, password = b64decode(bare.removeprefix("Basic ")).partition(b":")
        yield from near_basic(user.decode(), password.decode())
    if member.place != "headers":
        yield from padded(good)
        yield from free_texts(member, good)
    elif prefix:
        yield "after another space", compose("{} {}", prefix, bare)


def _is_exchangeable(stage: Stage, member: Member, other: Member) -> bool:
    """Tell whether *other* stands later and looks just as *member* does."""
    order = list(stage.members)
    is_later = order.index(member.steps) < order.index(other.steps)
    return (
        is_later
        and bool(member.field.prefix)
        and (member.field.prefix == other.field.prefix)
    )


def _tokens(stage: Stage) -> Iterator[tuple[Member, str]]:
    """Yield what else the call carries and keeps secret, as a token to be let in by."""
    known = (path for path, kinds in stage.kinds.items() if "credential" in kinds)
    for path in known:
        other = stage.members[path]
        text = at(stage.contract.example, other)
        is_basic = isinstance(other.field.source, ir.FromBasic)
        if other.field.secret and isinstance(text, str) and not is_basic:
            yield other, compose("Bearer {}", text.removeprefix(other.field.prefix))


def _mistaken(stage: Stage, member: Member) -> Iterator[tuple[Member, str]]:
    """Yield other members like *member* that carry credentials, and what it has then."""
    for other in stage.members.values():
        is_like = other.place == member.place and other.pointer != member.pointer
        if is_like and isinstance(other.field.source, ir.FromCredential):
            text = at(stage.contract.example, other)
            if isinstance(text, str):
                yield other, member.field.prefix + text.removeprefix(other.field.prefix)


def _missigned(stage: Stage, carrier: Member) -> Iterator[tuple[str, Edits]]:
    """Yield wrong signatures, and requests that were changed after they were signed."""
    recipe = stage.played.operation.request.signature
    assert recipe is not None
    spaced = _with_white_space(stage)
    yield from near_signatures(stage.contract, recipe, spaced)
    parts = part_labels(recipe.parts)
    for label, text in (("nothing", ""), ("an empty object", "{}"), ("a list", "[]")):
        wrong = Missigned("key" if recipe.key else parts[0])
        yield f"that is wrong, of {label}", (wrong, Raw(text))
    yield from _changed_after(stage, recipe)


def _changed_after(stage: Stage, recipe: ir.Signature) -> Iterator[tuple[str, Edits]]:
    """Yield requests that were changed after they were signed as a whole."""
    covers_body = any(isinstance(x, ir.Digest) or x == "body" for x in recipe.parts)
    before = SignedBefore()
    for member in stage.members.values():
        is_clock = isinstance(member.field.source, ir.FromClock)
        is_signed = "timestamp" in recipe.parts if is_clock else covers_body
        changed = _changed(stage, member) if is_signed else None
        if changed is not None:
            label = compose("of another {}", member.fact)
            yield label, (before, Put(member.pointer, changed))
    body = stage.contract.example.get("body", {}) if covers_body else {}
    if len(body) > 1:
        yield "of the members in another order", (before, Written("reversed"))
    if any(isinstance(each, str) and each for each in body.values()):
        yield "of other characters for the same", (before, Written("escaped"))


def _changed(stage: Stage, member: Member) -> Any:
    """Return another valid value of a member that is signed; None for no other."""
    good = at(stage.contract.example, member)
    is_clock = isinstance(member.field.source, ir.FromClock)
    if not is_clock and (member.place != "body" or len(member.steps) != 2):
        return None
    listed = dict(stage.played.accepts).get(member.steps, ())
    values = [*listed, *(each.value for _, each in edges(member, good))]
    if isinstance(good, str) and not is_clock:
        values.append(altered(good))
    return next((each for each in values if each != good), None)


def _with_white_space(stage: Stage) -> Edits:
    for path, values in stage.played.accepts:
        for value in values:
            if path[0] == "body" and " " in json.dumps(value, separators=(",", ":")):
                return (Put(pointer_of(path), value),)
    return ()


def order(stage: Stage) -> Iterator[Gets]:
    """Yield requests with several faults, of which the first in order is answered."""
    places = (*_places(stage), *_results(stage))
    for label, step, edits in in_order(places):
        yield stage.gets(label, edits, step.answer, step.field)


def _results(stage: Stage) -> Iterator[Place]:
    """Yield what is looked at after all checks; one value brings one result at a time."""
    by_place: dict[Any, list[Step]] = {}
    for step in (*stage.programmed(), *stage.otherwise()):
        if changes(stage.contract.example, step.edits):
            places = frozenset(touched(edit) for edit in step.edits)
            by_place.setdefault(places, []).append(step)
    yield from (Place(tuple(each), -1) for each in by_place.values())
