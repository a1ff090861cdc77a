"""One operation as an Operation Object, and what it puts among the components."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from ..verbatim import compose, joined
from .requests import (
    component,
    conditions,
    ignored_headers,
    parameters,
    recipe,
    request_body,
    request_schema,
    schemes,
    security,
)
from .responses import reply_schema, responses
from .schemas import Json
from .together import extensions


def operation_object(partner: ir.Partner, operation: ir.Operation) -> Json:
    """Return the Operation Object with everything that is known of the operation."""
    page = operation.page
    found: Json = {
        "operationId": f"{partner.name}.{operation.name}",
        "tags": [partner.name],
        "summary": operation.summary,
        "externalDocs": {
            "url": page.url,
            "description": compose("{}, {}", page.title, page.read),
        },
    }
    given = parameters(partner, operation)
    if given:
        found["parameters"] = given
    if operation.request.body is not None:
        found["requestBody"] = request_body(partner, operation)
    found["responses"] = responses(partner, operation)
    asked = security(partner, operation)
    if asked:
        found["security"] = asked
    return {**found, **_extensions(partner, operation)}


def _extensions(partner: ir.Partner, operation: ir.Operation) -> Json:
    request = operation.request
    found = {
        "x-specmill-line": {
            "method": {"is": request.method, "evidence": str(request.method_evidence)},
            "path": {"is": request.path, "evidence": str(request.path_evidence)},
        },
        "x-specmill-methods": list(request.methods),
        "x-specmill-by-browser": request.by_browser or None,
        "x-specmill-conditions": conditions(request.conditions),
        "x-specmill-effect": operation.effect or "none",
        "x-specmill-may-repeat": operation.may_repeat,
        "x-specmill-headers": ignored_headers(partner, operation),
        "x-specmill-signature": recipe(request.signature),
        "x-specmill-codes": {each.code: _code(each) for each in operation.codes},
        "x-specmill-states": _states(operation.states),
        "x-specmill-pages": _pages(operation.pages),
        "x-specmill-polling": _polling(operation.polling),
        **extensions(operation),
        "x-specmill-rules": [_rule(each) for each in operation.rules],
        "x-specmill-unknown": [_unknown(each) for each in operation.unknowns],
        "x-specmill-defects": [defect(each) for each in operation.defects],
        "x-specmill-spec": operation.spec,
    }
    return _said(found)


def _said(found: Json) -> Json:
    return {
        key: value for key, value in found.items() if value not in (None, "", [], {})
    }


def _code(code: ir.Code) -> Json:
    return _said(
        {
            "outcome": code.outcome,
            "match": "" if code.match == "exact" else code.match,
            "sample": code.sample,
            "messages": list(code.messages),
            "final": code.final,
            "retry-after": code.retry_after,
            "retry-times": code.retry_times,
            "error": code.error,
            "then": code.then,
            "message": code.message,
            "summary": code.summary,
            "http": code.http,
            "with": dict(code.agrees),
            "in": list(code.replies),
            "for": list(code.answers),
            "evidence": str(code.evidence),
        }
    )


def _states(states: ir.States | None) -> Json:
    if states is None:
        return {}
    return {
        "at": joined(".", states.at),
        "values": {
            each.value: _said(
                {
                    "final": each.final,
                    "allows": list(each.allows),
                    "summary": each.summary,
                }
            )
            for each in states.values
        },
        "evidence": str(states.evidence),
    }


def _pages(pages: ir.Pages | None) -> Json:
    if pages is None:
        return {}
    return {
        "skip": pages.skip,
        "count": pages.count,
        "items": ".".join(pages.items),
        "item": pages.item,
        "evidence": str(pages.evidence),
    }


def _polling(polling: ir.Polling | None) -> Json:
    if polling is None:
        return {}
    return {
        "every": polling.every,
        "for": polling.lasts,
        "evidence": str(polling.evidence),
    }


def _rule(rule: ir.Rule) -> Json:
    return _said(
        {
            "say": rule.say,
            "kind": rule.kind,
            "seconds": rule.seconds,
            "after": rule.after,
            "field": rule.field,
            "terms": dict(rule.terms),
            "told": rule.told,
            "evidence": str(rule.evidence),
        }
    )


def _unknown(unknown: ir.Unknown) -> Json:
    return {
        "fact": unknown.fact,
        "says": unknown.says,
        "needed": unknown.needed,
        "can-be-supplied": unknown.can_be_supplied,
    }


def defect(found: ir.Defect) -> Json:
    """Return a defect as a spec writes it."""
    return _said(
        {
            "id": found.id,
            "page": found.page,
            "decided": found.decided,
            "explains": list(found.explains),
        }
    )


def schemas_of(
    partner: ir.Partner, operation: ir.Operation
) -> Iterator[tuple[str, Any]]:
    """Yield the schemas of the operation by their names among the components."""
    if operation.request.body is not None:
        yield component(partner, operation, "request"), request_schema(operation)
    for reply in operation.replies:
        name = component(partner, operation, reply.name)
        yield name, reply_schema(operation, reply)


def schemes_of(
    partner: ir.Partner, operation: ir.Operation
) -> Iterator[tuple[str, Any]]:
    """Yield the security schemes of the operation by name."""
    return schemes(partner, operation)
