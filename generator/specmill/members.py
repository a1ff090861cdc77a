"""The members of a request with where they stand, for facts, contracts and cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from . import ir
from .harness.pointers import pointer_of
from .light import dataclass
from .runtime import wire
from .samples import counted, sample
from .shapes import UNKNOWN
from .verbatim import compose, joined


@dataclass(frozen=True, slots=True)
class Member:
    """One query parameter, header or member of the body, however deep it stands."""

    field: ir.Field
    steps: tuple[str, ...]
    """Its place (`query`, `headers`, `body`) and the wire names that lead to it."""
    argument: str
    """The keyword argument that it is or is a part of; empty where there is none."""
    inside: tuple[str, ...]
    """The steps to it within that argument."""
    above: tuple[ir.Field, ...]
    """The objects around it."""

    @property
    def pointer(self) -> str:
        return pointer_of(self.steps)

    @property
    def fact(self) -> str:
        """Return the name of the fact that there is such a member."""
        return joined(".", self.steps)

    @property
    def place(self) -> str:
        return self.steps[0]

    @property
    def is_always_there(self) -> bool:
        """Tell whether the page requires everything on the way to it."""
        return all(each.required is True for each in (*self.above, self.field))


def members(operation: ir.Operation) -> Iterator[Member]:
    """Yield every member of the request in the page's order, objects before theirs."""
    for place, fields in operation.request.places():
        yield from _below(fields, (place,), "", (), ())


def body_members(record: ir.Record) -> Iterator[Member]:
    """Yield every member of a body that comes, objects before theirs."""
    yield from _below(record.fields, ("body",), "", (), ())


def moment_of(member: Member) -> Iterator[dict[str, Any]]:
    """Yield how *member* writes a time, as the contract document says it, if it does."""
    for found in form_of(member.field):
        yield {"pointer": member.pointer, **found}


def form_of(field: ir.Field) -> Iterator[dict[str, Any]]:
    """Yield how *field* writes a time, wherever it stands."""
    form = field.form
    found = {"pattern": "", "zone": "", "none": None}
    if isinstance(form, wire.DateText | wire.DateTimeText):
        zone = form.zone if isinstance(form, wire.DateTimeText) else None
        written = {"kind": "pattern", "pattern": form.pattern, "zone": zone or ""}
        yield {**found, **written, "none": form.none, "as_text": True}
    elif isinstance(form, wire.Epoch):
        yield {**found, "kind": form.unit or "epoch", "as_text": form.as_text}


def _below(
    fields: Iterable[ir.Field],
    steps: tuple[str, ...],
    argument: str,
    inside: tuple[str, ...],
    above: tuple[ir.Field, ...],
) -> Iterator[Member]:
    for field in fields:
        at = (*steps, field.wire_name)
        named, within = argument, (*inside, field.wire_name)
        if not argument:
            is_passed = isinstance(field.source, ir.Passed)
            is_envelope = field.envelope and isinstance(field.type, ir.Record)
            named = field.name if is_passed and not is_envelope else ""
            within = ()
        yield Member(field, at, named, within, above)
        yield from _inside(field, at, named, within, (*above, field))


def _inside(
    field: ir.Field,
    steps: tuple[str, ...],
    argument: str,
    inside: tuple[str, ...],
    above: tuple[ir.Field, ...],
) -> Iterator[Member]:
    if isinstance(field.type, ir.Record):
        yield from _below(field.type.fields, steps, argument, inside, above)
    elif isinstance(field.type, ir.Array):
        item = field.type.item
        at, within = (*steps, "0"), (*inside, "0")
        yield Member(item, at, argument, within, above)
        yield from _inside(item, at, argument, within, above)


def reply_members(
    fields: Iterable[ir.Field], prefix: str
) -> Iterator[tuple[ir.Field, str]]:
    """Yield every member of a reply with the name of its fact."""
    for field in fields:
        name = compose("{}.{}", prefix, field.wire_name)
        yield field, name
        kind: Any = field.type
        while isinstance(kind, ir.Array | ir.Map):
            name += "[]" if isinstance(kind, ir.Array) else "{}"
            inner = kind.item if isinstance(kind, ir.Array) else kind.value
            yield inner, name
            kind = inner.type
        if isinstance(kind, ir.Record):
            yield from reply_members(kind.fields, name)


def wire_sample(field: ir.Field) -> Any:
    """Return a made-up value of *field* as it stands on the wire, with every member."""
    kind = field.type
    if isinstance(kind, ir.Record) and kind.fields:
        return {each.wire_name: wire_sample(each) for each in kind.fields}
    if isinstance(kind, ir.Array) and not field.has_example:
        return counted(field, [wire_sample(kind.item)])
    return sample(field)


def evidence_key(field: ir.Field, rule: str) -> str:
    """Return the key of the evidence of a constraint; a constant is no list."""
    is_constant = rule == "enum" and any(key == "const" for key, _ in field.evidence)
    fixed = is_constant or isinstance(field.source, ir.Fixed)
    return "const" if rule == "enum" and fixed else rule


def is_unknown(value: Any) -> bool:
    return bool(value == UNKNOWN)
