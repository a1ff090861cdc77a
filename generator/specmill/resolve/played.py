"""The operations of a partner as one server plays them.

An environment is one more floor, above the operation: what it writes decides, and its
evidence comes along. What it says of checks and results stands beside the operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..diagnostics import Diagnostic, nearest, report
from ..members import members
from ..nodes import Mapping as Written
from ..spec import (
    FAULTS,
    CheckSpec,
    Defaults,
    EnvironmentOperation,
    EnvironmentSpec,
    OperationSpec,
    ResultSpec,
    SequenceSpec,
)
from ..verbatim import wording
from .layers import evidence
from .operations import Surroundings, path_of, resolve_operation

_NOT_TOLD: Final = frozenset({"wider", "no-error-name", "code-out-of-reach"})
"""An environment may have a limit otherwise, no client raises its codes, and it need
not answer with all of them."""
_NOT_SAID: Final = ir.Evidence("external", "the notes of the environment")


def play(
    spec: EnvironmentSpec, operations: Sequence[OperationSpec], around: Surroundings
) -> Iterator[ir.Played]:
    """Yield the operations of which *spec* says more than the pages."""
    by_name = {str(each.operation): each for each in operations}
    for name, told in (spec.operations or {}).items():
        if name not in by_name:
            at, near = spec.at("operations", name), nearest(name, by_name)
            around.findings.append(
                report("no-such-operation", at, near=near, name=name)
            )
            continue
        yield _played(spec, told, by_name[name], around)


def _played(
    spec: EnvironmentSpec,
    told: EnvironmentOperation,
    operation: OperationSpec,
    around: Surroundings,
) -> ir.Played:
    own: list[Diagnostic] = []
    resolved = resolve_operation(
        operation, replace(around, findings=own), told, _floor(spec, told)
    )
    own.extend(_left_out_in_vain(told, operation, around))
    found = _Reading(resolved.operation, told, own)
    where = evidence(spec.evidence) or _NOT_SAID
    played = ir.Played(
        operation=_settled(resolved.operation, told, where),
        values=found.values(),
        accepts=tuple(found.samples(told, "accepts")),
        checks=tuple(found.check(each) for each in told.checks or ()),
        results=tuple(found.result(each) for each in told.results or ()),
        sequences=tuple(found.sequence(each) for each in told.sequences or ()),
        evidence=where,
    )
    path = path_of(spec)
    around.findings.extend(
        each
        for each in own
        if each.location.path == path and each.code not in _NOT_TOLD
    )
    return played


def _left_out_in_vain(
    told: EnvironmentOperation, operation: OperationSpec, around: Surroundings
) -> Iterator[Diagnostic]:
    """Yield replies that the environment leaves out and that the page does not have."""
    page = resolve_operation(operation, replace(around, findings=[])).operation
    known = [each.name for each in page.replies]
    for index, name in enumerate(told.leaves_out or ()):
        if name not in known:
            at, near = told.at("leaves-out", index), nearest(name, known)
            yield report("no-such-answer", at, near=near, name=name)


def _floor(spec: EnvironmentSpec, told: EnvironmentOperation) -> Defaults:
    """Return what holds for all that the environment says, its evidence included."""
    said = told.defaults
    node = said.node if said else Written((), spec.at("operations"))
    where = (said.evidence if said else None) or spec.evidence
    return Defaults(node, required=said.required if said else None, evidence=where)


def _settled(
    operation: ir.Operation, told: EnvironmentOperation, where: ir.Evidence
) -> ir.Operation:
    """Return *operation* with the path and the encoding that the environment has."""
    request, said = operation.request, told.request
    if said is None:
        return operation
    if said.path is not None:
        request = replace(request, path=said.path, path_evidence=where)
    recipe = request.signature
    if recipe is not None and said.encoding is not None:
        encoding: Any = said.encoding
        recipe = replace(recipe, encoding=encoding, encoding_evidence=where)
    return replace(operation, request=replace(request, signature=recipe))


class _Reading:
    """The places and answers of one operation, as its environment writes them."""

    def __init__(
        self,
        operation: ir.Operation,
        told: EnvironmentOperation,
        findings: list[Diagnostic],
    ) -> None:
        self._told = told
        self._findings = findings
        self._paths = {member.fact: member.steps for member in members(operation)}
        self._answers = {each.code for each in operation.codes if each.replies}
        self._answers |= {each.name for each in operation.replies}

    def values(self) -> tuple[tuple[ir.Path, ir.Json], ...]:
        return tuple(self._placed(self._told, "values"))

    def samples(
        self, spec: EnvironmentOperation | CheckSpec, key: str
    ) -> Iterator[tuple[ir.Path, tuple[ir.Json, ...]]]:
        yield from self._placed(spec, key)

    def check(self, spec: CheckSpec) -> ir.Check:
        said = {kind: getattr(spec, kind.replace("-", "_")) for kind in FAULTS}
        answers = {kind: text for kind, text in said.items() if text is not None}
        if not answers:
            self._findings.append(report("no-answer", spec.at()))
        for kind, text in answers.items():
            self._tell_answer(spec, (kind,), text)
        return ir.Check(
            places=tuple(self._places(spec)),
            answers=tuple(answers.items()),
            wrong=tuple(self.samples(spec, "wrong")),
            unsettled=spec.order == "unknown",
        )

    def result(self, spec: ResultSpec) -> ir.Result:
        self._tell_answer(spec, ("answer",), wording(spec.answer))
        return ir.Result(tuple(self._placed(spec, "when")), wording(spec.answer))

    def sequence(self, spec: SequenceSpec) -> ir.Sequence:
        for index, text in enumerate(spec.answers or ()):
            self._tell_answer(spec, ("answers", index), text)
        return ir.Sequence(tuple(self._placed(spec, "values")), spec.answers or ())

    def _places(self, spec: CheckSpec) -> Iterator[ir.Path]:
        written = spec.at_ if isinstance(spec.at_, tuple) else (spec.at_,)
        for text in written:
            if text in ("query", "headers", "body"):
                yield from self._leaves(text)
            elif text is not None:
                yield from self._path(spec, "at", text)

    def _leaves(self, place: str) -> Iterable[ir.Path]:
        """Return the members of *place*, those of objects included."""
        return [
            steps
            for steps in self._paths.values()
            if steps[0] == place and not steps[-1].isdecimal()
        ]

    def _placed(self, spec: Any, key: str) -> Iterator[tuple[ir.Path, Any]]:
        for text, value in (getattr(spec, key) or {}).items():
            for path in self._path(spec, key, text):
                yield path, value

    def _path(self, spec: Any, key: str, text: str) -> Iterator[ir.Path]:
        if text in self._paths:
            yield self._paths[text]
            return
        at, near = spec.at(key, text), nearest(text, self._paths)
        where = "the request"
        self._findings.append(
            report("no-such-place", at, near=near, place=text, where=where)
        )

    def _tell_answer(self, spec: Any, keys: tuple[str | int, ...], text: str) -> None:
        if text not in self._answers:
            at, near = spec.at(*keys), nearest(text, self._answers)
            self._findings.append(report("no-such-answer", at, near=near, name=text))
