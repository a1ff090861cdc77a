"""Every fact that is known of an operation, by name: what contract tests cite.

A name leads to the fact as it does in the spec: `body.head.token.required`,
`replies.answered.http`, `codes.403`, `signature.encoding`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from . import ir
from .light import dataclass
from .members import Member, evidence_key, is_unknown, members, reply_members
from .verbatim import as_json, compose, joined

Kind = Literal["line", "member", "type", "limit", "signature", "reply", "code", "rule"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a page says of an operation."""

    id: str
    kind: Kind
    says: str
    evidence: ir.Evidence
    testable: bool = True
    """False for what no request can show, such as the lifetime of an OTP."""


def facts(operation: ir.Operation) -> Iterator[Fact]:
    """Yield what is known of *operation*, in the page's order."""
    yield from _line(operation.request)
    for member in members(operation):
        yield from _member(member)
    yield from _conditions(operation.request.conditions, "")
    if operation.request.signature is not None:
        yield from _signature(operation.request.signature)
    for reply in operation.replies:
        yield from _reply(reply)
    for code in operation.codes:
        yield from _code(code)
    if operation.pages is not None:
        says, evidence = operation.pages.sentence, operation.pages.evidence
        yield Fact("pages", "rule", says, evidence, evidence.documented)
    if operation.states is not None:
        says, evidence = operation.states.sentence, operation.states.evidence
        yield Fact("states", "reply", says, evidence, evidence.documented)
    if operation.polling is not None:
        says, evidence = operation.polling.sentence, operation.polling.evidence
        yield Fact("polling", "rule", says, evidence, evidence.documented)
    said = operation.authentication
    if said is not None and said.certificate:
        says = "the client presents a certificate of its own"
        yield Fact("certificate", "rule", says, said.evidence, said.evidence.documented)
    if operation.repetition is not None:
        says, evidence = operation.repetition.sentence, operation.repetition.evidence
        yield Fact("repeat", "rule", says, evidence, evidence.documented)
    for number, rule in enumerate(operation.rules, 1):
        is_shown = rule.kind == "do-not-fail"
        yield Fact(f"rules.{number}", "rule", rule.say, rule.evidence, is_shown)


def _line(request: ir.Request) -> Iterator[Fact]:
    if not is_unknown(request.method):
        says = f"the method is {' or '.join(request.methods or (request.method,))}"
        yield Fact("method", "line", says, request.method_evidence)
    if request.writing.sealed is not None:
        seal = request.writing.sealed
        yield Fact("sealed", "line", seal.sentence, seal.evidence)
    if not is_unknown(request.path):
        says = compose("the path is {}", request.path)
        yield Fact("path", "line", says, request.path_evidence)


def _member(member: Member) -> Iterator[Fact]:
    field, name = member.field, member.fact
    place = _PLACES[member.place]
    says = compose("{} is a {}", field.wire_name, place)
    yield Fact(name, "member", says, field.evidence_of("name"))
    if not isinstance(field.type, ir.Anything):
        is_file = isinstance(field.type, ir.Record) and field.type.is_file
        kind = "a file" if is_file else _TYPES[type(field.type)]
        says = compose("{} is {}", field.wire_name, kind)
        yield Fact(compose("{}.type", name), "type", says, field.evidence_of("type"))
    if not is_unknown(field.required):
        says = compose(
            "{} is {}", field.wire_name, "required" if field.required else "optional"
        )
        yield Fact(
            compose("{}.required", name), "limit", says, field.evidence_of("required")
        )
    yield from _limits(field, name, "limit")
    if field.nullable:
        says = compose("{} may be null", field.wire_name)
        yield Fact(
            compose("{}.nullable", name), "limit", says, field.evidence_of("type")
        )
    yield from _told(field, name)
    if field.has_default:
        says = compose(
            "{} is {} when it is left out", field.wire_name, _quoted(field.default)
        )
        evidence = field.evidence_of("default")
        yield Fact(compose("{}.default", name), "limit", says, evidence, testable=False)


def _told(field: ir.Field, name: str) -> Iterator[Fact]:
    """Yield what is known of a value and no request alone can show."""
    for key, text, evidence in (
        ("default-from", field.default_from, "default"),
        ("server-changes", field.server_changes, "else"),
    ):
        if text:
            says = compose("{}: {}", field.wire_name, text)
            source = field.evidence_of(evidence)
            yield Fact(
                compose("{}.{}", name, key), "limit", says, source, testable=False
            )
    if field.minor_units is not None:
        says = compose("{} counts the smallest unit of the currency", field.wire_name)
        source = field.evidence_of("type")
        yield Fact(
            compose("{}.minor-units", name), "limit", says, source, testable=False
        )


def _limits(field: ir.Field, name: str, kind: Kind) -> Iterator[Fact]:
    """Yield the limits of a value; a constant of a request is as plain as its type."""
    for limit in field.constraints:
        key = evidence_key(field, limit.rule)
        says = compose("{} {}", field.wire_name, limit.says)
        shown_by = "type" if kind == "limit" and key == "const" else kind
        yield Fact(compose("{}.{}", name, key), shown_by, says, field.evidence_of(key))


def _conditions(conditions: Iterable[ir.Condition], prefix: str) -> Iterator[Fact]:
    kind: Kind = "reply" if prefix else "limit"
    for each in conditions:
        name, says = f"{prefix}{each.name}", each.asks.says()
        yield Fact(name, kind, says, each.evidence, each.asks.is_enforced)


def _quoted(value: object) -> str:
    """Return a value of JSON as a sentence shows it."""
    return as_json(value)


def _signature(recipe: ir.Signature) -> Iterator[Fact]:
    key = f"the key is {recipe.key}" if recipe.key else "there is no key"
    for name, says in (
        ("algorithm", f"the algorithm is {recipe.algorithm}"),
        ("key", key),
        ("separator", compose("the parts are joined by {}", _quoted(recipe.separator))),
    ):
        if name == "separator" and len(recipe.parts) == 1:
            continue
        yield Fact(f"signature.{name}", "signature", says, recipe.evidence)
    for part, label in zip(recipe.parts, part_labels(recipe.parts), strict=True):
        says = f"the {label} is signed"
        yield Fact(f"signature.{label}", "signature", says, recipe.evidence)
        if isinstance(part, ir.Digest) and part.minified:
            says = "the body is signed without its white space"
            yield Fact("signature.minify", "signature", says, recipe.evidence)
    if recipe.suffix:
        says = "something follows the signature"
        yield Fact("signature.suffix", "signature", says, recipe.evidence)
    for number, vector in enumerate(recipe.vectors, 1):
        says = "the published example is made by the recipe"
        name = f"signature.vectors.{number}"
        yield Fact(name, "signature", says, vector.evidence, testable=vector.holds)
    if not is_unknown(recipe.encoding):
        says = f"the signature is written in {recipe.encoding}"
        yield Fact("signature.encoding", "signature", says, recipe.encoding_evidence)


_LABELS: Final[dict[type, str]] = {
    ir.FromCredential: "credential",
    ir.Digest: "body",
    ir.FixedText: "text",
    ir.SignedField: "field",
    ir.EncodedBody: "base64",
    ir.Selection: "fields",
}


def part_labels(parts: Iterable[ir.SignedPart]) -> tuple[str, ...]:
    """Return what the parts of a signature are called in facts and cases.

    The second of a kind is `credential-2`.
    """
    labels: list[str] = []
    for part in parts:
        kind = "raw" if part == "body" else _LABELS.get(type(part), str(part))
        count = sum(label.partition("-")[0] == kind for label in labels)
        labels.append(f"{kind}-{count + 1}" if count else kind)
    return tuple(labels)


def _reply(reply: ir.Reply) -> Iterator[Fact]:
    name = f"replies.{reply.name}"
    yield Fact(name, "reply", reply.summary, reply.evidence)
    if not is_unknown(reply.when.http):
        listed = ", ".join(reply.when.statuses)
        says = f"it comes with the HTTP status {listed}"
        yield Fact(f"{name}.http", "reply", says, reply.evidence)
    if reply.proof is not None:
        says = compose("it is signed, at {}", joined(".", reply.proof.at))
        yield Fact(f"{name}.signature", "reply", says, reply.proof.recipe.evidence)
    if reply.writing.sealed is not None:
        seal = reply.writing.sealed
        yield Fact(f"{name}.sealed", "reply", seal.sentence, seal.evidence)
    if reply.items is not None:
        at = joined(".", ("body", *reply.items.at))
        says = compose("what became of each item is told at {}", at)
        yield Fact(f"{name}.items", "reply", says, reply.items.evidence)
    media = reply.when.type or reply.writing.media
    if media:
        says = compose("it is of the type {}", media)
        yield Fact(f"{name}.type", "reply", says, reply.evidence)
    for fields in reply.parts():
        for field, path in reply_members(fields, name):
            yield from _reply_member(field, path)
    yield from _conditions(reply.conditions, f"{name}.")


def _reply_member(field: ir.Field, path: str) -> Iterator[Fact]:
    if isinstance(field.type, ir.Anything):
        return
    says = compose("{} is {}", field.wire_name, _TYPES[type(field.type)])
    yield Fact(path, "reply", says, field.evidence_of("type"))
    if field.required is True:
        says = compose("{} is always there", field.wire_name)
        yield Fact(
            compose("{}.required", path), "reply", says, field.evidence_of("required")
        )
    yield from _limits(field, path, "reply")
    if field.echoes is not None:
        says = compose(
            "{} is what was sent as {}", field.wire_name, joined(".", field.echoes)
        )
        yield Fact(compose("{}.echoes", path), "reply", says, field.evidence_of("else"))


def _code(code: ir.Code) -> Iterator[Fact]:
    name = compose("codes.{}", code.code)
    means = code.message or code.summary or code.outcome
    yield Fact(
        name, "code", compose("the code {} means: {}", code.code, means), code.evidence
    )
    if code.http is not None:
        says = compose("{} comes with the HTTP status {}", code.code, code.http)
        yield Fact(compose("{}.http", name), "code", says, code.evidence)
    if code.final is not None:
        says = compose(
            "the outcome of {} is {}", code.code, "final" if code.final else "not final"
        )
        yield Fact(
            compose("{}.final", name), "code", says, code.evidence, testable=False
        )
    if code.retry_after is not None:
        times = (
            "" if code.retry_times is None else f", at most {code.retry_times} times"
        )
        says = compose(
            "after {} the call may be repeated in {} s{}",
            code.code,
            code.retry_after,
            times,
        )
        yield Fact(
            compose("{}.retry", name), "code", says, code.evidence, testable=False
        )
    for column, value in code.agrees:
        says = compose("{} comes with the {} {}", code.code, column, _quoted(value))
        yield Fact(compose("{}.{}", name, column), "code", says, code.evidence)


_PLACES: Final = {
    "segments": "part of the path",
    "query": "query parameter",
    "headers": "header",
    "body": "member of the body",
}
_TYPES: Final[dict[type, str]] = {
    ir.Text: "text",
    ir.Integer: "a whole number",
    ir.Number: "a number",
    ir.Boolean: "true or false",
    ir.Record: "an object",
    ir.Map: "an object",
    ir.Array: "a list",
}
