"""Cases about replies that tell what became of each of several items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from ..contract_replies import NO_CODE
from ..harness.contract import Contract
from ..harness.partial import Tells
from ..harness.pointers import found, pointer_of


def partial(operation: ir.Operation, contract: Contract) -> Iterator[Tells]:
    """Yield a reply that has an item to each code that single items can have."""
    if operation.request.by_browser:
        return
    for reply in operation.replies:
        example = contract.reply(reply.name)
        if reply.items is None or example is None:
            continue
        items = reply.items
        item: dict[str, Any] = next(iter(found(example.example, items.at)), {})
        is_number = isinstance(item.get(items.code), int)
        listed = (*items.outcomes, (str(NO_CODE), "unknown"))
        yield Tells(
            id=f"items of {reply.name}",
            fact=f"replies.{reply.name}.items",
            evidence=str(items.evidence),
            answer=reply.name,
            pointer=pointer_of(items.at),
            items=tuple(
                {**item, items.code: int(code) if is_number else code}
                for code, _ in listed
            ),
            outcomes=listed,
        )
