"""One operation as a page that a person reads: what is documented, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import ir
from .members import evidence_key
from .shapes import UNKNOWN
from .verbatim import compose, joined


def show(partner: ir.Partner, operation: ir.Operation) -> Iterator[str]:
    """Yield the lines of the page."""
    yield from _titled(partner, operation)
    yield compose("effect: {}", operation.effect or "none")
    yield from _request(operation.request)
    for reply in operation.replies:
        yield ""
        yield from _reply(reply)
    yield from _listed("codes", map(_code, operation.codes))
    yield from _ending(operation)


def show_callback(partner: ir.Partner, callback: ir.Callback) -> Iterator[str]:
    """Yield the lines of the page of a call that the partner makes to us."""
    yield from _titled(partner, callback.operation)
    yield compose("a call that {} makes to us", partner.title)
    yield from _request(callback.operation.request)
    replay, repeats = callback.replay, callback.repeats
    if replay is not None:
        yield ""
        at = joined(".", replay.at)
        yield compose(
            "replay: {} within {} s of now ({})", at, replay.window, replay.evidence
        )
    for each in callback.acknowledgements:
        yield ""
        yield from _acknowledgement(each)
    if repeats is not None:
        counts = (
            [compose("every {} s", repeats.every)] if repeats.every is not None else []
        )
        counts += [compose("at most {} times", repeats.times)] if repeats.times else []
        told = joined(", ", (repeats.say.rstrip("."), *counts))
        yield from ("", compose("otherwise: {} ({})", told, repeats.evidence))
    yield from _ending(callback.operation)


def _titled(partner: ir.Partner, operation: ir.Operation) -> Iterator[str]:
    page = operation.page
    yield compose("{}.{}: {}", partner.name, operation.name, operation.summary)
    yield compose("page: {}, {}, read {}", page.title, page.url, page.read)


def _acknowledgement(each: ir.Acknowledgement) -> Iterator[str]:
    yield compose("acknowledge {}: {}", each.name, each.summary)
    yield compose("  HTTP {}; {}", each.http, each.evidence)
    if each.text is not None:
        yield compose("  the text {}", repr(each.text))
    for member in each.members:
        at = joined(".", (member.place, *member.path))
        yield compose(
            "    {}: {}, {}",
            at,
            _answer_source(member),
            joined(", ", _facts(member.field)),
        )


def _answer_source(member: ir.Answered) -> str:
    if isinstance(member.source, ir.Fixed):
        return compose("always {}", repr(member.source.value))
    if isinstance(member.source, ir.Echo):
        return compose("repeats body.{}", joined(".", member.source.path))
    return compose("the argument {}", member.argument)


def _request(request: ir.Request) -> Iterator[str]:
    yield ""
    methods = " or ".join(request.methods or (request.method,))
    carrier = ", carried by a browser" if request.by_browser else ""
    yield compose("{} {}{}", methods, request.path, carrier)
    yield compose(
        "  method: {}; path: {}", request.method_evidence, request.path_evidence
    )
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
    yield from _listed(
        "unknown", (compose("{}: {}", u.fact, u.says) for u in operation.unknowns)
    )
    yield from _listed(
        "defects",
        (
            compose("{}: {}; decided: {}", d.id, d.page, d.decided)
            for d in operation.defects
        ),
    )


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (compose("  {}", line) for line in found)


def _fields(fields: Iterable[ir.Field], indent: str) -> Iterator[str]:
    for field in fields:
        yield compose("{}{}: {}", indent, field.wire_name, joined(", ", _facts(field)))
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
        yield compose("{}{}", word, _other(field, "required"))
    if field.nullable:
        yield "null allowed"
    for limit in field.constraints:
        yield compose(
            "{}{}", limit.says, _other(field, evidence_key(field, limit.rule))
        )
    if field.has_default:
        yield compose("{} assumed{}", field.default, _other(field, "default"))
    if field.secret:
        yield "secret"
    yield compose("({})", field.evidence_of("else"))


def _other(field: ir.Field, key: str) -> str:
    """Return the evidence of *key* where it is not that of the rest of the field."""
    evidence = field.evidence_of(key)
    return "" if evidence == field.evidence_of("else") else compose(" ({})", evidence)


def _signature(signature: ir.Signature) -> Iterator[str]:
    parts = signature.separator.join(map(_part, signature.parts))
    yield compose("signature: {} of {}", signature.algorithm, parts)
    yield compose("  key: {}; {}", signature.key or "none", signature.evidence)
    yield compose("  encoding: {}; {}", signature.encoding, signature.encoding_evidence)
    if signature.suffix:
        yield compose("  suffix: {}", " ".join(map(_part, signature.suffix)))


def _part(part: object) -> str:
    match part:
        case ir.FromCredential(name):
            return name
        case ir.Digest(algorithm, minified):
            return compose("{}({}body)", algorithm, "minified " if minified else "")
        case ir.FixedText(text):
            return repr(text)
        case ir.SignedField(at):
            return joined(".", at)
        case ir.EncodedBody():
            return "base64(body)"
        case ir.Selection(of=of):
            return compose(
                "members of {}", joined(" and ", (joined(".", path) for path in of))
            )
        case _:
            return str(part)


def _reply(reply: ir.Reply) -> Iterator[str]:
    status = ", ".join(reply.when.statuses) or UNKNOWN
    yield compose("reply {}: {}", reply.name, reply.summary)
    yield compose("  HTTP {}; outcome {}; {}", status, reply.outcome, reply.evidence)
    for fields in reply.parts():
        yield from _fields(fields, "    ")


def _code(code: ir.Code) -> str:
    raised = compose(", {}", code.error) if code.error else ""
    then = compose(", {}", code.then) if code.then else ""
    return compose(
        "{}: {}{}{}: {} ({})",
        code.code,
        code.outcome,
        raised,
        then,
        code.message,
        code.evidence,
    )
