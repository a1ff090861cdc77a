"""One partner as meant: what its files say together."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from .. import ir, names
from ..diagnostics import Diagnostic, nearest, report
from ..source import Location
from ..spec import (
    UNKNOWN,
    CallbackSpec,
    CredentialSpec,
    DefectSpec,
    EnvironmentSpec,
    OperationSpec,
    PageSpec,
    PartnerSpec,
    StandardSpec,
)
from ..verbatim import compose, wording
from .callbacks import resolve_callback
from .credentials import credentials_of, resolve_fetched
from .environments import resolve_environments
from .layers import evidence_at
from .links import unknown_links
from .operations import (
    NamedError,
    Resolved,
    Surroundings,
    defects_of,
    path_of,
    resolve_operation,
)
from .played import play
from .siblings import findings_between
from .states import unknown_operations

_TAKEN: Final = frozenset({"conftest"})
"""Folders that pytest would take for a file of its own."""


def resolve_partner(
    spec: PartnerSpec,
    operation_specs: Sequence[OperationSpec],
    environment_specs: Sequence[EnvironmentSpec],
    callback_specs: Sequence[CallbackSpec],
    standards: dict[str, StandardSpec],
    findings: list[Diagnostic],
    look: Callable[[str], None],
) -> ir.Partner:
    """Return one partner, after telling what about it cannot be meant."""
    name = str(spec.partner)
    if keyword.iskeyword(name) or name in _TAKEN:
        findings.append(report("reserved-name", spec.at("partner"), name=name))
    standard = _standard(spec, standards, findings)
    credentials = _credentials(name, spec, standard)
    for each in (spec, standard):
        if each is not None and "base_url" in (each.credentials or {}):
            at = each.at("credentials", "base_url")
            findings.append(report("reserved-name", at, name="base_url"))
    pages = tuple(_page(name, page) for name, page in (spec.pages or {}).items())
    around = Surroundings(spec, standard, credentials, pages, findings, look)
    in_order = sorted(operation_specs, key=lambda each: str(each.operation))
    resolved = [resolve_operation(each, around) for each in in_order]
    operations = tuple(each.operation for each in resolved)
    credentials = resolve_fetched(spec, standard, credentials, operations, findings)
    servers = tuple(
        resolve_environments(
            spec,
            environment_specs,
            operations,
            credentials,
            findings,
            lambda each: tuple(play(each, in_order, around)),
        )
    )
    callbacks = tuple(
        resolve_callback(each, around)
        for each in sorted(callback_specs, key=lambda each: str(each.callback))
    )
    calls = (*operations, *(each.operation for each in callbacks))
    findings.extend(_same_operations(operation_specs, callback_specs))
    findings.extend(_same_defects(spec, standard, (*operation_specs, *callback_specs)))
    findings.extend(_clashing_errors(resolved))
    by_name = {each.name: each for each in operations}
    known = {each.name for each in callbacks}
    findings.extend(unknown_operations(operation_specs, by_name, known))
    floors = (
        spec,
        *operation_specs,
        *callback_specs,
        *((standard,) if standard else ()),
    )
    findings.extend(unknown_links(floors, by_name))
    findings.extend(findings_between(operation_specs, by_name))
    findings.extend(_unused_credentials(spec, calls))
    written = (spec, *operation_specs, *callback_specs, *environment_specs)
    paths = [path_of(each) for each in written]
    if standard is not None:
        paths.append(path_of(standard))
    return ir.Partner(
        name=name,
        title=wording(spec.title),
        summary=spec.summary or "",
        pages=pages,
        environments=tuple(each for each in servers if _is_choosable(spec, each)),
        played=tuple(each for each in servers if each.operations),
        credentials=credentials,
        operations=operations,
        defects=(
            *defects_of(standard.defects if standard else None),
            *defects_of(spec.defects),
        ),
        base_url_variable=names.variable(name, "base_url"),
        specs=tuple(map(wording, sorted(paths))),
        callbacks=callbacks,
    )


def _is_choosable(spec: PartnerSpec, environment: ir.Environment) -> bool:
    """Tell whether a client can choose a server: it is documented or has a URL."""
    documented = environment.name in (spec.servers or {})
    return documented or environment.base_url != UNKNOWN


def _standard(
    spec: PartnerSpec, known: dict[str, StandardSpec], findings: list[Diagnostic]
) -> StandardSpec | None:
    if spec.follows is None:
        return None
    if spec.follows not in known:
        at, near = spec.at("follows"), nearest(spec.follows, known)
        findings.append(report("no-such-standard", at, near=near, name=spec.follows))
    return known.get(spec.follows)


def _credentials(
    partner: str, spec: PartnerSpec, standard: StandardSpec | None
) -> tuple[ir.CredentialDeclaration, ...]:
    """Return the credentials of the standard, then of the partner, which may narrow."""
    written: dict[str, CredentialSpec] = {}
    written.update((standard.credentials if standard else None) or {})
    written.update(spec.credentials or {})
    return tuple(
        ir.CredentialDeclaration(
            name=name,
            summary=wording(each.summary),
            secret=bool(each.secret),
            variable=names.variable(partner, name),
            comes_from=each.comes_from or "",
            example=each.example or "",
            evidence=evidence_at(each, "evidence", None),
        )
        for name, each in written.items()
    )


def _page(name: str, spec: PageSpec) -> ir.Page:
    return ir.Page(name, wording(spec.title), wording(spec.url), str(spec.read))


# What a partner's files may not say twice ---------------------------------------------


def _same_operations(
    operations: Iterable[OperationSpec], callbacks: Iterable[CallbackSpec]
) -> Iterator[Diagnostic]:
    places = [(str(each.operation), each.at("operation")) for each in operations]
    places += [(str(each.callback), each.at("callback")) for each in callbacks]
    return _repeated("operation", places)


def _same_defects(
    spec: PartnerSpec,
    standard: StandardSpec | None,
    operations: Iterable[OperationSpec | CallbackSpec],
) -> Iterator[Diagnostic]:
    listed: list[DefectSpec] = []
    for each in (standard, spec, *operations):
        listed += (each.defects if each else None) or ()
    return _repeated("defect", ((wording(each.id), each.at("id")) for each in listed))


def _repeated(
    what: str, places: Iterable[tuple[str, Location]]
) -> Iterator[Diagnostic]:
    seen: dict[str, Location] = {}
    for name, at in places:
        if name in seen:
            yield report("said-twice", at, what=what, name=name, first=seen[name])
        seen.setdefault(name, at)


def _clashing_errors(resolved: Iterable[Resolved]) -> Iterator[Diagnostic]:
    """Yield exceptions that two codes or replies name and mean differently."""
    seen: dict[str, NamedError] = {}
    for error in (error for each in resolved for error in each.errors):
        first = seen.setdefault(error.name, error)
        is_other_code = first.code and error.code and first.code != error.code
        if is_other_code or first.outcome != error.outcome:
            shown = {"first": _meaning(first), "second": _meaning(error)}
            yield report("error-named-twice", error.at, name=error.name, **shown)


def _meaning(error: NamedError) -> str:
    what = compose("the code {}", error.code) if error.code else "a reply"
    return compose("{} ({})", what, error.outcome)


def _unused_credentials(
    spec: PartnerSpec, operations: Sequence[ir.Operation]
) -> Iterator[Diagnostic]:
    """Yield the partner's own credentials that no operation sends or signs with."""
    used = {name for each in operations for name in credentials_of(each)}
    for name in spec.credentials or ():
        if operations and name not in used:
            at = spec.at("credentials", name)
            yield report("unused-credential", at, name=name)
