"""Pages as meant: which arguments ask for a part of a list, and where its items are."""

from __future__ import annotations

from .. import ir
from ..diagnostics import report
from ..spec import OperationSpec, PagesSpec
from ..verbatim import compose, wording
from .layers import evidence_at
from .places import member_at, member_path
from .scope import Scope


def resolve_pages(
    scope: Scope,
    operation: OperationSpec,
    request: ir.Request,
    replies: tuple[ir.Reply, ...],
) -> ir.Pages | None:
    """Return how a list is asked for in parts, after telling why it cannot be."""
    spec = operation.pages
    if spec is None:
        return None
    if operation.effect != "none":
        at = spec.at()
        says = "an operation whose effect is none"
        scope.findings.append(report("cannot-page", at, says=says))
    skip = _argument(scope, spec, "skip", wording(spec.skip), request)
    count = _argument(scope, spec, "count", wording(spec.count), request)
    if skip is not None and skip is count:
        says = "two members, one that skips and one that counts"
        scope.findings.append(report("cannot-page", spec.at("count"), says=says))
    items = _items(scope, spec, replies)
    if skip is None or count is None or items is None:
        return None
    path, held = items
    item = held.name if isinstance(held, ir.Record) else ""
    evidence = evidence_at(spec, "evidence", None)
    return ir.Pages(skip.name, count.name, path, item, evidence)


def _argument(
    scope: Scope, spec: PagesSpec, key: str, text: str, request: ir.Request
) -> ir.Field | None:
    """Return the member called *text*, which has to be a number that callers pass."""
    place, _, rest = text.partition(".")
    body = ir.Record("", dict(request.places()).get(place, ()), open=False)
    path = member_path(body, rest)
    if path is None:
        where = "the request"
        scope.findings.append(
            report("no-such-place", spec.at(key), place=text, where=where)
        )
        return None
    field = member_at(body, path)
    is_passed = isinstance(field.source, ir.Caller) and len(path) == 1
    if not (is_passed and isinstance(field.type, ir.Integer) and field.form is None):
        says = compose("'{}' to be a whole number that the caller passes", text)
        scope.findings.append(report("cannot-page", spec.at(key), says=says))
        return None
    return field


def _items(
    scope: Scope, spec: PagesSpec, replies: tuple[ir.Reply, ...]
) -> tuple[ir.Path, ir.Type] | None:
    """Return the attributes that lead to the list, and what it holds."""
    root, _, rest = wording(spec.items).partition(".")
    for reply in replies:
        path = member_path(reply.body, rest) if root == "body" else None
        if path is None or reply.outcome not in ("success", "alternative", "by-code"):
            continue
        attributes = tuple(
            member_at(reply.body, path[: end + 1]).name for end in range(len(path))
        )
        kind = member_at(reply.body, path).type
        if isinstance(kind, ir.Array):
            return attributes, kind.item.type
        says = compose("'{}' to be a list", spec.items)
        scope.findings.append(report("cannot-page", spec.at("items"), says=says))
        return None
    where, at = "any reply that a call returns", spec.at("items")
    finding = report("no-such-place", at, place=wording(spec.items), where=where)
    scope.findings.append(finding)
    return None
