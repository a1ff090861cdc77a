"""How a request is signed: a recipe that a standard begins and a partner completes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..diagnostics import nearest, report
from ..shapes import Written
from ..spec import (
    UNKNOWN,
    FieldsSpec,
    OperationSpec,
    PartnerSpec,
    PartSpec,
    ReplySignatureSpec,
    ReplySpec,
    SignatureSpec,
    SignedWith,
    StandardSpec,
)
from ..verbatim import wording
from .fields import NOT_SAID
from .layers import attribute, evidence, evidence_at
from .scope import Scope
from .vectors import resolve_vectors

_NEEDED: Final = ("algorithm", "parts", "separator")


def signature_of(
    scope: Scope,
    request: ir.Request,
    operation: OperationSpec,
    partner: PartnerSpec,
    standard: StandardSpec | None,
) -> ir.Request:
    """Return *request* with its signature, where a member carries one."""
    carriers = tuple(_carriers(request))
    if not carriers:
        return request
    (_, first), *more = carriers
    for _, extra in more:
        scope.tell_at("signature-twice", extra.path, "from", first=first.wire_name)
    specs = [spec for spec in (operation, partner, standard) if spec is not None]
    layers = [spec.signature for spec in specs if spec.signature is not None]
    if not layers:
        scope.tell_at("no-signature", first.path, "from", wire_name=first.wire_name)
        return request
    algorithm = next((each.algorithm for each in layers if each.algorithm), "")
    needed = _NEEDED if is_plain(algorithm) else ("algorithm", "key", *_NEEDED[1:])
    for key in needed:
        if not any(layer.wrote(key) for layer in layers):
            at = layers[0].at()
            scope.findings.append(report("missing-key", at, key=key, where="signature"))
            return request
    recipe = Recipe(scope, layers).signature(request)
    _tell_made(scope, layers, request, recipe)
    explained = {
        place
        for spec in specs
        for defect in spec.defects or ()
        for place in defect.explains or ()
    }
    vectors = resolve_vectors(scope, layers, recipe, explained)
    return replace(request, signature=replace(recipe, vectors=vectors))


def proof_of(
    scope: Scope, reply: ReplySpec, body: ir.Record, request: ir.Signature | None
) -> ir.Proof | None:
    """Return how a reply is proved, where the page says so."""
    written = reply.signature
    if written is None:
        return None
    at = tuple(wording(written.at_).split("."))
    algorithm = written.algorithm or (request.algorithm if request else "")
    encoding: Any = written.encoding or (request.encoding if request else "")
    needs_key = not is_plain(algorithm) and (request is None or not request.key)
    for key, is_missing in (
        ("algorithm", not algorithm),
        ("encoding", encoding in ("", UNKNOWN)),
        ("key", needs_key and not written.wrote("key")),
    ):
        if is_missing:
            told = {"key": key, "where": "signature of a reply"}
            scope.findings.append(report("missing-key", written.at(), **told))
            return None
    for index, word in enumerate(written.parts or ()):
        reason = _unprovable(word, at)
        if reason:
            place = written.at("parts", index)
            scope.findings.append(report("not-of-a-reply", place, reason=reason))
    layer: Any = written
    recipe = Recipe(scope, [layer])
    places = (("headers", ()), ("body", body.fields))
    key = "" if written.wrote("key") or request is None else request.key
    made = recipe.over(places, "the reply", algorithm=algorithm, key=key)
    recipe.tell_carrier(written, wording(written.at_))
    return ir.Proof(replace(made, encoding=encoding), at, written.prefix or "")


def _unprovable(part: Any, at: ir.Path) -> str:
    if part in ("timestamp", "nonce"):
        return f"name the member that is its {part} with 'field'"
    is_whole = part == "body" or (
        isinstance(part, PartSpec) and (part.digest or part.base64)
    )
    if is_whole and at[0] == "body":
        return "its signature is in the body, which cannot be signed as a whole"
    return ""


def is_plain(algorithm: str) -> bool:
    """Tell whether an algorithm is a digest without a key."""
    return bool(algorithm) and "-" not in algorithm


def _carriers(request: ir.Request) -> Iterator[tuple[str, ir.Field]]:
    for place, fields in request.places():
        for field in _envelopes(fields):
            if isinstance(field.source, ir.FromSignature):
                yield place, field


def _envelopes(fields: Iterable[ir.Field]) -> Iterator[ir.Field]:
    """Yield *fields* and those in the envelopes among them."""
    for field in fields:
        yield field
        if isinstance(field.type, ir.Record) and field.envelope:
            yield from _envelopes(field.type.fields)


class Recipe:
    """The recipe as its floors write it, the topmost first."""

    def __init__(self, scope: Scope, layers: list[SignatureSpec]) -> None:
        self._scope = scope
        self._layers = layers

    def signature(self, request: ir.Request) -> ir.Signature:
        return self.over(tuple(request.places()), "the request")

    def over(
        self,
        places: Iterable[tuple[str, tuple[ir.Field, ...]]],
        where: str,
        *,
        algorithm: str = "",
        key: str = "",
    ) -> ir.Signature:
        """Return the recipe over a message of these members.

        *algorithm* and *key* are those of another recipe, where this one has none.
        """
        self._members, self._where = dict(places), where
        encoded = self._saying("encoding")
        algorithm = algorithm or self._get("algorithm")
        return ir.Signature(
            algorithm=algorithm,
            key="" if is_plain(algorithm) and key else key or self._key(algorithm),
            parts=tuple(self._parts(self._saying("parts"))),
            separator=self._get("separator"),
            encoding=self._get("encoding") or UNKNOWN,
            query=getattr(self._saying("query"), "query", None) or UNKNOWN,
            suffix=tuple(self._suffix(self._saying("suffix"))),
            evidence=evidence_at(self._saying("evidence"), "evidence", NOT_SAID),
            encoding_evidence=evidence(getattr(encoded, "encoding_evidence", None))
            or evidence_at(encoded, "evidence", NOT_SAID),
        )

    def _saying(self, key: str) -> SignatureSpec:
        """Return the topmost floor that writes *key*, or the lowest."""
        return next(
            (each for each in self._layers if each.wrote(key)), self._layers[-1]
        )

    def _get(self, key: str) -> Any:
        return getattr(self._saying(key), attribute(key))

    def _key(self, algorithm: str) -> str:
        spec = self._saying("key")
        if is_plain(algorithm):
            if spec.wrote("key"):
                self._scope.findings.append(report("key-of-digest", spec.at("key")))
            return ""
        source: Any = spec.key_
        return self._credential(spec, ("key", "credential"), source.credential)

    def _parts(self, recipe: SignatureSpec) -> Iterator[ir.SignedPart]:
        for index, part in enumerate(recipe.parts or ()):
            keys = ("parts", index)
            yield self._part(recipe, part, keys) if isinstance(part, PartSpec) else part

    def _part(
        self, recipe: SignatureSpec, part: PartSpec, keys: tuple[str | int, ...]
    ) -> ir.SignedPart:
        if part.credential is not None:
            at = (*keys, "credential")
            return ir.FromCredential(self._credential(recipe, at, part.credential))
        if part.text is not None:
            return ir.FixedText(part.text)
        if part.field is not None:
            self._tell_unknown(recipe, (*keys, "field"), part.field)
            self._tell_itself(recipe, (*keys, "field"), part.field)
            return ir.SignedField(tuple(part.field.split(".")))
        if part.base64 is not None:
            return ir.EncodedBody()
        if part.fields is not None:
            return self._selection(recipe, part.fields, (*keys, "fields"))
        algorithm: Any = part.digest
        encoding: Any = part.as_ or "hex"
        return ir.Digest(algorithm, bool(part.minify), encoding)

    def _suffix(self, recipe: SignatureSpec) -> Iterator[Any]:
        for index, each in enumerate(recipe.suffix or ()):
            if isinstance(each, str):
                yield ir.FixedText(each)
            else:
                keys = ("suffix", index, "credential")
                yield ir.FromCredential(self._credential(recipe, keys, each.credential))

    def _credential(
        self, spec: Written, keys: tuple[str | int, ...], name: str | None
    ) -> str:
        if name not in self._scope.credentials:
            at = spec.at(*keys)
            near = nearest(str(name), self._scope.credentials)
            finding = report("no-such-credential", at, near=near, name=name)
            self._scope.findings.append(finding)
        return str(name)

    # Members ------------------------------------------------------------------------

    def _selection(
        self, recipe: SignatureSpec, spec: FieldsSpec, keys: tuple[str | int, ...]
    ) -> ir.Selection:
        of = tuple(tuple(each.split(".")) for each in spec.of or ())
        added = tuple(self._added(recipe, spec, (*keys, "with")))
        known = tuple(self._names(of))
        listed = isinstance(spec.order, tuple)
        for index, name in enumerate(spec.order if listed else ()):
            if name not in known and name not in dict(added):
                self._tell_unknown(recipe, (*keys, "order", index), name)
        order: Any = "listed" if listed else spec.order
        written: Any = spec.written or "plain"
        letter_case: Any = spec.case or ""
        # Headers are many, and only those that are documented are signed.
        needs_names = order == "documented" or ("headers",) in of
        return ir.Selection(
            of=of,
            order=order,
            names=spec.order if listed else known if needs_names else (),
            pair=(
                ("=" if spec.pair is None else spec.pair)
                if spec.item == "pair"
                else None
            ),
            separator=wording(spec.separator),
            keeps_empty=spec.empty == "kept",
            leaves_out=spec.leaves_out or (),
            added=added,
            written=written,
            strip=spec.strip or "",
            letter_case=letter_case,
        )

    def _added(
        self, recipe: SignatureSpec, spec: FieldsSpec, keys: tuple[str | int, ...]
    ) -> Iterator[tuple[str, ir.FromCredential | ir.FixedText]]:
        for name, each in (spec.with_ or {}).items():
            assert isinstance(each, SignedWith)
            if each.text is not None:
                yield name, ir.FixedText(each.text)
            else:
                at = (*keys, name, "credential")
                credential = self._credential(recipe, at, each.credential)
                yield name, ir.FromCredential(credential)

    def _names(self, of: Iterable[ir.Path]) -> Iterator[str]:
        """Yield the documented members at *of*, but what carries the signature."""
        for path in of:
            for field in self._fields_at(path) or ():
                if not isinstance(field.source, ir.FromSignature):
                    yield field.wire_name

    def _fields_at(self, path: ir.Path) -> tuple[ir.Field, ...] | None:
        fields = self._members.get(path[0], ())
        for step in path[1:]:
            inner = next((each for each in fields if each.wire_name == step), None)
            if inner is None or not isinstance(inner.type, ir.Record):
                return None
            fields = inner.type.fields
        return fields

    def tell_carrier(self, spec: ReplySignatureSpec, place: str) -> None:
        """Report a signature that is to stand where the message has no member."""
        self._tell_unknown(spec, ("at",), place)

    def _tell_unknown(
        self, recipe: Written, keys: tuple[str | int, ...], place: str
    ) -> None:
        """Report a place that the message does not have; replies have any header."""
        if self._where == "the reply" and place.startswith("headers."):
            return
        *above, name = place.split(".")
        fields = self._fields_at(tuple(above)) if above else None
        if all(each.wire_name != name for each in fields or ()):
            told = {"place": place, "where": self._where}
            finding = report("no-such-place", recipe.at(*keys), **told)
            self._scope.findings.append(finding)

    def _tell_itself(
        self, recipe: Written, keys: tuple[str | int, ...], place: str
    ) -> None:
        """Report a part that is the very member which carries the signature."""
        *above, name = place.split(".")
        fields = self._fields_at(tuple(above)) if above else None
        for each in fields or ():
            if each.wire_name == name and isinstance(each.source, ir.FromSignature):
                finding = report("signs-itself", recipe.at(*keys), place=place)
                self._scope.findings.append(finding)


def _tell_made(
    scope: Scope, layers: list[SignatureSpec], request: ir.Request, recipe: ir.Signature
) -> None:
    """Report a signed time or nonce that is not the one value that is sent."""
    written = next(each for each in layers if each.wrote("parts"))
    for word, kind, code in (
        ("timestamp", ir.FromClock, "no-timestamp"),
        ("nonce", ir.FromNonce, "no-nonce"),
    ):
        if word not in recipe.parts:
            continue
        by_place = [_count(fields, kind) for _, fields in request.places()]
        count = _count(request.headers, kind) or sum(by_place)
        if count != 1:
            found = "several values are" if count else "no value is"
            at = written.at("parts", (written.parts or ()).index(word))
            scope.findings.append(report(code, at, found=found))


def _count(fields: tuple[ir.Field, ...], kind: type[ir.Source]) -> int:
    """Return how many of *fields* and of the envelopes among them come from *kind*."""
    return sum(isinstance(each.source, kind) for each in _envelopes(fields))
