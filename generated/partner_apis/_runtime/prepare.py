"""Assemble a call from what an operation declares: values in, exact octets out.

No input or output: the same for synchronous and asynchronous clients. Everything is
decided before anything is sent: the body is serialized once, the clock is read once,
and the signature covers the very octets that the transport gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from decimal import Decimal
from typing import Final, cast
from urllib.parse import quote

from .absent import ABSENT
from .codecs import write
from .conditions import joined
from .conditions import member as member_at
from .declare import (
    Body,
    Clock,
    Encoding,
    Joined,
    Member,
    Nonce,
    Operation,
)
from .errors import InvalidRequest, MissingFact
from .files import File, described
from .light import dataclass
from .plan import ENTRY_OF, Plan, Step, plan_of
from .rsa import Unusable
from .secret import Secret
from .settings import Settings
from .signing import Message, signature_of
from .sources import Sources, called
from .strict_json import Unwritable
from .transport import CLOSE, Request
from .violations import Violation, escaped
from .wire import HEADER_TEXT

_METHOD: Final = re.compile(r"[A-Z]+")
_ROUTING: Final = re.compile(r"(?:^|[/\\])\.{0,2}(?:[/\\]|$)|[\x00-\x1f\x7f]")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_ALWAYS: Final = (
    ("Accept-Encoding", "identity"),
    CLOSE,
)
_UNLESS_DECLARED: Final = (("User-Agent", "partner-apis"),)
_AS_IT_IS: Final = frozenset({str, int, float, bool, dict, type(None)})
"""The kinds of a value that a plain member is sent as."""


@dataclass(frozen=True, slots=True, repr=False)
class Prepared:
    """A call that is ready to be sent."""

    operation: Operation
    request: Request
    sent: Mapping[str, Mapping[str, object]]
    """Segments, query, headers and body before they were serialized: what decides what
    the reply is, and what the reply echoes."""
    secrets: tuple[str, ...]
    """Texts that must not be told on, wherever they turn up again."""
    proving: Mapping[str, str] = field(default_factory=dict[str, str])
    """The credentials by which replies are proved."""
    idempotency_key: str | None = None
    """What the call is made again with; None where there is no such thing."""


@dataclass(slots=True, repr=False)
class _Parts:
    """The request while it grows."""

    segments: dict[str, object] = field(default_factory=dict[str, object])
    query: dict[str, object] = field(default_factory=dict[str, object])
    headers: dict[str, object] = field(default_factory=dict[str, object])
    body: dict[str, object] = field(default_factory=dict[str, object])
    violations: list[Violation] = field(default_factory=list[Violation])
    secrets: list[str] = field(default_factory=list[str])
    timestamp: str = ""
    nonce: str = ""
    idempotency_key: str | None = None

    def refuse(self, operation: Operation, pointer: str, rule: str, says: str) -> None:
        self.violations.append(Violation(pointer, rule, says, operation.page))


def prepare(
    settings: Settings, operation: Operation, arguments: Mapping[str, object]
) -> Prepared:
    """Assemble the call; InvalidRequest, with all violations, if it must not go."""
    sources = Sources(settings, operation, arguments)
    plan = plan_of(operation)
    if plan.is_keyed:
        operation = _keyed(sources, operation)
    method = _fact(settings, operation, "method", operation.method, "the HTTP method")
    template = _fact(settings, operation, "path", operation.path, "the path of the URL")
    parts = _assembled(sources, operation, plan)
    path = _path(settings, operation, template, parts)
    body, media = _body(operation, parts)
    if operation.signature is not None:
        body = _signed(sources, operation, plan, parts, method, path, body)
    _check(operation, method, parts)
    headers = _headers(parts, media)
    url = f"{settings.origin}{path}{_query(parts)}"
    proving = {name: sources.credential(name) for name in plan.proving}
    return Prepared(
        operation,
        Request(method, url, headers, body),
        _members(parts),
        tuple(dict.fromkeys((*parts.secrets, *sources.secrets()))),
        proving,
        parts.idempotency_key,
    )


def _keyed(sources: Sources, operation: Operation) -> Operation:
    """Return *operation* with the keys of the envelopes of its bodies."""
    return replace(
        operation,
        body=_body_keyed(sources, operation.body),
        replies=tuple(
            replace(each, body=_body_keyed(sources, each.body))
            for each in operation.replies
        ),
    )


def _body_keyed(sources: Sources, body: Body) -> Body:
    if body.sealed is None or body.sealed.key is None:
        return body
    secret = Secret(sources.credential(body.sealed.key.name))
    return replace(body, sealed=replace(body.sealed, secret=secret))


def _assembled(sources: Sources, operation: Operation, plan: Plan) -> _Parts:
    parts = _Parts()
    for path in operation.objects:
        _put(parts.body, path[:-1], path[-1], {})
    for step in plan.steps:
        member = step.member
        value = step.take(sources, member.source, member.required)
        if value is ABSENT:
            continue
        if step.is_secret and isinstance(value, str):
            parts.secrets.append(value.removeprefix("Basic "))
        if step.is_plain and value.__class__ in _AS_IT_IS:
            written = value
        else:
            written = _written(sources.settings, operation, parts, step, value)
        if step.is_remembered:
            _remember(parts, member, value, written)
        _place(operation, parts, step, written)
    for member, source in plan.joins:
        _join(parts, member, source)
    return parts


def _remember(parts: _Parts, member: Member, value: object, written: object) -> None:
    """Keep what the signature covers, and what the call is made again with."""
    if isinstance(member.source, Clock):
        if member.place == "header" or not parts.timestamp:
            parts.timestamp = str(written)
    elif isinstance(member.source, Nonce):
        parts.nonce = parts.nonce or str(written)
    else:
        parts.idempotency_key = str(value)


def _join(parts: _Parts, member: Member, source: Joined) -> None:
    """Put what *member* is made of where it stands, or take it out again."""
    whole = _members(parts)
    made = joined(
        *_between(source.separator, [member_at(whole, *p) for p in source.places])
    )
    steps = (ENTRY_OF[member.place], *member.path)
    around = member_at(whole, *steps[:-1])
    assert isinstance(around, dict)
    if made is None:
        del around[steps[-1]]
    else:
        around[steps[-1]] = member.prefix + made


def _between(separator: str, values: list[object]) -> Iterator[object]:
    for index, value in enumerate(values):
        if index and separator:
            yield separator
        yield value


def _written(
    settings: Settings,
    operation: Operation,
    parts: _Parts,
    step: Step,
    value: object,
) -> object:
    """Return *value* in its documented form, case and prefix."""
    member = step.member
    if value is None:
        return None
    if isinstance(value, File):
        return described(value)
    if isinstance(value, list | tuple) and any(
        isinstance(each, File) for each in value
    ):
        return [described(each) if isinstance(each, File) else each for each in value]
    if member.form is None and isinstance(value, Decimal):
        value = _number(value)
    form = member.form
    if form is not None and (form.writes_text or not isinstance(value, str)):
        try:
            value = form.write(value)
        except ValueError as error:
            parts.refuse(operation, _pointer(member), "form", str(error))
    if isinstance(value, str):
        return member.prefix + _cased(settings, step, value)
    return value


def _number(value: Decimal) -> object:
    """Return *value* as the number that JSON writes with the same digits, or as it is."""
    written = float(value)
    return written if Decimal(repr(written)) == value else value


def _cased(settings: Settings, step: Step, text: str) -> str:
    if step.member.letter_case is None:
        return text
    case = settings.facts.get(step.case, step.member.letter_case)
    if case == "unknown":
        return text
    return text.upper() if case == "upper" else text.lower()


def _place(operation: Operation, parts: _Parts, step: Step, value: object) -> None:
    name, place = step.name, step.member.place
    if place == "body":
        _put(parts.body, step.above, name, value)
    elif value is None:
        says = "is a part of the request that cannot be null; leave it out"
        parts.refuse(operation, _pointer(step.member), "type", says)
    elif place == "query":
        parts.query[name] = value
    elif place == "header":
        parts.headers[name] = value
    else:
        parts.segments[name] = value


def _put(
    body: dict[str, object], above: tuple[str, ...], name: str, value: object
) -> None:
    for step in above:
        body = cast("dict[str, object]", body.setdefault(step, {}))
    body[name] = value


def _path(
    settings: Settings, operation: Operation, template: str, parts: _Parts
) -> str:
    def segment(match: re.Match[str]) -> str:
        text = _text(parts.segments.get(match[1], "")) or ""
        # Servers resolve dots before they route, and some decode before that: such a
        # value would choose the route.
        if not text or not _is_text(text) or _ROUTING.search(text):
            says = (
                "is text for one segment of a path: not empty, no dots between slashes"
            )
            parts.refuse(operation, f"/segments/{match[1]}", "required", says)
            return ""
        return quote(text, safe="")

    return settings.base_path + _PLACEHOLDER.sub(segment, template)


def _body(operation: Operation, parts: _Parts) -> tuple[bytes | None, str]:
    """Return the body and its media type."""
    if not operation.has_body:
        return None, ""
    try:
        return write(operation.body, parts.body)
    except Unwritable as error:
        pointer, says = f"/body{error.pointer}", str(error)
    except Unusable as error:
        seal = operation.body.sealed
        key = seal.key.name if seal is not None and seal.key is not None else ""
        pointer, says = f"/credentials/{escaped(key)}", str(error)
    if pointer not in {violation.pointer for violation in parts.violations}:
        parts.refuse(operation, pointer, "type", says)
    return b"", ""


def _signed(
    sources: Sources,
    operation: Operation,
    plan: Plan,
    parts: _Parts,
    method: str,
    path: str,
    body: bytes | None,
) -> bytes | None:
    """Put the signature where it is carried; return the body that is sent then."""
    recipe = operation.signature
    assert recipe is not None
    encoding = _fact(
        sources.settings,
        operation,
        "signature.encoding",
        recipe.encoding,
        "how the signature is encoded (hex or base64)",
    )
    in_body = plan.signs_in_body
    bare = _unsigned(parts, plan.carriers)
    message = Message(
        method=method,
        path=f"{path}{_query(bare)}" if recipe.signs_query else path,
        body=(_body(operation, bare)[0] if in_body else body) or b"",
        timestamp=parts.timestamp,
        nonce=parts.nonce,
        members=_members(bare),
    )
    credentials = {name: sources.credential(name) for name in plan.signing}
    try:
        text = signature_of(recipe, message, credentials, cast("Encoding", encoding))
    except (Unusable, Unwritable) as error:
        key = recipe.key.name if recipe.key else ""
        parts.refuse(operation, f"/credentials/{escaped(key)}", "form", str(error))
        text = ""
    for step in plan.carriers:
        _place(operation, parts, step, step.member.prefix + text)
    return _body(operation, parts)[0] if in_body else body


def _unsigned(parts: _Parts, carriers: tuple[Step, ...]) -> _Parts:
    """Return *parts* without what carries the signature."""
    held = _members(parts)
    for step in carriers:
        entry = ENTRY_OF[step.member.place]
        held[entry] = _dropped(held[entry], step.member.path)
    return _Parts(
        held["segments"],
        held["query"],
        held["headers"],
        held["body"],
        parts.violations,
    )


def _dropped(held: dict[str, object], path: tuple[str, ...]) -> dict[str, object]:
    first, rest = path[0], path[1:]
    if not rest:
        return {name: value for name, value in held.items() if name != first}
    inner = cast("dict[str, object]", held.get(first, {}))
    return {**held, first: _dropped(inner, rest)}


def _members(parts: _Parts) -> dict[str, dict[str, object]]:
    return {
        "segments": parts.segments,
        "query": parts.query,
        "headers": parts.headers,
        "body": parts.body,
    }


def _check(operation: Operation, method: str, parts: _Parts) -> None:
    """Raise InvalidRequest with all that is wrong, each place told once."""
    request = _members(parts)
    found: list[Violation] = []
    for finder in (
        parts.violations,
        _unsendable(operation, method, parts),
        operation.validate(request),
    ):
        known = {violation.pointer for violation in found}
        found += (violation for violation in finder if violation.pointer not in known)
    if found:
        raise InvalidRequest(called(operation), tuple(found))


def _unsendable(
    operation: Operation, method: str, parts: _Parts
) -> Iterator[Violation]:
    page = operation.page
    if not _METHOD.fullmatch(method):
        yield Violation("/method", "form", "is an HTTP method in upper case", page)
    elif operation.methods and method not in operation.methods:
        says = f"is one of {', '.join(operation.methods)}"
        yield Violation("/method", "enum", says, page)
    for name, value in parts.query.items():
        text = _text(value)
        if text is None or not _is_text(text):
            yield Violation(
                f"/query/{escaped(name)}", "type", "is text or a number", page
            )
    for name, value in parts.headers.items():
        text = _text(value)
        # The validator tells of an absent or empty header in the page's own words.
        if text is None or (text and not HEADER_TEXT.fullmatch(text)):
            says = "is text of one line in Latin letters, without space around it"
            yield Violation(f"/headers/{escaped(name)}", "type", says, page)


def _headers(parts: _Parts, media: str) -> tuple[tuple[str, str], ...]:
    declared = [(name, _text(value) or "") for name, value in parts.headers.items()]
    names = {name.lower() for name, _ in declared}
    content = (("Content-Type", media),) if media else ()
    defaults = (*content, *_UNLESS_DECLARED)
    added = [pair for pair in defaults if pair[0].lower() not in names]
    framing = {name.lower() for name, _ in _ALWAYS}
    kept = [pair for pair in declared if pair[0].lower() not in framing]
    return (*kept, *added, *_ALWAYS)


def _query(parts: _Parts) -> str:
    pairs = [
        f"{quote(name, safe='')}={quote(_text(value) or '', safe='')}"
        for name, value in parts.query.items()
    ]
    return f"?{'&'.join(pairs)}" if pairs else ""


def _fact(
    settings: Settings, operation: Operation, name: str, declared: str | None, says: str
) -> str:
    fact = f"{operation.name}.{name}"
    found = settings.facts.get(fact, declared)
    if found is None:
        raise MissingFact(called(operation), fact, says)
    return found


def _text(value: object) -> str | None:
    """Return how *value* stands outside a body; None where it cannot."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else None


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _pointer(member: Member) -> str:
    steps = (ENTRY_OF[member.place], *member.path)
    return "".join(f"/{escaped(step)}" for step in steps)
