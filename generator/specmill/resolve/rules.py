"""Rules as meant: each held to the keys of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..diagnostics import nearest, report
from ..rules import COMMON, KINDS, told
from ..shapes import keys_of
from ..spec import OperationSpec, PartnerSpec, RuleSpec
from ..verbatim import wording
from .layers import evidence_at
from .scope import Scope

_OWN: Final = (*COMMON, "seconds")
"""Keys that are terms only of a rule that must have them."""


def resolve_rules(
    scope: Scope, operation: OperationSpec, partner: PartnerSpec
) -> Iterator[ir.Rule]:
    """Yield the rules of an operation, after telling what they lack or have for nothing."""
    for spec in operation.rules or ():
        if spec.kind not in KINDS:
            continue  # told while it was read
        _tell_other_keys(scope, spec)
        for index, name in enumerate(spec.in_ or ()):
            if name not in (partner.servers or {}):
                at, near = spec.at("in", index), nearest(name, partner.servers or {})
                finding = report("no-such-environment", at, near=near, name=name)
                scope.findings.append(finding)
        yield _rule(spec)


def _tell_other_keys(scope: Scope, spec: RuleSpec) -> None:
    kind = KINDS[str(spec.kind)]
    where = f"rule of the kind {spec.kind}"
    for key in kind.needs:
        if not spec.wrote(key):
            scope.findings.append(
                report("missing-key", spec.at(), key=key, where=where)
            )
    for key in keys_of(RuleSpec):
        if spec.wrote(key) and key not in kind.keys:
            at = spec.at(key)
            scope.findings.append(report("unknown-key", at, key=key, where=where))


def _rule(spec: RuleSpec) -> ir.Rule:
    kind = KINDS[str(spec.kind)]
    terms = tuple(
        (key, _value(spec, key))
        for key in kind.keys
        if (key not in _OWN or key in kind.needs) and spec.wrote(key)
    )
    is_whole = bool(terms) and all(spec.wrote(key) for key in kind.needs)
    return ir.Rule(
        say=wording(spec.say),
        kind=str(spec.kind),
        seconds=spec.seconds,
        after=spec.after or "",
        field=spec.field or "",
        evidence=evidence_at(spec, "evidence", None),
        terms=terms,
        told=told(str(spec.kind), dict(terms)) if is_whole else "",
    )


def _value(spec: RuleSpec, key: str) -> Any:
    return getattr(spec, keys_of(RuleSpec)[key].attribute)


# What rules change ----------------------------------------------------------------------


def opened(
    rules: tuple[ir.Rule, ...], replies: tuple[ir.Reply, ...]
) -> tuple[ir.Reply, ...]:
    """Return the replies, with members that no page tells where a rule says so."""
    if not any(rule.kind == "tolerant" for rule in rules):
        return replies
    return tuple(replace(each, body=_open(each.body)) for each in replies)


def _open(record: ir.Record) -> ir.Record:
    fields = tuple(replace(each, type=_opened(each.type)) for each in record.fields)
    return replace(record, fields=fields, open=True)


def _opened(kind: ir.Type) -> ir.Type:
    if isinstance(kind, ir.Record):
        return _open(kind)
    if isinstance(kind, ir.Array):
        return replace(kind, item=replace(kind.item, type=_opened(kind.item.type)))
    if isinstance(kind, ir.Map):
        return replace(kind, value=replace(kind.value, type=_opened(kind.value.type)))
    return kind
