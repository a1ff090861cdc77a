"""Credentials as meant: which operation returns one, and which calls use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import ir
from ..diagnostics import Diagnostic, nearest, report
from ..runtime import wire
from ..shapes import Written
from ..spec import CredentialSpec, FetchedSpec, PartnerSpec, StandardSpec
from ..verbatim import compose, wording
from .checks import arguments, with_members
from .places import member_at, member_path
from .sources import credentials_in

GOOD = ("success", "alternative", "by-code")


def credentials_of(operation: ir.Operation) -> Iterator[str]:
    """Yield the names of the credentials that a call is made with, or proved by."""
    request = operation.request
    for _, fields in request.places():
        for field in with_members(fields):
            yield from credentials_in(field.source)
    if request.signature is not None:
        yield from request.signature.credentials()
    yield from sealing(operation)
    for reply in operation.replies:
        if reply.proof is not None:
            yield from reply.proof.recipe.credentials()


def sealing(operation: ir.Operation) -> Iterator[str]:
    """Yield the credentials that are keys of envelopes."""
    yield from (seal.key for _, seal in operation.seals() if seal.key)


def resolve_fetched(
    partner: PartnerSpec,
    standard: StandardSpec | None,
    credentials: Sequence[ir.CredentialDeclaration],
    operations: Sequence[ir.Operation],
    findings: list[Diagnostic],
) -> tuple[ir.CredentialDeclaration, ...]:
    """Return *credentials* with the calls that return them, after telling of faults."""
    written: dict[str, CredentialSpec] = {}
    written.update((standard.credentials if standard else None) or {})
    written.update(partner.credentials or {})
    by_name = {each.name: each for each in operations}
    found: list[ir.CredentialDeclaration] = []
    for each in credentials:
        spec = written[each.name].fetched
        fetched = None
        if spec is not None:
            fetched = _fetched(spec, by_name, findings)
        found.append(replace(each, fetched=fetched))
    findings.extend(_circles(written, found, by_name))
    return tuple(found)


def _fetched(
    spec: FetchedSpec, operations: dict[str, ir.Operation], findings: list[Diagnostic]
) -> ir.Fetched | None:
    name = str(spec.operation)
    if name not in operations:
        at, near = spec.at("operation"), nearest(name, operations)
        findings.append(report("no-such-operation", at, near=near, name=name))
        return None
    operation = operations[name]
    needed = [each.name for each in arguments(operation) if each.is_needed]
    if needed or operation.request.by_browser:
        says = f"takes {', '.join(needed)}" if needed else "is for a browser"
        reason = compose(
            "the call {} {}, and the client makes it by itself", name, says
        )
        findings.append(report("cannot-fetch", spec.at("operation"), reason=reason))
    at_ = _place(spec, "at", wording(spec.at_), operation, findings, (ir.Text,))
    lasts = spec.lasts
    if isinstance(lasts, str):
        kinds = (ir.Integer, ir.Number)
        lasts = _place(spec, "lasts", lasts, operation, findings, kinds)
    return None if at_ is None else ir.Fetched(name, at_, lasts)


def _place(
    spec: Written,
    key: str,
    text: str,
    operation: ir.Operation,
    findings: list[Diagnostic],
    kinds: tuple[type, ...],
) -> ir.Path | None:
    """Return the place *text* in a reply that the call returns."""
    root, _, rest = text.partition(".")
    for reply in operation.replies:
        path = member_path(reply.body, rest) if root == "body" else None
        if path is None or reply.outcome not in GOOD:
            continue
        field = member_at(reply.body, path)
        is_number = ir.Integer in kinds and isinstance(field.form, wire.IntegerText)
        if not isinstance(field.type, kinds) and not is_number:
            what = "text" if ir.Text in kinds else "a number of seconds"
            findings.append(
                report(
                    "cannot-fetch",
                    spec.at(key),
                    reason=compose("{} is not {}", text, what),
                )
            )
        return path
    where = f"a reply that {operation.name} returns"
    findings.append(report("no-such-place", spec.at(key), place=text, where=where))
    return None


def _circles(
    written: dict[str, CredentialSpec],
    credentials: Sequence[ir.CredentialDeclaration],
    operations: dict[str, ir.Operation],
) -> Iterator[Diagnostic]:
    """Yield credentials that are needed to fetch themselves, at whatever remove."""
    by = {each.name: each.fetched.operation for each in credentials if each.fetched}
    for name in by:
        seen: set[str] = set()
        ahead = [name]
        while ahead:
            used = set(credentials_of(operations[by[ahead.pop()]])) & set(by)
            ahead += used - seen
            seen |= used
        if name in seen:
            at = written[name].at("fetched")
            reason = compose("{} is needed to fetch {}", name, name)
            yield report("cannot-fetch", at, reason=reason)
