"""Published examples of signatures, proved by making them again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import ir
from ..diagnostics import report
from ..runtime import declare
from ..runtime.rsa import Unusable
from ..runtime.signing import Message, signature_of, signed_bytes
from ..runtime.strict_json import Unreadable, decode, encode
from ..shapes import UNKNOWN
from ..spec import ENCODINGS, SignatureSpec, VectorSpec
from ..verbatim import exact, wording
from .fields import NOT_SAID
from .layers import evidence
from .scope import Scope


def resolve_vectors(
    scope: Scope,
    layers: list[SignatureSpec],
    recipe: ir.Signature,
    explained: set[str],
) -> tuple[ir.Vector, ...]:
    """Return the published examples, after telling of those that the recipe breaks."""
    spec = next((each for each in layers if each.wrote("vectors")), None)
    found = []
    for index, written in enumerate((spec.vectors if spec else None) or ()):
        place = f"signature.vectors.{index + 1}"
        faults = tuple(_faults(recipe, written))
        if faults and place in explained:
            scope.wider.add(place)  # the defect has something to explain
        else:
            for key, code, says in faults:
                told = {"says": says} if code == "vector-differs" else {}
                where = says if code == "vector-lacks" else place
                at = written.at(key)
                scope.findings.append(report(code, at, place=where, **told))
        found.append(_vector(recipe, written, holds=not faults))
    return tuple(found)


def _vector(recipe: ir.Signature, written: VectorSpec, *, holds: bool) -> ir.Vector:
    return ir.Vector(
        values=tuple((written.values or {}).items()),
        text=written.text or "",
        signature=wording(written.signature),
        holds=holds,
        evidence=evidence(written.evidence) or recipe.evidence or NOT_SAID,
    )


def _faults(
    recipe: ir.Signature, written: VectorSpec
) -> Iterator[tuple[str, str, str]]:
    """Yield what an example breaks: the key of the spec, the code and what is wrong."""
    values = exact(written.values or {})
    lacking = next((each for each in _needed(recipe) if each not in values), None)
    if lacking is not None:
        yield "values", "vector-lacks", lacking
        return
    made, credentials = declared(recipe), _credentials(values)
    message = message_of(values)
    try:
        signed = signed_bytes(made, message, credentials).decode("utf-8", "replace")
        if written.text is not None and signed != written.text:
            yield "text", "vector-differs", f"signs {signed!r}"
            return
        encodings = ENCODINGS if recipe.encoding == UNKNOWN else (recipe.encoding,)
        all_made = [
            signature_of(made, message, credentials, each)  # type: ignore[arg-type]
            for each in encodings
        ]
    except Unusable as error:
        yield "values", "vector-differs", f"cannot sign: the key {error}"
        return
    if written.signature not in all_made:
        yield "signature", "vector-differs", f"makes {all_made[0]!r} of it"


def _needed(recipe: ir.Signature) -> Iterator[str]:
    """Yield the places that an example has to say; members may be absent."""
    yield from (f"credentials.{name}" for name in recipe.credentials())
    for part in recipe.parts:
        if isinstance(part, str) and part != "body":
            yield part


def _credentials(values: Mapping[str, Any]) -> dict[str, str]:
    start = "credentials."
    return {
        place.removeprefix(start): str(value)
        for place, value in values.items()
        if place.startswith(start)
    }


def message_of(values: Mapping[str, Any]) -> Message:
    """Return the message that an example describes, by place."""
    members: dict[str, Any] = {}
    for place, value in values.items():
        steps = place.split(".")
        if len(steps) > 1 and steps[0] != "credentials":
            _put(members, steps, value)
    body = values.get("body")
    if body is None:
        octets = encode(members["body"]) if "body" in members else b""
    else:
        octets = str(body).encode("utf-8")
        members.setdefault("body", _read(octets))
    words = ("method", "path", "timestamp", "nonce")
    said = {word: str(values.get(word, "")) for word in words}
    return Message(body=octets, members=members, **said)


def _put(members: dict[str, Any], steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        members = members.setdefault(step, {})
    members[steps[-1]] = value


def _read(body: bytes) -> Any:
    try:
        return decode(body)
    except Unreadable:
        return {}


# The recipe as a generated client has it ----------------------------------------------


def declared(recipe: ir.Signature) -> declare.Signature:
    """Return *recipe* as a generated module declares it."""
    algorithm: Any = recipe.algorithm
    parts: tuple[declare.SignedPart, ...] = tuple(_part(each) for each in recipe.parts)
    suffix: Any = tuple(map(_part, recipe.suffix))
    encoding: Any = None if recipe.encoding == UNKNOWN else recipe.encoding
    return declare.Signature(
        algorithm=algorithm,
        key=declare.Credential(recipe.key) if recipe.key else None,
        parts=parts,
        separator=recipe.separator,
        encoding=encoding,
        suffix=suffix,
        signs_query=recipe.query == "included",
    )


def _part(part: ir.SignedPart) -> declare.SignedPart:
    match part:
        case ir.FromCredential(name):
            return declare.Credential(name)
        case ir.Digest(algorithm, minified, encoding):
            return declare.BodyDigest(algorithm, minified, encoding)
        case ir.FixedText(text):
            return declare.FixedText(text)
        case ir.SignedField(at):
            return declare.SignedField(at)
        case ir.EncodedBody():
            return declare.EncodedBody()
        case ir.Selection():
            return _selection(part)
        case _:
            return part


def _selection(part: ir.Selection) -> declare.Selection:
    added: Any = tuple((name, _part(value)) for name, value in part.added)
    return declare.Selection(
        of=part.of,
        order=part.order,
        names=part.names,
        pair=part.pair,
        separator=part.separator,
        keeps_empty=part.keeps_empty,
        leaves_out=part.leaves_out,
        added=added,
        written=part.written,
        strip=part.strip,
        letter_case=part.letter_case or None,
    )
