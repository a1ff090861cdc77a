"""`<partner>/operations/<operation>.py`: what a client needs to know of an endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from .. import ir
from ..light import dataclass
from ..literals import literal
from ..members import members
from ..output import Draft
from ..resolve.unknowns import settled_facts
from ..verbatim import compose, joined
from . import forms, shapes
from .recipes import recipe_source
from .replies import code_source, columns, pages_source, reply_source, states_source
from .text import OnlyDoc, docstring, draft, folded, known, listed


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    imports: tuple[str, ...]
    columns: tuple[str, ...]
    arguments: tuple[str, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the declaration of every operation."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}/operations"
        doc = docstring(
            compose("The operations of {}, a module each.", partner.title), indent=0
        )
        yield draft(f"{folder}/__init__.py", "docstring.py.j2", OnlyDoc(doc))
        for operation in partner.operations:
            path = f"{folder}/{operation.name}.py"
            yield draft(path, "operation.py.j2", _view(api, partner, operation))


def _view(api: ir.Api, partner: ir.Partner, operation: ir.Operation) -> _View:
    page = operation.page
    raises = any(
        error
        for error in (
            *(code.error for code in operation.codes),
            *(reply.error for reply in operation.replies),
        )
    )
    return _View(
        doc=docstring(
            compose("{}: {}", partner.title, operation.summary),
            compose("Page: {}, {} (read {}).", page.title, page.url, page.read),
            indent=0,
        ),
        imports=(
            *(("from .. import errors",) if raises else ()),
            *(forms.imports(operation) if _sends_forms(operation) else ()),
            f"from ..validators import {operation.name} as validators",
        ),
        columns=tuple(columns(operation)),
        arguments=tuple(_arguments(api, partner, operation)),
    )


def _objects(fields: Iterable[ir.Field], above: ir.Path = ()) -> Iterator[ir.Path]:
    """Yield the envelopes that are sent even where no member of theirs is passed."""
    for field in fields:
        if (
            field.envelope
            and field.required is True
            and isinstance(field.type, ir.Record)
        ):
            path = (*above, field.wire_name)
            yield path
            yield from _objects(field.type.fields, path)


def _sends_forms(operation: ir.Operation) -> bool:
    return any(
        field.form is not None
        for _, fields in operation.request.places()
        for field, _ in leaves(fields)
    )


def _arguments(
    api: ir.Api, partner: ir.Partner, operation: ir.Operation
) -> Iterator[str]:
    """Yield the keyword arguments of `declare.Operation`, defaults left out."""
    request = operation.request
    yield f"partner={literal(partner.name)}"
    yield f"name={literal(operation.name)}"
    yield f"page={literal(operation.page.url)}"
    yield f"method={known(request.method)}"
    yield f"path={known(request.path)}"
    if request.methods:
        yield f"methods={literal(request.methods)}"
    yield f"members=({listed(_members(operation))})"
    yield f"has_body={request.body is not None}"
    if request.body is not None and request.writing.format != "json":
        is_shaped = request.writing.format != "multipart"
        record = request.body if is_shaped else None
        yield f"body={shapes.body(request.writing, record)}"
    elif request.writing.media or request.writing.sealed:
        yield f"body={shapes.body(request.writing, None)}"
    objects = tuple(_objects(request.body.fields if request.body else ()))
    if objects:
        yield f"objects={literal(objects)}"
    yield f"validate=validators.{operation.name}_request"
    yield f"replies=({listed(reply_source(operation, each) for each in operation.replies)})"
    codes = (code_source(each, operation.replies) for each in operation.codes)
    yield f"codes={{{listed(codes)}}}"
    models = f"{api.package}.{partner.name}.models.{operation.name}"
    yield f"models={literal(models)}"
    if request.signature is not None:
        yield f"signature={recipe_source(request.signature)}"
    if operation.rules:
        yield f"rules=({listed(map(rule_source, operation.rules))})"
    if operation.may_repeat:
        yield "may_repeat=True"
    said = operation.authentication
    if said is not None and said.alternatives:
        yield f"alternatives={literal(tuple(group for _, group in said.alternatives))}"
    if said is not None and said.certificate:
        yield "certificate=True"
    if operation.repetition is not None:
        lasts, at = operation.repetition.lasts, literal(operation.repetition.at)
        given = f"{at}, lasts={lasts}" if lasts is not None else at
        yield f"repetition=d.Repetition({given})"
    if operation.states is not None:
        yield f"states={states_source(operation.states)}"
    if operation.pages is not None:
        yield f"pages={pages_source(operation.pages)}"
    if operation.polling is not None:
        every, lasts = operation.polling.every, operation.polling.lasts
        yield f"polling=d.Polling(every={every}, lasts={lasts})"
    unsettled = tuple(settled_facts(operation))
    if unsettled:
        yield f"unsettled={literal(unsettled)}"
    links = tuple(_links(operation))
    if links:
        yield f"links=({listed(links)})"


def _links(operation: ir.Operation) -> Iterator[str]:
    for member in members(operation):
        link = member.field.from_reply
        if link is not None:
            given = (member.steps, link.operation, link.at)
            yield f"d.Link({', '.join(map(literal, given))})"


# Members ------------------------------------------------------------------------------


def _members(operation: ir.Operation) -> Iterator[str]:
    constants = forms.constants(operation)
    for place, fields in operation.request.places():
        for field, path in leaves(fields):
            yield _member(operation, place, field, path, constants)


def leaves(
    fields: Iterable[ir.Field], above: ir.Path = ()
) -> Iterator[tuple[ir.Field, ir.Path]]:
    """Yield the members that have values of their own; envelopes are looked into."""
    for field in fields:
        path = (*above, field.wire_name)
        if field.envelope and isinstance(field.type, ir.Record):
            yield from leaves(ir.members_of(field), path)
        else:
            yield field, path


_PLACES: Final = {
    "segments": "segment",
    "query": "query",
    "headers": "header",
    "body": "body",
}


def _member(
    operation: ir.Operation,
    place: str,
    field: ir.Field,
    path: ir.Path,
    constants: Mapping[str, str],
) -> str:
    given = [
        f"place={literal(_PLACES[place])}",
        f"path={literal(path)}",
        f"source={_source(field)}",
        f"required={field.required is True}",
    ]
    if field.prefix and not isinstance(field.source, ir.FromBasic):
        given.append(f"prefix={literal(field.prefix)}")
    if field.form is not None:
        given.append(f"form=forms.{constants[field.path]}")
    if field.secret:
        given.append("secret=True")
    if field.letter_case != "exact":
        given.append(f"letter_case={literal(field.letter_case)}")
        fact = joined(".", (operation.name, place, *path))
        given.append(f"fact={literal(fact)}")
    return f"d.Member({', '.join(given)})"


def _source(field: ir.Field) -> str:
    source = field.source
    if isinstance(source, ir.Fixed):
        return f"d.Constant({literal(source.value)})"
    if isinstance(source, ir.FromCredential):
        return f"d.Credential({literal(source.name)})"
    if isinstance(source, ir.FromBasic):
        return f"d.Basic({literal(source.user)}, {literal(source.password)})"
    if isinstance(source, ir.FromFlow):
        return f"d.FlowValue({literal(field.name)})"
    if isinstance(source, ir.FromClock):
        return "d.Clock()"
    if isinstance(source, ir.FromNonce):
        digits = ", digits=True" if source.digits else ""
        return f"d.Nonce({source.length}{digits})"
    if isinstance(source, ir.FromIdempotencyKey):
        digits = ", digits=True" if source.digits else ""
        return f"d.IdempotencyKey({literal(field.name)}, {source.length}{digits})"
    if isinstance(source, ir.FromMembers):
        given = [literal(source.places)]
        given += [literal(source.separator)] if source.separator else []
        return f"d.Joined({', '.join(given)})"
    if isinstance(source, ir.FromSignature):
        return "d.Signed()"
    return f"d.Argument({literal(field.name)})"


def rule_source(rule: ir.Rule) -> str:
    """Return the constructor call of a rule."""
    given = [f"kind={literal(rule.kind)}", f"says={folded(rule.say, 12, 'says=')}"]
    if rule.seconds is not None:
        given.append(f"seconds={rule.seconds}")
    if rule.terms:
        given.append(f"terms={literal(dict(rule.terms))}")
    return f"d.Rule({', '.join(given)})"
