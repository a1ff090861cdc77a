"""One operation as a page that a person reads: what is documented, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import ir
from .members import evidence_key
from .shapes import UNKNOWN


def show(partner: ir.Partner, operation: ir.Operation) -> Iterator[str]:
    """Yield the lines of the page."""
    yield from _titled(partner, operation)
    yield f"effect: {operation.effect or 'none'}"
    yield from _request(operation.request)
    for reply in operation.replies:
        yield ""
        yield from _reply(reply)
    yield from _listed("codes", map(_code, operation.codes))
    yield from _ending(operation)


def show_callback(partner: ir.Partner, callback: ir.Callback) -> Iterator[str]:
    """Yield the lines of the page of a call that the partner makes to us."""
    yield from _titled(partner, callback.operation)
    yield f"a call that {partner.title} makes to us"
    yield from _request(callback.operation.request)
    replay, repeats = callback.replay, callback.repeats
    if replay is not None:
        yield ""
        at = ".".join(replay.at)
        yield f"replay: {at} within {replay.window} s of now ({replay.evidence})"
    for each in callback.acknowledgements:
        yield ""
        yield from _acknowledgement(each)
    if repeats is not None:
        counts = [f"every {repeats.every} s"] if repeats.every is not None else []
        counts += [f"at most {repeats.times} times"] if repeats.times else []
        told = ", ".join((repeats.say.rstrip("."), *counts))
        yield from ("", f"otherwise: {told} ({repeats.evidence})")
    yield from _ending(callback.operation)


def _titled(partner: ir.Partner, operation: ir.Operation) -> Iterator[str]:
    page = operation.page
    yield f"{partner.name}.{operation.name}: {operation.summary}"
    yield f"page: {page.title}, {page.url}, read {page.read}"


def _acknowledgement(each: ir.Acknowledgement) -> Iterator[str]:
    yield f"acknowledge {each.name}: {each.summary}"
    yield f"  HTTP {each.http}; {each.evidence}"
    if each.text is not None:
        yield f"  the text {each.text!r}"
    for member in each.members:
        at = ".".join((member.place, *member.path))
        yield f"    {at}: {_answer_source(member)}, {', '.join(_facts(member.field))}"


def _answer_source(member: ir.Answered) -> str:
    if isinstance(member.source, ir.Fixed):
        return f"always {member.source.value!r}"
    if isinstance(member.source, ir.Echo):
        return f"repeats body.{'.'.join(member.source.path)}"
    return f"the argument {member.argument}"


def _request(request: ir.Request) -> Iterator[str]:
    yield ""
    methods = " or ".join(request.methods or (request.method,))
    carrier = ", carried by a browser" if request.by_browser else ""
    yield f"{methods} {request.path}{carrier}"
    yield f"  method: {request.method_evidence}; path: {request.path_evidence}"
    for place, fields in request.places():
        if fields:
            yield ""
            yield place
            yield from _fields(fields, "  ")
    if request.signature is not None:
        yield ""
        yield from _signature(request.signature)


def _ending(operation: ir.Operation) -> Iterator[str]:
    told = [
        each.sentence
        for each in (operation.states, operation.polling, operation.pages)
        if each
    ]
    yield from _listed("states", told)
    yield from _listed("rules", (rule.sentence for rule in operation.rules))
    yield from _listed("unknown", (f"{u.fact}: {u.says}" for u in operation.unknowns))
    yield from _listed(
        "defects",
        (f"{d.id}: {d.page}; decided: {d.decided}" for d in operation.defects),
    )


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _fields(fields: Iterable[ir.Field], indent: str) -> Iterator[str]:
    for field in fields:
        yield f"{indent}{field.wire_name}: {', '.join(_facts(field))}"
        yield from _inside(field.type, indent + "  ")


def _inside(kind: ir.Type, indent: str) -> Iterator[str]:
    if isinstance(kind, ir.Record):
        yield from _fields(kind.fields, indent)
    elif isinstance(kind, ir.Array):
        yield from _fields((kind.item,), indent)
    elif isinstance(kind, ir.Map):
        yield from _fields((kind.value,), indent)


def _facts(field: ir.Field) -> Iterator[str]:
    yield type(field.type).__name__.lower()
    if field.required == UNKNOWN:
        yield "required unknown"
    else:
        word = "required" if field.required else "optional"
        yield f"{word}{_other(field, 'required')}"
    if field.nullable:
        yield "null allowed"
    for limit in field.constraints:
        yield f"{limit.says}{_other(field, evidence_key(field, limit.rule))}"
    if field.has_default:
        yield f"{field.default} assumed{_other(field, 'default')}"
    if field.secret:
        yield "secret"
    yield f"({field.evidence_of('else')})"


def _other(field: ir.Field, key: str) -> str:
    """Return the evidence of *key* where it is not that of the rest of the field."""
    evidence = field.evidence_of(key)
    return "" if evidence == field.evidence_of("else") else f" ({evidence})"


def _signature(signature: ir.Signature) -> Iterator[str]:
    parts = signature.separator.join(map(_part, signature.parts))
    yield f"signature: {signature.algorithm} of {parts}"
    yield f"  key: {signature.key or 'none'}; {signature.evidence}"
    yield f"  encoding: {signature.encoding}; {signature.encoding_evidence}"
    if signature.suffix:
        yield f"  suffix: {' '.join(map(_part, signature.suffix))}"


def _part(part: object) -> str:
    match part:
        case ir.FromCredential(name):
            return name
        case ir.Digest(algorithm, minified):
            return f"{algorithm}({'minified ' if minified else ''}body)"
        case ir.FixedText(text):
            return repr(text)
        case ir.SignedField(at):
            return ".".join(at)
        case ir.EncodedBody():
            return "base64(body)"
        case ir.Selection(of=of):
            return f"members of {' and '.join('.'.join(path) for path in of)}"
        case _:
            return str(part)


def _reply(reply: ir.Reply) -> Iterator[str]:
    status = ", ".join(reply.when.statuses) or UNKNOWN
    yield f"reply {reply.name}: {reply.summary}"
    yield f"  HTTP {status}; outcome {reply.outcome}; {reply.evidence}"
    for fields in reply.parts():
        yield from _fields(fields, "    ")


def _code(code: ir.Code) -> str:
    raised = f", {code.error}" if code.error else ""
    then = f", {code.then}" if code.then else ""
    return (
        f"{code.code}: {code.outcome}{raised}{then}: {code.message} ({code.evidence})"
    )
