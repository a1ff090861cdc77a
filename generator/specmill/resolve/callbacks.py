"""Calls that the partner makes to us, as meant: what comes, how it is proved, the answer.

What comes is resolved as a request is: the same keys mean the same on both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from .. import ir, names
from ..diagnostics import Diagnostic, report
from ..shapes import UNKNOWN
from ..spec import (
    AcknowledgementSpec,
    CallbackSpec,
    OperationSpec,
    RepeatsSpec,
    ReplaySpec,
)
from ..verbatim import compose, wording
from .fields import is_reserved, resolve_fields
from .layers import evidence_at, merged
from .operations import Surroundings, resolve_operation
from .places import member_at, member_path
from .requests import tell_unsendable_headers
from .scope import Scope
from .writings import tell_unwritable, writing_of

RESERVED_ANSWERS: Final = frozenset({"callback", "handle", "receive"})
"""Names of a handler's own, which no acknowledgement can have."""
_ADAPTERS: Final = frozenset({"flask", "starlette"})
"""What stands beside the modules of callbacks, which none may hide."""
_NOT_OURS: Final = frozenset({"same-argument"})
"""What can be wrong with a request alone: nobody passes what comes as arguments."""


def resolve_callback(spec: CallbackSpec, around: Surroundings) -> ir.Callback:
    """Return one callback, after telling what about it cannot be meant."""
    name = str(spec.callback)
    if name in _ADAPTERS:
        around.findings.append(report("reserved-name", spec.at("callback"), name=name))
    operation = _as_request(spec, around)
    scope = Scope(
        around.findings,
        frozenset(each.name for each in around.credentials),
        names.pascal_case(name) + "Answer",
        "reply",
        {},
        request_body=operation.request.body,
    )
    written = spec.acknowledge if isinstance(spec.acknowledge, tuple) else ()
    _tell_names(scope, written)
    acknowledgements = tuple(_acknowledgement(scope, each) for each in written)
    replies = tuple(
        _as_reply(each, each.body) for each in acknowledgements if each.body is not None
    )
    unknowns = _unknowns(spec, operation)
    return ir.Callback(
        operation=replace(operation, replies=replies, unknowns=unknowns),
        acknowledgements=acknowledgements,
        replay=_replay(scope, spec.replay, operation.request),
        repeats=_repeats(spec.repeats),
    )


def _as_request(spec: CallbackSpec, around: Surroundings) -> ir.Operation:
    """Return what comes, resolved as if we sent it."""
    written = OperationSpec(
        spec.node,
        operation=spec.callback,
        summary=spec.summary,
        page=spec.page,
        effect="none",
        request=spec.receive,
        signature=spec.signature,
        replies=(),
        rules=spec.rules,
        defects=spec.defects,
    )
    partner = replace(around.partner, headers=None, signature=None, authentication=None)
    found = replace(around, partner=partner, standard=None, findings=[])
    operation = resolve_operation(written, found).operation
    kept = (each for each in found.findings if each.code not in _NOT_OURS)
    around.findings.extend(kept)
    around.findings.extend(_sealed(spec))
    return operation


def _sealed(spec: CallbackSpec) -> Iterator[Diagnostic]:
    """Yield envelopes for which a handler would need a key."""
    bodies = [spec.receive.body if spec.receive else None]
    if isinstance(spec.acknowledge, tuple):
        bodies += [each.body for each in spec.acknowledge]
    for body in bodies:
        seal = body.sealed if body is not None else None
        if seal is not None and seal.key_ is not None:
            says = "needs a key, and in a call of the partner's only base64 is opened"
            yield report("bad-seal", seal.at("as"), says=says)


def _unknowns(spec: CallbackSpec, operation: ir.Operation) -> tuple[ir.Unknown, ...]:
    """Return what the page leaves open: where we are called is for us to say."""
    ours = {f"{operation.name}.path", f"{operation.name}.method"}
    found = [each for each in operation.unknowns if each.fact not in ours]
    for part, says in (
        ("method", "the method is not on the page, and any is taken"),
        ("acknowledge", "what is to be answered is not on the page"),
    ):
        said = spec.receive if part == "method" else spec
        if getattr(said, part) == UNKNOWN:
            fact = f"{operation.name}.{part}"
            found.append(
                ir.Unknown(fact=fact, says=says, needed=False, can_be_supplied=False)
            )
    return tuple(found)


# Acknowledgements ---------------------------------------------------------------------


def _tell_names(scope: Scope, specs: Iterable[AcknowledgementSpec]) -> None:
    seen: dict[str, AcknowledgementSpec] = {}
    for spec in specs:
        name = str(spec.name)
        first = seen.setdefault(name, spec)
        if first is not spec:
            at, what, where = spec.at("name"), "acknowledgement", first.at("name")
            finding = report("said-twice", at, what=what, name=name, first=where)
            scope.findings.append(finding)
        if is_reserved(name) or name in RESERVED_ANSWERS:
            scope.findings.append(report("reserved-name", spec.at("name"), name=name))
        if spec.text is not None and spec.body is not None:
            at = spec.at("text")
            scope.findings.append(
                report("not-together", at, first="text", second="body")
            )


def _acknowledgement(scope: Scope, spec: AcknowledgementSpec) -> ir.Acknowledgement:
    path = f"acknowledge.{spec.name}"
    class_name = scope.prefix + names.pascal_case(str(spec.name))
    tables = {"headers": spec.headers, "body": spec.body.fields if spec.body else None}
    found = {
        place: resolve_fields(
            scope,
            merged([(table, spec.defaults)]),
            compose("{}.{}", path, place),
            class_name + names.pascal_case(place),
            always_there=True,
        )
        for place, table in tables.items()
    }
    kept = {
        place: tuple(_as_required(scope, each) for each in fields)
        for place, fields in found.items()
    }
    members = [
        member
        for place, fields in kept.items()
        for member in _leaves(scope, place, fields, ())
    ]
    tell_unsendable_headers(scope, kept["headers"], "")
    _tell_texts(scope, members)
    _tell_arguments(scope, members)
    body = ir.Record(class_name, kept["body"], open=False) if spec.body else None
    writing = writing_of(scope, spec.body)
    if body is not None:
        tell_unwritable(scope, writing, body)
    return ir.Acknowledgement(
        name=str(spec.name),
        summary=wording(spec.summary),
        http=spec.http or 200,
        members=tuple(members),
        body=body,
        writing=writing,
        text=spec.text,
        evidence=evidence_at(spec, "evidence", None),
    )


def _leaves(
    scope: Scope, place: str, fields: Iterable[ir.Field], above: ir.Path
) -> Iterator[ir.Answered]:
    """Yield the members that have a value of their own, however deep they stand."""
    for field in fields:
        path = (*above, field.wire_name)
        if isinstance(field.type, ir.Record) and field.type.fields:
            yield from _leaves(scope, place, field.type.fields, path)
            continue
        source = _source(scope, field)
        name = field.name if isinstance(source, ir.Caller) else ""
        yield ir.Answered(place, path, field, source, name)  # type: ignore[arg-type]


def _as_required(scope: Scope, field: ir.Field) -> ir.Field:
    """Return a member that is always there unless its spec says otherwise."""
    layered = scope.written[field.path]
    is_optional = layered.writes("required") and layered.required() is not True
    return replace(field, required=not is_optional)


def _as_reply(each: ir.Acknowledgement, body: ir.Record) -> ir.Reply:
    """Return an acknowledgement as the reply that it is to the partner."""
    return ir.Reply(
        name=each.name,
        summary=each.summary,
        label="",
        when=ir.When(http=(each.http,), equals=(), has=(), lacks=()),
        outcome="success",
        error="",
        then="",
        body=body,
        writing=each.writing,
        code_at=None,
        message_at=None,
        columns=(),
        relations=(),
        conditions=(),
        example=None,
        has_example=False,
        repaired="",
        evidence=each.evidence,
    )


def _source(scope: Scope, field: ir.Field) -> ir.Fixed | ir.Echo | ir.Caller:
    layered = scope.written[field.path]
    if field.echoes is not None:
        return ir.Echo(field.echoes[1:])
    if layered.writes("const"):
        return ir.Fixed(layered.get("const"))
    return ir.Caller()


def _tell_texts(scope: Scope, members: Iterable[ir.Answered]) -> None:
    for each in members:
        if each.place == "headers" and not isinstance(each.field.type, ir.Text):
            shown = {"wire_name": each.field.wire_name, "found": "not text"}
            scope.tell_at(
                "no-carrier", each.field.path, "type", **shown, place="a header"
            )


def _tell_arguments(scope: Scope, members: Iterable[ir.Answered]) -> None:
    seen: dict[str, str] = {}
    for each in members:
        if not each.argument:
            continue
        if is_reserved(each.argument) or each.argument in ("event", "self"):
            scope.tell_at("reserved-name", each.field.path, name=each.argument)
        first = seen.setdefault(each.argument, each.field.path)
        if first != each.field.path:
            shown = {"first": first, "second": each.field.path, "name": each.argument}
            scope.tell_at("same-argument", each.field.path, **shown)


# Time and repetition ------------------------------------------------------------------


def _replay(
    scope: Scope, spec: ReplaySpec | None, request: ir.Request
) -> ir.Replay | None:
    if spec is None:
        return None
    text = wording(spec.at_)
    root, _, rest = text.partition(".")
    record = ir.Record("", dict(request.places()).get(root, ()), open=False)
    path = member_path(record, rest)
    if path is None:
        at, where = spec.at("at"), "what comes"
        scope.findings.append(report("no-such-place", at, place=text, where=where))
        return None
    if not isinstance(member_at(record, path).source, ir.FromClock):
        at, name = spec.at("at"), path[-1]
        scope.findings.append(report("replay-without-time", at, name=name))
    if not _is_signed(request, root):
        scope.findings.append(report("replay-unsigned", spec.at("at"), place=text))
    evidence = evidence_at(spec, "evidence", None)
    return ir.Replay((root, *path), spec.window or 0, evidence)


def _is_signed(request: ir.Request, root: str) -> bool:
    """Tell whether the signature covers a time in that part of the call."""
    recipe = request.signature
    if recipe is None:
        return False
    in_body = ("body",) if root == "body" else ()
    for part in recipe.parts:
        if part in ("timestamp", *in_body) or isinstance(part, ir.Selection):
            return True
        is_of_body = isinstance(part, ir.Digest | ir.EncodedBody) and bool(in_body)
        if is_of_body or (isinstance(part, ir.SignedField) and part.at[0] == root):
            return True
    return recipe.query == "included" and root == "query" and "path" in recipe.parts


def _repeats(spec: RepeatsSpec | None) -> ir.Repeats | None:
    if spec is None:
        return None
    evidence = evidence_at(spec, "evidence", None)
    return ir.Repeats(wording(spec.say), spec.every, spec.times, evidence)
