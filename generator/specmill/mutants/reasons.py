"""Why a changed provider cannot be told from the documented one: what the spec says.

A refusal is due only where the page says what is not allowed; an example shows that
something works and never that anything else does not. An acceptance is due where the
page or another public source says so. An inference is our own.
"""

from __future__ import annotations

from typing import Final

from .. import ir
from ..harness.contract import REFUSALS, Contract
from ..harness.judge import Kind
from ..verbatim import exact
from . import Mutant
from .seams import Change


def reason(
    operation: ir.Operation, contract: Contract, mutant: Mutant[Change]
) -> str | None:
    """Return what the spec leaves open so that *mutant* survives, or None."""
    if mutant.change.left_open:
        return mutant.change.left_open
    left_open = {
        exact(each.fact).removeprefix(f"{operation.name}."): exact(each.says)
        for each in operation.unknowns
    }
    if mutant.fact in left_open:
        return f"the page leaves it open: {left_open[mutant.fact]}"
    evidence = next(
        (each.evidence for each in contract.facts if each.id == mutant.fact), ""
    )
    kind, _, detail = evidence.partition(": ")
    if kind == "inferred":
        return f"it is inferred, so that it is observed alone: {detail}"
    if mutant.change.told_by == "refusal":
        return _no_refusal(contract, mutant.change.forgives, kind)
    return None


def _no_refusal(contract: Contract, forgives: Kind | None, kind: str) -> str | None:
    outcomes = {each.outcome for each in contract.codes}
    outcomes |= {each.outcome for each in contract.replies}
    if outcomes.isdisjoint(REFUSALS):
        return "the page documents no refusal"
    if kind == "example":
        return "only an example shows it, which never says what is refused"
    if forgives is None or contract.played is not None or contract.refusals(forgives):
        return None
    return f"the page names no answer to {_KINDS[forgives]}"


_KINDS: Final[dict[Kind, str]] = {
    "absent": "what is absent",
    "empty": "empty text",
    "type": "a value of another type",
    "value": "a value outside of its limits",
    "not-json": "a body that is not JSON",
    "not-object": "a body that is no object",
    "credential": "another credential",
    "signature": "another signature",
}
