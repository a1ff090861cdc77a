"""Cases about calls that are made again with the key of the first."""

from __future__ import annotations

from collections.abc import Iterator

from .. import ir
from ..harness.pointers import pointer_of
from ..harness.repeating import Again, Repeats
from ..members import members
from ..verbatim import compose


def repeats(operation: ir.Operation) -> Iterator[Repeats]:
    """Yield a call that is lost and made again, for each key that the client makes."""
    if operation.request.by_browser:
        return  # nothing is sent
    for member in members(operation):
        if isinstance(member.field.source, ir.FromIdempotencyKey):
            yield Repeats(
                id=f"{member.argument} of a call that was lost",
                fact=compose("{}.required", member.fact),
                evidence=str(member.field.evidence_of("required")),
                pointer=member.pointer,
                argument=member.argument,
                prefix=member.field.prefix,
            )


def again(operation: ir.Operation) -> Iterator[Again]:
    """Yield one request twice with one key, where the page says that this is safe."""
    repetition = operation.repetition
    if repetition is not None and repetition.evidence.documented:
        yield Again(
            id=compose("the same {} twice", repetition.at[-1]),
            fact="repeat",
            evidence=str(repetition.evidence),
            pointer=pointer_of(repetition.at),
        )
