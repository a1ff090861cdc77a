"""Cases about lists that come in parts, and about states: each one, and until one ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .. import ir
from ..harness.contract import Contract
from ..harness.pointers import NOTHING, found, pointer_of, put
from ..harness.replies import Reply
from ..harness.series import Polls, Stands, Turns
from ..members import Member, members, wire_sample
from ..verbatim import compose
from .values import holds_all

MOST_CALLS: Final = 300
"""No schedule is tried to its end that has more calls than this."""
_RETURNED: Final = ("success", "alternative", "by-code")


def turns(operation: ir.Operation, contract: Contract) -> Iterator[Turns]:
    """Yield a list whose last part is short, and one whose last part is empty."""
    pages = operation.pages
    if pages is None or not pages.evidence.documented:
        return
    held = _list_of(operation, contract, pages)
    by_argument = {each.argument: each for each in members(operation)}
    if held is None:
        return
    reply, path, item = held
    skip, count = by_argument[pages.skip], by_argument[pages.count]
    size = _size(contract, count)
    start = found(contract.example, skip.steps)
    start = 0 if start is NOTHING else start
    ends = (("a short part", (size, size, size - 1)), ("an empty part", (size, 0)))
    for last, parts in ends:
        yield Turns(
            id=f"a list that ends with {last}",
            fact="pages",
            evidence=str(pages.evidence),
            answer=reply.name,
            arguments={count.argument: size, skip.argument: start},
            items=pointer_of(path),
            item=item,
            parts=parts,
            skip=skip.pointer,
            start=start,
        )


def _size(contract: Contract, count: Member) -> int:
    """Return how many items a part has: two, where the page allows that."""
    if holds_all(count.field, 2):
        return 2
    asked = found(contract.example, count.steps)
    return asked if isinstance(asked, int) else 1


def _list_of(
    operation: ir.Operation, contract: Contract, pages: ir.Pages
) -> tuple[Reply, ir.Path, Any] | None:
    """Return the reply that holds the list, where in it, and an item."""
    for each in operation.replies:
        field, path = _along(each.body, pages.items)
        reply = contract.reply(each.name)
        if field is None or reply is None or each.outcome not in _RETURNED:
            continue
        shown = found(reply.example, path)
        if isinstance(shown, list) and shown:
            return reply, path, shown[0]
        if isinstance(field.type, ir.Array):
            return reply, path, wire_sample(field.type.item)
    return None


def _along(record: ir.Record, names: ir.Path) -> tuple[ir.Field | None, ir.Path]:
    """Return the member that attributes lead to, and where it is on the wire."""
    field: ir.Field | None = None
    path: list[str] = []
    fields = record.fields
    for name in names:
        field = next((each for each in fields if each.name == name), None)
        if field is None:
            return None, ()
        path.append(field.wire_name)
        fields = field.type.fields if isinstance(field.type, ir.Record) else ()
    return field, tuple(path)


# States -------------------------------------------------------------------------------


def stands(operation: ir.Operation, contract: Contract) -> Iterator[Stands]:
    """Yield every documented state in a reply that can tell it."""
    states = operation.states
    if states is None or not states.evidence.documented:
        return
    for state in states.values:
        reply = _telling(operation, contract, states, state.value)
        if reply is not None:
            yield Stands(
                id=compose("the state {}", state.value),
                fact="states",
                evidence=str(states.evidence),
                answer=reply.name,
                at=pointer_of(states.at),
                state=state.value,
                final=state.final,
                allows=state.allows,
            )


def polls(operation: ir.Operation, contract: Contract) -> Iterator[Polls]:
    """Yield states that end the schedule, and a state that never does."""
    polling, states = operation.polling, operation.states
    if polling is None or states is None or not polling.evidence.documented:
        return
    waiting = [each.value for each in states.values if each.final is not True]
    final = [each.value for each in states.values if each.final is True]
    calls = polling.lasts // polling.every + 1
    rows: list[tuple[str, tuple[str, ...], bool]]
    rows = [
        (compose("until {}", each), (*waiting[:1] * 2, each), True)
        for each in final[:1]
    ]
    rows += [(compose("{} at once", each), (each,), True) for each in final]
    if waiting and calls <= MOST_CALLS:
        rows.append(
            (compose("{} to the end", waiting[0]), (waiting[0],) * calls, False)
        )
    for label, told, ends in rows:
        replies = [_telling(operation, contract, states, each) for each in told]
        reply = replies[0]
        if reply is None or any(each != reply for each in replies):
            continue
        yield Polls(
            id=label,
            fact="polling",
            evidence=str(polling.evidence),
            answer=reply.name,
            at=pointer_of(states.at),
            states=told,
            every=polling.every,
            ends=ends,
        )


def _telling(
    operation: ir.Operation, contract: Contract, states: ir.States, value: str
) -> Reply | None:
    """Return the reply of a call that returns which can tell the state *value*."""
    for each in operation.replies:
        reply = contract.reply(each.name)
        if reply is None or each.outcome not in _RETURNED or each.code_at is not None:
            continue
        if found(reply.example, states.at) is NOTHING:
            continue
        body = put(reply.example, states.at, value)
        status = reply.http[0] if reply.http else 200
        if contract.recognized(status, body, reply) == reply:
            return reply
    return None
