"""Operations of one partner held to each other: their addresses and their methods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from .. import ir
from ..diagnostics import Diagnostic, report
from ..members import members
from ..shapes import UNKNOWN
from ..spec import OperationSpec
from ..verbatim import compose


def findings_between(
    specs: Sequence[OperationSpec], operations: Mapping[str, ir.Operation]
) -> Iterator[Diagnostic]:
    """Yield operations that nothing tells apart, and methods that a client has twice."""
    by_name = {str(each.operation): each for each in specs}
    yield from _same_addresses(by_name, operations)
    yield from _same_methods(by_name, operations)


def _same_addresses(
    specs: Mapping[str, OperationSpec], operations: Mapping[str, ir.Operation]
) -> Iterator[Diagnostic]:
    calls = [each for each in operations.values() if each.request.path != UNKNOWN]
    for first, second in combinations(calls, 2):
        shared = set(_methods(first)) & set(_methods(second))
        is_same = first.request.path == second.request.path and shared
        if is_same and not _are_told_apart(first, second):
            spec = specs[second.name].request
            assert spec is not None
            line = compose("{} {}", min(shared), second.request.path)
            shown = {"first": first.name, "line": line}
            yield report("same-address", spec.at("path"), **shown)


def _methods(operation: ir.Operation) -> tuple[str, ...]:
    request = operation.request
    return request.methods or (request.method,)


def _are_told_apart(first: ir.Operation, second: ir.Operation) -> bool:
    """Tell whether some member has values in one that it never has in the other."""
    ours, theirs = dict(_listed(first)), dict(_listed(second))
    return any(not ours[at] & theirs[at] for at in ours.keys() & theirs.keys())


def _listed(operation: ir.Operation) -> Iterator[tuple[ir.Path, set[str]]]:
    """Yield the members that are always there and have listed or fixed values."""
    for member in members(operation):
        if member.field.listed and member.is_always_there:
            yield member.steps, {repr(value) for value in member.field.listed}


def _same_methods(
    specs: Mapping[str, OperationSpec], operations: Mapping[str, ir.Operation]
) -> Iterator[Diagnostic]:
    for operation in operations.values():
        for name, is_made in (
            (f"poll_{operation.name}", operation.polling is not None),
            (f"each_{operation.name}", operation.pages is not None),
        ):
            if is_made and name in specs:
                at = specs[name].at("operation")
                yield report("method-twice", at, name=name, first=operation.name)
