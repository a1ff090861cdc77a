"""Success in part, as meant: where a reply tells what became of each item."""

from __future__ import annotations

from .. import ir
from ..diagnostics import nearest, report
from ..spec import ItemsSpec, ReplySpec
from ..verbatim import compose, wording
from .layers import evidence_at
from .places import member_at, place
from .scope import Scope


def resolve_items(scope: Scope, reply: ReplySpec, body: ir.Record) -> ir.Items | None:
    """Return what *reply* tells of each item, after telling why it cannot."""
    spec = reply.items
    if spec is None:
        return None
    if reply.outcome not in ("success", "alternative", "by-code"):
        says = "a reply that a call returns, and this one is raised"
        scope.findings.append(report("bad-items", spec.at(), says=says))
    path = place(scope, spec, ("at",), wording(spec.at_), body)
    if path is None:
        return None
    kind = member_at(body, path).type
    item = kind.item.type if isinstance(kind, ir.Array) else None
    if not isinstance(item, ir.Record):
        says = compose("'{}' to be a list of objects", spec.at_)
        scope.findings.append(report("bad-items", spec.at("at"), says=says))
        return None
    code = _member(scope, spec, "code", item)
    message = _member(scope, spec, "message", item)
    if spec.code is None:
        says = "the member that is the 'code' of one"
        scope.findings.append(report("bad-items", spec.at(), says=says))
    return ir.Items(
        at=path,
        attributes=tuple(
            member_at(body, path[: end + 1]).name for end in range(len(path))
        ),
        code=code,
        message=message,
        outcomes=tuple((spec.outcomes or {}).items()),
        evidence=evidence_at(spec, "evidence", None),
    )


def _member(scope: Scope, spec: ItemsSpec, key: str, item: ir.Record) -> str:
    """Return the member of an item that *key* names; empty where it names none."""
    name = getattr(spec, key)
    known = {
        each.wire_name: isinstance(each.type, ir.Text | ir.Integer)
        for each in item.fields
    }
    if name is not None and not known.get(name):
        near = nearest(name, known)
        says = compose(
            "'{}' to be a member of an item that is text or a whole number", name
        )
        scope.findings.append(report("bad-items", spec.at(key), near=near, says=says))
    return name or ""
