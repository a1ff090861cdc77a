"""Receive a call of the partner's: bytes in, a proved and typed event out.

No framework and no input or output: `Handler` takes a `Call` and gives an
`Acknowledgement`, and `adapters` carries both over HTTP. What is not exactly as
documented is refused, and no refusal holds a value of the call or of a credential.
"""

from __future__ import annotations

import base64
import contextlib
import hmac
import importlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Generic, Literal, TypeVar, cast
from urllib.parse import parse_qsl, unquote

from . import codecs, rsa
from .absent import ABSENT
from .callbacks import Acknowledged, Answered, Callback, Carried, Echo, Proof, Told
from .declare import (
    Argument,
    Basic,
    Constant,
    Encoding,
    Path,
    Selection,
    SignedField,
)
from .errors import InvalidSetting
from .light import dataclass
from .secret import Secret
from .signing import Message, credentials_of, verified
from .strict_json import Unreadable, Unwritable
from .violations import FATAL, Violation, escaped

if TYPE_CHECKING:
    from .model import ApiModel

Event = TypeVar("Event", bound="ApiModel")
CredentialValue = str | Callable[[], str]
Clock = Callable[[], datetime]
Reason = Literal[
    "method",
    "too-large",
    "credential",
    "signature",
    "stale",
    "unreadable",
    "invalid",
]

LIMIT: Final = 1_048_576
"""Bytes of a body that are read."""
_WHY: Final[dict[Reason, tuple[int, str]]] = {
    "method": (405, "the method is not the documented one"),
    "too-large": (413, "the body is larger than what is read"),
    "credential": (401, "a credential is missing or is not the known one"),
    "signature": (401, "the signature is missing or is not that of this call"),
    "stale": (401, "the call is too old, or is ahead of time"),
    "unreadable": (400, "the body is not strictly as documented"),
    "invalid": (400, "the call is not as documented"),
}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,39})")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, repr=False)
class Call:
    """A call as it came over the wire; its repr shows nothing of it."""

    method: str
    path: str
    """As it stood in the request line, without the query."""
    query: str
    """As it stood in the request line, without the question mark."""
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Acknowledgement:
    """What is answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class CallRefused(Exception):
    """A call that is not taken; neither its text nor its pickle holds a value of it."""

    def __init__(
        self, callback: str, reason: Reason, violations: tuple[Violation, ...] = ()
    ) -> None:
        super().__init__(callback, reason, violations)
        self.callback = callback
        """The callback, such as `acme.payment_notice`."""
        self.reason: Reason = reason
        self.violations = violations
        """What is not as documented, where the reason is `invalid`."""

    @property
    def http_status(self) -> int:
        return _WHY[self.reason][0]

    def __str__(self) -> str:
        listed = "".join(f"; {each}" for each in self.violations)
        return f"{self.callback} was refused: {_WHY[self.reason][1]}{listed}"

    def answer(self) -> Acknowledgement:
        """Return what tells the partner that its call was not taken, and nothing more."""
        return Acknowledgement(self.http_status, (), b"")


class Handler(Generic[Event]):
    """Takes the calls of one callback; generated subclasses add their answers."""

    callback: ClassVar[Callback]

    def __init__(
        self,
        *,
        credentials: Mapping[str, CredentialValue] | None = None,
        facts: Mapping[str, str] | None = None,
        clock: Clock | None = None,
        limit: int = LIMIT,
    ) -> None:
        """Take what calls are proved with; *limit* is in bytes of a body.

        A credential that is not passed is read from its environment variable. Raises
        InvalidSetting where one is missing, unknown or no key: nothing is taken unproved.
        """
        self._credentials = _Credentials(self.callback, credentials or {})
        self._encoding: Encoding | None = _encoding(self.callback, facts or {})
        self._credentials.check_key()
        self._clock = clock or _now
        self.limit = limit

    def receive(self, call: Call) -> Event:
        """Return the event that *call* tells; CallRefused for any other call."""
        reading = _Reading(
            self.callback, call, self._credentials, self._encoding, self._clock
        )
        found, observed = reading.document(self.limit)
        from . import model

        module = importlib.import_module(self.callback.models)
        kind: type[Event] = getattr(module, self.callback.model)
        event = model.read(kind, found, observed)
        if event is None:
            raise CallRefused(_name(self.callback), "invalid")
        return event

    def handle(
        self, call: Call, answer: Callable[[Event], Acknowledgement]
    ) -> Acknowledgement:
        """Return what *answer* makes of the event, or the refusal of *call*.

        Only refusals of the call are answered here; what *answer* raises passes through.
        """
        try:
            event = self.receive(call)
        except CallRefused as refused:
            return refused.answer()
        return answer(event)

    def _acknowledged(
        self, name: str, event: Event, /, **arguments: object
    ) -> Acknowledgement:
        return _acknowledgement(self.callback, name, event, arguments)


def _now() -> datetime:
    return datetime.now(UTC)


def _name(callback: Callback) -> str:
    return f"{callback.partner}.{callback.name}"


# What it is set up with ---------------------------------------------------------------


class _Credentials:
    """The credentials of a handler; its repr is that of any object."""

    def __init__(
        self, callback: Callback, given: Mapping[str, CredentialValue]
    ) -> None:
        self._callback = callback
        declared = {each.name: each for each in callback.credentials}
        for name, value in given.items():
            if name not in declared:
                known = ", ".join(map(repr, declared)) or "none"
                raise InvalidSetting(
                    f"{_name(callback)} has no credential {name!r}; known are {known}"
                )
            if not isinstance(value, str) and not callable(value):
                raise InvalidSetting(
                    f"the credential {name!r} must be text, or a function that returns it"
                )
        self._given = {
            name: Secret(value) if isinstance(value, str) else value
            for name, value in given.items()
        }
        self._variables = {name: each.variable for name, each in declared.items()}
        for name, variable in self._variables.items():
            if not callable(self._given.get(name)) and not self._found(name):
                raise InvalidSetting(
                    f"{_name(callback)} needs the credential {name!r}:"
                    f" supply credentials= or the environment variable {variable}"
                )

    def __getitem__(self, name: str) -> str:
        """Return the credential as of now; InvalidSetting where there is none."""
        found = self._found(name)
        if not found:
            raise InvalidSetting(f"the credential {name!r} has no value now")
        if name == self._key() and callable(self._given.get(name)):
            _check_key(name, found)
        return found

    def check_key(self) -> None:
        """Raise InvalidSetting where the key of RSA is there and proves nothing."""
        key = self._key()
        if key and not callable(self._given.get(key)):
            _check_key(key, self._found(key))

    def _key(self) -> str:
        """Return the name of the key of RSA; empty where no signature needs one."""
        proof = self._callback.proof
        is_rsa = proof is not None and proof.recipe.algorithm.startswith("RSA-")
        return proof.recipe.key.name if proof and is_rsa and proof.recipe.key else ""

    def _found(self, name: str) -> str:
        given = self._given.get(name)
        if isinstance(given, Secret):
            return given.reveal()
        if given is not None:
            fresh: object = given()
            return fresh if isinstance(fresh, str) else ""
        return os.environ.get(self._variables[name], "")


def _check_key(name: str, key: str) -> None:
    # The refusal is raised outside: an exception in flight would keep the key.
    says = ""
    try:
        rsa.check_public(key)
    except rsa.Unusable as error:
        says = str(error)
    if says:
        must = f"must be {says[3:]}" if says.startswith("is ") else says
        raise InvalidSetting(f"the credential {name!r} {must}")


def _encoding(callback: Callback, facts: Mapping[str, str]) -> Encoding | None:
    fact = f"{callback.name}.signature.encoding"
    for name in facts:
        if name not in callback.unsettled:
            raise InvalidSetting(f"{_name(callback)} has no fact {name!r}")
    if callback.proof is None:
        return None
    found = facts.get(fact) or callback.proof.recipe.encoding
    if found is None:
        raise InvalidSetting(
            f"the documentation does not say how the signature is encoded;"
            f" supply facts={{{fact!r}: ...}}"
        )
    return cast("Encoding", found)


# Reading a call -----------------------------------------------------------------------


class _Reading:
    """One call and what is known about it so far."""

    def __init__(
        self,
        callback: Callback,
        call: Call,
        credentials: _Credentials,
        encoding: Encoding | None,
        clock: Clock,
    ) -> None:
        self._callback = callback
        self._call = call
        self._credentials = credentials
        self._encoding = encoding
        self._clock = clock
        self._document: dict[str, object] = {}
        self._twice: list[Violation] = []

    def document(self, limit: int) -> tuple[dict[str, object], tuple[Violation, ...]]:
        """Return what came, by place, and what is odd about it and still readable.

        What is cheap is looked at first, and the body is not read before it is proved
        unless the proof stands in it.
        """
        callback = self._callback
        if callback.methods and self._call.method not in callback.methods:
            raise self._refused("method")
        if len(self._call.body) > limit:
            raise self._refused("too-large")
        self._document = dict(self._places())
        if self._is_proved_by_body():
            self._read_body()
        self._prove()
        if callback.body is not None and "body" not in self._document:
            self._read_body()
        return self._checked()

    def _refused(self, reason: Reason) -> CallRefused:
        return CallRefused(_name(self._callback), reason)

    def _places(self) -> Iterator[tuple[str, object]]:
        known = self._callback.members
        if "segments" in known:
            yield "segments", dict(self._gathered("segments", self._segments()))
        pairs = parse_qsl(self._call.query, keep_blank_values=True)
        yield "query", dict(self._gathered("query", pairs))
        right = {name.lower(): name for name in known.get("headers", {})}
        headers = [
            (right[name.lower()], text.strip())
            for name, text in self._call.headers
            if name.lower() in right
        ]
        yield "headers", dict(self._gathered("headers", headers))

    def _segments(self) -> Iterator[tuple[str, str]]:
        template = self._callback.path or ""
        fixed = map(re.escape, _PLACEHOLDER.split(template)[::2])
        match = re.search("([^/]+?)".join(fixed) + r"\Z", self._call.path)
        if match is not None:
            names = _PLACEHOLDER.findall(template)
            yield from zip(names, map(unquote, match.groups()), strict=True)

    def _gathered(
        self, place: str, pairs: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[str, object]]:
        known = self._callback.members.get(place, {})
        seen: set[str] = set()
        for name, text in pairs:
            if name in seen and name in known:
                at = f"/{place}/{escaped(name)}"
                says = "stands there once"
                self._twice.append(Violation(at, "twice", says, self._callback.page))
            seen.add(name)
            yield name, _typed(text, known.get(name, "text"))

    def _read_body(self) -> None:
        # The refusal is raised outside: an exception in flight would keep the body.
        body = self._callback.body
        assert body is not None
        with contextlib.suppress(Unreadable):
            self._document["body"] = codecs.read(body, self._call.body)
        if "body" not in self._document:
            raise self._refused("unreadable")

    def _is_proved_by_body(self) -> bool:
        callback, proof = self._callback, self._callback.proof
        looked_at = [each.at for each in callback.carried]
        looked_at += [each.at for each in (proof, callback.told) if each]
        if proof is not None:
            looked_at += [proof.nonce_at] if proof.nonce_at else []
            looked_at += _signed_members(proof)
        return callback.body is not None and any(at[0] == "body" for at in looked_at)

    # Proof ----------------------------------------------------------------------------

    def _prove(self) -> None:
        for carried in self._callback.carried:
            if not _same(self._expected(carried), self._text(carried.at)):
                raise self._refused("credential")
        proof, told = self._callback.proof, self._callback.told
        if proof is not None and not self._is_signed(proof):
            raise self._refused("signature")
        if told is not None and told.window is not None and not self._is_fresh(told):
            raise self._refused("stale")

    def _expected(self, carried: Carried) -> str:
        source = carried.source
        if isinstance(source, Basic):
            pair = (self._credentials[source.user], self._credentials[source.password])
            octets = base64.b64encode(":".join(pair).encode("utf-8"))
            return f"Basic {octets.decode('ascii')}"
        return carried.prefix + self._credentials[source.name]

    def _is_signed(self, proof: Proof) -> bool:
        """Tell whether the signature is that of this call, in constant time."""
        found = self._text(proof.at)
        if found is None or not found.startswith(proof.prefix):
            return False
        recipe = proof.recipe
        names = credentials_of(recipe)
        return verified(
            recipe,
            self._message(proof),
            {name: self._credentials[name] for name in names},
            cast("Encoding", self._encoding),
            found.removeprefix(proof.prefix),
        )

    def _message(self, proof: Proof) -> Message:
        call, told = self._call, self._callback.told
        query = f"?{call.query}" if call.query and proof.recipe.signs_query else ""
        bare = _without(self._document, proof.at)
        # A signature in the body covers the other members as they are written compactly.
        is_inside = proof.at[0] == "body"
        nonce = self._text(proof.nonce_at) if proof.nonce_at else ""
        return Message(
            method=call.method,
            path=call.path + query,
            body=self._bare_body(bare) if is_inside else call.body,
            timestamp=(self._text(told.at) or "") if told else "",
            nonce=nonce or "",
            members=bare,
        )

    def _bare_body(self, bare: Mapping[str, object]) -> bytes:
        body = self._callback.body
        assert body is not None
        return codecs.write(body, bare["body"])[0]

    def _is_fresh(self, told: Told) -> bool:
        found = _at(self._document, told.at)
        if isinstance(found, str):
            if not found.startswith(told.prefix):
                return False
            found = found.removeprefix(told.prefix)
        try:
            moment = told.form.parse(found)
        except ValueError:
            return False
        if not isinstance(moment, datetime) or moment.utcoffset() is None:
            return False
        apart = abs((self._clock() - moment).total_seconds())
        return apart <= (told.window or 0)

    def _text(self, at: Path) -> str | None:
        found = _at(self._document, at)
        if isinstance(found, str):
            return found
        is_number = isinstance(found, int) and not isinstance(found, bool)
        return str(found) if is_number else None

    # Validity -------------------------------------------------------------------------

    def _checked(self) -> tuple[dict[str, object], tuple[Violation, ...]]:
        found = (*self._twice, *self._callback.validate(self._document))
        fatal = tuple(each for each in found if _refuses(each))
        if fatal:
            raise CallRefused(_name(self._callback), "invalid", fatal)
        hidden = [each.at for each in self._callback.carried]
        hidden += [self._callback.proof.at] if self._callback.proof else []
        kept: dict[str, object] = self._document
        for at in hidden:
            kept = _without(kept, at)
        return kept, tuple(each for each in found if each.rule != "undocumented")


def _signed_members(proof: Proof) -> Iterator[Path]:
    for part in proof.recipe.parts:
        if isinstance(part, SignedField):
            yield part.path
        elif isinstance(part, Selection):
            yield from part.of


def _refuses(violation: Violation) -> bool:
    """Tell whether a call is refused for it: an inference of ours refuses nobody.

    Members that no page documents may come at any time, and are kept.
    """
    if violation.rule in FATAL or violation.rule == "twice":
        return True
    return violation.rule != "undocumented" and not violation.is_inferred


def _typed(text: str, kind: str) -> object:
    """Return the text of a query or header as the number or truth it is to be."""
    if kind == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _same(expected: str, found: str | None) -> bool:
    """Compare in a time that does not tell how much agrees; nothing is never right."""
    octets = (found or "").encode("utf-8", "surrogatepass")
    is_same = hmac.compare_digest(expected.encode("utf-8", "surrogatepass"), octets)
    return is_same and found is not None


def _at(value: object, path: Path) -> object:
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return ABSENT
        value = cast("dict[str, object]", value)[step]
    return value


def _without(value: dict[str, object], path: Path) -> dict[str, object]:
    first, *rest = path
    inner = value.get(first)
    if not rest:
        return {name: each for name, each in value.items() if name != first}
    if not isinstance(inner, dict):
        return value
    return {**value, first: _without(cast("dict[str, object]", inner), tuple(rest))}


# Answering ----------------------------------------------------------------------------


def _acknowledgement(
    callback: Callback, name: str, event: ApiModel, arguments: Mapping[str, object]
) -> Acknowledgement:
    """Return the answer *name*; ValueError for arguments that cannot be written."""
    from . import model

    declared = callback.acknowledgements[name]
    came = cast("dict[str, object]", model.raw(event)).get("body")
    headers: dict[str, object] = {}
    body: dict[str, object] = {}
    for member in declared.members:
        value = _value(member, came, arguments)
        if value is not ABSENT:
            _put(headers if member.place == "headers" else body, member.path, value)
    content, media = _content(declared, body)
    if media and "content-type" not in {each.lower() for each in headers}:
        headers["Content-Type"] = media
    texts = tuple((each, _line(each, text)) for each, text in headers.items())
    return Acknowledgement(declared.http, texts, content)


def _value(member: Answered, came: object, arguments: Mapping[str, object]) -> object:
    source = member.source
    if isinstance(source, Constant):
        return source.value
    if isinstance(source, Echo):
        return _at(came, source.path)
    return _argument(member, source, arguments)


def _argument(
    member: Answered, source: Argument, arguments: Mapping[str, object]
) -> object:
    value = arguments.get(source.name, ABSENT)
    if value is ABSENT or value is None:
        if member.required:
            raise ValueError(f"the acknowledgement needs {source.name}")
        return ABSENT
    return member.form.write(value) if member.form is not None else value


def _put(value: dict[str, object], path: Path, given: object) -> None:
    for step in path[:-1]:
        value = cast("dict[str, object]", value.setdefault(step, {}))
    value[path[-1]] = given


def _content(declared: Acknowledged, body: dict[str, object]) -> tuple[bytes, str]:
    """Return the body and its media type; ValueError where it cannot be written."""
    if declared.text is not None:
        return declared.text.encode("utf-8"), "text/plain; charset=utf-8"
    if declared.body is None:
        return b"", ""
    found = declared.validate(body) if declared.validate else []
    wrong = [each for each in found if _refuses(each)]
    if wrong:
        raise ValueError(f"the acknowledgement is not as documented: {wrong[0]}")
    try:
        return codecs.write(declared.body, body)
    except Unwritable as error:
        raise ValueError(f"{error.pointer or 'the body'} {error}") from None


def _line(name: str, text: object) -> str:
    """Return the text of a header; ValueError for one that would be several."""
    if not isinstance(text, str) or not text.isascii() or not text.isprintable():
        raise ValueError(f"the header {name} must be printable ASCII")
    return text
