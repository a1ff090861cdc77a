"""The whole document: operations at their paths, servers, components, what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir
from ..members import is_unknown
from ..verbatim import compose, exact, joined
from .not_said import not_said
from .operations import defect, operation_object, schemas_of, schemes_of
from .requests import component
from .schemas import Json
from .webhooks import Called, webhooks

VERSION: Final = "3.1.0"
METHODS: Final = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE")
"""The methods that OpenAPI has a place for."""

Chosen = tuple[tuple[ir.Partner, ir.Operation], ...]


def document(chosen: Chosen, called: Called = ()) -> Json:
    """Return the OpenAPI document of the *chosen* operations, in their order.

    The callbacks that are *called* are its webhooks.
    """
    calls = (*chosen, *((partner, each.operation) for partner, each in called))
    partners = tuple({partner.name: partner for partner, _ in calls}.values())
    placed, unplaced = _placed(chosen)
    components = {
        "schemas": {
            name: schema for each in calls for name, schema in schemas_of(*each)
        },
        "securitySchemes": {
            name: scheme for each in calls for name, scheme in schemes_of(*each)
        },
        "pathItems": {
            component(*each, "path"): _unplaced(*each, why) for each, why in unplaced
        },
    }
    named = [(f"{partner.name}.{each.name}", each) for partner, each in calls]
    found = {
        "openapi": VERSION,
        "info": _about(partners, calls),
        "tags": [_tag(partner) for partner in partners],
        "paths": _paths(placed),
        "webhooks": webhooks(called, METHODS),
        "components": {key: value for key, value in components.items() if value},
        "x-specmill-not-said": [
            *_unplaced_list(unplaced),
            *_unknown_servers(partners),
            *not_said(named),
        ],
    }
    return exact(
        {key: value for key, value in found.items() if value or key != "webhooks"}
    )


def _about(partners: Iterable[ir.Partner], chosen: Chosen) -> Json:
    return {
        "title": joined(", ", (partner.title for partner in partners)),
        "version": max(
            (operation.page.read for _, operation in chosen), default="none"
        ),
        "description": (
            "What documentation pages say, as read on the day that is the version."
            " What OpenAPI cannot say stands in extensions and is listed in"
            " x-specmill-not-said."
        ),
    }


def _tag(partner: ir.Partner) -> Json:
    found = {
        "name": partner.name,
        "description": partner.summary,
        "x-specmill-title": partner.title,
        "x-specmill-credentials": [_credential(each) for each in partner.credentials],
        "x-specmill-servers": [_environment(each) for each in partner.environments],
        "x-specmill-defects": [defect(each) for each in partner.defects],
        "x-specmill-specs": list(partner.specs),
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def _credential(each: ir.CredentialDeclaration) -> Json:
    found = {
        "name": each.name,
        "summary": each.summary,
        "secret": each.secret,
        "variable": each.variable,
        "comes-from": each.comes_from,
        "example": each.example,
        "evidence": str(each.evidence),
    }
    return {key: value for key, value in found.items() if value != ""}


def _environment(each: ir.Environment) -> Json:
    found = {
        "name": each.name,
        "summary": each.summary,
        "url": each.base_url,
        "printed": each.printed,
        "facts": dict(each.facts),
        "evidence": str(each.evidence or ""),
    }
    return {key: value for key, value in found.items() if value not in ("", {})}


# Paths --------------------------------------------------------------------------------

Unplaced = list[tuple[tuple[ir.Partner, ir.Operation], str]]


def _placed(chosen: Chosen) -> tuple[Chosen, Unplaced]:
    """Part the operations that have a path of their own from the others."""
    placed: dict[tuple[str, str], tuple[ir.Partner, ir.Operation]] = {}
    owners: dict[str, tuple[str, str]] = {}
    unplaced: Unplaced = []
    for partner, operation in chosen:
        line = (operation.request.path, operation.request.method)
        shape = re.sub(r"\{[^}]*\}", "{}", line[0])  # the names make no other path
        owner = owners.get(shape, (partner.name, line[0]))
        if any(map(is_unknown, line)):
            unplaced.append(((partner, operation), "its method or path is not known"))
        elif line[1] not in METHODS:
            unplaced.append(((partner, operation), f"it has no place for {line[1]}"))
        elif owner != (partner.name, line[0]) or line in placed:
            first = placed.get(line) or next(
                each for at, each in placed.items() if at[0] == owner[1]
            )
            why = f"{first[0].name}.{first[1].name} stands at its path"
            unplaced.append(((partner, operation), why))
        else:
            placed[line] = (partner, operation)
            owners[shape] = owner
    return tuple(placed.values()), unplaced


def _paths(placed: Chosen) -> Json:
    found: dict[str, Any] = {}
    for partner, operation in placed:
        item = found.setdefault(operation.request.path, _path_item(partner))
        stated = operation_object(partner, operation)
        item[operation.request.method.lower()] = stated
        for method in operation.request.methods:
            # An id names one operation alone, and this is the same one by another way.
            other = {**stated, "operationId": f"{stated['operationId']}.{method}"}
            if method in METHODS:
                item.setdefault(method.lower(), other)
    return found


def _path_item(partner: ir.Partner) -> Json:
    servers = list(_servers(partner))
    return {"servers": servers} if servers else {}


def _unplaced(partner: ir.Partner, operation: ir.Operation, why: str) -> Json:
    """Return a Path Item that nothing refers to: the operation is not lost."""
    method = operation.request.method
    key = method.lower() if method in METHODS else "x-specmill-operation"
    return {
        **_path_item(partner),
        key: operation_object(partner, operation),
        "x-specmill-why-here": why,
    }


def _unplaced_list(unplaced: Unplaced) -> Iterator[Json]:
    for (partner, operation), why in unplaced:
        yield {
            "says": f"an operation without a path of its own: {why}",
            "told-in": compose(
                "components.pathItems.{}", component(partner, operation, "path")
            ),
            "at": [f"{partner.name}.{operation.name}"],
        }


# Servers ------------------------------------------------------------------------------


def _servers(partner: ir.Partner) -> Iterator[Json]:
    for each in partner.environments:
        if is_unknown(each.base_url) or not _is_documented(each):
            continue
        says = compose("{}: {}", each.name, each.summary) if each.summary else each.name
        yield {"url": each.base_url, "description": says}


def _is_documented(each: ir.Environment) -> bool:
    return each.evidence is None or each.evidence.documented


def _unknown_servers(partners: Iterable[ir.Partner]) -> Iterator[Json]:
    silent = [
        f"{partner.name}.servers.{each.name}"
        for partner in partners
        for each in partner.environments
        if is_unknown(each.base_url) or not _is_documented(each)
    ]
    if silent:
        yield {
            "says": "a server whose URL is unknown or inferred; a path without servers"
            " is one of the host that serves this document, which is not meant",
            "told-in": "x-specmill-servers",
            "at": silent,
        }
