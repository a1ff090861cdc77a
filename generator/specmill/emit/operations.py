"""`<partner>/operations/<operation>.py`: what a client needs to know of an endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from .. import ir
from ..light import dataclass
from ..literals import literal
from ..members import members
from ..output import Draft
from ..resolve.unknowns import settled_facts
from ..shapes import UNKNOWN
from ..verbatim import compose, joined
from . import forms, shapes
from .text import OnlyDoc, docstring, draft, folded


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
        columns=tuple(_columns(operation)),
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
    yield f"method={_known(request.method)}"
    yield f"path={_known(request.path)}"
    if request.methods:
        yield f"methods={literal(request.methods)}"
    yield f"members=({_listed(_members(operation))})"
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
    yield f"replies=({_listed(_reply(operation, each) for each in operation.replies)})"
    codes = (_code(each, operation.replies) for each in operation.codes)
    yield f"codes={{{_listed(codes)}}}"
    models = f"{api.package}.{partner.name}.models.{operation.name}"
    yield f"models={literal(models)}"
    if request.signature is not None:
        yield f"signature={recipe_source(request.signature)}"
    if operation.rules:
        yield f"rules=({_listed(map(rule_source, operation.rules))})"
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
        yield f"states={_states(operation.states)}"
    if operation.pages is not None:
        yield f"pages={_pages(operation.pages)}"
    if operation.polling is not None:
        every, lasts = operation.polling.every, operation.polling.lasts
        yield f"polling=d.Polling(every={every}, lasts={lasts})"
    unsettled = tuple(settled_facts(operation))
    if unsettled:
        yield f"unsettled={literal(unsettled)}"
    links = tuple(_links(operation))
    if links:
        yield f"links=({_listed(links)})"


def _links(operation: ir.Operation) -> Iterator[str]:
    for member in members(operation):
        link = member.field.from_reply
        if link is not None:
            given = (member.steps, link.operation, link.at)
            yield f"d.Link({', '.join(map(literal, given))})"


def _listed(items: Iterable[str]) -> str:
    return "".join(f"{item}," for item in items)


def _known(value: Any) -> str:
    return literal(None if value == UNKNOWN else value)


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


# Replies and codes --------------------------------------------------------------------


def _reply(operation: ir.Operation, reply: ir.Reply) -> str:
    given = [
        f"name={literal(reply.name)}",
        f"when={_when(reply.when)}",
        f"outcome={literal(reply.outcome)}",
        f"model={literal(reply.body.name)}",
        f"validate=validators.{operation.name}_{reply.name}",
    ]
    if reply.writing != ir.JSON:
        is_shaped = reply.writing.format not in ("json", "none")
        given.append(
            f"body={shapes.body(reply.writing, reply.body if is_shaped else None)}"
        )
    if reply.headers is not None:
        given.append(f"headers={shapes.shape(reply.headers)}")
        name = f"{operation.name}_{reply.name}_headers"
        given.append(f"validate_headers=validators.{name}")
    if reply.code_at is not None:
        given.append(f"code_at={literal(reply.code_at)}")
    if reply.code_rest:
        given.append(f"code_rest={literal(reply.code_rest)}")
        given.append(f"separator={literal(reply.separator)}")
    if reply.message_at is not None:
        given.append(f"message_at={literal(reply.message_at)}")
    if reply.error:
        given.append(f"error=errors.{reply.error}")
    echoes = tuple(_echoes(reply.body))
    if echoes:
        given.append(f"echoes={literal(echoes)}")
    if reply.items is not None:
        given.append(f"items={_items(reply.items)}")
    if reply.proof is not None:
        proof = reply.proof
        prefix = f", prefix={literal(proof.prefix)}" if proof.prefix else ""
        recipe = recipe_source(proof.recipe)
        given.append(f"proof=d.Proof({recipe}, {literal(proof.at)}{prefix})")
    return f"d.Reply({', '.join(given)})"


def _items(items: ir.Items) -> str:
    given = [
        f"at={literal(items.at)}",
        f"attributes={literal(items.attributes)}",
        f"code={literal(items.code)}",
        f"outcomes={literal(dict(items.outcomes))}",
    ]
    if items.message:
        given.append(f"message={literal(items.message)}")
    return f"d.Items({', '.join(given)})"


def _echoes(
    record: ir.Record, above: ir.Path = ()
) -> Iterator[tuple[ir.Path, ir.Path]]:
    for field in record.fields:
        path = (*above, field.wire_name)
        if field.echoes is not None:
            yield path, field.echoes
        if isinstance(field.type, ir.Record):
            yield from _echoes(field.type, path)


def _when(when: ir.When) -> str:
    given = []
    if when.http not in (UNKNOWN, ()):
        given.append(f"http={literal(when.http)}")
    for name in ("classes", "type", "asked", "equals", "has", "lacks"):
        value = getattr(when, name)
        if value:
            given.append(f"{name}={literal(value)}")
    return f"d.When({', '.join(given)})"


def _columns(operation: ir.Operation) -> Iterator[str]:
    """Yield the places that codes fix values of, by their names in the spec."""
    found = {name: path for reply in operation.replies for name, path in reply.columns}
    for name, path in found.items():
        yield f"{_column(name)} = {literal(path)}"


def _column(name: str) -> str:
    return f"_{name.upper()}"


def _code(each: ir.Code, replies: Iterable[ir.Reply]) -> str:
    given = [f"error=errors.{each.error}" if each.error else "error=None"]
    if each.http is not None:
        given.append(f"http={each.http}")
    agrees = [f"({_column(name)}, {literal(value)})," for name, value in each.agrees]
    if agrees:
        given.append(f"agrees=({''.join(agrees)})")
    if each.match != "exact":
        given.append(f"match={literal(each.match)}")
    for name in ("final", "retry_after", "retry_times"):
        value = getattr(each, name)
        if value is not None:
            given.append(f"{name}={value}")
    if not each.error and any(_is_another(each, reply) for reply in replies):
        given.append(f"within={literal(each.replies)}")
    return f"{literal(each.code)}: d.Code({', '.join(given)})"


def _is_another(code: ir.Code, reply: ir.Reply) -> bool:
    """Tell whether *reply* could be taken for a success by a code that is not its own."""
    is_open = reply.outcome in ("by-code", "success", "alternative")
    return is_open and reply.code_at is not None and reply.name not in code.replies


def _states(states: ir.States) -> str:
    listed = "".join(
        f"{literal(each.value)}: {_state(each)}," for each in states.values
    )
    return f"d.States(at={literal(states.at)}, values={{{listed}}})"


def _pages(pages: ir.Pages) -> str:
    given = (
        f"{key}={literal(getattr(pages, key))}" for key in ("skip", "count", "items")
    )
    return f"d.Pages({', '.join(given)})"


def _state(state: ir.State) -> str:
    given = [] if state.final is None else [f"final={state.final}"]
    given += [f"allows={literal(state.allows)}"] if state.allows else []
    return f"d.State({', '.join(given)})"


def rule_source(rule: ir.Rule) -> str:
    """Return the constructor call of a rule."""
    given = [f"kind={literal(rule.kind)}", f"says={folded(rule.say, 12, 'says=')}"]
    if rule.seconds is not None:
        given.append(f"seconds={rule.seconds}")
    if rule.terms:
        given.append(f"terms={literal(dict(rule.terms))}")
    return f"d.Rule({', '.join(given)})"


def recipe_source(signature: ir.Signature) -> str:
    """Return the constructor call of a recipe."""
    return f"d.Signature({', '.join(_recipe(signature))})"


def _recipe(signature: ir.Signature) -> Iterator[str]:
    parts = "".join(f"{_part(part)}, " for part in signature.parts)
    yield f"algorithm={literal(signature.algorithm)}"
    if signature.key:
        yield f"key=d.Credential({literal(signature.key)})"
    yield f"parts=({parts})"
    yield f"separator={literal(signature.separator)}"
    yield f"encoding={_known(signature.encoding)}"
    if signature.suffix:
        yield f"suffix=({_listed(map(_part, signature.suffix))})"
    if signature.query == "included":
        yield "signs_query=True"


def _part(part: Any) -> str:
    match part:
        case ir.FromCredential(name):
            return f"d.Credential({literal(name)})"
        case ir.Digest(algorithm, minified, encoding):
            how = "" if encoding == "hex" else f", encoding={literal(encoding)}"
            return f"d.BodyDigest({literal(algorithm)}, minified={minified}{how})"
        case ir.FixedText(text):
            return f"d.FixedText({literal(text)})"
        case ir.SignedField(at):
            return f"d.SignedField({literal(at)})"
        case ir.EncodedBody():
            return "d.EncodedBody()"
        case ir.Selection():
            return f"d.Selection({', '.join(_selection(part))})"
        case _:
            return literal(part)


def _selection(part: ir.Selection) -> Iterator[str]:
    """Yield the arguments of `declare.Selection`, defaults left out."""
    yield f"of={literal(part.of)}"
    yield f"order={literal(part.order)}"
    if part.names:
        yield f"names={literal(part.names)}"
    if part.pair is not None:
        yield f"pair={literal(part.pair)}"
    yield f"separator={literal(part.separator)}"
    yield f"keeps_empty={part.keeps_empty}"
    if part.leaves_out:
        yield f"leaves_out={literal(part.leaves_out)}"
    if part.added:
        added = (f"({literal(name)}, {_part(value)})" for name, value in part.added)
        yield f"added=({_listed(added)})"
    if part.written != "plain":
        yield f"written={literal(part.written)}"
    if part.strip:
        yield f"strip={literal(part.strip)}"
    if part.letter_case:
        yield f"letter_case={literal(part.letter_case)}"
