"""`<partner>/callbacks/<name>.py`: a call that the partner makes to us, and its handler."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from .. import ir, names
from ..light import dataclass
from ..literals import literal
from ..members import members
from ..output import Draft
from ..resolve.unknowns import settled_facts
from ..shapes import UNKNOWN
from ..verbatim import compose, joined
from . import forms, shapes, types
from .events import event_of
from .operations import rule_source
from .partner import credential_source
from .recipes import recipe_source
from .sentences import said
from .text import OnlyDoc, docstring, draft, folded, listed

_KINDS: Final[dict[type, str]] = {ir.Integer: "integer", ir.Boolean: "boolean"}
_UNSAID: Final = ir.Acknowledgement(
    name="acknowledged",
    summary="An empty body",
    http=200,
    members=(),
    body=None,
    text=None,
    evidence=ir.Evidence("inferred", "the page does not say what to answer"),
)


@dataclass(frozen=True, slots=True)
class _Answer:
    signature: str
    doc: str
    given: str


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    times: tuple[str, ...]
    imports: tuple[str, ...]
    name: str
    event: str
    arguments: tuple[str, ...]
    handler: str
    handler_doc: str
    answers: tuple[_Answer, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the handler of every callback."""
    for partner in api.partners:
        if not partner.callbacks:
            continue
        folder = f"{api.package}/{partner.name}/callbacks"
        doc = docstring(
            compose("Calls that {} makes to us, a module to each.", partner.title),
            "`starlette` and `flask` make of a handler what those frameworks serve.",
            indent=0,
        )
        yield draft(f"{folder}/__init__.py", "callbacks.py.j2", OnlyDoc(doc))
        for callback in partner.callbacks:
            path = f"{folder}/{callback.name}.py"
            yield draft(path, "callback.py.j2", _view(api, partner, callback))


def handler_name(callback: ir.Callback) -> str:
    """Return the name of the class that takes the calls."""
    return f"{names.pascal_case(callback.name)}Handler"


def answers_of(callback: ir.Callback) -> tuple[ir.Acknowledgement, ...]:
    """Return what can be answered; something empty where the page does not say."""
    return callback.acknowledgements or (_UNSAID,)


def _view(api: ir.Api, partner: ir.Partner, callback: ir.Callback) -> _View:
    operation = callback.operation
    page, event = operation.page, event_of(callback).name
    arguments = tuple(_arguments(api, partner, callback))
    has_forms = any("forms." in each for each in arguments)
    answers = tuple(_answer(each, event) for each in answers_of(callback))
    words = {
        word for each in answers for word in re.findall(r"[A-Za-z]+", each.signature)
    }
    return _View(
        doc=docstring(
            compose("{} calls us: {}", partner.title, operation.summary),
            compose("Page: {}, {} (read {}).", page.title, page.url, page.read),
            indent=0,
        ),
        times=tuple(line for word, line in types.IMPORTS.items() if word in words),
        imports=(
            *(forms.imports(operation) if has_forms else ()),
            f"from ..validators import {operation.name} as validators",
        ),
        name=callback.name,
        event=event,
        arguments=arguments,
        handler=handler_name(callback),
        handler_doc=docstring(
            compose("Takes {}: {}", callback.name, operation.summary),
            *said_of(callback),
            *(compose("{} ({})", each.say, each.evidence) for each in operation.rules),
        ),
        answers=answers,
    )


def said_of(callback: ir.Callback) -> Iterator[str]:
    """Yield how a call is proved, when it is too old, and when it comes again."""
    if not is_proved(callback.operation.request):
        yield "The page does not say how a call is proved: anybody can make one."
    replay = callback.replay
    if replay is not None:
        yield (
            compose(
                "A call is refused where {} differs from our clock by more than {} s ({}).",
                joined(".", replay.at),
                replay.window,
                replay.evidence,
            )
        )
    if callback.repeats is not None:
        yield compose(
            "Otherwise: {} ({}).",
            _repeated(callback.repeats),
            callback.repeats.evidence,
        )


def is_proved(request: ir.Request) -> bool:
    """Tell whether a call carries something that only the partner knows."""
    sources = [field.source for _, fields in request.places() for field in fields]
    kinds = (ir.FromCredential, ir.FromBasic)
    return request.signature is not None or any(
        isinstance(each, kinds) for each in sources
    )


def _repeated(repeats: ir.Repeats) -> str:
    told = [repeats.say.rstrip(".")]
    if repeats.every is not None:
        told.append(f"every {repeats.every} s")
    if repeats.times is not None:
        told.append(f"at most {repeats.times} times")
    return joined(", ", told)


# The declaration ----------------------------------------------------------------------


def _arguments(
    api: ir.Api, partner: ir.Partner, callback: ir.Callback
) -> Iterator[str]:
    """Yield the keyword arguments of `callbacks.Callback`, defaults left out."""
    operation, request = callback.operation, callback.operation.request
    yield f"partner={literal(partner.name)}"
    yield f"name={literal(callback.name)}"
    yield f"page={literal(operation.page.url)}"
    known = request.methods or (request.method,)
    yield f"methods={literal(() if request.method == UNKNOWN else known)}"
    yield f"path={literal(None if request.path == UNKNOWN else request.path)}"
    yield f"members={literal(_members(request))}"
    body = "None" if request.body is None else _body(request.writing, request.body)
    yield f"body={body}"
    yield f"validate=validators.{callback.name}_request"
    models = f"{api.package}.{partner.name}.models.{callback.name}"
    yield f"models={literal(models)}"
    yield f"model={literal(event_of(callback).name)}"
    yield from _proofs(callback)
    listed = "".join(
        f"{literal(each.name)}: {_acknowledged(callback, each)},"
        for each in answers_of(callback)
    )
    yield f"acknowledgements={{{listed}}}"
    used = set(_credentials_of(operation))
    declared = [each for each in partner.credentials if each.name in used]
    if declared:
        yield f"credentials=({''.join(f'{credential_source(e)},' for e in declared)})"
    if operation.rules:
        yield f"rules=({''.join(f'{rule_source(each)},' for each in operation.rules)})"
    if callback.repeats is not None:
        yield f"repeats={folded(_repeated(callback.repeats), 4, 'repeats=')}"
    unsettled = tuple(
        each for each in settled_facts(operation) if each.endswith(".encoding")
    )
    if unsettled:
        yield f"unsettled={literal(unsettled)}"


def _body(writing: ir.Writing, record: ir.Record) -> str:
    is_shaped = writing.format not in ("json", "none")
    return shapes.body(writing, record if is_shaped else None)


def _members(request: ir.Request) -> dict[str, dict[str, str]]:
    return {
        place: {each.wire_name: _KINDS.get(type(each.type), "text") for each in fields}
        for place, fields in request.places()
        if place != "body"
    }


def _proofs(callback: ir.Callback) -> Iterator[str]:
    """Yield what is looked at before a call is believed."""
    operation = callback.operation
    carried: list[str] = []
    clocks: list[tuple[ir.Path, ir.Field]] = []
    for member in members(operation):
        source, field = member.field.source, member.field
        prefix = f", prefix={literal(field.prefix)}" if field.prefix else ""
        at = f"at={literal(member.steps)}"
        if isinstance(source, ir.FromCredential):
            given = f"{at}, source=d.Credential({literal(source.name)}){prefix}"
            carried.append(f"c.Carried({given}),")
        elif isinstance(source, ir.FromBasic):
            pair = f"{literal(source.user)}, {literal(source.password)}"
            carried.append(f"c.Carried({at}, source=d.Basic({pair})),")
        elif isinstance(source, ir.FromClock):
            clocks.append((member.steps, field))
        elif isinstance(source, ir.FromSignature) and operation.request.signature:
            recipe = recipe_source(operation.request.signature)
            nonce = "".join(_nonce(operation))
            yield f"proof=c.Proof({at}, recipe={recipe}{prefix}{nonce})"
    if carried:
        yield f"carried=({''.join(carried)})"
    yield from _stamp(callback, clocks)


def _nonce(operation: ir.Operation) -> Iterator[str]:
    for member in members(operation):
        if isinstance(member.field.source, ir.FromNonce):
            yield f", nonce_at={literal(member.steps)}"
            return


def _stamp(
    callback: ir.Callback, clocks: list[tuple[ir.Path, ir.Field]]
) -> Iterator[str]:
    """Yield which member is the time: the one of the window, else that of a header."""
    at = callback.replay.at if callback.replay else None
    clocks.sort(key=lambda each: (each[0] != at, each[0][0] != "headers"))
    for path, field in clocks[:1]:
        constants = forms.constants(callback.operation)
        given = [f"at={literal(path)}", f"form=forms.{constants[field.path]}"]
        if field.prefix:
            given.append(f"prefix={literal(field.prefix)}")
        if callback.replay is not None:
            given.append(f"window={callback.replay.window}")
        yield f"stamp=c.Stamp({', '.join(given)})"


def _credentials_of(operation: ir.Operation) -> Iterator[str]:
    for member in members(operation):
        source = member.field.source
        if isinstance(source, ir.FromCredential):
            yield source.name
        elif isinstance(source, ir.FromBasic):
            yield from (source.user, source.password)
    recipe = operation.request.signature
    if recipe is not None:
        yield from recipe.credentials()


def _acknowledged(callback: ir.Callback, each: ir.Acknowledgement) -> str:
    given = [f"http={each.http}"]
    if each.members:
        constants = forms.constants(callback.operation)
        sent = listed(_answered(one, constants) for one in each.members)
        given.append(f"members=({sent})")
    if each.body is not None:
        given.append(f"body={_body(each.writing, each.body)}")
        given.append(f"validate=validators.{callback.name}_{each.name}")
    if each.text is not None:
        given.append(f"text={literal(each.text)}")
    return f"c.Acknowledged({', '.join(given)})"


def _answered(member: ir.Answered, constants: Mapping[str, str]) -> str:
    source = member.source
    if isinstance(source, ir.Fixed):
        told = f"d.Constant({literal(source.value)})"
    elif isinstance(source, ir.Echo):
        told = f"c.Echo({literal(source.path)})"
    else:
        told = f"d.Argument({literal(member.argument)})"
    given = [f"place={literal(member.place)}", f"path={literal(member.path)}"]
    given.append(f"source={told}")
    if member.field.required is not True:
        given.append("required=False")
    if member.field.path in constants and member.argument:
        given.append(f"form=forms.{constants[member.field.path]}")
    return f"c.Answered({', '.join(given)})"


# Answers ------------------------------------------------------------------------------


def _answer(each: ir.Acknowledgement, event: str) -> _Answer:
    passed = [member for member in each.members if member.argument]
    passed.sort(key=lambda member: member.field.required is not True)
    parameters = ["self", f"event: {event}", *(["*"] if passed else [])]
    parameters += [_parameter(member) for member in passed]
    given = [literal(each.name), "event"]
    given += [f"{member.argument}={member.argument}" for member in passed]
    told = joined(
        "\n", (compose("- {}: {}", m.argument, said(m.field)) for m in passed)
    )
    doc = docstring(
        compose(
            "{} (HTTP {}; {}).", each.summary.rstrip("."), each.http, each.evidence
        ),
        told,
        indent=8,
    )
    signature = f"def {each.name}({', '.join(parameters)}) -> Acknowledgement:"
    return _Answer(signature, doc, ", ".join(given))


def _parameter(member: ir.Answered) -> str:
    kind = types.value(member.field)
    if member.field.required is True:
        return f"{member.argument}: {kind}"
    return f"{member.argument}: {kind} | None = None"
