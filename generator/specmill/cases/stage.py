"""One operation as one server plays it, and the answer that a request is due there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import ir
from ..harness.contract import Contract
from ..harness.edits import Drop, Edit, Put
from ..harness.notes import Result
from ..harness.pointers import drop, pointer_of, put, steps_of
from ..harness.programmed import Gets
from ..light import dataclass
from ..members import Member
from ..verbatim import compose, joined
from .order import Step
from .values import altered

Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """What cases about one server are made from."""

    played: ir.Played
    contract: Contract
    members: Mapping[ir.Path, Member]

    @property
    def results(self) -> tuple[Result, ...]:
        assert self.contract.played is not None
        return self.contract.played.results

    @property
    def kinds(self) -> dict[ir.Path, set[str]]:
        """Return the kinds of fault that the server looks for, by place."""
        found: dict[ir.Path, set[str]] = {}
        for check in self.played.checks:
            for path in check.places:
                found.setdefault(path, set()).update(dict(check.answers))
        return found

    @property
    def minds_media_type(self) -> bool:
        """Tell whether what the request says of the type of its body is looked at."""
        at_header = ("headers", "Content-Type")
        return any(
            at_header in check.places or "media-type" in dict(check.answers)
            for check in self.played.checks
        )

    def programmed(self) -> Iterator[Step]:
        for result in self.results:
            if result.when:
                edits = tuple(
                    Put(pointer_of(path), value) for path, value in result.when
                )
                label = joined(
                    " and ",
                    (compose("{} {}", path[-1], value) for path, value in result.when),
                )
                if self.answer(edits) == result.answer:
                    yield Step(label, edits, result.answer, "")

    def otherwise(self) -> Iterator[Step]:
        """Yield what makes the valid request one that gets the result of all others."""
        default = next((each for each in self.results if not each.when), None)
        edits = tuple(self.unprogrammed())
        if default is not None and edits:
            yield Step("any other values", edits, default.answer, "")

    def unprogrammed(self) -> Iterator[Edit]:
        """Yield what makes the valid request one that no programmed result is for."""
        for result in self.results:
            if result.when and result.fits(self.contract.example):
                path, value = result.when[0]
                yield Put(pointer_of(path), altered(value))

    def answer(self, edits: Edits) -> str:
        """Return the result of the valid request after *edits*; empty where none is said."""
        request = self.contract.example
        for edit in edits:
            if isinstance(edit, Put):
                request = put(request, steps_of(edit.pointer), edit.value)
            elif isinstance(edit, Drop):
                request = drop(request, steps_of(edit.pointer))
        return next((each.answer for each in self.results if each.fits(request)), "")

    def named(self, path: ir.Path, answer: str) -> str:
        """Return the name that *answer* has of the member at *path*; mostly none."""
        code = self.contract.code(answer)
        return path[-1] if code is not None and "{field}" in code.message else ""

    def due(self, label: str, edits: Edits) -> Iterator[Gets]:
        """Yield the request after *edits* with its result, where one is said."""
        answer = self.answer(edits)
        if answer:
            yield self.gets(label, edits, answer, "")

    def gets(self, label: str, edits: Edits, answer: str, field: str) -> Gets:
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
            fact=(
                compose("codes.{}.*", answer)
                if code
                else compose("replies.{}.*", reply.name)
            ),
            evidence=str(self.played.evidence),
        )
