"""How a request is signed: a recipe that a standard begins and a partner completes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..diagnostics import report
from ..shapes import Written
from ..spec import UNKNOWN, PartnerSpec, PartSpec, SignatureSpec, StandardSpec
from .fields import NOT_SAID
from .layers import attribute, evidence, evidence_at
from .scope import Scope

_NEEDED: Final = ("algorithm", "key", "parts", "separator")


def signature_of(
    scope: Scope,
    request: ir.Request,
    partner: PartnerSpec,
    standard: StandardSpec | None,
) -> ir.Request:
    """Return *request* with its signature, where a header carries one."""
    carriers = [each for each in request.headers if _is_signature(each)]
    if not carriers:
        return request
    for extra in carriers[1:]:
        first = carriers[0].wire_name
        scope.tell_at("signature-twice", extra.path, "from", first=first)
    layers = [
        spec.signature
        for spec in (partner, standard)
        if spec is not None and spec.signature is not None
    ]
    if not layers:
        header = carriers[0].wire_name
        scope.tell_at("no-signature", carriers[0].path, "from", header=header)
        return request
    for key in _NEEDED:
        if not any(layer.wrote(key) for layer in layers):
            at = layers[0].at()
            scope.findings.append(report("missing-key", at, key=key, where="signature"))
            return request
    return replace(request, signature=_Recipe(scope, layers).signature(request))


def _is_signature(field: ir.Field) -> bool:
    return isinstance(field.source, ir.FromSignature)


class _Recipe:
    """The recipe as its floors write it, the topmost first."""

    def __init__(self, scope: Scope, layers: list[SignatureSpec]) -> None:
        self._scope = scope
        self._layers = layers

    def signature(self, request: ir.Request) -> ir.Signature:
        recipe, key, encoded = map(self._saying, ("parts", "key", "encoding"))
        key_source: Any = key.key_
        signature = ir.Signature(
            algorithm=self._get("algorithm"),
            key=self._credential(key, ("key", "credential"), key_source.credential),
            parts=tuple(self._parts(recipe)),
            separator=self._get("separator"),
            encoding=self._get("encoding") or UNKNOWN,
            query=self._get("query") or UNKNOWN,
            evidence=evidence_at(self._saying("evidence"), "evidence", NOT_SAID),
            encoding_evidence=evidence(encoded.encoding_evidence)
            or evidence_at(encoded, "evidence", NOT_SAID),
        )
        self._tell_signed_query(request, signature)
        self._tell_timestamp(request, signature, recipe)
        return signature

    def _saying(self, key: str) -> SignatureSpec:
        """Return the topmost floor that writes *key*, or the lowest."""
        return next(
            (each for each in self._layers if each.wrote(key)), self._layers[-1]
        )

    def _get(self, key: str) -> Any:
        return getattr(self._saying(key), attribute(key))

    def _parts(self, recipe: SignatureSpec) -> Iterator[Any]:
        for index, part in enumerate(recipe.parts or ()):
            if not isinstance(part, PartSpec):
                yield part
            elif part.credential is not None:
                keys = ("parts", index, "credential")
                yield ir.FromCredential(self._credential(recipe, keys, part.credential))
            else:
                yield ir.Digest(part.digest, bool(part.minify))  # type: ignore[arg-type]

    def _credential(
        self, spec: Written, keys: tuple[str | int, ...], name: str | None
    ) -> str:
        if name not in self._scope.credentials:
            at = spec.at(*keys)
            self._scope.findings.append(report("no-such-credential", at, name=name))
        return str(name)

    def _tell_signed_query(self, request: ir.Request, signature: ir.Signature) -> None:
        covers = "path" in signature.parts and bool(request.query)
        if covers and signature.query == "included":
            at = self._saying("query").at("query")
            self._scope.findings.append(report("signed-query", at))

    def _tell_timestamp(
        self, request: ir.Request, signature: ir.Signature, recipe: SignatureSpec
    ) -> None:
        """Report a signed time that is not the one value that is sent."""
        if "timestamp" not in signature.parts:
            return
        by_place = [_clocks(fields) for _, fields in request.places()]
        count = _clocks(request.headers) or sum(by_place)
        if count != 1:
            found = "several values are" if count else "no value is"
            at = recipe.at("parts", (recipe.parts or ()).index("timestamp"))
            self._scope.findings.append(report("no-timestamp", at, found=found))


def _clocks(fields: tuple[ir.Field, ...]) -> int:
    """Return how many of *fields* and of the envelopes among them are the time."""
    count = 0
    for field in fields:
        if isinstance(field.source, ir.FromClock):
            count += 1
        elif isinstance(field.type, ir.Record) and field.envelope:
            count += _clocks(field.type.fields)
    return count
