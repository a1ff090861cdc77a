"""Cases about what a page asks of several members together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..conditions import Joined
from ..harness.calls import Call, InvalidCall
from ..harness.contract import Contract
from ..harness.edits import Drop, Edit, Put
from ..harness.pointers import NOTHING, found, pointer_of
from ..light import dataclass
from ..members import Member, members
from ..resolve import arguments
from ..satisfying import (
    Edits,
    Message,
    after,
    composed,
    difference,
    request_message,
)
from ..verbatim import compose
from .values import standing

WAYS: Final = 3
"""Ways to break one condition that become cases."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A valid request: the example of the contract, or that after some edits."""

    contract: Contract
    edits: Edits
    members: tuple[Member, ...]
    """The members that no variant before it has."""

    def is_about(self, fact: str) -> bool:
        """Tell whether *fact* is one of its members, or of what they are."""
        names = (each.fact for each in self.members)
        return any(
            fact == name or fact.startswith(compose("{}.", name)) for name in names
        )


def variants(operation: ir.Operation, contract: Contract) -> Iterator[Variant]:
    """Yield valid requests that have every member among them, the example first."""
    seen = tuple(standing(operation, contract))
    yield Variant(contract, (), seen)
    if not operation.request.conditions:
        return
    for edits in request_message(operation).variants(contract.example):
        other = replace(contract, example=after(contract.example, edits))
        fresh = tuple(each for each in standing(operation, other) if each not in seen)
        seen += fresh
        yield Variant(other, edits, fresh)


def keeps_all(
    operation: ir.Operation, contract: Contract, edits: Iterable[Edit]
) -> bool:
    """Tell whether the valid request after *edits* still keeps every condition."""
    if not operation.request.conditions:
        return True
    plain = tuple(each for each in edits if isinstance(each, Put | Drop))
    return not request_message(operation).broken(after(contract.example, plain))


def recomposed(operation: ir.Operation, contract: Contract, edits: Any) -> Any:
    """Return *edits* and what they change in members that are made of others."""
    made = any(isinstance(each.asks.then, Joined) for each in _enforced(operation))
    if not made or not all(isinstance(each, Put | Drop) for each in edits):
        return edits
    edited = after(contract.example, edits)
    other = composed(operation.request.conditions, edited)
    return (*edits, *difference(edited, other))


def settled(operation: ir.Operation, contract: Contract, edits: Edits) -> Edits | None:
    """Return edits like *edits* after which every condition is kept, if there are."""
    if not operation.request.conditions:
        return edits
    wanted = after(contract.example, edits)
    found = request_message(operation).settled(wanted)
    return None if found is None else difference(contract.example, found)


# Keeping and breaking -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Try:
    """A request that keeps or breaks one condition, and all others."""

    condition: ir.Condition
    label: str
    edits: Edits

    @property
    def fact(self) -> str:
        return self.condition.name


def keeping(operation: ir.Operation, contract: Contract) -> Iterator[Try]:
    """Yield requests in which a condition is kept otherwise than in the example."""
    message = request_message(operation)
    for condition in _enforced(operation):
        asks = condition.asks
        for label, expression, is_true in (
            ("asked", asks.when, True),
            ("not asked", asks.when, False),
            ("kept", asks.then, True),
        ):
            if expression is None:
                continue
            ways = message.making(expression, is_true, contract.example)
            edits = next(_settling(message, contract, ways), None)
            if edits:
                yield Try(condition, f"{condition.name} {label}", edits)


def _settling(
    message: Message, contract: Contract, ways: Iterable[Edits]
) -> Iterator[Edits]:
    """Yield each of *ways* with what keeps the other conditions, but for the example."""
    for edits in ways:
        settled = message.settled(after(contract.example, edits))
        changed = settled is not None and difference(contract.example, settled)
        if changed:
            yield changed


def breaking(operation: ir.Operation, contract: Contract) -> Iterator[Try]:
    """Yield requests that break one condition, in different ways."""
    message = request_message(operation)
    for condition in _enforced(operation):
        told: list[frozenset[tuple[str, type]]] = []
        for edits in message.breaking(condition, contract.example):
            kind = frozenset((each.pointer, type(each)) for each in edits)
            if kind not in told and len(told) < WAYS:
                told.append(kind)
                label = f"{condition.name} broken {_ORDINALS[len(told) - 1]}"
                yield Try(condition, label, edits)


_ORDINALS: Final = ("in one way", "in another way", "in a third way")


def _enforced(operation: ir.Operation) -> Iterator[ir.Condition]:
    return (each for each in operation.request.conditions if each.asks.is_enforced)


# Calls --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passed:
    """The keyword arguments that make a request another one."""

    arguments: Mapping[str, Any]
    omits: tuple[str, ...]


def passed(operation: ir.Operation, contract: Contract, edits: Edits) -> Passed:
    """Return what a caller passes otherwise, so that the example arrives after *edits*."""
    changed = after(contract.example, edits)
    given: dict[str, Any] = {}
    omits: list[str] = []
    by_name = {each.argument: each for each in members(operation) if not each.inside}
    for field in arguments(operation):
        steps = by_name[field.name].steps
        old, new = found(contract.example, steps), found(changed, steps)
        if new is NOTHING and old is not NOTHING:
            omits.append(field.name)
        elif new is not NOTHING and (old is NOTHING or old != new):
            given[field.name] = unprefixed(field, new)
    return Passed(given, tuple(omits))


def unprefixed(field: ir.Field, value: Any) -> Any:
    """Return *value* as the caller passes it."""
    return value.removeprefix(field.prefix) if isinstance(value, str) else value


def condition_calls(operation: ir.Operation, contract: Contract) -> Iterator[Call]:
    """Yield calls that keep a condition otherwise than the full call does."""
    for each in keeping(operation, contract):
        told = passed(operation, contract, each.edits)
        yield Call(
            id=each.label,
            arguments=dict(told.arguments),
            omits=told.omits,
            arrives=each.edits,
            fact=each.fact,
            evidence=str(each.condition.evidence),
        )


def broken_calls(operation: ir.Operation, contract: Contract) -> Iterator[InvalidCall]:
    """Yield calls that break one condition."""
    for each in breaking(operation, contract):
        if isinstance(each.condition.asks.then, Joined):
            continue  # a client makes such a member itself
        told = passed(operation, contract, each.edits)
        yield InvalidCall(
            id=each.label,
            arguments=dict(told.arguments),
            omits=told.omits,
            pointer=pointer_of(each.condition.asks.place),
            fact=each.fact,
            evidence=str(each.condition.evidence),
        )


def call_in(
    call: Call, operation: ir.Operation, base: Contract, variant: Variant
) -> Call:
    """Return *call* of a variant as one that starts from the full call."""
    told = _beside(call, passed(operation, base, variant.edits))
    arrives = (*variant.edits, *call.arrives)
    return replace(
        call, arguments=dict(told.arguments), omits=told.omits, arrives=arrives
    )


def invalid_call_in(
    call: InvalidCall, operation: ir.Operation, base: Contract, variant: Variant
) -> InvalidCall:
    """Return *call* of a variant as one that starts from the full call."""
    told = _beside(call, passed(operation, base, variant.edits))
    return replace(call, arguments=dict(told.arguments), omits=told.omits)


def _beside(call: Call | InvalidCall, start: Passed) -> Passed:
    kept = {
        name: value for name, value in start.arguments.items() if name not in call.omits
    }
    gone = tuple(name for name in start.omits if name not in call.arguments)
    omits = (*gone, *(name for name in call.omits if name not in gone))
    return Passed({**kept, **call.arguments}, omits)
