"""Assemble a call from what an operation declares: values in, exact octets out.

No input or output: the same for synchronous and asynchronous clients. Everything is
decided before anything is sent: the body is serialized once, the clock is read once,
and the signature covers the very octets that the transport gets.
"""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, cast
from urllib.parse import quote, urlsplit

from .absent import ABSENT
from .codecs import write
from .conditions import joined
from .conditions import member as member_at
from .declare import (
    Argument,
    Basic,
    Body,
    Clock,
    Constant,
    Credential,
    Encoding,
    FlowValue,
    IdempotencyKey,
    Joined,
    Member,
    Nonce,
    Operation,
    Signature,
    Signed,
)
from .errors import InvalidRequest, MissingCredential, MissingFact, NotSent
from .files import File, described
from .rsa import Unusable
from .secret import Secret
from .settings import Settings
from .signing import Message, credentials_of, signature_of
from .strict_json import Unwritable
from .transport import Request
from .violations import Violation, escaped

# What RFC 9110 lets a field value hold, less the octets that servers disagree about.
_HEADER_TEXT: Final = re.compile(r"[!-~\xa0-\xff]([\t -~\xa0-\xff]*[!-~\xa0-\xff])?")
_METHOD: Final = re.compile(r"[A-Z]+")
_ROUTING: Final = re.compile(r"(?:^|[/\\])\.{0,2}(?:[/\\]|$)|[\x00-\x1f\x7f]")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_ALWAYS: Final = (
    ("Accept-Encoding", "identity"),
    ("Connection", "close"),
)
_UNLESS_DECLARED: Final = (("User-Agent", "partner-apis"),)
_ENTRY_OF: Final = {
    "segment": "segments",
    "query": "query",
    "header": "headers",
    "body": "body",
}
"""What the places are called in a value that is validated."""


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
    sources = _Sources(settings, operation, arguments)
    operation = _keyed(sources, operation)
    method = _fact(settings, operation, "method", operation.method, "the HTTP method")
    template = _fact(settings, operation, "path", operation.path, "the path of the URL")
    parts = _assembled(sources, operation)
    path = _path(settings, operation, template, parts)
    body, media = _body(operation, parts)
    if operation.signature is not None:
        body = _signed(sources, operation.signature, parts, method, path, body)
    _check(operation, method, parts)
    headers = _headers(parts, media)
    url = f"{_origin(settings)}{path}{_query(parts)}"
    proving = {name: sources.credential(name) for name in _proving(operation)}
    return Prepared(
        operation,
        Request(method, url, headers, body),
        {
            "segments": parts.segments,
            "query": parts.query,
            "headers": parts.headers,
            "body": parts.body,
        },
        tuple(dict.fromkeys((*parts.secrets, *sources.secrets()))),
        proving,
        parts.idempotency_key,
    )


def _keyed(sources: _Sources, operation: Operation) -> Operation:
    """Return *operation* with the keys of the envelopes of its bodies."""
    bodies = (operation.body, *(each.body for each in operation.replies))
    if all(each.sealed is None for each in bodies):
        return operation
    return replace(
        operation,
        body=_body_keyed(sources, operation.body),
        replies=tuple(
            replace(each, body=_body_keyed(sources, each.body))
            for each in operation.replies
        ),
    )


def _body_keyed(sources: _Sources, body: Body) -> Body:
    if body.sealed is None or body.sealed.key is None:
        return body
    secret = Secret(sources.credential(body.sealed.key.name))
    return replace(body, sealed=replace(body.sealed, secret=secret))


def _proving(operation: Operation) -> Iterator[str]:
    """Yield the credentials without which no reply could be believed."""
    for reply in operation.replies:
        if reply.proof is not None:
            yield from credentials_of(reply.proof.recipe)


class _Sources:
    """Where values come from; the clock and each credential are asked once."""

    def __init__(
        self, settings: Settings, operation: Operation, arguments: Mapping[str, object]
    ) -> None:
        self.settings = settings
        self.operation = operation
        self._arguments = arguments
        self._credentials: dict[str, str | None] = {}
        self._moment: object = None
        self._nonces: dict[tuple[int, bool], str] = {}
        self._unchosen = self._others()

    def value(self, member: Member) -> object:
        """Return what the caller or the documentation gives; ABSENT for nothing."""
        source = member.source
        match source:
            case Argument(name):
                return self._arguments.get(name, ABSENT)
            case FlowValue(name):
                return self._flow_value(name)
            case Constant(value):
                return value
            case Clock():
                return self._now()
            case Nonce(length, digits):
                return self._anew(length, digits=digits)
            case IdempotencyKey(name, length, digits):
                given = self._arguments.get(name, ABSENT)
                return _made(length, digits=digits) if given is ABSENT else given
            case Credential(name):
                is_due = name not in self._unchosen
                return self._optional(name, member.required) if is_due else ABSENT
            case Basic(user, password):
                if {user, password} & self._unchosen:
                    return ABSENT
                return self._basic(user, password, member.required)
            case Signed() | Joined():
                return ""

    def credential(self, name: str) -> str:
        """Return a credential that the call cannot do without."""
        found = self._credential(name)
        if found is None:
            variable = self.settings.variable(name)
            raise MissingCredential(_name(self.operation), name, variable)
        return found

    def secrets(self) -> Iterator[str]:
        """Yield the credentials that were asked for and are secret."""
        for name, found in self._credentials.items():
            if found is not None and self.settings.is_secret(name):
                yield found

    def _credential(self, name: str) -> str | None:
        if name not in self._credentials:
            self._credentials[name] = self._asked(name)
        return self._credentials[name]

    def _asked(self, name: str) -> str | None:
        try:
            return self.settings.credential(name)
        except Exception as error:
            failed = f"the function of the credential {name!r} raised"
            problem = NotSent(_name(self.operation), f"{failed} {type(error).__name__}")
        # Raised here, so that the error of a store of secrets is not its context.
        raise problem

    def _others(self) -> frozenset[str]:
        """Return the credentials of the alternatives that the call does not use.

        The first counts of which all are supplied; MissingCredential where none is.
        """
        groups = self.operation.alternatives
        for group in groups:
            if all(self._credential(name) is not None for name in group):
                return frozenset(name for g in groups for name in g) - set(group)
        if groups:
            first, *others = groups
            name = next(each for each in first if self._credential(each) is None)
            told = (_name(self.operation), name, self.settings.variable(name))
            raise MissingCredential(*told, instead=tuple(others))
        return frozenset()

    def _optional(self, name: str, required: bool) -> object:
        found = self.credential(name) if required else self._credential(name)
        return ABSENT if found is None else found

    def _basic(self, user: str, password: str, required: bool) -> object:
        names = (user, password)
        if not required and all(self._credential(name) is None for name in names):
            return ABSENT
        pair = ":".join(self.credential(name) for name in names)
        return "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")

    def _flow_value(self, name: str) -> object:
        given = self._arguments.get(name, ABSENT)
        bound = self.settings.flow.get(name)
        if given is not ABSENT or bound is None:
            return given
        return bound.reveal()

    def _anew(self, length: int, *, digits: bool) -> str:
        """Return a text that no other call has, the same for all of this call."""
        made = self._nonces.get((length, digits))
        if made is None:
            made = self._nonces[length, digits] = _made(length, digits=digits)
        return made

    def _now(self) -> object:
        if self._moment is None:
            self._moment = self._time()
        return self._moment

    def _time(self) -> object:
        try:
            return self.settings.clock()
        except Exception as error:
            says = f"the clock raised {type(error).__name__}"
        raise NotSent(_name(self.operation), says)


def _made(length: int, *, digits: bool) -> str:
    """Return text that nobody guesses and nobody makes twice."""
    pool = "0123456789" if digits else "0123456789abcdef"
    return "".join(secrets.choice(pool) for _ in range(length))


def _assembled(sources: _Sources, operation: Operation) -> _Parts:
    parts = _Parts()
    for path in operation.objects:
        _put(parts.body, path, {})
    for member in operation.members:
        value = sources.value(member)
        if value is ABSENT:
            continue
        _keep_secret(parts, member, value)
        written = _written(sources.settings, operation, parts, member, value)
        if isinstance(member.source, Clock) and (
            member.place == "header" or not parts.timestamp
        ):
            parts.timestamp = str(written)
        if isinstance(member.source, Nonce):
            parts.nonce = parts.nonce or str(written)
        if isinstance(member.source, IdempotencyKey):
            parts.idempotency_key = str(value)
        _place(operation, parts, member, written)
    for member in operation.members:
        if isinstance(member.source, Joined):
            _join(parts, member, member.source)
    return parts


def _join(parts: _Parts, member: Member, source: Joined) -> None:
    """Put what *member* is made of where it stands, or take it out again."""
    whole: dict[str, object] = {
        "query": parts.query,
        "headers": parts.headers,
        "body": parts.body,
        "segments": parts.segments,
    }
    made = joined(
        *_between(source.separator, [member_at(whole, *p) for p in source.places])
    )
    steps = (_ENTRY_OF[member.place], *member.path)
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


def _keep_secret(parts: _Parts, member: Member, value: object) -> None:
    is_secret = member.secret or isinstance(member.source, Basic)
    if is_secret and isinstance(value, str):
        parts.secrets.append(value.removeprefix("Basic "))


def _written(
    settings: Settings,
    operation: Operation,
    parts: _Parts,
    member: Member,
    value: object,
) -> object:
    """Return *value* in its documented form, case and prefix."""
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
        return member.prefix + _cased(settings, operation, member, value)
    return value


def _number(value: Decimal) -> object:
    """Return *value* as the number that JSON writes with the same digits, or as it is."""
    written = float(value)
    return written if Decimal(repr(written)) == value else value


def _cased(settings: Settings, operation: Operation, member: Member, text: str) -> str:
    if member.letter_case is None:
        return text
    default_name = ".".join((operation.name, _ENTRY_OF[member.place], *member.path))
    fact = f"{member.fact or default_name}.case"
    case = settings.facts.get(fact, member.letter_case)
    if case == "unknown":
        return text
    return text.upper() if case == "upper" else text.lower()


def _place(operation: Operation, parts: _Parts, member: Member, value: object) -> None:
    name = member.path[-1]
    if member.place == "body":
        _put(parts.body, member.path, value)
    elif value is None:
        says = "is a part of the request that cannot be null; leave it out"
        parts.refuse(operation, _pointer(member), "type", says)
    elif member.place == "query":
        parts.query[name] = value
    elif member.place == "header":
        parts.headers[name] = value
    else:
        parts.segments[name] = value


def _put(body: dict[str, object], path: tuple[str, ...], value: object) -> None:
    for step in path[:-1]:
        body = cast("dict[str, object]", body.setdefault(step, {}))
    body[path[-1]] = value


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

    return urlsplit(settings.base_url).path + _PLACEHOLDER.sub(segment, template)


def _origin(settings: Settings) -> str:
    base = urlsplit(settings.base_url)
    return f"{base.scheme}://{base.netloc}"


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
    sources: _Sources,
    recipe: Signature,
    parts: _Parts,
    method: str,
    path: str,
    body: bytes | None,
) -> bytes | None:
    """Put the signature where it is carried; return the body that is sent then."""
    operation = sources.operation
    encoding = _fact(
        sources.settings,
        operation,
        "signature.encoding",
        recipe.encoding,
        "how the signature is encoded (hex or base64)",
    )
    carriers = [each for each in operation.members if isinstance(each.source, Signed)]
    in_body = any(each.place == "body" for each in carriers)
    bare = _unsigned(parts, carriers)
    message = Message(
        method=method,
        path=f"{path}{_query(bare)}" if recipe.signs_query else path,
        body=(_body(operation, bare)[0] if in_body else body) or b"",
        timestamp=parts.timestamp,
        nonce=parts.nonce,
        members=_members(bare),
    )
    credentials = {name: sources.credential(name) for name in credentials_of(recipe)}
    try:
        text = signature_of(recipe, message, credentials, cast("Encoding", encoding))
    except (Unusable, Unwritable) as error:
        key = recipe.key.name if recipe.key else ""
        parts.refuse(operation, f"/credentials/{escaped(key)}", "form", str(error))
        text = ""
    for member in carriers:
        _place(operation, parts, member, member.prefix + text)
    return _body(operation, parts)[0] if in_body else body


def _unsigned(parts: _Parts, carriers: list[Member]) -> _Parts:
    """Return *parts* without what carries the signature."""
    held: dict[str, dict[str, object]] = {
        "query": parts.query,
        "headers": parts.headers,
        "body": parts.body,
    }
    for member in carriers:
        entry = _ENTRY_OF[member.place]
        held[entry] = _dropped(held[entry], member.path)
    return replace(
        parts, query=held["query"], headers=held["headers"], body=held["body"]
    )


def _dropped(held: dict[str, object], path: tuple[str, ...]) -> dict[str, object]:
    first, rest = path[0], path[1:]
    if not rest:
        return {name: value for name, value in held.items() if name != first}
    inner = cast("dict[str, object]", held.get(first, {}))
    return {**held, first: _dropped(inner, rest)}


def _members(parts: _Parts) -> Mapping[str, object]:
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
        raise InvalidRequest(_name(operation), tuple(found))


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
        if text is None or (text and not _HEADER_TEXT.fullmatch(text)):
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
        raise MissingFact(_name(operation), fact, says)
    return found


def _text(value: object) -> str | None:
    """Return how *value* stands outside a body; None where it cannot."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else None


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _pointer(member: Member) -> str:
    steps = (_ENTRY_OF[member.place], *member.path)
    return "".join(f"/{escaped(step)}" for step in steps)


def _name(operation: Operation) -> str:
    return f"{operation.partner}.{operation.name}"
