"""JSON Schema as contracts use it, by a library: strict about types and digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from .looks import exact, fits, once
from .moments import is_written, written
from .pointers import Json
from .recipes import Moment


def errors_of(schema: Json, value: Json) -> list[ValidationError]:
    """Return what *schema* has against *value*, in the order of the document."""
    return _found(_validator(schema).iter_errors(value))


def _found(errors: Iterable[ValidationError]) -> list[ValidationError]:
    return [
        leaf for error in errors for leaf in (_found(error.context or ()) or [error])
    ]


@once
def _validator(schema: Json) -> Any:
    return _STRICT(schema)


def _members(checker: Any, known: Json, value: Json, schema: Json) -> Iterator[Any]:
    """Hold members to their schemas, by validators that are kept ready."""
    # The library would make one anew for each member of each value. No contract refers
    # from one schema to another, and so none depends on the one that it stands in.
    for name, inner in known.items() if isinstance(value, dict) else ():
        if name in value and not fits(inner, value[name]):
            for error in _validator(inner).iter_errors(value[name]):
                error.path.appendleft(name)
                error.schema_path.appendleft(name)
                yield error


def _search(validator: Any, pattern: str, value: Json, schema: Json) -> Iterator[Any]:
    if isinstance(value, str) and not exact(pattern).search(value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _has_decimals(checker: Any, most: Json, value: Json, schema: Json) -> Iterator[Any]:
    """Yield an error where a number is written with more digits than *most* says."""
    if type(value) not in (int, float):
        return
    before, _, after = f"{Decimal(str(value)):f}".lstrip("-").partition(".")
    after, places, digits = after.rstrip("0"), most["decimals"], most["digits"]
    too_long = digits is not None and len(before.lstrip("0")) > digits - (places or 0)
    if too_long or (places is not None and len(after) > places):
        yield ValidationError("has more digits than are allowed")


def _is_in_range(checker: Any, ends: Json, value: Json, schema: Json) -> Iterator[Any]:
    """Yield an error where a number written as text is outside of *ends*."""
    if not isinstance(value, str) or not re.fullmatch(
        r"-?[0-9]+(?:\.[0-9]+)?", value, re.ASCII
    ):
        return
    low, high = ends.get("minimum", value), ends.get("maximum", value)
    if not Decimal(low) <= Decimal(value) <= Decimal(high):
        yield ValidationError("is out of range")


def _is_whole(checker: Any, value: Json) -> bool:
    return type(value) is int


def _is_number(checker: Any, value: Json) -> bool:
    return type(value) in (int, float)


def _is_moment(
    validator: Any, told: Json, value: Json, schema: Json
) -> Iterator[ValidationError]:
    if value is not None and not is_written(Moment(pointer="", **told), value):
        yield ValidationError(f"{value!r} is no such time")


LATE: Final = timedelta(minutes=15)
"""How far two clocks may be apart: less than any two zones."""


def _is_now(
    validator: Any, told: Json, value: Json, schema: Json
) -> Iterator[ValidationError]:
    moment, now = Moment(pointer="", **told), datetime.now(UTC)
    if not is_written(moment, value):
        return  # and is told already
    first, last = (written(moment, now + each) for each in (-LATE, LATE))
    if len(str(first)) != len(str(value)) or not str(first) <= str(value) <= str(last):
        yield ValidationError(f"{value!r} is not now")


_extend: Any = validators.extend
_STRICT: Final[Any] = _extend(
    Draft202012Validator,
    validators={
        "pattern": _search,
        "properties": _members,
        "decimals": _has_decimals,
        "textRange": _is_in_range,
        "x-moment": _is_moment,
        "x-now": _is_now,
    },
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": _is_whole, "number": _is_number}
    ),
)
