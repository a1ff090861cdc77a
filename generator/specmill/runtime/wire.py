"""Write Python values in the odd forms that pages document, and read them back.

A form is what a page says about text that stands for something else: a date as
dd/MM/yyyy, a flag as "1" or "0". Stands below everything; no message holds the value.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import ClassVar, Final, Generic, Literal, TypeVar

from .light import dataclass
from .patterns import Pattern, offset

T_co = TypeVar("T_co", covariant=True)

# What RFC 9110 lets a field value hold, less the octets that servers disagree about.
HEADER_TEXT: Final = re.compile(r"[!-~\xa0-\xff]([\t -~\xa0-\xff]*[!-~\xa0-\xff])?")

# Longer than any documented number, short enough that reading one costs nothing.
_INTEGER: Final = re.compile(r"-?[0-9]{1,40}")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?")
_EPOCH: Final = re.compile(r"[0-9]{1,15}")
_PER_SECOND: Final = {"seconds": 1, "milliseconds": 1000}


class Form(ABC, Generic[T_co]):
    """One documented way to write a value of type *T* on the wire."""

    __slots__ = ()
    writes_text: ClassVar[bool] = False
    """True where text that a caller passes is written, too, such as padded."""

    @property
    @abstractmethod
    def says(self) -> str:
        """What the page asks for, such as `is a date as dd/MM/yyyy`."""

    @abstractmethod
    def parse(self, wire: object) -> T_co | None:
        """Read *wire*; None where the page has a sign for none, else ValueError."""

    @abstractmethod
    def _write(self, value: object) -> str | int | None:
        """Write a Python value; None for a value of another type."""

    def fits(self, wire: object) -> bool:
        """Tell whether *wire* has this form."""
        try:
            self.parse(wire)
        except ValueError:
            return False
        return True

    def write(self, value: object) -> str | int:
        """Write *value*, or pass on what has the form already; else ValueError."""
        if isinstance(value, bool) or not isinstance(value, str | int):
            written = self._write(value)
        else:
            written = value if self.fits(value) else self._write(value)
        if written is None:
            raise ValueError(f"cannot be written so that it {self.says}")
        return written

    def _refuse(self) -> ValueError:
        return ValueError(f"is not as documented: it {self.says}")


@dataclass(frozen=True, slots=True)
class Flag(Form[bool]):
    """Two words, or two numbers, for true and false."""

    true: str | int
    false: str | int

    @property
    def says(self) -> str:
        return f"is {_quoted(self.true)} for true or {_quoted(self.false)} for false"

    def parse(self, wire: object) -> bool:
        if _same(wire, self.true):
            return True
        if _same(wire, self.false):
            return False
        raise self._refuse()

    def _write(self, value: object) -> str | int | None:
        if not isinstance(value, bool):
            return None
        return self.true if value else self.false


@dataclass(frozen=True, slots=True)
class IntegerText(Form[int]):
    """An integer written as text."""

    @property
    def says(self) -> str:
        return "is an integer written as text"

    def parse(self, wire: object) -> int:
        return int(_matched(self, _INTEGER, wire))

    def _write(self, value: object) -> str | None:
        is_integer = isinstance(value, int) and not isinstance(value, bool)
        return str(value) if is_integer else None


@dataclass(frozen=True, slots=True)
class DecimalText(Form[Decimal]):
    """A decimal number written as text, such as an amount of money.

    *digits* counts both sides of the point, *least* and *most* those after it.
    """

    digits: int | None = None
    least: int = 0
    most: int | None = None

    @property
    def says(self) -> str:
        return f"is a decimal number written as text{self._sized()}"

    def _sized(self) -> str:
        if self.most is None:
            return ""
        exact = self.least == self.most
        after = f"{'exactly' if exact else 'at most'} {self.most} decimals"
        return f" with {after}" + (
            f" and at most {self.digits} digits" if self.digits else ""
        )

    def parse(self, wire: object) -> Decimal:
        text = _matched(self, _DECIMAL, wire)
        before, _, after = text.lstrip("-").partition(".")
        is_fine = self.most is None or self.least <= len(after) <= self.most
        is_short = self.digits is None or (
            len(before.lstrip("0")) <= self.digits - (self.most or 0)
        )
        if is_fine and is_short:
            return Decimal(text)
        raise self._refuse()

    def _write(self, value: object) -> str | None:
        # A float is not what its writer thinks it is: 0.1 + 0.2 must not become money.
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            return None
        number = Decimal(value)
        if not number.is_finite():
            return None
        written = self._filled(format(number, "f"))
        return written if self.fits(written) else None

    def _filled(self, text: str) -> str:
        """Return *text* with as many zeros after the point as are asked for, not more."""
        before, _, after = text.partition(".")
        if self.most is not None:
            after = after[: self.most] + after[self.most :].rstrip("0")
        after = after.ljust(self.least, "0")
        return f"{before}.{after}" if after else before


class _Patterned(Form[T_co]):
    """A form in the page's own pattern, with or without a text for none."""

    __slots__ = ()
    none: str | None
    _compiled: Pattern

    def fits(self, wire: object) -> bool:
        """Tell, without making a moment of it, whether *wire* is one or stands for none."""
        return isinstance(wire, str) and (self._compiled.has(wire) or wire == self.none)


@dataclass(frozen=True, slots=True)
class DateText(_Patterned[date]):
    """A date in the page's own pattern; the text *none* stands for no date."""

    pattern: str
    none: str | None = None
    _compiled: Pattern = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", Pattern.of(self.pattern))
        if not self._compiled.is_date:
            raise ValueError(f"the pattern {self.pattern!r} is not one of a date alone")

    @property
    def says(self) -> str:
        what = "month" if self._compiled.is_month else "date"
        return f"is a {what} as {self.pattern}{_or(self.none)}"

    def parse(self, wire: object) -> date | None:
        moment = _moment(self, self._compiled, self.none, wire)
        return None if moment is None else moment.date()

    def _write(self, value: object) -> str | None:
        if value is None:
            return self.none
        # A datetime is a date to Python, but its time of day would be lost in silence.
        if isinstance(value, datetime) or not isinstance(value, date):
            return None
        return self._compiled.write(datetime(value.year, value.month, value.day))


@dataclass(frozen=True, slots=True)
class DateTimeText(_Patterned[datetime]):
    """A date and time in the page's own pattern.

    *zone* is the offset that the page's times are in, such as `+05:30`: values are
    moved to it before they are written, and what is read without TZD is in it. Where
    the page states no zone, what is read without TZD has none.
    """

    pattern: str
    zone: str | None = None
    none: str | None = None
    _compiled: Pattern = field(init=False, repr=False, compare=False)
    _offset: timezone | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", Pattern.of(self.pattern))
        if self._compiled.is_month:
            raise ValueError(f"the pattern {self.pattern!r} lacks a day")
        zone = None if self.zone is None else offset(self.zone)
        object.__setattr__(self, "_offset", zone)

    @property
    def says(self) -> str:
        return f"is a date and time as {self.pattern}{_or(self.none)}"

    def parse(self, wire: object) -> datetime | None:
        moment = _moment(self, self._compiled, self.none, wire)
        if moment is not None and moment.tzinfo is None:
            return moment.replace(tzinfo=self._offset)
        return moment

    def _write(self, value: object) -> str | None:
        if value is None:
            return self.none
        if not isinstance(value, datetime):
            return None
        is_aware = value.utcoffset() is not None
        if is_aware and self._offset is not None:
            value = value.astimezone(self._offset)
        elif is_aware != self._compiled.has_zone:
            raise ValueError(_ZONE_IS_OPEN if is_aware else _ZONE_IS_MISSING)
        elif not is_aware and self._offset is not None:
            raise ValueError(_ZONE_IS_MISSING)
        return self._compiled.write(value)


_ZONE_IS_MISSING: Final = "must be a datetime with a time zone"
_ZONE_IS_OPEN: Final = (
    "must be a datetime without a time zone: the documentation has no place for one"
)


@dataclass(frozen=True, slots=True)
class Epoch(Form[datetime]):
    """Time since 1970-01-01 UTC; *unit* is None where the page does not say it."""

    unit: Literal["seconds", "milliseconds"] | None
    as_text: bool

    @property
    def says(self) -> str:
        unit = self.unit or "an unstated unit"
        written = "text" if self.as_text else "an integer"
        return f"is epoch time in {unit}, written as {written}"

    def fits(self, wire: object) -> bool:
        if not self.as_text:
            return type(wire) is int and 0 <= wire < 10**15
        return isinstance(wire, str) and _EPOCH.fullmatch(wire) is not None

    def parse(self, wire: object) -> datetime:
        if not self.fits(wire):
            raise self._refuse()
        if self.unit is None:
            raise ValueError("cannot be read: the documentation does not say its unit")
        moment = _since_epoch(int(str(wire)), _PER_SECOND[self.unit])
        if moment is None:
            raise self._refuse()
        return moment

    def _write(self, value: object) -> str | int | None:
        number = self._number(value)
        if number is None or number < 0:
            return None
        return str(number) if self.as_text else number

    def _number(self, value: object) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if not isinstance(value, datetime):
            return None
        if self.unit is None:
            raise ValueError(_UNIT_IS_OPEN)
        if value.utcoffset() is None:
            raise ValueError(_ZONE_IS_MISSING)
        tick = timedelta(seconds=1) / _PER_SECOND[self.unit]
        return (value - _EPOCH_START) // tick


_EPOCH_START: Final = datetime(1970, 1, 1, tzinfo=UTC)
_UNIT_IS_OPEN: Final = (
    "cannot be written from a datetime: the documentation does not say whether it "
    "counts seconds or milliseconds; pass the number itself"
)


def _since_epoch(number: int, per_second: int) -> datetime | None:
    try:
        return _EPOCH_START + timedelta(seconds=1) * number / per_second
    except OverflowError:
        return None


def _moment(
    form: DateText | DateTimeText, pattern: Pattern, none: str | None, wire: object
) -> datetime | None:
    if none is not None and wire == none:
        return None
    moment = pattern.read(wire) if isinstance(wire, str) else None
    if moment is None:
        raise ValueError(f"is not as documented: it {form.says}")
    return moment


def _matched(form: Form[object], shape: re.Pattern[str], wire: object) -> str:
    if isinstance(wire, str) and shape.fullmatch(wire):
        return wire
    raise ValueError(f"is not as documented: it {form.says}")


def _same(wire: object, word: str | int) -> bool:
    """Tell 1, "1" and True apart, which `==` alone would not."""
    return type(wire) is type(word) and wire == word


def _quoted(word: str | int) -> str:
    return f'"{word}"' if isinstance(word, str) else str(word)


def _or(none: str | None) -> str:
    return "" if none is None else f", or {none} for none"
