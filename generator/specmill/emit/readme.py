"""`README.md` of the generated distribution: what there is, and a call of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from .. import ir
from ..output import Draft
from ..resolve import arguments
from ..samples import sample
from ..shapes import UNKNOWN
from . import types
from .client import client_name, returned
from .text import draft, literal


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
    environments: tuple[_Environment, ...]
    variables: tuple[_Variable, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    call: str
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class _View:
    package: str
    distribution: str
    rows: tuple[_Row, ...]
    partners: tuple[_Partner, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the README."""
    view = _View(
        package=api.package,
        distribution=api.package.replace("_", "-"),
        rows=tuple(
            _row(partner, operation)
            for partner in api.partners
            for operation in partner.operations
        ),
        partners=tuple(_partner(api, partner) for partner in api.partners),
    )
    yield draft("README.md", "readme.md.j2", view)


def _row(partner: ir.Partner, operation: ir.Operation) -> _Row:
    page = operation.page
    return _Row(
        call=f"`{client_name(partner)}.{operation.name}`",
        summary=_cell(operation.summary),
        page=f"[{_cell(page.title)}]({_target(page.url)})",
    )


_MARKS: Final = re.compile(r"[\\|`*_\[\]<>&~]")
_LINE_MARK: Final = re.compile(r"[#+=:-]|[0-9]+[.)]")
_USUAL_URL: Final = re.compile(r"[A-Za-z0-9:/?#._~=%@,;!$+-]+")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


def _cell(text: str) -> str:
    """Return text on one line that Markdown shows as it is, in a cell of a table too."""
    line = _MARKS.sub(r"\\\g<0>", _BLANKS.sub(" ", text.strip(" \t\r\n")))
    found = _LINE_MARK.match(line)  # what would make a heading or a list of a line
    return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}" if found else line


def _target(url: str) -> str:
    """Return *url* as the target of a link, in a cell of a table too."""
    if _USUAL_URL.fullmatch(url):
        return url
    inner = re.sub(r"[\\|<>&]", r"\\\g<0>", url)
    return f"<{inner}>"


def _partner(api: ir.Api, partner: ir.Partner) -> _Partner:
    return _Partner(
        title=_cell(partner.title),
        calls=tuple(_call(api, partner, each) for each in partner.operations),
        environments=tuple(
            _environment(partner, each) for each in partner.environments
        ),
        variables=(
            *(
                _Variable(f"`{each.variable}`", _cell(each.summary))
                for each in partner.credentials
            ),
            _Variable(
                f"`{partner.base_url_variable}`", "replaces the environment's URL"
            ),
        ),
    )


def _environment(partner: ir.Partner, each: ir.Environment) -> _Environment:
    if each.base_url == UNKNOWN:
        printed = f"printed as {_cell(each.printed)}" if each.printed else ""
        missing = printed or "not documented"
        says = f"URL {missing}: pass `base_url=` or set `{partner.base_url_variable}`"
    else:
        evidence = _cell(str(each.evidence or "environment file"))
        says = f"{_cell(each.base_url)} ({evidence})"
    return _Environment(f"`{each.name}`", says)


def _call(api: ir.Api, partner: ir.Partner, operation: ir.Operation) -> _Call:
    return _Call(
        summary=_cell(operation.summary),
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
        told = _cell(operation.pages.sentence)
        yield f"In parts, {told}: `each_{operation.name}` yields the items of all."
    if operation.states is not None:
        yield f"{_cell(operation.states.sentence)}."
    if operation.polling is not None:
        told = _cell(operation.polling.sentence)
        yield f"{told}: `poll_{operation.name}` does so until a state is final."
    for rule in operation.rules:
        yield _cell(rule.sentence)
    if operation.effect and not operation.request.by_browser:
        yield f"A call {_cell(operation.effect)}; it is never repeated by itself."
    for unknown in operation.unknowns:
        if unknown.needed:
            yield f"`{unknown.fact}`: {_cell(unknown.says)}; pass it in `facts=`."
