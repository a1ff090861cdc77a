"""Made-up values held to the spec, while specs are compiled.

Where no example can be sent, tests and the mock make a value up; it has to keep what the
page says, or the tool would fault its own requests and replies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .. import ir
from ..constraints import Constraint
from ..diagnostics import Diagnostic, report
from ..samples import sample
from ..verbatim import joined
from .possible import clash_of
from .scope import Scope


def tell_unmade(
    scope: Scope, operation: ir.Operation, credentials: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield fields that need an example; *credentials* are the examples of those."""
    made = [
        field
        for _, fields in operation.request.places()
        for field in _leaves(fields)
        if not _is_carried(field.source, credentials)
    ]
    for reply in operation.replies:
        if not reply.has_example:
            made += _of_reply(reply)
    for field in made:
        if clash_of(field) is not None:
            continue  # which is told already
        broken = [limit.says for limit in _broken(field)]
        if broken:
            at, says = scope.written[field.path].at("example"), joined(" and ", broken)
            yield report("needs-example", at, place=field.path, says=says)


def _leaves(fields: Iterable[ir.Field]) -> Iterator[ir.Field]:
    """Yield the fields that a value is made for: a map is left empty."""
    for field in fields:
        kind = field.type
        if isinstance(kind, ir.Record):
            yield from _leaves(kind.fields)
        elif isinstance(kind, ir.Array):
            if field.masked or not field.has_example:
                yield from _leaves((kind.item,))
        else:
            yield field


def _is_carried(source: ir.Source, credentials: Mapping[str, str]) -> bool:
    """Tell whether a value is made of something else than the field."""
    if isinstance(source, ir.FromCredential):
        return source.name in credentials
    return isinstance(source, ir.FromBasic | ir.FromSignature)


def _of_reply(reply: ir.Reply) -> Iterator[ir.Field]:
    """Yield the members of a made-up reply that neither `when` nor a code decides."""
    decided = {path for path, _ in reply.when.equals} | set(reply.when.lacks)
    if reply.code_at is not None:
        decided.add(reply.code_at)
    places = [joined(".", (f"replies.{reply.name}.body", *path)) for path in decided]
    leaves = [field for fields in reply.parts() for field in _leaves(fields)]
    for field in leaves:
        if not any(_is_within(field.path, place) for place in places):
            yield field


def _is_within(path: str, place: str) -> bool:
    return path.startswith(place) and path[len(place) :][:1] in ("", ".", "[")


def _broken(field: ir.Field) -> Iterator[Constraint]:
    """Yield the limits that a made-up value breaks; listed values are held elsewhere."""
    if field.listed:
        return
    value = sample(field)
    yield from (each for each in field.constraints if not each.holds(value))
