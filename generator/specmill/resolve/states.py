"""States as meant: where replies tell them, which are final, and how they are polled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from .. import ir
from ..diagnostics import Diagnostic, nearest, report
from ..source import Location
from ..spec import OperationSpec, RepeatSpec, RuleSpec
from ..verbatim import joined, wording
from .checks import with_members
from .examples import mismatches
from .layers import evidence_at
from .places import member_at, member_path, place_in_any
from .scope import Scope


def resolve_states(
    scope: Scope, operation: OperationSpec, replies: tuple[ir.Reply, ...]
) -> ir.States | None:
    """Return the states of an operation; None where none are documented."""
    spec = operation.states
    if spec is None:
        return None
    bodies = [reply.body for reply in replies]
    at = place_in_any(
        scope, spec, ("at",), wording(spec.at_), bodies, "any reply's body"
    )
    if at is None:
        return None
    for value in spec.values or {}:
        for body in bodies:
            scope.findings.extend(_told(spec.at("values", value), body, at, value))
    values = tuple(
        ir.State(value, each.final, each.allows or (), each.summary or "")
        for value, each in (spec.values or {}).items()
    )
    return ir.States(at, values, evidence_at(spec, "evidence", None))


def _told(
    at: Location, body: ir.Record, path: ir.Path, value: str
) -> Iterator[Diagnostic]:
    """Yield what keeps *value* from standing at *path*, in a body that has the place."""
    try:
        field = member_at(body, path)
    except StopIteration:
        return
    for found in mismatches(field, value):
        shown = {
            "value": value,
            "place": joined(".", ("body", *path)),
            "says": found.says,
        }
        yield report("value-breaks", at, **shown)


def resolve_polling(
    scope: Scope,
    operation: OperationSpec,
    request: ir.Request,
    states: ir.States | None,
) -> ir.Polling | None:
    """Return the schedule of an operation, after telling why it cannot be kept."""
    spec = operation.polling
    if spec is None:
        return None
    lacks = []
    if operation.repeat != "safe":
        lacks.append("'repeat: safe'")
    if states is None or not any(each.final for each in states.values):
        lacks.append("'states' of which one is final")
    if not spec.every or (spec.for_ or 0) < spec.every:
        lacks.append("a schedule that asks again")
    fields = (each for _, part in request.places() for each in with_members(part))
    if any(each.name in ("sleep", "now") for each in fields):
        lacks.append("arguments that are not called 'sleep' or 'now'")
    if lacks:
        says = " and ".join(lacks)
        scope.findings.append(report("cannot-poll", operation.at("polling"), says=says))
    return ir.Polling(
        spec.every or 1, spec.for_ or 1, evidence_at(spec, "evidence", None)
    )


def resolve_repetition(
    scope: Scope, operation: OperationSpec, request: ir.Request
) -> ir.Repetition | None:
    """Return with what a call may be repeated, after telling of what is no key."""
    spec = operation.repeat
    if not isinstance(spec, RepeatSpec):
        return None
    place, _, rest = wording(spec.with_).partition(".")
    within = ir.Record("", dict(request.places()).get(place, ()), open=False)
    path = member_path(within, rest)
    field = None if path is None else member_at(within, path)
    if field is None or not isinstance(field.source, ir.FromIdempotencyKey):
        at = spec.at("with")
        scope.findings.append(report("cannot-repeat", at, place=wording(spec.with_)))
        return None
    evidence = evidence_at(spec, "evidence", None)
    return ir.Repetition((place, *(path or ())), field.name, spec.for_, evidence)


def unknown_operations(
    specs: Iterable[OperationSpec],
    operations: Mapping[str, ir.Operation],
    callbacks: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Yield operations that states or rules speak of and the partner does not have.

    A rule may speak of a callback, too: of what brings the result.
    """
    for spec in specs:
        known = spec.states.values if spec.states else None
        for state in (known or {}).values():
            for index, name in enumerate(state.allows or ()):
                if name not in operations:
                    at = state.at("allows", index)
                    near = nearest(name, operations)
                    yield report("no-such-operation", at, near=near, name=name)
        yield from _of_rules(spec.rules or (), {*operations, *callbacks})


def _of_rules(
    rules: Iterable[RuleSpec], known: Collection[str]
) -> Iterator[Diagnostic]:
    for rule in rules:
        if rule.operation is not None and rule.operation not in known:
            at, near = rule.at("operation"), nearest(rule.operation, known)
            yield report("no-such-operation", at, near=near, name=rule.operation)
