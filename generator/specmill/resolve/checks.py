"""An operation held to itself: its examples to its limits, its names to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .. import ir
from ..diagnostics import Diagnostic, report
from ..members import wire_sample
from ..satisfying import request_message
from ..source import Location
from ..spec import OperationSpec, PartnerSpec, ReplySpec
from ..verbatim import compose, joined
from .codes import GOOD, Row, code_in, row_of
from .examples import (
    Mismatch,
    member,
    mismatches,
    recognized,
    record_mismatches,
)
from .made import tell_unmade
from .places import member_path
from .scope import Scope


def findings_in(
    scope: Scope,
    spec: OperationSpec,
    partner: PartnerSpec,
    credentials: Iterable[ir.CredentialDeclaration],
    written: Sequence[ReplySpec],
    rows: Sequence[Row],
    operation: ir.Operation,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with *operation* now that all of it is known."""
    yield from _broken_examples(scope, spec, written, operation)
    yield from _mistaken_examples(written, operation)
    yield from _example_codes(written, rows, operation)
    yield from _broken_credentials(partner, credentials, operation)
    stated = {each.name: each.example for each in credentials if each.example}
    yield from tell_unmade(scope, operation, stated)
    yield from _wrong_fields_of_rules(spec, operation)
    yield from _never_kept(spec, operation)
    yield from _same_arguments(scope, operation)
    yield from _same_classes(scope, spec, operation)


# Examples -----------------------------------------------------------------------------


def _broken_examples(
    scope: Scope,
    spec: OperationSpec,
    written: Sequence[ReplySpec],
    operation: ir.Operation,
) -> Iterator[Diagnostic]:
    """Yield mismatches that no defect explains, and explanations of nothing."""
    explained = {place for defect in operation.defects for place in defect.explains}
    used = set(scope.wider)
    for mismatch, at in _all_mismatches(scope, written, operation):
        used.add(mismatch.place)
        if mismatch.place not in explained:
            says = mismatch.says
            yield report("example-breaks", at, place=mismatch.place, says=says)
    for defect in spec.defects or ():
        for index, place in enumerate(defect.explains or ()):
            if place not in used:
                at = defect.at("explains", index)
                yield report("explains-nothing", at, place=place)


def _all_mismatches(
    scope: Scope, written: Sequence[ReplySpec], operation: ir.Operation
) -> Iterator[tuple[Mismatch, Location]]:
    parts = [fields for _, fields in operation.request.places()]
    parts += [fields for reply in operation.replies for fields in reply.parts()]
    for field in (each for fields in parts for each in with_members(fields)):
        if field.has_example:
            at = scope.written[field.path].at("example")
            for mismatch in mismatches(field, field.example):
                yield mismatch, at
    for reply, spec in zip(operation.replies, written, strict=True):
        if reply.has_example:
            path = f"replies.{reply.name}.body"
            for mismatch in record_mismatches(reply.body, reply.example, path):
                yield mismatch, spec.at("example")


def _mistaken_examples(
    written: Sequence[ReplySpec], operation: ir.Operation
) -> Iterator[Diagnostic]:
    """Yield examples that would be recognized as another reply than their own."""
    for reply, spec in zip(operation.replies, written, strict=True):
        if not reply.has_example:
            continue
        for http in reply.when.samples():
            found = recognized(operation.replies, http, reply.example, reply)
            if found is not reply:
                other = f"'{found.name}'" if found else "no documented reply"
                at = spec.at("example")
                yield report("example-of-another", at, other=other, http=http)
                break


def _example_codes(
    written: Sequence[ReplySpec], rows: Sequence[Row], operation: ir.Operation
) -> Iterator[Diagnostic]:
    """Yield examples whose code is not documented or says otherwise than the reply."""
    for reply, spec in zip(operation.replies, written, strict=True):
        if not reply.has_example or reply.code_at is None or not rows:
            continue
        text = code_in(reply, reply.example)
        if text is None:
            continue
        row = row_of(rows, text, reply.separator)
        for says in _code_faults(reply, row):
            yield report("example-code", spec.at("example"), code=text, says=says)


def _code_faults(reply: ir.Reply, row: Row | None) -> Iterator[str]:
    if row is None:
        # A refusal is one under any code; a success under an unknown code is none.
        if reply.outcome in (*GOOD, "by-code"):
            yield "which 'codes' does not have"
        return
    code = row.code
    if reply.name not in code.replies:
        yield "which does not occur in this reply"
    elif reply.outcome != "by-code" and (code.outcome in GOOD) != (
        reply.outcome in GOOD
    ):
        yield f"which is {code.outcome}, and the reply is {reply.outcome}"
    columns = dict(reply.columns)
    for name, value in code.agrees:
        found = member(reply.example, columns[name]) if name in columns else value
        if found != value:
            yield compose("which goes with {} as its {}", value, name)


def _broken_credentials(
    partner: PartnerSpec,
    credentials: Iterable[ir.CredentialDeclaration],
    operation: ir.Operation,
) -> Iterator[Diagnostic]:
    """Yield examples of credentials that could not be sent where they belong."""
    examples = {each.name: each.example for each in credentials if each.example}
    for _, fields in operation.request.places():
        for field in with_members(fields):
            source = field.source
            if isinstance(source, ir.FromCredential) and source.name in examples:
                place = f"credentials.{source.name}"
                for found in mismatches(field, field.prefix + examples[source.name]):
                    at = partner.at("credentials", source.name, "example")
                    yield report("example-breaks", at, place=place, says=found.says)


def with_members(fields: Iterable[ir.Field]) -> Iterator[ir.Field]:
    """Yield every field and what is in it, items of lists and maps too."""
    for field in fields:
        yield field
        kind = field.type
        if isinstance(kind, ir.Record):
            yield from with_members(kind.fields)
        elif isinstance(kind, ir.Array | ir.Map):
            yield from with_members(
                (kind.item if isinstance(kind, ir.Array) else kind.value,)
            )


# References and names -----------------------------------------------------------------


def _wrong_fields_of_rules(
    spec: OperationSpec, operation: ir.Operation
) -> Iterator[Diagnostic]:
    for rule in spec.rules or ():
        if rule.field is not None and not _is_member(operation.request, rule.field):
            at, where = rule.at("field"), "the request"
            yield report("no-such-place", at, place=rule.field, where=where)


def _is_member(request: ir.Request, text: str) -> bool:
    place, _, rest = text.partition(".")
    fields = dict(request.places()).get(place, ())
    return member_path(ir.Record("", fields, open=False), rest) is not None


def _never_kept(spec: OperationSpec, operation: ir.Operation) -> Iterator[Diagnostic]:
    """Yield that no request keeps all conditions, as far as trying tells."""
    if not operation.request.conditions:
        return
    every = {
        place: {field.wire_name: wire_sample(field) for field in fields}
        for place, fields in operation.request.places()
    }
    message = request_message(operation)
    if message.settled(every) is None:
        says = joined("; ", (each.asks.says() for each in message.broken(every)))
        yield report("never-kept", spec.at("request", "conditions"), says=says)


def _same_arguments(scope: Scope, operation: ir.Operation) -> Iterator[Diagnostic]:
    """Yield members of a request that would be one keyword argument."""
    seen: dict[str, ir.Field] = {}
    for field in arguments(operation):
        first = seen.setdefault(field.name, field)
        if first is not field and _above(first) != _above(field):
            at = scope.written[field.path].at("name")
            shown = {"first": first.path, "second": field.path}
            yield report("same-argument", at, name=field.name, **shown)


def _above(field: ir.Field) -> str:
    """Return the object that *field* is in, where `same-name` looks."""
    return field.path.removesuffix(field.wire_name)


def arguments(operation: ir.Operation) -> Iterator[ir.Field]:
    """Yield the fields that a caller passes to an operation, in the page's order."""
    for _, fields in operation.request.places():
        yield from _arguments(fields)


def _arguments(fields: Iterable[ir.Field]) -> Iterator[ir.Field]:
    for field in fields:
        if field.envelope and isinstance(field.type, ir.Record):
            yield from _arguments(ir.members_of(field))
        elif isinstance(field.source, ir.Passed):
            yield field


def _same_classes(
    scope: Scope, spec: OperationSpec, operation: ir.Operation
) -> Iterator[Diagnostic]:
    """Yield objects that would be one class of the models, such as `PayStatusCode`."""
    seen: dict[str, str] = {}
    for path, record in _records(operation):
        first = seen.setdefault(record.name, path)
        if first != path:
            at = scope.written[path].at("name") if path in scope.written else spec.at()
            shown = {"first": first, "second": path}
            yield report("same-class", at, name=record.name, **shown)


def _records(operation: ir.Operation) -> Iterator[tuple[str, ir.Record]]:
    request = operation.request
    if request.body is not None:
        yield "request.body", request.body
    for reply in operation.replies:
        yield f"replies.{reply.name}.body", reply.body
        if reply.headers is not None:
            yield f"replies.{reply.name}.headers", reply.headers
    parts = [fields for _, fields in request.places()]
    parts += [reply.body.fields for reply in operation.replies]
    for field in (each for fields in parts for each in with_members(fields)):
        if isinstance(field.type, ir.Record):
            yield field.path, field.type
