"""One operation as meant: its request, its replies and codes, what is left open."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from .. import ir, names
from ..diagnostics import Diagnostic, nearest, report
from ..light import dataclass
from ..shapes import Written
from ..source import Location
from ..spec import (
    Defaults,
    DefectSpec,
    EnvironmentOperation,
    OperationSpec,
    PartnerSpec,
    ReplySpec,
    StandardOperation,
    StandardSpec,
)
from ..verbatim import wording
from .authentication import resolve_authentication
from .checks import findings_in
from .codes import Row, apply_rules, resolve_codes, tell_unreached
from .overlays import rows_with_environment, with_environment
from .pages import resolve_pages
from .replies import resolve_replies
from .requests import resolve_request
from .rules import opened, resolve_rules
from .scope import Scope
from .states import resolve_polling, resolve_repetition, resolve_states
from .unknowns import unknowns_of

RESERVED_METHODS: Final = frozenset({"aclose", "close", "flow"})
"""Methods that every generated client has."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an operation stands in."""

    partner: PartnerSpec
    standard: StandardSpec | None
    credentials: tuple[ir.CredentialDeclaration, ...]
    pages: tuple[ir.Page, ...]
    findings: list[Diagnostic]
    look: Callable[[str], None]
    """Gets the path of an operation before it is resolved, and may raise Refused."""


@dataclass(frozen=True, slots=True)
class NamedError:
    """An exception that a code or a reply names, and where."""

    name: str
    code: str
    """The code, less its service; empty where a reply names the exception."""
    outcome: str
    at: Location


@dataclass(frozen=True, slots=True)
class Resolved:
    """An operation and the exceptions that it names."""

    operation: ir.Operation
    errors: tuple[NamedError, ...]


def resolve_operation(
    spec: OperationSpec,
    around: Surroundings,
    environment: EnvironmentOperation | None = None,
    floor: Defaults | None = None,
) -> Resolved:
    """Return one operation, after telling what about it cannot be meant.

    What an *environment* says stands above every other floor, with *floor* as defaults.
    """
    around.look(path_of(spec))
    name, findings = str(spec.operation), around.findings
    if keyword.iskeyword(name) or name in RESERVED_METHODS:
        findings.append(report("reserved-name", spec.at("operation"), name=name))
    declared = frozenset(credential.name for credential in around.credentials)
    scope = Scope(
        findings,
        declared,
        names.pascal_case(name),
        "request",
        {},
        environment=environment,
        defaults=floor,
    )
    template = _template(spec, around)
    partner, standard = around.partner, around.standard
    request = resolve_request(scope, spec, partner, standard, template)
    authentication, request = resolve_authentication(scope, spec, partner, request)
    scope = replace(
        scope,
        side="reply",
        request_body=request.body,
        request_places=tuple(request.places()),
        left_out=frozenset(spec.leaves_out or ()),
    )
    written = with_environment(_written_replies(spec, template), environment)
    replies = resolve_replies(scope, written, request.signature)
    is_silent = not isinstance(spec.replies, tuple)
    if is_silent and _is_renumbered(spec, template):
        replies = tuple(map(_without_example, replies))
    rows = resolve_codes(scope, spec, partner, standard, template, replies)
    rows = rows_with_environment(rows, environment, replies)
    tell_unreached(scope, written, replies, rows)
    states = resolve_states(scope, spec, replies)
    held = ir.Operation(
        name=name,
        summary=wording(spec.summary),
        page=_page_of(spec, around),
        effect="" if spec.effect == "none" else wording(spec.effect),
        may_repeat=spec.repeat == "safe",
        request=request,
        replies=replies,
        codes=tuple(row.code for row in rows),
        rules=tuple(resolve_rules(scope, spec, partner)),
        defects=defects_of(spec.defects),
        unknowns=(),
        spec=wording(path_of(spec)),
        states=states,
        pages=resolve_pages(scope, spec, request, replies),
        polling=resolve_polling(scope, spec, request, states),
        repetition=resolve_repetition(scope, spec, request),
        authentication=authentication,
    )
    findings.extend(
        findings_in(scope, spec, partner, around.credentials, written, rows, held)
    )
    replies, codes = apply_rules(spec.rules or (), replies, held.codes)
    settled = replace(held, replies=opened(held.rules, replies), codes=codes)
    operation = unknowns_of(settled, replies_are_unknown=is_silent)
    return Resolved(operation, tuple(_errors(operation, rows, written)))


def _errors(
    operation: ir.Operation, rows: Iterable[Row], written: Iterable[ReplySpec]
) -> Iterator[NamedError]:
    for row, code in zip(rows, operation.codes, strict=True):
        if code.error:
            yield NamedError(code.error, row.meaning, code.outcome, row.at)
    for spec, reply in zip(written, operation.replies, strict=True):
        if reply.error:
            outcome = "rejected" if reply.outcome == "rejected" else "unknown"
            yield NamedError(reply.error, "", outcome, spec.at("error"))


def path_of(spec: Written) -> str:
    """Return the path of the file that *spec* is written in."""
    return spec.node.location.path


def _template(spec: OperationSpec, around: Surroundings) -> StandardOperation | None:
    if spec.follows is None:
        return None
    known = (around.standard.operations if around.standard else None) or {}
    if spec.follows not in known:
        at, near = spec.at("follows"), nearest(spec.follows, known)
        finding = report("no-such-template", at, near=near, name=spec.follows)
        around.findings.append(finding)
    return known.get(spec.follows)


def _written_replies(
    spec: OperationSpec, template: StandardOperation | None
) -> Sequence[ReplySpec]:
    """Return the replies as written; where the page has none, those of the standard."""
    if isinstance(spec.replies, tuple):
        return spec.replies
    return (template.replies if template else None) or ()


def _is_renumbered(spec: OperationSpec, template: StandardOperation | None) -> bool:
    """Tell whether the page gives the service another number than its standard does."""
    standard = template.service if template else None
    return None not in (spec.service, standard) and spec.service != standard


def _without_example(reply: ir.Reply) -> ir.Reply:
    """Return *reply* without an example whose codes are those of another service."""
    return replace(reply, example=None, has_example=False)


def _page_of(spec: OperationSpec, around: Surroundings) -> ir.Page:
    name = str(spec.page)
    by_name = {page.name: page for page in around.pages}
    if name not in by_name:
        at, near = spec.at("page"), nearest(name, by_name)
        around.findings.append(report("no-such-page", at, near=near, name=name))
    return by_name.get(name) or ir.Page(name, "", "", "")


def defects_of(specs: Iterable[DefectSpec] | None) -> tuple[ir.Defect, ...]:
    """Return recorded defects and what was decided about each."""
    return tuple(
        ir.Defect(
            wording(spec.id),
            wording(spec.page),
            wording(spec.decided),
            spec.explains or (),
        )
        for spec in specs or ()
    )
