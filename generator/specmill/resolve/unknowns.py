"""What the pages leave open, and which of it a caller can supply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .. import ir
from ..runtime.wire import Epoch
from ..shapes import UNKNOWN
from ..verbatim import compose
from .scope import INNER


def unknowns_of(operation: ir.Operation, *, replies_are_unknown: bool) -> ir.Operation:
    """Return *operation* with the list of everything that its page leaves open.

    A page without replies leaves them open even where a standard has some.
    """
    found = [
        unknown
        for part in (_request_line, _members, _signature)
        for unknown in part(operation)
    ]
    authentication = operation.authentication
    if authentication is not None and authentication.kind == UNKNOWN:
        says = "how a caller is authenticated is not said"
        found.append(_open(operation, "authentication", says))
    if replies_are_unknown and not operation.request.by_browser:
        found.append(_open(operation, "replies", "no reply is on the page"))
    return replace(operation, unknowns=(*found, *_replies(operation)))


def settled_facts(operation: ir.Operation) -> Iterator[str]:
    """Yield the names that `facts=` and environments accept for *operation*."""
    yield from (
        unknown.fact for unknown in operation.unknowns if unknown.can_be_supplied
    )
    request = operation.request
    if request.methods:
        yield f"{operation.name}.method"
    if request.path != UNKNOWN and not request.path_evidence.documented:
        yield f"{operation.name}.path"
    if request.signature is not None and request.signature.encoding != UNKNOWN:
        yield f"{operation.name}.signature.encoding"


def _request_line(operation: ir.Operation) -> Iterator[ir.Unknown]:
    for part in ("method", "path"):
        if getattr(operation.request, part) == UNKNOWN:
            yield _supplied(operation, part, f"the {part} is not on the page", True)


def _members(operation: ir.Operation) -> Iterator[ir.Unknown]:
    for place, fields in operation.request.places():
        for field, name in _named(fields, place):
            yield from _of_field(operation, field, name)
    for reply in operation.replies:
        for fields in reply.parts():
            for field, name in _named(fields, f"replies.{reply.name}"):
                yield from _of_value(operation, field, name)


def _of_field(
    operation: ir.Operation, field: ir.Field, name: str
) -> Iterator[ir.Unknown]:
    if field.required == UNKNOWN and field.wire_name not in INNER.values():
        yield _open(
            operation, compose("{}.required", name), "required or optional is not said"
        )
    if field.letter_case == UNKNOWN:
        yield _supplied(
            operation,
            compose("{}.case", name),
            "the letter case of the values is not said",
            False,
        )
    yield from _of_value(operation, field, name)


def _of_value(
    operation: ir.Operation, field: ir.Field, name: str
) -> Iterator[ir.Unknown]:
    if isinstance(field.type, ir.Anything):
        yield _open(operation, compose("{}.type", name), "the type is not on the page")
    if isinstance(field.form, Epoch) and field.form.unit is None:
        yield _open(
            operation, compose("{}.unit", name), "seconds or milliseconds is not said"
        )


def _signature(operation: ir.Operation) -> Iterator[ir.Unknown]:
    signature = operation.request.signature
    if signature is not None and signature.encoding == UNKNOWN:
        yield _supplied(
            operation, "signature.encoding", "hex or base64 is not said", True
        )
    if _may_sign_query(operation.request):
        yield _open(
            operation, "signature.query", "whether the query is signed is not said"
        )


def _may_sign_query(request: ir.Request) -> bool:
    """Tell whether a call has a query that the signature covers or does not."""
    signature = request.signature
    if signature is None or not request.query:
        return False
    return "path" in signature.parts and signature.query == UNKNOWN


def _replies(operation: ir.Operation) -> Iterator[ir.Unknown]:
    for reply in operation.replies:
        if reply.when.http == UNKNOWN:
            yield _open(
                operation, f"replies.{reply.name}.http", "the HTTP status is not said"
            )


def _named(fields: Iterable[ir.Field], prefix: str) -> Iterator[tuple[ir.Field, str]]:
    for field in fields:
        name = compose("{}.{}", prefix, field.wire_name)
        yield field, name
        yield from _inside(field.type, name)


def _inside(kind: ir.Type, name: str) -> Iterator[tuple[ir.Field, str]]:
    """Yield the members of an object, and of what a list or map holds."""
    if isinstance(kind, ir.Record):
        yield from _named(kind.fields, name)
    elif isinstance(kind, ir.Array | ir.Map):
        held = kind.item if isinstance(kind, ir.Array) else kind.value
        yield held, compose("{}{}", name, held.wire_name)
        yield from _inside(held.type, compose("{}{}", name, held.wire_name))


def _open(operation: ir.Operation, part: str, says: str) -> ir.Unknown:
    return ir.Unknown(
        fact=compose("{}.{}", operation.name, part),
        says=says,
        needed=False,
        can_be_supplied=False,
    )


def _supplied(
    operation: ir.Operation, part: str, says: str, needed: bool
) -> ir.Unknown:
    return ir.Unknown(
        fact=compose("{}.{}", operation.name, part),
        says=says,
        needed=needed,
        can_be_supplied=True,
    )
