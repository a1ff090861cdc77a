"""Cases about one server: every check, in its order, and every programmed result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import ir
from ..contracts import played_contract
from ..facts import part_labels
from ..harness.contract import Contract, Result
from ..harness.edits import (
    Drop,
    Edit,
    MediaType,
    Missigned,
    OtherCredential,
    Put,
    Raw,
    Spaced,
)
from ..harness.exchanges import Accepted, Observed
from ..harness.pointers import drop, found, pointer_of, put, steps_of
from ..harness.programmed import Gets, NotServed, Repeated
from ..members import Member, evidence_key, members
from .provider import accepted, carries_refusal
from .values import (
    BROKEN,
    altered,
    at,
    holds_all,
    near_misses,
    near_texts,
    other_types,
    unread,
)

Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class PlayedCases:
    """The tables of one operation of one environment."""

    faults: tuple[Gets, ...]
    order: tuple[Gets, ...]
    results: tuple[Gets, ...]
    accepted: tuple[Gets, ...]
    repeated: tuple[Repeated, ...]
    not_served: tuple[NotServed, ...]
    observed: tuple[Observed, ...]


def played_cases(
    partner: ir.Partner, environment: ir.Environment, played: ir.Played
) -> PlayedCases:
    """Return everything that is shown of one operation of *environment*."""
    contract = played_contract(partner, environment, played)
    plan = _Plan(
        played, contract, {each.steps: each for each in members(played.operation)}
    )
    shapes = tuple(accepted(played.operation, contract))
    return PlayedCases(
        faults=tuple(plan.faults()),
        order=tuple(plan.order()),
        results=tuple(plan.results()),
        accepted=(*plan.shapes(shapes), *plan.others(), *plan.echoes(), *plan.open()),
        repeated=tuple(plan.repeated()),
        not_served=tuple(plan.not_served()),
        observed=(
            *(each for each in shapes if isinstance(each, Observed)),
            *plan.observed(),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """Something that a server looks at, a request that trips over it, and the answer."""

    label: str
    edits: Edits
    answer: str
    field: str


@dataclass(frozen=True, slots=True)
class _Plan:
    played: ir.Played
    contract: Contract
    members: Mapping[ir.Path, Member]

    # Faults ---------------------------------------------------------------------------

    def faults(self) -> Iterator[Gets]:
        """Yield requests with one fault each."""
        for check in self.played.checks:
            for step in self._steps(check):
                yield self._gets(step.label, step.edits, step.answer, step.field)

    def order(self) -> Iterator[Gets]:
        """Yield requests with two faults, of which the first in order is answered."""
        chain = [*self._chain(), *self._programmed()]
        for number, first in enumerate(chain):
            after = (each for each in chain[number + 1 :] if _together(first, each))
            second = next(after, None)
            if second is not None and _told(first) != _told(second):
                label = f"{first.label}, before {second.label}"
                edits = (*first.edits, *second.edits)
                yield self._gets(label, edits, first.answer, first.field)

    def _chain(self) -> Iterator[_Step]:
        """Yield one fault of every place of every check, in order."""
        for check in self.played.checks:
            seen: set[str] = set()
            for step in self._steps(check):
                if step.field not in seen:
                    seen.add(step.field)
                    yield step

    def _steps(self, check: ir.Check) -> Iterator[_Step]:
        answers = dict(check.answers)
        writing = self.played.operation.request.writing
        for kind, texts in BROKEN[writing.format]:
            for label, text in texts if kind in answers else ():
                yield _Step(f"body that is {label}", (Raw(text),), answers[kind], "")
        if "media-type" in answers:
            other: Edits = (MediaType("text/x-unknown"),)
            yield _Step("body of another media type", other, answers["media-type"], "")
        wrong = dict(check.wrong)
        for path in check.places:
            member = self.members[path]
            for kind, answer in check.answers:
                listed = wrong.get(path, ()) if kind == "value" else ()
                for label, edits in self._broken(member, kind, listed):
                    name = f"{member.fact} {label}"
                    yield _Step(name, edits, answer, path[-1])

    def _broken(
        self, member: Member, kind: str, wrong: Iterable[Any]
    ) -> Iterator[tuple[str, Edits]]:
        """Yield requests in which *member* has one fault of *kind*."""
        good, pointer = at(self.contract.example, member), member.pointer
        if kind == "absent":
            yield "left out", (Drop(pointer),)
        elif kind == "empty" and isinstance(member.field.type, ir.Text):
            yield "empty", (Put(pointer, ""),)
        elif kind == "type":
            is_typed = self.played.operation.request.writing.format == "json"
            for sample in other_types(member) if is_typed else unread(member):
                yield f"as {sample.label}", (Put(pointer, sample.value),)
        elif kind == "value":
            for limit, sample in near_misses(member, good):
                key = evidence_key(member.field, limit.rule)
                if carries_refusal(member.field.evidence_of(key)):
                    yield sample.label, (Put(pointer, sample.value),)
            for value in wrong:
                yield f"as {value}", (Put(pointer, value),)
        elif kind == "credential":
            for label, edit in self._of_nobody(member, good):
                yield label, (edit,)
        elif kind == "signature":
            yield from _missigned(self.played.operation.request.signature)

    def observed(self) -> Iterator[Observed]:
        """Yield values outside of limits that nobody says the server holds them to."""
        places = {
            path: None
            for check in self.played.checks
            for path in check.places
            if "value" in dict(check.answers)
        }
        for path in places:
            member = self.members[path]
            for limit, sample in near_misses(member, at(self.contract.example, member)):
                key = evidence_key(member.field, limit.rule)
                evidence = member.field.evidence_of(key)
                if not carries_refusal(evidence):
                    yield Observed(
                        id=f"{member.fact} {sample.label}",
                        edits=(Put(member.pointer, sample.value),),
                        why=evidence.detail or "only an example shows it",
                        fact=f"{member.fact}.{key}",
                        evidence=str(evidence),
                    )

    def _of_nobody(self, member: Member, good: Any) -> Iterator[tuple[str, Edit]]:
        """Yield values that are near to the one that the server knows."""
        if isinstance(member.field.source, ir.FromCredential | ir.FromBasic):
            yield "of nobody", OtherCredential(member.pointer)
        prefix = member.field.prefix
        for label, text in near_texts(good.removeprefix(prefix)):
            yield label, Put(member.pointer, prefix + text)

    # Results --------------------------------------------------------------------------

    def results(self) -> Iterator[Gets]:
        """Yield a request for every programmed result, and one for all others."""
        for step in self._programmed():
            yield self._gets(step.label, step.edits, step.answer, "")
        yield from self._nearly_programmed()
        default = next((each for each in self._results if not each.when), None)
        if default is not None:
            edits = tuple(self._unprogrammed())
            yield self._gets("any other values", edits, default.answer, "")

    @property
    def _results(self) -> tuple[Result, ...]:
        assert self.contract.played is not None
        return self.contract.played.results

    def _programmed(self) -> Iterator[_Step]:
        for result in self._results:
            if result.when:
                edits = tuple(
                    Put(pointer_of(path), value) for path, value in result.when
                )
                label = " and ".join(
                    f"{path[-1]} {value}" for path, value in result.when
                )
                if self._answer(edits) == result.answer:
                    yield _Step(label, edits, result.answer, "")

    def _nearly_programmed(self) -> Iterator[Gets]:
        """Yield valid values that are nearly a programmed one, and get another result."""
        for result in self._results:
            for path, value in result.when:
                for label, text in near_texts(value) if isinstance(value, str) else ():
                    changed = [(*each,) for each in result.when if each[0] != path]
                    edits = tuple(
                        Put(pointer_of(at), each)
                        for at, each in (*changed, (path, text))
                    )
                    answer = self._answer(edits)
                    is_valid = holds_all(self.members[path].field, text)
                    if text != value and is_valid and answer != result.answer:
                        name = f"{path[-1]} {value} {label}"
                        yield self._gets(name, edits, answer, "")

    def _unprogrammed(self) -> Iterator[Edit]:
        """Yield what makes the valid request one that no programmed result is for."""
        for result in self._results:
            if result.when and result.fits(self.contract.example):
                path, value = result.when[0]
                yield Put(pointer_of(path), altered(value))

    def _answer(self, edits: Edits) -> str:
        """Return the result of the valid request after *edits*."""
        request = self.contract.example
        for edit in edits:
            if isinstance(edit, Put):
                request = put(request, steps_of(edit.pointer), edit.value)
            elif isinstance(edit, Drop):
                request = drop(request, steps_of(edit.pointer))
        return next((each.answer for each in self._results if each.fits(request)), "")

    def repeated(self) -> Iterator[Repeated]:
        for sequence in self.played.sequences:
            values = {pointer_of(path): text for path, text in sequence.values}
            label = ", ".join(text for _, text in sequence.values)
            answers = tuple(
                self._gets(f"time {number}", (), answer, "")
                for number, answer in enumerate(sequence.answers, 1)
            )
            yield Repeated(
                id=f"{label} again",
                values=values,
                answers=answers,
                fact="",
                evidence=str(self.played.evidence),
            )

    def not_served(self) -> Iterator[NotServed]:
        """Yield the methods that the page does not document."""
        request = self.played.operation.request
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            if method not in self.contract.methods:
                yield NotServed(
                    id=method,
                    method=method,
                    fact="method",
                    evidence=str(request.method_evidence),
                )

    # Valid shapes ---------------------------------------------------------------------

    def shapes(self, found: Iterable[Any]) -> Iterator[Gets]:
        """Yield the shapes that the page documents, with the results that they have."""
        for case in found:
            if isinstance(case, Accepted):
                yield self._gets(case.id, case.edits, self._answer(case.edits), "")

    def others(self) -> Iterator[Gets]:
        for path, values in self.played.accepts:
            for value in values:
                edits = (Put(pointer_of(path), value),)
                label = f"{'.'.join(path)} as {value}"
                yield self._gets(label, edits, self._answer(edits), "")

    def echoes(self) -> Iterator[Gets]:
        """Yield other values of what comes back, so that no constant passes for it."""
        places = {ours for each in self.contract.replies for _, ours in each.echoes}
        for path in sorted(places):
            good = found(self.contract.example, path)
            if isinstance(good, str) and good:
                edits = (Put(pointer_of(path), altered(good)),)
                label = f"{'.'.join(path)} comes back"
                yield self._gets(label, edits, self._answer(edits), "")

    def open(self) -> Iterator[Gets]:
        """Yield members that no page lists, wherever the server ignores them."""
        body = self.played.operation.request.body
        places: list[ir.Path] = [("body",)] if body is not None and body.open else []
        places += [
            path
            for path, member in self.members.items()
            if isinstance(member.field.type, ir.Record) and member.field.type.open
        ]
        for path in places:
            edits = (Put(pointer_of((*path, "xUnknownMember")), "text"),)
            label = f"another member in {'.'.join(path)}"
            yield self._gets(label, edits, self._answer(edits), "")

    # ----------------------------------------------------------------------------------

    def _gets(self, label: str, edits: Edits, answer: str, field: str) -> Gets:
        code = self.contract.code(answer)
        reply = self.contract.reply(code.reply if code else answer)
        assert reply is not None
        http = code.http if code else None
        if http is None and len(reply.http) == 1:
            http = reply.http[0]
        return Gets(
            id=label,
            edits=edits,
            answer=answer,
            reply=reply.name,
            http=http,
            message=code.message.replace("{field}", field) if code else "",
            fact=f"codes.{answer}.*" if code else f"replies.{reply.name}.*",
            evidence=str(self.played.evidence),
        )


def _missigned(recipe: ir.Signature | None) -> Iterator[tuple[str, Edits]]:
    assert recipe is not None
    labels: list[Any] = [*(["key"] if recipe.key else []), *part_labels(recipe.parts)]
    for label in (*labels, "separator", "algorithm", "encoding", "case"):
        yield f"with another {label}", (Missigned(label),)
    if any(isinstance(part, ir.Digest) and part.minified for part in recipe.parts):
        yield "of the body with its white space", (Spaced(), Missigned("minify"))


def _told(step: _Step) -> tuple[str, str]:
    return step.answer, step.field


def _together(first: _Step, second: _Step) -> bool:
    """Tell whether one request can have both faults: no edit undoes another."""
    for one in first.edits:
        for other in second.edits:
            a, b = _touched(one), _touched(other)
            if a[: len(b)] == b or b[: len(a)] == a:
                return False
    return True


def _touched(edit: Edit) -> tuple[str, ...]:
    """Return the place that *edit* changes."""
    if isinstance(edit, Put | Drop | OtherCredential):
        return steps_of(edit.pointer)
    return ("body",) if isinstance(edit, Raw | Spaced) else ("signature",)
