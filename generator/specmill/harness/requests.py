"""A valid request made from a contract, and edits on it, signed after they are made."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import UTC, datetime
from random import choices
from typing import Any, Final
from urllib.parse import quote, urlsplit

from .bodies import encode, enveloped, text_of
from .contract import Contract, Environment
from .edits import (
    Drop,
    Edit,
    Instead,
    LowerCaseHeaders,
    MediaType,
    Method,
    Missigned,
    OtherCredential,
    Put,
    Raw,
    SignedBefore,
    Spaced,
    Twice,
    Written,
)
from .light import dataclass
from .moments import written
from .parts import BOUNDARY
from .paths import filled
from .pointers import NOTHING, Json, drop, found, put, steps_of
from .recipes import Source
from .signatures import Signed, signature
from .wire import Request


@dataclass(frozen=True, slots=True, repr=False)
class Values:
    """What one server takes: credentials by name, and members by pointer."""

    credentials: Mapping[str, str]
    members: Mapping[str, Json] = field(default_factory=dict[str, Json])
    """Values that replace the contract's examples there."""
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    """The environment variables of credentials, where they are not the usual ones."""

    def __repr__(self) -> str:
        return f"<Values of {', '.join(self.credentials) or 'nothing'}>"


def made_up(contract: Contract) -> Values:
    """Return the synthetic values, which the embedded provider knows."""
    return Values({each.name: each.example for each in contract.credentials})


def from_environment(contract: Contract, environment: Environment | None) -> Values:
    """Return values for a real server, its credentials from environment variables.

    Raises LookupError, with every variable that is missing, where some are not set.
    """
    missing = unset(contract, environment)
    if missing:
        raise LookupError(
            f"the tests of {contract.name} need the environment variables "
            f"{', '.join(missing)}"
        )
    named = _variables(contract, environment)
    public = environment.values if environment else {}
    known = {name: os.environ.get(named[name]) or public[name] for name in named}
    return Values(known, variables=named)


def unset(contract: Contract, environment: Environment | None) -> list[str]:
    """Return the environment variables that are needed and not set, in order."""
    public = environment.values if environment else {}
    return sorted(
        variable
        for name, variable in _variables(contract, environment).items()
        if not os.environ.get(variable) and name not in public
    )


def _variables(contract: Contract, environment: Environment | None) -> dict[str, str]:
    own = environment.variables if environment else {}
    return {
        each.name: own.get(each.name, each.variable) for each in contract.credentials
    }


def request_of(
    contract: Contract,
    values: Values,
    edits: Iterable[Edit] = (),
    base_url: str = "",
    at: datetime | None = None,
) -> Request:
    """Return the valid request after *edits*, signed unless they touch the signature."""
    edits = tuple(edits)
    method = next((edit.name for edit in edits if isinstance(edit, Method)), "")
    if method:
        contract = replace(contract, method=method)
    document = _base(contract, values, at or datetime.now(UTC))
    signed_first = any(isinstance(edit, SignedBefore) for edit in edits)
    if signed_first:
        document = _signed(contract, values, document, (), base_url)
    document = _edited(contract, values, document, edits)
    if not signed_first:
        document = _signed(contract, values, document, edits, base_url)
    body = _body(contract, document, edits)
    return Request(
        contract.method,
        filled(contract.path, document) + _query(document["query"]),
        tuple(_headers(contract, document["headers"], edits)),
        body,
    )


def _base(contract: Contract, values: Values, at: datetime) -> Json:
    document = contract.example
    for pointer, value in values.members.items():
        document = put(document, steps_of(pointer), value)
    spare = {each for group in contract.alternatives[1:] for each in group}
    for source in contract.sources:
        value = _sourced(contract, values, source, at)
        if value is not NOTHING and source.pointer not in spare:
            document = put(document, steps_of(source.pointer), value)
    return document


def _sourced(contract: Contract, values: Values, source: Source, at: datetime) -> Json:
    if source.kind == "clock":
        moment = contract.moment(source.pointer)
        text = NOTHING if moment is None else written(moment, at)
        return source.prefix + text if isinstance(text, str) else text
    if source.kind in ("nonce", "key"):
        length = len(str(found(contract.example, steps_of(source.pointer))))
        return source.prefix + "".join(choices("0123456789", k=length))
    carries = source.carried(values.credentials)
    return NOTHING if carries is None else carries


def _edited(
    contract: Contract, values: Values, document: Json, edits: tuple[Edit, ...]
) -> Json:
    for edit in edits:
        match edit:
            case Put(pointer, value):
                document = put(document, steps_of(pointer), value)
            case Drop(pointer):
                document = drop(document, steps_of(pointer))
            case Instead(way):
                document = _instead(contract, values, document, way)
            case OtherCredential(pointer):
                value = _other(contract, values, pointer)
                document = put(document, steps_of(pointer), value)
            case _:
                pass
    return document


def _instead(contract: Contract, values: Values, document: Json, way: int) -> Json:
    """Return *document* with the credentials of one way and no others."""
    for number, group in enumerate(contract.alternatives, 1):
        for pointer in group:
            document = drop(document, steps_of(pointer))
        for source in contract.sources:
            if source.pointer in group and number == way:
                value = source.carried(values.credentials)
                document = put(document, steps_of(source.pointer), value)
    return document


def _other(contract: Contract, values: Values, pointer: str) -> str:
    """Return a credential of the same form that nobody has."""
    source = next(each for each in contract.sources if each.pointer == pointer)
    if source.kind == "basic":
        return "Basic " + base64.b64encode(b"nobody:nothing").decode("ascii")
    known = values.credentials[source.names[0]]
    last = "0" if known[-1:] != "0" else "1"
    return source.prefix + known[:-1] + last


def _body(contract: Contract, document: Json, edits: tuple[Edit, ...]) -> bytes:
    raw = [edit.text for edit in edits if isinstance(edit, Raw)]
    if raw:
        return raw[-1].encode("utf-8", "surrogateescape")
    if "body" not in document:
        return b""
    if contract.body.format != "json":
        schema = contract.schema["properties"]["body"]
        return encode(contract.body, schema, document["body"])
    styles = [edit.style for edit in edits if isinstance(edit, Written)]
    if styles:
        text = _WRITTEN[styles[-1]](document["body"])
        return enveloped(contract.body, text.encode("utf-8"))
    is_spaced = any(isinstance(edit, Spaced) for edit in edits)
    layout: dict[str, Any] = {"indent": 2} if is_spaced else {"separators": (",", ":")}
    text = json.dumps(document["body"], ensure_ascii=False, **layout)
    return enveloped(contract.body, text.encode("utf-8"))


def escaped(value: Json) -> str:
    """Return compact JSON in which no character of a text stands for itself."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(name)}:{escaped(each)}" for name, each in value.items())
        return f"{{{','.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(escaped, value))}]"
    if not isinstance(value, str):
        return json.dumps(value)
    units = value.encode("utf-16-be")
    codes = (f"\\u{units[at]:02x}{units[at + 1]:02X}" for at in range(0, len(units), 2))
    return f'"{"".join(codes)}"'


def _reversed(value: Json) -> str:
    members = dict(reversed(value.items())) if isinstance(value, dict) else value
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def _tabbed(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, indent="\t", separators=(" ,", "\t: "))
    return f"\r\n{text}\r\n".replace("\n\t", "\r\n\t")


def _wide(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1000)


_WRITTEN: Final = {
    "escaped": escaped,
    "reversed": _reversed,
    "tabs": _tabbed,
    "wide": _wide,
}


def _signed(
    contract: Contract,
    values: Values,
    document: Json,
    edits: tuple[Edit, ...],
    base_url: str,
) -> Json:
    """Return *document* with its signature, unless *edits* touch that."""
    carriers = [each for each in contract.sources if each.kind == "signature"]
    wrong = next((edit for edit in edits if isinstance(edit, Missigned)), None)
    broken = (wrong.part, wrong.how) if wrong else ()
    if contract.recipe is None:
        return document
    bare = document
    for source in carriers:
        bare = drop(bare, steps_of(source.pointer))
    in_body = any(each.pointer.startswith("/body/") for each in carriers)
    # A signature in the body covers the others as they are written compactly.
    signed = signed_of(
        contract, bare, _body(contract, bare, () if in_body else edits), base_url
    )
    text = signature(contract.recipe, signed, values.credentials, *broken)
    for source in signs(contract, edits):
        document = put(document, steps_of(source.pointer), source.prefix + text)
    return document


def signs(contract: Contract, edits: Iterable[Edit]) -> Iterator[Source]:
    """Yield the members that hold a signature which is made for each request."""
    touched = {edit.pointer for edit in edits if isinstance(edit, Put | Drop)}
    for source in contract.sources:
        is_carrier = source.kind == "signature" and source.pointer not in touched
        if is_carrier and contract.recipe is not None:
            yield source


def signed_of(
    contract: Contract, document: Json, body: bytes, base_url: str = ""
) -> Signed:
    """Return what the signature of *document* covers, which lacks it."""
    is_covered = contract.recipe is not None and contract.recipe.signs_query
    query = _query(document["query"]) if is_covered else ""
    url = urlsplit(base_url or "http://localhost")
    path = url.path.rstrip("/") + filled(contract.path, document)
    return Signed(
        contract.method,
        path + query,
        _made(contract.clock, document),
        body,
        _made(contract.nonce, document),
        document,
        f"{url.scheme}://{url.netloc}",
    )


def _made(source: Source | None, document: Json) -> str:
    text = found(document, steps_of(source.pointer)) if source else NOTHING
    return "" if text is NOTHING else str(text)


def _query(query: Mapping[str, Json]) -> str:
    pairs = [
        f"{quote(name, safe='')}={quote(text_of(value), safe='')}"
        for name, value in query.items()
    ]
    return f"?{'&'.join(pairs)}" if pairs else ""


def _headers(
    contract: Contract, headers: Mapping[str, Json], edits: tuple[Edit, ...]
) -> list[tuple[str, str]]:
    pairs = [(name, text_of(value)) for name, value in headers.items()]
    properties = contract.schema["properties"]
    if (
        "body" in properties
        and "content-type" not in properties["headers"]["properties"]
    ):
        is_parted = contract.body.format == "multipart"
        mark = f"; boundary={BOUNDARY}" if is_parted else ""
        pairs.append(("Content-Type", contract.body.media + mark))
    for edit in edits:
        if isinstance(edit, LowerCaseHeaders):
            pairs = [(name.lower(), text) for name, text in pairs]
        if isinstance(edit, MediaType):
            pairs = [pair for pair in pairs if pair[0].lower() != "content-type"]
            pairs.append(("Content-Type", edit.text))
        if isinstance(edit, Twice):
            name = steps_of(edit.pointer)[-1]
            pairs += [pair for pair in pairs if pair[0] == name]
    return pairs
