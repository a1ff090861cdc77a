"""Limits of one value that no value can keep together, which no example would mend.

What is told here is certain: numbers are settled to the last digit, of texts it is looked
at how long they have to be and what has to stand in them. Whatever else contradicts itself
is found where a value is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from .. import ir
from ..constraints import (
    Alternatives,
    Chars,
    Charset,
    Constraint,
    Decimals,
    Holding,
    InCase,
    Length,
    LengthByScript,
    Pattern,
    Prefix,
    Range,
    Standard,
    Starts,
    TextRange,
    Written,
)
from ..linear import width
from ..runtime import texts, wire
from ..verbatim import joined
from .scope import Scope

Clash = tuple[str, tuple[str, ...]]
"""The key to blame, and what the limits that exclude each other say."""
_ANY: Final = (0, None)
_WHOLE: Final = "is a whole number"


def clash_of(field: ir.Field) -> Clash | None:
    """Return why no value can keep all limits of *field*; None where one may.

    Listed values are held to the other limits one by one, elsewhere.
    """
    if field.listed:
        return None
    return _of_number(field) or next(_of_texts(field.constraints), None)


def tell_impossible(scope: Scope, field: ir.Field) -> None:
    """Report limits of *field* that exclude each other."""
    clash = clash_of(field)
    if clash is not None:
        key, says = clash
        told = joined(" and ", dict.fromkeys(says))
        scope.tell_at("no-value", field.path, key, place=field.path, says=told)


# Numbers --------------------------------------------------------------------------------


def whole(low: Any, high: Any) -> tuple[Any, Any]:
    """Return the least and the greatest whole number between two ends, if there is one."""
    least = None if low is None else ceil(low)
    most = None if high is None else floor(high)
    is_one = least is None or most is None or least <= most
    return (least, most) if is_one else (low, high)


def _of_number(field: ir.Field) -> Clash | None:
    """Return what no number keeps: ends, digits on both sides, and being whole."""
    between = _first(field.constraints, Range, TextRange)
    digits, decimals = _digits(field)
    is_whole = isinstance(field.type, ir.Integer) or isinstance(
        field.form, wire.IntegerText
    )
    said = [each.says for each in field.constraints if isinstance(each, Decimals)]
    said += [field.form.says] if isinstance(field.form, wire.DecimalText) else []
    if digits is not None and digits < (decimals or 0):
        return "digits", tuple(said)
    if between is None:
        return None
    low, high = _exact(between.minimum), _exact(between.maximum)
    step = Fraction(1) if is_whole else None
    if decimals is not None:
        step = Fraction(1, 10**decimals)
    if digits is not None:
        beyond = Fraction(10 ** (digits - (decimals or 0)))
        if (low is not None and low >= beyond) or (
            high is not None and high <= -beyond
        ):
            return "range", (between.says, *said)
    if low is None or high is None or step is None:
        return None
    if ceil(low / step) <= floor(high / step):
        return None
    return "range", (between.says, *said, *((_WHOLE,) if is_whole else ()))


def _exact(end: Any) -> Fraction | None:
    return None if end is None else Fraction(end)


def _digits(field: ir.Field) -> tuple[int | None, int | None]:
    """Return how many digits a number has at most, and how many after the point."""
    limit = _first(field.constraints, Decimals)
    if limit is not None:
        return limit.digits, limit.decimals
    form = field.form
    if isinstance(form, wire.DecimalText):
        return form.digits, form.most
    return None, None


# Texts ----------------------------------------------------------------------------------


def _of_texts(limits: Sequence[Constraint]) -> Iterator[Clash]:
    """Yield what no text keeps; of several sets of limits, if none of them can be."""
    sets = _first(limits, Alternatives)
    if sets is None:
        yield from _of_text(limits)
        return
    clashes = [next(_of_text((*option, *limits)), None) for option in sets.options]
    if all(clashes):
        found = (says for each in clashes if each for says in each[1])
        yield "one-of", tuple(dict.fromkeys(found))


def _of_text(limits: Iterable[Constraint]) -> Iterator[Clash]:
    every = tuple(limits)
    for index, one in enumerate(every):
        for other in every[index + 1 :]:
            if not (_fit(one, other) and _fit(other, one)):
                blamed = other if isinstance(one, Length | LengthByScript) else one
                yield blamed.rule, (one.says, other.says)


def _fit(one: Constraint, other: Constraint) -> bool:
    """Tell whether a text may keep both, as far as *one* says what is in it."""
    (least, most), (low, high) = _widths(one), _widths(other)
    if (most is not None and most < low) or (high is not None and high < least):
        return False
    needed = _needed(one)
    if isinstance(other, Chars | Charset | InCase):
        return not needed or any(map(other.holds, needed))
    if isinstance(one, Prefix | Starts) and isinstance(other, Prefix | Starts):
        begun = _needed(other)
        return any(a.startswith(b) or b.startswith(a) for a in needed for b in begun)
    return True


def _needed(limit: Constraint) -> tuple[str, ...]:
    """Return texts of which one has to stand in a value; none where nothing has to."""
    if isinstance(limit, Prefix):
        return (limit.prefix,)
    if isinstance(limit, Starts):
        return limit.with_
    return (limit.text,) if isinstance(limit, Holding) and limit.times else ()


def _widths(limit: Constraint) -> tuple[int, int | None]:
    """Return how long a text is at least and at most for *limit*."""
    if isinstance(limit, Length):
        return limit.minimum or 0, limit.maximum
    if isinstance(limit, LengthByScript):
        (low, high), (least, most) = _widths(limit.ascii), _widths(limit.other)
        is_endless = high is None or most is None
        return min(low, least), None if is_endless else max(high or 0, most or 0)
    if isinstance(limit, Pattern):
        return width(limit.pattern)
    if isinstance(limit, Standard):
        size = len(limit.example)
        return _STANDARDS.get(limit.name, (size, size))
    if isinstance(limit, Written):
        return _of_form(limit.form)
    times = limit.times if isinstance(limit, Holding) else 1
    return min(map(len, _needed(limit)), default=0) * times, None


_STANDARDS: Final = {"E.164": (3, 16)}
"""The standards of which texts are not all of one length."""


def _of_form(form: wire.Form[Any]) -> tuple[int, int | None]:
    if isinstance(form, texts.PaddedText):
        return form.length, form.length
    if isinstance(form, wire.DateText) and form.none is None:
        return len(form.pattern), len(form.pattern)
    if isinstance(form, wire.Epoch) and form.as_text:
        return 1, 15
    return _ANY


def _first(limits: Iterable[Constraint], *kinds: type) -> Any:
    return next((each for each in limits if isinstance(each, kinds)), None)
