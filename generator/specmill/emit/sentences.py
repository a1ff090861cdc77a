"""What is said of a field in docstrings, each clause with the evidence of its own fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from .. import ir
from ..constraints import OneOf
from ..members import evidence_key
from ..verbatim import compose, joined

Clause = tuple[str, ir.Evidence]


def said(field: ir.Field, *more: Clause) -> str:
    """Return a sentence on *field*: what it is, its limits, and *more*.

    Clauses of one evidence stand together before it: `The order (example); it is text
    of at most 50 characters (external: another page).`
    """
    clauses = [*_clauses(field), *more]
    groups = groupby(clauses, key=lambda clause: clause[1])
    told = (_told(evidence, group) for evidence, group in groups)
    return compose("{}.", joined("; ", told))


def _clauses(field: ir.Field) -> Iterator[Clause]:
    subject = field.summary.rstrip(".") or compose("`{}`", field.wire_name)
    yield subject, field.evidence_of("type")
    for limit in field.constraints:
        evidence = field.evidence_of(evidence_key(field, limit.rule))
        yield compose("it {}", limit.says), evidence
        if isinstance(limit, OneOf):
            yield from ((text, evidence) for text in _meanings(limit))
    if isinstance(field.type, ir.Record) and field.type.is_file:
        for each in field.type.fields:
            for limit in each.constraints:
                yield compose(
                    "its {} {}", each.wire_name, limit.says
                ), each.evidence_of("else")
    if field.minor_units is not None:
        digits = "decimal" if field.minor_units == 1 else "decimals"
        text = f"it counts the smallest unit: {field.minor_units} {digits} are left out"
        yield text, field.evidence_of("type")
    if field.blank:
        yield "it may be empty text", field.evidence_of("required")
    if field.default_from:
        text = compose("{} is assumed when it is left out", field.default_from)
        yield text, field.evidence_of("default")
    if field.server_changes:
        text = compose("the partner changes it: {}", field.server_changes)
        yield text, field.evidence_of("else")
    if field.deprecated:
        yield "the page advises against it", field.evidence_of("else")


def _meanings(limit: OneOf) -> Iterator[str]:
    for value, meaning in zip(limit.values, limit.meanings, strict=True):
        if meaning:
            yield compose("{} means {}", value, meaning)


def _told(evidence: ir.Evidence, group: Iterable[Clause]) -> str:
    return compose("{} ({})", joined("; ", (text for text, _ in group)), evidence)
