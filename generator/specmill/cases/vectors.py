"""Cases about published examples of signatures."""

from __future__ import annotations

from collections.abc import Iterator

from .. import ir
from ..harness.vectors import Signs
from ..members import is_unknown


def vectors(operation: ir.Operation) -> Iterator[Signs]:
    """Yield the published examples that hold, where the page says how one is written."""
    recipe = operation.request.signature
    if recipe is None or is_unknown(recipe.encoding):
        return
    for number, vector in enumerate(recipe.vectors, 1):
        if vector.holds:
            yield Signs(
                id=f"published example {number}",
                fact=f"signature.vectors.{number}",
                evidence=str(vector.evidence),
                values=dict(vector.values),
                signature=vector.signature,
            )
