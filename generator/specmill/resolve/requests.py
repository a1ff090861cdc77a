"""Requests as meant: members from every floor, narrowed and never widened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from .. import ir
from ..diagnostics import report
from ..runtime.wire import HEADER_TEXT
from ..shapes import UNKNOWN
from ..spec import (
    BodySpec,
    Defaults,
    FieldSpec,
    OperationSpec,
    PartnerSpec,
    RequestSpec,
    StandardOperation,
    StandardSpec,
)
from ..verbatim import compose, wording
from .conditions import resolve_conditions
from .fields import resolve_fields
from .layers import Layered, Tables, evidence_at, merged
from .lines import findings_in_line, resolve_segments
from .scope import Scope
from .signatures import signature_of
from .sources import tell_bad_sources
from .writings import tell_unwritable, writing_of


def resolve_request(
    scope: Scope,
    operation: OperationSpec,
    partner: PartnerSpec,
    standard: StandardSpec | None,
    template: StandardOperation | None,
) -> ir.Request:
    """Return what is sent, after a standard, a partner and an operation have spoken."""
    written: Any = operation.request
    _tell_left_out(scope, operation, partner, standard, template)
    header_tables: Tables = [(written.headers, written.defaults)]
    is_call = written.carried_by is None  # a browser sets no headers of the partner's
    if is_call:
        header_tables.append((partner.headers, None))
    if is_call and standard is not None:
        header_tables.append((standard.headers, standard.defaults))
    told = scope.environment.request if scope.environment else None
    query = merged(
        [(written.query, written.defaults)], scope.on_top(told.query if told else None)
    )
    headers = _narrowed(
        scope,
        operation,
        "request.headers",
        header_tables,
        told.headers if told else None,
    )
    methods = _methods(written)
    segments = merged(
        [(written.segments, written.defaults)],
        scope.on_top(told.segments if told else None),
    )
    request = ir.Request(
        method=methods[0],
        methods=methods if len(methods) > 1 else (),
        path=wording(written.path),
        by_browser=written.carried_by == "browser",
        method_evidence=_line_evidence(scope, written, "method"),
        path_evidence=_line_evidence(scope, written, "path"),
        segments=resolve_segments(scope, segments),
        query=resolve_fields(scope, query, "request.query", scope.prefix + "Query"),
        headers=resolve_fields(
            scope, headers, "request.headers", scope.prefix + "Headers"
        ),
        body=_body(scope, operation, template),
        writing=writing_of(
            scope, written.body or (template.body if template else None)
        ),
        signature=None,
    )
    if request.body is not None:
        tell_unwritable(scope, request.writing, request.body)
    scope.findings.extend(findings_in_line(scope, written, request))
    _tell_same_headers(scope, request.headers)
    tell_unsendable_headers(scope, request.headers, request.writing.format)
    _tell_not_carried(scope, request)
    parts = tuple(request.places())
    asked = resolve_conditions(scope, written.conditions, parts, "request")
    request = replace(request, conditions=asked)
    tell_bad_sources(scope, request)
    return signature_of(scope, request, operation, partner, standard)


def _methods(written: RequestSpec) -> tuple[str, ...]:
    said = written.method
    return tuple(dict.fromkeys(said)) if isinstance(said, tuple) else (str(said),)


def _line_evidence(scope: Scope, written: RequestSpec, part: str) -> ir.Evidence:
    """Return the evidence of the method or the path; what is unknown needs none."""
    stated = written.evidence
    if stated is not None and stated.wrote(part):
        return evidence_at(stated, part, None)
    if getattr(written, part) != UNKNOWN:
        at = written.at("evidence")
        scope.findings.append(
            report("missing-key", at, key=part, where="evidence of the request")
        )
    return ir.Evidence("inferred", "the page does not say")


def _narrowed(
    scope: Scope,
    operation: OperationSpec,
    path: str,
    tables: Tables,
    on_top: dict[str, FieldSpec] | None,
) -> list[tuple[str, Layered]]:
    """Return the members of every floor but those that the operation leaves out."""
    left_out = operation.leaves_out or ()
    fields = [
        (name, each)
        for name, each in merged(tables, scope.on_top(on_top))
        if name not in left_out
    ]
    for name, layered in fields:
        _tell_wider(scope, operation, compose("{}.{}", path, name), layered)
    return fields


def _tell_left_out(
    scope: Scope,
    operation: OperationSpec,
    partner: PartnerSpec,
    standard: StandardSpec | None,
    template: StandardOperation | None,
) -> None:
    """Report names that are left out and that neither standard nor partner has."""
    shared = set(partner.headers or ())
    if standard is not None:
        shared |= set(standard.headers or ())
    if template is not None and template.body is not None:
        shared |= set(template.body.fields or ())
    for index, name in enumerate(operation.leaves_out or ()):
        if name not in shared:
            at = operation.at("leaves-out", index)
            scope.findings.append(report("leaves-out-nothing", at, name=name))


def _body(
    scope: Scope, operation: OperationSpec, template: StandardOperation | None
) -> ir.Record | None:
    written: Any = operation.request
    layers: list[tuple[BodySpec | None, Defaults | None]] = [
        (written.body, written.defaults)
    ]
    if template is not None:
        layers.append((template.body, template.defaults))
    bodies = [(body, defaults) for body, defaults in layers if body is not None]
    if not bodies:
        return None
    tables: Tables = [(body.fields, defaults) for body, defaults in bodies]
    told = scope.environment.request if scope.environment else None
    on_top = told.body if told else None
    fields = _narrowed(
        scope, operation, "request.body", tables, on_top.fields if on_top else None
    )
    class_name = scope.prefix + "Request"
    resolved = resolve_fields(scope, fields, "request.body", class_name)
    said = [on_top] if on_top else []
    said += [body for body, _ in bodies]
    is_open = next((body.open for body in said if body.wrote("open")), False)
    return ir.Record(class_name, resolved, bool(is_open))


# What HTTP can carry ------------------------------------------------------------------


def _tell_same_headers(scope: Scope, headers: Iterable[ir.Field]) -> None:
    seen: dict[str, str] = {}
    for field in headers:
        first = seen.setdefault(field.wire_name.lower(), field.wire_name)
        if first != field.wire_name:
            scope.tell_at("same-header", field.path, first=first)


_FRAMING: Final = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "keep-alive"}
    | {"te", "trailer", "upgrade", "expect", "accept-encoding"}
)
"""Headers that say how a message is carried, in lower case; `proxy-*` are more."""


def tell_unsendable_headers(
    scope: Scope, headers: Iterable[ir.Field], format: str
) -> None:
    """Report headers that HTTP itself needs, and values that no header carries."""
    # The boundary of a multipart body is made for each call.
    framing = _FRAMING | ({"content-type"} if format == "multipart" else set())
    for field in headers:
        name = field.wire_name.lower()
        if name in framing or name.startswith("proxy-"):
            scope.tell_at("framing-header", field.path, name=field.wire_name)
        for value in field.listed:
            if isinstance(value, str) and value and not HEADER_TEXT.fullmatch(value):
                values = {"value": value, "place": field.path, "says": _NO_HEADER}
                scope.tell_at("value-breaks", field.path, **values)


_NO_HEADER: Final = (
    "is no line of Latin letters without space around it, as a header is"
)


_NOT_CARRIED: Final[dict[type, str]] = {
    ir.Record: "an object",
    ir.Map: "an object",
    ir.Array: "a list",
    ir.Number: "a number with a fraction (write 'as: text')",
}


def _tell_not_carried(scope: Scope, request: ir.Request) -> None:
    """Report members of the query and headers that are not text when they are sent."""
    for place, fields in (
        ("a path", request.segments),
        ("a query", request.query),
        ("a header", request.headers),
    ):
        for field in fields:
            found = _NOT_CARRIED.get(type(field.type))
            key = "nullable" if field.nullable else "type"
            if found is not None or field.nullable:
                shown = {"wire_name": field.wire_name, "place": place}
                found = found or "null at times"
                scope.tell_at("no-carrier", field.path, key, **shown, found=found)


# Narrowing ----------------------------------------------------------------------------


def _tell_wider(
    scope: Scope, operation: OperationSpec, place: str, layered: Layered
) -> None:
    """Report a limit that is wider than the one it narrows, unless a defect says so."""
    explained = {
        place for defect in operation.defects or () for place in defect.explains or ()
    }
    for key in wider(layered):
        scope.wider.add(compose("{}.{}", place, key))
        if compose("{}.{}", place, key) not in explained:
            scope.tell("wider", layered, key, key=key, place=place)
    for name, inner in layered.children("fields"):
        _tell_wider(scope, operation, compose("{}.{}", place, name), inner)


def wider(layered: Layered) -> Iterator[str]:
    """Yield the keys of which a floor says more than the next one that says them."""
    for key, is_within in _WITHIN.items():
        said = [
            getattr(layer.spec, key)
            for layer in layered.layers
            if layer.spec.wrote(key)
        ]
        if not all(is_within(inner, outer) for inner, outer in pairwise(said)):
            yield key


_NARROWER_CHARS: Final = {
    ("digits", "alphanumeric"),
    ("letters", "alphanumeric"),
    ("hex", "alphanumeric"),
    ("digits", "hex"),
}


def _chars_within(inner: Any, outer: Any) -> bool:
    return inner == outer or (inner, outer) in _NARROWER_CHARS


def _bounds_within(inner: Any, outer: Any) -> bool:
    (low, high), (least, most) = inner, outer
    low_ok = least is None or (low is not None and low >= least)
    return low_ok and (most is None or (high is not None and high <= most))


_WITHIN: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "type": lambda inner, outer: inner == outer or outer == "unknown",
    "required": lambda inner, outer: inner is True or outer is not True,
    "nullable": lambda inner, outer: outer or not inner,
    "length": _bounds_within,
    "range": _bounds_within,
    "chars": _chars_within,
    "enum": lambda inner, outer: set(inner) <= set(outer),
    "const": lambda inner, outer: inner == outer,
}
"""Whether what one floor says of a key is within what the next one says."""
