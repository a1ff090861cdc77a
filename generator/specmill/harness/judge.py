"""Judge a raw HTTP request against a contract, by a path of its own.

JSON Schema says most of it; what it cannot say is checked here: days that the calendar
has, credentials, signatures, members that stand twice.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Final, Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from .bodies import decode, encode, typed
from .conditions import broken
from .contract import Contract
from .light import dataclass
from .moments import is_written
from .paths import segments_in
from .pointers import NOTHING, Json, drop, found, pointer_of, steps_of
from .recipes import Moment, Source
from .schemas import missing, says_of, schema_errors
from .signatures import Signed, signature

Kind = Literal[
    "absent",
    "empty",
    "type",
    "value",
    "not-json",
    "not-object",
    "malformed",
    "media-type",
    "credential",
    "signature",
]


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came over the wire."""

    method: str
    target: str
    """Path and query, as they stood in the request line."""
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def header(self, name: str) -> list[str]:
        """Return every value of the header *name*, whose letter case says nothing."""
        lowered = name.lower()
        return [text for each, text in self.headers if each.lower() == lowered]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a request, and where."""

    kind: Kind
    pointer: str
    says: str

    def __str__(self) -> str:
        return f"{self.pointer or 'the body'} {self.says}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A request as a document, and all that is wrong with it."""

    document: Json
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Reading:
    document: dict[str, Any]
    faults: list[Fault] = field(default_factory=list)


def judge(
    contract: Contract, received: Received, credentials: Mapping[str, str]
) -> Judgement:
    """Hold *received* to *contract*; the faults stand in the page's order."""
    reading = _read(contract, received)
    faults = [*reading.faults, *_schema_faults(contract, reading)]
    faults += _of_moments(contract.moments, reading.document, faults)
    faults += _of_conditions(contract, reading.document, faults)
    faults += _of_credentials(contract, reading.document, credentials, faults)
    if contract.recipe is not None:
        faults += _of_signature(contract, received, reading, credentials, faults)
    return Judgement(reading.document, tuple(faults))


def misfit(contract: Contract, judgement: Judgement) -> tuple[int, int]:
    """Return how badly a request fits a contract: what is constant tells the most."""
    pointers = [fault.pointer for fault in judgement.faults]
    return sum(_is_constant(contract, each) for each in pointers), len(pointers)


def _is_constant(contract: Contract, pointer: str) -> bool:
    at = (name for step in steps_of(pointer) for name in ("properties", step))
    schema = found(contract.schema, tuple(at))
    is_schema = isinstance(schema, dict)
    return is_schema and ("const" in schema or len(schema.get("enum", ())) == 1)


# Reading ------------------------------------------------------------------------------


def _read(contract: Contract, received: Received) -> _Reading:
    reading = _Reading({"query": {}, "headers": {}})
    properties = contract.schema["properties"]
    if "segments" in properties:
        reading.document["segments"] = {}
        found_in_path = segments_in(contract.path, received.path) or {}
        _gather(reading, "segments", found_in_path.items(), properties["segments"])
    pairs = [(name.lower(), text) for name, text in received.headers]
    _gather(reading, "query", received.query, properties["query"])
    _gather(reading, "headers", pairs, properties["headers"])
    is_json = contract.body.format == "json"
    if "body" in properties and (not is_json or contract.answers("media-type")):
        reading.faults.extend(_of_media(contract, received))
    if "body" not in properties:
        return reading
    try:
        content = contract.body.open(received.body)
    except ValueError as error:
        kind: Kind = "not-json" if is_json else "malformed"
        reading.faults.append(Fault(kind, "", f"is not sealed as documented: {error}"))
        return reading
    if is_json:
        _read_body(reading, content)
    else:
        _read_other_body(contract, reading, content)
    return reading


def _gather(
    reading: _Reading, place: str, pairs: Iterable[tuple[str, str]], schema: Json
) -> None:
    members = reading.document[place]
    for name, text in pairs:
        if name in members and name in schema["properties"]:
            pointer = pointer_of((place, name))
            reading.faults.append(Fault("value", pointer, "stands there twice"))
        members[name] = typed(text, schema["properties"].get(name, {}))


def _read_body(reading: _Reading, body: bytes) -> None:
    twice: list[str] = []
    try:
        value = _loads(body, twice)
    except (ValueError, RecursionError):
        reading.faults.append(Fault("not-json", "", "is not JSON"))
        return
    if not isinstance(value, dict):
        reading.faults.append(Fault("not-object", "", "is not a JSON object"))
        return
    reading.document["body"] = value
    for name in twice:
        reading.faults.append(Fault("value", f"/body/{name}", "stands there twice"))


def _of_media(contract: Contract, received: Received) -> Iterator[Fault]:
    """Yield a fault where the body is called something else than it is."""
    due = contract.body.media.partition(";")[0].strip()
    kinds = [text.partition(";")[0].strip() for text in received.header(_TYPE)]
    declared = contract.schema["properties"]["headers"]["properties"]
    if _TYPE not in declared and [each.lower() for each in kinds] != [due.lower()]:
        yield Fault("media-type", "", f"is not called {due}")


def _read_other_body(contract: Contract, reading: _Reading, body: bytes) -> None:
    schema = contract.schema["properties"]["body"]
    try:
        bare = replace(contract.body, sealed=None)  # its envelope is open already
        reading.document["body"] = decode(bare, schema, body)
    except ValueError as error:
        says = f"is not as {contract.body.format} has it: {error}"
        reading.faults.append(Fault("malformed", "", says))


_TYPE: Final = "content-type"


def _loads(body: bytes, twice: list[str]) -> Json:
    def members(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        names = [name for name, _ in pairs]
        twice.extend(sorted({name for name in names if names.count(name) > 1}))
        return dict(pairs)

    def refuse(constant: str) -> Json:
        raise ValueError(f"{constant} is not JSON")

    text = body.decode("utf-8")
    return json.loads(text, object_pairs_hook=members, parse_constant=refuse)


# JSON Schema --------------------------------------------------------------------------

_KINDS: Final[dict[str, Kind]] = {"required": "absent", "type": "type"}


def _schema_faults(contract: Contract, reading: _Reading) -> Iterator[Fault]:
    has_body = "body" in reading.document
    for error in schema_errors(contract.schema, reading.document):
        if error.validator == "required":
            name = missing(error)
            pointer = pointer_of((*error.absolute_path, name))
            if pointer != "/body" or has_body or not reading.faults:
                yield Fault("absent", pointer, "is absent")
            continue
        pointer = pointer_of(error.absolute_path)
        kind = _KINDS.get(str(error.validator), "value")
        if kind == "value" and error.instance == "":
            kind = "empty"
        yield Fault(kind, pointer, says_of(error))


# What JSON Schema cannot say ----------------------------------------------------------


def _of_moments(
    moments: tuple[Moment, ...], document: Json, faults: list[Fault]
) -> Iterator[Fault]:
    for moment in moments:
        pointer = _lowered(moment.pointer)
        value = found(document, steps_of(pointer))
        if value in (NOTHING, None) or _is_told(pointer, faults):
            continue
        if not is_written(moment, value):
            yield Fault("value", pointer, f"is no time as {moment.pattern or 'epoch'}")


def _of_conditions(
    contract: Contract, document: Json, faults: list[Fault]
) -> Iterator[Fault]:
    for condition in broken(contract.conditions, document):
        pointer = _lowered(pointer_of(condition.at))
        if not _is_told(pointer, faults):
            kind: Kind = "absent" if condition.kind == "absent" else "value"
            yield Fault(kind, pointer, f"breaks a condition: {condition.says}")


def _of_credentials(
    contract: Contract,
    document: Json,
    credentials: Mapping[str, str],
    faults: list[Fault],
) -> Iterator[Fault]:
    for source in contract.sources:
        pointer = _lowered(source.pointer)
        value = found(document, steps_of(pointer))
        if value is NOTHING or _is_told(pointer, faults):
            continue
        expected = source.carried(credentials)
        if expected is not None and value != expected:
            yield Fault("credential", pointer, "is not the credential that is known")


def _of_signature(
    contract: Contract,
    received: Received,
    reading: _Reading,
    credentials: Mapping[str, str],
    faults: list[Fault],
) -> Iterator[Fault]:
    for source in contract.sources:
        pointer = _lowered(source.pointer)
        value = found(reading.document, steps_of(pointer))
        if source.kind != "signature" or value is NOTHING or _is_told(pointer, faults):
            continue
        expected = source.prefix + expected_signature(
            contract, received, reading.document, credentials
        )
        if not hmac.compare_digest(expected.encode(), str(value).encode()):
            yield Fault("signature", pointer, "is not the signature of this request")


def expected_signature(
    contract: Contract,
    received: Received,
    document: Json,
    credentials: Mapping[str, str],
) -> str:
    """Return the signature that the page's recipe makes of a request."""
    assert contract.recipe is not None
    carriers = [each for each in contract.sources if each.kind == "signature"]
    covered: Json = {
        **document,
        "query": dict(received.query),
        "headers": dict(received.headers),
    }
    body = received.body
    for source in carriers:
        covered = drop(covered, steps_of(source.pointer))
        if source.pointer.startswith("/body/"):
            # As documented, the body was written without it, compactly.
            left = covered.get("body", {})
            schema = contract.schema["properties"]["body"]
            body = encode(contract.body, schema, left)
    signed = Signed(
        received.method,
        _signed_path(contract, received, carriers),
        _made(contract.clock, document),
        body,
        _made(contract.nonce, document),
        covered,
    )
    return signature(contract.recipe, signed, credentials)


def _signed_path(
    contract: Contract, received: Received, carriers: Iterable[Source]
) -> str:
    if contract.recipe is None or not contract.recipe.signs_query:
        return received.path
    path, _, query = received.target.partition("?")
    names = {steps_of(each.pointer)[-1] for each in carriers}
    kept = [
        pair
        for pair in query.split("&")
        if unquote(pair.partition("=")[0]) not in names
    ]
    return "?".join(filter(None, (path, "&".join(kept))))


def _made(source: Source | None, document: Json) -> str:
    """Return the time or the nonce of a request, as it came."""
    if source is None:
        return ""
    value = found(document, steps_of(_lowered(source.pointer)))
    return "" if value is NOTHING else str(value)


def _is_told(pointer: str, faults: Iterable[Fault]) -> bool:
    return any(fault.pointer == pointer for fault in faults)


def _lowered(pointer: str) -> str:
    return pointer.lower() if pointer.startswith("/headers/") else pointer
