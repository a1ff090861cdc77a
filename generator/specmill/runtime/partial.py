"""Success in part: what a reply tells of each of several items.

A call that returns has been done as a whole; which of its items were done is in here,
and nothing else in the client looks at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, cast

from .light import dataclass
from .model import ApiModel, items_of, raw

Outcome = Literal["success", "alternative", "rejected", "unknown"]


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What became of one item."""

    index: int
    outcome: Outcome
    """`unknown` also where the code is not documented: do not take it for refused."""
    code: str | None
    message: str | None
    item: Any
    """The item in the reply."""

    def __repr__(self) -> str:
        return f"ItemOutcome({self.index}, {self.outcome!r}, code={self.code!r})"


def item_outcomes(reply: ApiModel) -> tuple[ItemOutcome, ...]:
    """Return what became of each item, in the order of the reply.

    ValueError where the documentation says nothing of single items in such a reply.
    """
    return tuple(_outcomes(reply))


def _outcomes(reply: ApiModel) -> Iterator[ItemOutcome]:
    told = items_of(reply)
    if told is None:
        raise ValueError(f"a {type(reply).__name__} tells nothing of single items")
    value: Any = raw(reply)
    for step in told.at:
        value = value.get(step) if isinstance(value, dict) else None
    model: Any = reply
    for name in told.attributes:
        model = getattr(model, name, None)
    if not isinstance(value, list) or not isinstance(model, list | tuple):
        return
    pairs = zip(cast("list[object]", value), cast("list[object]", model), strict=True)
    for index, (item, read) in enumerate(pairs):
        code = _text(item, told.code)
        outcome = told.outcomes.get(code, "unknown") if code is not None else "unknown"
        yield ItemOutcome(index, outcome, code, _text(item, told.message), read)


def _text(item: object, name: str) -> str | None:
    value = (
        cast("dict[str, object]", item).get(name) if isinstance(item, dict) else None
    )
    is_text = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value) if is_text else None
