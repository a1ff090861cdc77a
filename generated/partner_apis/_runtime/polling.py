"""Ask again by the documented schedule, until a state is final.

The one place of a client that repeats a call, and only of an operation of which the
documentation says that it may be repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from .declare import Operation
from .errors import OutcomeUnknown

Monotonic = Callable[[], float]


def pauses(operation: Operation, now: Monotonic) -> Iterator[float]:
    """Yield the seconds to wait before each further call, until the schedule ends.

    The time counts from the first answer, and calls take some of it: none begins after
    the documented time.
    """
    schedule = operation.polling
    assert schedule is not None and operation.may_repeat
    start = now()
    for _ in range(schedule.lasts // schedule.every):
        if now() - start + schedule.every > schedule.lasts:
            return
        yield float(schedule.every)


def is_final(operation: Operation, reply: object) -> bool:
    """Tell whether *reply* has a state that the documentation calls final."""
    # Pydantic comes with the first reply, not with the client.
    from . import model

    states = operation.states
    value = model.raw(reply) if isinstance(reply, model.ApiModel) else None
    for step in states.at if states else ():
        value = (
            cast("dict[str, object]", value).get(step) if _is_object(value) else None
        )
    state = states.values.get(value) if states and isinstance(value, str) else None
    return state is not None and state.final is True


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def ended(operation: Operation) -> OutcomeUnknown:
    """Return the error of a schedule that ended before a final state."""
    return OutcomeUnknown(f"{operation.partner}.{operation.name}", reason="not-final")
