"""`README.md` of the generated distribution: what there is, and a call of each kind.

A partner's parts of it are made with the partner, and put together with those of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from ..contribution import ReadmeParts, Whole
from ..light import dataclass
from ..literals import literal
from ..members import members
from ..output import Draft
from ..resolve import arguments
from ..samples import sample
from ..shapes import UNKNOWN
from ..verbatim import compose, joined
from . import readme_callbacks, types
from .callbacks import handler_name
from .client import client_name, returned
from .text import cell, code, draft, rendered, target


@dataclass(frozen=True, slots=True)
class _Call:
    summary: str
    code: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Variable:
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class _Environment:
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class _Partner:
    title: str
    calls: tuple[_Call, ...]
    callbacks: tuple[_Call, ...]
    environments: tuple[_Environment, ...]
    variables: tuple[_Variable, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    call: str
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class _Rows:
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    rows: tuple[str, ...]
    """Rows of a table, those of one partner as one text."""


@dataclass(frozen=True, slots=True)
class _View:
    package: str
    distribution: str
    rows: tuple[str, ...]
    inbound: tuple[_Section, ...]
    """One, or none where no partner calls us."""
    partners: tuple[str, ...]


def together(whole: Whole) -> Iterator[Draft]:
    """Yield the README, of the parts that every partner has of it."""
    parts = [each.readme for each in whole.partners]
    inbound = tuple(each.inbound for each in parts if each.inbound)
    view = _View(
        package=whole.package,
        distribution=whole.package.replace("_", "-"),
        rows=tuple(each.rows for each in parts if each.rows),
        inbound=(_Section(inbound),) if inbound else (),
        partners=tuple(each.section for each in parts),
    )
    yield draft("README.md", "readme.md.j2", view)


def parts(api: ir.Api) -> ReadmeParts:
    """Return what the README says of the one partner of *api*, line by line."""
    (partner,) = api.partners
    rows = tuple(_row(partner, operation) for operation in partner.operations)
    section = rendered("readme_partner.md.j2", _partner(api, partner))
    return ReadmeParts(
        rows=rendered("readme_rows.md.j2", _Rows(rows)).removesuffix("\n"),
        inbound=rendered("readme_rows.md.j2", _inbound(partner)).removesuffix("\n"),
        section=section.removesuffix("\n"),
    )


def _row(partner: ir.Partner, operation: ir.Operation) -> _Row:
    return _Row(
        call=f"`{client_name(partner)}.{operation.name}`",
        summary=cell(operation.summary),
        page=_page(operation.page),
    )


def _page(page: ir.Page) -> str:
    return f"[{cell(page.title)}]({target(page.url)})"


def _inbound(partner: ir.Partner) -> _Rows:
    return _Rows(
        tuple(
            _Row(
                call=f"`{partner.name}.callbacks.{each.name}.{handler_name(each)}`",
                summary=cell(each.operation.summary),
                page=_page(each.operation.page),
            )
            for each in partner.callbacks
        )
    )


def _partner(api: ir.Api, partner: ir.Partner) -> _Partner:
    return _Partner(
        title=cell(partner.title),
        calls=tuple(_call(api, partner, each) for each in partner.operations),
        callbacks=tuple(
            _Call(
                summary=cell(
                    compose("{} calls us: {}", partner.title, each.operation.summary)
                ),
                code=tuple(readme_callbacks.code(api.package, partner, each)),
                notes=tuple(readme_callbacks.notes(each)),
            )
            for each in partner.callbacks
        ),
        environments=tuple(
            _environment(partner, each) for each in partner.environments
        ),
        variables=(
            *(
                _Variable(f"`{each.variable}`", cell(_told(each)))
                for each in partner.credentials
            ),
            _Variable(
                f"`{partner.base_url_variable}`", "replaces the environment's URL"
            ),
        ),
    )


def _told(credential: ir.CredentialDeclaration) -> str:
    """Return what a credential is, and which call returns it where one does."""
    if credential.fetched is None:
        return credential.summary
    by = f"fetched by `{credential.fetched.operation}` where it is not set"
    return compose("{}; {}", credential.summary.rstrip("."), by)


def _environment(partner: ir.Partner, each: ir.Environment) -> _Environment:
    if each.base_url == UNKNOWN:
        printed = f"printed as {cell(each.printed)}" if each.printed else ""
        missing = printed or "not documented"
        says = f"URL {missing}: pass `base_url=` or set `{partner.base_url_variable}`"
    else:
        evidence = cell(str(each.evidence or "environment file"))
        says = f"{cell(each.base_url)} ({evidence})"
    return _Environment(f"`{each.name}`", says)


def _call(api: ir.Api, partner: ir.Partner, operation: ir.Operation) -> _Call:
    return _Call(
        summary=cell(operation.summary),
        code=tuple(_code(api, partner, operation)),
        notes=tuple(_notes(operation)),
    )


def _code(api: ir.Api, partner: ir.Partner, operation: ir.Operation) -> Iterator[str]:
    name = client_name(partner)
    environment = partner.environments[0].name if partner.environments else ""
    chosen = f"environment={literal(environment)}" if environment else 'base_url="..."'
    yield f"from {api.package}.{partner.name} import {name}, errors"
    if any(map(types.is_file, arguments(operation))):
        yield f"from {api.package}.{partner.name}.client import File"
    yield ""
    if operation.request.by_browser:
        yield f"with {name}({chosen}) as {partner.name}:"
        yield f"    url = {partner.name}.{operation.name}("
        for field in arguments(operation):
            if field.required is not False:
                yield f"        {field.name}={literal(_passed(field))},"
        yield "    )  # a browser is sent there; nothing is sent from here"
        return
    yield f"with {name}({chosen}) as {partner.name}:"
    yield "    try:"
    yield f"        reply = {partner.name}.{operation.name}("
    for field in arguments(operation):
        if field.required is not False:
            yield f"            {field.name}={_written(field)},"
    yield "        )"
    yield "    except errors.Rejected as refusal:"
    yield "        print(refusal.code, refusal.then)  # documented and definite"
    yield "    except errors.OutcomeUnknown as unknown:"
    yield "        print(unknown.reason)  # nobody knows: do not fail the transaction"
    if returned(operation):
        yield "    else:"
        yield "        print(type(reply).__name__)"


def _written(field: ir.Field) -> str:
    if types.is_file(field):
        return f"File({field.name}, {literal(sample(field)['media'])})"
    return literal(_passed(field))


def _passed(field: ir.Field) -> Any:
    """Return what a caller passes: the client itself writes the prefix."""
    value = sample(field)
    return value.removeprefix(field.prefix) if isinstance(value, str) else value


def _notes(operation: ir.Operation) -> Iterator[str]:
    if operation.pages is not None:
        told = cell(operation.pages.sentence)
        yield f"In parts, {told}: `each_{operation.name}` yields the items of all."
    if operation.authentication is not None:
        yield from (f"{cell(e)}." for e in operation.authentication.sentences())
    if operation.repetition is not None:
        yield f"{cell(operation.repetition.sentence)}."
    if operation.states is not None:
        yield f"{cell(operation.states.sentence)}."
    if operation.polling is not None:
        told = cell(operation.polling.sentence)
        yield f"{told}: `poll_{operation.name}` does so until a state is final."
    for member in members(operation):
        link = member.field.from_reply
        if link is not None:
            place = cell(joined(".", member.steps))
            told = f"what `{link.operation}` returned at {cell(link.at)}"
            yield f"{place} is {told}."
    for rule in operation.rules:
        yield cell(rule.sentence)
    if operation.effect and not operation.request.by_browser:
        yield f"A call {cell(operation.effect)}; it is never repeated by itself."
    for unknown in operation.unknowns:
        if unknown.needed:
            yield f"{code(unknown.fact)}: {cell(unknown.says)}; pass it in `facts=`."
