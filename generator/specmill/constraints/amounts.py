"""Limits on numbers that are more than a range, and on how many there are of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar

from ..light import dataclass
from ..runtime.amounts import exceeds
from ..runtime.wire import Form
from .base import Edgeless, Sample, Sized

Json = Any


@dataclass(frozen=True, slots=True)
class Decimals(Edgeless):
    """How many digits a number has, and how many of them after the point."""

    rule: ClassVar[str] = "decimals"
    digits: int | None
    """Of both sides of the point together; None for any."""
    decimals: int | None

    @property
    def says(self) -> str:
        told = []
        if self.digits is not None:
            told.append(f"at most {self.digits} digits")
        if self.decimals is not None:
            told.append(f"at most {self.decimals} after the point")
        return f"has {' and '.join(told)}"

    def holds(self, value: Json) -> bool:
        return not exceeds(value, self.digits, self.decimals)

    def schema(self) -> dict[str, Json]:
        return {"decimals": {"digits": self.digits, "decimals": self.decimals}}

    def breach(self, value: str, form: str) -> str:
        return f"exceeds({value}, {self.digits}, {self.decimals})"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        if self.decimals is not None:
            fraction = Decimal(1).scaleb(-self.decimals - 1)
            yield Sample("with one decimal more", float(int(good) + fraction))
        if self.digits is not None:
            yield Sample(
                "with one digit more", 10 ** (self.digits - (self.decimals or 0))
            )


@dataclass(frozen=True, slots=True)
class TextRange:
    """The least and the greatest number that a text stands for."""

    rule: ClassVar[str] = "range"
    minimum: int | Decimal | None
    maximum: int | Decimal | None
    form: Form[Any]

    @property
    def says(self) -> str:
        if self.minimum is None:
            return f"is at most {self.maximum}"
        if self.maximum is None:
            return f"is at least {self.minimum}"
        return f"is {self.minimum} to {self.maximum}"

    def holds(self, value: Json) -> bool:
        if not self.form.fits(value):
            return True  # the form itself tells
        number: Any = self.form.parse(value)
        low, high = self.minimum, self.maximum
        return (low is None or number >= low) and (high is None or number <= high)

    def schema(self) -> dict[str, Json]:
        ends = {"minimum": self.minimum, "maximum": self.maximum}
        return {
            "textRange": {key: str(end) for key, end in ends.items() if end is not None}
        }

    def breach(self, value: str, form: str) -> str:
        number = f"{form}.parse({value})"
        low, high = _written(self.minimum), _written(self.maximum)
        if low is None:
            test = f"{number} > {high}"
        elif high is None:
            test = f"{number} < {low}"
        else:
            test = f"not {low} <= {number} <= {high}"
        return f"{form}.fits({value}) and {test}"

    def near_misses(self, good: Json) -> Iterator[Sample]:
        step = Decimal(1).scaleb(-len(good.partition(".")[2]))
        for label, end, sign in (
            ("one below the least", self.minimum, -1),
            ("one above the greatest", self.maximum, 1),
        ):
            if end is not None:
                yield Sample(label, str(Decimal(end) + sign * step))

    def edges(self, good: Json) -> Iterator[Sample]:
        for end in (self.minimum, self.maximum):
            if end is not None:
                yield Sample(f"as {end}", str(self.form.write(end)))


def _written(end: int | Decimal | None) -> str | None:
    """Return a bound as Python; a fraction as the text that a decimal is made of."""
    if end is None:
        return None
    return f'Decimal("{end}")' if isinstance(end, Decimal) else str(end)


@dataclass(frozen=True, slots=True)
class Items(Sized):
    """How many items a list has, or how many keys a map."""

    rule: ClassVar[str] = "count"
    minimum: int | None
    maximum: int | None
    is_map: bool

    @property
    def says(self) -> str:
        low, high, what = self.minimum, self.maximum, "keys" if self.is_map else "items"
        if low == high:
            return f"has exactly {low} {what}"
        if low is None:
            return f"has at most {high} {what}"
        if high is None:
            return f"has at least {low} {what}"
        return f"has {low} to {high} {what}"

    def schema(self) -> dict[str, Json]:
        what = "Properties" if self.is_map else "Items"
        ends = {f"min{what}": self.minimum, f"max{what}": self.maximum}
        return {key: end for key, end in ends.items() if end is not None}

    def near_misses(self, good: Json) -> Iterator[Sample]:
        if self.minimum:
            yield Sample("one item short", resized_items(good, self.minimum - 1))
        if self.maximum is not None:
            yield Sample("one item too many", resized_items(good, self.maximum + 1))

    def edges(self, good: Json) -> Iterator[Sample]:
        for count in dict.fromkeys((self.minimum, self.maximum)):
            if count:
                yield Sample(f"of {count} entries", resized_items(good, count))


def resized_items(good: Json, count: int) -> Json:
    """Return a list or a map like *good* with *count* entries."""
    if isinstance(good, dict):
        entries = list(good.items()) or [("key", "value")]
        more = [(entries[0][0] + str(n), entries[0][1]) for n in range(count)]
        return dict([*entries, *more][:count])
    pool = list(good) or ["item"]
    return (pool * (count // len(pool) + 1))[:count]
